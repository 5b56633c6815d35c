"""The four styles of a highlight, everywhere the same: their words, their grounds and their lines.

Each line has a form of its own, and lies below the dots under explained words: one thick line, two fine ones, a wave,
a frame. So no style is told by its colour alone (WCAG 2.2, 1.4.1); where contrast is high there is no ground at all.
"""

from __future__ import annotations

from functools import lru_cache
from math import ceil
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QGuiApplication, QIcon, QPainter, QPainterPath, QPen, QPixmap

from reader.core.notebook.notes import Style
from reader.ui import theme as look
from reader.ui.theme import Theme

# Of the size of the text; all become whole pixels, so that no line is blurred.
BELOW = 0.32  # from the letters' foot to the line
LANE = 0.26  # from the line of one highlight to that of another one that overlaps it
HIGH = 0.92  # from the letters' foot to the top of the ground
THICK = 0.16  # the line of what is important
FINE = 0.06  # any other line
WAVE = 0.4  # half the length of a wave
SWING = 0.08  # from the middle of a wave to its top

SAMPLE_WIDTH = 34  # pixels
SAMPLE_TEXT = 17.0


class Stroke(NamedTuple):
    """Some words on one line of text that are highlighted, in pixels."""

    left: float
    right: float
    foot: float  # of their letters
    size: float  # of the text
    lane: int = 0
    begins: bool = True  # whether the highlight begins with them, and ends
    ends: bool = True


def style_name(style: Style) -> str:
    """Return what a style is called."""
    names = {
        "important": QCoreApplication.translate("marks", "Important"),
        "remember": QCoreApplication.translate("marks", "Remember"),
        "unclear": QCoreApplication.translate("marks", "Unclear"),
        "mine": QCoreApplication.translate("marks", "Mine"),
    }
    return names.get(style, "")


def style_icon(style: Style, theme: Theme, height: int = look.ICON_PX) -> QIcon:
    """Return a sample of a style: two letters that are highlighted."""
    sharp = max(screen.devicePixelRatio() for screen in QGuiApplication.screens())
    picture = QPixmap(QSize(SAMPLE_WIDTH, height) * sharp)
    picture.setDevicePixelRatio(sharp)
    picture.fill(Qt.GlobalColor.transparent)
    with QPainter(picture) as painter:
        paint_sample(painter, QRectF(0, 0, SAMPLE_WIDTH, height), style, theme)
    return QIcon(picture)


def paint_sample(painter: QPainter, rect: QRectF, style: Style, theme: Theme) -> None:
    """Paint a sample of a style in the middle of a rectangle of `SAMPLE_WIDTH` pixels and 20 or more."""
    size = SAMPLE_TEXT
    foot = round(rect.center().y() + (HIGH - BELOW - THICK) * size / 2)
    left = rect.left() + (rect.width() - SAMPLE_WIDTH) / 2
    stroke = Stroke(left + 2, left + SAMPLE_WIDTH - 2, foot, size)
    paint_ground(painter, stroke, style, theme)
    painter.save()
    painter.setFont(look.serif(size - 2))
    painter.setPen(QColor(theme.ink))
    letters = "ab"
    middle = (stroke.left + stroke.right - painter.fontMetrics().horizontalAdvance(letters)) / 2
    painter.drawText(QPointF(middle, foot), letters)
    painter.restore()
    paint_line(painter, stroke, style, theme)


def paint_ground(painter: QPainter, stroke: Stroke, style: Style, theme: Theme) -> None:
    """Paint what the words stand on; nothing where contrast is high."""
    colour = ground(style, theme)
    if colour != theme.paper:
        top = round(stroke.foot - HIGH * stroke.size)
        bottom = round(stroke.foot + (BELOW + stroke.lane * LANE) * stroke.size) + _thick(stroke.size)
        look.fill(painter, QRectF(stroke.left, top, stroke.right - stroke.left, bottom - top), colour)


def ground(style: Style, theme: Theme) -> str:
    """Return the colour of a style's ground."""
    return str(getattr(theme, style or "paper"))


def paint_line(painter: QPainter, stroke: Stroke, style: Style, theme: Theme) -> None:
    """Paint the line by which a style is known."""
    top = round(stroke.foot + (BELOW + stroke.lane * LANE) * stroke.size)
    thick, fine = _thick(stroke.size), max(1, round(FINE * stroke.size))
    if style == "important":
        look.fill(painter, QRectF(stroke.left, top, stroke.right - stroke.left, thick), theme.quiet)
    elif style == "remember":
        for y in (top, top + thick):
            look.fill(painter, QRectF(stroke.left, y, stroke.right - stroke.left, fine), theme.quiet)
    elif style == "unclear":
        _paint_wave(painter, stroke, top + thick / 2, theme)
    elif style == "mine":
        _paint_frame(painter, stroke, top + thick - fine, fine, theme)


def _thick(size: float) -> int:
    return max(2, round(THICK * size))


def _paint_wave(painter: QPainter, stroke: Stroke, middle: float, theme: Theme) -> None:
    """Paint a slow wave; its crests stand at fixed places, so that two pieces go on as one."""
    half, swing = max(4, round(WAVE * stroke.size)), max(1.5, SWING * stroke.size)
    tile = _wave(half, swing, max(1.3, FINE * 1.2 * stroke.size), theme.quiet, painter.device().devicePixelRatio())
    height = tile.deviceIndependentSize().height()
    room = QRectF(stroke.left, round(middle - height / 2), stroke.right - stroke.left, height)
    painter.drawTiledPixmap(room, tile, QPointF(stroke.left % (2 * half), 0))


@lru_cache(maxsize=64)
def _wave(half: int, swing: float, thick: float, colour: str, sharp: float) -> QPixmap:
    """Return one length of a wave, which is painted again and again: a path would cost ten times as much."""
    width, height = 2 * half, 2 * ceil(swing + thick)
    tile = QPixmap(round(width * sharp), round(height * sharp))
    tile.setDevicePixelRatio(sharp)
    tile.fill(Qt.GlobalColor.transparent)
    wave = QPainterPath(QPointF(-2 * half, height / 2))
    for number in range(-2, 4):
        crest = height / 2 + 2 * swing * (1 if number % 2 else -1)  # a curve reaches half as far as what bends it
        wave.quadTo(QPointF((number + 0.5) * half, crest), QPointF((number + 1) * half, height / 2))
    with QPainter(tile) as painter:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(colour), thick))
        painter.drawPath(wave)
    return tile


def _paint_frame(painter: QPainter, stroke: Stroke, bottom: float, fine: int, theme: Theme) -> None:
    """Paint a frame, open at a side where the words go on in another line."""
    top = round(stroke.foot - HIGH * stroke.size) - stroke.lane * 2 * fine
    left = max(stroke.left - 3 * fine, 0) if stroke.begins else stroke.left  # beside the first letter, where it can be
    right = stroke.right + 2 * fine if stroke.ends else stroke.right
    for y in (top, bottom):
        look.fill(painter, QRectF(left, y, right - left, fine), theme.quiet)
    for is_closed, x in ((stroke.begins, left), (stroke.ends, right - 2 * fine)):
        if is_closed:
            look.fill(painter, QRectF(x, top, 2 * fine, bottom - top + fine), theme.quiet)
