"""Makes a handout of what somebody asked for, of a guide, and of the reader's notes in it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import asdict, replace
from typing import TYPE_CHECKING

from reader.core.guide import Guide
from reader.core.handout import colophon, explaining, sources
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
from reader.core.text import Block
from reader.errors import ReaderError

if TYPE_CHECKING:
    from reader.core.notebook.notes import Note

TYPST_PAPER = {"a4": "a4", "letter": "us-letter"}
MOST_WITHOUT_CONTENTS = 3  # outermost sections
LINES = 12  # to write on; a sheet for the doctor has as many as there is room for
FOR_DOCTOR, MY_WORDS, MY_NOTES = "For my appointment", "My words", "My notes"
SELECTED = "Selected words only"
NO_ENTRIES = "This guide has no glossary."
NO_PATHWAY = "This guide has no pathway."
NO_WORDS_KEPT = "You have not kept any words of this guide yet."
NO_NOTES = "You have not written or marked anything in this guide yet."


def build(guide: Guide, order: Order, glyphs: Glyphs, notes: Sequence[Note] = ()) -> Handout:
    """Return the handout that *order* asks for; *notes* are the reader's in this guide.

    Raises ReaderError when nothing is chosen, or there is none of what is; when a section or route is unknown, the
    sentence names those with the nearest ids.
    """
    parts, about = order.parts, guide.about
    choice = chosen(guide, order)
    added = mine(guide, order, notes, choice)
    blocks = () if order.is_for_doctor else _printed(guide, order, choice)
    headings = {block.id for block in blocks if block.kind == "heading" and block.id}
    cutter = Cutter(guide, headings, glyphs, is_explained="glossary" in parts, is_cited="references" in parts)
    nested = _nested(guide, blocks, cutter)
    is_first = guide.is_pathway and order.what == "guide" and not order.is_for_doctor
    shown = _figures(guide, order, cutter) if is_first or "pathway" in parts else Figures()
    entries = _alone(guide, order, added, cutter)
    if "glossary" in parts:
        entries = explaining.used(guide, blocks, shown.terms, cutter)
    _check(order, shown, added, entries)
    outermost = [each for each, level in zip(choice.sections, levels(choice.sections), strict=True) if level == 1]
    title = cutter.plain(_title(guide, order, [section.title for section in outermost])) or guide.file.stem
    if order.what == "pathway" and len(shown.figures) == 1:
        title = shown.figures[0]["title"] or title
    subtitle = cutter.plain(_subtitle(guide, order))
    language, region = colophon.language(about)
    return Handout(
        what=order.what,
        title=title,
        guide=cutter.plain(about.title),
        subtitle=subtitle if subtitle != title else "",
        opens_with_heading=len(outermost) == 1 and bool(nested) and nested[0]["kind"] == "heading",
        has_contents=len(outermost) > MOST_WITHOUT_CONTENTS and bool(nested),
        language=language,
        region=region,
        version=cutter.plain(about.version),
        evidence_checked=cutter.plain(colophon.checked(about)),
        review=cutter.plain(colophon.review(about)),
        source=cutter.plain(address_in_print(about.source)),
        source_address=about.source,
        authors=tuple(cutter.plain(author) for author in about.authors),
        dated=colophon.dated(about),
        layout=asdict(replace(order.preset.layout, kind="doctor" if order.is_for_doctor else "handout")),
        paper=TYPST_PAPER[order.paper],
        summary=tuple(map(cutter.plain, summary(guide, order, choice, added))) if order.is_for_doctor else (),
        blocks=nested,
        has_evidence=any(block.kind == "evidence" for block in blocks),
        figures=shown.figures,
        figure_is_first=is_first,
        mine=_mine(order, added).to_json(cutter),
        lines=LINES if "lines" in parts else 0,
        entries=entries,
        references=sources.cited(guide, cutter) if "references" in parts else (),
        closing=tuple(map(cutter.plain, colophon.closing(about))),
        pictures=tuple(dict.fromkeys(block.image for block in blocks if block.kind == "image")),
        drawn=shown.drawn,
        notes=tuple(filter(None, (*shown.notes, said(cutter.missing)))),
    )


def _check(order: Order, shown: Figures, added: Mine, entries: Sequence[Nested]) -> None:
    """Raise ReaderError where only one thing is wanted, and there is none."""
    none = {
        "glossary": (entries, NO_ENTRIES),
        "words": (entries, NO_WORDS_KEPT),
        "notes": (added.questions or added.parts or added.words, NO_NOTES),
        "pathway": (shown.figures, " ".join(shown.notes) or NO_PATHWAY),
    }
    found, said = none.get(order.what, (True, ""))
    if not found:
        raise ReaderError(said)


def _title(guide: Guide, order: Order, outermost: Sequence[str]) -> str:
    if order.is_for_doctor:
        return FOR_DOCTOR
    title = guide.about.title
    alone = {"glossary": f"Glossary of “{title}”", "words": MY_WORDS, "notes": MY_NOTES}
    return alone.get(order.what) or (outermost[0] if len(outermost) == 1 else "") or title


def _subtitle(guide: Guide, order: Order) -> str:
    if order.is_for_doctor:
        return ""
    title = guide.about.title
    of = {"guide": guide.about.subtitle, "selection": SELECTED, "words": title, "notes": title, "pathway": title}
    return of.get(order.what, "")


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


def _alone(guide: Guide, order: Order, added: Mine, cutter: Cutter) -> tuple[Nested, ...]:
    """Return the words explained where there is nothing else."""
    if order.what == "glossary":
        return explaining.whole(guide, cutter)
    return explaining.kept(guide, added.words, cutter) if order.what == "words" else ()
