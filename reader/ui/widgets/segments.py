"""Buttons side by side of which one is chosen: one stop of Tab, and the arrow keys go from one to the next."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton, QWidget

from reader.ui import theme as look
from reader.ui.widgets.flow import FlowLayout

STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1}


class Segments(QWidget):
    """One of a few, each told by a name of its own."""

    chosen = Signal(str)  # by hand: the name of the segment

    def __init__(self, words: dict[str, str], parent: QWidget | None = None) -> None:
        """Make a button for each name, with its words; the first one is chosen."""
        super().__init__(parent)
        self._buttons = {name: self._button(name, each) for name, each in words.items()}
        flow = FlowLayout(gap=4)  # in a second line where they are too wide
        flow.setContentsMargins(0, 0, 0, 0)
        for button in self._buttons.values():
            flow.addWidget(button)
        self.setLayout(flow)
        self.choose(next(iter(words)))
        self.setFocusProxy(self._buttons[self.current])

    @property
    def current(self) -> str:
        """The name of the one that is chosen."""
        return next((name for name, button in self._buttons.items() if button.isChecked()), "")

    def choose(self, name: str) -> None:
        """Choose a segment, which is not told."""
        self._buttons[name].setChecked(True)
        for each, button in self._buttons.items():
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus if each == name else Qt.FocusPolicy.ClickFocus)
        self.setFocusProxy(self._buttons[name])

    def set_words(self, name: str, words: str) -> None:
        """Give a segment other words."""
        self._buttons[name].setText(words)
        self._buttons[name].setAccessibleName(words)

    def ask(self, question: str) -> None:
        """Let a screen reader say what is chosen by these."""
        self.setAccessibleName(question)
        for button in self._buttons.values():
            button.setAccessibleDescription(question)

    def offer(self, name: str, offered: bool) -> None:
        """Show a segment, or hide it while there is nothing to choose by it."""
        self._buttons[name].setVisible(offered)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go to the next one, round and round."""
        step = STEPS.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
            return
        names = [name for name, button in self._buttons.items() if not button.isHidden()]
        self._take(names[(names.index(self.current) + step) % len(names)])
        self._buttons[self.current].setFocus(Qt.FocusReason.TabFocusReason)

    def _take(self, name: str) -> None:
        self.choose(name)
        self.chosen.emit(name)

    def _button(self, name: str, words: str) -> QPushButton:
        button = _Segment(words)
        button.setProperty("inline", True)
        button.setCheckable(True)
        button.setAutoDefault(True)  # Enter presses it, as Space does
        button.setAutoExclusive(True)  # a screen reader calls it one of several
        button.setMinimumSize(look.TARGET_PX, look.TARGET_PX)
        button.setAccessibleName(words)
        button.clicked.connect(lambda: self._take(name))
        return button


class _Segment(QPushButton):
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave the arrows to the row: Qt would look for the next button by where it stands."""
        if event.key() in STEPS:
            event.ignore()
        else:
            super().keyPressEvent(event)
