"""One part of the drawing, a node or a line or a piece of the ground, painted from the display list."""

from __future__ import annotations

import math
from collections.abc import Sequence
from functools import cached_property, lru_cache
from typing import Any, NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QFontMetricsF, QPainter, QPainterPath, QPen, QStaticText

from reader.core.drawing import Command, Item, Shape, Text, text_bounds
from reader.core.faces import ARIAL, OURS, Face, face_of
from reader.core.palette import look_of, restyled, text_colour
from reader.ui.pathway.mood import Mood
from reader.ui.theme import SANS

SMALLEST_TEXT = 5.0  # pixels on screen below which letters are only grey: then labels.py writes the ones that matter
GROUNDS = ("group", "shape")  # kinds, in small letters, of nodes in which others lie
_ROLES = ("node", "edge", "stage", "title")
_SMALLEST_HEAD = 0.15  # zoom below which heads of lines are not painted
_BEYOND = 3.0  # pixels that a line may reach past its points
_FINEST = 0.5  # pixels on screen for one of the drawing, below which dashes grow no shorter: they are to be told apart
_HALO = 4.0  # pixels of ground around the letters of a note


class Part:
    """What belongs to one node or line, or one item of the ground. What it needs for painting is made when it is
    first painted, and kept.
    """

    def __init__(self, key: str, items: Sequence[Item], mood: Mood) -> None:
        self.key = key
        self.role = next((item.role for item in items if item.role in _ROLES), "")
        self._items = items
        self._mood = mood
        self._inks: dict[tuple[bool, ...], Ink] = {}
        self._inks_of = -1  # the version of the mood they were made in
        self.last_ink = _NO_INK
        self.inked_for = -1  # the change of the mood that the last ink was asked for after
        self.bounds = _bounds(items)
        box = self.bounds
        self.edges = box.left(), box.top(), box.right(), box.bottom()

    @cached_property
    def kind(self) -> str:
        """The kind of the node, or the evidence of the line."""
        return next((item.kind for item in self._items if isinstance(item, Shape) and item.role == self.role), "")

    @cached_property
    def words(self) -> str:
        """What is written on it."""
        texts = (" ".join(item.lines) for item in self._items if isinstance(item, Text))
        return " ".join(texts)

    @cached_property
    def left(self) -> float:
        """Where the text of a title begins."""
        return next((text_bounds(item)[0] for item in self._items if isinstance(item, Text)), self.bounds.left())

    @cached_property
    def box(self) -> QRectF:
        """The box of the node or stage itself, without what stands at it."""
        own = (path for shape, path in self._shapes if shape.role == self.role)
        return next((path.controlPointRect() for path in own), self.bounds)

    @cached_property
    def line(self) -> list[tuple[float, float]]:
        """The points of a line, from its first end to its last."""
        path = next((path for shape, path in self._shapes if shape.role == "edge"), QPainterPath())
        return [(point.x(), point.y()) for piece in path.toSubpathPolygons() for point in piece.toList()]

    def along(self, share: float) -> QPointF:
        """Return the point after this share of a line's length."""
        return next((path for shape, path in self._shapes if shape.role == "edge"), QPainterPath()).pointAtPercent(
            share
        )

    @cached_property
    def _shapes(self) -> list[tuple[Shape, QPainterPath]]:
        return [(item, painter_path(item.path)) for item in self._items if isinstance(item, Shape)]

    @cached_property
    def _texts(self) -> list[_SetText]:
        usual = face_of(ARIAL) if self._mood.paper else OURS
        return [_set(item, usual) for item in self._items if isinstance(item, Text)]

    def ink(self) -> Ink:
        """Return what is painted now, as the mood wants it."""
        mood = self._mood
        if self._inks_of != mood.version:
            self._inks, self._inks_of = {}, mood.version
        is_lit, is_walked = mood.is_lit(self.key), self.key in mood.walked
        state = (is_lit, is_walked, self.role == "edge" and self.key == mood.chosen != "")
        found = self._inks.get(state)
        if found is None:
            found = self._inks[state] = Ink(self._strokes(*state), self._words(is_lit or is_walked))
        self.last_ink, self.inked_for = found, mood.change
        return found

    def _strokes(self, is_lit: bool, is_walked: bool, is_chosen: bool) -> list[Stroke]:
        mood, strokes = self._mood, []
        for shape, path in self._shapes:
            shown = restyled(shape) if mood.is_restyled else shape
            look = look_of(shown, mood.drawn_palette, is_lit, is_walked)  # type: ignore[arg-type]
            is_head = shape.role.endswith("head")
            if is_chosen:
                fill = mood.pointer if shape.role == "head" else look.fill
                look = look._replace(stroke=mood.pointer, fill=fill, width=look.width + 1)
            paints = pen(look.stroke, look.width, look.dash), brush(look.fill, shape.opacity)
            dashed = look.width if look.dash and look.stroke != "none" else math.inf
            strokes.append(Stroke(_SMALLEST_HEAD if is_head else 0.0, dashed, *paints, path))
        return strokes

    def _words(self, stands_out: bool) -> list[Words]:
        words = []
        for text, font, lines in self._texts:
            shown = restyled(text) if self._mood.is_restyled else text
            colour = QColor(text_colour(shown, self._mood.drawn_palette, stands_out))  # type: ignore[arg-type]
            words.append(Words(SMALLEST_TEXT / text.size, text, font, colour, lines))
        return words


class Stroke(NamedTuple):
    """A shape, ready to be painted."""

    least: float  # zoom
    dashed: float  # the width of a dashed line; of others, no limit
    pen: QPen
    brush: QBrush
    path: QPainterPath


