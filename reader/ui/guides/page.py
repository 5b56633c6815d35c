"""A page of the window in place of the article: a column of parts, as wide as is good to read."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from reader.ui import theme as look
from reader.ui.widgets.flow import FlowLayout

WIDTH = 720  # pixels at most
NARROW = 600  # pixels, under which the margins are small


class Page(QScrollArea):
    """A column of parts, as wide as is good to read; it scrolls where the window is low."""

    def __init__(self) -> None:
        super().__init__()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._paper = QWidget()
        self._paper.setObjectName("paper")
        column = QWidget()
        column.setMaximumWidth(WIDTH)
        self._parts = QVBoxLayout(column)
        self._parts.setContentsMargins(0, 0, 0, 0)
        self._parts.setSpacing(look.scale().space["apart"])
        self._parts.addStretch(1)
        self._row = QHBoxLayout(self._paper)
        self._row.addStretch(1)
        self._row.addWidget(column, 1000)
        self._row.addStretch(1)
        self.setWidget(self._paper)
        self._give_room()

    def add(self, *parts: QWidget | QLayout) -> None:
        """Put parts below those that are there."""
        for part in parts:
            last = self._parts.count() - 1  # what stretches
            if isinstance(part, QWidget):
                self._parts.insertWidget(last, part)
            else:
                self._parts.insertLayout(last, part)

    def _give_room(self) -> None:
        space = look.scale().space
        side = space["apart"] if self.width() < NARROW else space["far"]
        self._row.setContentsMargins(side, side, side, side)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take less room around where there is little."""
        self._give_room()
        super().resizeEvent(event)


def heading(text: str) -> QLabel:
    """Return what the page is called."""
    made = label(look.serif(look.scale().page, strong=True))
    made.setText(text)
    return made


def label(font: QFont) -> QLabel:
    """Return a label for words that may be a stranger's."""
    made = QLabel()
    made.setWordWrap(True)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setFont(font)
    return made


def line(*buttons: QPushButton) -> QWidget:
    """Return buttons side by side, or below one another where there is no room."""
    made = QWidget()
    flow = FlowLayout(look.scale().space["near"])
    made.setLayout(flow)
    for each in buttons:
        flow.addWidget(each)
    return made
