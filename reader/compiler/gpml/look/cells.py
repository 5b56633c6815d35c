"""Parts of cells that GPML names as shapes: mitochondria, reticula, the Golgi apparatus.

Each is a few closed lines through points of the unit square, measured on PathVisio's drawings: no line strays from
them by more than 1.2 hundredths of the box.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

from reader.core.drawing import Command, Rect

# By ShapeType; each line as its points, in hundredths of the box across and down, and the direction in which it goes
# through them, in degrees clockwise from the right.
CELL_PARTS: dict[str, tuple[str, ...]] = {
    "Mitochondria": (  # the folds inside; the oval around them is drawn as any other
        "15,26,350 23,43,0 29,28,275 33,14,0 38,29,85 42,44,355 46,26,270 50,10,355 56,27,85 61,42,0 66,29,275 "
        "71,15,5 74,23,85 74,32,90 78,47,15 87,30,35 92,65,110 85,74,165 78,64,170 69,86,185 61,64,180 56,79,95 "
        "51,93,185 47,79,265 43,67,190 32,87,195 29,73,270 25,59,190 19,74,205 7,51,265 8,37,285",
    ),
    "Sarcoplasmic Reticulum": (
        "47,1,180 19,12,125 20,40,65 16,65,110 23,89,40 51,95,350 75,80,290 72,39,300 72,12,235",
    ),
    "Endoplasmic Reticulum": (
        "74,57,255 83,33,310 91,23,310 97,12,265 79,6,155 61,37,105 57,48,95 50,48,245 54,32,305 56,19,205 "
        "44,18,155 36,26,120 34,47,60 32,66,165 27,63,245 26,47,215 10,50,140 10,74,60 31,86,335 32,80,260 "
        "35,76,355 42,86,60 53,97,30 70,95,280 61,78,230 55,70,250 59,64,350 69,68,60 71,78,80 84,94,10 98,90,255 "
        "85,73,225",
    ),
    "Golgi Apparatus": (
        "58,21,225 55,9,320 81,7,20 85,17,125 75,49,90 86,81,50 83,93,155 56,91,215 56,80,300 64,50,270",
        "30,25,230 31,16,330 50,17,35 50,26,125 45,51,90 51,76,55 48,84,160 28,83,220 29,75,305 36,49,270",
        "28,37,80 27,62,115 13,75,180 4,71,235 8,64,325 15,49,270 9,35,190 6,28,315",
    ),
}
_REACH = 0.36  # of the distance between two points: how far from each the control point of the curve lies

_Knot = tuple[float, float, float]


def placed(lines: Sequence[str], box: Rect) -> tuple[Command, ...]:
    """Return closed lines of CELL_PARTS as smooth curves in a box."""
    x, y, w, h = box
    path: list[Command] = []
    for line in lines:
        knots = [_knot(point) for point in line.split()]
        for command in _closed(knots):
            numbers = [float(number) for number in command[1:]]
            there = (y + n * h if i % 2 else x + n * w for i, n in enumerate(numbers))
            path.append((command[0], *there))
    return tuple(path)


def _knot(point: str) -> _Knot:
    across, down, direction = map(int, point.split(","))
    return (across / 100, down / 100, math.radians(direction))


def _closed(knots: list[_Knot]) -> list[Command]:
    path: list[Command] = [("M", *knots[0][:2])]
    for (ax, ay, leaving), (bx, by, arriving) in zip(knots, [*knots[1:], knots[0]], strict=True):
        reach = _REACH * math.hypot(bx - ax, by - ay)
        path.append((
            "C", ax + reach * math.cos(leaving), ay + reach * math.sin(leaving),
            bx - reach * math.cos(arriving), by - reach * math.sin(arriving), bx, by,
        ))  # fmt: skip
    return [*path, ("Z",)]
