"""Below the list of notes: what can be done with those that are chosen."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QFrame, QMenu, QPushButton, QVBoxLayout, QWidget

from reader.ui.widgets.flow import FlowLayout
from reader.ui.widgets.text_button import text_button


class Foot(QWidget):
    """Always there, so that the list keeps its height; what cannot be done now is off."""

    go_requested = Signal()
    edit_requested = Signal()
    copy_requested = Signal()
    remove_requested = Signal()
    export_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._export = self.tr("Export…")
        self._words = {
            self.tr("Go there"): self.go_requested,
            self.tr("Edit…"): self.edit_requested,
            self.tr("Copy"): self.copy_requested,
            self.tr("Delete"): self.remove_requested,
        }
        self._go, self._edit, self._copy, self._remove = (self._button(words) for words in self._words)
        flow = FlowLayout(gap=0)
        flow.setContentsMargins(6, 2, 6, 2)
        for button in (self._go, self._edit, self._copy, self._remove):
            flow.addWidget(button)
        line = QFrame()
        line.setObjectName("hair")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(line)
        column.addLayout(flow)

    def offer(self, count: int, *, has_place: bool) -> None:
        """Offer what can be done with so many notes; *has_place*: the current one has a place to go to."""
        self._go.setEnabled(count == 1 and has_place)
        self._edit.setEnabled(count == 1)
        for button, one, many in (
            (self._copy, self.tr("Copy"), self.tr("Copy {0}")),
            (self._remove, self.tr("Delete"), self.tr("Delete {0}")),
        ):
            words = many.format(f"{count:,}") if count > 1 else one
            button.setText(words)
            button.setAccessibleName(words)
            button.setEnabled(count > 0)

    def show_menu(self, where: QPoint) -> None:
        """Offer the same in a menu, at a point of the screen."""
        menu = QMenu(self)
        for button in (self._go, self._edit, self._copy, self._remove):
            action = menu.addAction(button.text())
            action.setEnabled(button.isEnabled())
            action.triggered.connect(button.click)
        menu.addSeparator()
        menu.addAction(self._export).triggered.connect(self.export_requested)
        menu.exec(where)
        menu.deleteLater()

    def _button(self, words: str) -> QPushButton:
        button = text_button(words, "link")
        button.clicked.connect(self._words[words])
        return button
