"""Numbers at the lines of a drawing, one for each step that is told beside it: on the line, or where there is room."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from typing import NamedTuple

from reader.core.drawing import Command, Drawing, Item, Rect, Shape, Text, bounds, text_bounds
from reader.core.handout.fitting import is_line, segments

MOST = 99  # numbers; a longer route is no picture
_SIZE, _RADIUS = 12.0, 9.0  # of a number, and of the circle around it: pixels
_ROUND = 0.5523 * _RADIUS  # how far the handles of a quarter of a circle lie
_LONG = 44.0  # pixels of a straight piece that shows enough of itself under a number
_BESIDE = _RADIUS + 5.0  # pixels from a line to a number beside it
_SHARES = (0.5, 0.35, 0.65, 0.2, 0.8)  # where along a piece a number may stand
_COVERED = 1000  # what it costs to cover a thing
_CROSSED, _MISTAKEN = 1, 100  # what it costs to cover another line from one's own, and from beside it


class _Spot(NamedTuple):
    x: float
    y: float
    is_beside: bool = False


class _Obstacle(NamedTuple):
    box: Rect
    line: str = ""  # the interaction whose line it is; "" for a thing


def numbered(drawing: Drawing, numbers: Mapping[str, int]) -> Drawing:
    """Return the drawing with a number at the line of each of these interactions, the first MOST: id -> number."""
    lines = {item.key: item for item in reversed(drawing.items) if is_line(item) and item.key in numbers}
    obstacles = list(_obstacles(drawing.items))
    marks: list[Item] = []
    for key, number in list(numbers.items())[:MOST]:
        if key in lines and (spots := list(_spots(lines[key]))):
            near = _near(obstacles, lines[key])
            spot = min(spots, key=partial(_cost, near, key))
            obstacles.append(_Obstacle(_box(spot)))
            marks += _mark(spot, key, number)
    return drawing._replace(items=(*drawing.items, *marks))


def _obstacles(items: Sequence[Item]) -> Iterator[_Obstacle]:
    for item in items:
        if is_line(item):
            for (x, y), command in segments(item.path):
                yield _Obstacle(bounds((("M", x, y), command)), item.key)
        elif item.role not in ("stage", "group"):
            yield _Obstacle(text_bounds(item) if isinstance(item, Text) else bounds(item.path))


def _spots(line: Shape) -> Iterator[_Spot]:
    """Yield where the number of a line may stand, the best first: on its long pieces, then beside any."""
    pieces = [(start, (float(command[-2]), float(command[-1]))) for start, command in segments(line.path)]
    pieces.sort(key=lambda piece: -math.dist(*piece))
    for start, end in pieces:
        if math.dist(start, end) >= _LONG:
            yield from (_Spot(*_along(start, end, share)) for share in _SHARES)
    for start, end in pieces:
        is_upright = abs(end[1] - start[1]) >= abs(end[0] - start[0])
        for x, y in (_along(start, end, share) for share in _SHARES):
            for by in (-_BESIDE, _BESIDE):
                yield _Spot(x + by, y, is_beside=True) if is_upright else _Spot(x, y + by, is_beside=True)


def _along(start: tuple[float, float], end: tuple[float, float], share: float) -> tuple[float, float]:
    return start[0] + share * (end[0] - start[0]), start[1] + share * (end[1] - start[1])


def _near(obstacles: Sequence[_Obstacle], line: Shape) -> list[_Obstacle]:
    left, top, width, height = bounds(line.path)
    around = 2 * (_BESIDE + _RADIUS)
    room = (left - around / 2, top - around / 2, width + around, height + around)
    return [each for each in obstacles if _overlap(each.box, room)]


def _cost(obstacles: Sequence[_Obstacle], line: str, spot: _Spot) -> int:
    box, other = _box(spot), _MISTAKEN if spot.is_beside else _CROSSED
    met = (each.line for each in obstacles if each.line != line and _overlap(each.box, box))
    return sum(other if name else _COVERED for name in met)


def _box(spot: _Spot) -> Rect:
    return (spot.x - _RADIUS, spot.y - _RADIUS, 2 * _RADIUS, 2 * _RADIUS)


def _overlap(one: Rect, other: Rect) -> bool:
    return (
        one[0] <= other[0] + other[2]
        and other[0] <= one[0] + one[2]
        and one[1] <= other[1] + other[3]
        and other[1] <= one[1] + one[3]
    )


def _mark(spot: _Spot, key: str, number: int) -> list[Item]:
    (x, y, _), r, c = spot, _RADIUS, _ROUND
    circle: tuple[Command, ...] = (
        ("M", x - r, y),
        ("C", x - r, y - c, x - c, y - r, x, y - r),
        ("C", x + c, y - r, x + r, y - c, x + r, y),
        ("C", x + r, y + c, x + c, y + r, x, y + r),
        ("C", x - c, y + r, x - r, y + c, x - r, y),
        ("Z",),
    )
    ground = Shape(circle, "other", key, stroke="#000000", fill="#FFFFFF", width=1.2)
    return [ground, Text((str(number),), x, y, _SIZE, key=key, bold=True)]
