"""Writes the notes in a thread of its own, one act after another; what it says is kept is on the disk."""

from __future__ import annotations

import contextlib
import queue
import sqlite3
import threading
from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from reader.core.notebook.book import Book
from reader.core.notebook.store import Change, Store
from reader.errors import ReaderError


class Scribe(QObject):
    """The window's way to the notebook's file. No call waits for the disk; signals come in the window's thread."""

    opened = Signal(object)  # the Book of the guide that was asked for
    kept = Signal(str, list)  # the words of an act, and its changes as they are on the disk now
    failed = Signal(str, str, list)  # the words of an act, why it could not be kept, and its changes

    def __init__(self, file: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._file = file
        self._store: Store | None = None  # of the thread
        self._jobs: queue.SimpleQueue[Callable[[], None] | None] = queue.SimpleQueue()
        # A daemon: the end of the program does not wait for a disk that does not answer.
        self._thread = threading.Thread(target=self._work, name="scribe", daemon=True)
        self._is_running = False

    def open_guide(self, guide: str, title: str) -> None:
        """Read the notes of a guide; `opened` brings them."""
        self._put(lambda: self._open(guide, title))

    def write(self, words: str, changes: Sequence[Change]) -> None:
        """Do an act; `kept` or `failed` tells what became of it."""
        self._put(lambda: self._write(words, changes))

    def finish(self, seconds: float) -> bool:
        """Wait until all is written, but no longer than *seconds*; say whether it is."""
        if not self._is_running:
            return True
        self._jobs.put(None)
        self._thread.join(seconds)
        return not self._thread.is_alive()

    def _put(self, job: Callable[[], None]) -> None:
        if not self._is_running:
            self._is_running = True
            self._thread.start()
        self._jobs.put(job)

    def _work(self) -> None:
        while (job := self._jobs.get()) is not None:
            with contextlib.suppress(RuntimeError):  # the window has gone meanwhile
                job()
        if self._store is not None:
            self._store.close()

    def _open(self, guide: str, title: str) -> None:
        try:
            store = self._opened()
            self.opened.emit(Book(guide, store.of_guide(guide)))
        except (OSError, sqlite3.Error, ReaderError) as error:
            self.failed.emit("", str(error), [])

    def _write(self, words: str, changes: Sequence[Change]) -> None:
        try:
            done = self._opened().apply(changes)
        except (OSError, sqlite3.Error, ReaderError) as error:
            self.failed.emit(words, str(error), list(changes))
        else:
            self.kept.emit(words, done)

    def _opened(self) -> Store:
        if self._store is None:
            self._store = Store(self._file)
        return self._store
