"""Waits until a mouse pointer rests; for those who chose that words open when they point at them (WCAG 2.2, 1.4.13)."""

from __future__ import annotations

from PySide6.QtCore import QObject, QPointF, Qt, QTimer, Signal
from PySide6.QtGui import QMouseEvent, QPointingDevice

REST_MS = 500
STILL = 4  # pixels; a hand that trembles so little rests


class Hovering(QObject):
    """Tells when a pointer that was moved by hand has come to rest: no finger, no pen, no button held."""

    rested = Signal(QPointF)  # where, on the screen

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._is_on = False
        self._at = QPointF()  # where the pointer was when it was last seen to move
        self._timer = QTimer(self, interval=REST_MS, singleShot=True)
        self._timer.timeout.connect(lambda: self.rested.emit(self._at))

    @property
    def is_on(self) -> bool:
        """Whether somebody wants words to open so."""
        return self._is_on

    def switch(self, is_on: bool) -> None:
        """Wait for pointers from now on, or no longer."""
        self._is_on = is_on
        self.stop()

    def moved(self, event: QMouseEvent, *, is_on_term: bool) -> None:
        """Wait anew where the pointer came to a term."""
        is_mouse = event.pointerType() == QPointingDevice.PointerType.Generic
        if not self._is_on or not is_mouse or event.buttons() != Qt.MouseButton.NoButton:
            self.stop()
        elif (event.globalPosition() - self._at).manhattanLength() > STILL:
            self._at = event.globalPosition()
            self._timer.stop()
            if is_on_term:
                self._timer.start()

    def stop(self) -> None:
        """Wait no longer, until the pointer is moved again."""
        self._timer.stop()
