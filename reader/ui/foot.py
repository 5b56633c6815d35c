"""What may stand below the article: find, steps, the line of return, a note. One at a time where the window is low."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from reader.ui.find.bar import FindBar
from reader.ui.notebook.editor import Editor

LOW = 700  # pixels of the window, under which three lines below the text would leave too little of it
CHANGES = (QEvent.Type.ShowToParent, QEvent.Type.HideToParent)


class Foot(QWidget):
    """Holds the four. While one finds words or writes in a low window, what is not used now waits."""

    def __init__(self, find: FindBar, steps: QWidget, returns: QWidget, editor: Editor) -> None:
        super().__init__()
        self._find, self._steps, self._returns, self._editor = find, steps, returns, editor
        self._is_low = False
        self._room = QWidget()  # of the steps: hides them without ending them
        room = QVBoxLayout(self._room)
        room.setContentsMargins(0, 0, 0, 0)
        room.addWidget(steps)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part in (find, self._room, returns, editor):
            column.addWidget(part)
        for bar in (find, steps, returns, editor):
            bar.installEventFilter(self)

    def set_height(self, height: int) -> None:
        """Suit a window of *height* pixels."""
        self._is_low = height < LOW
        self._editor.set_low(self._is_low)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the bar that finds know its width before it is seen."""
        super().resizeEvent(event)
        self._find.set_width(event.size().width())
        self._editor.set_width(event.size().width())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Make room when a bar comes or goes."""
        if event.type() in CHANGES:
            self._fit()
        return False

    def _fit(self) -> None:
        finds = not self._find.isHidden() or not self._editor.isHidden()
        if self._is_low and (finds or not self._steps.isHidden()):
            self._returns.hide()  # for good: what is done now is newer than what it offers
        self._room.setVisible(not (self._is_low and finds))
