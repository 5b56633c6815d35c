"""The question that stands before a window which closes while something is not kept: the words are shown in it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QLabel, QVBoxLayout, QWidget

from reader.ui import theme as look
from reader.ui.notebook.box import Box
from reader.ui.notebook.ledger import Wish
from reader.ui.widgets.flow import FlowLayout
from reader.ui.widgets.text_button import text_button

SIZE, LEAST = QSize(640, 420), QSize(300, 320)


class NotKept(QDialog):
    """Try again, copy the words, close without them, or go back."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.wants_again = False
        self.setWindowTitle(self.tr("Not kept yet"))
        self.setMinimumSize(LEAST)
        self.resize(SIZE.boundedTo(parent.screen().availableSize()))
        self._said = QLabel()
        self._said.setTextFormat(Qt.TextFormat.PlainText)
        self._said.setWordWrap(True)
        self._box = Box(self.tr("What is not kept yet"))
        self._box.setReadOnly(True)
        self._copied = QLabel(self.tr("The words are copied: you can paste them into a letter or another program."))
        self._copied.setWordWrap(True)
        self._copied.setProperty("quiet", True)
        stays = self._copied.sizePolicy()
        stays.setRetainSizeWhenHidden(True)
        self._copied.setSizePolicy(stays)
        space = look.scale().space
        buttons = FlowLayout(space["near"])
        for words, do in (
            (self.tr("Try again"), self._try_again),
            (self.tr("Copy the words"), self._copy),
            (self.tr("Go back"), self.reject),
            (self.tr("Close without them"), self._leave),
        ):
            button = text_button(words, "framed")
            button.clicked.connect(do)
            buttons.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(space["apart"], space["apart"], space["apart"], space["apart"])
        column.setSpacing(space["near"])
        column.addWidget(self._said)
        column.addWidget(self._box, 1)
        column.addWidget(self._copied)
        column.addLayout(buttons)

    def show_wishes(self, wishes: Sequence[Wish], reason: str) -> None:
        """Show what is not kept, and why."""
        self._said.setText(self.tr("This is not on the disk yet. {0}").format(reason).strip())
        self._said.setAccessibleName(self._said.text())
        self._box.setPlainText("\n\n".join(written(wish) for wish in wishes))
        self._copied.hide()

    def _try_again(self) -> None:
        self.wants_again = True
        self.accept()

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._box.toPlainText())
        self._copied.show()

    def _leave(self) -> None:
        self.wants_again = False
        self.accept()


def written(wish: Wish) -> str:
    """Return an act in words that one can copy: what one wrote, and on which words."""
    lines = [wish.words]
    for before, after in wish.changes:
        note = after or before
        if note is not None:
            lines += filter(None, (f"“{note.target.quote}”" if note.target.quote else "", note.body))
    return "\n".join(lines)
