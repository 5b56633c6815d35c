"""A field in which the keys of the commands stay theirs."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit

OWN = {Qt.Key.Key_A, Qt.Key.Key_C, Qt.Key.Key_V, Qt.Key.Key_X, Qt.Key.Key_Y, Qt.Key.Key_Z}  # with Ctrl


class Field(QLineEdit):
    """Takes Ctrl with a letter for what it does everywhere: choose all, copy, paste, cut, undo, redo.

    On the desktops of Linux Qt gives some more of them a meaning of Emacs (Ctrl+E is the end of the line) and takes
    them from the menus. Those that no menu has still do that. Where nothing was typed, Ctrl+Z undoes the last act.
    """

    def event(self, event: QEvent) -> bool:
        """Let the window look for a command first."""
        if asks_for_command(event) or (_asks_to_undo(event) and not self.isUndoAvailable()):
            event.ignore()
            return False
        return super().event(event)


def asks_for_command(event: QEvent) -> bool:
    """Whether a part where one writes is asked if it has a use for Ctrl with a letter, and has none."""
    if event.type() != QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
        return False
    is_letter = Qt.Key.Key_A <= event.key() <= Qt.Key.Key_Z
    return event.modifiers() == Qt.KeyboardModifier.ControlModifier and is_letter and event.key() not in OWN


def _asks_to_undo(event: QEvent) -> bool:
    if event.type() != QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
        return False
    return event.matches(QKeySequence.StandardKey.Undo)
