"""Opens the recap of the guide up to the place that is being read; its window is loaded when it is first asked for."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from reader.appearance import Appearance
from reader.core import recap
from reader.core.guide import Guide
from reader.core.records import Section
from reader.core.text import Place
from reader.ui.theme import Theme

if TYPE_CHECKING:
    from reader.ui.resume.recap_dialog import RecapDialog


class Recap(QObject):
    """Shows the gists of one guide up to the section that is being read."""

    place_requested = Signal(Place)

    def __init__(self, window: QWidget, theme: Theme) -> None:
        super().__init__(window)
        self._window = window
        self._theme = theme
        self._guide: Guide | None = None
        self._section = ""
        self._read: Mapping[str, float] = {}
        self._dialog: RecapDialog | None = None

    def show_guide(self, guide: Guide) -> None:
        """Speak of *guide* from now on."""
        self._guide, self._section = guide, ""
        if self._dialog is not None:  # what it offers is in the guide before
            self._dialog.close()

    def set_look(self, theme: Theme, _appearance: Appearance) -> None:
        """Draw in other colours from the next time on."""
        self._theme = theme

    def count_read(self, read: Mapping[str, float]) -> None:
        """Take note of how much of each section was read, 0 to 1, where it is more than nothing."""
        self._read = read

    def enter(self, section: Section) -> None:
        """Take note of the section that is being read."""
        self._section = section.id

    def open(self) -> None:
        """Show the gists up to here; a choice goes there."""
        if self._guide is None:
            return
        from reader.ui.resume.recap_dialog import RecapDialog

        gists = recap.so_far(self._guide, self._section)
        self._dialog = dialog = RecapDialog(gists, self._section, self._read, self._theme, self._window)
        dialog.place_requested.connect(self.place_requested)
        dialog.finished.connect(self._forget)
        dialog.open()

    def _forget(self) -> None:
        if self._dialog is not None:
            self._dialog.deleteLater()
            self._dialog = None
