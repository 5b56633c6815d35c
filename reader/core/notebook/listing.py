"""The notes as they are listed: found by their words, in groups, each group in order."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from datetime import datetime, timedelta
from itertools import groupby
from typing import Literal, NamedTuple

from reader.core.folding import fold
from reader.core.notebook.notes import KINDS, Kind, Note
from reader.core.notebook.questions import turn

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
        if len(self._folded) > len(notes):  # some are not there any more
            self._folded = {note.id: self._folded[note.id] for note in notes if note.id in self._folded}
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
    found, lost = _parted(notes, standing)
    reading = _Reading(standing.sections)
    if by == "date":
        groups = _by_date(found, now)
    elif by == "kind":
        groups = _grouped(sorted(found, key=reading.in_kind), lambda note: Group("kind", note.kind))
    else:
        groups = reading.by_section(found)
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

    def in_kind(note: Note) -> tuple[object, ...]:
        return _RANKS[note.kind], names.get(note.guide, ""), note.guide, reading.in_kind(note)

    if by == "kind":
        return _grouped(sorted(notes, key=in_kind), lambda note: Group("kind", note.kind))
    return _grouped(sorted(notes, key=in_guide), lambda note: Group("guide", note.guide))


def _parted(notes: Iterable[Note], standing: Standing) -> tuple[list[Note], list[Note]]:
    """Return the notes whose words are in this version, and those whose words are lost."""
    found: list[Note] = []
    lost: list[Note] = []
    for note in notes:
        (lost if standing.is_lost(note) else found).append(note)
    return found, lost


class _Reading:
    """The order in which one reads."""

    def __init__(self, sections: Mapping[str, int]) -> None:
        self._sections = sections
        self._blocks: dict[str, int] = {"": 0}  # their numbers, which their ids end with

    def place(self, note: Note) -> tuple[object, ...]:
        """Return a key that sorts by place: sections, glossary, pathway, the guide as a whole."""
        target = note.target
        if target.section:
            return 0, self._sections.get(target.section, 0), target.section, self._in_section(note)
        return _ABOUT[target.about], note.rank, target.quote.casefold(), note.made

    def in_kind(self, note: Note) -> tuple[object, ...]:
        """Return a key that sorts by kind; questions as one asks them, and all others by place."""
        return _RANKS[note.kind], turn(note) if note.kind == "question" else self.place(note)

    def by_section(self, notes: Iterable[Note]) -> list[tuple[Group, list[Note]]]:
        """Return notes in groups: each section, glossary, pathway, the guide as a whole."""
        inside: dict[str, list[Note]] = {}
        outside: list[Note] = []
        for note in notes:
            section = note.target.section
            (inside.setdefault(section, []) if section else outside).append(note)
        in_order = sorted(inside, key=lambda section: self._sections.get(section, 0))
        groups = [(Group("section", each), sorted(inside[each], key=self._in_section)) for each in in_order]
        others = sorted(outside, key=self.place)
        return groups + _grouped(others, lambda note: Group(_ELSEWHERE.get(note.target.about, "whole")))

    def _in_section(self, note: Note) -> tuple[int, int, int, float]:
        block = note.target.block
        number = self._blocks.get(block)
        if number is None:
            number = self._blocks[block] = _number(block)
        return number, note.target.start, note.rank, note.made


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
