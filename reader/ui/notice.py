"""The notice line: one plain sentence, said to the eye and to the screen reader, gone when one closes it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

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
        self.set_theme(theme)
        self.hide()

    def set_theme(self, theme: Theme) -> None:
        """Draw the sign in the theme's ink."""
        self._sign.setPixmap(icon("warning", theme).pixmap(ICON_PX, ICON_PX))

    def said(self) -> str:
        """Return the sentence that is shown, or an empty string."""
        return "" if self.isHidden() else self._text.text()

    def say(self, sentence: str) -> None:
        """Show a sentence in the place of the one before."""
        self._text.setText(sentence)
        self._text.setAccessibleName(sentence)
        self.show()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, sentence))
