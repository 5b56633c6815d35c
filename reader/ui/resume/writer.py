"""Writes small files in a thread of their own: a slow disk holds nobody up, not even who closes the window."""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from reader.ui.news import LetterBox, News


class Writer(QObject):
    """Does one job of writing after another; of two that wait for one file, only the later is done."""

    failed = Signal(Path, str)  # the file; the system's reason

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._writing: _Writing | None = None

    def put(self, file: Path, job: Callable[[], None]) -> None:
        """Do *job*, which writes *file* and may raise OSError, as soon as the ones before it are done."""
        if self._writing is None:
            self._writing = _Writing(News(self).box)
        self._writing.put(file, job)

    def finish(self, seconds: float) -> None:
        """Wait until everything is written, but no longer than *seconds*."""
        if self._writing is not None and (thread := self._writing.thread) is not None:
            thread.join(seconds)


class _Writing:
    """The jobs, and the thread that does them."""

    def __init__(self, news: LetterBox) -> None:
        self.thread: threading.Thread | None = None
        self._news = news
        self._lock = threading.Lock()
        self._jobs: dict[Path, Callable[[], None]] = {}

    def put(self, file: Path, job: Callable[[], None]) -> None:
        with self._lock:
            self._jobs[file] = job
            if self.thread is None or not self.thread.is_alive():  # a job that is wrong ends it before its time
                # A daemon: the end of the program does not wait for a disk that does not answer.
                self.thread = threading.Thread(target=self._work, name="writer", daemon=True)
                self.thread.start()

    def _work(self) -> None:
        while True:
            with self._lock:
                if not self._jobs:
                    self.thread = None
                    return
                file = next(iter(self._jobs))
                job = self._jobs.pop(file)
            try:
                job()
            except OSError as error:
                self._tell(file, error.strerror or str(error))

    def _tell(self, file: Path, reason: str) -> None:
        with contextlib.suppress(RuntimeError):  # the window has gone meanwhile
            self._news.put("failed", file, reason)
