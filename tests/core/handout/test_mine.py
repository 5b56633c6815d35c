"""What a reader added, on paper: all of it where all is printed, what belongs to a section with the section."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from reader import paths
from reader.core.guide import Guide
from reader.core.handout.building import build
from reader.core.handout.glyphs import Glyphs
from reader.core.handout.handout import Handout
from reader.core.handout.mine import LOST, OTHERS, WHOLE
from reader.core.handout.order import Order, Stretch
from reader.core.handout.presets import PRESETS, Preset
from reader.core.notebook import passage
from reader.core.notebook.notes import Kind, Note, Target
from reader.core.section_text import SectionTexts
from reader.core.text import Place
from reader.errors import ReaderError
from tests.guides.writing import compiled

ARTICLE = """# Sleep {#sleep}

!!! gist
    Poor sleep makes pain worse.

Rest is good. Naps may help.[@One2020]

# Pain {#pain}

!!! gist
    Pain is real, and it has many sides.

Nerves boost pain. Melatonin may help.

# Work {#work}

!!! gist
    Poor sleep makes pain worse at work.

Ask for breaks.
"""
FILES: dict[str, Any] = {
    "article_md": ARTICLE,
    "glossary_md": "melatonin\n: A messenger of the night.\n\ncortisol\n: A messenger of stress.\n",
    "references_json": '[{"id": "One2020", "title": "One"}]',
    "guide_toml": 'id = "night"\ntitle = "Night"\nmessage = "Small steps help with most of it."\n',
}
NOTHING: dict[str, Any] = {"questions": [], "highlights": [], "words": [], "more": {"questions": 0, "highlights": 0}}
MINE = Preset(parts=frozenset({"highlights", "questions", "words"}))
DOCTOR = PRESETS["doctor"]


@pytest.fixture(scope="module")
def glyphs() -> Glyphs:
    return Glyphs(paths.bundled("resources") / "print" / "glyphs.txt")


@pytest.fixture
def guide(tmp_path: Path) -> Guide:
    return compiled(tmp_path, **FILES)


def on(guide: Guide, section: str, words: str) -> Target:
    block = next(block for block in guide.blocks(section) if words in block.text)
    start = block.text.index(words)
    end = Place(section, block.id, start + len(words))
    return passage.make(SectionTexts(guide), Place(section, block.id, start), end)[0]


def note(kind: Kind, target: Target | None = None, body: str = "", number: int = 0, **more: Any) -> Note:
    return Note(f"{kind}{number}{body}", "night", kind, target or Target(), body, made=float(number), **more)


def highlights(handout: Handout) -> dict[str, list[tuple[str, str, str, str]]]:
    """Return number, words of the style, quote and note of each, by what they are on."""
    return {
        part["section"]: [(each["number"], each["style_words"], each["quote"], each["note"]) for each in part["items"]]
        for part in handout.mine["highlights"]
    }


def everything(guide: Guide) -> list[Note]:
    return [
        note("highlight", on(guide, "pain", "Nerves boost pain."), style="unclear"),
        note("note", on(guide, "sleep", "Naps"), "Twenty minutes."),
        note("bookmark", on(guide, "sleep", "Rest")),
        note("note", Target(), "A good guide."),
        note("note", Target("entry", "cortisol", "cortisol"), "Ask about this."),
        note("note", Target("passage", quote="Words that are gone"), "Where are they?"),
        note("question", on(guide, "pain", "Melatonin may help."), "Should I take it?", rank=2),
        note("question", None, "How long?", 1, rank=1),
        note("word", Target("entry", "melatonin", "melatonin"), "Mine: sleepy stuff."),
        note("word", Target("entry", "cortisol", "cortisol"), number=1),
        note("word", Target("entry", "spoons", "spoon theory"), number=2),  # of a glossary that was taken away
    ]


def test_notes_stand_in_reading_order_with_the_numbers_of_their_paragraphs(guide: Guide, glyphs: Glyphs) -> None:
    handout = build(guide, Order(preset=MINE), glyphs, everything(guide))
    assert highlights(handout) == {
        WHOLE: [("", "", "", "A good guide.")],
        "Sleep": [("1.2", "", "Naps", "Twenty minutes.")],
        "Pain": [("2.2", "unclear", "Nerves boost pain.", "")],
        OTHERS: [("", "", "cortisol", "Ask about this.")],
        LOST: [("", "", "Words that are gone", "Where are they?")],
    }


def test_questions_stand_in_the_order_in_which_they_will_be_asked(guide: Guide, glyphs: Glyphs) -> None:
    handout = build(guide, Order(preset=MINE), glyphs, everything(guide))
    assert handout.mine["questions"] == [
        {"text": "How long?", "about": "", "number": ""},
        {"text": "Should I take it?", "about": "Melatonin may help.", "number": "2.2"},
    ]


def test_a_section_brings_its_own_notes_all_questions_and_what_is_lost(guide: Guide, glyphs: Glyphs) -> None:
    handout = build(guide, Order("sections", ("sleep",), preset=MINE), glyphs, everything(guide))
    assert list(highlights(handout)) == ["Sleep", LOST]
    assert len(handout.mine["questions"]) == 2
    assert [word["term"] for word in handout.mine["words"]] == ["spoon theory"]
    pain = build(guide, Order("sections", ("pain",), preset=MINE), glyphs, everything(guide))
    assert [word["term"] for word in pain.mine["words"]] == ["melatonin", "spoon theory"]


def test_a_selection_brings_the_notes_in_it(guide: Guide, glyphs: Glyphs) -> None:
    naps = on(guide, "sleep", "Naps may help.")
    stretch = Stretch(Place("sleep", naps.block, naps.start), Place("sleep", naps.last_block, naps.end))
    on_gist = note("note", on(guide, "sleep", "Poor sleep"), "Yes.")
    order = Order("selection", selection=stretch, preset=MINE)
    assert highlights(build(guide, order, glyphs, [*everything(guide)[:3], on_gist]))["Sleep"] == [
        ("1.2", "", "Naps", "Twenty minutes.")
    ]


def test_notes_that_are_chosen_are_printed_wherever_they_are_and_no_others(guide: Guide, glyphs: Glyphs) -> None:
    notes = everything(guide)
    chosen = (notes[0].id, notes[3].id)
    handout = build(guide, Order("sections", ("sleep",), preset=MINE, notes=chosen), glyphs, notes)
    assert list(highlights(handout)) == [WHOLE, "Pain"]
    assert handout.mine["questions"] == []


def test_parts_that_are_not_wanted_are_left_out(guide: Guide, glyphs: Glyphs) -> None:
    handout = build(guide, Order(preset=Preset()), glyphs, everything(guide))
    assert handout.mine == NOTHING


def test_my_words_alone_have_what_the_guide_says_and_what_i_wrote(guide: Guide, glyphs: Glyphs) -> None:
    handout = build(guide, Order("words"), glyphs, everything(guide))
    assert (handout.title, handout.subtitle, handout.blocks, handout.mine) == ("My words", "Night", (), NOTHING)
    assert [(each["term"], each["text"], each["note"]) for each in handout.entries] == [
        ("cortisol", "A messenger of stress.", ""),
        ("melatonin", "A messenger of the night.", "Mine: sleepy stuff."),
        ("spoon theory", "", ""),
    ]


def test_my_notes_alone_have_all_of_them_and_no_text(guide: Guide, glyphs: Glyphs) -> None:
    handout = build(guide, Order("notes"), glyphs, everything(guide))
    assert (handout.title, handout.blocks, handout.entries) == ("My notes", (), ())
    assert list(highlights(handout)) == [WHOLE, "Sleep", "Pain", OTHERS, LOST]
    assert (len(handout.mine["questions"]), len(handout.mine["words"])) == (2, 3)
    with pytest.raises(ReaderError, match="not written or marked anything"):
        build(guide, Order("notes"), glyphs)


def test_the_sheet_has_the_main_message_and_gists_that_say_something_new(guide: Guide, glyphs: Glyphs) -> None:
    marked = [note("highlight", on(guide, "sleep", "Rest")), note("note", on(guide, "work", "Ask"), "Do it.")]
    message, sleep = "Small steps help with most of it.", "Poor sleep makes pain worse."
    sheet = build(guide, Order(preset=DOCTOR), glyphs, marked)
    assert (sheet.title, sheet.blocks, sheet.has_contents) == ("For my appointment", (), False)
    assert sheet.summary == (message, sleep), "that of the section on work only says it again"
    assert build(guide, Order(preset=DOCTOR), glyphs).summary == (message,)
    of_pain = Order("sections", ("pain",), preset=DOCTOR)
    assert build(guide, of_pain, glyphs).summary == (message, "Pain is real, and it has many sides.")


def test_a_guide_without_a_message_is_told_by_its_first_gists(tmp_path: Path, glyphs: Glyphs) -> None:
    guide = compiled(tmp_path, article_md=ARTICLE)
    assert build(guide, Order(preset=DOCTOR), glyphs).summary == (
        "Poor sleep makes pain worse.",
        "Pain is real, and it has many sides.",
    )


def test_the_sheet_gets_as_much_as_may_have_room_and_the_number_of_the_rest(guide: Guide, glyphs: Glyphs) -> None:
    questions = [note("question", None, f"Question {number}?", number, rank=1) for number in range(150)]
    marked = [note("highlight", on(guide, each, each.title()), str(number), number=number)
              for number, each in enumerate(["sleep"] * 90 + ["pain"] * 30)]  # fmt: skip
    sheet = build(guide, Order(preset=DOCTOR), glyphs, [*questions, *marked])
    assert [each["text"] for each in sheet.mine["questions"]] == [f"Question {number}?" for number in range(100)]
    assert {name: len(every) for name, every in highlights(sheet).items()} == {"Sleep": 90, "Pain": 10}
    assert sheet.mine["more"] == {"questions": 50, "highlights": 20}


def test_lines_to_write_on_are_there_where_they_are_wanted(guide: Guide, glyphs: Glyphs) -> None:
    for layout in (DOCTOR.layout, Preset().layout):
        found = [build(guide, Order(preset=Preset("full", frozenset(parts), layout)), glyphs).lines
                 for parts in (["lines"], [])]  # fmt: skip
        assert found[0] > found[1] == 0
