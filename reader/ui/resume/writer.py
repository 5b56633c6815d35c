"""Writes small files in a thread of their own: a slow disk holds nobody up, not even who closes the window."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal


class Writer(QObject):
    """Does one job of writing after another; of two that wait for one file, only the later is done."""

    failed = Signal(Path, str)  # the file; the system's reason

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lock = threading.Lock()
        self._jobs: dict[Path, Callable[[], None]] = {}
        self._thread: threading.Thread | None = None

    def put(self, file: Path, job: Callable[[], None]) -> None:
        """Do *job*, which writes *file* and may raise OSError, as soon as the ones before it are done."""
        with self._lock:
            self._jobs[file] = job
            if self._thread is None or not self._thread.is_alive():  # a job that is wrong ends it before its time
                # A daemon: the end of the program does not wait for a disk that does not answer.
                self._thread = threading.Thread(target=self._work, name="writer", daemon=True)
                self._thread.start()

    def finish(self, seconds: float) -> None:
        """Wait until everything is written, but no longer than *seconds*."""
        thread = self._thread
        if thread is not None:
            thread.join(seconds)

    def _work(self) -> None:
        while True:
            with self._lock:
                if not self._jobs:
                    self._thread = None
                    return
                file = next(iter(self._jobs))
                job = self._jobs.pop(file)
            try:
                job()
            except OSError as error:
                self.failed.emit(file, error.strerror or str(error))
