"""The way that each line takes from its start to its end, and where the anchors on it lie."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from graphlib import CycleError, TopologicalSorter

from reader.compiler.gpml.things.boxes import Box
from reader.compiler.gpml.ways.elbows import OUT, away, corners
from reader.compiler.gpml.ways.lines import Anchor, End, Line
from reader.compiler.gpml.ways.paths import Point, milestones, place, smooth, straight

_STEPS: tuple[Point, ...] = ((1.0, 0.0), (0.0, 1.0), (-1.0, 0.0), (0.0, -1.0))
_EAST, _SOUTH, _WEST, _NORTH = _STEPS


def route(lines: Iterable[Line], boxes: Mapping[str, Box]) -> None:
    """Give every line its corners and its way: first those whose anchors others are tied to.

    In a ring of lines tied to each other's anchors, such an end is taken for a loose one.
    """
    lines = list(lines)
    owners = {anchor.key: (line, anchor) for line in lines for anchor in line.anchors if anchor.key}
    for line in _in_order(lines, owners):
        points = line.points
        if line.connector in ("Elbow", "Curved"):
            points = _elbow(line, boxes, owners)
        elif line.connector != "Segmented":
            points = [points[0], points[-1]]
        line.corners = points
        line.way = smooth(points) if line.is_curved else straight(points)
        line.milestones = milestones(line.way) if line.anchors else []


def _in_order(lines: list[Line], owners: Mapping[str, tuple[Line, Anchor]]) -> Iterator[Line]:
    """Yield each line after those that it is tied to; what stands in rings comes last."""
    by_key = {line.key: line for line in lines}
    sorter: TopologicalSorter[str] = TopologicalSorter()
    for line in lines:
        sorter.add(line.key, *(owners[ref][0].key for ref in (line.start.ref, line.end.ref) if ref in owners))
    with suppress(CycleError):  # what hangs on no ring can still be had
        sorter.prepare()
    while sorter.is_active():
        for key in (ready := sorter.get_ready()):
            yield by_key.pop(key)
        sorter.done(*ready)
    yield from by_key.values()


def _elbow(line: Line, boxes: Mapping[str, Box], owners: Mapping[str, tuple[Line, Anchor]]) -> list[Point]:
    start, *via, end = line.points
    leave = _way_out(line.start, end, boxes, owners) or _WEST
    arrive = _way_out(line.end, start, boxes, owners) or _loose_arrival(start, leave, end)
    return corners(start, leave, end, arrive, via)


def _way_out(
    end: End, other: Point, boxes: Mapping[str, Box], owners: Mapping[str, tuple[Line, Anchor]]
) -> Point | None:
    """Return the unit step out of what a line's end is tied to; None for an end that is loose."""
    if end.ref in boxes:
        x, y = end.side
        if abs(x) > abs(y):
            return _EAST if x > 0 else _WEST
        return _SOUTH if y > 0 else _NORTH
    if end.ref in owners and owners[end.ref][0].way:
        return _off_the_line(*owners[end.ref], end.point, other)
    return None


def _off_the_line(owner: Line, anchor: Anchor, here: Point, there: Point) -> Point:
    """Return the step off a line at its anchor: to the side where the other end is, as square to the line as can be."""
    _, along = place(owner.way, owner.milestones, anchor.share)
    first, last = owner.way[0][0], owner.way[-1][-1]

    def rank(step: Point) -> tuple[bool, float, float]:
        is_beyond = _side(first, last, away(here, step)) * _side(first, last, there) < 0
        onward = step[0] * (there[0] - here[0]) + step[1] * (there[1] - here[1])
        return is_beyond, round(abs(step[0] * along[0] + step[1] * along[1]), 6), -onward

    return min(_STEPS, key=rank)


def _side(first: Point, last: Point, point: Point) -> float:
    return (last[0] - first[0]) * (point[1] - first[1]) - (last[1] - first[1]) * (point[0] - first[0])


def _loose_arrival(start: Point, leave: Point, end: Point) -> Point:
    """Return the step out of an elbow's loose end, as the site of WikiPathways takes it; a loose start goes west."""
    ahead = start[0] + OUT <= end[0] if leave == _EAST else leave == _WEST and end[0] <= start[0] < end[0] + OUT
    return _WEST if ahead else _EAST
