"""Makes a handout of what somebody asked for, of a guide, and of the reader's notes in it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import asdict
from datetime import date

from reader.core.guide import Guide
from reader.core.handout import explaining
from reader.core.handout.choosing import chosen, levels
from reader.core.handout.figure import Figure, figure
from reader.core.handout.glyphs import Glyphs, said
from reader.core.handout.handout import Handout
from reader.core.handout.nesting import Nested, nest
from reader.core.handout.order import Order
from reader.core.handout.runs import Cutter, address_in_print
from reader.core.notebook.notes import Note
from reader.core.numbering import Numbering
from reader.core.records import About, Reference
from reader.core.text import Block

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
NOT_SAID = "This guide does not say that a clinician has reviewed it."
TYPST_PAPER = {"a4": "a4", "letter": "us-letter"}
MOST_WITHOUT_CONTENTS = 3  # outermost sections


def build(guide: Guide, order: Order, glyphs: Glyphs, notes: Sequence[Note] = ()) -> Handout:
    """Return the handout that *order* asks for; *notes* are the reader's in this guide.

    Raises ReaderError when nothing is chosen, or a section is unknown: the sentence names those with the nearest ids.
    """
    parts = order.parts
    choice = chosen(guide, order)
    if "evidence" not in parts:
        choice = choice._replace(blocks=tuple(block for block in choice.blocks if block.kind != "evidence"))
    printed = {block.id for block in choice.blocks if block.kind == "heading"}
    cutter = Cutter(guide, printed, glyphs, is_explained="glossary" in parts, is_cited="references" in parts)
    blocks = _nested(guide, choice.blocks, cutter)
    shown = figure(guide, order, cutter) if "pathway" in parts else Figure()
    outermost = [each for each, level in zip(choice.sections, levels(choice.sections), strict=True) if level == 1]
    alone = outermost[0].title if len(outermost) == 1 else ""
    about = guide.about
    language, region = _language(about.language)
    return Handout(
        what=order.what,
        title=cutter.plain(alone or about.title) or guide.file.stem,
        guide=cutter.plain(about.title),
        subtitle=cutter.plain(about.subtitle) if order.what == "guide" else "",
        opens_with_heading=bool(alone and blocks) and blocks[0]["kind"] == "heading",
        has_contents=len(outermost) > MOST_WITHOUT_CONTENTS,
        language=language,
        region=region,
        version=cutter.plain(about.version),
        evidence_checked=cutter.plain(_checked(about)),
        review=cutter.plain(about.review) or NOT_SAID,
        source="",
        authors=tuple(cutter.plain(author) for author in about.authors),
        dated=_date(about.evidence_checked) or _date(about.written),
        layout=asdict(order.preset.layout),
        paper=TYPST_PAPER[order.paper],
        summary=(),
        blocks=blocks,
        has_evidence=any(block.kind == "evidence" for block in choice.blocks),
        figure=shown.figure,
        mine={"questions": [], "highlights": [], "words": []},
        lines=0,
        entries=explaining.used(guide, choice, cutter) if "glossary" in parts else (),
        references=_references(guide, cutter) if "references" in parts else (),
        closing=_closing(about, cutter),
        pictures=tuple(dict.fromkeys(block.image for block in choice.blocks if block.kind == "image")),
        drawn=shown.drawn,
        notes=(*shown.notes, *filter(None, [said(cutter.missing)])),
    )


def _nested(guide: Guide, blocks: Iterable[Block], cutter: Cutter) -> tuple[Nested, ...]:
    """Return blocks as print sets them, each with its id and the number of the paragraph that begins with it."""
    numbering = Numbering(guide)

    def words(block: Block) -> Nested:
        section = block.id if block.kind == "heading" else block.id.rpartition(".")[0]
        paragraph = numbering.at(section, "" if block.kind == "heading" else block.id) if section else None
        begins = paragraph is not None and (block.kind == "heading" or paragraph.block == block.id)
        number = paragraph.number if paragraph is not None and begins else ""
        return {"runs": cutter.runs(block), "id": block.id, "number": number}

    return tuple(nest((block._replace(title=cutter.plain(block.title)) for block in blocks), words))


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
