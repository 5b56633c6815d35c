"""Sections of a handout in another order."""

from __future__ import annotations

import pytest

from reader.core.handout.sequence import carried, moved
from reader.core.records import Section

# A has A1 with A1a, and A2; B stands alone; C has C1.
PARENTS = {"A": "", "A1": "A", "A1a": "A1", "A2": "A", "B": "", "C": "", "C1": "C"}
ALL = [Section(each, each, 1, parent, 10) for each, parent in PARENTS.items()]


def named(words: str) -> list[Section]:
    return [next(section for section in ALL if section.id == each) for each in words.split()]


def words(sections: list[Section]) -> str:
    return " ".join(section.id for section in sections)


@pytest.mark.parametrize(
    ("before", "section", "by", "after"),
    [
        ("A A1 A1a A2 B C C1", "A", 1, "B A A1 A1a A2 C C1"),  # with all inside it
        ("B A A1 A1a A2 C C1", "C", -1, "B C C1 A A1 A1a A2"),  # before all of another one
        ("A A1 A1a A2 B", "A1", 1, "A A2 A1 A1a B"),  # among its own
        ("A A1 A1a A2 B", "A2", -1, "A A2 A1 A1a B"),
        ("A A1 A1a A2 B", "A2", 1, "A A1 A1a B A2"),  # out of its own
        ("A A1 A1a A2 B", "A1", -1, "A1 A1a A A2 B"),
        ("A A1 B", "B", 1, "A A1 B"),
        ("A A1 B", "A", -1, "A A1 B"),
        ("A1 B", "A1", 1, "B A1"),  # without what is around it
    ],
)
def test_a_section_is_moved_with_those_inside_it(before: str, section: str, by: int, after: str) -> None:
    row = before.split().index(section)
    assert words(moved(named(before), row, by)) == after


@pytest.mark.parametrize(
    ("before", "section", "now", "after"),
    [
        ("A A1 A1a B C", "A", "A1 A1a B A C", "B A A1 A1a C"),
        ("B A A1", "A", "A B A1", "A A1 B"),
        ("A A1 A2 B", "A", "A1 A A2 B", "A A1 A2 B"),  # into what it carries itself
        ("A A1 B", "B", "A B A1", "A B A1"),
    ],
)
def test_a_section_is_dragged_with_those_inside_it(before: str, section: str, now: str, after: str) -> None:
    assert words(carried(named(before), before.split().index(section), named(now))) == after
