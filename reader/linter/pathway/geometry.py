"""What lies upon what in the pathway: nodes that overlap, and lines that run through nodes they do not belong to."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from reader.compiler.gpml import Survey
from reader.core.drawing import Command, Rect, Shape, bounds
from reader.core.records import Problem
from reader.core.source import PATHWAY, printable
from reader.linter.pathway.graph import short
from reader.linter.pathway.grid import SQUARE, Grid, TooMuchError
from reader.linter.subject import Subject

HAIR = 3.0  # pixels by which things may lie upon one another: borders that share a place do
# What GPML ties lines to though it is no box of its own: it lies around, under or at the side of one on purpose. Groups
# let through what lies behind them.
_GROUNDS = {"Group", "Shape", "State"}
_PIECES = 8  # straight pieces that stand for a curve

Point = tuple[float, float]


class _Node(NamedTuple):
    name: str
    box: Rect
    path: tuple[Command, ...]
    line: int


def findings(subject: Subject) -> Iterator[Problem]:
    """Yield the nodes that overlap, and the interactions that run through nodes."""
    survey = subject.survey
    if survey is None:
        return
    nodes = _nodes(survey)
    for rule, find in (("node-overlap", _overlaps), ("edge-through-node", _crossings)):
        try:
            yield from find(survey, nodes)
        except TooMuchError:
            message = "So much is drawn here that it was not all compared; draw less, or spread it out."
            yield Problem(PATHWAY, 0, message, rule)


def _nodes(survey: Survey) -> dict[str, _Node]:
    """Return the nodes that have a box of their own, by id."""
    labels = {node.id: printable(short(node.label or node.id)) for node in survey.pathway.nodes}
    found: dict[str, _Node] = {}
    for item, line in zip(survey.drawing.items, survey.item_lines, strict=True):
        if not isinstance(item, Shape) or item.role != "node":
            continue
        if item.kind not in _GROUNDS and item.opacity == 1:
            found.setdefault(item.key, _Node(labels.get(item.key, item.key), bounds(item.path), item.path, line))
    return found


def _overlaps(survey: Survey, nodes: dict[str, _Node]) -> Iterator[Problem]:
    every = list(nodes.values())
    grid = Grid([node.box for node in every])
    for number, node in enumerate(every):
        for other in sorted(grid.near(node.box)):
            if other < number and _overlap(node.box, every[other].box, HAIR):
                message = f"The node {node.name} overlaps the node {every[other].name}; move one of them."
                yield Problem(PATHWAY, node.line, message, "node-overlap")


def _crossings(survey: Survey, nodes: dict[str, _Node]) -> Iterator[Problem]:
    every = list(nodes.values())
    ends = {each.id: (each.source, each.target) for each in survey.pathway.interactions}
    boxes = survey.drawing.node_bounds()
    grid = Grid([node.box for node in every])
    for item, line in zip(survey.drawing.items, survey.item_lines, strict=True):
        if not isinstance(item, Shape) or item.role != "edge" or item.key not in ends:
            continue
        own = [boxes[end] for end in ends[item.key] if end in boxes]
        crossed: set[int] = set()
        for one, two in pairwise(flat(item.path)):
            for piece in _pieces(one, two):
                crossed |= {n for n in grid.near(_around(*piece)) - crossed if _runs_through(one, two, every[n])}
        for number in sorted(crossed):
            node = every[number]
            if not any(_overlap(node.box, box, 0) for box in own):
                who = printable(short(item.key))
                message = f"The interaction {who} runs through the node {node.name}; lead it around."
                yield Problem(PATHWAY, line, message, "edge-through-node")


def _overlap(one: Rect, other: Rect, by: float) -> bool:
    """Whether two boxes lie upon one another by more than *by* both ways."""
    wide = min(one[0] + one[2], other[0] + other[2]) - max(one[0], other[0])
    tall = min(one[1] + one[3], other[1] + other[3]) - max(one[1], other[1])
    return wide > by and tall > by


def _runs_through(one: Point, two: Point, node: _Node) -> bool:
    """Whether a straight line lies inside a node for more than a hair."""
    inside = _clipped(one, two, node.box)
    if inside is None or math.dist(*inside) <= HAIR:
        return False
    (ax, ay), (bx, by) = inside
    return is_inside(((ax + bx) / 2, (ay + by) / 2), flat(node.path))


def _clipped(one: Point, two: Point, box: Rect) -> tuple[Point, Point] | None:
    """Return the part of a line in a box that is a hair smaller (Liang and Barsky 1984); None where there is none."""
    low, high = 0.0, 1.0
    for axis in (0, 1):
        least, most = box[axis] + HAIR, box[axis] + box[axis + 2] - HAIR
        begin, step = one[axis], two[axis] - one[axis]
        if step == 0:
            if not least <= begin <= most:
                return None
            continue
        first, last = sorted(((least - begin) / step, (most - begin) / step))
        low, high = max(low, first), min(high, last)
    if low > high:
        return None
    dx, dy = two[0] - one[0], two[1] - one[1]
    return (one[0] + dx * low, one[1] + dy * low), (one[0] + dx * high, one[1] + dy * high)


def _pieces(one: Point, two: Point) -> Iterator[tuple[Point, Point]]:
    """Yield a line in pieces as long as a square, so that a slanted one asks for no squares far from it."""
    count = max(1, math.ceil(math.dist(one, two) / SQUARE))
    points = [
        (one[0] + (two[0] - one[0]) * n / count, one[1] + (two[1] - one[1]) * n / count) for n in range(count + 1)
    ]
    yield from pairwise(points)


def _around(one: Point, two: Point) -> Rect:
    return (min(one[0], two[0]), min(one[1], two[1]), abs(one[0] - two[0]), abs(one[1] - two[1]))


def flat(path: Sequence[Command]) -> list[Point]:
    """Return the points of a path, its curves as straight pieces."""
    points: list[Point] = []
    for name, *rest in path:
        n = [float(number) for number in rest]
        if name == "C":
            points += [_on_curve(points[-1], n, step / _PIECES) for step in range(1, _PIECES + 1)]
        elif n:
            points.append((n[0], n[1]))
    return points


def _on_curve(start: Point, n: list[float], t: float) -> Point:
    """Return a point of a cubic curve from *start* with the numbers *n* of its command."""
    a, b, c, d = (1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t**2 * (1 - t), t**3
    return (
        a * start[0] + b * n[0] + c * n[2] + d * n[4],
        a * start[1] + b * n[1] + c * n[3] + d * n[5],
    )


def is_inside(point: Point, outline: Sequence[Point]) -> bool:
    """Whether a point lies in a polygon, by counting the sides to its right."""
    x, y = point
    result = False
    for (ax, ay), (bx, by) in zip(outline, [*outline[1:], *outline[:1]], strict=True):
        if (ay > y) != (by > y) and x < ax + (y - ay) / (by - ay) * (bx - ax):
            result = not result
    return result
