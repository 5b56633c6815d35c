"""Opens the window for the questions, and begins anew with each guide."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from reader.core.guide import Guide
from reader.core.notebook.notes import Target
from reader.ui.notebook.acts import Acts
from reader.ui.settings.looks import Looks


class Appointment(QObject):
    """The questions for the appointment."""

    def __init__(self, acts: Acts, looks: Looks, window: QWidget) -> None:
        super().__init__(window)
        self._acts, self._looks, self._window = acts, looks, window
        self._guide: Guide | None = None

    def show_guide(self, guide: Guide) -> None:
        """Ask about *guide* from now on."""
        self._guide = guide

    def open(self, target: Target) -> None:
        """Open the window, to ask about *target*."""
        self._open(target, self._window)

    def open_over(self, window: QWidget) -> None:
        """Open it in front of another window, to ask about anything."""
        self._open(Target(), window)

    def _open(self, target: Target, window: QWidget) -> None:
        if self._guide is None:
            return
        from reader.ui.notebook.questions_dialog import QuestionsDialog  # late: no part of the first screen

        dialog = QuestionsDialog(self._acts, self._guide, self._looks.theme, window)
        dialog.finished.connect(dialog.deleteLater)
        dialog.show_about(target)
