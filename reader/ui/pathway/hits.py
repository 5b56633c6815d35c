"""What is meant by a point of the drawing: the nearest node or line, within reach of a finger at every zoom."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable
from itertools import pairwise

from PySide6.QtCore import QPointF, QRectF

from reader.ui.pathway.parts import GROUNDS, Part

TARGET = 44.0  # pixels on screen that a node takes presses in at least (WCAG 2.2, 2.5.5)
LINE_REACH = 10.0  # pixels on screen to either side of a line
_FOR_LIT = 3.0  # pixels by which what is lit seems nearer
_NOT_MEANT = (math.inf, math.inf)


def nearest(
    parts: Iterable[Part], point: QPointF, zoom: float, is_drawn: Callable[[Part], bool], is_lit: Callable[[str], bool]
) -> Part | None:
    """Return the node or the line that a press at a point means, or None for the ground.

    A node is meant inside its box, the smallest where boxes lie in one another. Elsewhere the nearest of all in reach
    wins. A box in which other things lie is meant only where none of them is.
    """
    best, found = _NOT_MEANT, None
    x, y, reach = point.x(), point.y(), max(TARGET / 2, LINE_REACH) / zoom
    for part in parts:
        left, top, right, bottom = part.edges
        if not (left - reach <= x <= right + reach and top - reach <= y <= bottom + reach) or not is_drawn(part):
            continue
        if part.role == "node":
            rank = _rank_of_node(part, point, zoom)
        elif part.role == "edge":
            rank = _rank_of_line(part, point, zoom, _FOR_LIT if is_lit(part.key) else 0.0)
        else:
            continue
        if rank < best:
            best, found = rank, part
    return found


def _rank_of_node(part: Part, point: QPointF, zoom: float) -> tuple[float, float]:
    box = part.box
    distance = _from_box(box, point) * zoom
    if distance > max(0.0, (TARGET - min(box.width(), box.height()) * zoom) / 2):
        return _NOT_MEANT
    size = box.width() * box.height()
    if part.kind.lower() in GROUNDS:
        return (LINE_REACH + distance, size)
    return (distance or -1.0, size)


def _rank_of_line(part: Part, point: QPointF, zoom: float, nearer: float) -> tuple[float, float]:
    distance = _from_line(part, point) * zoom
    return (max(0.0, distance - nearer), 0.0) if distance <= LINE_REACH else _NOT_MEANT


def _from_box(box: QRectF, point: QPointF) -> float:
    across = max(box.left() - point.x(), 0.0, point.x() - box.right())
    along = max(box.top() - point.y(), 0.0, point.y() - box.bottom())
    return math.hypot(across, along)


def _from_line(part: Part, point: QPointF) -> float:
    return min((_from_piece(*piece, point) for piece in pairwise(part.line)), default=math.inf)


def _from_piece(one: tuple[float, float], other: tuple[float, float], point: QPointF) -> float:
    dx, dy = other[0] - one[0], other[1] - one[1]
    length = dx * dx + dy * dy
    along = ((point.x() - one[0]) * dx + (point.y() - one[1]) * dy) / length if length else 0.0
    along = min(1.0, max(0.0, along))
    return math.hypot(point.x() - one[0] - along * dx, point.y() - one[1] - along * dy)
