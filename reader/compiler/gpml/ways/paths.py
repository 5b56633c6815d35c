"""A line's way as straight and curved pieces: how long it is, the point at a share of it, and what is left of it."""

from __future__ import annotations

import itertools
import math
from bisect import bisect_left
from collections.abc import Iterable, Sequence

from reader.core.drawing import Command

Point = tuple[float, float]
Piece = tuple[Point, ...]
"""From its first point to its last: straight with two points, a cubic curve (Bézier's) with four."""

_CHORDS = 16  # that stand for a curve where its length counts
_WEIGHTS = tuple(  # of a curve's four points at the ends of its chords (Bernstein's polynomials)
    ((1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3) for t in (i / _CHORDS for i in range(_CHORDS + 1))
)
_FINE = 1.5  # pixels: a curve may be drawn in straight pieces so short
_SAME = 1e-6  # pixels: two points that are nearer are one
_SHARPEST = 6.0  # times its distance that the corner of a line beside another may stick out


def between(a: Point, b: Point, share: float) -> Point:
    """Return the point at a share of the straight way from one point to another."""
    return (a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share)


def straight(points: Sequence[Point]) -> list[Piece]:
    """Return the way through points, without pieces that lead nowhere (but never without any piece)."""
    pieces: list[Piece] = [pair for pair in itertools.pairwise(points) if pair[0] != pair[1]]
    return pieces or [(points[0], points[-1])]


def smooth(points: Sequence[Point]) -> list[Piece]:
    """Return the way that bends at each point without reaching it: a uniform cubic B-spline from first to last.

    So does the site of WikiPathways draw ConnectorType Curved through the corners of an elbow.
    """
    knots = [points[0], *points, points[-1]]
    pieces: list[Piece] = []
    here = between(points[0], points[1], 1 / 6)
    pieces.append((points[0], here))
    for a, b, c in zip(knots[1:], knots[2:], knots[3:], strict=False):
        there = ((a[0] + 4 * b[0] + c[0]) / 6, (a[1] + 4 * b[1] + c[1]) / 6)
        pieces.append((here, between(a, b, 1 / 3), between(a, b, 2 / 3), there))
        here = there
    pieces.append((here, points[-1]))
    return pieces


def length(piece: Piece) -> float:
    """Return how long a piece is, in pixels."""
    return math.dist(*piece) if len(piece) == 2 else sum(itertools.starmap(math.dist, itertools.pairwise(_flat(piece))))


def milestones(way: Sequence[Piece]) -> list[float]:
    """Return how far from the start of a way each of its pieces ends, in pixels."""
    return list(itertools.accumulate(map(length, way)))


def place(way: Sequence[Piece], ends: Sequence[float], share: float) -> tuple[Point, Point]:
    """Return the point at a share (0 to 1) of a way's length, and the unit vector in which the way goes there.

    *ends* are the way's milestones: who asks for many places measures it once.
    """
    far = min(max(share, 0.0), 1.0) * ends[-1]
    i = min(bisect_left(ends, far), len(way) - 1)
    before, after = _split(way[i], far - ends[i] + length(way[i]))
    return before[-1], _heading(after if math.dist(after[0], after[-1]) > 0.01 else before)


def heading(way: Sequence[Piece]) -> Point:
    """Return the unit vector in which a way arrives; to the right where it leads nowhere, as in SVG."""
    return next((found for piece in reversed(way) if (found := _heading(piece)) != (0.0, 0.0)), (1.0, 0.0))


def turned(way: Sequence[Piece]) -> list[Piece]:
    """Return the way back."""
    return [piece[::-1] for piece in reversed(way)]


def shortened(way: Sequence[Piece], at_start: float, at_end: float) -> list[Piece]:
    """Return what is left of a way when so many pixels of its ends are taken off; all of it when nothing is left."""
    if not at_start + at_end or at_start + at_end >= sum(map(length, way)):
        return list(way)
    return turned(_without_start(turned(_without_start(way, at_start)), at_end))


def beside(way: Sequence[Piece], distance: float) -> list[Piece]:
    """Return the way so many pixels to the right of another, its curves in short straight pieces.

    Where a way ends at its start, the ends meet.
    """
    points = _distinct(point for piece in way for point in _flat(piece)[:: _every(piece)])
    if len(points) < 2:
        return list(way)
    sides = [_right(a, b) for a, b in itertools.pairwise(points)]
    is_round = math.dist(points[0], points[-1]) < _SAME
    before, after = (sides[-1], sides[0]) if is_round else (sides[0], sides[-1])
    moved = []
    for point, (ax, ay), (bx, by) in zip(points, [before, *sides], [*sides, after], strict=True):
        x, y = ax + bx, ay + by
        # A corner lies on the line that halves its angle, the farther away the sharper it is.
        far = distance * min(2 / max(x * x + y * y, 1e-9), _SHARPEST * _SHARPEST / 2)
        moved.append((point[0] + x * far, point[1] + y * far))
    return straight(moved)


def ways(path: Iterable[Command]) -> list[list[Piece]]:
    """Return each line of a path of the display list as a way; the opposite of `commands`."""
    found: list[list[Piece]] = []
    start = here = (0.0, 0.0)
    for name, *rest in path:
        numbers = [float(number) for number in rest]
        points = list(zip(numbers[0::2], numbers[1::2], strict=True)) or [start]
        if name == "M":
            found.append([])
            start = points[0]
        elif points[-1] != here:
            found[-1].append((here, *points))
        here = points[-1]
    return [way for way in found if way]


def commands(way: Sequence[Piece]) -> tuple[Command, ...]:
    """Return a way as a path of the display list."""
    path: list[Command] = [("M", *way[0][0])]
    for piece in way:
        path.append(("L", *piece[1]) if len(piece) == 2 else ("C", *piece[1], *piece[2], *piece[3]))
    return tuple(path)


def _flat(piece: Piece) -> list[Point]:
    if len(piece) == 2:
        return list(piece)
    (ax, ay), (bx, by), (cx, cy), (dx, dy) = piece
    return [(p * ax + q * bx + r * cx + s * dx, p * ay + q * by + r * cy + s * dy) for p, q, r, s in _WEIGHTS]


def _every(piece: Piece) -> int:
    """Return which of the chords' ends are enough to draw a curve: those that lie up to _FINE apart."""
    if len(piece) == 2:
        return 1
    span = sum(itertools.starmap(math.dist, itertools.pairwise(piece))) / _CHORDS
    return next(step for step in (8, 4, 2, 1) if step * span <= _FINE or step == 1)


def _cut(piece: Piece, share: float) -> tuple[Piece, Piece]:
    """Return a piece in two, by de Casteljau's rule."""
    rows = [piece]
    while len(rows[-1]) > 1:
        rows.append(tuple(between(a, b, share) for a, b in itertools.pairwise(rows[-1])))
    return tuple(row[0] for row in rows), tuple(row[-1] for row in reversed(rows))


def _split(piece: Piece, distance: float) -> tuple[Piece, Piece]:
    """Return a piece in two, so many pixels after its start."""
    points = _flat(piece)
    for i, (a, b) in enumerate(itertools.pairwise(points)):
        long = math.dist(a, b)
        if distance <= long:
            return _cut(piece, (i + (distance / long if long else 0.0)) / (len(points) - 1))
        distance -= long
    return piece, (piece[-1], piece[-1])


def _without_start(way: Sequence[Piece], distance: float) -> list[Piece]:
    for i, piece in enumerate(way):
        long = length(piece)
        if distance < long:
            return [_split(piece, distance)[1], *way[i + 1 :]] if distance else list(way)
        distance -= long
    return list(way)


def _heading(piece: Piece) -> Point:
    end = piece[-1]
    before = next((point for point in reversed(piece) if math.dist(point, end) > _SAME), end)
    long = math.dist(before, end) or 1.0
    return ((end[0] - before[0]) / long, (end[1] - before[1]) / long)


def _right(a: Point, b: Point) -> Point:
    long = math.dist(a, b)
    return (-(b[1] - a[1]) / long, (b[0] - a[0]) / long)


def _distinct(points: Iterable[Point]) -> list[Point]:
    result: list[Point] = []
    for point in points:
        if not result or math.dist(result[-1], point) > _SAME:
            result.append(point)
    return result
