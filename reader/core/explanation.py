"""A word explained: its entry, what that points to, where it is used; or the words written most like it."""

from __future__ import annotations

from typing import NamedTuple

from reader.core.glossary import explaining
from reader.core.guide import Guide
from reader.core.mentions import Mentioned, mentioning
from reader.core.nearest import nearest
from reader.core.pathway import Node
from reader.core.records import Entry, Reference


class Explanation(NamedTuple):
    """What is shown when someone asks for a word."""

    entry: Entry
    see_also: tuple[Entry, ...]
    node: Node | None  # None when the word is not in the pathway
    mentions: tuple[Mentioned, ...] = ()  # the sections that have it
    sources: tuple[Reference, ...] = ()
    elsewhere: tuple[Entry, ...] = ()  # the same word in other glossaries

    @property
    def words(self) -> str:
        """The word that is explained."""
        return self.entry.term


class Unexplained(NamedTuple):
    """What is shown for words that no glossary has."""

    words: str
    nearest: tuple[Entry, ...]  # those written most like them, best first
    names: tuple[str, ...] = ()  # of each of them the name that is written so, "" where that is its term


def explain(guide: Guide, entry: str) -> Explanation | None:
    """Return the explanation of the entry with this id; None when the guide has no such entry."""
    found = guide.entry(entry)
    if found is None:
        return None
    others = (guide.entry(identifier) for identifier in found.see_also)
    sources = (guide.reference(key) for key in found.sources)
    same = explaining(guide, found.term) if guide.glossaries else ()
    return Explanation(
        found,
        tuple(other for other in others if other is not None),
        guide.pathway.of_term(entry) if guide.pathway is not None else None,
        mentioning(guide, entry),
        tuple(source for source in sources if source is not None),
        tuple(other for other in same if other.glossary != found.glossary),
    )


def unexplained(guide: Guide, words: str) -> Unexplained:
    """Return what is shown for *words* that have no entry."""
    found = nearest(guide, words)
    return Unexplained(words, tuple(each.entry for each in found), tuple(each.name for each in found))
