"""Makes a handout: the chosen sections with the explained words and the references that they need."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import asdict, replace
from datetime import date

from reader.core.guide import Guide
from reader.core.handout.choosing import blocks_of, levels
from reader.core.handout.glyphs import Glyphs, said
from reader.core.handout.handout import Handout
from reader.core.handout.nesting import Nested, nest
from reader.core.handout.order import Order
from reader.core.handout.runs import Cutter, address_in_print
from reader.core.mentions import mentioned_in
from reader.core.notebook.notes import Note
from reader.core.records import About, Entry, Reference

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
NOT_SAID = "This guide does not say that a clinician has reviewed it."
TYPST_PAPER = {"a4": "a4", "letter": "us-letter"}


def build(guide: Guide, order: Order, glyphs: Glyphs, notes: Sequence[Note] = ()) -> Handout:
    """Return the handout that *order* asks for; *notes* are the reader's in this guide.

    Raises ReaderError when a section is unknown; the sentence names those with the nearest ids.
    """
    ids = [each.id for each in guide.outline] if order.what == "guide" else order.sections
    sections, source = blocks_of(guide, ids, order.preset.depth)
    cutter = Cutter(guide, {block.id for block in source if block.kind == "heading"}, glyphs)
    blocks = tuple(nest(source, cutter.runs))
    alone = [section.title for section, level in zip(sections, levels(sections), strict=True) if level == 1]
    about = guide.about
    language, region = _language(about.language)
    parts = order.preset.parts
    pictures = tuple(dict.fromkeys(block.image for block in source if block.kind == "image"))
    handout = Handout(
        title=cutter.plain(alone[0] if len(alone) == 1 and alone[0] else about.title) or guide.file.stem,
        guide=cutter.plain(about.title),
        subtitle=cutter.plain(about.subtitle) if order.what == "guide" else "",
        opens_with_heading=len(alone) == 1 and bool(blocks) and blocks[0]["kind"] == "heading",
        has_contents=len(alone) > 3,
        language=language,
        region=region,
        version=cutter.plain(about.version),
        evidence_checked=cutter.plain(_checked(about)),
        review=cutter.plain(about.review) or NOT_SAID,
        authors=tuple(cutter.plain(author) for author in about.authors),
        dated=_date(about.evidence_checked) or _date(about.written),
        layout=asdict(order.preset.layout),
        paper=TYPST_PAPER[order.paper],
        blocks=blocks,
        entries=_entries(guide, [section.id for section in sections], cutter) if "glossary" in parts else (),
        references=_references(guide, cutter) if "references" in parts else (),
        closing=_closing(about, cutter),
        pictures=pictures,
        notes=(),
    )
    return replace(handout, notes=tuple(filter(None, [said(cutter.missing)])))


def _entries(guide: Guide, sections: Collection[str], cutter: Cutter) -> tuple[Nested, ...]:
    """Return the words explained: the marked ones, and everyday words that are marked in another section only."""
    named = dict.fromkeys((*cutter.terms, *mentioned_in(guide, sections)))
    used = [entry for identifier in named if (entry := guide.entry(identifier))]
    entries = [entry for entry in used if entry.id in cutter.terms or entry.mark == "once"]
    return tuple(_entry(entry, cutter) for entry in sorted(entries, key=lambda entry: entry.term.casefold()))


def _entry(entry: Entry, cutter: Cutter) -> Nested:
    return {
        "id": entry.id,
        "term": cutter.plain(entry.term),
        "short": cutter.plain(", ".join(entry.short_forms)),
        "pronunciation": cutter.plain(entry.pronunciation),
        "text": cutter.plain(entry.definition),
        "glossary": cutter.plain(entry.glossary),
    }


def _references(guide: Guide, cutter: Cutter) -> tuple[Nested, ...]:
    cited = [guide.reference(key) for _, key in sorted(cutter.cited.items())]
    return tuple(_reference(reference, cutter) for reference in cited if reference)


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


def _closing(about: About, cutter: Cutter) -> tuple[str, ...]:
    by = f"Written by {', '.join(about.authors)}." if about.authors else ""
    licence = f"Licence: {about.licence}." if about.licence else ""
    return tuple(cutter.plain(text) for text in (about.disclaimer, f"{by} {licence}".strip()) if text)


def _language(tag: str) -> tuple[str, str]:
    """Return language and region of a BCP 47 tag; Typst wants them apart. English where the tag says nothing."""
    parts = re.fullmatch(r"([A-Za-z]{2,3})(?:-[A-Za-z]{4})?(?:-([A-Za-z]{2}))?(?:-.*)?", tag)
    return (parts[1].lower(), (parts[2] or "").upper()) if parts else ("en", "")


def _date(iso: str) -> tuple[int, ...]:
    try:
        day = date.fromisoformat(iso)
    except ValueError:
        return ()
    return (day.year, day.month, day.day)


def _checked(about: About) -> str:
    """Return when the evidence was checked, and that this should have been done again by now."""
    checked = _in_words(about.evidence_checked)
    return f"{checked}. The next check was due on {_in_words(about.next_check)}" if about.is_overdue else checked


def _in_words(iso: str) -> str:
    """Return a date such as 2026-11-02 or 2026-11 as people write it; anything else as it is."""
    parts = re.fullmatch(r"(\d{4})-(\d\d)(?:-(\d\d))?", iso)
    if not parts or not 1 <= int(parts[2]) <= 12:
        return iso
    day = f"{int(parts[3])} " if parts[3] else ""
    return f"{day}{MONTHS[int(parts[2]) - 1]} {parts[1]}"
