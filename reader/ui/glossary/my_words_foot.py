"""The row below my words: what removes one, and what puts back the one that was removed last."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from reader.ui.widgets.elided import Elided
from reader.ui.widgets.text_button import text_button


class MyWordsFoot(QWidget):
    """There while a word can be removed or put back."""

    remove_requested = Signal()
    undo_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._removed = Elided()
        self._removed.setProperty("quiet", True)
        self._undo, self._remove = text_button(self.tr("Undo"), "link"), text_button(self.tr("Remove"), "link")
        for button in (self._undo, self._remove):
            button.hide()
        line = QFrame()
        line.setObjectName("hair")
        row = QHBoxLayout()
        row.setContentsMargins(16, 4, 8, 4)
        row.addWidget(self._removed, 1)
        row.addWidget(self._undo)
        row.addWidget(self._remove)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(line)
        column.addLayout(row)
        self._undo.clicked.connect(self.undo_requested)
        self._remove.clicked.connect(self.remove_requested)

    def offer_removal(self, term: str) -> None:
        """Offer to remove a word; "" for none."""
        self._remove.setVisible(bool(term))
        self._remove.setAccessibleName(self.tr("Remove {0} from my words").format(term))
        self._show_or_hide()

    def show_removed(self, term: str) -> None:
        """Say that a word was removed, and offer to put it back; "" for none."""
        self._removed.set_whole(self.tr("“{0}” was removed.").format(term) if term else "")
        self._undo.setVisible(bool(term))
        self._undo.setAccessibleName(self.tr("Put {0} back").format(term))
        self._show_or_hide()

    def _show_or_hide(self) -> None:
        self.setVisible(not (self._undo.isHidden() and self._remove.isHidden()))
