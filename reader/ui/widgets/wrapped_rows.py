"""List rows as tall as their wrapped text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtWidgets import QListView, QStyledItemDelegate

from reader.ui import theme as look

if TYPE_CHECKING:
    from PySide6.QtWidgets import QStyleOptionViewItem

BESIDE = 44  # pixels that a row leaves free at its sides: bar, padding and Qt's own margins


class WrappedRows(QStyledItemDelegate):
    """Rows that are as tall as their words and never lower than a tired hand needs.

    Qt forgets what the style sheet leaves free beside them.
    """

    def __init__(self, rows: QListView) -> None:
        super().__init__(rows)
        self._rows = rows

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Return how tall a row is at the width of its list."""
        width = self._rows.viewport().width()
        self.initStyleOption(option, index)
        room = QRect(0, 0, max(40, width - BESIDE), 10_000)
        box = option.fontMetrics.boundingRect(room, int(Qt.TextFlag.TextWordWrap), option.text)
        return QSize(width, max(look.scale().target, box.height() + 2 * look.scale().space["close"]))
