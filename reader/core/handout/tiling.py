"""A drawing with lines in all directions cut into parts side by side, where the cuts go through the fewest things."""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import pairwise, product

from reader.core.drawing import Drawing, Rect, Shape, Text, bounds, text_bounds
from reader.core.handout.fitting import is_line

_TRIED = 40  # places that are looked at for each cut
_THING, _LINE = 50, 1  # what it costs to cut through one


def tiles(drawing: Drawing, across: float, down: float) -> list[Rect]:
    """Return boxes that cover the drawing, row by row, each at most so many pixels wide and high."""
    things = [
        bounds(item.path) if isinstance(item, Shape) else text_bounds(item)
        for item in drawing.items
        if isinstance(item, Text) or item.role == "node"
    ]
    lines = [bounds(item.path) for item in drawing.items if is_line(item)]
    columns = _cuts(drawing.width, across, [each[0::2] for each in things], [each[0::2] for each in lines])
    rows = _cuts(drawing.height, down, [each[1::2] for each in things], [each[1::2] for each in lines])
    return [
        (left, top, right - left, bottom - top)
        for (top, bottom), (left, right) in product(pairwise(rows), pairwise(columns))
    ]


def _cuts(
    length: float, most: float, things: Sequence[tuple[float, ...]], lines: Sequence[tuple[float, ...]]
) -> list[float]:
    """Return where to cut, from 0 to *length*; things and lines are each a beginning and a length."""
    count = max(1, math.ceil(length / most))
    even = length / count
    spare = (most - even) / 2  # so far from an even cut, and none is too large
    found = [0.0]
    for number in range(1, count):
        tried = [number * even + spare * (2 * each / _TRIED - 1) for each in range(_TRIED + 1)]
        middle = number * even
        found.append(min(tried, key=lambda cut: (_cost(cut, things, lines), abs(cut - middle))))
    return [*found, length]


def _cost(cut: float, things: Sequence[tuple[float, ...]], lines: Sequence[tuple[float, ...]]) -> int:
    return sum(
        price
        for every, price in ((things, _THING), (lines, _LINE))
        for start, long in every
        if start < cut < start + long
    )
