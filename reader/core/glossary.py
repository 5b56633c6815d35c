"""Look-up in the glossary by any written form."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.core.letters import name_words

if TYPE_CHECKING:
    from reader.core.guide import Entry, Guide

MOST_LETTERS = 200  # of what is looked up that count
MOST_WORDS = 12


def look_up(guide: Guide, written: str) -> Entry | None:
    """Return the entry that explains *written*, in whatever inflection, spelling and punctuation; else None."""
    return next(iter(explaining(guide, written)), None)


def explaining(guide: Guide, written: str) -> tuple[Entry, ...]:
    """Return all entries that explain *written*, best first.

    Symbols come first where their capitals agree, last where not: PET is no pet. Then what differs in the number of its
    words alone comes before what differs more, the guide's own entries before added ones, and the entry whose term it
    is before one that is also called so; else the first of the glossary.
    """
    parts = name_words(written[:MOST_LETTERS])[:MOST_WORDS]
    letters = "".join(parts)
    ways = {letters.casefold(): (False, 0)}
    found = guide.entries_for_forms(ways) if letters else []
    if letters and (not found or guide.glossaries):
        from reader.core.wordings import wordings  # here, because most words are looked up as the glossary has them

        for number, (way, differs) in enumerate(wordings([part.casefold() for part in parts])):
            ways.setdefault(way, (differs, number))
        found = guide.entries_for_forms(ways)
    ranked: dict[str, tuple[tuple[int, bool, bool, int, int], Entry]] = {}
    for place, (way, entry) in enumerate(found):
        differs, number = ways[way]
        rank = (strangeness(entry, way, letters), differs, bool(entry.glossary), number, place)
        if entry.id not in ranked or rank < ranked[entry.id][0]:
            ranked[entry.id] = (rank, entry)
    return tuple(entry for _, entry in sorted(ranked.values(), key=lambda each: each[0]))


def strangeness(entry: Entry, joined: str, letters: str) -> int:
    """Return 0 for an entry with a symbol whose capitals are as in *letters*, 2 where they are not, 1 for other words.

    *joined* is the name of the entry that counts, folded and without spaces.
    """
    names = ("".join(name_words(name)) for name in (entry.term, *entry.short_forms, *entry.other_names))
    fitting = [name for name in names if name.casefold() == joined]
    if any(name[1:] == name[1:].lower() for name in fitting):
        return 1
    return 0 if any(name in letters for name in fitting) else 2
