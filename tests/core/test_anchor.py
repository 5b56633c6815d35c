"""A place is found again in a guide that was edited."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.core import anchor
from reader.core.anchor import Anchor
from reader.core.guide import Guide
from reader.core.records import Section
from reader.core.section_text import SectionText, SectionTexts
from reader.core.text import Block, Place
from tests.guides import sample

SLEEP = (
    "Sleep does not come easily, and it does not last. Many people wake three or four times a night and lie there "
    "until the birds begin. A fixed hour for getting up helps more than a fixed hour for going to bed."
)
WALK = (
    "Walking is the medicine that costs nothing. Begin with five minutes on the flat, and add a minute every other "
    "day as long as the day after is no worse. Nobody is watching the clock but you."
)
HEAT = "A warm bath before bed loosens what the day has tied. Keep the water below forty degrees, and get out slowly."
PARTS = {"sleep": [SLEEP, HEAT], "walking": [WALK], "work": ["Ask for a chair that can be changed.", "Take breaks."]}


def written(folder: Path, parts: dict[str, list[str]]) -> Guide:
    """Return a guide with these sections and paragraphs."""
    folder.mkdir(exist_ok=True, parents=True)
    sections = []
    for name, paragraphs in parts.items():
        blocks = [Block(f"{name}.1", "heading", name.capitalize(), level=1)]
        blocks += [Block(f"{name}.{number}", "paragraph", text) for number, text in enumerate(paragraphs, 2)]
        sections.append((Section(name, name.capitalize(), 1, "", 10), blocks))
    return sample.guide(folder, sections=sections, images={})


@pytest.fixture
def guide(tmp_path: Path) -> Guide:
    return written(tmp_path / "before", PARTS)


def at(guide: Guide, section: str, words: str) -> Place:
    """Return the place at which *words* begin."""
    for block in guide.blocks(section):
        if words in block.text:
            return Place(section, block.id, block.text.index(words))
    raise AssertionError(words)


def left(guide: Guide, section: str, words: str) -> Anchor:
    """Return what is remembered of one who stopped at *words*, as it comes back from its file."""
    made = anchor.make(SectionTexts(guide), at(guide, section, words))
    again = Anchor.from_json(made.to_json())
    assert again == made
    return made


def read_on(found: anchor.Found | None, guide: Guide) -> str:
    """Return the words at which one reads on."""
    assert found is not None
    texts = SectionTexts(guide)
    return texts.of(found.place.section).text[texts.at(found.place) :]


def test_in_the_same_guide_the_place_is_the_same_to_the_character(guide: Guide) -> None:
    remembered = left(guide, "sleep", "wake three")
    found = anchor.find(remembered, guide)
    assert found == anchor.Found(at(guide, "sleep", "wake three"), "exact")


def test_a_paragraph_put_in_before_it_moves_it(guide: Guide, tmp_path: Path) -> None:
    edited = written(tmp_path / "after", {**PARTS, "sleep": ["Something new.", SLEEP, HEAT]})
    found = anchor.find(left(guide, "sleep", "wake three"), edited)
    assert found == anchor.Found(at(edited, "sleep", "wake three"), "moved")


def test_words_changed_around_it_leave_it_where_it_is(guide: Guide, tmp_path: Path) -> None:
    changed = SLEEP.replace("Many people wake", "Most people we asked wake").replace("fixed hour", "regular time")
    edited = written(tmp_path / "after", {**PARTS, "sleep": [changed, HEAT]})
    assert read_on(anchor.find(left(guide, "sleep", "wake three"), edited), edited).startswith("wake three or four")


def test_a_word_changed_at_the_place_itself_still_finds_it(guide: Guide, tmp_path: Path) -> None:
    edited = written(tmp_path / "after", {**PARTS, "sleep": [SLEEP.replace("three or", "two to"), HEAT]})
    found = anchor.find(left(guide, "sleep", "wake three"), edited)
    assert read_on(found, edited).startswith("wake two to four")
    assert found is not None
    assert found.how == "near"


def test_a_paragraph_that_was_split_is_followed(guide: Guide, tmp_path: Path) -> None:
    cut = SLEEP.index("A fixed")
    edited = written(tmp_path / "after", {**PARTS, "sleep": [SLEEP[: cut - 1], SLEEP[cut:], HEAT]})
    found = anchor.find(left(guide, "sleep", "fixed hour for getting"), edited)
    assert found == anchor.Found(at(edited, "sleep", "fixed hour for getting"), "moved")


def test_two_paragraphs_that_were_joined_are_followed(guide: Guide, tmp_path: Path) -> None:
    edited = written(tmp_path / "after", {**PARTS, "sleep": [f"{SLEEP} {HEAT}"]})
    found = anchor.find(left(guide, "sleep", "bath before"), edited)
    assert found == anchor.Found(at(edited, "sleep", "bath before"), "moved")


def test_a_paragraph_is_followed_into_another_section(guide: Guide, tmp_path: Path) -> None:
    edited = written(tmp_path / "after", {"sleep": ["Rest."], "walking": [WALK], "work": [HEAT, SLEEP]})
    found = anchor.find(left(guide, "sleep", "wake three"), edited)
    assert found == anchor.Found(at(edited, "work", "wake three"), "moved")


def test_sections_with_other_names_are_the_same_words(guide: Guide, tmp_path: Path) -> None:
    edited = written(tmp_path / "after", {f"new-{name}": paragraphs for name, paragraphs in PARTS.items()})
    found = anchor.find(left(guide, "walking", "Begin with"), edited)
    assert found == anchor.Found(at(edited, "new-walking", "Begin with"), "moved")


def test_when_its_section_has_gone_one_is_in_the_section_before_it(guide: Guide, tmp_path: Path) -> None:
    edited = written(tmp_path / "after", {"sleep": PARTS["sleep"], "work": PARTS["work"]})
    assert anchor.find(left(guide, "walking", "Begin with"), edited) == anchor.Found(Place("sleep"), "lost")


def test_when_its_section_was_rewritten_one_is_at_its_beginning(guide: Guide, tmp_path: Path) -> None:
    edited = written(tmp_path / "after", {**PARTS, "walking": ["Quite another text, about swimming in cold lakes."]})
    assert anchor.find(left(guide, "walking", "Begin with"), edited) == anchor.Found(Place("walking"), "lost")


def test_when_nothing_is_left_one_is_at_the_beginning_of_the_guide(guide: Guide, tmp_path: Path) -> None:
    edited = written(tmp_path / "after", {"x": ["Nothing of it."], "y": ["And nothing here."]})
    assert anchor.find(left(guide, "work", "Ask for"), edited) == anchor.Found(Place("x"), "lost")


def test_a_guide_without_sections_has_no_place(guide: Guide, tmp_path: Path) -> None:
    assert anchor.find(left(guide, "work", "Ask for"), written(tmp_path / "after", {})) is None


@pytest.mark.parametrize("number", [0, 7, 19])
def test_of_many_sentences_that_are_the_same_it_is_the_one_among_its_neighbours(tmp_path: Path, number: int) -> None:
    days = [f"On day {day} you walk for {day} minutes." for day in range(20)]
    paragraphs = [text for day in days for text in (day, "Then you rest for as long as you like, and longer.")]
    before = written(tmp_path / "before", {"plan": paragraphs})
    after = written(tmp_path / "after", {"plan": ["New.", "And new.", *paragraphs]})
    place = Place("plan", f"plan.{3 + 2 * number}", 5)  # after the heading, every second one is the same
    found = anchor.find(anchor.make(SectionTexts(before), place), after)
    assert found == anchor.Found(Place("plan", f"plan.{5 + 2 * number}", 5), "moved")


def test_the_beginning_of_a_section_stays_its_beginning_with_another_heading(guide: Guide, tmp_path: Path) -> None:
    remembered = anchor.make(SectionTexts(guide), Place("walking"))
    edited = written(tmp_path / "after", {**PARTS, "walking": ["Before walking, warm up.", WALK]})
    assert anchor.find(remembered, edited) == anchor.Found(Place("walking"), "exact")


def test_one_never_reads_on_between_a_letter_and_its_accent(tmp_path: Path) -> None:
    letters = "e\u0301" * 300 + "\U0001f469\u200d\u2695\ufe0f" * 60  # no spaces to stop at
    before = written(tmp_path / "before", {"a": [letters]})
    after = written(tmp_path / "after", {"a": [letters[:200] + "!" * 40 + letters[230:]]})
    for offset in range(100, 260, 2):
        found = anchor.find(anchor.make(SectionTexts(before), Place("a", "a.2", offset)), after)
        assert read_on(found, after)[0] not in "\u0301\u200d\ufe0f"


def test_empty_blocks_have_places_too(tmp_path: Path) -> None:
    guide = written(tmp_path / "g", {"a": ["", HEAT, "", ""], "b": []})
    texts = SectionTexts(guide)
    for place in (Place("a", "a.2"), Place("a", "a.4"), Place("a", "a.5"), Place("b", "b.1")):
        assert anchor.find(anchor.make(texts, place), guide) == anchor.Found(place, "exact")


def test_a_guide_of_one_letter_a_million_times_does_not_hold_anybody_up(tmp_path: Path) -> None:
    before = written(tmp_path / "before", {"a": ["a" * 500], "b": [HEAT]})
    after = written(tmp_path / "after", {f"s{number}": ["a" * 10_000] for number in range(100)})
    found = anchor.find(anchor.make(SectionTexts(before), Place("a", "a.2", 250)), after, seconds=0.0)
    assert found is not None
    assert found.place.section == "s0"  # the first that was looked at: then the time was over


def test_what_is_no_anchor_is_none(guide: Guide) -> None:
    wrong: object
    for wrong in ([], {}, None, 7, ["a"], ["a", "b"], ["a", "b", "c"], [1, "b", 2], ["a", "b", -1], "anchor"):
        assert Anchor.from_json(wrong) is None
    assert Anchor.from_json(["a", "b", 2]) == Anchor(Place("a", "b", 2))
    assert Anchor.from_json(["a", "b", 2, None, 5, [], {"x": 1}]) == Anchor(Place("a", "b", 2))


Json = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(), lambda each: st.lists(each, max_size=9)
)


@pytest.mark.slow
@settings(deadline=None, max_examples=25)
@given(Json)
def test_whatever_a_file_holds_is_an_anchor_or_none(value: object) -> None:
    made = Anchor.from_json(value)
    assert made is None or Anchor.from_json(made.to_json()) == made


@contextmanager
def two(before: list[str], after: list[str]) -> Iterator[tuple[Guide, Guide]]:
    with TemporaryDirectory() as folder:
        guides = written(Path(folder, "1"), {"a": before}), written(Path(folder, "2"), {"a": after})
        try:
            yield guides
        finally:
            for each in guides:
                each.close()


Letters = st.text("ab e\u0301\u2028\U0001f642", max_size=60)
Paragraphs = st.lists(Letters, min_size=1, max_size=6)


@pytest.mark.slow
@settings(deadline=None, max_examples=25)  # each writes two guides to the disk
@given(Paragraphs, Paragraphs, st.integers(0, 400))
def test_every_place_leads_to_one_that_is_there(before: list[str], after: list[str], offset: int) -> None:
    with two(before, after) as (old, new):
        place = SectionTexts(old).of("a").place(offset)
        made = anchor.make(SectionTexts(old), place)
        assert anchor.find(made, old) == anchor.Found(place, "exact")
        found = anchor.find(made, new)
        assert found is not None
        text = SectionTexts(new).of("a")
        assert found.place == Place("a") or text.place(text.at(found.place)) == found.place


@given(Paragraphs, st.integers(0, 400))
def test_every_character_of_a_section_has_a_place_of_its_own(paragraphs: list[str], at: int) -> None:
    blocks = [Block(f"a.{number}", "paragraph", text) for number, text in enumerate(paragraphs, 1)]
    text = SectionText("a", blocks)
    place = text.place(min(at, len(text)))
    assert text.at(place) == min(at, len(text))
