"""A word explained: its entry, the entries it points to, and where it stands in the pathway."""

from __future__ import annotations

from typing import NamedTuple

from reader.core.guide import Entry, Guide
from reader.core.pathway import Node


class Explanation(NamedTuple):
    """What is shown when someone asks for a word."""

    entry: Entry
    see_also: tuple[Entry, ...]
    node: Node | None  # None when the word is not in the pathway


def explain(guide: Guide, entry: str) -> Explanation | None:
    """Return the explanation of the entry with this id; None when the guide has no such entry."""
    found = guide.entry(entry)
    if found is None:
        return None
    others = (guide.entry(identifier) for identifier in found.see_also)
    node = guide.pathway.of_term(entry) if guide.pathway is not None else None
    return Explanation(found, tuple(other for other in others if other is not None), node)
