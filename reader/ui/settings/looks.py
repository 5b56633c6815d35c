"""How everything looks now: the theme in force, chosen or the system's as it changes, and how the text is set."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from reader.appearance import LIMITS, Appearance
from reader.settings import Settings
from reader.ui import theme as look
from reader.ui.settings.choices import Choices

SIZE_STEP = 1.0  # points


class Looks(QObject):
    """Applies themes, ticks the chosen one in the menu, and makes the text larger or smaller."""

    changed = Signal(object, object)  # the Theme in force, the Appearance that was chosen

    def __init__(self, choices: Choices, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._window: QWidget | None = None  # that is dressed
        self._choices = choices
        self._actions: dict[str, QAction] = {}
        self.appearance: Appearance = choices.settings.appearance
        self.theme = look.chosen(self.appearance.theme)
        choices.changed.connect(self._follow)
        look.when_system_changes(self._follow_system)

    def dress(self, window: QWidget) -> None:
        """Give a window, and all that belongs to it, the theme's colours, and those of any that is chosen later."""
        self._window = window
        look.apply(window, self.theme)

    def missing_face(self) -> str:
        """Return a sentence for the user where the chosen face is not installed any more, or an empty string."""
        if look.is_installed(self.appearance.face):
            return ""
        words = self.tr("The face “{0}” is not on this computer now, so Source Serif is used. Your choice is kept.")
        return words.format(self.appearance.face)

    def offer(self, actions: dict[str, QAction]) -> None:
        """Let the commands ``theme_…`` choose."""
        prefix = "theme_"
        for identifier, action in actions.items():
            if identifier.startswith(prefix):
                self._actions[identifier.removeprefix(prefix)] = action
                action.triggered.connect(self._choose)
        self._tick()

    def make_larger(self) -> None:
        """Make the text a step larger."""
        self._resize(self.appearance.size + SIZE_STEP)

    def make_smaller(self) -> None:
        """Make the text a step smaller."""
        self._resize(self.appearance.size - SIZE_STEP)

    def take_usual_size(self) -> None:
        """Give the text its usual size."""
        self._resize(Appearance().size)

    def _resize(self, size: float) -> None:
        least, most, _ = LIMITS["size"]
        self._choices.choose("appearance", self.appearance._replace(size=min(max(size, least), most)))

    def _choose(self) -> None:
        sender = self.sender()
        name = next(name for name, action in self._actions.items() if action is sender)
        self._choices.choose("appearance", self.appearance._replace(theme=name))
        self._tick()  # a click on the one that is chosen takes its tick away

    def _follow_system(self) -> None:
        self._follow(self._choices.settings)

    def _follow(self, settings: Settings) -> None:
        theme, appearance = look.chosen(settings.appearance.theme), settings.appearance
        if (theme, appearance) == (self.theme, self.appearance):
            return
        is_other_theme = theme != self.theme
        self.theme, self.appearance = theme, appearance
        if is_other_theme and self._window is not None:
            look.apply(self._window, theme)
        self._tick()
        self.changed.emit(theme, appearance)

    def _tick(self) -> None:
        for name, action in self._actions.items():
            action.setChecked(name == self.appearance.theme)
