"""Where a guide's terms, claims and references stand in its text, and by what a reference is found elsewhere."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, NamedTuple

from reader.core.text import Place

if TYPE_CHECKING:
    from collections.abc import Iterable

    from reader.core.guide import Guide
    from reader.core.records import Reference, Section


class Mentioned(NamedTuple):
    """A section that has a term of the glossary."""

    section: Section
    times: int
    places: tuple[Place, ...]  # one in each block that has it, at its first word there

    @property
    def first(self) -> Place:
        """Where the section has it first."""
        return self.places[0]


class Handle(NamedTuple):
    """By what a source is found in a library or on the internet."""

    kind: str  # "DOI", "PubMed" or "address"
    value: str


def handles(reference: Reference) -> tuple[Handle, ...]:
    """Return everything by which a reference is found, the most lasting first; () where the guide gives nothing."""
    given = (Handle("DOI", reference.doi), Handle("PubMed", reference.pmid), Handle("address", reference.url))
    return tuple(each for each in given if each.value)


def citing(guide: Guide, key: str) -> list[Section]:
    """Return the sections that cite the reference *key*, in reading order."""
    return [
        section
        for identifier in guide.sections_naming(key)
        if (section := guide.section(identifier)) is not None
        and any(span.kind == "cite" and span.value == key for block in guide.blocks(identifier) for span in block.spans)
    ]


def mentioning(guide: Guide, entry: str) -> tuple[Mentioned, ...]:
    """Return the sections that have the term of the entry with this id, in reading order."""
    rows = guide.rows("SELECT section, count, places FROM mention WHERE entry = ? ORDER BY section", entry)
    found = ((guide.outline[number], times, json.loads(places)) for number, times, places in rows)
    return tuple(
        Mentioned(section, times, tuple(Place(section.id, block, start) for block, start in places))
        for section, times, places in found
    )


def uses_in(guide: Guide, sections: Iterable[Section]) -> dict[str, list[tuple[str, int]]]:
    """Return the ids of the entries whose terms stand in these *sections*, marked or not, each with its blocks there.

    In the order of the sections; of a block, its id and the character at which it has the term first.
    """
    numbers = {section.id: number for number, section in enumerate(guide.outline)}
    found: dict[str, list[tuple[str, int]]] = {}
    for section in sections:
        rows = guide.rows("SELECT entry, places FROM mention WHERE section = ?", numbers[section.id])
        for entry, places in rows:
            found.setdefault(entry, []).extend((block, start) for block, start in json.loads(places))
    return found


def claim_places(guide: Guide) -> dict[str, Place]:
    """Return where each claim is made: the first block that names it, or its section where no block does.

    In the order of the text; last the claims whose section the guide does not have.
    """
    outline = {section.id: number for number, section in enumerate(guide.outline)}
    found: dict[str, Place] = {}
    order: dict[str, tuple[int, int]] = {}
    for identifier in guide.sections_naming("claims"):
        for number, block in enumerate(guide.blocks(identifier)):
            for name in block.claims:
                found.setdefault(name, Place(identifier, block.id))
                order.setdefault(name, (outline[identifier], number))
    for claim in guide.claims:
        found.setdefault(claim.id, Place(claim.section))
        order.setdefault(claim.id, (outline.get(claim.section, len(outline)), 0))
    return {claim.id: found[claim.id] for claim in sorted(guide.claims, key=lambda each: order[each.id])}
