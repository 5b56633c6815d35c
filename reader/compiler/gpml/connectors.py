"""The ways that lines take: straight, in elbows, curved, and how corners are rounded."""

from __future__ import annotations

import math

from reader.core.drawing import Command

Point = tuple[float, float]

OUT = 20.0  # pixels an elbow goes straight out of its node, as PathVisio draws it
_LOOSE = (0.0, 0.0)


def elbow(start: Point, leave: Point, end: Point, arrive: Point, via: list[Point]) -> list[Point]:
    """Return the corners of an elbow: only level and upright pieces.

    *leave* and *arrive* point out of the two nodes ((0, 0) where an end is loose). Each point of *via* says where one
    inner piece runs: GPML keeps one for each piece but the first and the last.
    """
    level = _is_level(start, leave, end)
    if via:
        return _through(start, level, end, via)
    if leave == _LOOSE and arrive == _LOOSE:
        arrive = leave
    arrives_level = level if arrive == _LOOSE else bool(arrive[0])
    if leave == _LOOSE:
        level = arrives_level
        leave = _towards(start, end, level)
    if arrive == _LOOSE:
        arrive = _towards(end, start, arrives_level)
    return _tidy(_joined(start, leave, end, arrive))


def _is_level(start: Point, leave: Point, end: Point) -> bool:
    if leave != _LOOSE:
        return bool(leave[0])
    return abs(end[0] - start[0]) >= abs(end[1] - start[1])


def _towards(here: Point, there: Point, level: bool) -> Point:
    if level:
        return (math.copysign(1.0, there[0] - here[0]), 0.0)
    return (0.0, math.copysign(1.0, there[1] - here[1]))


def _through(start: Point, level: bool, end: Point, via: list[Point]) -> list[Point]:
    points, (x, y) = [start], start
    for px, py in via:
        x, y = (px, y) if level else (x, py)
        points.append((x, y))
        level = not level
    points.append((x, end[1]) if not level else (end[0], y))
    return _tidy([*points, end])


def _joined(start: Point, leave: Point, end: Point, arrive: Point) -> list[Point]:
    (sx, sy), (ex, ey) = start, end
    level, arrives_level = bool(leave[0]), bool(arrive[0])
    ax, ay = sx + leave[0] * OUT, sy + leave[1] * OUT
    bx, by = ex + arrive[0] * OUT, ey + arrive[1] * OUT
    if level != arrives_level:
        corner = (ex, sy) if level else (sx, ey)
        ahead = (corner[0] - sx) * leave[0] + (corner[1] - sy) * leave[1]
        behind = (corner[0] - ex) * arrive[0] + (corner[1] - ey) * arrive[1]
        if ahead >= 0 and behind >= 0:
            return [start, corner, end]
        return [start, (ax, ay), (ax, by) if level else (bx, ay), (bx, by), end]
    if leave == arrive:  # out on the same side: around
        far_x = max(ax * leave[0], bx * leave[0]) * leave[0]
        far_y = max(ay * leave[1], by * leave[1]) * leave[1]
        return [start, (far_x, sy), (far_x, ey), end] if level else [start, (sx, far_y), (ex, far_y), end]
    room = (ex - sx) * leave[0] + (ey - sy) * leave[1]
    middle_x, middle_y = (sx + ex) / 2, (sy + ey) / 2
    if room >= 0:
        return [start, (middle_x, sy), (middle_x, ey), end] if level else [start, (sx, middle_y), (ex, middle_y), end]
    if level:
        return [start, (ax, ay), (ax, middle_y), (bx, middle_y), (bx, by), end]
    return [start, (ax, ay), (middle_x, ay), (middle_x, by), (bx, by), end]


def _tidy(points: list[Point]) -> list[Point]:
    """Return the points without repeats and without those in the middle of a straight piece."""
    result: list[Point] = []
    for point in points:
        if result and math.dist(result[-1], point) < 0.01:
            continue
        if len(result) > 1 and _turn(result[-2], result[-1], point) == 0:
            result.pop()
        result.append(point)
    return result if len(result) > 1 else [points[0], points[-1]]


def _turn(a: Point, b: Point, c: Point) -> float:
    cross = (b[0] - a[0]) * (c[1] - b[1]) - (b[1] - a[1]) * (c[0] - b[0])
    onward = (b[0] - a[0]) * (c[0] - b[0]) + (b[1] - a[1]) * (c[1] - b[1])
    return 0 if abs(cross) < 0.01 and onward >= 0 else 1


def bent(points: list[Point], radius: float) -> tuple[Command, ...]:
    """Return the line through points, with its corners rounded."""
    path: list[Command] = [("M", *points[0])]
    for before, corner, after in zip(points, points[1:], points[2:], strict=False):
        r = min(radius, math.dist(before, corner) / 2, math.dist(corner, after) / 2)
        if r < 0.5:
            path.append(("L", *corner))
            continue
        into, out = toward(corner, before, r), toward(corner, after, r)
        path += [("L", *into), ("C", *toward(into, corner, r * 0.6), *toward(out, corner, r * 0.6), *out)]
    return (*path, ("L", *points[-1]))


def smoothed(points: list[Point]) -> tuple[Command, ...]:
    """Return an elbow's pieces as one curve through their middles, as PathVisio draws ConnectorType Curved."""
    path: list[Command] = [("M", *points[0])]
    last = len(points) - 2
    here = points[0]
    for i in range(1, len(points) - 1):
        corner = points[i]
        there = points[-1] if i == last else middle(corner, points[i + 1])
        # a quadratic curve written as a cubic one
        first, second = _third(here, corner), _third(there, corner)
        path.append(("C", *first, *second, *there))
        here = there
    return tuple(path) if last else (("M", *points[0]), ("L", *points[-1]))


def _third(here: Point, corner: Point) -> Point:
    return (here[0] + (corner[0] - here[0]) * 2 / 3, here[1] + (corner[1] - here[1]) * 2 / 3)


def middle(a: Point, b: Point) -> Point:
    """Return the point half way."""
    return ((a[0] + b[0]) / 2, (a[1] + b[1]) / 2)


def toward(here: Point, there: Point, distance: float) -> Point:
    """Return the point at a distance from *here* on the way to *there*."""
    whole = math.dist(here, there) or 1.0
    share = distance / whole
    return (here[0] + (there[0] - here[0]) * share, here[1] + (there[1] - here[1]) * share)
