"""A handout: chosen sections with the explained words and the references that they need, ready to be typeset."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, fields, replace
from datetime import date
from typing import Any

from reader.core.fuzzy import alike
from reader.core.glyphs import Glyphs, said
from reader.core.guide import About, Entry, Guide, Reference, Section
from reader.core.mentions import mentioned_in
from reader.core.nesting import Nested, nest
from reader.core.runs import Cutter, address_in_print
from reader.core.text import Block
from reader.errors import ReaderError

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
NOT_SAID = "This guide does not say that a clinician has reviewed it."
NO_DESCRIPTION = "A picture without a description."


@dataclass(frozen=True, slots=True)
class Handout:
    """What is printed, as plain data: no text in it is ever parsed as markup."""

    title: str
    guide: str  # the guide's title
    subtitle: str
    opens_with_heading: bool  # the first block is the title
    has_contents: bool
    language: str  # ISO 639, such as "en"
    region: str  # ISO 3166, such as "GB", or ""
    version: str
    evidence_checked: str  # in words
    review: str
    authors: tuple[str, ...]
    dated: tuple[int, ...]  # year, month, day, for the document's information; or ()
    blocks: tuple[Nested, ...]
    entries: tuple[Nested, ...]  # the words explained: id, term, short, pronunciation, text, glossary
    references: tuple[Nested, ...]  # number, text, note, address, shown
    closing: tuple[str, ...]  # disclaimer, authors and licence
    pictures: tuple[str, ...]  # keys in Guide.image
    notes: tuple[str, ...]  # what differs from the guide, in sentences

    def to_json(self) -> dict[str, Any]:
        """Return all of it for the template."""
        return {each.name: getattr(self, each.name) for each in fields(self)}


def build(guide: Guide, sections: Sequence[str], glyphs: Glyphs) -> Handout:
    """Return a handout of the *sections* with these ids, each with the sections inside it; of all for ().

    Raises ReaderError when a section is unknown; the sentence names those with the nearest ids.
    """
    chosen = _chosen(guide, sections)
    every = [block for section, level in chosen for block in _with_level(guide.blocks(section.id), section, level)]
    source = _regular(every)
    cutter = Cutter(guide, {block.id for block in source if block.kind == "heading"}, glyphs)
    blocks = tuple(nest(source, cutter.runs))
    alone = [section.title for section, level in chosen if level == 1]
    about = guide.about
    language, region = _language(about.language)
    pictures = tuple(dict.fromkeys(block.image for block in source if block.kind == "image"))
    handout = Handout(
        title=cutter.plain(alone[0] if len(alone) == 1 and alone[0] else about.title) or guide.file.stem,
        guide=cutter.plain(about.title),
        subtitle="" if sections else cutter.plain(about.subtitle),
        opens_with_heading=len(alone) == 1 and bool(blocks) and blocks[0]["kind"] == "heading",
        has_contents=len(alone) > 3,
        language=language,
        region=region,
        version=cutter.plain(about.version),
        evidence_checked=cutter.plain(_checked(about)),
        review=cutter.plain(about.review) or NOT_SAID,
        authors=tuple(cutter.plain(author) for author in about.authors),
        dated=_date(about.evidence_checked) or _date(about.written),
        blocks=blocks,
        entries=_entries(guide, [section.id for section, _ in chosen], cutter),
        references=_references(guide, cutter),
        closing=_closing(about, cutter),
        pictures=pictures,
        notes=(),
    )
    return replace(handout, notes=tuple(filter(None, [said(cutter.missing)])))


def _chosen(guide: Guide, wanted: Sequence[str]) -> list[tuple[Section, int]]:
    """Return the sections to print in the order asked for, each once, with the level of its heading."""
    children: dict[str, list[Section]] = {}
    for section in guide.outline:
        children.setdefault(section.parent, []).append(section)
    roots = [_section(guide, identifier) for identifier in wanted] if wanted else children.get("", [])
    inside = {below.id for root in roots for below, level in _tree(root, children) if level > 1}
    once = dict.fromkeys(root for root in roots if root.id not in inside)
    return [pair for root in once for pair in _tree(root, children)]


def _tree(root: Section, children: dict[str, list[Section]]) -> list[tuple[Section, int]]:
    found: list[tuple[Section, int]] = []
    waiting = [(root, 1)]
    while waiting:
        section, level = waiting.pop()
        found.append((section, level))
        waiting += [(child, level + 1) for child in reversed(children.get(section.id, []))]
    return found


def _section(guide: Guide, identifier: str) -> Section:
    section = guide.section(identifier)
    if section is None:
        known = [each.id for each in guide.outline]
        near = alike(identifier, known, 3, may_go_on=True) or known[:3]
        raise ReaderError(f"There is no section “{identifier}” in “{guide.about.title}”. Nearest: {', '.join(near)}.")
    return section


def _with_level(blocks: Sequence[Block], section: Section, level: int) -> list[Block]:
    """Return a section's blocks with its first heading at *level*; a heading without words is left out."""
    kept: list[Block] = []
    for number, block in enumerate(blocks):
        if block.kind != "heading":
            text = NO_DESCRIPTION if block.kind == "image" and not block.text.strip() else block.text
            kept.append(block._replace(text=text))
        elif block.text.strip():
            kept.append(block._replace(id=section.id if number == 0 else "", level=level + (number > 0)))
    return kept


def _regular(blocks: Sequence[Block]) -> list[Block]:
    """Return *blocks* with heading levels that begin at 1 and never skip one (ISO 14289-1, 7.4.2)."""
    regular: list[Block] = []
    before = 0
    for block in blocks:
        if block.kind == "heading":
            before = min(block.level, before + 1)
            regular.append(block._replace(level=before))
        else:
            regular.append(block)
    return regular


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
