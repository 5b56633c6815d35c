"""The references that a handout lists: those that its text and its figure cite."""

from __future__ import annotations

from reader.core.guide import Guide
from reader.core.handout.nesting import Nested
from reader.core.handout.runs import Cutter, address_in_print
from reader.core.records import Reference


def cited(guide: Guide, cutter: Cutter) -> tuple[Nested, ...]:
    """Return what a handout cites, by number: number, text, note, address, and shown (the address as it is typed)."""
    found = [guide.reference(key) for _, key in sorted(cutter.cited.items())]
    return tuple(_reference(reference, cutter) for reference in found if reference)


def _reference(reference: Reference, cutter: Cutter) -> Nested:
    address = f"https://doi.org/{reference.doi}" if reference.doi else reference.url
    if not address and reference.pmid:
        address = f"https://pubmed.ncbi.nlm.nih.gov/{reference.pmid}/"
    if not address.startswith(("https://", "http://")):
        address = ""
    return {
        "number": reference.number,
        "text": cutter.plain(reference.text),
        "address": address,
        "shown": cutter.plain(address_in_print(address)),
        "note": cutter.plain(reference.note),
    }
