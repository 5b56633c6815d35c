"""Boxes filed by the squares of a grid that they lie in, so that only near ones need be compared."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import floor

from reader.core.drawing import Rect

SQUARE = 128.0  # pixels
_MOST_WORK = 500_000  # squares and boxes looked at; 3,000 nodes with as many lines take a tenth


class TooMuchError(Exception):
    """So much is drawn, or in so few places, that comparing it would take too long."""


class Grid:
    """Finds boxes by place. Raises TooMuchError where that is more work than a drawing made by people needs."""

    def __init__(self, boxes: Sequence[Rect]) -> None:
        self._squares: dict[tuple[int, int], list[int]] = {}
        self._work = _MOST_WORK
        for number, box in enumerate(boxes):
            for square in self._under(box):
                self._squares.setdefault(square, []).append(number)

    def near(self, rect: Rect) -> set[int]:
        """Return the numbers of all boxes that may touch *rect*, and of some beside them."""
        found: set[int] = set()
        for square in self._under(rect):
            some = self._squares.get(square, ())
            self._spend(len(some))
            found.update(some)
        return found

    def _under(self, rect: Rect) -> Iterator[tuple[int, int]]:
        left, top = floor(rect[0] / SQUARE), floor(rect[1] / SQUARE)
        right, bottom = floor((rect[0] + rect[2]) / SQUARE), floor((rect[1] + rect[3]) / SQUARE)
        self._spend((right - left + 1) * (bottom - top + 1))
        return ((x, y) for x in range(left, right + 1) for y in range(top, bottom + 1))

    def _spend(self, work: int) -> None:
        self._work -= work
        if self._work < 0:
            raise TooMuchError
