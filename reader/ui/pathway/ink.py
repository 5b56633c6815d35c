"""Shapes of the display list as Qt paints them: paths, straight lines, pens and brushes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import Any, NamedTuple, TypeAlias

from PySide6.QtCore import QLineF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPainterPath, QPen

from reader.core.drawing import Command
from reader.ui.pathway.dashes import Piece
from reader.ui.pathway.lettering import Words

_FINEST = 0.5  # pixels on screen for one of the drawing, below which dashes grow no shorter: they are to be told apart

Draw: TypeAlias = Callable[[QPainter, Any], None]
"""A way to draw of QPainter's: drawLines, drawRect or drawPath."""
Drawn: TypeAlias = list[QLineF] | QRectF | QPainterPath
"""What it draws."""


class Stroke(NamedTuple):
    """A shape, ready to be painted: as a line or as a box where it is one, which is faster, else as a path."""

    least: float  # zoom
    dashed: float  # the width of a dashed line; of others, no limit
    pen: QPen
    brush: QBrush
    draw: Draw
    shape: Drawn
    pieces: list[Piece]  # of a dashed line, when it is not thin


class Ink(NamedTuple):
    """All that a part leaves on the ground."""

    strokes: list[Stroke]
    words: list[Words]
    line: list[QLineF]  # where it is nothing but one plain straight line


def quickest(commands: Sequence[Command], path: QPainterPath, is_open: bool) -> tuple[Draw, Drawn]:
    """Return how a shape is painted with the least work; one that *is_open* has nothing inside."""
    if is_open and [command[0] for command in commands] == ["M", "L"]:
        points: Any = [number for command in commands for number in command[1:]]
        return QPainter.drawLines, [QLineF(*points)]
    upright = _box(commands)
    return (QPainter.drawRect, upright) if upright is not None else (QPainter.drawPath, path)


def _box(path: Sequence[Command]) -> QRectF | None:
    """Return a path as a box, where it is an upright one."""
    if [command[0] for command in path] != ["M", "L", "L", "L", "Z"]:
        return None
    points: Any = [command[1:] for command in path[:-1]]
    xs, ys = [x for x, _ in points], [y for _, y in points]
    left, top, right, bottom = min(xs), min(ys), max(xs), max(ys)
    is_upright = set(points) == {(left, top), (right, top), (right, bottom), (left, bottom)}
    goes_round = all(one[0] == other[0] or one[1] == other[1] for one, other in pairwise(points))
    return QRectF(left, top, right - left, bottom - top) if is_upright and goes_round else None


def painter_path(commands: Sequence[Command]) -> QPainterPath:
    """Return a path of the display list as Qt paints it."""
    path = QPainterPath()
    for name, *numbers in commands:
        n: Any = numbers
        match name:
            case "L":
                path.lineTo(*n)
            case "M":
                path.moveTo(*n)
            case "C":
                path.cubicTo(*n)
            case "Z":
                path.closeSubpath()
    return path


@lru_cache(maxsize=512)
def pen(stroke: str, width: float, dash: tuple[float, ...]) -> QPen:
    """Return the pen for a look; Qt counts dashes in widths of the pen, the display list in pixels."""
    if stroke == "none":
        return QPen(Qt.PenStyle.NoPen)
    result = QPen(QColor(stroke), width)
    result.setJoinStyle(Qt.PenJoinStyle.SvgMiterJoin)
    result.setCapStyle(Qt.PenCapStyle.FlatCap)
    if dash:
        result.setDashPattern([each / max(width, 0.1) for each in dash])
    return result


def thin(dashed: QPen, on_device: float) -> QPen:
    """Return a pen for dashes thinner than a pixel, whose length Qt counts as if they were a pixel wide."""
    result = QPen(dashed)
    shown = dashed.widthF() * max(on_device, _FINEST)
    result.setDashPattern([each * shown for each in dashed.dashPattern()])
    return result


@lru_cache(maxsize=512)
def brush(fill: str, opacity: float) -> QBrush:
    """Return the brush for a look."""
    if fill == "none":
        return QBrush()
    colour = QColor(fill)
    colour.setAlphaF(opacity)
    return QBrush(colour, Qt.BrushStyle.SolidPattern)  # without a style, PySide loads the 180 names of gradients
