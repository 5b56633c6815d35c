"""A box that one types into to find something in the list below it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent

from reader.ui.widgets.field import Field

ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class FilterBox(Field):
    """Down goes from it to the list, Enter opens the first one found, Esc clears it and then leaves."""

    down = Signal()
    entered = Signal()
    left = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the keys that are no text."""
        if event.key() == Qt.Key.Key_Down:
            self.down.emit()
        elif event.key() in ENTER:
            self.entered.emit()
        elif event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
        elif self.text():
            self.clear()
        else:
            self.left.emit()
