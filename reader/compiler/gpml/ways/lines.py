"""What runs through a pathway: Interactions and GraphicalLines, with what they are tied to and the anchors on them."""

from __future__ import annotations

from collections.abc import Container
from dataclasses import dataclass, field
from typing import NamedTuple
from xml.etree import ElementTree

from reader.compiler.gpml.reading.markup import Source, bindings, child, children, local
from reader.compiler.gpml.things.boxes import Box
from reader.compiler.gpml.ways.paths import Piece, Point

_ORDER = 12288  # PathVisio's for a line that says none
NO_HEAD = ("", "Line")


@dataclass(frozen=True, slots=True)
class End:
    """Where a line begins or ends: a point, what it is tied to, and its head."""

    point: Point
    ref: str = ""  # a GraphId: of a box, a group or an anchor
    side: Point = (0.0, 0.0)  # RelX, RelY: where on what it is tied to, each -1 to 1
    head: str = "Line"


class Anchor(NamedTuple):
    """A place on a line that other lines may be tied to."""

    key: str  # its GraphId, or ""
    share: float  # of the line's length, 0 to 1
    shape: str  # "None" or "Circle"


@dataclass(slots=True)
class Line:
    """One line of the file; `routing.route` gives it its way."""

    key: str
    element: ElementTree.Element
    graphics: ElementTree.Element
    start: End
    end: End
    points: list[Point]  # as the file holds them: at least two
    connector: str  # GPML's ConnectorType: Straight, Elbow, Curved or Segmented
    order: float
    bound: dict[str, str]
    anchors: tuple[Anchor, ...]
    is_interaction: bool
    corners: list[Point] = field(default_factory=list)
    way: list[Piece] = field(default_factory=list)
    milestones: list[float] = field(default_factory=list)  # of the way, where anchors are on it

    @property
    def is_curved(self) -> bool:
        """Whether it bends smoothly through its corners."""
        return self.connector == "Curved"

    @property
    def points_back(self) -> bool:
        """Whether its only head stands at its start, so that it leads from its end to its start."""
        return self.start.head not in NO_HEAD and self.end.head in NO_HEAD


def read_lines(root: ElementTree.Element, boxes: list[Box], source: Source) -> list[Line]:
    """Return every line that can be drawn, without its way (see `routing`).

    An end tied to nothing in the file is a problem; its point still holds.
    """
    taken = {box.key for box in boxes}
    known = taken | {anchor.get("GraphId") or "" for anchor in root.iter() if local(anchor) == "Anchor"}
    lines: list[Line] = []
    for tag in ("Interaction", "GraphicalLine"):
        for element in children(root, tag):
            line = _line(element, tag, known, source)
            if line is None:
                continue
            while line.key in taken or not line.key:
                if line.key:
                    source.complain(element, f"The GraphId {line.key[:40]!r} is used twice.", "id-repeated")
                line.key = f"{tag}-{len(taken) + len(lines) + 1}"
            taken.add(line.key)
            lines.append(line)
    return lines


def _line(element: ElementTree.Element, tag: str, known: Container[str], source: Source) -> Line | None:
    graphics = child(element, "Graphics")
    points = children(graphics, "Point") if graphics is not None else []
    if graphics is None or len(points) < 2:
        source.complain(element, f"This {tag} has fewer than two points, so it cannot be drawn.")
        return None
    places = [(source.number(point, "X"), source.number(point, "Y")) for point in points]
    start, end = (_end(points[i], places[i], known, source) for i in (0, -1))
    anchors = tuple(
        Anchor(each.get("GraphId") or "", source.number(each, "Position", 0.5), each.get("Shape") or "None")
        for each in children(graphics, "Anchor")
    )
    return Line(
        element.get("GraphId") or "", element, graphics, start, end, places,
        graphics.get("ConnectorType") or "Straight", source.number(graphics, "ZOrder", _ORDER), bindings(element),
        anchors, tag == "Interaction",
    )  # fmt: skip


def _end(point: ElementTree.Element, place: Point, known: Container[str], source: Source) -> End:
    ref = point.get("GraphRef") or ""
    if ref and ref not in known:
        source.complain(point, f"This line is tied to {ref[:40]!r}, which is not in the file.")
        ref = ""
    side = (source.number(point, "RelX"), source.number(point, "RelY")) if ref else (0.0, 0.0)
    return End(place, ref, side, point.get("ArrowHead") or "Line")
