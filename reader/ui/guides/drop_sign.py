"""A sentence over the window, for as long as something is going on that the mouse does."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from reader.ui import theme as look


class DropSign(QFrame):
    """A sentence in the middle of what lies under it, which the mouse does not feel."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._ground = parent
        self.setObjectName("sign")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._words = QLabel()
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        self._words.setWordWrap(True)
        self._words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._words.setFont(look.serif(look.scale().word))
        space = look.scale().space["wide"]
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(space, space, space, space)
        self._rows.addWidget(self._words)

    def show_words(self, words: str) -> None:
        """Show a sentence."""
        self._words.setText(words)
        self.setAccessibleName(words)
        room = self._ground.rect()
        width = min(480, room.width() - 2 * look.scale().space["apart"])
        height = self._rows.totalHeightForWidth(width)
        self.setGeometry(room.center().x() - width // 2, room.center().y() - height // 2, width, height)
        self.raise_()
        self.show()
