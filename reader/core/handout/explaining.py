"""The words explained on a handout: those that its text uses, the whole glossary, or those that a reader kept."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from reader.core.guide import Guide
from reader.core.handout.nesting import Nested
from reader.core.handout.runs import Cutter
from reader.core.records import Entry
from reader.core.text import Block

if TYPE_CHECKING:
    from reader.core.notebook.reading_order import Placed


def used(guide: Guide, blocks: Iterable[Block], terms: Iterable[str], cutter: Cutter) -> tuple[Nested, ...]:
    """Return the words explained that the printed text marks, each once, in alphabetical order.

    And the entries with the ids *terms*, which stand elsewhere on the handout.
    """
    first: dict[str, str] = {}
    for block in blocks:
        for span in block.spans:
            if span.kind == "term":
                first.setdefault(span.value, block.id)
    for identifier in terms:
        first.setdefault(identifier, "")
    entries = [(entry, block) for identifier, block in first.items() if (entry := guide.entry(identifier))]
    entries.sort(key=lambda found: found[0].term.casefold())
    return tuple(_explained(entry, cutter, block) for entry, block in entries)


def whole(guide: Guide, cutter: Cutter) -> tuple[Nested, ...]:
    """Return every word of the glossary, in alphabetical order."""
    entries = (guide.entry(identifier) for identifier, _ in guide.terms)
    return tuple(_explained(entry, cutter) for entry in entries if entry is not None)


def kept(guide: Guide, words: Iterable[Placed], cutter: Cutter) -> tuple[Nested, ...]:
    """Return a reader's words, with what the guide says of each and what the reader wrote about it."""
    return tuple(_kept(guide, word, cutter) for word in words)


def _explained(entry: Entry, cutter: Cutter, first: str = "", note: str = "") -> Nested:
    return {
        "id": entry.id,
        "term": cutter.plain(entry.term),
        "short": cutter.plain(", ".join(entry.short_forms)),
        "pronunciation": cutter.plain(entry.pronunciation),
        "text": cutter.plain(entry.definition),
        "glossary": cutter.plain(entry.glossary),
        "first": first,
        "note": cutter.plain(note),
    }


def _kept(guide: Guide, word: Placed, cutter: Cutter) -> Nested:
    target = word.note.target
    entry = guide.entry(target.name) if target.about == "entry" else None
    if entry is not None:
        return _explained(entry, cutter, note=word.note.body)
    written = Entry(word.note.id, word.quote or target.name or word.note.body, "")
    return _explained(written, cutter, note=word.note.body if word.quote or target.name else "")
