"""The entries that somebody may mean by words that no entry is called."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from reader.core.glossary import MOST_LETTERS, MOST_WORDS, strangeness
from reader.core.letters import name_words

if TYPE_CHECKING:
    from reader.core.guide import Entry, Guide

LONGEST_RUN = 6  # words of a phrase that may be a term together
WAYS = 12  # to write each of them that are looked up
NEARLY = 8  # letters to a mistake, in what is nearly the same
LONG_WORDS = 2  # of a phrase that is like nothing: those are compared alone


def nearest(guide: Guide, written: str, count: int = 5) -> tuple[Entry, ...]:
    """Return up to *count* entries that are nearest to *written*, best first; () where nothing is near.

    What is nearly written so; then the entries for words inside a phrase, the longest first; then what is written less
    alike, or begins so. For a phrase with nothing of this, what is written like the longest of its words.
    """
    parts = name_words(written[:MOST_LETTERS])[:MOST_WORDS]
    folded = [part.casefold() for part in parts]
    letters = sum(map(len, parts))
    alike = guide.names.alike(" ".join(folded), count)
    found: dict[str, Entry] = {}
    for near in (
        (guide.entry_numbered(number) for mistakes, number in alike if mistakes <= max(1, letters // NEARLY)),
        _inside(guide, parts, folded),
        (guide.entry_numbered(number) for _, number in alike),
    ):
        for entry in near:
            found.setdefault(entry.id, entry)
    if not found and len(parts) > 1:
        for word in sorted(folded, key=len, reverse=True)[:LONG_WORDS]:
            near = (guide.entry_numbered(number) for _, number in guide.names.alike(word, count, whole=False))
            found.update((entry.id, entry) for entry in near)
    return tuple(found.values())[:count]


def _inside(guide: Guide, parts: Sequence[str], folded: Sequence[str]) -> Iterator[Entry]:
    """Yield the entries for some of the words of a phrase, the longest first, none inside another."""
    from reader.core.wordings import wordings

    runs = (
        (start, start + length)
        for length in range(min(len(parts) - 1, LONGEST_RUN), 0, -1)
        for start in range(len(parts) - length + 1)
    )
    ways = {run: [way for way, _ in wordings(folded[slice(*run)], WAYS)] for run in runs}
    entries: dict[str, Entry] = {}
    for way, entry in guide.entries_for_forms({way for each in ways.values() for way in each}):
        entries.setdefault(way, entry)
    taken: list[tuple[int, int]] = []
    for (start, end), each in ways.items():
        way = next((way for way in each if way in entries), "")
        is_inside = any(first <= start and end <= last for first, last in taken)
        # A small word is no symbol: "it" is not IT. With a number, as in il6, it is.
        if (
            way
            and not is_inside
            and (not way.isalpha() or strangeness(entries[way], way, "".join(parts[start:end])) < 2)
        ):
            taken.append((start, end))
            yield entries[way]
