"""A note is found again in a guide that was edited, or said to be lost; it never stands at words that are not meant."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

import pytest

from reader.core.guide import Guide
from reader.core.notebook import finding, passage
from reader.core.notebook.notes import LONGEST_QUOTE, About, Note, Target
from reader.core.notebook.passage import How
from reader.core.records import Entry
from reader.core.section_text import SectionTexts
from reader.core.text import Place
from tests.core.notebook.edits import (
    Edit,
    Parts,
    as_it_is,
    chosen,
    delete,
    delete_section,
    everywhere,
    found,
    insert,
    join_blocks,
    join_sections,
    move,
    read,
    rename,
    replace,
    split_block,
    split_section,
    then,
    words_at,
    written,
)
from tests.guides import sample

SLEEP = "pain-and-sleep"
MADE: Parts = {
    "start": ["How to read this", "Read what you need. Leave the rest for a better day."],
    SLEEP: [
        "Sleep and pain",
        "Sleep does not come easily, and it does not last. Many people wake three or four times a night and lie there "
        "until the birds begin. A fixed hour for getting up helps more than a fixed hour for going to bed.",
        "A warm bath before bed loosens what the day has tied. Keep the water below forty degrees, and get out slowly.",
        "It helps.",
        "It hurts more when one lies still, and it hurts less when one walks a little, so a short walk is worth a try.",
    ],
    "walking": [
        "Walking",
        "Walking is the medicine that costs nothing. Begin with five minutes on the flat, and add a minute every other "
        "day as long as the day after is no worse. Nobody is watching the clock but you.",
        "Talk to your doctor first.",
        "Wear shoes that forgive.",
    ],
    "table": [
        "Doses", "Medicine", "Morning", "Evening", "Amitriptyline", "none", "10 mg", "Duloxetine", "30 mg", "none",
        "Pregabalin", "75 mg", "75 mg",
    ],
    "letters": [
        "Other letters",
        "纤维肌痛是一种慢性疼痛疾病，患者常常感到全身疼痛和疲劳。睡眠不好会使疼痛更加严重，所以医生建议规律作息。",
        "الألم العضلي الليفي مرض مزمن يسبب آلاما واسعة الانتشار في الجسم كله. النوم الجيد يساعد المريض على تحمل الألم.",
        "Good days 🙂 come after bad days 😖 and a family 👨‍👩‍👧 may help on both 👍🏽 of them, "
        "when it knows what to do.",
        "Le cafe\u0301 du matin n’est pas un reme\u0300de, mais la fatigue mate\u0301rielle s’en "
        "trouve un peu moins lourde.",
        "Fibro\u00admyal\u00adgia makes the mus\u00adcles ache with\u00adout any "
        "sign of in\u00adflam\u00adma\u00adtion in the blood.",
        "फाइब्रोमायल्जिया में पूरे शरीर में दर्द होता है और नींद अच्छी नहीं आती, इसलिए थकान बनी रहती है।",
    ],
    "end": ["At the end", "Talk to your doctor first.", "Then take your time, and come back to this when you can."],
}  # fmt: skip


class Case(NamedTuple):
    """What somebody marked, what the author did, and where the mark should be."""

    name: str
    section: str
    words: str  # the words, or those between bars with some around them
    edit: Edit
    how: How
    now: str | None = None  # the words there now; None: the same


LONG = "A warm bath before bed loosens what the day has tied. Keep the water below forty degrees, and get out slowly."
NIGHT = "Many people |wake three or four times a night| and lie there"
CASES = [
    # The same words at the same place
    Case("nothing was edited", SLEEP, NIGHT, as_it_is, "exact"),
    Case("another section was rewritten", SLEEP, NIGHT, replace("walking", "costs nothing", "is free"), "exact"),
    Case("a later paragraph was rewritten", SLEEP, NIGHT, replace(SLEEP, "tied", "knotted up"), "exact"),
    Case("a later word was changed", SLEEP, NIGHT, replace(SLEEP, "birds begin", "sun comes up"), "exact"),
    Case("a word before it, of the same length", SLEEP, NIGHT, replace(SLEEP, "Many", "Most"), "exact"),
    Case("a short word, edits further on", SLEEP, "when one |lies| still", replace(SLEEP, "worth", "always worth"),
         "exact"),
    Case("a heading over a rewritten section", SLEEP, "|Sleep and pain|", replace(
        SLEEP, MADE[SLEEP][1], "Something else altogether stands here now, and it is quite long, too, as one sees."),
         "exact"),
    Case("its paragraph grew by a sentence", SLEEP, LONG,
         replace(SLEEP, "slowly.", "slowly. Dry off well."), "exact"),
    Case("a whole short paragraph, the next one grew", SLEEP, "It helps.", replace(SLEEP, "a try.", "a try. Or two."),
         "exact"),
    # The same words elsewhere in the section
    Case("a paragraph was put in before", SLEEP, NIGHT, insert(SLEEP, "Sleep does", "Something new."), "moved"),
    Case("a sentence was put in before", SLEEP, NIGHT,
         replace(SLEEP, "Many people", "It is light. Many people"), "moved"),
    Case("the paragraph before was deleted", SLEEP, LONG, delete(SLEEP, "Sleep does"), "moved"),
    Case("the paragraph went to the end", SLEEP, NIGHT, move(SLEEP, "Sleep does", SLEEP), "moved"),
    Case("its paragraph was split before it", SLEEP, NIGHT, split_block(SLEEP, "Many people"), "moved"),
    Case("its paragraph was split in the middle of it", SLEEP, NIGHT, split_block(SLEEP, "four times"), "moved"),
    Case("two paragraphs were joined", SLEEP, LONG, join_blocks(SLEEP, "Sleep does"), "moved"),
    Case("a short word, a paragraph put in before", SLEEP, "when one |lies| still", insert(SLEEP, "A warm", "New."),
         "moved"),
    Case("a very short word, a sentence put in before", SLEEP, "still, and |it| hurts less",
         replace(SLEEP, "It hurts more", "This is odd. It hurts more"), "moved"),
    Case("a very short word, the word before it changed", SLEEP, "still, and |it| hurts less",
         replace(SLEEP, "still, and it", "still, but it"), "exact"),
    Case("a whole short paragraph, one put in before and one after", SLEEP, "It helps.",
         then(insert(SLEEP, "It helps", "A first new one."), insert(SLEEP, "It hurts", "A second new one.")), "moved"),
    Case("its paragraph grew at its beginning", SLEEP, LONG, replace(SLEEP, "A warm bath", "Try this. A warm bath"),
         "moved"),
    Case("the same words stand before it now, too", SLEEP, NIGHT,
         insert(SLEEP, "Sleep does", "Some say they wake three or four times a night, but few have counted."), "moved"),
    # The same words in another section
    Case("its paragraph went to another section", SLEEP, NIGHT, move(SLEEP, "Sleep does", "end"), "moved"),
    Case("a whole paragraph went to another section", SLEEP, LONG, move(SLEEP, "A warm bath", "start"), "moved"),
    Case("its section has another id", SLEEP, NIGHT, rename(SLEEP, "sleep"), "moved"),
    Case("its section has another id and title", SLEEP, NIGHT, rename(SLEEP, "nights", "Bad nights"), "moved"),
    Case("a short word in a renamed section", SLEEP, "when one |lies| still",
         rename(SLEEP, "nights", "Nights"), "moved"),
    Case("its section was split before it", SLEEP, LONG, split_section(SLEEP, "A warm", "baths", "Baths"), "moved"),
    Case("its section was split after it", SLEEP, NIGHT, split_section(SLEEP, "It hurts", "pain", "Pain"), "exact"),
    Case("its section was joined to the one before", "walking", "|five minutes on the flat|",
         join_sections(SLEEP, "walking"), "moved"),
    Case("its section was joined and its sentence edited", "walking", "Begin with |five minutes on the flat|, and",
         then(join_sections(SLEEP, "walking"), replace(SLEEP, "Begin with", "Start off with")), "moved"),
    Case("its section went, its paragraph was kept elsewhere", "walking", "Nobody is watching the clock",
         then(move("walking", "Walking is", "start"), delete_section("walking")), "moved"),
    Case("two sections changed their ids", SLEEP, NIGHT,
         then(rename(SLEEP, "x"), rename("walking", SLEEP), rename("x", "walking")), "moved"),
    # Told apart by what is around it
    Case("the same sentence in two sections, here", "walking", "Talk to your doctor first.",
         insert("walking", "Talk", "Warm up."), "moved"),
    Case("the same sentence in two sections, there", "end", "Talk to your doctor first.",
         insert("walking", "Talk", "Warm up."), "exact"),
    Case("the first of two fixed hours", SLEEP, "A |fixed hour| for getting",
         insert(SLEEP, "Sleep", "New."), "moved"),
    Case("the second of two fixed hours", SLEEP, "than a |fixed hour| for going",
         insert(SLEEP, "Sleep", "New."), "moved"),
    Case("the first of two went", SLEEP, "than a |fixed hour| for going",
         replace(SLEEP, "A fixed hour for getting up helps", "Getting up at seven helps"), "moved"),
    Case("a cell among cells that are alike", "table", "30 mg |none| Pregabalin",
         insert("table", "Amitriptyline", "Paracetamol", "1 g", "1 g"), "moved"),
    Case("one of two like cells beside one another", "table", "75 mg |75 mg|",
         insert("table", "Pregabalin", "Tramadol", "none", "50 mg"), "moved"),
    # Other words in its place
    Case("a word inside was changed", SLEEP, NIGHT, replace(SLEEP, "three or", "two to"), "changed",
         "wake two to four times a night"),
    Case("its first word was changed", SLEEP, NIGHT, replace(SLEEP, "wake three", "rise three"), "changed",
         "rise three or four times a night"),
    Case("its last word was changed", SLEEP, NIGHT, replace(SLEEP, "a night", "a week"), "changed",
         "wake three or four times a week"),
    Case("words were put in inside", SLEEP, NIGHT, replace(SLEEP, "four times", "four or even five times"), "changed",
         "wake three or four or even five times a night"),
    Case("words were taken out inside", SLEEP, NIGHT, replace(SLEEP, "three or ", ""), "changed",
         "wake four times a night"),
    Case("a sentence was put in inside a paragraph", SLEEP, LONG,
         replace(SLEEP, "tied. Keep", "tied. Half an hour is enough. Keep"), "changed",
         LONG.replace("Keep", "Half an hour is enough. Keep")),
    Case("the paragraph was rewritten in part", SLEEP, LONG,
         replace(SLEEP, "loosens what the day has tied", "makes stiff muscles softer"), "changed",
         LONG.replace("loosens what the day has tied", "makes stiff muscles softer")),
    Case("a spelling was corrected", SLEEP, "the |birds| begin",
         replace(SLEEP, "birds", "birdies"), "changed", "birdies"),
    Case("a dose was changed", "table", "none |10 mg| Duloxetine",
         replace("table", "10 mg", "25 mg"), "changed", "25 mg"),
    Case("changed, and moved to another section", SLEEP, LONG,
         then(replace(SLEEP, "forty", "thirty-eight"), move(SLEEP, "A warm bath", "end", "Then take")), "changed",
         LONG.replace("forty", "thirty-eight")),
    Case("changed, and a paragraph put in before", SLEEP, NIGHT,
         then(replace(SLEEP, "four", "five"), insert(SLEEP, "Sleep does", "New.")), "changed",
         "wake three or five times a night"),

    Case("its first half went", SLEEP,
         "Sleep does not come easily, and it does not last. Many people wake three or four times a night and lie there",
         replace(SLEEP, "Sleep does not come easily, and it does not last. ", ""), "changed",
         "Many people wake three or four times a night and lie there"),
    Case("a hyphen joins its last word", SLEEP, NIGHT,
         replace(SLEEP, "times a night", "times a mid-night"), "changed",
         "wake three or four times a mid-night"),
    Case("the section was split inside it", SLEEP, LONG,
         then(split_block(SLEEP, "and get out"), split_section(SLEEP, "and get out", "care", "With care")),
         "changed", LONG.removesuffix(" and get out slowly.")),
    # Not found
    Case("its paragraph was deleted", SLEEP, NIGHT, delete(SLEEP, "Sleep does"), "lost"),
    Case("a whole paragraph was deleted", SLEEP, LONG, delete(SLEEP, "A warm"), "lost"),
    Case("its section was deleted", SLEEP, NIGHT, delete_section(SLEEP), "lost"),
    Case("a whole short paragraph, deleted; the next begins alike", SLEEP, "It helps.",
         delete(SLEEP, "It helps"), "lost"),
    Case("its first word alone, the next paragraph has it, too", SLEEP, "|It| helps.",
         delete(SLEEP, "It helps"), "lost"),
    Case("its sentence was deleted", SLEEP, NIGHT, replace(
        SLEEP, "Many people wake three or four times a night and lie there until the birds begin. ", ""), "lost"),
    Case("its sentence was replaced", SLEEP, "Many people wake three or four times a night and lie there until the "
         "birds begin.", replace(SLEEP, "Many people wake three or four times a night and lie there until the birds "
         "begin.", "For most of them, dawn comes long before any real rest does."), "lost"),
    Case("a short word replaced by another", SLEEP, "when one |lies| still",
         replace(SLEEP, "lies still", "sits still"),
         "lost"),
    Case("the same sentence stands in another section", "walking", "Talk to your doctor first.",
         delete("walking", "Talk to"), "lost"),
    Case("a cell's row was deleted, others have the same", "table", "none |10 mg| Duloxetine", then(
        delete("table", "Amitriptyline"), delete("table", "none"), delete("table", "10 mg")), "lost"),
    Case("a very short word's paragraph was deleted", SLEEP, "still, and |it| hurts less", delete(SLEEP, "It hurts"),
         "lost"),
    # Other letters
    Case("Chinese, a sentence put in before", "letters", "|睡眠不好会使疼痛更加严重|",
         replace("letters", "睡眠不好", "天气也有影响。睡眠不好"), "moved"),
    Case("Chinese, two words changed inside", "letters", "|睡眠不好会使疼痛更加严重|",
         replace("letters", "会使疼痛", "会让疼痛"), "changed", "睡眠不好会让疼痛更加严重"),
    Case("Chinese, deleted", "letters", "|睡眠不好会使疼痛更加严重|", delete("letters", "睡眠不好"), "lost"),
    Case("Arabic, a word put in before", "letters", "|النوم الجيد يساعد المريض|",
         replace("letters", "النوم", "إن النوم"), "moved"),
    Case("Arabic, its last word changed", "letters", "|النوم الجيد يساعد المريض| على",
         replace("letters", "المريض", "الإنسان"), "changed", "النوم الجيد يساعد الإنسان"),
    Case("a picture sign", "letters", "Good days |🙂| come", replace("letters", "Good", "And good"), "moved"),
    Case("a family of picture signs", "letters", "family |👨‍👩‍👧| may",
         replace("letters", "Good", "And good"), "moved"),
    Case("half of the words about a family", "letters", "and a family 👨‍👩‍👧 may help",
         replace("letters", "may help", "can help"), "changed", "and a family 👨‍👩‍👧 can help"),
    Case("accents written in another way", "letters", "|la fatigue mate\u0301rielle|",
         everywhere("e\u0301", "é"), "moved", "la fatigue matérielle"),
    Case("accents, a word changed", "letters", "Le |cafe\u0301 du matin n’est pas un reme\u0300de|,",
         replace("letters", "du matin", "du soir"), "changed", "cafe\u0301 du soir n’est pas un reme\u0300de"),
    Case("soft hyphens were put in", "letters", "sign of |in\u00adflam\u00adma\u00adtion in the blood|",
         everywhere("\u00ad", ""), "moved", "inflammation in the blood"),
    Case("Hindi, a word changed before", "letters", "|नींद अच्छी नहीं आती|",
         replace("letters", "पूरे शरीर", "सारे बदन"), "moved"),
    Case("Hindi, its last word changed", "letters", "और |नींद अच्छी नहीं आती|, इसलिए",
         replace("letters", "नहीं आती", "नहीं होती"), "changed", "नींद अच्छी नहीं होती"),
    Case("quotation marks of another shape", "letters", "|n’est pas un reme\u0300de|", everywhere("’", "'"), "exact",
         "n'est pas un reme\u0300de"),
]  # fmt: skip


# The guide that comes with the program says many things twice: in a sentence, in key points, in full
OWN = [
    Case("its references are numbered anew", "symptoms", "Stiffness is very common, often in the morning.",
         everywhere("10", "11"), "exact"),
    Case("a citation was put in inside", "nerves", "The main explanation of fibromyalgia (FM) today is that the "
         "nervous system boosts pain signals.", replace("nerves", "(FM) today", "(FM) today12"), "changed",
         "The main explanation of fibromyalgia (FM) today12 is that the nervous system boosts pain signals."),
    Case("a key point went, the text says the same", "symptoms", "|Pain and poor sleep| can each make the other worse.",
         delete("symptoms", "Pain and poor sleep"), "lost"),
    Case("a key point went, others begin alike", "immune-system", "Idea 2 |is about a| lab test",
         delete("immune-system", "Idea 2"), "lost"),
    Case("a paragraph was put in far before", "nerves", "What this means for |symptoms| is still open.",
         insert("nerves", "Glia are", "New."), "moved"),
    Case("a row was put into the table", "what-helps", "Opioids |NICE: do not start them| for this kind of pain40. In",
         insert("what-helps", "Opioids", "Cannabis", "NICE: do not start it"), "moved"),
    Case("the row went, others say the same", "what-helps", "Acupuncture NICE: an |option|40",
         then(delete("what-helps", "Acupuncture"), delete("what-helps", "NICE: an option")), "lost"),
    Case("numbers were corrected", "nerves", "In 3 studies, one with a control group of only 10, it held more IL-8 in",
         replace("nerves", "In 3 studies, one", "In 4 studies, two"), "changed",
         "In 4 studies, two with a control group of only 10, it held more IL-8 in"),
    Case("a section became two", "nerves", "The thinnest nerve fibres may play a part too.",
         split_section("nerves", "Spinal fluid", "fluid", "In the fluid"), "moved"),
    Case("a section went into the one before", "cytokine-levels", "Many people overlap: they have the same levels",
         join_sections("shared-messengers", "cytokine-levels"), "moved"),
]  # fmt: skip


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Guide:
    return written(tmp_path_factory.mktemp("made"), MADE)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_in_a_guide_that_was_edited(case: Case, made: Guide, tmp_path: Path) -> None:
    target = chosen(made, case.section, case.words)
    assert after_the_edit(case, target, made, tmp_path) == expected(case, target)


@pytest.mark.parametrize("case", OWN, ids=lambda case: case.name)
def test_in_our_own_guide(case: Case, bundled: Guide, tmp_path: Path) -> None:
    guide = written(tmp_path / "before", read(bundled))
    target = chosen(guide, case.section, case.words)
    assert after_the_edit(case, target, guide, tmp_path / "after") == expected(case, target)


def after_the_edit(case: Case, target: Target, guide: Guide, folder: Path) -> tuple[str, str, tuple[str, ...]]:
    """Return how a note is found, at which words, and what it then says it is about."""
    edited = written(folder, case.edit(read(guide)))
    standing = found(target, edited)
    return standing.how, words_at(standing, edited), standing.target[:5]


def expected(case: Case, target: Target) -> tuple[str, str, tuple[str, ...]]:
    """Return what is to come of it; what it is about and its words stay those that the reader chose."""
    now = "" if case.how == "lost" else target.quote if case.now is None else case.now
    return case.how, now, target[:5]


def test_a_note_is_found_again_when_a_later_version_has_its_words_again(made: Guide, tmp_path: Path) -> None:
    target = chosen(made, SLEEP, NIGHT)
    lost = found(target, written(tmp_path / "second", delete(SLEEP, "Sleep does")(read(made))))
    third = written(tmp_path / "third", insert(SLEEP, "Sleep does", "Something new.")(read(made)))
    again = found(lost.target, third)
    assert (again.how, words_at(again, third)) == ("moved", target.quote)


def test_a_note_at_changed_words_stays_there_through_further_edits_and_goes_back(made: Guide, tmp_path: Path) -> None:
    parts = read(made)
    target = chosen(made, SLEEP, NIGHT)
    second = replace(SLEEP, "three or", "two to")(parts)
    changed = found(target, written(tmp_path / "second", second))
    third = written(tmp_path / "third", insert(SLEEP, "Sleep does", "Something new.")(second))
    assert words_at(found(changed.target, third), third) == "wake two to four times a night"
    assert found(changed.target, made).target == target


def test_a_quote_of_twenty_thousand_characters_is_found_when_a_word_in_it_was_changed(tmp_path: Path) -> None:
    words = [f"word{number * 7919 % 3001}" for number in range(5000)]
    blocks = [" ".join(words[at : at + 100]) for at in range(0, 5000, 100)]
    parts = {"long": ["A long one", *blocks], "end": ["The end"]}
    guide = written(tmp_path / "before", parts)
    texts = SectionTexts(guide)
    first, second, *_ = passage.make(texts, Place("long", "long.2"), Place("end", "end.1"))
    assert len(first.quote) <= LONGEST_QUOTE < len(first.quote) + 10
    assert not {first.quote[-1], second.quote[0]} & {" "}
    assert texts.of("long").text.startswith(f"{first.quote} {second.quote}", len("A long one "))
    blocks[20] = blocks[20].replace("word", "Wort", 1)
    after = written(tmp_path / "after", {**parts, "long": ["A long one", "New.", *blocks]})
    standing = found(first, after)
    assert standing.how == "changed"
    start, end = passage.position(standing.target, SectionTexts(after))
    assert end - start == len(first.quote)


def test_a_quote_that_goes_on_in_the_next_section_is_two_passages(made: Guide) -> None:
    here, there = passage.make(SectionTexts(made), Place("walking", "walking.4", 5), Place("table", "table.1", 5))
    assert (here.section, here.quote) == ("walking", "shoes that forgive.")
    assert (there.section, there.quote) == ("table", "Doses")


def test_words_that_were_marked_in_the_middle_of_a_word_stay_so(made: Guide, tmp_path: Path) -> None:
    target = chosen(made, SLEEP, "Many peo|ple wake thr|ee or four")
    after = written(tmp_path, insert(SLEEP, "Sleep does", "Something new.")(read(made)))
    assert words_at(found(target, after), after) == "ple wake thr"
    changed = written(tmp_path / "changed", replace(SLEEP, "people wake", "people rise")(read(made)))
    assert words_at(found(target, changed), changed) in ("", "people rise three")


def test_notes_on_words_and_nodes_are_found_by_id_and_then_by_name(tmp_path: Path) -> None:
    guide = sample.guide(
        tmp_path, entries=[Entry("messenger", "cytokine", "A protein."), Entry("receptor", "catcher", "It catches.")]
    )

    def where(about: About, name: str, quote: str) -> tuple[str, str]:
        standing = found(Target(about, name, quote), guide)
        return standing.how, standing.target.name

    assert where("entry", "receptor", "receptor") == ("exact", "receptor")
    assert where("entry", "cytokine", "Cytokine") == ("moved", "messenger")
    assert where("entry", "gone", "an unknown word") == ("lost", "gone")
    assert where("entry", "gone", "") == ("lost", "gone")
    assert where("node", "il6", "IL-6") == ("lost", "il6")
    assert where("guide", "", "") == ("exact", "")


def test_a_node_that_has_another_id_is_found_by_its_name(bundled: Guide) -> None:
    pathway = bundled.pathway
    assert pathway is not None
    node = pathway.nodes[0]
    assert found(Target("node", node.id, node.label), bundled).how == "exact"
    again = found(Target("node", "as-it-was-called", node.label), bundled)
    assert (again.how, again.target.name) == ("moved", node.id)


def test_a_hostile_note_is_lost_and_nothing_else_happens(made: Guide) -> None:
    for target in (
        Target("passage"),
        Target("passage", quote="x" * 20_000, before=" " * 96, after="\u0301" * 96, section=SLEEP, block="..", start=9),
        Target("passage", quote="\u200d", section="no-such", block=f"{SLEEP}.2", start=2**52, end=2**52),
        Target("passage", quote=" ", before="the " * 24, after="the " * 24, section=SLEEP, block=f"{SLEEP}.2"),
        Target("entry", "'; DROP TABLE entry; --", "%"),
    ):
        assert found(target, made).how == "lost"


def test_only_places_that_are_others_now_are_written(made: Guide, tmp_path: Path) -> None:
    notes = [
        Note("moved", "g", "note", chosen(made, SLEEP, NIGHT)),
        Note("exact", "g", "note", chosen(made, "walking", "costs nothing")),
        Note("lost", "g", "note", chosen(made, "end", "Then take your time")),
    ]
    edit = then(insert(SLEEP, "Sleep does", "New."), delete("end", "Then take"))
    every = [each for slice_ in finding.find_all(written(tmp_path, edit(read(made))), notes) for each in slice_]
    (change,) = finding.moves(every)
    assert change.before is notes[0]
    assert change.after is not None
    assert change.after.target.block == f"{SLEEP}.3"
    assert change.after.target[:5] == notes[0].target[:5]
