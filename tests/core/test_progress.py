"""What counts as read, and how long the rest takes."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.core import progress
from reader.core.guide import Guide
from reader.core.progress import SECONDS_A_CHARACTER, Progress
from reader.core.records import Section
from reader.core.section_text import SectionTexts
from reader.core.text import Block, Place
from tests.guides import sample

PARAGRAPH = "word " * 100  # 500 characters: half a minute's reading, of which six seconds are a fifth
FIFTH = 500 * SECONDS_A_CHARACTER


@pytest.fixture
def guide(tmp_path: Path) -> Guide:
    """Two sections of four paragraphs and no headings."""
    sections = [
        (
            Section(name, name, 1, "", 400),
            [Block(f"{name}.{number}", "paragraph", PARAGRAPH) for number in range(4)],
        )
        for name in ("a", "b")
    ]
    return sample.guide(tmp_path, sections=sections, images={})


@pytest.fixture
def texts(guide: Guide) -> SectionTexts:
    return SectionTexts(guide)


def ends(section: str, *numbers: int) -> list[Place]:
    return [Place(section, f"{section}.{number}", len(PARAGRAPH)) for number in numbers]


def test_what_stood_in_view_for_a_fifth_of_its_reading_time_counts(texts: SectionTexts) -> None:
    log = Progress(texts, {})
    assert log.rest(ends("a", 0, 1), 2 * FIFTH)
    assert log.read == {"a": 0.5}
    assert progress.share(texts.guide, log.read) == 0.25


def test_a_quick_way_through_to_the_end_counts_for_nothing(texts: SectionTexts) -> None:
    log = Progress(texts, {})
    for section in ("a", "b"):
        for number in range(4):
            assert not log.rest(ends(section, number), 0.5)
    assert log.read == {}


def test_many_short_rests_of_one_who_scrolls_by_lines_count_together(texts: SectionTexts) -> None:
    log = Progress(texts, {})
    assert [log.rest(ends("a", 0, 1), FIFTH / 2) for _ in range(4)] == [False, False, False, True]


def test_a_paragraph_whose_end_is_out_of_view_does_not_count_yet(texts: SectionTexts) -> None:
    log = Progress(texts, {})
    assert not log.rest([Place("a", "a.0", 480)], 1000)
    assert log.read == {}


def test_reading_on_another_day_adds_to_what_was_read(texts: SectionTexts) -> None:
    log = Progress(texts, {"a": 0.5, "gone": 1.0})
    log.rest(ends("a", 1, 2), 2 * FIFTH)
    assert log.read == {"a": 0.75}


def test_reading_again_takes_nothing_away(texts: SectionTexts) -> None:
    log = Progress(texts, {"a": 0.4})  # from when its paragraphs were others
    log.rest(ends("a", 0), FIFTH)
    assert log.read == {"a": 0.4}


def test_of_a_paragraph_longer_than_the_window_a_screenful_is_asked(tmp_path: Path) -> None:
    long = Block("a.1", "paragraph", "x" * 100_000)
    guide = sample.guide(tmp_path, sections=[(Section("a", "A", 1, "", 1), [long])], images={})
    log = Progress(SectionTexts(guide), {})
    assert log.rest([Place("a", "a.1", 100_000)], progress.SCREENFUL * SECONDS_A_CHARACTER)
    assert log.read == {"a": 1.0}


def test_the_minutes_left_grow_fewer_and_are_never_none(texts: SectionTexts) -> None:
    assert progress.minutes_left(texts, Place("a")) == 2
    assert progress.minutes_left(texts, Place("a", "a.2")) == 1
    assert progress.minutes_left(texts, Place("a", "a.3", 500)) == 1
    assert progress.minutes_left(texts, Place("nowhere")) == 1


def test_the_share_of_a_guide_weighs_sections_by_their_words(guide: Guide) -> None:
    assert progress.share(guide, {"a": 1.0}) == 0.5
    assert progress.share(guide, {"a": 1.0, "b": 1.0}) == 1.0
    assert progress.share(guide, {}) == 0.0
