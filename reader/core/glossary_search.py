"""The search box of the glossary: the entries that fit what has been typed so far, each with why it does.

First the terms that begin so; then other names, short forms and later words of them that do; then words of the
explanations; and where all that is little, what is written alike.
"""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, Literal, NamedTuple

from reader.core.excerpt import Excerpt, excerpt
from reader.core.letters import folded_words
from reader.core.query import Marker, words
from reader.core.tokens import tokens

if TYPE_CHECKING:
    from reader.core.guide import Guide
    from reader.core.records import Entry

LIMIT = 100  # entries that are told of: nobody reads on, one types another letter
MOST_LETTERS = 100  # of what is typed that are looked at
SHORTEST = 3  # letters that are looked for in explanations
FEW = 3  # where fewer are found, what is written alike is looked for
ROOM = 90  # characters of an explanation that are shown
How = Literal["term", "name", "definition", "alike"]


class Match(NamedTuple):
    """An entry that fits what was typed, and how it does.

    Its term begins so; another name or a later word of its names does; its explanation has
    the words; or it is only written alike. *said* is that other name, or the words of the explanation, with marks.
    """

    id: str
    term: str
    how: How
    said: Excerpt = Excerpt("")


class Matches(NamedTuple):
    """What fits, the best first, and how many entries there are of it in all."""

    found: tuple[Match, ...]
    total: int


def find(guide: Guide, typed: str, limit: int = LIMIT) -> Matches:
    """Return the entries that fit *typed*, at most *limit*; none where nothing is typed.

    Raises ReaderError for a damaged guide.
    """
    typed = typed[:MOST_LETTERS]
    numbers = _numbers(guide, typed)
    marker = Marker(words(guide, typed))
    shown = (_match(guide, number, how, marker, folded_words(typed)) for number, how in islice(numbers.items(), limit))
    return Matches(tuple(shown), len(numbers))


def _numbers(guide: Guide, typed: str) -> dict[int, How]:
    """Return which entries fit, as numbers in alphabetical order, and how; the best first."""
    wanted = folded_words(typed)
    if not wanted:
        return {}
    terms, names = guide.names.beginning(wanted)
    found: dict[int, How] = {}
    every: tuple[tuple[How, list[int]], ...]
    every = (("term", terms), ("name", names), ("definition", _with_words(guide, typed)))
    for how, numbers in every:
        for number in numbers:
            found.setdefault(number, how)
    if not terms and not names and len(found) < FEW:
        for _, number, _name in guide.names.alike(wanted, FEW, typing=True):
            found.setdefault(number, "alike")
    return found


def _with_words(guide: Guide, typed: str) -> list[int]:
    """Return the entries that have all words of *typed*, in any form and order, the last maybe only begun."""
    if sum(len(token.word) for token in tokens(typed)) < SHORTEST:
        return []
    expression = " AND ".join(word.expression for word in words(guide, typed))
    # The entries are the first passages of the index, in the same order (compiler/store.py).
    asked = "SELECT rowid FROM passages WHERE passages MATCH ? AND rowid < ? ORDER BY rowid"
    return [row[0] for row in guide.rows(asked, expression, len(guide.names))]


def _match(guide: Guide, number: int, how: How, marker: Marker, wanted: str) -> Match:
    entry = guide.entry_numbered(number)
    said = Excerpt("")
    if how == "name":
        said = _name(entry, wanted, marker)
    elif how == "definition":
        inside = marker.marks(entry.definition)
        said = excerpt(entry.definition, inside, ROOM)
        if not inside:
            how, said = "name", _name(entry, wanted, marker)
    return Match(entry.id, entry.term, how, said)


def _name(entry: Entry, wanted: str, marker: Marker) -> Excerpt:
    """Return the name that fits best, if it is not the term; none where a later word of the term fits."""
    if marker.marks(entry.term):
        return Excerpt("")
    names = (*entry.short_forms, *entry.other_names)
    joined = wanted.replace(" ", "")

    def fits(name: str) -> tuple[bool, int]:
        return folded_words(name).replace(" ", "").startswith(joined), len(marker.marks(name))

    best = max(names, key=fits, default="")
    return excerpt(best, marker.marks(best), ROOM)
