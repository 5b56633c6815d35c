"""Tells when the pointer has left a word and what opened for it, however slantingly it went from one to the other."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QElapsedTimer, QObject, QRect, QTimer, Signal
from PySide6.QtGui import QCursor

GRACE_MS = 300  # that a way may lead outside
LOOK_MS = 50  # not every widget says that the pointer is over it: it is asked where it is


class PointerWatch(QObject):
    """Watches the pointer while something is open because it rests there (WCAG 2.2, 1.4.13)."""

    left = Signal()  # it was away for longer than the grace

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._zone: Callable[[], list[QRect]] = list
        self._away = QElapsedTimer()
        self._looks = QTimer(self)
        self._looks.setInterval(LOOK_MS)
        self._looks.timeout.connect(self._look)

    def start(self, zone: Callable[[], list[QRect]]) -> None:
        """Watch whether the pointer is in *zone*, which returns rectangles on the screen."""
        self._zone = zone
        self._away.invalidate()
        self._looks.start()

    def stop(self) -> None:
        """Watch no longer."""
        self._looks.stop()

    def _look(self) -> None:
        pointer = QCursor.pos()
        if any(rect.contains(pointer) for rect in self._zone()):
            self._away.invalidate()
        elif not self._away.isValid():
            self._away.start()
        elif self._away.hasExpired(GRACE_MS):
            self.stop()
            self.left.emit()
