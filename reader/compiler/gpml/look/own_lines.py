"""How the lines of our own pathways are drawn: rounded corners, heads of their own, and a cross where it is due.

Their colours, thickness and dashes are the palette's: it knows them by role and by level of evidence.
"""

from __future__ import annotations

import itertools
import math

from reader.compiler.gpml.look.heads import head_of, heads_on
from reader.compiler.gpml.ways.lines import Line
from reader.compiler.gpml.ways.paths import Point, between, commands, shortened
from reader.core.drawing import Command, Item, Shape, Text
from reader.core.evidence import STRUCK_OUT

NOTE_SIZE = 12.0  # pixels
NOTE_ROOM = 90.0  # pixels; what words beside a cross take

_ROUNDING = 8.0  # pixels, of corners


def draw_own(line: Line, width: float) -> list[Item]:
    """Return a line, its heads and, where studies do not support it, what crosses it out, from back to front."""
    kind = line.bound.get("evidence", "")
    first, last = (head_of(end.head, is_ours=True) for end in (line.start, line.end))
    way = shortened(line.way, first.gap, last.gap)
    points = [way[0][0], *(piece[-1] for piece in way)]
    path = commands(way) if line.is_curved else bent(points, _ROUNDING)
    role, key, kind = ("edge", line.key, kind) if line.is_interaction else ("other", "", "")
    items: list[Item] = [Shape(path, role, key, kind, fill="none", width=width)]
    items += [head._replace(key=key, kind=kind, width=width) for head in heads_on(line, first, last)]
    if kind == "contradicted":
        items += _crossed_out(points, key, kind)
    return items


def bent(points: list[Point], radius: float) -> tuple[Command, ...]:
    """Return the line through points, with its corners rounded."""
    path: list[Command] = [("M", *points[0])]
    for before, corner, after in zip(points, points[1:], points[2:], strict=False):
        into_long, out_long = math.dist(before, corner), math.dist(corner, after)
        r = min(radius, into_long / 2, out_long / 2)
        if r < 0.5:
            path.append(("L", *corner))
            continue
        into, out = between(corner, before, r / into_long), between(corner, after, r / out_long)
        path += [("L", *into), ("C", *between(into, corner, 0.6), *between(out, corner, 0.6), *out)]
    return (*path, ("L", *points[-1]))


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
