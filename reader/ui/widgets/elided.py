"""Words that are shortened with an ellipsis where they are too long; a screen reader hears all of them."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QLabel, QPushButton, QSizePolicy, QWidget

from reader.ui.widgets.tip import tip

BESIDE = 14  # pixels that a button leaves free at each side of its words


class Elided(QLabel):
    """One line that takes the room it is given."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._whole = self._tail = ""

    def set_whole(self, text: str, tail: str = "") -> None:
        """Show *text* and *tail*: the text gives way before the tail does."""
        if (text, tail) == (self._whole, self._tail):
            return
        self._whole, self._tail = text, tail
        said = text + tail
        self.setAccessibleName(said)
        self.setAccessibleDescription(said)  # or the tags of the tool tip would be read out
        self.setToolTip(tip(said))
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Shorten anew."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        metrics = QFontMetrics(self.font())
        right, room = Qt.TextElideMode.ElideRight, self.contentsRect().width()
        words = metrics.elidedText(self._whole, right, room - metrics.horizontalAdvance(self._tail)) + self._tail
        self.setText(metrics.elidedText(words, right, room))  # where there is no room for the tail, either


class ElidedButton(QPushButton):
    """A button as wide as there is room, with a stranger's words: shortened, and no sign in them is taken for a key."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.set_whole(text)

    def set_whole(self, text: str) -> None:
        """Show *text*, as much of it as there is room for."""
        self._whole = text
        self.setAccessibleName(text)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Shorten anew."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        room = self.width() - 2 * BESIDE
        shown = QFontMetrics(self.font()).elidedText(self._whole, Qt.TextElideMode.ElideRight, room)
        self.setText(shown.replace("&", "&&"))
