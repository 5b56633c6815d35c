"""Boxes filed by the squares of a grid that they lie in, so that only near ones need be compared."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import product
from math import floor

from reader.core.drawing import Rect

SQUARE = 128.0  # pixels
_LARGE = 1000  # squares under a box from which it is near to everything
_MOST_WORK = 1_000_000  # squares and boxes looked at, in about a second; 3,000 nodes with as many lines take 50,000


class TooMuchError(Exception):
    """So much is drawn, or so close together, that comparing it would take too long."""


class Grid:
    """Finds boxes by place. Raises TooMuchError where that is more work than a drawing made by people needs."""

    def __init__(self, boxes: Sequence[Rect]) -> None:
        self._count = len(boxes)
        self._large: list[int] = []
        self._squares: dict[tuple[int, int], list[int]] = {}
        self._work = _MOST_WORK
        for number, box in enumerate(boxes):
            columns, rows = _under(box)
            if len(columns) * len(rows) > _LARGE:
                self._large.append(number)
                continue
            self._spend(len(columns) * len(rows))
            for square in product(columns, rows):
                self._squares.setdefault(square, []).append(number)

    def near(self, rect: Rect) -> set[int]:
        """Return the numbers of all boxes that may touch *rect*, and of some beside them."""
        columns, rows = _under(rect)
        if len(columns) * len(rows) > _LARGE:
            self._spend(self._count)
            return set(range(self._count))
        found = set(self._large)
        for square in product(columns, rows):
            found.update(self._squares.get(square, ()))
            self._spend(1 + len(self._squares.get(square, ())))
        self._spend(len(self._large))
        return found

    def _spend(self, work: int) -> None:
        self._work -= work
        if self._work < 0:
            raise TooMuchError


def _under(rect: Rect) -> tuple[range, range]:
    """Return the columns and the rows of the squares under a box."""
    x, y, w, h = rect
    return (
        range(floor(x / SQUARE), floor((x + w) / SQUARE) + 1),
        range(floor(y / SQUARE), floor((y + h) / SQUARE) + 1),
    )
