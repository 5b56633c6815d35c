"""The reading ruler: a band two lines high at the reading line, which stands still while the text goes by."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QTextBlock

from reader.ui.article.gutter import BEYOND, GUTTER

if TYPE_CHECKING:
    from reader.ui.article.column import Column

LINES = 2.25  # a little more than two, so that two items of a list are inside
RULE = 2  # pixels
SAME = 1.5  # pixels by which lines of one height may differ, as in the cells of a row


class Ruler:
    """A layer below the text."""

    def __init__(self) -> None:
        self.is_on = False
        self.line = 28.0  # pixels from one line of the text to the next

    def band(self, column: Column) -> QRectF:
        """Return the band in viewport pixels: as wide as the column with its gutters."""
        height = round(self.line * LINES)
        return QRectF(-GUTTER, column.reading_line(), column.viewport().width() + GUTTER + BEYOND, height)

    def paint_below(self, painter: QPainter, column: Column) -> None:
        """Paint a tinted band between two rules; where contrast is high and tint is paper, the rules remain."""
        if not self.is_on:
            return
        band = self.band(column)
        painter.fillRect(band, QColor(column.theme.tint))
        for top in (band.top(), band.bottom() - RULE):
            painter.fillRect(QRectF(band.left(), top, band.width(), RULE), QColor(column.theme.rule))

    def paint_above(self, painter: QPainter, column: Column) -> None:
        """Paint nothing."""

    def next_line(self, column: Column, direction: int) -> tuple[int, float] | None:
        """Return the beginning of the next line below (1) or above (-1) the band's top, and its y; None at the end."""
        top = column.reading_line()
        reach = (top, column.viewport().height() * 2) if direction > 0 else (-column.viewport().height(), top)
        lines = [
            (direction * (y - top), position, y)
            for position, y in _lines(column, *reach)
            if direction * (y - top) > SAME
        ]
        if not lines:
            return None
        _, position, y = min(lines)
        return position, y


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
