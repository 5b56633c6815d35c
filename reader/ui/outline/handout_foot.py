"""Below the outline: what begins the choice of sections for a handout, how many are chosen, and what prints them."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QWidget

from reader.ui.widgets.flow import FlowLayout
from reader.ui.widgets.text_button import text_button


class HandoutFoot(QWidget):
    """Always there, so that no row of the outline moves.

    It says "Choose sections to print", or what was chosen; while one chooses, "Done" in the same place.
    """

    choosing_wanted = Signal(bool)
    clear_requested = Signal()
    undo_requested = Signal()  # of the clearing, as long as nothing else was done
    print_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._count = 0
        self._is_choosing = self._is_cleared = False
        self._choose, self._clear, self._print = self._button(), self._button(), self._button()
        flow = FlowLayout(gap=0)
        self.setContentsMargins(4, 0, 4, 4)
        for button in (self._choose, self._clear, self._print):
            flow.addWidget(button)
        self.setLayout(flow)
        self._choose.clicked.connect(self._want)
        self._clear.clicked.connect(self._clear_or_undo)
        self._print.clicked.connect(self.print_requested)
        self._say()

    def show_count(self, count: int) -> None:
        """Say how many sections the handout has."""
        self._is_cleared = self._is_cleared and not count
        self._count = count
        self._say()

    def show_choosing(self, is_choosing: bool) -> None:
        """Offer to end the choice, or to begin it."""
        self._is_choosing, self._is_cleared = is_choosing, False
        self._say()

    def said(self) -> str:
        """Return how much the handout has, in words."""
        return self.tr("My handout: {0}").format(self._counted()) if self._count else self.tr("My handout is empty")

    def _want(self) -> None:
        self.choosing_wanted.emit(not self._is_choosing)

    def _clear_or_undo(self) -> None:
        if self._is_cleared:
            self.undo_requested.emit()
        else:
            self._is_cleared = True
            self.clear_requested.emit()

    def _say(self) -> None:
        if self._is_choosing:
            self._choose.setText(self.tr("Done"))
            printing = self.tr("Print {0}…").format(self._counted()) if self._count else self.tr("Print…")
        else:
            self._choose.setText(self.said() if self._count else self.tr("Choose sections to print"))
            printing = self.tr("Print…")
        self._choose.setAccessibleDescription(self.said() if self._is_choosing else "")
        self._print.setText(printing)
        self._print.setAccessibleName(self.tr("Print my handout: {0}").format(self._counted()))
        self._print.setEnabled(self._count > 0)
        self._print.setVisible(self._is_choosing or self._count > 0)
        self._clear.setText(self.tr("Undo") if self._is_cleared else self.tr("Clear"))
        self._clear.setAccessibleName(
            self.tr("Put back what was in my handout") if self._is_cleared else self.tr("Clear my handout")
        )
        self._clear.setEnabled(self._is_cleared or self._count > 0)
        self._clear.setVisible(self._is_choosing)

    def _counted(self) -> str:
        return self.tr("1 section") if self._count == 1 else self.tr("{0} sections").format(f"{self._count:,}")

    def _button(self) -> QPushButton:
        button = text_button("", "quiet")
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the keyboard to the article
        return button
