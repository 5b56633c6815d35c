"""A small window with a heading, a few words and choices, and a row of buttons: for what is done in a moment."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QComboBox,
    QDialog,
    QFrame,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from reader.ui import theme as look

WIDTH = 560
LEAST = QSize(300, 240)
HAIR = 1  # pixel, between the words and the buttons
FRAME = QSize(16, 48)  # what a desktop puts around a window: the buttons stay on the screen


class Sheet(QDialog):
    """What stands in the middle scrolls where the screen is small; the buttons stay in sight."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        space = look.scale().space
        self._page = QWidget()
        self._page.setObjectName("panel")
        self._middle = QVBoxLayout(self._page)
        self._middle.setContentsMargins(space["wide"], space["apart"], space["wide"], space["apart"])
        self._middle.setSpacing(space["near"])
        self._heading = label()
        self._heading.setObjectName("title")
        self._middle.addWidget(self._heading)
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setWidget(self._page)
        self._buttons = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._buttons.setSpacing(space["near"])
        self._buttons.addStretch(1)
        self._buttons.setContentsMargins(space["wide"], space["close"], space["wide"], space["close"])
        line = QFrame()
        line.setObjectName("hair")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._area, 1)
        column.addWidget(line)
        column.addLayout(self._buttons)
        self._pressed: list[QPushButton] = []
        self.setMinimumSize(LEAST)

    def head(self, title: str) -> None:
        """Say what the window is for."""
        self.setWindowTitle(title)
        self._heading.setText(title)

    def put(self, *parts: QWidget, stretch: int = 0) -> None:
        """Put parts under what is there."""
        for part in parts:
            self._middle.addWidget(part, stretch)

    def put_buttons(self, *buttons: QPushButton) -> None:
        """Put buttons at the bottom."""
        for button in buttons:
            self._buttons.addWidget(button)
        self._pressed += buttons

    def fill_up(self) -> None:
        """Leave free what room there is below all parts."""
        self._middle.addStretch(1)

    def showEvent(self, event: QShowEvent) -> None:
        """Be as high as the words need, and no larger than the screen."""
        if not event.spontaneous():
            room = (self.parentWidget() or self).screen().availableSize() - FRAME
            width = min(WIDTH, room.width())
            self._turn(width)
            height = max(self._page.heightForWidth(width), self._page.minimumSizeHint().height())
            height += self._buttons.sizeHint().height() + HAIR
            self.resize(QSize(width, height).boundedTo(room).expandedTo(LEAST))
        super().showEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Set the buttons one above the other where they are too wide."""
        super().resizeEvent(event)
        self._turn(event.size().width())

    def _turn(self, width: int) -> None:
        edges = self._buttons.contentsMargins()
        room = width - edges.left() - edges.right()
        every = [each.sizeHint().width() for each in self._pressed if not each.isHidden()]
        is_wide = sum(every) + self._buttons.spacing() * len(every) <= room
        ways = QBoxLayout.Direction
        self._buttons.setDirection(ways.LeftToRight if is_wide else ways.TopToBottom)


def label(text: str = "", *, quiet: bool = False, of: QWidget | None = None) -> QLabel:
    """Return words as a label, wrapped and as they are, a stranger's, too; *of* is the control that they name."""
    made = QLabel()
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setWordWrap(True)
    made.setText(text)
    made.setProperty("quiet", quiet)
    if of is not None:
        made.setBuddy(of)
        of.setAccessibleName(text)
        if isinstance(of, QComboBox):
            of.setAccessibleDescription(text)  # on Linux Qt tells the choice as the name
    return made


def said(target: QLabel, sentences: Sequence[str]) -> None:
    """Show sentences in a label, each on its own line, for the eye and the screen reader."""
    words = "\n".join(sentences)
    target.setText(words)
    target.setAccessibleName(words)
