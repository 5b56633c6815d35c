"""Which box a loose end of a line means: the nearest that has a name, if it is near enough."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from reader.compiler.gpml.things.boxes import Box
from reader.compiler.gpml.ways.paths import Point

NEAR = 25.0  # pixels: of the lines of WikiPathways that name no end, half begin or end so near to one

_CELL = 128.0  # pixels; the board is a grid of such squares
_WIDEST = 64  # squares that a box may lie in: what is wider is a ground, which no line means
_MOST = 64  # boxes in one square; in a crowd beyond that, nearness says nothing
_RANK = {"DataNode": 0, "Label": 1, "Group": 2, "Shape": 3}


class _Spot(NamedTuple):
    left: float
    top: float
    right: float
    bottom: float
    holds_others: bool
    rank: int
    key: str


class Nearby:
    """The named boxes of a file by place."""

    def __init__(self, boxes: Iterable[Box]) -> None:
        self._cells: defaultdict[tuple[int, int], list[_Spot]] = defaultdict(list)
        self._kin: defaultdict[str, set[str]] = defaultdict(set)
        for box in boxes:
            for member in box.members:
                self._kin[box.key].add(member.key)
                self._kin[member.key].add(box.key)
            if box.tag in _RANK and (box.label or any(member.label for member in box.members)):
                x, y, w, h = box.rect
                spot = _Spot(x, y, x + w, y + h, box.tag in ("Group", "Shape"), _RANK[box.tag], box.key)
                for cell in _cells(spot):
                    if len(self._cells[cell]) < _MOST:
                        self._cells[cell].append(spot)

    def nearest(self, point: Point, other: str = "") -> str:
        """Return the key of the box nearest to a point, at most NEAR away; "" where there is none.

        *other* is what the line's other end is tied to: not it, its group or its members.
        """
        barred = {other} | self._kin.get(other, set())
        nearest, found = (NEAR, len(_RANK)), ""
        for spot in self._cells.get((math.floor(point[0] / _CELL), math.floor(point[1] / _CELL)), ()):
            distance = (_distance(spot, point), spot.rank)
            if distance < nearest and spot.key not in barred:
                nearest, found = distance, spot.key
        return found


def _cells(spot: _Spot) -> Iterator[tuple[int, int]]:
    left, right = math.floor((spot.left - NEAR) / _CELL), math.floor((spot.right + NEAR) / _CELL)
    top, bottom = math.floor((spot.top - NEAR) / _CELL), math.floor((spot.bottom + NEAR) / _CELL)
    if (right - left + 1) * (bottom - top + 1) <= _WIDEST:
        yield from ((column, row) for column in range(left, right + 1) for row in range(top, bottom + 1))


def _distance(spot: _Spot, point: Point) -> float:
    """Return how far a point is from a box; inside of what holds other things, from its border."""
    x, y = point
    beside = spot.left - x if x < spot.left else x - spot.right
    above = spot.top - y if y < spot.top else y - spot.bottom
    if beside > 0 or above > 0:
        return math.hypot(max(beside, 0.0), max(above, 0.0))
    if not spot.holds_others:
        return 0.0
    return min(x - spot.left, spot.right - x, y - spot.top, spot.bottom - y)
