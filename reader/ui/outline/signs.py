"""The small signs of the outline, drawn in one hand: sections inside, begun, read."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from reader.ui.outline.headings import BEGUN, READ

STROKE = 1.7  # as in resources/icons
SIDE = 14  # pixels, of the square that a sign stands in


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


def _line(painter: QPainter, centre: QPointF, points: Sequence[tuple[float, float]], colour: str) -> None:
    _prepare(painter, colour)
    painter.drawPolyline(QPolygonF([centre + QPointF(x, y) for x, y in points]))


def _prepare(painter: QPainter, colour: str) -> None:
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    pen = QPen(QColor(colour), STROKE)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
