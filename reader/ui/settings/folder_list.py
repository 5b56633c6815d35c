"""Folders as list items, each with its name, its state and its path, as tall as they need."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem

from reader.ui.widgets.wrapped_rows import WrappedRows

MAY_BREAK = "\u200b"  # a space of no width: a path may go on in the next line there


class FolderList(QListWidget):
    """A list without a scroll bar: it is as tall as its rows, and what is around scrolls."""

    remove_requested = Signal()  # of the current row, by its key

    def __init__(self) -> None:
        super().__init__()
        self.setWordWrap(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setItemDelegate(WrappedRows(self))

    def show_rows(self, rows: Sequence[tuple[str, str, str]]) -> None:
        """Show *rows* of name, state and path; the row with the same number stays the current one."""
        current = self.currentRow()
        while self.count() > len(rows):
            self.takeItem(self.count() - 1)
        while self.count() < len(rows):
            self.addItem(QListWidgetItem())
        for number, (name, state, path) in enumerate(rows):
            item = self.item(number)
            item.setText(f"{name}: {state}\n{path.replace('/', f'/{MAY_BREAK}')}")
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{name}: {state}. {path}")
        self.setCurrentRow(min(max(current, 0), len(rows) - 1))
        self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Remove what is chosen with Delete."""
        if event.key() == Qt.Key.Key_Delete:
            self.remove_requested.emit()
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to what is around."""
        event.ignore()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Be as tall as the rows are at this width."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        self.doItemsLayout()
        self.setFixedHeight(sum(self.sizeHintForRow(row) for row in range(self.count())))
