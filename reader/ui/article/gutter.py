"""The strips beside the column: what is painted behind the text goes on into them, and numbers stand there."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from reader.ui.article.layers import Layer

if TYPE_CHECKING:
    from reader.ui.article.column import Column

GUTTER = 40  # pixels before the text
BEYOND = 16  # pixels after it: the least there is before the scroll bar


class Gutter(QWidget):
    """One strip. The mouse goes through it, a screen reader does not see it: it repeats what is said elsewhere."""

    def __init__(self, column: Column, layers: Sequence[Layer], *, before: bool) -> None:
        super().__init__(column)
        self._column, self._layers, self._before = column, layers, before
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        column.resized.connect(self.place)
        column.beside_changed.connect(self.update)

    def place(self) -> None:
        """Stand beside the text, where it is now."""
        text = self._column.viewport().geometry()
        left = text.left() - GUTTER if self._before else text.right() + 1
        self.setGeometry(QRect(left, text.top(), GUTTER if self._before else BEYOND, text.height()))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the layers where they reach beyond the column."""
        with QPainter(self) as painter:
            painter.translate(self._column.viewport().x() - self.x(), 0)
            for layer in self._layers:
                painter.save()
                layer.paint_below(painter, self._column)
                painter.restore()
