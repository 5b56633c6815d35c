"""Opens what one sets things with: the Appearance panel and the settings, each built when it is first asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from reader.appearance import Appearance
from reader.core.guide import Guide
from reader.ui.settings.choices import Choices
from reader.ui.settings.looks import Looks

if TYPE_CHECKING:
    from reader.ui.appearance import AppearancePanel
    from reader.ui.settings.dialog import SettingsDialog


class Preferences(QObject):
    """Shows the choices in force in front of one window, and makes those that are chosen there."""

    nothing_open = Signal()
    left = Signal()  # the keyboard has nowhere to return to

    def __init__(self, window: QWidget, room: QWidget, choices: Choices, looks: Looks) -> None:
        super().__init__(window)
        self._window, self._room = window, room
        self._choices, self._looks = choices, looks
        self._panel: AppearancePanel | None = None
        self._dialog: SettingsDialog | None = None
        self._guide: Guide | None = None

    def show_guide(self, guide: Guide) -> None:
        """Take note of what the guide that is open has of the added glossaries."""
        self._guide = guide
        if self._dialog is not None:
            self._dialog.show_glossaries(guide.glossaries)

    def show_appearance(self) -> None:
        """Open the Appearance panel over the room; close it where it has the keyboard."""
        if self._panel is None:
            self._panel = self._make_panel()
        if self._panel.isVisible() and self._panel.isAncestorOf(self._window.focusWidget()):
            self._panel.close_panel()
        else:
            self._panel.open_panel()

    def put_away(self) -> None:
        """Close the Appearance panel, or say that it is not there to be closed."""
        if self._panel is not None and self._panel.isVisible():
            self._panel.close_panel()
        else:
            self.nothing_open.emit()

    def show_settings(self) -> None:
        """Open the settings."""
        from reader.ui.settings.dialog import SettingsDialog

        known = self._guide.glossaries if self._guide is not None else ()
        self._dialog = dialog = SettingsDialog(self._choices.settings, self._window, known)
        dialog.chosen.connect(self._choices.choose)
        self._choices.changed.connect(dialog.show_settings)
        dialog.exec()
        self._choices.changed.disconnect(dialog.show_settings)
        self._dialog = None
        dialog.deleteLater()

    def _make_panel(self) -> AppearancePanel:
        from reader.ui.appearance import AppearancePanel

        panel = AppearancePanel(self._choices.settings, self._room)
        panel.chosen.connect(self._choose_appearance)
        panel.profiles_chosen.connect(self._choose_profiles)
        panel.left.connect(self.left)
        self._choices.changed.connect(panel.show_settings)
        return panel

    def _choose_appearance(self, appearance: Appearance) -> None:
        self._choices.choose("appearance", appearance)

    def _choose_profiles(self, profiles: dict[str, Appearance]) -> None:
        self._choices.choose("profiles", profiles)
