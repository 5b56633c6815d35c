"""The outlines of GPML's shapes and of our kinds of node, as path commands."""

from __future__ import annotations

import math
from collections.abc import Sequence

from reader.compiler.gpml.look.cells import CELL_PARTS, placed
from reader.compiler.gpml.ways.paths import between
from reader.core.drawing import Command, Rect

Path = tuple[Command, ...]

ROUND_CORNER = 15.0  # pixels; of RoundedRectangle, on the site of WikiPathways
# With the names that PathVisio has given up and draws as these.
OVALS = {"Oval", "Circle", "Ellipse", "Mitochondria", "mim-degradation", "mim-interaction", "mim-phosphorylated"}
OVALS |= {"Nucleus", "Vesicle", "CellA", "OrganA", "OrganB", "OrganC"}
ROUNDED = {"RoundedRectangle", "Cell", "Organelle", "Membrane"}
ROUND = 0.5522847498  # control points this far along make a cubic a quarter of a circle


def kind_outline(kind: str, box: Rect) -> Path:
    """Return the outline of one of our kinds of node. Each has its own, so that colour is never the only sign."""
    x, y, w, h = box
    match kind:
        case "cell":
            return rounded(box, h / 2)
        case "receptor":
            return polygon(
                [(x + 12, y), (x + w - 12, y), (x + w, y + h / 2), (x + w - 12, y + h), (x + 12, y + h), (x, y + h / 2)]
            )
        case "process":
            return rounded(box, 10)
        case "factor":
            return polygon(cut(box, 9))
    return rounded(box, 3)  # molecule, symptom


def cut(box: Rect, size: float) -> list[tuple[float, float]]:
    """Return the corners of a box whose own corners are cut off, clockwise from the top left."""
    x, y, w, h = box
    right, bottom = x + w, y + h
    return [
        (x + size, y), (right - size, y), (right, y + size), (right, bottom - size),
        (right - size, bottom), (x + size, bottom), (x, bottom - size), (x, y + size),
    ]  # fmt: skip


def polygon(points: Sequence[tuple[float, float]]) -> Path:
    """Return the closed line through points."""
    return (("M", *points[0]), *(("L", *point) for point in points[1:]), ("Z",))


def rounded(box: Rect, radius: float) -> Path:
    """Return a box with round corners."""
    x, y, w, h = box
    r = max(0.0, min(radius, w / 2, h / 2))
    k = r * (1 - ROUND)
    right, bottom = x + w, y + h
    return (
        ("M", x + r, y), ("L", right - r, y), ("C", right - k, y, right, y + k, right, y + r),
        ("L", right, bottom - r), ("C", right, bottom - k, right - k, bottom, right - r, bottom),
        ("L", x + r, bottom), ("C", x + k, bottom, x, bottom - k, x, bottom - r),
        ("L", x, y + r), ("C", x, y + k, x + k, y, x + r, y), ("Z",),
    )  # fmt: skip


def oval(box: Rect) -> Path:
    """Return the ellipse in a box, from its right clockwise."""
    x, y, w, h = box
    cx, cy, rx, ry = x + w / 2, y + h / 2, w / 2, h / 2
    kx, ky = rx * ROUND, ry * ROUND
    return (
        ("M", cx + rx, cy),
        ("C", cx + rx, cy + ky, cx + kx, cy + ry, cx, cy + ry),
        ("C", cx - kx, cy + ry, cx - rx, cy + ky, cx - rx, cy),
        ("C", cx - rx, cy - ky, cx - kx, cy - ry, cx, cy - ry),
        ("C", cx + kx, cy - ry, cx + rx, cy - ky, cx + rx, cy),
        ("Z",),
    )


def _brace(box: Rect) -> Path:
    """Return four curves, each a quarter of the width, from the lower left up to the point in the middle and back."""
    x, y, w, h = box
    half, bottom = y + h / 2, y + h
    path: list[Command] = [("M", x, bottom)]
    for start, end, near, far in ((0, 1, bottom, half), (1, 2, half, y), (2, 3, y, half), (3, 4, half, bottom)):
        left, right = x + start * w / 4, x + end * w / 4
        corner = (left if far == half else right, half)
        into, out = between((left, near), corner, 2 / 3), between((right, far), corner, 2 / 3)
        path.append(("C", *into, *out, right, far))
    return tuple(path)


def rotated(path: Path, angle: float, centre: tuple[float, float]) -> Path:
    """Return a path turned clockwise by *angle* (radians) around a point."""
    if not angle:
        return path
    cx, cy = centre
    cos, sin = math.cos(angle), math.sin(angle)
    result: list[Command] = []
    for name, *numbers in path:
        turned: list[float] = []
        for px, py in zip(numbers[0::2], numbers[1::2], strict=True):
            dx, dy = float(px) - cx, float(py) - cy
            turned += [cx + dx * cos - dy * sin, cy + dx * sin + dy * cos]
        result.append((name, *turned))
    return tuple(result)


def outline(shape: str, box: Rect, corner: float = ROUND_CORNER) -> Path:
    """Return the outline of a GPML ShapeType; () for None, a rectangle for a name that is unknown.

    *corner* is the radius of the corners that are round.
    """
    x, y, w, h = box
    if shape in _POLYGONS:
        return polygon([(x + across * w, y + down * h) for across, down in _POLYGONS[shape]])
    around = oval(box) if shape in OVALS else ()
    if shape in ROUNDED:
        around = rounded(box, corner)
    match shape:
        case "mim-degradation":
            around = (*around, ("M", x, y), ("L", x + w, y + h))
        case "Triangle":
            around = _triangle(box)
        case "Arc":  # the lower half of the ellipse
            around = (("M", x + w, y + h / 2), *oval(box)[1:3])
        case "Brace":
            around = _brace(box)
        case "Line" | "Edge":
            around = (("M", x, y), ("L", x + w, y + h))
    parts = placed(CELL_PARTS[shape], box) if shape in CELL_PARTS else ()
    is_known = around or parts or shape == "None"
    return (*around, *parts) if is_known else outline("Rectangle", box)


def _triangle(box: Rect) -> Path:
    """Return the triangle as PathVisio draws it: pointing to the right and beyond its box, as the files reckon."""
    x, y, w, h = box
    left, right = x + 0.3125 * w - 2, x + 1.25 * w - 2
    return polygon([(right, y + h / 2), (left, y + 0.933 * h), (left, y + 0.067 * h)])


def inset(box: Rect, across: float, down: float) -> Rect:
    """Return a box that is smaller by *across* on the left and right, by *down* above and below; never inside out."""
    x, y, w, h = box
    across, down = min(across, w / 2), min(down, h / 2)
    return (x + across, y + down, w - 2 * across, h - 2 * down)


def regular(corners: int) -> list[tuple[float, float]]:
    """Return the corners of a regular polygon in the circle that fills the unit square, one of them at the right."""
    turns = [2 * math.pi * i / corners for i in range(corners)]
    return [((1 + math.cos(turn)) / 2, (1 + math.sin(turn)) / 2) for turn in turns]


_POLYGONS: dict[str, list[tuple[float, float]]] = {
    "Rectangle": [(0, 0), (1, 0), (1, 1), (0, 1)],
    "Hexagon": regular(6),
    "Ribosome": regular(6),
    "ProteinComplex": regular(6),
    "Pentagon": regular(5),
    "Octagon": cut((0, 0, 1, 1), 0.25),
    "Complex": cut((0, 0, 1, 1), 0.25),
}
