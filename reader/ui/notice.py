"""The notice line: one plain sentence, said to the eye and to the screen reader, gone when one closes it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

from reader.ui.announce import announce
from reader.ui.theme import ICON_PX, Theme, icon


class Notice(QFrame):
    """A sentence between the article and the status line. It never goes by itself: nothing runs on a timer."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("status")
        self._sign = QLabel()
        self._text = QLabel()
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self._text.setWordWrap(True)
        self._text.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self._close = QPushButton(self.tr("Dismiss"))
        self._close.setAccessibleName(self.tr("Dismiss this notice"))
        row = QHBoxLayout(self)
        row.setContentsMargins(24, 4, 16, 4)
        row.setSpacing(12)
        row.addWidget(self._sign)
        row.addWidget(self._text, 1)
        row.addWidget(self._close)
        self._close.clicked.connect(self.hide)
        self._theme = theme
        self.hide()

    def set_theme(self, theme: Theme) -> None:
        """Draw the sign in the theme's ink, now or when something is said."""
        self._theme = theme
        if self.isVisible():
            self._draw_sign(theme)

    def _draw_sign(self, theme: Theme) -> None:
        self._sign.setPixmap(icon("warning", theme).pixmap(ICON_PX, ICON_PX))

    def said(self) -> str:
        """Return the sentence that is shown, or an empty string."""
        return "" if self.isHidden() else self._text.text()

    def say(self, sentence: str) -> None:
        """Show a sentence in the place of the one before."""
        self._draw_sign(self._theme)
        self._text.setText(sentence)
        self._text.setAccessibleName(sentence)
        self.show()
        announce(self, sentence)
