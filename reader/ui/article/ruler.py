"""The reading ruler: a band two lines high at the reading line, which stands still while the text goes by."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QTextBlock

from reader.ui import theme as look
from reader.ui.article.gutter import BEYOND, GUTTER

if TYPE_CHECKING:
    from reader.ui.article.column import Column

LINES = 2.25  # a little more than two, so that two items of a list are inside
RULE = 2  # pixels
ABOVE = 4  # pixels between a rule and the words under it


class Ruler:
    """A layer below the text."""

    def __init__(self) -> None:
        self.is_on = False
        self.has_place = True  # not while a paragraph is lit, which shows where one reads
        self.line = 28.0  # pixels from one line of the text to the next

    @property
    def is_shown(self) -> bool:
        """Whether it is on, and nothing stands in its place."""
        return self.is_on and self.has_place

    def band(self, column: Column) -> QRectF:
        """Return the band in viewport pixels: as wide as the column with its gutters."""
        height = round(self.line * LINES)
        top = column.reading_line() - ABOVE
        return QRectF(-GUTTER, top, column.viewport().width() + GUTTER + BEYOND, height)

    def paint_below(self, painter: QPainter, column: Column) -> None:
        """Paint a tinted band between two rules; where contrast is high and tint is paper, the rules remain."""
        if not self.is_shown:
            return
        band = self.band(column)
        look.fill(painter, band, column.theme.tint)
        for top in (band.top(), band.bottom() - RULE):
            look.fill(painter, QRectF(band.left(), top, band.width(), RULE), column.theme.rule)

    def paint_above(self, painter: QPainter, column: Column) -> None:
        """Paint nothing."""

    def next_line(self, column: Column, direction: int) -> int | None:
        """Return where the next line below (1) or above (-1) the one in the ruler begins; None at the end.

        What stands less than half a line away is the same line: the cells of a row, small letters beside large ones.
        """
        top, height = column.reading_line(), column.viewport().height()
        reach = (top, 2 * height) if direction > 0 else (-height, top)
        ways = ((direction * (y - top), position) for position, y in _lines(column, *reach))
        return min(((way, position) for way, position in ways if way > self.line / 2), default=(0, None))[1]


def _lines(column: Column, top: float, bottom: float) -> Iterable[tuple[int, float]]:
    """Yield the beginning and the y of each line of text between two heights in viewport pixels."""
    layout = column.document().documentLayout()
    scrolled = column.verticalScrollBar().value()
    position = layout.hitTest(QPointF(0, max(scrolled + top, 0)), Qt.HitTestAccuracy.FuzzyHit)
    block = column.document().findBlock(max(position, 0))
    while block.isValid() and (box := column.block_rect(block)).top() < bottom:
        if block.isVisible():
            yield from _lines_of(block, box)
        block = block.next()


def _lines_of(block: QTextBlock, box: QRectF) -> Iterable[tuple[int, float]]:
    for number in range(block.layout().lineCount()):
        line = block.layout().lineAt(number)
        yield block.position() + line.textStart(), box.top() + line.y()
