"""The way back from a node to the word that led to it: Esc and Alt+Left, once."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget


class WayBack(QObject):
    """Takes Alt+Left from the window while it leads back to a word: the article is not to move for that."""

    taken = Signal()

    def __init__(self, *faces: QWidget) -> None:
        super().__init__(faces[0])
        self.is_offered = False
        for face in faces:
            face.installEventFilter(self)

    def take(self) -> None:
        """Go back, once."""
        self.is_offered = False
        self.taken.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QKeyEvent) or not self.is_offered or event.type() == QEvent.Type.KeyRelease:
            return False
        alt = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier == Qt.KeyboardModifier.AltModifier
        if event.key() != Qt.Key.Key_Back and not (alt and event.key() == Qt.Key.Key_Left):
            return False
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
        else:
            self.take()
        return True
