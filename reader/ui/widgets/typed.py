"""What a key types where it is no command: for lists, which take letters (WCAG 2.2, 2.1.4)."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

NO_COMMAND = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier


def typed_text(event: QKeyEvent) -> str:
    """Return the text that a key types, "" where it types none or another key makes a command of it."""
    is_text = event.text().isprintable() and not event.modifiers() & ~NO_COMMAND
    return event.text() if is_text else ""
