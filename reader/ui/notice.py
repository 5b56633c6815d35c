"""The notice line: one plain sentence, said to the eye and to the screen reader, gone when one closes it."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

from reader.ui.announce import announce
from reader.ui.theme import ICON_PX, Theme, icon

NARROW = 640  # pixels, under which the buttons stand below the sentence


class Notice(QFrame):
    """A sentence between the article and the status line, with a button where something can be done about it.

    It never goes by itself: nothing runs on a timer.
    """

    closed = Signal()  # while it had the keyboard

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
        self._act = QPushButton()
        self._act.setProperty("framed", True)
        self._action: QAction | None = None
        self._stays = False
        self._close = QPushButton(self.tr("Dismiss"))
        self._close.setAccessibleName(self.tr("Dismiss this notice"))
        said, buttons = QHBoxLayout(), QHBoxLayout()
        said.setSpacing(12)
        said.addWidget(self._sign)
        said.addWidget(self._text, 1)
        buttons.setSpacing(8)
        buttons.addStretch(1)
        buttons.addWidget(self._act)
        buttons.addWidget(self._close)
        self._parts = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._parts.setContentsMargins(24, 4, 16, 4)
        self._parts.addLayout(said, 1)
        self._parts.addLayout(buttons)
        self._act.clicked.connect(self._do)
        self._close.clicked.connect(self.put_away)
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
        """Show a harmless sentence in the place of the one before."""
        self._show(sentence, "", None)

    def warn(self, sentence: str) -> None:
        """Show a sentence about something that is wrong, with a sign before it."""
        self._show(sentence, "", None, is_wrong=True)

    def offer(self, sentence: str, words: str, action: QAction, *, stays: bool = False, is_wrong: bool = False) -> None:
        """Show a sentence with a button that says *words*, `&` before its key, and does *action* where that can be.

        One that *stays* will have another sentence once it was done, so it does not go and come again.
        """
        self._stays = stays
        self._show(sentence, words, action if action.isEnabled() else None, is_wrong=is_wrong)

    def withdraw(self) -> None:
        """Take away what was offered: there is nothing to do any more. A sentence alone stays."""
        if self._action is not None:
            self.put_away()

    def _show(self, sentence: str, words: str, action: QAction | None, *, is_wrong: bool = False) -> None:
        self._action = action
        self._act.setText(words)
        self._act.setVisible(action is not None)
        self._sign.setVisible(is_wrong)
        self._draw_sign(self._theme)
        self._text.setText(sentence)
        self._text.setAccessibleName(sentence)
        self.show()
        announce(self, f"{sentence} {words.replace('&', '') if action is not None else ''}".strip())

    def _do(self) -> None:
        action = self._action
        if not self._stays:
            self.put_away()
        if action is not None:
            action.trigger()

    def put_away(self) -> None:
        """Hide the line, with what it offered."""
        had_keyboard = any(part.hasFocus() for part in (self._text, self._act, self._close))
        self._action = None
        self.hide()
        if had_keyboard:
            self.closed.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the sentence the whole width where there is little."""
        super().resizeEvent(event)
        is_narrow = event.size().width() < NARROW
        direction = QBoxLayout.Direction.TopToBottom if is_narrow else QBoxLayout.Direction.LeftToRight
        self._parts.setDirection(direction)
        self._parts.setContentsMargins(24, 12 if is_narrow else 4, 16, 4)

    def minimumSizeHint(self) -> QSize:
        """Let the window be as narrow as it likes: the line adapts."""
        return QSize(280, super().minimumSizeHint().height())
