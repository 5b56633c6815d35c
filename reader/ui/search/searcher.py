"""Searches the whole guide while one types, and never lets a key wait for it."""

from __future__ import annotations

from time import perf_counter

from PySide6.QtCore import QObject, QTimer, Signal

from reader.core.guide import Guide
from reader.core.search import Results, search, similar
from reader.errors import ReaderError

QUICK = 0.02  # seconds: a search that took no longer is made at every key; nobody feels it
REST_MS = 150  # without a key, after which a slower one is made
SIMILAR_MS = 400  # without a key, after which similar words are looked for


class Searcher(QObject):
    """Asks the open guide for words."""

    found = Signal(object)  # Results
    similar_found = Signal(list)  # words of the guide that are written like those that were not found
    failed = Signal(str)  # a sentence

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._guide: Guide | None = None
        self._query = ""
        self._took = 0.0
        self._wait = QTimer(self, singleShot=True, interval=REST_MS)
        self._wait.timeout.connect(self._search)
        self._rest = QTimer(self, singleShot=True, interval=SIMILAR_MS)
        self._rest.timeout.connect(self._find_similar)

    def show_guide(self, guide: Guide) -> None:
        """Search in *guide* from now on."""
        self._guide = guide
        self._took = 0.0
        self._wait.stop()
        self._rest.stop()

    def search(self, query: str) -> None:
        """Search for *query*, now or as soon as there is a rest between two keys."""
        self._query = query
        self._rest.stop()
        if self._took <= QUICK:
            self._search()
        else:
            self._wait.start()

    def _search(self) -> None:
        if self._guide is None:
            return
        begun = perf_counter()
        try:
            results = search(self._guide, self._query)
        except ReaderError as error:
            self.failed.emit(str(error))
            return
        self._took = perf_counter() - begun
        self._show(results)

    def _show(self, results: Results) -> None:
        self.found.emit(results)
        if not results.hits and self._query.strip():
            self._rest.start()

    def _find_similar(self) -> None:
        if self._guide is None:
            return
        try:
            self.similar_found.emit(similar(self._guide, self._query))
        except ReaderError as error:
            self.failed.emit(str(error))
