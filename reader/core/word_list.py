"""The words of a glossary as a list shows them: read from the guide in pieces, when they are looked at."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from reader.core.guide import Guide

PIECE = 32  # words read at once: some two screenfuls
PIECES = 64  # that are kept
BEGINNING = 160  # characters of an explanation: a row holds fewer


class Word(NamedTuple):
    """A word as a row of a list shows it."""

    id: str  # of its entry
    term: str
    beginning: str  # of its explanation, in one line
    glossary: str = ""  # the title of the added glossary it stands in; empty for the guide's own


class WordSequence:
    """A list of words; only those that are asked for are read."""

    def __init__(self, guide: Guide, numbers: Sequence[int]) -> None:
        """List the entries with these *numbers*: their places in the alphabet, from 0."""
        self._guide = guide
        self._numbers = numbers
        self._pieces: dict[int, list[Word]] = {}

    def __len__(self) -> int:
        """Return how many words there are."""
        return len(self._numbers)

    def __getitem__(self, row: int) -> Word:
        """Return the word in a row from 0. Raises IndexError."""
        if not 0 <= row < len(self._numbers):
            raise IndexError(row)
        piece, place = divmod(row, PIECE)
        if piece not in self._pieces:
            if len(self._pieces) >= PIECES:
                self._pieces.clear()
            numbers = self._numbers[piece * PIECE : (piece + 1) * PIECE]
            self._pieces[piece] = read(self._guide, numbers)
        return self._pieces[piece][place]

    def __iter__(self) -> Iterator[Word]:
        """Go through all words."""
        return (self[row] for row in range(len(self)))

    def row(self, entry: str) -> int | None:
        """Return the row of the entry with this id, or None."""
        number = _numbers(self._guide, [entry]).get(entry)
        return self._numbers.index(number) if number is not None and number in self._numbers else None


def every(guide: Guide) -> WordSequence:
    """Return all words, in the order of the alphabet."""
    (count,) = guide.rows("SELECT COUNT(*) FROM entry")[0]
    return WordSequence(guide, range(count))


def of_entries(guide: Guide, entries: Iterable[str]) -> WordSequence:
    """Return the words with these ids in the same order, without those that the guide does not have."""
    wanted = list(entries)
    numbers = _numbers(guide, wanted)
    return WordSequence(guide, [numbers[each] for each in wanted if each in numbers])


def of_sections(guide: Guide, sections: Sequence[str]) -> WordSequence:
    """Return the words that these sections have, which follow one another, in the order in which they first come.

    None where the guide has no such section.
    """
    places = guide.rows("SELECT ordinal FROM section WHERE id = ?", sections[0]) if sections else []
    if not places:
        return WordSequence(guide, [])
    ((first,),) = places
    query = (
        "SELECT entry.ordinal, section, places FROM mention JOIN entry ON entry.id = mention.entry"
        " WHERE section BETWEEN ? AND ?"
    )
    found = guide.rows(query, first, first + len(sections) - 1)
    found.sort(key=lambda each: (each[1], *_first(each[2])))
    return WordSequence(guide, list(dict.fromkeys(number for number, *_ in found)))


def _first(places: str) -> tuple[int, int]:
    """Return where in its section a mention comes first: which block, and at which letter."""
    block, start = json.loads(places)[0]
    return int(block.rpartition(".")[2] or 0), start  # a block's id ends with its number in the section


def read(guide: Guide, numbers: Sequence[int]) -> list[Word]:
    """Return the words of the entries with these numbers."""
    marks = ",".join("?" * len(numbers))
    rows = guide.rows(f"SELECT ordinal, json FROM entry WHERE ordinal IN ({marks})", *numbers)  # noqa: S608 (marks)
    words = {number: _word(json.loads(text)) for number, text in rows}
    return [words[number] for number in numbers]


def _word(entry: dict[str, str]) -> Word:
    beginning = " ".join(entry["definition"][: 2 * BEGINNING].split())[:BEGINNING]
    return Word(entry["id"], " ".join(entry["term"].split()), beginning, entry["glossary"])


def _numbers(guide: Guide, entries: Sequence[str]) -> dict[str, int]:
    """Return the place in the alphabet of each of these ids that the guide has."""
    marks = ",".join("?" * len(entries))
    rows = guide.rows(f"SELECT id, ordinal FROM entry WHERE id IN ({marks})", *entries)  # noqa: S608 (marks)
    return {entry: int(number) for entry, number in rows}
