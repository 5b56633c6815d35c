"""What stands in a pathway: DataNodes, Labels, Shapes, States and Groups, as boxes with a look and a text."""

from __future__ import annotations

import html
import math
from collections.abc import Iterator
from dataclasses import dataclass, field
from xml.etree import ElementTree

from reader.compiler.gpml.markup import Source, bindings, child, children, local, properties
from reader.compiler.gpml.outlines import Path, cut, kind_outline, outline, polygon, rotated
from reader.core.drawing import LINE_HEIGHT, Item, Rect, Shape, Text, union

COLOURS = {
    "Aqua": "#00FFFF", "Black": "#000000", "Blue": "#0000FF", "Fuchsia": "#FF00FF", "Gray": "#808080",
    "Green": "#008000", "Lime": "#00FF00", "Maroon": "#800000", "Navy": "#000080", "Olive": "#808000",
    "Purple": "#800080", "Red": "#FF0000", "Silver": "#C0C0C0", "Teal": "#008080", "White": "#FFFFFF",
    "Yellow": "#FFFF00", "Transparent": "none",
}  # fmt: skip
DASH = (5.0, 3.0)  # of LineStyle Broken
THICKEST, _TALLEST = 40.0, 200.0  # lines and letters, in pixels: beyond that a file means harm or is broken
_LONGEST = 2000  # letters of one label
# Where GPML's writers leave ZOrder out, PathVisio stacks by sort: groups, lines, shapes, labels, nodes, states.
_HEIGHT = {"Group": 4096, "Shape": 16384, "Label": 28672, "DataNode": 32768, "State": 36864}
_DEEPEST = 20  # groups in groups; published pathways have two or three
_GROUP_MARGIN = {"Complex": 12.0}
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
    members: list[Box] = field(default_factory=list)

    @property
    def is_ours(self) -> bool:
        """Whether our own Attributes say what it is, so that a palette may colour it."""
        return bool(self.bound)


def read_boxes(root: ElementTree.Element, source: Source) -> list[Box]:
    """Return everything that has a place; each key stands once, and a repeated GraphId is a problem."""
    boxes: list[Box] = []
    taken: set[str] = set()
    for element in root:
        tag = local(element)
        if tag not in ("DataNode", "Label", "Shape"):
            continue
        graphics = child(element, "Graphics")
        if graphics is None:
            source.complain(element, f"This {tag} has no Graphics, so it cannot be drawn.")
            continue
        key = _unique(element, tag, taken, source)
        w, h = abs(source.number(graphics, "Width", 80)), abs(source.number(graphics, "Height", 20))
        rect = (source.number(graphics, "CenterX") - w / 2, source.number(graphics, "CenterY") - h / 2, w, h)
        boxes.append(_box(tag, key, element, rect, source))
    boxes += _states(root, boxes, taken, source)
    return boxes + _groups(root, boxes, taken, source)


def _unique(element: ElementTree.Element, tag: str, taken: set[str], source: Source) -> str:
    wanted = element.get("GraphId") or ""
    if wanted and wanted not in taken:
        taken.add(wanted)
        return wanted
    if wanted:
        message = f"The GraphId {wanted[:40]!r} is used twice; links go to the first {tag} that has it."
        source.complain(element, message, "id-repeated")
    number = len(taken) + 1
    while f"{tag}-{number}" in taken:
        number += 1
    taken.add(f"{tag}-{number}")
    return f"{tag}-{number}"


def _box(tag: str, key: str, element: ElementTree.Element, rect: Rect, source: Source) -> Box:
    graphics = child(element, "Graphics")
    graphics = element if graphics is None else graphics
    order = source.number(graphics, "ZOrder", _HEIGHT[tag])
    # Labels were once written through HTML, and many still hold its entities.
    label = html.unescape(element.get("TextLabel") or "").strip()[:_LONGEST]
    return Box(tag, key, element, graphics, rect, label, order, element.get("GroupRef") or "", bindings(element))


def _states(root: ElementTree.Element, boxes: list[Box], taken: set[str], source: Source) -> Iterator[Box]:
    by_key = {box.key: box for box in boxes}
    for element in children(root, "State"):
        graphics, parent = child(element, "Graphics"), by_key.get(element.get("GraphRef") or "")
        if graphics is None or parent is None:
            source.complain(element, "This State belongs to nothing in the file, so it is not drawn.")
            continue
        x, y, w, h = parent.rect
        width, height = abs(source.number(graphics, "Width", 15)), abs(source.number(graphics, "Height", 15))
        cx = x + w / 2 * (1 + source.number(graphics, "RelX"))
        cy = y + h / 2 * (1 + source.number(graphics, "RelY"))
        rect = (cx - width / 2, cy - height / 2, width, height)
        box = _box("State", _unique(element, "State", taken, source), element, rect, source)
        box.order = max(box.order, parent.order + 1)
        yield box


def _groups(root: ElementTree.Element, boxes: list[Box], taken: set[str], source: Source) -> list[Box]:
    """Return the groups, each around its members; a group in a group is placed before the one around it."""
    elements = {element.get("GroupId") or "": element for element in children(root, "Group")}
    groups = {
        name: _box("Group", _unique(e, "Group", taken, source), e, (0, 0, 0, 0), source) for name, e in elements.items()
    }
    for box in [*boxes, *groups.values()]:
        if box.group in groups and groups[box.group] is not box:
            groups[box.group].members.append(box)
        elif box.group:
            source.complain(box.element, f"It belongs to the group {box.group[:40]!r}, which is not in the file.")
    placed: set[str] = set()
    for _ in range(_DEEPEST):  # rings of groups, and what is nested deeper, stay unplaced
        for name, group in groups.items():
            inner = [member for member in group.members if member.tag == "Group" and member.key not in placed]
            if name not in placed and group.members and not inner:
                x, y, w, h = union([member.rect for member in group.members])
                margin = _GROUP_MARGIN.get(group.element.get("Style") or "", 8.0)
                group.rect = (x - margin, y - margin, w + 2 * margin, h + 2 * margin)
                placed |= {name, group.key}
    return [group for name, group in groups.items() if name in placed]


