"""One part of the drawing, a node or a line, as a graphics item that paints itself from the display list."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QPainter, QPainterPath, QPainterPathStroker, QPen
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from reader.core.drawing import Command, Item, Shape, Text, text_bounds
from reader.core.palette import Palette, look_of, text_colour
from reader.ui.theme import SANS

LINE_REACH = 10.0  # how wide a line is for the pointer, in pixels of the drawing
_SMALLEST_TEXT = 3.0  # pixels on screen below which text is not worth painting
_SMALLEST_HEAD = 0.15  # zoom below which heads of lines are not


class Mood:
    """What all parts ask when they paint: colours, what is lit, what is chosen. One object, changed in place."""

    def __init__(self, palette: Palette, accent: str) -> None:
        self.palette, self.accent = palette, accent
        self.lit: frozenset[str] | None = None  # None: everything
        self.walked: frozenset[str] = frozenset()  # what a route has passed
        self.chosen = ""  # the interaction that was clicked
        self.ground = ""  # behind the drawing, for notes on lines

    def is_lit(self, key: str) -> bool:
        """Whether a part stands out."""
        return self.lit is None or not key or key in self.lit


class Part(QGraphicsItem):
    """A node, a line or a piece of the ground. It takes no mouse: the view decides what a press means."""

    def __init__(self, key: str, items: Sequence[Item], mood: Mood) -> None:
        super().__init__()
        self.key = key
        self.role = next((item.role for item in items if item.role in ("node", "edge", "stage")), "")
        self._mood = mood
        self._shapes = [(item, painter_path(item.path)) for item in items if isinstance(item, Shape)]
        self._texts = [(item, _font(item)) for item in items if isinstance(item, Text)]
        self._bounds = self._find_bounds()
        self.setAcceptedMouseButtons(Qt.MouseButton.NoButton)
        if self.role == "node":
            self.setCursor(Qt.CursorShape.PointingHandCursor)

    def _find_bounds(self) -> QRectF:
        bounds = QRectF()
        for _, path in self._shapes:
            bounds = bounds.united(path.controlPointRect().adjusted(-3, -3, 3, 3))
        for text, _ in self._texts:
            x, y, w, h = text_bounds(text)
            bounds = bounds.united(QRectF(x, y, w, h).adjusted(-0.4 * w - 4, -4, 0.4 * w + 4, 4))
        return bounds

    def outline(self) -> QRectF:
        """Return the box of the node or stage itself."""
        return next((path.controlPointRect() for shape, path in self._shapes if shape.role == self.role), self._bounds)

    def boundingRect(self) -> QRectF:
        return self._bounds

    def shape(self) -> QPainterPath:
        if self.role == "edge":
            stroker = QPainterPathStroker()
            stroker.setWidth(LINE_REACH)
            return stroker.createStroke(self._shapes[0][1])
        result = QPainterPath()
        if self.role == "node":
            result.addRect(self.outline())
        return result

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        zoom = option.levelOfDetailFromTransform(painter.worldTransform())
        for shape, path in self._shapes:
            if zoom >= _SMALLEST_HEAD or not shape.role.endswith("head"):
                self._paint_shape(painter, shape, path)
        for text, font in self._texts:
            if text.size * zoom >= _SMALLEST_TEXT:
                self._paint_text(painter, text, font)

    def _paint_shape(self, painter: QPainter, shape: Shape, path: QPainterPath) -> None:
        look = look_of(shape, self._mood.palette, self._mood.is_lit(self.key), self.key in self._mood.walked)
        is_chosen = bool(self.key) and self.key == self._mood.chosen and self.role == "edge"
        stroke = self._mood.accent if is_chosen and look.stroke != "none" else look.stroke
        width = look.width + 1 if is_chosen else look.width
        painter.setPen(pen(stroke, width, look.dash))
        fill = stroke if is_chosen and shape.role == "head" else look.fill
        painter.setBrush(_brush(fill, shape.opacity))
        painter.drawPath(path)

    def _paint_text(self, painter: QPainter, text: Text, font: QFont) -> None:
        painter.setFont(font)
        stands_out = self._mood.is_lit(self.key) or self.key in self._mood.walked
        painter.setPen(QColor(text_colour(text, self._mood.palette, stands_out)))
        first = text.y - len(text.lines) * text.line_height / 2
        for number, line in enumerate(text.lines):
            box = QRectF(text.x - 1000, first + number * text.line_height, 2000, text.line_height)
            flags = Qt.AlignmentFlag.AlignVCenter
            if text.align == "middle":
                flags |= Qt.AlignmentFlag.AlignHCenter
            elif text.align == "start":
                box.setLeft(text.x)
            else:
                box.setRight(text.x)
                flags |= Qt.AlignmentFlag.AlignRight
            painter.drawText(box, int(flags | Qt.TextFlag.TextDontClip), line)


def painter_path(commands: Sequence[Command]) -> QPainterPath:
    """Return a path of the display list as Qt paints it."""
    path = QPainterPath()
    for name, *rest in commands:
        n = [float(number) for number in rest]
        match name:
            case "M":
                path.moveTo(n[0], n[1])
            case "L":
                path.lineTo(n[0], n[1])
            case "C":
                path.cubicTo(QPointF(n[0], n[1]), QPointF(n[2], n[3]), QPointF(n[4], n[5]))
            case "Z":
                path.closeSubpath()
    return path


def pen(stroke: str, width: float, dash: Sequence[float]) -> QPen:
    """Return the pen for a look; Qt counts dashes in widths of the pen, the display list in pixels."""
    if stroke == "none":
        return QPen(Qt.PenStyle.NoPen)
    result = QPen(QColor(stroke), width)
    result.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    result.setCapStyle(Qt.PenCapStyle.FlatCap)
    if dash:
        result.setDashPattern([each / max(width, 0.1) for each in dash])
    return result


def _brush(fill: str, opacity: float) -> QBrush:
    if fill == "none":
        return QBrush(Qt.BrushStyle.NoBrush)
    colour = QColor(fill)
    colour.setAlphaF(opacity)
    return QBrush(colour)


def _font(text: Text) -> QFont:
    font = QFont([SANS, "sans-serif"])
    font.setPixelSize(max(1, round(text.size)))
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)  # the same widths at every zoom
    font.setWeight(QFont.Weight.DemiBold if text.bold else QFont.Weight.Normal)
    font.setItalic(text.italic)
    return font
