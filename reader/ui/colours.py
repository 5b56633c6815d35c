"""Which theme is in force: the one that was chosen, or the system's as it changes."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication

from reader.settings import Settings
from reader.ui import theme as look


class Colours(QObject):
    """Applies themes, and ticks the chosen one in the menu."""

    changed = Signal(object)  # Theme
    chosen = Signal(str)  # "system" or a theme's name

    def __init__(self, application: QApplication, settings: Settings) -> None:
        super().__init__(application)
        self._application = application
        self._name = settings.theme
        self._actions: dict[str, QAction] = {}
        self.theme = look.chosen(self._name)
        application.styleHints().colorSchemeChanged.connect(self._follow)

    def apply(self) -> None:
        """Give the whole application the theme's colours."""
        look.apply(self._application, self.theme)

    def offer(self, actions: dict[str, QAction]) -> None:
        """Let the commands ``theme_…`` choose."""
        prefix = "theme_"
        for identifier, action in actions.items():
            if identifier.startswith(prefix):
                self._actions[identifier.removeprefix(prefix)] = action
                action.triggered.connect(self._choose)
        self._tick()

    def _choose(self) -> None:
        sender = self.sender()
        self._name = next(name for name, action in self._actions.items() if action is sender)
        self._follow()
        self._tick()
        self.chosen.emit(self._name)

    def _follow(self) -> None:
        theme = look.chosen(self._name)
        if theme != self.theme:
            self.theme = theme
            self.apply()
            self.changed.emit(theme)

    def _tick(self) -> None:
        for name, action in self._actions.items():
            action.setChecked(name == self._name)
