"""The entries that somebody may mean by words that no entry is called."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from reader.core.glossary import MOST_LETTERS, MOST_WORDS, called, strangeness, unlike_sign, wordings
from reader.core.letters import name_signs, name_words

if TYPE_CHECKING:
    from reader.core.guide import Guide
    from reader.core.records import Entry

LONGEST_RUN = 6  # words of a phrase that may be a term together
WAYS = 12  # to write each of them that are looked up
NEARLY = 8  # letters to a mistake, in what is nearly the same
LONG_WORDS = 2  # of a phrase that is like nothing: those are compared alone
# Words that stand in every sentence, and in some names: "the" is not the body's defences.
_SMALL = (
    "a about after again all also am an and any are as at be because been before being between both but by can "
    "could did do does doing down during each few for from further get go goes got had has have having he her here "
    "him his how i if in into is it its just like many may me might more most much must my no nor not now of off on "
    "once only or other our out over own same she should so some such than that the their them then there these "
    "they this those through to too under until up us very was we well were what when where which while who whom "
    "why will with would you your"
)


class Nearest(NamedTuple):
    """An entry that may be meant."""

    entry: Entry
    name: str  # of its names the one that is like the words; "" where that is its term


def nearest(guide: Guide, written: str, count: int = 5) -> tuple[Nearest, ...]:
    """Return up to *count* entries that are nearest to *written*, best first; () where nothing is near.

    What is nearly written so; then the entries for words inside a phrase, the longest first; then what is written less
    alike, or begins so. For a phrase with nothing of this, what is written most like the longest of its words. A small
    word of every sentence means no entry.
    """
    written = written[:MOST_LETTERS]
    parts = name_words(written)[:MOST_WORDS]
    folded = [part.casefold() for part in parts]
    small = frozenset(_SMALL.split())
    told = [word for word in folded if word not in small]
    if not told:
        return ()
    letters = sum(map(len, parts))
    alike = guide.names.alike(" ".join(folded), count)
    nearly = [each for each in alike if each[0] <= max(1, letters // NEARLY)]
    found: dict[str, Nearest] = {}
    inside = _inside(guide, parts, name_signs(written))
    for entry, name in chain(_numbered(guide, nearly), inside, _numbered(guide, alike)):
        found.setdefault(entry.id, Nearest(entry, _other_name(entry, name)))
    if not found and len(parts) > 1:
        words = sorted(told, key=len, reverse=True)[:LONG_WORDS]
        near = chain.from_iterable(guide.names.alike(word, count, whole=False) for word in words)
        for entry, name in _numbered(guide, sorted(near, key=lambda each: each[0])):
            found.setdefault(entry.id, Nearest(entry, _other_name(entry, name)))
    return tuple(found.values())[:count]


def _numbered(guide: Guide, found: Iterable[tuple[int, int, str]]) -> Iterator[tuple[Entry, str]]:
    """Yield the entries that `NameIndex.alike` found, each with its name."""
    return ((guide.entry_numbered(number), name) for _, number, name in found)


def _other_name(entry: Entry, joined: str) -> str:
    """Return how the entry writes a name that is folded and in one word; "" for its term."""
    names = called(entry, joined)
    return "" if not names or entry.term in names else names[-1]


def _inside(guide: Guide, parts: Sequence[str], signs: Sequence[str]) -> Iterator[tuple[Entry, str]]:
    """Yield the entries for some of the words of a phrase, the longest first, none inside another; with their names."""
    folded = [part.casefold() for part in parts]
    runs = (
        (start, start + length)
        for length in range(min(len(parts) - 1, LONGEST_RUN), 0, -1)
        for start in range(len(parts) - length + 1)
    )
    ways = {run: [way for way, _ in wordings(folded[slice(*run)], WAYS)] for run in runs}
    entries: dict[str, list[Entry]] = {}
    for way, entry in guide.entries_for_forms({way for each in ways.values() for way in each}):
        entries.setdefault(way, []).append(entry)
    taken: list[tuple[int, int]] = []
    for (start, end), each in ways.items():
        way = next((way for way in each if way in entries), "")
        is_inside = any(first <= start and end <= last for first, last in taken)
        meant = _meant(entries.get(way, ()), way, signs[end - 1])
        # A small word is no symbol: "it" is not IT. With a number, as in il6, it is.
        if (
            meant is not None
            and not is_inside
            and (not way.isalpha() or strangeness(meant, way, "".join(parts[start:end])) < 2)
        ):
            taken.append((start, end))
            yield meant, way


def _meant(entries: Sequence[Entry], way: str, sign: str) -> Entry | None:
    """Return the first of the entries with one name whose sign is the nearest to this one, or None."""
    ranked = [(unlike, entry) for entry in entries if (unlike := unlike_sign(entry, way, sign)) is not None]
    return min(ranked, key=lambda each: each[0])[1] if ranked else None
