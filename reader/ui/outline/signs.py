"""The small signs of the outline, drawn in one hand: sections inside, begun, read, ticked."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from reader.core.handout.basket import ALL, SOME
from reader.ui.outline.headings import BEGUN, READ
from reader.ui.theme import Theme

STROKE = 1.7  # as in resources/icons
SIDE = 14  # pixels, of the square that a sign stands in
BOX = 24  # of a box with its border


def chevron(painter: QPainter, centre: QPointF, colour: str, *, is_open: bool) -> None:
    """Draw the sign of a section that has others inside: pointing down where they are shown."""
    points = [(-4, -2), (0, 2), (4, -2)] if is_open else [(-2, -4), (2, 0), (-2, 4)]
    _line(painter, centre, points, colour)


def progress(painter: QPainter, centre: QPointF, colour: str, reached: int) -> None:
    """Draw how far one came: nothing, a ring that is still open, or a tick.

    No circle that fills: those are the signs of evidence (resources/icons/evidence-*.svg).
    """
    if reached == READ:
        _line(painter, centre, [(-5, 0.5), (-1.5, 4), (5, -3.5)], colour)
    elif reached == BEGUN:
        _prepare(painter, colour)
        painter.drawArc(QRectF(centre.x() - 5, centre.y() - 5, 10, 10), 90 * 16, -270 * 16)  # from the top, clockwise


def box(painter: QPainter, centre: QPointF, theme: Theme, state: str) -> None:
    """Draw a box: full, with a tick, where a section and all inside it is ticked; open, with a bar, where some is."""
    _prepare(painter, theme.accent if state else theme.rule, 2)
    painter.setBrush(QColor(theme.accent if state == ALL else theme.paper))
    side = BOX - 2  # half of its line is outside
    painter.drawRoundedRect(QRectF(centre.x() - side / 2, centre.y() - side / 2, side, side), 4, 4)
    if state == ALL:
        _line(painter, centre, [(-6, 0.5), (-2, 4.5), (6, -4)], theme.paper, 2.5)
    elif state == SOME:
        _line(painter, centre, [(-5, 0), (5, 0)], theme.accent, 3)


def _line(
    painter: QPainter, centre: QPointF, points: Sequence[tuple[float, float]], colour: str, width: float = STROKE
) -> None:
    _prepare(painter, colour, width)
    painter.drawPolyline(QPolygonF([centre + QPointF(x, y) for x, y in points]))


def _prepare(painter: QPainter, colour: str, width: float = STROKE) -> None:
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    pen = QPen(QColor(colour), width)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
