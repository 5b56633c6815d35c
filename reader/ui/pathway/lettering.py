"""Texts of the display list as glyphs: found once, and painted at any zoom without another layout."""

from __future__ import annotations

import math
from functools import lru_cache
from typing import NamedTuple

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QGlyphRun, QPainter, QPainterPath, QPen, QTextLayout

from reader.core.drawing import Text
from reader.core.faces import OURS, Face, face_of
from reader.ui.theme import SANS

_HALO = 4.0  # pixels of ground around the letters of a note


class Line(NamedTuple):
    """One line of a text."""

    where: QPointF  # its upper left corner
    glyphs: list[QGlyphRun]  # more than one where a face lacks a letter
    words: str


class SetText(NamedTuple):
    """A text, its font and its lines."""

    text: Text
    font: QFont
    lines: list[Line]


class Words(NamedTuple):
    """A text, ready to be painted."""

    least: float  # zoom
    pen: QPen
    is_plain: bool  # neither turned nor on a line
    set_text: SetText


def paint_words(painter: QPainter, words: Words, ground: str) -> None:
    """Paint a text; the painter has its pen. On a line, the *ground* shines around the letters."""
    text, font, lines = words.set_text
    if not words.is_plain:
        painter.save()
        painter.translate(text.x, text.y)
        painter.rotate(math.degrees(text.turn))
        painter.translate(-text.x, -text.y)
        if text.role == "note":
            painter.strokePath(_outline(font, lines), _halo(ground))
    for where, glyphs, _ in lines:
        for run in glyphs:
            painter.drawGlyphRun(where, run)
    if not words.is_plain:
        painter.restore()


def _halo(ground: str) -> QPen:
    result = QPen(QColor(ground), _HALO)
    result.setJoinStyle(Qt.PenJoinStyle.SvgMiterJoin)
    result.setCapStyle(Qt.PenCapStyle.FlatCap)
    return result


def _outline(font: QFont, lines: list[Line]) -> QPainterPath:
    path, down = QPainterPath(), QPointF(0, QFontMetricsF(font).ascent())
    for where, _, words in lines:
        path.addText(where + down, font, words)
    return path


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
            layout = QTextLayout(words, font)
            layout.beginLayout()
            line = layout.createLine()
            layout.endLayout()
            left = text.x - {"start": 0.0, "middle": 0.5, "end": 1.0}[text.align] * line.naturalTextWidth()
            lines.append(Line(QPointF(left, first + number * text.line_height), layout.glyphRuns(), words))
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
