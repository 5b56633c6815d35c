"""Makes a handout of what somebody asked for, of a guide, and of the reader's notes in it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import asdict, replace
from typing import TYPE_CHECKING, Any, NamedTuple

from reader.core.guide import Guide
from reader.core.handout import colophon, explaining, sources
from reader.core.handout.alone import ALONE
from reader.core.handout.choosing import Choice, chosen, levels
from reader.core.handout.doctor import summary
from reader.core.handout.everyday import marked
from reader.core.handout.glyphs import Glyphs, said
from reader.core.handout.handout import Figures, Handout
from reader.core.handout.mine import Mine, mine
from reader.core.handout.nesting import Nested, nest
from reader.core.handout.order import Order
from reader.core.handout.runs import Cutter, address_in_print
from reader.core.numbering import Numbering
from reader.core.records import About
from reader.core.text import Block
from reader.errors import ReaderError

if TYPE_CHECKING:
    from reader.core.notebook.notes import Note

TYPST_PAPER = {"a4": "a4", "letter": "us-letter"}
MOST_WITHOUT_CONTENTS = 3  # outermost sections
LINES = 12  # to write on; a sheet for the doctor has as many as there is room for
FOR_DOCTOR = "For my appointment"
SELECTED = "Selected words only"


def build(guide: Guide, order: Order, glyphs: Glyphs, notes: Sequence[Note] = ()) -> Handout:
    """Return the handout that *order* asks for; *notes* are the reader's in this guide.

    Raises ReaderError when nothing is chosen, or there is none of what is; when a section or route is unknown, the
    sentence names those with the nearest ids.
    """
    choice = chosen(guide, order)
    added = mine(guide, order, notes, choice)
    text = _text(guide, order, choice, glyphs)
    is_first = guide.is_pathway and order.what == "guide" and not order.is_for_doctor
    shown = _figures(guide, order, text.cutter) if is_first or "pathway" in order.parts else Figures()
    entries = _entries(guide, order, text, shown, added)
    _check(order, shown, added, entries)
    cutter, about = text.cutter, guide.about
    return Handout(
        what=order.what,
        **_named(guide, order, text, shown),
        **_of_guide(about, cutter),
        opens_with_heading=len(text.outermost) == 1 and bool(text.nested) and text.nested[0]["kind"] == "heading",
        has_contents=len(text.outermost) > MOST_WITHOUT_CONTENTS and bool(text.nested),
        layout=asdict(replace(order.preset.layout, kind="doctor" if order.is_for_doctor else "handout")),
        paper=TYPST_PAPER[order.paper],
        summary=tuple(map(cutter.plain, summary(guide, order, choice, added))) if order.is_for_doctor else (),
        blocks=text.nested,
        has_evidence=any(block.kind == "evidence" for block in text.blocks),
        figures=shown.figures,
        figure_is_first=is_first,
        mine=_mine(order, added).to_json(cutter),
        lines=LINES if "lines" in order.parts else 0,
        entries=entries,
        references=sources.cited(guide, cutter) if "references" in order.parts else (),
        closing=tuple(map(cutter.plain, colophon.closing(about))),
        pictures=tuple(dict.fromkeys(block.image for block in text.blocks if block.kind == "image")),
        drawn=shown.drawn,
        notes=tuple(filter(None, (*shown.notes, said(cutter.missing)))),
    )


class _Text(NamedTuple):
    """The guide's text as a handout has it."""

    blocks: tuple[Block, ...]
    nested: tuple[Nested, ...]  # the same as print sets them
    outermost: tuple[str, ...]  # the titles of the sections that stand in no other
    cutter: Cutter  # which knows what of it was cut


def _text(guide: Guide, order: Order, choice: Choice, glyphs: Glyphs) -> _Text:
    blocks = () if order.is_for_doctor else _printed(guide, order, choice)
    headings = {block.id for block in blocks if block.kind == "heading" and block.id}
    parts = order.parts
    cutter = Cutter(guide, headings, glyphs, is_explained="glossary" in parts, is_cited="references" in parts)
    outermost = (each.title for each, level in zip(choice.sections, levels(choice.sections), strict=True) if level == 1)
    return _Text(blocks, _nested(guide, blocks, cutter), tuple(outermost), cutter)


