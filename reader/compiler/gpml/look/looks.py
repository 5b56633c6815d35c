"""How boxes are drawn: outlines, colours, double borders, the grounds of groups, and the label on top."""

from __future__ import annotations

from reader.compiler.gpml.look.colours import DASH, THICKEST, colour
from reader.compiler.gpml.look.doubles import double
from reader.compiler.gpml.look.outlines import Path, inset, kind_outline, outline, rotated, rounded
from reader.compiler.gpml.look.texts import text_of
from reader.compiler.gpml.reading.markup import Source, is_double
from reader.compiler.gpml.things.boxes import Box, kind_of, turn_of
from reader.core.drawing import Item, Shape

# Group styles as the site of WikiPathways paints them: outline, width of the border, its dashes, fill.
_GROUND = "#B4B464"
_GROUPS = {
    "None": ("Rectangle", 1.0, DASH, _GROUND),
    "Complex": ("Complex", 1.0, (), _GROUND),
    "Pathway": ("Rectangle", 0.5, DASH, "#00FF00"),
}
_STAGE_ROUND = 8.0  # pixels; of our own stages
_FAINT = 0.1  # how much of what lies behind it a group's fill covers


def draw_box(box: Box, is_node: bool, source: Source) -> list[Item]:
    """Return a box's shapes and its text, from back to front. *is_node*: it stands for a node of the graph."""
    role, kind = ("node", kind_of(box)) if is_node else _role(box)
    shape = Shape((), role, box.key if is_node else "", kind)
    items: list[Item] = [*(_our_shapes(box, shape) if box.is_ours else _strangers_shapes(box, shape, source))]
    if is_node and not items:  # a bare label: nothing to see around it, but it has a place
        items.append(shape._replace(path=outline("Rectangle", box.rect), stroke="none", fill="none"))
    if box.label and box.tag != "Group":  # what a group is called is not written on the drawing
        items.append(text_of(box, role, shape.key, source))
    return items


def _role(box: Box) -> tuple[str, str]:
    if box.tag == "Group":
        return "group", ""
    if box.bound.get("kind") == "stage":
        return "stage", ""
    return ("note", "") if box.bound.get("of") else ("other", "")


def _our_shapes(box: Box, shape: Shape) -> list[Shape]:
    if shape.role == "node":
        shapes = [shape._replace(path=kind_outline(shape.kind, box.rect))]
        if shape.kind == "symptom":
            x, y, _, h = box.rect
            shapes.append(shape._replace(path=outline("Rectangle", (x, y, 5, h)), role="bar"))
        return shapes
    path = outline(_name(box), box.rect) if shape.role != "stage" else rounded(box.rect, _STAGE_ROUND)
    return [shape._replace(path=path)] if path else []


def _strangers_shapes(box: Box, shape: Shape, source: Source) -> list[Shape]:
    """Return the outline in the file's own colours; a border lies inside the box, as on the site."""
    if box.tag == "Group":
        return _group_shapes(box, shape)
    graphics = box.graphics
    width = min(THICKEST, abs(source.number(graphics, "LineThickness", 1.0)))
    shape = shape._replace(
        stroke=colour(graphics.get("Color"), "#000000") if width else "none",
        fill=colour(graphics.get("FillColor"), "none" if box.tag in ("Label", "Shape") else "#FFFFFF"),
        width=width,
        dash=DASH if graphics.get("LineStyle") == "Broken" else (),
    )
    if width and is_double(box.element):
        outer, inner = (_turned(path, box, source) for path in double(_name(box), box.rect, width))
        second = shape._replace(path=inner, role="other", key="", fill="none")
        return [shape._replace(path=outer), second] if outer else []
    path = _turned(outline(_name(box), inset(box.rect, width / 2, width / 2)), box, source)
    return [shape._replace(path=path)] if path else []


def _group_shapes(box: Box, shape: Shape) -> list[Shape]:
    style = box.element.get("Style") or "None"
    if style == "Group":
        return []
    name, width, dash, fill = _GROUPS.get(style, _GROUPS["None"])
    path = outline(name, inset(box.rect, width / 2, width / 2))
    return [shape._replace(path=path, stroke="#808080", fill=fill, width=width, dash=dash, opacity=_FAINT)]


def _turned(path: Path, box: Box, source: Source) -> Path:
    x, y, w, h = box.rect
    return rotated(path, turn_of(box, source), (x + w / 2, y + h / 2))


def _name(box: Box) -> str:
    return box.graphics.get("ShapeType") or ("None" if box.tag == "Label" else "Rectangle")
