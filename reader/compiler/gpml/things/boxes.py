"""What stands in a pathway, each with a place of its own: DataNodes, Labels, Shapes, States and Groups as boxes."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass, field
from xml.etree import ElementTree

from reader.compiler.gpml.reading.labels import label_of
from reader.compiler.gpml.reading.markup import Source, bindings, child, local
from reader.core.drawing import Rect

# Where GPML's writers leave ZOrder out, PathVisio stacks by sort: groups, lines, shapes, labels, nodes, states.
_Z_ORDER = {"Group": 4096, "Shape": 16384, "Label": 28672, "DataNode": 32768, "State": 32778}
_TURNS = {"Top": 0.0, "Right": math.pi / 2, "Bottom": math.pi, "Left": 3 * math.pi / 2}


@dataclass(slots=True)
class Box:
    """One thing with a place of its own."""

    tag: str
    key: str  # unique in the file
    element: ElementTree.Element
    graphics: ElementTree.Element  # a group has none; then the element itself
    rect: Rect
    label: str = ""
    order: float = 0
    group: str = ""  # the GroupId it belongs to
    bound: dict[str, str] = field(default_factory=dict)  # our own Attributes
    members: list[Box] = field(default_factory=list)  # of a group, but for its lines
    parent: Box | None = None  # the node that a State stands on

    @property
    def is_ours(self) -> bool:
        """Whether our own Attributes say what it is, so that a palette may colour it."""
        return bool(self.bound)


class Maker:
    """Makes the boxes of one file; no two have the same key."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self._taken: set[str] = set()

    def box(self, element: ElementTree.Element, rect: Rect) -> Box:
        """Return an element as a box at *rect*; a GraphId that is repeated is a problem."""
        tag = local(element)
        graphics = child(element, "Graphics")
        graphics = element if graphics is None else graphics
        order = self.source.number(graphics, "ZOrder", _Z_ORDER[tag])
        label, group = label_of(element, graphics, self.source), element.get("GroupRef") or ""
        return Box(tag, self._key(element, tag), element, graphics, rect, label, order, group, bindings(element))

    def _key(self, element: ElementTree.Element, tag: str) -> str:
        wanted = element.get("GraphId") or ""
        if wanted and wanted not in self._taken:
            self._taken.add(wanted)
            return wanted
        if wanted:
            message = f"The GraphId {wanted[:40]!r} is used twice; links go to the first {tag} that has it."
            self.source.complain(element, message, "id-repeated")
        number = len(self._taken) + 1
        while f"{tag}-{number}" in self._taken:
            number += 1
        self._taken.add(f"{tag}-{number}")
        return f"{tag}-{number}"


def read_boxes(root: ElementTree.Element, maker: Maker) -> Iterator[Box]:
    """Yield the DataNodes, Labels and Shapes, each where its own Graphics say."""
    source = maker.source
    for element in root:
        tag = local(element)
        if tag not in ("DataNode", "Label", "Shape"):
            continue
        graphics = child(element, "Graphics")
        if graphics is None:
            source.complain(element, f"This {tag} has no Graphics, so it cannot be drawn.")
            continue
        w, h = abs(source.number(graphics, "Width", 80)), abs(source.number(graphics, "Height", 20))
        x, y = source.number(graphics, "CenterX") - w / 2, source.number(graphics, "CenterY") - h / 2
        yield maker.box(element, (x, y, w, h))


def kind_of(box: Box) -> str:
    """Return what sort of thing a node is: ours says it in an Attribute, GPML in Type, of a group in Style."""
    if is_complex(box):
        return "Complex"
    return box.bound.get("kind") or box.element.get("Type") or box.tag


def is_complex(box: Box) -> bool:
    """Return whether a box is a group whose members are bound to each other."""
    return box.tag == "Group" and box.element.get("Style") == "Complex"


def turn_of(box: Box, source: Source) -> float:
    """Return by how much a box is turned, in radians clockwise."""
    turn = box.graphics.get("Rotation") or "Top"
    return _TURNS[turn] if turn in _TURNS else source.number(box.graphics, "Rotation")
