"""The heads of lines: GPML's ArrowHead names drawn as shapes, and the line cut short so that it meets them."""

from __future__ import annotations

import math

from reader.compiler.gpml.connectors import Point, toward
from reader.compiler.gpml.outlines import oval, polygon
from reader.core.drawing import Shape

LONG, HALF = 10.0, 4.5  # pixels from tip to base, and half the base
GAP = 3.0  # between a bar and what it stops before

_OPEN = {"mim-stimulation", "mim-necessary-stimulation", "mim-transcription-translation"}
_BARS = {"TBar", "mim-inhibition", "mim-cleavage", "mim-gap"}
_ROUND = {"mim-catalysis", "ReceptorRound", "LigandRound"}


def head(points: list[Point], name: str, width: float) -> tuple[list[Point], list[Shape]]:
    """Return a line's points, cut short at its last one, and the shapes of the head that stands there."""
    if name in ("", "Line") or math.dist(points[-1], points[-2]) < 0.01:
        return points, []
    tip, along = points[-1], _along(points)
    if name in _BARS:
        return _cut(points, GAP + width), [_bar(tip, along, GAP)]
    if name in _OPEN:
        more = [_bar(tip, along, LONG + 3)] if name == "mim-necessary-stimulation" else []
        return _cut(points, LONG), [Shape(_wedge(tip, along, LONG, HALF), "open head"), *more]
    return _other_head(points, name, tip, along)


def _other_head(points: list[Point], name: str, tip: Point, along: Point) -> tuple[list[Point], list[Shape]]:
    if name in _ROUND:
        x, y = tip[0] - along[0] * 4, tip[1] - along[1] * 4
        return _cut(points, 8), [Shape(oval((x - 4, y - 4, 8, 8)), "open head")]
    if name == "mim-binding":
        back = _step(tip, along, -LONG)
        wings = [_step(back, (-along[1], along[0]), side) for side in (HALF, -HALF)]
        return points, [Shape((("M", *wings[0]), ("L", *tip), ("L", *wings[1])), "bar head")]
    if name == "mim-conversion":
        return _cut(points, LONG * 0.6), [Shape(_dart(tip, along), "head")]
    # every other name is an arrow of some sort: drawn as one, so that the direction is never lost
    return _cut(points, LONG * 0.8), [Shape(_wedge(tip, along, LONG, HALF), "head")]


def _along(points: list[Point]) -> Point:
    (ax, ay), (bx, by) = points[-2], points[-1]
    whole = math.dist(points[-2], points[-1])
    return ((bx - ax) / whole, (by - ay) / whole)


def _step(here: Point, along: Point, distance: float) -> Point:
    return (here[0] + along[0] * distance, here[1] + along[1] * distance)


def _wedge(tip: Point, along: Point, long: float, half: float) -> tuple[tuple[str | float, ...], ...]:
    base = _step(tip, along, -long)
    across = (-along[1], along[0])
    return polygon([tip, _step(base, across, half), _step(base, across, -half)])


def _dart(tip: Point, along: Point) -> tuple[tuple[str | float, ...], ...]:
    base, notch = _step(tip, along, -LONG - 1), _step(tip, along, -LONG * 0.6)
    across = (-along[1], along[0])
    return polygon([tip, _step(base, across, HALF), notch, _step(base, across, -HALF)])


def _bar(tip: Point, along: Point, back: float) -> Shape:
    middle = _step(tip, along, -back)
    across = (-along[1], along[0])
    return Shape((("M", *_step(middle, across, 5)), ("L", *_step(middle, across, -5))), "bar head")


def _cut(points: list[Point], distance: float) -> list[Point]:
    last = math.dist(points[-1], points[-2])
    return [*points[:-1], toward(points[-1], points[-2], min(distance, last * 0.9))]
