"""The drawing as it is lit now, flattened into marks from back to front: what the loop of a frame goes through."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from PySide6.QtCore import QLineF, QRect
from PySide6.QtGui import QBrush, QPainter, QPen, QRegion

from reader.ui.pathway.dashes import paint_pieces
from reader.ui.pathway.ink import Stroke, thin
from reader.ui.pathway.lettering import Words, paint_words
from reader.ui.pathway.parts import Part


class Mark(NamedTuple):
    """What one part leaves on the ground, or several plain lines that follow one another and have one pen."""

    box: QRect
    strokes: list[Stroke]
    words: list[Words]


def marks(parts: Iterable[Part]) -> list[Mark]:
    """Return the marks of parts as the mood wants them now."""
    result: list[Mark] = []
    pen: QPen | None = None  # of the lines that are gathered
    lines: list[QLineF] = []
    box = QRect()
    for part in parts:
        ink = part.ink()
        if not ink.line:
            pen = None
            result.append(Mark(part.rect, ink.strokes, ink.words))
        elif ink.strokes[0].pen is pen:
            lines += ink.line
            box = box | part.rect  # not in place: it may be the part’s own
            result[-1] = result[-1]._replace(box=box)
        else:
            pen, lines, box = ink.strokes[0].pen, list(ink.line), part.rect
            result.append(Mark(box, [ink.strokes[0]._replace(shape=lines)], []))
    return result


def paint(painter: QPainter, marked: Sequence[Mark], area: QRegion, ground: str) -> None:
    """Paint marks as far as they lie in *area*. This is the loop that a frame consists of."""
    set_pen, set_brush, is_in = painter.setPen, painter.setBrush, area.intersects
    zoom, on_device = painter.worldTransform().m11(), painter.deviceTransform().m11()
    last_pen: QPen | None = None
    last_brush: QBrush | None = None
    for box, strokes, words in marked:
        if not is_in(box):
            continue
        for least, dashed, pen, brush, draw, shape, pieces in strokes:
            if zoom < least:
                continue
            if pieces and dashed * on_device >= 1:
                last_pen = None
                paint_pieces(painter, pieces)
                continue
            if dashed * on_device < 1:
                last_pen = None
                set_pen(thin(pen, on_device))
            elif pen is not last_pen:  # the cache gives the same pen for the same look
                last_pen = pen
                set_pen(pen)
            if brush is not last_brush:
                last_brush = brush
                set_brush(brush)
            draw(painter, shape)
        for each in words:
            if zoom >= each.least:
                last_pen = each.pen
                set_pen(last_pen)
                paint_words(painter, each, ground)
