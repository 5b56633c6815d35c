"""What a shape without a label is called: by what stands in it, as cells are drawn in many files."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container

from reader.compiler.gpml.reading.markup import properties
from reader.compiler.gpml.things.boxes import Box

_MEMBERS = 6  # nodes in a shape that name it; more are what a place holds, not what it is
_MOST = 2_000_000  # pairs of boxes to look at; no published file has a quarter
_PARTS = {"Mitochondria", "Golgi Apparatus", "Endoplasmic Reticulum", "Sarcoplasmic Reticulum"}  # ShapeTypes


def names_inside(boxes: list[Box], wanted: Container[str]) -> dict[str, str]:
    """Return names for the shapes without a label whose keys are wanted, where the file tells one.

    That is the one Label in it; or the few DataNodes in it; or the part of a cell that it is drawn as, or said to be.
    What stands in several shapes stands in the smallest of them.
    """
    shapes = [box for box in boxes if box.tag == "Shape" and not box.label]
    shapes.sort(key=lambda box: box.rect[2] * box.rect[3])
    if len(shapes) * len(boxes) > _MOST or not any(box.key in wanted for box in shapes):
        return {}
    inside: defaultdict[str, list[Box]] = defaultdict(list)
    for box in boxes:
        if box.tag in ("Label", "DataNode") and box.label:
            x, y, w, h = box.rect
            holder = next((shape for shape in shapes if _holds(shape, x + w / 2, y + h / 2)), None)
            if holder is not None and holder.key in wanted:
                inside[holder.key].append(box)
    return {shape.key: name for shape in shapes if shape.key in wanted and (name := _name(shape, inside[shape.key]))}


def _holds(shape: Box, x: float, y: float) -> bool:
    left, top, width, height = shape.rect
    return left <= x <= left + width and top <= y <= top + height


def _name(shape: Box, inside: list[Box]) -> str:
    labels = [box.label for box in inside if box.tag == "Label"]
    if len(labels) == 1:
        return labels[0]
    if not labels and 0 < len(inside) <= _MEMBERS:
        return ", ".join(dict.fromkeys(box.label for box in inside))
    drawn = shape.graphics.get("ShapeType") or ""
    said = properties(shape.element).get("org.pathvisio.CellularComponentProperty") or ""
    return drawn if drawn in _PARTS else "" if said == "None" else said
