"""The drawing as it is lit now, flattened into marks from back to front: what the loop of a frame goes through."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from PySide6.QtCore import QRectF
from PySide6.QtGui import QBrush, QPainter, QPen

from reader.ui.pathway.dashes import paint_pieces
from reader.ui.pathway.ink import Stroke, thin
from reader.ui.pathway.lettering import Words, paint_words
from reader.ui.pathway.parts import Part

_TOGETHER = 64  # lines painted at once: more would be painted too often for one of them that is seen


class Mark(NamedTuple):
    """What one part leaves on the ground, or several plain lines that follow one another and have one pen."""

    left: float
    top: float
    right: float
    bottom: float
    strokes: list[Stroke]
    words: list[Words]


def marks(parts: Iterable[Part]) -> Iterator[Mark]:
    """Yield the marks of parts as the mood wants them now."""
    waiting: list[Part] = []
    pen: QPen | None = None
    for part in parts:
        ink = part.ink()
        if waiting and (not ink.line or ink.strokes[0].pen is not pen or len(waiting) == _TOGETHER):
            yield _together(waiting)
            waiting = []
        if ink.line:
            waiting.append(part)
            pen = ink.strokes[0].pen
        else:
            yield Mark(*part.edges, ink.strokes, ink.words)
    if waiting:
        yield _together(waiting)


def _together(parts: list[Part]) -> Mark:
    left, top, right, bottom = zip(*(part.edges for part in parts), strict=True)
    lines = [line for part in parts for line in part.ink().line]
    stroke = parts[0].ink().strokes[0]._replace(shape=lines)
    return Mark(min(left), min(top), max(right), max(bottom), [stroke], [])


def paint(painter: QPainter, marked: Sequence[Mark], area: QRectF, ground: str) -> None:
    """Paint marks as far as they lie in *area*. This is the loop that a frame consists of."""
    set_pen, set_brush = painter.setPen, painter.setBrush
    zoom, on_device = painter.worldTransform().m11(), painter.deviceTransform().m11()
    last_pen: QPen | None = None
    last_brush: QBrush | None = None
    first_x, first_y, last_x, last_y = area.left(), area.top(), area.right(), area.bottom()
    for left, top, right, bottom, strokes, words in marked:
        if left > last_x or right < first_x or top > last_y or bottom < first_y:
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
