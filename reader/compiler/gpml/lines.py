"""What runs through a pathway: Interactions and GraphicalLines, routed and with their heads."""

from __future__ import annotations

import itertools
import math
from collections.abc import Mapping
from dataclasses import dataclass
from xml.etree import ElementTree

from reader.compiler.gpml.boxes import DASH, THICKEST, Box, colour
from reader.compiler.gpml.connectors import Point, bent, elbow, smoothed
from reader.compiler.gpml.heads import head
from reader.compiler.gpml.markup import Source, bindings, child, children, local
from reader.core.drawing import Command, Item, Shape, Text
from reader.core.evidence import STRUCK_OUT

NOTE_SIZE = 12.0  # pixels
NOTE_ROOM = 90.0  # pixels; what words beside a cross take
_ORDER = 12288  # PathVisio's for a line that says none


@dataclass(frozen=True, slots=True)
class End:
    """Where a line begins or ends: a point, what it is tied to, and its head."""

    point: Point
    ref: str = ""  # a GraphId: of a box, a group or an anchor
    side: tuple[float, float] = (0.0, 0.0)  # RelX, RelY: where on what it is tied to, each -1 to 1
    head: str = "Line"


@dataclass(slots=True)
class Line:
    """One line of the file, routed."""

    key: str
    element: ElementTree.Element
    graphics: ElementTree.Element
    start: End
    end: End
    points: list[Point]
    is_curved: bool
    order: float
    bound: dict[str, str]
    anchors: tuple[str, ...]  # GraphIds of the anchors on it
    is_interaction: bool


def read_lines(root: ElementTree.Element, boxes: list[Box], source: Source) -> list[Line]:
    """Return every line that can be drawn. An end tied to nothing in the file is a problem; its point still holds."""
    by_key = {box.key: box for box in boxes}
    known = set(by_key) | {anchor.get("GraphId") or "" for anchor in root.iter() if local(anchor) == "Anchor"}
    lines: list[Line] = []
    taken = set(by_key)
    for tag in ("Interaction", "GraphicalLine"):
        for element in children(root, tag):
            line = _line(element, tag, by_key, known, source)
            if line is None:
                continue
            while line.key in taken or not line.key:
                if line.key:
                    source.complain(element, f"The GraphId {line.key[:40]!r} is used twice.", "id-repeated")
                line.key = f"{tag}-{len(taken) + len(lines) + 1}"
            taken.add(line.key)
            lines.append(line)
    return lines


def _line(
    element: ElementTree.Element, tag: str, boxes: Mapping[str, Box], known: set[str], source: Source
) -> Line | None:
    graphics = child(element, "Graphics")
    points = children(graphics, "Point") if graphics is not None else []
    if graphics is None or len(points) < 2:
        source.complain(element, f"This {tag} has fewer than two points, so it cannot be drawn.")
        return None
    ends = [_end(point, known, source) for point in points]
    connector = graphics.get("ConnectorType") or "Straight"
    via = [end.point for end in ends[1:-1]]
    route = [end.point for end in ends]
    if connector in ("Elbow", "Curved"):
        sides = [_direction(end, boxes) for end in (ends[0], ends[-1])]
        route = elbow(ends[0].point, sides[0], ends[-1].point, sides[1], via)
    anchors = tuple(anchor.get("GraphId") or "" for anchor in children(graphics, "Anchor"))
    order = source.number(graphics, "ZOrder", _ORDER)
    key = element.get("GraphId") or ""
    return Line(
        key, element, graphics, ends[0], ends[-1], route, connector == "Curved", order, bindings(element), anchors,
        tag == "Interaction",
    )  # fmt: skip


def _end(point: ElementTree.Element, known: set[str], source: Source) -> End:
    ref = point.get("GraphRef") or ""
    if ref and ref not in known:
        source.complain(point, f"This line is tied to {ref[:40]!r}, which is not in the file.")
        ref = ""
    at = (source.number(point, "X"), source.number(point, "Y"))
    side = (source.number(point, "RelX"), source.number(point, "RelY")) if ref else (0.0, 0.0)
    return End(at, ref, side, point.get("ArrowHead") or "Line")


def _direction(end: End, boxes: Mapping[str, Box]) -> Point:
    """Return the way out of what a line's end is tied to, as one of the four unit steps; (0, 0) for a loose end."""
    if end.ref not in boxes:
        return (0.0, 0.0)
    x, y = end.side
    if max(abs(x), abs(y)) < 0.01:
        return (0.0, 0.0)
    return (math.copysign(1.0, x), 0.0) if abs(x) >= abs(y) else (0.0, math.copysign(1.0, y))


def draw_line(line: Line, source: Source) -> list[Item]:
    """Return a line, its heads and its anchors, from back to front."""
    graphics = line.graphics
    ours = bool(line.bound)
    width = min(THICKEST, abs(source.number(graphics, "LineThickness", 1.0)))
    stroke = "" if ours else colour(graphics.get("Color"), "#000000")
    dash = DASH if graphics.get("LineStyle") == "Broken" and not ours else ()
    start, end = line.start, line.end
    points, tail_shapes = head(list(reversed(line.points)), _head_name(start.head, ours), width)
    points, end_shapes = head(list(reversed(points)), _head_name(end.head, ours), width)
    path = smoothed(points) if line.is_curved else bent(points, 8.0 if ours else 0.0)
    role = "edge" if line.is_interaction else "other"
    key, kind = (line.key, line.bound.get("evidence", "")) if line.is_interaction else ("", "")
    items: list[Item] = [Shape(path, role, key, kind, stroke, "none", width, dash)]
    for each in (*tail_shapes, *end_shapes):
        fill = {"head": stroke, "open head": "" if ours else "#FFFFFF", "bar head": "none"}[each.role]
        items.append(each._replace(key=key, kind=kind, stroke=stroke, fill=fill, width=width))
    if kind == "contradicted":
        items += _crossed_out(points, key, kind)
    return items


def _head_name(name: str, is_ours: bool) -> str:
    """Return the head to draw: a conversion has a head of its own only where our relations must be told apart."""
    return "Arrow" if name == "mim-conversion" and not is_ours else name


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
