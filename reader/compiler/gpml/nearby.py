"""Which box a loose end of a line means: the nearest, if it is near enough."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Iterator

from reader.compiler.gpml.boxes import Box
from reader.compiler.gpml.paths import Point
from reader.core.drawing import Rect

NEAR = 25.0  # pixels: of the lines of WikiPathways that name no end, half begin or end so near to one

_CELL = 128.0  # pixels; the board is a grid of such squares
_WIDEST = 64  # squares that a box may lie in: what is wider is a ground, which no line means
_MOST = 64  # boxes in one square; in a crowd beyond that, nearness says nothing
_RANK = {"DataNode": 0, "Label": 1, "Group": 2, "Shape": 3}


class Nearby:
    """The boxes of a file by place. A shape without a name is none that a line could mean."""

    def __init__(self, boxes: Iterable[Box]) -> None:
        self._cells: defaultdict[tuple[int, int], list[Box]] = defaultdict(list)
        for box in boxes:
            if box.tag in _RANK and (box.label or box.tag in ("DataNode", "Group")):
                for cell in _cells(box.rect):
                    if len(self._cells[cell]) < _MOST:
                        self._cells[cell].append(box)

    def nearest(self, point: Point, other: str = "") -> str:
        """Return the key of the box nearest to a point, at most NEAR away and not *other*; "" where there is none."""
        cell = (math.floor(point[0] / _CELL), math.floor(point[1] / _CELL))
        found = [(_distance(box, point), _RANK[box.tag], box.key) for box in self._cells.get(cell, ())]
        distance, _, key = min((each for each in found if each[2] != other), default=(math.inf, 0, ""))
        return key if distance <= NEAR else ""


def _cells(rect: Rect) -> Iterator[tuple[int, int]]:
    x, y, w, h = rect
    left, right = math.floor((x - NEAR) / _CELL), math.floor((x + w + NEAR) / _CELL)
    top, bottom = math.floor((y - NEAR) / _CELL), math.floor((y + h + NEAR) / _CELL)
    if (right - left + 1) * (bottom - top + 1) <= _WIDEST:
        yield from ((column, row) for column in range(left, right + 1) for row in range(top, bottom + 1))


def _distance(box: Box, point: Point) -> float:
    """Return how far a point is from a box; inside of what holds other things, from its border."""
    x, y, w, h = box.rect
    beside = max(x - point[0], point[0] - x - w)
    above = max(y - point[1], point[1] - y - h)
    if beside > 0 or above > 0:
        return math.hypot(max(beside, 0.0), max(above, 0.0))
    return -max(beside, above) if box.tag in ("Group", "Shape") else 0.0
