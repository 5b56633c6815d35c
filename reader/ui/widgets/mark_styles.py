"""The four styles of a highlight, everywhere the same: their words, their grounds and their lines.

Each line has a form of its own, and lies below the dots under explained words: one thick line, two fine ones, a wave,
a frame. So no style is told by its colour alone (WCAG 2.2, 1.4.1); where contrast is high there is no ground at all.
Words with a note that are not highlighted have no ground, and a fine line that is turned up at both ends.
"""

from __future__ import annotations

from collections.abc import Iterator
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
HOOK = 0.2  # the ends of the line below words with a note
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
    """Paint a sample of a style in the middle of a rectangle of `SAMPLE_WIDTH` x 20 pixels or more."""
    size = SAMPLE_TEXT
    foot = round(rect.center().y() + (HIGH - BELOW - THICK) * size / 2)
    left = round(rect.left() + (rect.width() - SAMPLE_WIDTH) / 2)
    marking = Marking(theme)
    marking.add(Stroke(left + 2, left + SAMPLE_WIDTH - 2, foot, size), style)
    painter.save()
    marking.paint_grounds(painter)
    painter.setFont(look.serif(size - 2))
    painter.setPen(QColor(theme.ink))
    letters = "ab"
    painter.drawText(
        QPointF(left + (SAMPLE_WIDTH - painter.fontMetrics().horizontalAdvance(letters)) / 2, foot), letters
    )
    marking.paint_lines(painter)
    painter.restore()


class Marking:
    """Marked words that are painted together, in few strokes of the painter."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self._grounds: list[tuple[str, list[QRectF]]] = []  # one upon another
        self._lines: list[QRectF] = []
        self._waves: list[tuple[Stroke, float]] = []  # and the height of their middle

    def add(self, stroke: Stroke, style: Style) -> None:
        """Add some words; they lie upon those that were added before."""
        thick, fine = max(2, round(THICK * stroke.size)), max(1, round(FINE * stroke.size))
        top = round(stroke.foot + (BELOW + stroke.lane * LANE) * stroke.size)  # of the line
        high = round(stroke.foot - HIGH * stroke.size)
        self._add_ground(QRectF(stroke.left, high, stroke.right - stroke.left, top + thick - high), style)
        if style == "important":
            self._lines.append(QRectF(stroke.left, top, stroke.right - stroke.left, thick))
        elif style == "remember":
            self._lines += (QRectF(stroke.left, y, stroke.right - stroke.left, fine) for y in (top, top + thick))
        elif style == "unclear":
            self._waves.append((stroke, top + thick / 2))
        elif style == "mine":
            self._lines += _frame(stroke, high - stroke.lane * 2 * fine, top + thick - fine, fine)
        else:
            self._lines += _hook(stroke, top + thick - fine, max(3, round(HOOK * stroke.size)), fine)

    def _add_ground(self, rect: QRectF, style: Style) -> None:
        """Add a ground; there is none where contrast is high."""
        colour = str(getattr(self._theme, style or "paper"))
        if colour == self._theme.paper:
            return
        if not self._grounds or self._grounds[-1][0] != colour:
            self._grounds.append((colour, []))
        self._grounds[-1][1].append(rect)

    def paint_grounds(self, painter: QPainter) -> None:
        """Paint what the words stand on; the painter's pen and brush are others afterwards."""
        painter.setPen(Qt.PenStyle.NoPen)
        for colour, rects in self._grounds:
            painter.setBrush(QColor(colour))
            painter.drawRects(rects)

    def paint_lines(self, painter: QPainter) -> None:
        """Paint the lines by which the styles are known, likewise."""
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._theme.quiet))
        if self._lines:
            painter.drawRects(self._lines)
        for stroke, middle in self._waves:
            _paint_wave(painter, stroke, middle, self._theme)


def _frame(stroke: Stroke, top: float, bottom: float, fine: int) -> Iterator[QRectF]:
    """Yield the sides of a frame, which is open where the words go on in another line."""
    left = max(stroke.left - 3 * fine, 0) if stroke.begins else stroke.left  # beside the first letter, where it can be
    right = stroke.right + 2 * fine if stroke.ends else stroke.right
    for y in (top, bottom):
        yield QRectF(left, y, right - left, fine)
    for is_closed, x in ((stroke.begins, left), (stroke.ends, right - 2 * fine)):
        if is_closed:
            yield QRectF(x, top, 2 * fine, bottom - top + fine)


def _hook(stroke: Stroke, top: float, high: float, fine: int) -> Iterator[QRectF]:
    """Yield a line with its ends turned up, one where the words go on in another line."""
    yield QRectF(stroke.left, top, stroke.right - stroke.left, fine)
    for is_end, x in ((stroke.begins, stroke.left), (stroke.ends, stroke.right - 2 * fine)):
        if is_end:
            yield QRectF(x, top - high, 2 * fine, high + fine)


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
