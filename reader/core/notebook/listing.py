"""The notes as they are listed: found by their words, in groups, each group in order."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from datetime import datetime, timedelta
from itertools import groupby
from typing import Literal, NamedTuple

from reader.core.folding import fold
from reader.core.notebook.notes import KINDS, Kind, Note

By = Literal["section", "kind", "date"]
Sort = Literal["guide", "section", "entry", "node", "whole", "kind", "day", "month", "lost"]

ORDERS: tuple[By, ...] = ("section", "kind", "date")
RECENT = ("today", "yesterday", "week")  # days that have a name; what is older stands under its month
SLICE = 250  # notes that are looked through at once
_ELSEWHERE: dict[str, Sort] = {"entry": "entry", "node": "node", "guide": "whole"}


class Group(NamedTuple):
    """What the notes below a heading have in common."""

    sort: Sort
    key: str = ""  # the id of a guide or section, a kind, one of RECENT, or a month: "2026-11"


class Standing(NamedTuple):
    """What is known of the guide that is open."""

    sections: Mapping[str, int]  # their ids in reading order, each with its number
    lost: Collection[str] = ()  # the ids of notes whose words are not in this version

    def is_lost(self, note: Note) -> bool:
        """Whether what a note is about is not in this version."""
        return note.id in self.lost or (bool(note.target.section) and note.target.section not in self.sections)


class Finder:
    """Finds notes by their words. What was compared once is kept: a second search takes a tenth of the time."""

    def __init__(self) -> None:
        self._folded: dict[str, tuple[int, str]] = {}  # id -> revision, quote and body as they are compared

    def find(self, notes: Sequence[Note], query: str) -> Iterator[list[Note]]:
        """Yield the notes that have all words of *query* in their quote or body, slice by slice."""
        words = fold(query).text.split()
        for start in range(0, len(notes), SLICE):
            some = notes[start : start + SLICE]
            yield [note for note in some if self._has(note, words)] if words else list(some)

    def _has(self, note: Note, words: Iterable[str]) -> bool:
        known = self._folded.get(note.id)
        if known is None or known[0] != note.revision:
            known = note.revision, fold(f"{note.target.quote}\n{note.body}").text
            self._folded[note.id] = known
        return all(word in known[1] for word in words)


def arranged(notes: Iterable[Note], by: By, standing: Standing, now: datetime) -> list[tuple[Group, list[Note]]]:
    """Return the notes of the open guide in groups; those whose words are lost come last, in a group of their own."""
    found: list[Note] = []
    lost: list[Note] = []
    for note in notes:
        (lost if standing.is_lost(note) else found).append(note)
    reading = _Reading(standing.sections)
    if by == "date":
        groups = _by_date(found, now)
    elif by == "kind":
        groups = _grouped(sorted(found, key=reading.in_kind), lambda note: Group("kind", note.kind))
    else:
        groups = _grouped(sorted(found, key=reading.place), reading.group)
    if lost:
        groups.append((Group("lost"), sorted(lost, key=reading.place)))
    return groups


def of_all_guides(
    notes: Iterable[Note], by: By, titles: Mapping[str, str], now: datetime
) -> list[tuple[Group, list[Note]]]:
    """Return the notes of all guides in groups: in the place of the sections, which are not known, are the guides."""
    if by == "date":
        return _by_date(notes, now)
    reading = _Reading({})
    names = {guide: title.casefold() for guide, title in titles.items()}

    def in_guide(note: Note) -> tuple[object, ...]:
        return names.get(note.guide, ""), note.guide, reading.place(note)

    if by == "kind":
        in_order = sorted(notes, key=lambda note: (_RANKS[note.kind], in_guide(note)))
        return _grouped(in_order, lambda note: Group("kind", note.kind))
    return _grouped(sorted(notes, key=in_guide), lambda note: Group("guide", note.guide))


class _Reading:
    """The order in which one reads."""

    def __init__(self, sections: Mapping[str, int]) -> None:
        self._sections = sections
        self._blocks: dict[str, int] = {"": 0}  # their numbers, which their ids end with

    def place(self, note: Note) -> tuple[object, ...]:
        """Return a key that sorts by place: sections, glossary, pathway, the guide as a whole."""
        target = note.target
        if target.section:
            number = self._blocks.get(target.block)
            if number is None:
                number = self._blocks[target.block] = _number(target.block)
            return 0, self._sections.get(target.section, 0), target.section, number, target.start, note.made
        return _ABOUT[target.about], target.quote.casefold(), note.made

    def in_kind(self, note: Note) -> tuple[object, ...]:
        """Return a key that sorts by kind, then by place."""
        return _RANKS[note.kind], self.place(note)

    def group(self, note: Note) -> Group:
        """Return where a note stands."""
        section = note.target.section
        return Group("section", section) if section else Group(_ELSEWHERE.get(note.target.about, "whole"))


_ABOUT = {"entry": 1, "node": 2, "guide": 3, "passage": 3}  # behind what stands in a section
_RANKS: dict[Kind, int] = {kind: number for number, kind in enumerate(KINDS)}


def _number(block: str) -> int:
    """Return the number of a block, which its id ends with."""
    number = block.rpartition(".")[2]
    return int(number) if number.isdecimal() else 0


def _by_date(notes: Iterable[Note], now: datetime) -> list[tuple[Group, list[Note]]]:
    """Return the notes in groups, the newest first, by the day on which they were made."""
    today = now.replace(hour=0, minute=0, second=0, microsecond=0)
    begins = [(today - timedelta(days=days)).timestamp() for days in (0, 1, 6)]

    def when(note: Note) -> Group:
        for name, begin in zip(RECENT, begins, strict=True):
            if note.made >= begin:
                return Group("day", name)
        day = datetime.fromtimestamp(note.made)
        return Group("month", f"{day.year:04}-{day.month:02}")

    return _grouped(sorted(notes, key=lambda note: note.made, reverse=True), when)


def _grouped(notes: Iterable[Note], group_of: Callable[[Note], Group]) -> list[tuple[Group, list[Note]]]:
    """Return notes that are in order with a heading wherever another group begins."""
    return [(group, list(each)) for group, each in groupby(notes, group_of)]
