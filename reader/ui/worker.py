"""Work that may wait for a slow disk, done beside the window so that it never waits with it."""

from __future__ import annotations

import contextlib
from collections.abc import Callable

from PySide6.QtCore import QObject, Signal


class Worker(QObject):
    """Does one piece of work in a thread of its own and hands the result to the window's thread.

    The thread is nobody's to wait for: a network drive that hangs must not keep the program from ending.
    """

    done = Signal(object)

    def start(self, work: Callable[[], object]) -> None:
        """Begin *work*, which must touch no widget and raise nothing; `done` carries what it returns."""
        from threading import Thread

        Thread(target=self._do, args=(work,), daemon=True).start()

    def _do(self, work: Callable[[], object]) -> None:
        result = work()
        with contextlib.suppress(RuntimeError):  # the window has gone meanwhile
            self.done.emit(result)
