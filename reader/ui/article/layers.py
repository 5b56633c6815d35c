"""What may be painted with the column's text without being in its document."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from PySide6.QtGui import QPainter

if TYPE_CHECKING:
    from reader.ui.article.column import Column


class Layer(Protocol):
    """A layer of the picture. Paints in viewport pixels; `Column.blocks_in_view` says what stands where."""

    def paint_below(self, painter: QPainter, column: Column) -> None:
        """Paint what the text is to stand on."""

    def paint_above(self, painter: QPainter, column: Column) -> None:
        """Paint what is to stand over the text."""
