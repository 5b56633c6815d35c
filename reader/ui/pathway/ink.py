"""How items of the display list are put on the ground: paths, pens, letters, and the loop that paints them."""

from __future__ import annotations

import math
from collections.abc import Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, Any, NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QFontMetricsF, QPainter, QPainterPath, QPen, QStaticText

from reader.core.drawing import Command, Text
from reader.core.faces import OURS, Face, face_of
from reader.ui.theme import SANS

if TYPE_CHECKING:
    from reader.ui.pathway.mood import Mood
    from reader.ui.pathway.parts import Part

_FINEST = 0.5  # pixels on screen for one of the drawing, below which dashes grow no shorter: they are to be told apart
_HALO = 4.0  # pixels of ground around the letters of a note


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


NO_INK = Ink([], [])


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


class SetText(NamedTuple):
    """A text, its font and its lines."""

    text: Text
    font: QFont
    lines: list[tuple[QPointF, QStaticText]]


def set_text(text: Text, usual: Face) -> SetText:
    """Return a text with its font and its lines; one that names no face is set in the *usual* one."""
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
    return SetText(text, font, lines)


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
