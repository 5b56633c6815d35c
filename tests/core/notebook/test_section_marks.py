"""Marks of a section: which words of which block, in which lane, and beside which paragraph."""

from __future__ import annotations

import pytest

from reader.core.notebook.notes import Kind, Note, Target
from reader.core.notebook.section_marks import LANES, MOST_RUNS, SectionMarks
from reader.core.text import Block

BLOCKS = (
    Block("s.1", "heading", "A heading"),
    Block("s.2", "paragraph", "Ten words stand here."),
    Block("s.3", "evidence", "Well supported"),
    Block("s.4", "item", "An item."),
    Block("s.5", "item", "Another item."),
)
ALL = {block.id for block in BLOCKS}


def note(
    identifier: str, start: tuple[int, int], end: tuple[int, int], kind: Kind = "highlight", body: str = ""
) -> Note:
    """Return a note from a block and a character to another one."""
    target = Target("passage", section="s", block=f"s.{start[0]}", start=start[1], last_block=f"s.{end[0]}", end=end[1])
    return Note(identifier, "guide", kind, target, body)


def seen(marks: SectionMarks) -> list[tuple[str, str, int]]:
    """Return every run as the words that are marked, by which note, and its lane."""
    return [
        (block.text[run.start : run.end], run.note.id, run.lane) for block in BLOCKS for run in marks.runs(block.id)
    ]


def test_a_highlight_over_several_blocks_marks_their_words_but_no_mark_of_evidence() -> None:
    marks = SectionMarks([note("a", (2, 4), (5, 7))], BLOCKS, ALL)
    assert seen(marks) == [("words stand here.", "a", 0), ("An item.", "a", 0), ("Another", "a", 0)]
    assert [(run.begins, run.ends) for block in BLOCKS for run in marks.runs(block.id)] == [
        (True, False),
        (False, False),
        (False, True),
    ]


def test_highlights_that_overlap_have_lanes_and_a_lane_is_free_again_after_its_end() -> None:
    notes = [note("long", (2, 0), (2, 14)), note("in", (2, 4), (2, 9)), note("late", (2, 9), (2, 20))]
    marks = SectionMarks(reversed(notes), BLOCKS, ALL)
    assert [(who, lane) for _, who, lane in seen(marks)] == [("long", 0), ("in", 1), ("late", 1)]


def test_more_overlapping_highlights_than_there_are_lanes_share_the_last() -> None:
    marks = SectionMarks([note(str(number), (2, number), (2, 20)) for number in range(LANES + 2)], BLOCKS, ALL)
    assert [lane for _, _, lane in seen(marks)] == [0, 1, 2, 2, 2]


def test_a_note_stands_beside_its_paragraph_and_where_that_is_hidden_beside_the_first_it_shows() -> None:
    notes = [note("n", (2, 0), (4, 3), "note"), note("h", (2, 0), (2, 3)), note("b", (4, 0), (4, 2), body="mine")]
    whole = SectionMarks(notes, BLOCKS, ALL)
    assert [each.id for each in whole.beside("s.2")] == ["n"]
    assert [each.id for each in whole.beside("s.4")] == ["b"]
    short = SectionMarks(notes, BLOCKS, {"s.1", "s.4"})
    assert [each.id for each in short.beside("s.4")] == ["n", "b"]
    assert [each.id for each in short.hidden] == ["h"]


def test_signs_of_one_paragraph_come_together() -> None:
    notes = [note("a", (4, 0), (4, 2), "note"), note("b", (5, 0), (5, 2), "bookmark")]
    marks = SectionMarks(notes, BLOCKS, ALL, lambda block: "s.4" if block == "s.5" else block)
    assert [each.id for each in marks.beside("s.4")] == ["a", "b"]


@pytest.mark.parametrize(
    ("start", "end", "found"),
    [
        (("s.2", 0), ("s.2", 4), ["a"]),
        (("s.2", 4), ("s.2", 5), ["b"]),
        (None, ("s.2", 4), ["a"]),
        (("s.2", 12), None, ["c"]),
        (("s.2", 0), ("s.5", 1), ["a", "b", "c"]),
    ],
)
def test_notes_are_found_by_their_words_up_to_their_last_letter(
    start: tuple[str, int] | None, end: tuple[str, int] | None, found: list[str]
) -> None:
    notes = [note("a", (2, 0), (2, 4)), note("b", (2, 4), (2, 9)), note("c", (4, 0), (5, 2), "note")]
    assert [each.id for each in SectionMarks(notes, BLOCKS, ALL).between(start, end)] == found


def test_one_goes_from_note_to_note_also_where_two_begin_together() -> None:
    marks = SectionMarks([note("a", (2, 4), (2, 9)), note("b", (2, 4), (2, 6)), note("c", (5, 0), (5, 2))], BLOCKS, ALL)
    way = [marks.beyond(("", 0), 1)]
    while way[-1] is not None:
        way.append(marks.beyond(("s.2", 4), 1, way[-1].id))
    assert [each.id for each in way if each is not None] == ["a", "b", "c"]
    last = marks.beyond(("s.5", 5), -1)
    assert last is not None
    assert last.id == "c"


def test_what_does_not_stand_in_the_section_is_left_out() -> None:
    lost = [note("gone", (9, 0), (9, 4)), note("turned", (4, 3), (2, 1)), note("empty", (2, 3), (2, 3))]
    assert SectionMarks(lost, BLOCKS, ALL).notes == []


def test_a_book_that_marks_everything_a_thousand_times_over_has_an_end() -> None:
    notes = [note(str(number), (1, 0), (5, 3)) for number in range(MOST_RUNS)]
    marks = SectionMarks(notes, BLOCKS, ALL)
    assert sum(len(marks.runs(block.id)) for block in BLOCKS) <= MOST_RUNS