def draw_box(box: Box, is_node: bool, source: Source) -> list[Item]:
    """Return a box's shapes and its text, from back to front. *is_node*: it stands for a node of the graph."""
    role, kind = ("node", kind_of(box)) if is_node else _role(box)
    path = _group_path(box) if box.tag == "Group" else _path(box, box.rect, source)
    if box.is_ours and is_node:
        path = kind_outline(kind, box.rect)
    key = box.key if is_node else ""
    items: list[Item] = []
    if path:
        shape = Shape(path, role, key, kind)
        shape = shape if box.is_ours else _in_own_colours(shape, box, source)
        items.append(shape)
        if properties(box.element).get("org.pathvisio.DoubleLineProperty") == "Double" and path[-1] == ("Z",):
            x, y, w, h = box.rect
            gap = shape.width + 3
            inner = _path(box, (x + gap, y + gap, max(0, w - 2 * gap), max(0, h - 2 * gap)), source)
            items.append(shape._replace(path=inner, role="other", key="", fill="none"))
    elif is_node:  # a bare label: nothing to see around it, but it has a place
        items.append(Shape(outline("Rectangle", box.rect), role, key, kind, "none", "none"))
    if box.is_ours and kind == "symptom":
        x, y, _, h = box.rect
        items.append(Shape(outline("Rectangle", (x, y, 5, h)), "bar", key, kind))
    if box.label:
        items.append(_text(box, role, key, source))
    return items


def kind_of(box: Box) -> str:
    """Return what sort of thing a node is: ours says it in an Attribute, GPML in Type."""
    return box.bound.get("kind") or box.element.get("Type") or box.tag


def _role(box: Box) -> tuple[str, str]:
    if box.tag == "Group":
        return "group", ""
    if box.bound.get("kind") == "stage":
        return "stage", ""
    return ("note", "") if box.bound.get("of") else ("other", "")


def _group_path(box: Box) -> Path:
    """Return the ground of a group as the site of WikiPathways draws it: eight corners for a Complex, nothing for
    Group, a dashed box for the groups without a style.
    """
    style = box.element.get("Style") or "None"
    if style == "Complex":
        return polygon(cut(box.rect, min(20.0, box.rect[2] / 3, box.rect[3] / 3)))
    return () if style == "Group" else outline("Rectangle", box.rect)


def _path(box: Box, rect: Rect, source: Source) -> Path:
    x, y, w, h = rect
    default = "None" if box.tag == "Label" else "Rectangle"
    path = outline(box.graphics.get("ShapeType") or default, rect)
    turn = box.graphics.get("Rotation") or "Top"
    angle = _TURNS[turn] if turn in _TURNS else source.number(box.graphics, "Rotation")
    return rotated(path, angle, (x + w / 2, y + h / 2))


def _in_own_colours(shape: Shape, box: Box, source: Source) -> Shape:
    if box.tag == "Group":
        dash = () if box.element.get("Style") == "Complex" else DASH
        return shape._replace(stroke="#808080", fill="#F5F5F0", dash=dash)
    graphics = box.graphics
    default_fill = "none" if box.tag in ("Label", "Shape") else "#FFFFFF"
    return shape._replace(
        stroke=colour(graphics.get("Color"), "#000000"),
        fill=colour(graphics.get("FillColor"), default_fill) if shape.path[-1] == ("Z",) else "none",
        width=min(THICKEST, abs(source.number(graphics, "LineThickness", 1.0))),
        dash=DASH if graphics.get("LineStyle") == "Broken" else (),
    )


def _text(box: Box, role: str, key: str, source: Source) -> Text:
    graphics = box.graphics
    x, y, w, h = box.rect
    size = min(_TALLEST, abs(source.number(graphics, "FontSize", 12.0)))
    lines = tuple(line.strip() for line in box.label.splitlines())
    align = {"Left": "start", "Right": "end"}.get(graphics.get("Align") or "", "middle")
    side, top = (14.0, 8.0) if box.is_ours else (4.0, 2.0)
    at_x = {"start": x + side, "middle": x + w / 2, "end": x + w - side}[align]
    half = len(lines) * size * LINE_HEIGHT / 2
    at_y = {"Middle": y + h / 2, "Bottom": y + h - half - top}.get(graphics.get("Valign") or "Top", y + half + top)
    ink = "" if box.is_ours else colour(graphics.get("Color"), "#000000").replace("none", "#000000")
    bold, italic = graphics.get("FontWeight") == "Bold", graphics.get("FontStyle") == "Italic"
    role = "title" if role == "stage" else role
    return Text(lines, at_x, at_y, size, role, box.bound.get("of", key), align, bold, italic, ink)


def colour(value: str | None, default: str) -> str:
    """Return a GPML colour as #rrggbb, or ``none``."""
    if not value:
        return default
    if value in COLOURS:
        return COLOURS[value]
    digits = value.removeprefix("#")
    return f"#{digits}" if len(digits) == 6 and all(c in "0123456789abcdefABCDEF" for c in digits) else default
