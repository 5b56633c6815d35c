"""A button that says what is chosen and opens the choices: an order, the kinds, which guides."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from reader.ui import theme as look


class Choice(QPushButton):
    """One of a few, each told by a name of its own."""

    chosen = Signal(str)  # by hand: the name

    def __init__(self, called: str, words: dict[str, str], parent: QWidget | None = None) -> None:
        """Offer *words* by name, the first one chosen; *called* is heard before the words of the one that is."""
        super().__init__(parent)
        self._called = called
        self.setProperty("inline", True)
        self.setAutoDefault(True)  # Enter presses it, as Space does
        self.setMinimumHeight(look.TARGET_PX)
        menu, group = QMenu(self), QActionGroup(self)
        self._actions = {name: self._action(name, each, menu, group) for name, each in words.items()}
        self.setMenu(menu)
        self.choose(next(iter(words)))

    @property
    def current(self) -> str:
        """The name of the one that is chosen."""
        return next(name for name, action in self._actions.items() if action.isChecked())

    def choose(self, name: str) -> None:
        """Choose one, which is not told; a name that none has changes nothing."""
        if name in self._actions:
            self._actions[name].setChecked(True)
            self._say()

    def set_words(self, name: str, words: str, *, is_offered: bool = True) -> None:
        """Give one other words; one that is not offered cannot be seen unless it is chosen."""
        action = self._actions[name]
        action.setText(words.replace("&", "&&"))
        action.setVisible(is_offered or action.isChecked())
        self._say()

    def _say(self) -> None:
        words = self._actions[self.current].text()
        self.setText(f"{words} ")  # room before the sign of a menu
        self.setAccessibleName(f"{self._called}: {words}")

    def _action(self, name: str, words: str, menu: QMenu, group: QActionGroup) -> QAction:
        action = menu.addAction(words)
        action.setCheckable(True)
        group.addAction(action)
        action.triggered.connect(lambda: self._take(name))
        return action

    def _take(self, name: str) -> None:
        self._say()
        self.chosen.emit(name)
