"""Elbows: lines of level and upright pieces only, routed as PathVisio and the site of WikiPathways route them."""

from __future__ import annotations

from collections.abc import Sequence

from reader.compiler.gpml.ways.paths import Point

OUT = 20.0  # pixels that an elbow goes straight out of what it is tied to (PathVisio's SEGMENT_OFFSET)


def corners(start: Point, leave: Point, end: Point, arrive: Point, via: Sequence[Point]) -> list[Point]:
    """Return the corners of an elbow, its ends with them.

    *leave* and *arrive* are the unit steps out of what the two ends are tied to. Each point of *via* says where one
    inner piece runs; GPML keeps one for each piece but the first and the last. Where the file holds none, or so many
    that the last piece would not run as *arrive* does, the way is found anew.
    """
    is_level, is_parallel = bool(leave[0]), bool(leave[0]) == bool(arrive[0])
    if not via or (len(via) % 2 == 1) != is_parallel:
        via = (_parallel if is_parallel else _crosswise)(start, leave, end, arrive)
    points, (x, y) = [start], start
    for px, py in (*via, end):
        x, y = (px, y) if is_level else (x, py)
        points.append((x, y))
        is_level = not is_level
    return [*points, end]


def _parallel(start: Point, leave: Point, end: Point, arrive: Point) -> list[Point]:
    """Return the way points between two ends that are both level, or both upright."""
    room = (end[0] - start[0]) * leave[0] + (end[1] - start[1]) * leave[1]
    out, back = away(start, leave), away(end, arrive)
    if leave == arrive:  # around both
        return [back if room > 0 else out]
    return [out] if room > 0 else [out, ((start[0] + end[0]) / 2, (start[1] + end[1]) / 2), back]


def _crosswise(start: Point, leave: Point, end: Point, arrive: Point) -> list[Point]:
    """Return the way points between a level and an upright end: none where one corner does."""
    (sx, sy), (ex, ey) = start, end
    ahead = (ex - sx) * leave[0] + (ey - sy) * leave[1]
    behind = (sx - ex) * arrive[0] + (sy - ey) * arrive[1]
    return [] if ahead > 0 and behind > 0 else [away(start, leave), away(end, arrive)]


def away(point: Point, step: Point) -> Point:
    """Return where an elbow is when it has gone straight out of a point, in the direction of a unit step."""
    return (point[0] + OUT * step[0], point[1] + OUT * step[1])
