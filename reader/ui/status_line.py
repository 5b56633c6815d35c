"""The line at the bottom: what one reads, how much of it is shown, and who reviewed the guide."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QToolButton, QWidget

from reader.ui.elided import Elided

NARROW = 640  # pixels, under which the review gives way: it stands below the guide's title, too


class StatusLine(QFrame):
    """Three places that never move."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("status")
        self._reading = Elided()
        self._review = Elided()
        self.how_much = QToolButton()
        self.how_much.setProperty("small", True)
        self.how_much.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
        self.how_much.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.how_much.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._review.setAlignment(Qt.AlignmentFlag.AlignRight)
        for label in (self._reading, self._review):
            label.setProperty("quiet", True)
            label.setProperty("small", True)
        row = QHBoxLayout(self)
        row.setContentsMargins(24, 0, 24, 0)
        row.setSpacing(16)
        row.addWidget(self._reading, 1)
        row.addWidget(self.how_much)
        row.addWidget(self._review, 1)

    def show_reading(self, sentence: str) -> None:
        """Say what is being read."""
        self._reading.set_whole(sentence)

    def show_review(self, sentence: str) -> None:
        """Say who reviewed the guide."""
        self._review.set_whole(sentence)

    def show_depth(self, words: str) -> None:
        """Say how much of the section is shown; "" where there is nothing to choose."""
        self.how_much.setText(words)
        self.how_much.setAccessibleName(self.tr("How much is shown: {0}").format(words))
        self.how_much.setVisible(bool(words))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take no more room than there is."""
        super().resizeEvent(event)
        self._review.setVisible(event.size().width() >= NARROW)
