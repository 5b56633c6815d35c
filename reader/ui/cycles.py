"""Looks for cycles that nobody holds any more on the window's thread, and nowhere else."""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, Qt, QTimer

REST_MS = 2000  # between two looks; a window at rest makes nothing, and has nothing looked for


class Cycles(QObject):
    """Takes over from Python, which looks in whatever thread makes the next object.

    A cycle may hold something of Qt's: a view that is connected to its own method, say. Ended in another thread than
    the one it lives in, while that one works with it, it would end the program.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        gc.disable()
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.VeryCoarseTimer)
        self._timer.setInterval(REST_MS)
        self._timer.timeout.connect(look)

    def begin(self) -> None:
        """Look now and then from now on."""
        self._timer.start()


def look() -> None:
    """Look among the youngest objects, or the older ones as well, where Python would have done so by itself."""
    counts, limits = gc.get_count(), gc.get_threshold()
    if counts[0] > limits[0]:
        due = [generation for generation in (1, 2) if counts[generation] > limits[generation]]
        gc.collect(max(due, default=0))