class Words(NamedTuple):
    """A text, ready to be painted."""

    least: float  # zoom
    text: Text
    font: QFont
    colour: QColor
    lines: list[tuple[QPointF, QStaticText]]  # each with its upper left corner


class Ink(NamedTuple):
    """All that a part leaves on the ground."""

    strokes: list[Stroke]
    words: list[Words]


_NO_INK = Ink([], [])


def paint(painter: QPainter, parts: Sequence[Part], area: QRectF, zoom: float, mood: Mood) -> None:
    """Paint parts from back to front, as far as they lie in *area*. This is the loop that a frame consists of."""
    set_pen, set_brush, draw = painter.setPen, painter.setBrush, painter.drawPath
    on_device = painter.deviceTransform().m11()
    last_pen: QPen | None = None
    last_brush: QBrush | None = None
    is_in, change, ground = area.intersects, mood.change, mood.ground
    for part in parts:
        if not is_in(part.bounds):
            continue
        strokes, words = part.last_ink if part.inked_for == change else part.ink()
        for least, dashed, its_pen, its_brush, path in strokes:
            if zoom >= least:
                if dashed * on_device < 1:
                    last_pen = None
                    set_pen(_thin(its_pen, on_device))
                elif its_pen is not last_pen:  # the cache gives the same pen for the same look
                    last_pen = its_pen
                    set_pen(its_pen)
                if its_brush is not last_brush:
                    last_brush = its_brush
                    set_brush(its_brush)
                draw(path)
        for each in words:
            if zoom >= each.least:
                last_pen = None
                _paint_words(painter, each, ground)


def _bounds(items: Sequence[Item]) -> QRectF:
    """Return the box around all that items may leave on the ground. A text's own is a guess: as if it were wider, and
    on its side as well where it is turned.
    """
    boxes = []
    for item in items:
        if isinstance(item, Text):
            x, y, w, h = text_bounds(item)
            wide = 0.4 * w + 4
            if item.turn:
                x, y, w, h = item.x - w - h, item.y - w - h, 2 * (w + h), 2 * (w + h)
            boxes.append((x - wide, y - 4, x + w + wide, y + h + 4))
        else:
            numbers: Any = [number for command in item.path for number in command[1:]]
            across, along, wide = numbers[::2] or [0.0], numbers[1::2] or [0.0], item.width + _BEYOND
            boxes.append((min(across) - wide, min(along) - wide, max(across) + wide, max(along) + wide))
    left, top = min(box[0] for box in boxes), min(box[1] for box in boxes)
    return QRectF(left, top, max(box[2] for box in boxes) - left, max(box[3] for box in boxes) - top)


def _paint_words(painter: QPainter, words: Words, ground: str) -> None:
    text = words.text
    painter.setFont(words.font)
    if text.turn:
        painter.save()
        painter.translate(text.x, text.y)
        painter.rotate(math.degrees(text.turn))
        painter.translate(-text.x, -text.y)
    if text.role == "note":  # it stands on a line: the ground shines around the letters
        painter.strokePath(_outline(words), pen(ground, _HALO, ()))
    painter.setPen(words.colour)
    for where, line in words.lines:
        painter.drawStaticText(where, line)
    if text.turn:
        painter.restore()


def _outline(words: Words) -> QPainterPath:
    path, down = QPainterPath(), QPointF(0, QFontMetricsF(words.font).ascent())
    for where, line in words.lines:
        path.addText(where + down, words.font, line.text())
    return path


class _SetText(NamedTuple):
    text: Text
    font: QFont
    lines: list[tuple[QPointF, QStaticText]]


def _set(text: Text, usual: Face) -> _SetText:
    face = face_of(text.face) if text.face else usual
    font, ascent = _font(face.families, round(text.size), text.bold or text.role == "title", text.italic)
    if text.underline or text.strike:
        font = QFont(font)
        font.setUnderline(text.underline)
        font.setStrikeOut(text.strike)
    first = text.y - (len(text.lines) - 1) * text.line_height / 2 + text.size * face.rise - ascent
    lines = []
    for number, words in enumerate(text.lines):
        if words:
            line = QStaticText(words)
            line.setTextFormat(Qt.TextFormat.PlainText)  # it comes from a stranger's file
            line.prepare(font=font)
            left = text.x - {"start": 0.0, "middle": 0.5, "end": 1.0}[text.align] * line.size().width()
            lines.append((QPointF(left, first + number * text.line_height), line))
    return _SetText(text, font, lines)


@lru_cache(maxsize=256)
def _font(families: tuple[str, ...], size: int, is_bold: bool, is_italic: bool) -> tuple[QFont, float]:
    """Return a font and its ascent; drawings have few, and to find one takes longer than to write with it."""
    is_ours = families == OURS.families
    font = QFont([SANS, "sans-serif"] if is_ours else list(families))
    font.setPixelSize(min(max(1, size), 1000))
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)  # the same widths at every zoom
    if is_bold:
        font.setWeight(QFont.Weight.DemiBold if is_ours else QFont.Weight.Bold)
    font.setItalic(is_italic)
    return font, QFontMetricsF(font).ascent()


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


def _thin(dashed: QPen, on_device: float) -> QPen:
    """Return a pen for dashes thinner than a pixel, whose length Qt counts as if they were a pixel wide."""
    result = QPen(dashed)
    shown = dashed.widthF() * max(on_device, _FINEST)
    result.setDashPattern([each * shown for each in dashed.dashPattern()])
    return result


@lru_cache(maxsize=512)
def brush(fill: str, opacity: float) -> QBrush:
    """Return the brush for a look."""
    if fill == "none":
        return QBrush(Qt.BrushStyle.NoBrush)
    colour = QColor(fill)
    colour.setAlphaF(opacity)
    return QBrush(colour)
