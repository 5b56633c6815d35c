"""Where a guide's claims and references stand in its text, and what of a reference can be copied to look it up."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from reader.core.text import Place

if TYPE_CHECKING:
    from reader.core.guide import Guide, Reference, Section


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
