"""How lines are drawn: in the file's colours, dashes and thickness, doubled or not, with their heads and anchors."""

from __future__ import annotations

import math

from reader.compiler.gpml.look.colours import DASH, THICKEST, THINNEST, colour
from reader.compiler.gpml.look.heads import head_of, heads_on
from reader.compiler.gpml.look.outlines import oval
from reader.compiler.gpml.look.own_lines import draw_own
from reader.compiler.gpml.reading.markup import Source, is_double
from reader.compiler.gpml.ways.lines import Line
from reader.compiler.gpml.ways.paths import beside, commands, length, place, shortened
from reader.core.drawing import Item, Shape

_LONGEST_DASH = 1.2  # times a dash, so that a line ends with a whole one
_CIRCLE = 8.0  # pixels across an anchor of that shape


def draw_line(line: Line, source: Source) -> list[Item]:
    """Return a line, its heads and its anchors, from back to front."""
    width = min(THICKEST, max(THINNEST, abs(source.number(line.graphics, "LineThickness", 1.0))))
    if line.bound:
        return draw_own(line, width)
    stroke = colour(line.graphics.get("Color"), "#000000")
    first, last = head_of(line.start.head), head_of(line.end.head)
    doubled = is_double(line.element)
    across = 3 * width if doubled else width
    way = shortened(line.way, first.room(across), last.room(across))
    shape = Shape((), "edge" if line.is_interaction else "other", stroke=stroke, fill="none", width=width)
    if line.graphics.get("LineStyle") == "Broken":
        shape = shape._replace(dash=_dashes(sum(map(length, way))))
    ways = [beside(way, side * width) for side in (-1, 1)] if doubled else [way]
    shapes = [shape._replace(path=commands(each)) for each in ways]
    for head in heads_on(line, first, last):
        is_filled = head.role == "head"
        shapes.append(head._replace(stroke="none" if is_filled else stroke, fill=stroke if is_filled else "none"))
    key = line.key if line.is_interaction else ""
    return [each._replace(key=key) for each in [*shapes, *_anchors(line, stroke)]]


def _dashes(long: float) -> tuple[float, ...]:
    """Return dashes of which the last ends where the line does; () for a line shorter than one."""
    dash, space = DASH
    times = math.floor((long - dash) / (dash + space))
    if times < 0:
        return ()
    stretch = min(_LONGEST_DASH, long / (times * (dash + space) + dash))
    return (dash * stretch, space * stretch)


def _anchors(line: Line, ink: str) -> list[Shape]:
    """Return the anchors that are seen: circles (PathVisio shows a small square for others while one edits)."""
    shapes = []
    for anchor in line.anchors:
        if anchor.shape == "Circle":
            x, y = place(line.way, line.milestones, anchor.share)[0]
            path = oval((x - _CIRCLE / 2, y - _CIRCLE / 2, _CIRCLE, _CIRCLE))
            shapes.append(Shape(path, "head", stroke="none", fill=ink, head="Circle"))
    return shapes
