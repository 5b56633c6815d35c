"""Marks what the reader highlighted, in the text and beside it; each sort has its own line, not a colour alone."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from PySide6.QtGui import QColor, QPainter, QPen, QTextBlock

from reader.core.notebook.book import Book
from reader.core.notebook.notes import Note
from reader.core.text import Place
from reader.ui.article.places import Places

if TYPE_CHECKING:
    from reader.ui.article.column import Column


class Noted:
    """A layer: a ground and a line under highlighted words."""

    def __init__(self) -> None:
        self.book = Book()
        self.places = Places()

    def paint_below(self, painter: QPainter, column: Column) -> None:
        """Paint the highlights in view."""
        painter.setPen(QPen(QColor(column.theme.accent), 2))
        for block, _ in column.blocks_in_view():
            for _note, start, end in self.in_block(block):
                for rect in column.rects(start, end):
                    painter.fillRect(rect, QColor(column.theme.lit))
                    painter.drawLine(rect.bottomLeft(), rect.bottomRight())

    def paint_above(self, painter: QPainter, column: Column) -> None:
        """Paint nothing: what lies under the words covers none of them."""

    def in_block(self, block: QTextBlock) -> Iterator[tuple[Note, int, int]]:
        """Yield the highlights that stand in a block of the document, and from where to where there."""
        here = self.places.place(block.position())
        if here is None:
            return
        for note in self.book.of_section(here.section):
            target = note.target
            start = self.places.position(Place(target.section, target.block, target.start))
            end = self.places.position(Place(target.section, target.last_block, target.end))
            if note.kind == "highlight" and start is not None and end is not None:
                start, end = max(start, block.position()), min(end, block.position() + block.length() - 1)
                if start < end:
                    yield note, start, end
