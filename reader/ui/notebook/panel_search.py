"""Finds notes while one types, a slice at a time: no key waits for a large notebook."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from time import perf_counter

from PySide6.QtCore import QObject, QTimer, Signal

from reader.core.notebook.listing import Finder
from reader.core.notebook.notes import Note

AT_ONCE = 0.03  # seconds, after which the window may do something else


class Search(QObject):
    """Looks through notes; `found` brings those that have the words, at once where there are few."""

    found = Signal(object)  # a list of Note, in the order in which they were given

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._finder = Finder()
        self._slices: Iterator[list[Note]] = iter(())
        self._so_far: list[Note] = []
        self._next = QTimer(self, singleShot=True, interval=0)
        self._next.timeout.connect(self._go_on)

    def find(self, notes: Sequence[Note], query: str) -> None:
        """Look for *query* in *notes*, and not any more for what was asked before."""
        self._slices, self._so_far = self._finder.find(notes, query), []
        self._go_on()

    def _go_on(self) -> None:
        until = perf_counter() + AT_ONCE
        for some in self._slices:
            self._so_far += some
            if perf_counter() > until:
                self._next.start()
                return
        self._next.stop()
        self.found.emit(self._so_far)
