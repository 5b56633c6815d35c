"""Below the drawing, while one searches in it: a box to type in, how many nodes were found, and which one is shown."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from reader.ui import theme as look
from reader.ui.theme import Theme, icon
from reader.ui.widgets.elided import Elided
from reader.ui.widgets.field import Field

_ICONS = ("previous", "next", "close")


class FindStrip(QWidget):
    """Enter goes to the next hit, Shift+Enter to the one before."""

    asked = Signal(str)  # what is typed so far
    step_requested = Signal(int)  # to the next hit (1) or the one before (-1)
    end_requested = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Find in the pathway"))
        self._box = Field()
        self._box.setPlaceholderText(self.tr("Find in the pathway"))
        self._box.setAccessibleName(self.tr("Find in the pathway"))
        self._box.setAccessibleDescription(self.tr("A name, another word for it, or a number in a database"))
        self._count = QLabel()
        self._count.setTextFormat(Qt.TextFormat.PlainText)
        self._hit = Elided()
        self._hit.setProperty("quiet", True)
        self._previous = self._button(self.tr("Previous (Shift+Enter)"))
        self._next = self._button(self.tr("Next (Enter)"))
        self._close = self._button(self.tr("Close, and stay here"))
        self._lay_out()
        self.set_theme(theme)
        self._box.textChanged.connect(self.asked)
        self._previous.clicked.connect(lambda: self.step_requested.emit(-1))
        self._next.clicked.connect(lambda: self.step_requested.emit(1))
        self._close.clicked.connect(self.end_requested)

    def _button(self, name: str) -> QPushButton:
        button = QPushButton()
        button.setAccessibleName(name)
        button.setToolTip(name)
        button.setMinimumSize(look.TARGET_PX, look.TARGET_PX)
        button.setAutoDefault(True)  # Enter presses it, as Space does
        return button

    def _lay_out(self) -> None:
        first = QHBoxLayout()
        first.setSpacing(2)
        first.addWidget(self._box, 1)
        for button in (self._previous, self._next, self._close):
            first.addWidget(button)
        second = QHBoxLayout()
        second.setSpacing(12)
        second.addWidget(self._count)
        second.addWidget(self._hit, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 8, 8, 12)
        column.setSpacing(6)
        column.addLayout(first)
        column.addLayout(second)

    def set_theme(self, theme: Theme) -> None:
        """Draw the icons in the theme's ink."""
        for button, name in zip((self._previous, self._next, self._close), _ICONS, strict=True):
            button.setIcon(icon(name, theme))

    @property
    def words(self) -> str:
        """What is typed."""
        return self._box.text()

    def show_words(self, words: str) -> None:
        """Stand as if these words had been typed; nothing is asked."""
        blocked = self._box.blockSignals(True)
        self._box.setText(words)
        self._box.blockSignals(blocked)

    def take_keyboard(self) -> None:
        """Let one type; the words of before are there to be typed over."""
        self._box.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._box.selectAll()

    def show_found(self, count: int, at: int, name: str) -> None:
        """Say how many nodes were found, and which of them is shown, counted from 0, by its name."""
        found = self.tr("{0} of {1}").format(at + 1, count) if count else self.tr("Not found")
        self._count.setText(found if self.words.strip() else "")
        self._hit.set_whole(name if self.words.strip() else self.tr("A name, another word for it, or its number"))
        for button in (self._previous, self._next):
            button.setEnabled(count > 1)

    def said(self) -> str:
        """Return what is shown, for those who hear it."""
        return f"{self._count.text()}. {self._hit.accessibleName()}"

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter lead on, and Shift+Enter back."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._box.hasFocus():
            self.step_requested.emit(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
        else:
            super().keyPressEvent(event)
