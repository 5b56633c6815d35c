"""Which theme is in force: the one that was chosen, or the system's as it changes."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication

from reader.appearance import Appearance
from reader.settings import Settings
from reader.ui import theme as look
from reader.ui.choices import Choices


class Looks(QObject):
    """Applies themes, and ticks the chosen one in the menu."""

    changed = Signal(object, object)  # the Theme in force, the Appearance that was chosen

    def __init__(self, application: QApplication, choices: Choices) -> None:
        super().__init__(application)
        self._application = application
        self._choices = choices
        self._actions: dict[str, QAction] = {}
        self.appearance: Appearance = choices.settings.appearance
        self.theme = look.chosen(self.appearance.theme)
        choices.changed.connect(self._follow)
        application.styleHints().colorSchemeChanged.connect(self._follow_system)

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
        name = next(name for name, action in self._actions.items() if action is sender)
        self._choices.choose("appearance", replace(self.appearance, theme=name))
        self._tick()  # a click on the one that is chosen takes its tick away

    def _follow_system(self) -> None:
        self._follow(self._choices.settings)

    def _follow(self, settings: Settings) -> None:
        theme, appearance = look.chosen(settings.appearance.theme), settings.appearance
        if (theme, appearance) == (self.theme, self.appearance):
            return
        is_other_theme = theme != self.theme
        self.theme, self.appearance = theme, appearance
        if is_other_theme:
            self.apply()
        self._tick()
        self.changed.emit(theme, appearance)

    def _tick(self) -> None:
        for name, action in self._actions.items():
            action.setChecked(name == self.appearance.theme)
