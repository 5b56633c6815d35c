"""Paragraph numbers, small and quiet, before the first line of each paragraph."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QTextBlock

from reader.core.numbering import Numbering
from reader.ui import theme as look
from reader.ui.article.gutter import GUTTER
from reader.ui.article.places import Places

if TYPE_CHECKING:
    from reader.ui.article.column import Column

NUMBER_PX = 13  # however large the text is
AWAY = 5  # pixels from a number to the text
BAR = 4  # pixels at the gutter’s edge that are left to the bar of the paragraph that is lit


class MarginNumbers:
    """A layer of the gutter."""

    def __init__(self) -> None:
        self.is_on = False
        self.numbering: Numbering | None = None
        self.places = Places()

    def paint_below(self, painter: QPainter, column: Column) -> None:
        """Paint the numbers of the paragraphs in view, on the line of their first words."""
        if not self.is_on:
            return
        font = look.sans(NUMBER_PX)
        painter.setFont(font)
        painter.setPen(QColor(column.theme.quiet))
        metrics = QFontMetricsF(font)
        for number, baseline in self.in_view(column):
            for row, part in enumerate(_rows(number, metrics)):
                at = QPointF(-AWAY - metrics.horizontalAdvance(part), baseline + row * metrics.height())
                painter.drawText(at, part)

    def paint_above(self, painter: QPainter, column: Column) -> None:
        """Paint nothing."""

    def in_view(self, column: Column) -> Iterable[tuple[str, float]]:
        """Yield each number in view, and the y of the line of letters it stands on, in viewport pixels."""
        for block, box in column.blocks_in_view():
            if (number := self.number_of(block)) and block.layout().lineCount():
                line = block.layout().lineAt(0)
                yield number, box.top() + line.y() + line.ascent()

    def rows_of(self, block: QTextBlock) -> int:
        """Return how many rows the number before a block takes; 0 where none is shown."""
        number = self.number_of(block) if self.is_on else ""
        return len(_rows(number, QFontMetricsF(look.sans(NUMBER_PX)))) if number else 0

    def number_of(self, block: QTextBlock) -> str:
        """Return the number that stands before a block; "" where none begins."""
        piece = self.places.piece_at(block.position())
        if self.numbering is None or piece is None:
            return ""
        paragraph = self.numbering.at(piece.section, piece.block)
        return paragraph.number if paragraph is not None and paragraph.block == piece.block else ""


def _rows(number: str, metrics: QFontMetricsF) -> list[str]:
    """Return a number in as many rows as it needs: one, or a row for the section and one for the paragraph."""
    if metrics.horizontalAdvance(number) <= GUTTER - AWAY - BAR or "." not in number:
        return [number]
    section, _, paragraph = number.partition(".")
    return [section, f".{paragraph}"]
