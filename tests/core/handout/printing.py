"""Handouts of the tests as PDFs: the small guide with one of everything, or any other, in one Typst for all of them."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from reader import paths
from reader.core.guide import Guide
from reader.core.handout.building import build
from reader.core.handout.choosing import with_inside
from reader.core.handout.glyphs import Glyphs
from reader.core.handout.handout import Handout
from reader.core.handout.nesting import Nested
from reader.core.handout.order import Order
from reader.core.handout.presets import PARTS, PRESETS, Preset
from reader.core.handout.typeset import Press, Typeset, Typesetter
from reader.core.notebook import passage
from reader.core.notebook.notes import Note, Target
from reader.core.section_text import SectionTexts
from reader.core.text import Place
from tests.guides import sample
from tests.pdf import Pdf

PRESS = Press(paths.bundled("resources"), tuple(paths.faces()))
EVERY_PART = frozenset(PARTS)


class Printed(NamedTuple):
    """A handout that was printed, and of what."""

    pdf: Pdf
    guide: Guide
    order: Order
    handout: Handout
    said: tuple[str, ...]


@cache
def _typesetter() -> Typesetter:
    return Typesetter(PRESS, Path(tempfile.mkdtemp(prefix="pages-")))


def made(guide: Guide, order: Order, folder: Path, notes: Sequence[Note] = ()) -> Typeset:
    """Return the order's PDF, in *folder*, and what is said of it."""
    typeset = _typesetter().pdf(guide, order, notes)
    folder.mkdir(parents=True, exist_ok=True)
    return replace(typeset, file=Path(shutil.move(typeset.file, folder / "handout.pdf")))


def printed(guide: Guide, order: Order, folder: Path, notes: Sequence[Note] = ()) -> Printed:
    """Return what comes of an order, open."""
    typeset = made(guide, order, folder, notes)
    return Printed(Pdf(typeset.file), guide, order, build(guide, order, Glyphs(PRESS.glyphs), notes), typeset.notes)


def order(guide: Guide, *sections: str, preset: str = "standard", paper: str = "a4", every_part: bool = False) -> Order:
    """Return the order of these sections, with those inside them, or of the whole guide."""
    usual = PRESETS[preset]
    wanted = Preset(usual.depth, EVERY_PART if every_part else usual.parts, usual.layout)
    what = "sections" if sections else "guide"
    return Order(what, with_inside(guide, sections) if sections else (), preset=wanted, paper=paper)


def runs_in(blocks: Iterable[Nested]) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield the runs of nested blocks, in reading order; a picture's description is no text."""
    for block in blocks:
        if block.get("kind") != "image":
            yield from block.get("runs", ())
        if block.get("kind") == "table":
            for row in (*block["header"], *block["rows"]):
                yield from runs_in(row)
        yield from runs_in((*block.get("blocks", ()), *block.get("items", ())))


def of_everything(folder: Path, like: Guide) -> Guide:
    """Return the small guide with every kind of block, and with the pathway of the guide *like*."""
    return sample.guide(folder, pathway=(like.pathway, like.drawing))


def notes(guide: Guide) -> list[Note]:
    """Return a reader's notes of every kind that is printed, in the first section with words enough."""
    section, block = next(
        (section.id, block)
        for section in guide.outline
        for block in guide.blocks(section.id)
        if block.kind == "paragraph" and len(block.text) > 100
    )
    start, end = Place(section, block.id, 10), Place(section, block.id, 60)
    target = passage.make(SectionTexts(guide), start, end)[0]
    entry = Target("entry", guide.terms[0][1], guide.terms[0][0])
    return [
        Note("1", guide.about.id, "highlight", target, style="unclear"),
        Note("2", guide.about.id, "highlight", target, "Read this again.", style="important"),
        Note("3", guide.about.id, "note", Target(), "A note on all of it."),
        Note("4", guide.about.id, "question", target, "Should I take part in a study?", rank=1),
        Note("5", guide.about.id, "question", Target(), "What can I do for better sleep?", rank=2),
        Note("6", guide.about.id, "word", entry, "In my own words."),
    ]
