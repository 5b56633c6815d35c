"""How the lines of our own pathways are drawn: rounded corners, heads of their own, and a cross where it is due.

Their colours, thickness and dashes are the palette's: it knows them by role and by level of evidence.
"""

from __future__ import annotations

import itertools
import math

from reader.compiler.gpml.look.outlines import oval, polygon
from reader.compiler.gpml.ways.lines import NO_HEAD, Line
from reader.compiler.gpml.ways.paths import Point, commands
from reader.core.drawing import Command, Item, Shape, Text
from reader.core.evidence import STRUCK_OUT

NOTE_SIZE = 12.0  # pixels
NOTE_ROOM = 90.0  # pixels; what words beside a cross take

_ROUNDING = 8.0  # pixels, of corners
_LONG, _HALF = 10.0, 4.5  # pixels from tip to base of a head, and half the base
_GAP = 3.0  # between a bar and what it stops before
_OPEN = {"mim-stimulation", "mim-necessary-stimulation", "mim-transcription-translation"}
_BARS = {"TBar", "mim-inhibition", "mim-cleavage", "mim-gap"}
_ROUND = {"mim-catalysis", "ReceptorRound", "LigandRound"}


def draw_own(line: Line, width: float) -> list[Item]:
    """Return a line, its heads and, where studies do not support it, what crosses it out, from back to front."""
    kind = line.bound.get("evidence", "")
    points, tails = _with_head(line.corners[::-1], line.start.head, width)
    points, heads = _with_head(points[::-1], line.end.head, width)
    path = commands(line.way) if line.is_curved else bent(points, _ROUNDING)
    role, key, kind = ("edge", line.key, kind) if line.is_interaction else ("other", "", "")
    items: list[Item] = [Shape(path, role, key, kind, fill="none", width=width)]
    for each, name in [*((tail, line.start.head) for tail in tails), *((head, line.end.head) for head in heads)]:
        fill = "none" if each.role == "bar head" else ""
        items.append(each._replace(key=key, kind=kind, fill=fill, width=width, head=name))
    if kind == "contradicted":
        items += _crossed_out(points, key, kind)
    return items


def bent(points: list[Point], radius: float) -> tuple[Command, ...]:
    """Return the line through points, with its corners rounded."""
    path: list[Command] = [("M", *points[0])]
    for before, corner, after in zip(points, points[1:], points[2:], strict=False):
        r = min(radius, math.dist(before, corner) / 2, math.dist(corner, after) / 2)
        if r < 0.5:
            path.append(("L", *corner))
            continue
        into, out = _toward(corner, before, r), _toward(corner, after, r)
        path += [("L", *into), ("C", *_toward(into, corner, r * 0.6), *_toward(out, corner, r * 0.6), *out)]
    return (*path, ("L", *points[-1]))


def _with_head(points: list[Point], name: str, width: float) -> tuple[list[Point], list[Shape]]:
    """Return a line's points, cut short at its last one, and the shapes of the head that stands there."""
    if name in NO_HEAD or math.dist(points[-1], points[-2]) < 0.01:
        return points, []
    tip, along = points[-1], _along(points)
    if name in _BARS:
        return _cut(points, _GAP + width), [_bar(tip, along, _GAP)]
    if name in _OPEN:
        more = [_bar(tip, along, _LONG + 3)] if name == "mim-necessary-stimulation" else []
        return _cut(points, _LONG), [Shape(_wedge(tip, along, _LONG, _HALF), "open head"), *more]
    gap, shape = _one_shape(name, tip, along)
    return _cut(points, gap) if gap else points, [shape]


def _one_shape(name: str, tip: Point, along: Point) -> tuple[float, Shape]:
    if name in _ROUND:
        x, y = _step(tip, along, -4)
        return 8, Shape(oval((x - 4, y - 4, 8, 8)), "open head")
    if name == "mim-binding":
        wings = [_step(_step(tip, along, -_LONG), (-along[1], along[0]), side) for side in (_HALF, -_HALF)]
        return 0, Shape((("M", *wings[0]), ("L", *tip), ("L", *wings[1])), "bar head")
    if name == "mim-conversion":
        return _LONG * 0.6, Shape(_dart(tip, along), "head")
    return _LONG * 0.8, Shape(_wedge(tip, along, _LONG, _HALF), "head")


def _along(points: list[Point]) -> Point:
    (ax, ay), (bx, by) = points[-2], points[-1]
    whole = math.dist(points[-2], points[-1])
    return ((bx - ax) / whole, (by - ay) / whole)


def _step(here: Point, along: Point, distance: float) -> Point:
    return (here[0] + along[0] * distance, here[1] + along[1] * distance)


def _wedge(tip: Point, along: Point, long: float, half: float) -> tuple[Command, ...]:
    base = _step(tip, along, -long)
    across = (-along[1], along[0])
    return polygon([tip, _step(base, across, half), _step(base, across, -half)])


def _dart(tip: Point, along: Point) -> tuple[Command, ...]:
    base, notch = _step(tip, along, -_LONG - 1), _step(tip, along, -_LONG * 0.6)
    across = (-along[1], along[0])
    return polygon([tip, _step(base, across, _HALF), notch, _step(base, across, -_HALF)])


def _bar(tip: Point, along: Point, back: float) -> Shape:
    middle = _step(tip, along, -back)
    across = (-along[1], along[0])
    return Shape((("M", *_step(middle, across, 5)), ("L", *_step(middle, across, -5))), "bar head")


def _cut(points: list[Point], distance: float) -> list[Point]:
    last = math.dist(points[-1], points[-2])
    return [*points[:-1], _toward(points[-1], points[-2], min(distance, last * 0.9))]


def _toward(here: Point, there: Point, distance: float) -> Point:
    """Return the point at a distance from *here* on the way to *there*."""
    whole = math.dist(here, there) or 1.0
    share = distance / whole
    return (here[0] + (there[0] - here[0]) * share, here[1] + (there[1] - here[1]) * share)


def _crossed_out(points: list[Point], key: str, kind: str) -> list[Item]:
    """Return two strokes across a line and what they say, near its end, where one looks what the line leads to.

    They stand on its last piece with room for the words; a line without such a piece is crossed out in the middle of
    its longest, without words.
    """
    pieces = [((ax, ay), (bx, by)) for (ax, ay), (bx, by) in itertools.pairwise(points)]
    roomy = [piece for piece in pieces if math.dist(*piece) >= NOTE_ROOM]
    (ax, ay), (bx, by) = roomy[-1] if roomy else max(pieces, key=lambda piece: math.dist(*piece))
    x, y, reach = (ax + bx) / 2, (ay + by) / 2, 4.5
    strokes: tuple[Command, ...] = (
        ("M", x - reach, y - reach), ("L", x + reach, y + reach),
        ("M", x - reach, y + reach), ("L", x + reach, y - reach),
    )  # fmt: skip
    items: list[Item] = [Shape(strokes, "cross", key, kind)]
    if roomy:
        is_level = abs(bx - ax) > abs(by - ay)
        at, align = ((x, y - 2 * reach - 3), "middle") if is_level else ((x + 2 * reach, y), "start")
        items.append(Text((STRUCK_OUT,), *at, NOTE_SIZE, "note", key, align, italic=True))
    return items
