"""The ring around what has the keyboard in the text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPainter, QPen

from reader.ui.article.places import Hyperlink

if TYPE_CHECKING:
    from reader.ui.article.column import Column

WIDTH = 2  # pixels


class Ring:
    """A layer above the text."""

    def __init__(self) -> None:
        self.link: Hyperlink | None = None  # what has the keyboard

    def paint_below(self, painter: QPainter, column: Column) -> None:
        """Paint nothing."""

    def paint_above(self, painter: QPainter, column: Column) -> None:
        """Paint a ring around each line of the words."""
        if self.link is None or not column.hasFocus():
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(column.theme.accent), WIDTH))
        for rect in column.rects(self.link.start, self.link.end):
            painter.drawRoundedRect(rect.adjusted(-3, 1, 3, -1), 4, 4)