def _of_guide(about: About, cutter: Cutter) -> dict[str, Any]:
    """Return what a handout says of the guide that it comes from."""
    language, region = colophon.language(about)
    return {
        "guide": cutter.plain(about.title),
        "language": language,
        "region": region,
        "version": cutter.plain(about.version),
        "evidence_checked": cutter.plain(colophon.checked(about)),
        "review": cutter.plain(colophon.review(about)),
        "source": cutter.plain(address_in_print(about.source)),
        "source_address": about.source,
        "authors": tuple(cutter.plain(author) for author in about.authors),
        "dated": colophon.dated(about),
    }


def _check(order: Order, shown: Figures, added: Mine, entries: Sequence[Nested]) -> None:
    """Raise ReaderError where only one thing is wanted, and there is none."""
    found = {
        "glossary": entries,
        "words": entries,
        "notes": added.questions or added.parts or added.words,
        "pathway": shown.figures,
    }
    if order.what in ALONE and not found[order.what]:
        raise ReaderError(" ".join(shown.notes) or ALONE[order.what].none)


def _named(guide: Guide, order: Order, text: _Text, shown: Figures) -> dict[str, Any]:
    """Return title and subtitle; a subtitle that says the same as the title is none."""
    title = _title(guide, order, text.outermost)
    if order.what == "pathway" and len(shown.figures) == 1:
        title = shown.figures[0]["title"] or title
    title = text.cutter.plain(title) or guide.file.stem
    subtitle = text.cutter.plain(_subtitle(guide, order))
    return {"title": title, "subtitle": subtitle if subtitle != title else ""}


def _title(guide: Guide, order: Order, outermost: Sequence[str]) -> str:
    title = guide.about.title
    if order.is_for_doctor:
        return FOR_DOCTOR
    if order.what in ALONE:
        return ALONE[order.what].title.replace("{}", title) or title
    return (outermost[0] if len(outermost) == 1 else "") or title


def _subtitle(guide: Guide, order: Order) -> str:
    if order.is_for_doctor:
        return ""
    if order.what in ALONE:
        return "" if "{}" in ALONE[order.what].title else guide.about.title
    return {"guide": guide.about.subtitle, "selection": SELECTED}.get(order.what, "")


def _mine(order: Order, added: Mine) -> Mine:
    if order.what == "words":  # they are its entries
        return Mine()
    return added.for_sheet() if order.is_for_doctor else added


def _printed(guide: Guide, order: Order, choice: Choice) -> tuple[Block, ...]:
    """Return the blocks that are printed, with the marks that they have on paper."""
    if "glossary" in order.parts:
        choice = marked(guide, choice, is_cut=order.what == "selection")
    return tuple(block for block in choice.blocks if block.kind != "evidence" or "evidence" in order.parts)


def _figures(guide: Guide, order: Order, cutter: Cutter) -> Figures:
    from reader.core.handout.figure import figures  # late: with all that draws, for the few that want it

    return figures(guide, order, cutter)


def _nested(guide: Guide, blocks: Iterable[Block], cutter: Cutter) -> tuple[Nested, ...]:
    """Return blocks as print sets them, each with its id and the number of the paragraph that begins with it."""
    numbering = Numbering(guide)

    def number(block: Block) -> str:
        if block.kind == "heading":
            paragraph = numbering.at(block.id)
            return paragraph.number if paragraph is not None else ""
        paragraph = numbering.at(block.id.rpartition(".")[0], block.id)
        return paragraph.number if paragraph is not None and paragraph.block == block.id else ""

    def words(block: Block) -> Nested:
        return {"runs": cutter.runs(block), "id": block.id, "number": number(block)}

    return tuple(nest((block._replace(title=cutter.plain(block.title)) for block in blocks), words))


def _entries(guide: Guide, order: Order, text: _Text, shown: Figures, added: Mine) -> tuple[Nested, ...]:
    """Return the words explained: those that are used, or, where there is nothing else, all or those that were kept."""
    if order.what == "glossary":
        return explaining.whole(guide, text.cutter)
    if order.what == "words":
        return explaining.kept(guide, added.words, text.cutter)
    return explaining.used(guide, text.blocks, shown.terms, text.cutter) if "glossary" in order.parts else ()
