"""What the user chose, and the one place where a choice is changed: everyone who shows it hears of it."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QObject, Signal

from reader.settings import Settings


class Choices(QObject):
    """Holds the settings while the program runs."""

    changed = Signal(object)  # Settings; whoever shows one of them compares it with what it shows

    def __init__(self, settings: Settings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.settings = settings

    def choose(self, name: str, value: Any) -> None:
        """Give the setting called *name* another value."""
        if getattr(self.settings, name) != value:
            setattr(self.settings, name, value)
            self.changed.emit(self.settings)
