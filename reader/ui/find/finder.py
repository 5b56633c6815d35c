"""What is searched for in the article, and which hit is the current one."""

from __future__ import annotations

from collections.abc import Callable
from time import perf_counter

from PySide6.QtCore import QObject, QTimer, Signal

from reader.core.excerpt import raised
from reader.core.find import NO_HITS, FoldedText
from reader.core.guide import Guide
from reader.core.records import Section
from reader.core.text import Place

NEAR = 500  # hits among which one that can be seen is looked for
SLICE = 0.01  # seconds of reading the article before the window may breathe


class Finder(QObject):
    """Finds words in the open article."""

    found = Signal(object, int)  # Hits; the number of the current one from 0, -1 for none
    searching = Signal()  # the article is still being read: what is found comes by itself
    begun = Signal()  # the first hit since the bar was opened: the text moves away from where one was
    lost = Signal()  # what is typed now is nowhere: the text belongs back where the search began
    returned = Signal()  # the search was called off, and one wants to be where it began

    def __init__(self, blocks_shown: Callable[[str], frozenset[str]], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._blocks_shown = blocks_shown  # of a section, at the depth that was chosen
        self._guide: Guide | None = None
        self._text = FoldedText()
        self._waiting: list[Section] = []  # sections not yet in the text, the next one last
        self._reader = QTimer(self, interval=0)
        self._reader.timeout.connect(self._read_on)
        self._query = ""
        self._whole_words = False
        self._goes = True
        self._hits = NO_HITS
        self._current = -1
        self._here: Place | None = None
        self._from: Place | None = None  # where the search began

    def show_guide(self, guide: Guide) -> None:
        """Search in *guide* from now on; its text is read when it is first searched."""
        self._guide = guide
        self._text, self._waiting = FoldedText(), list(reversed(guide.outline))
        self._reader.stop()
        self._query = ""
        self._hits, self._current, self._from = NO_HITS, -1, None

    def read_at(self, place: Place) -> None:
        """Take note of the place that is being read."""
        self._here = place

    def find(self, query: str, whole_words: bool = False, go: bool = True) -> None:
        """Find *query*, and go to the first hit from the place where the search began; or only mark where it stands."""
        if self._guide is None:
            return
        self._query, self._whole_words, self._goes = query, whole_words, go
        if self._waiting:
            self._read_on()
        else:
            self._search()
        if self._waiting and query.strip():
            self.searching.emit()

    def next(self) -> None:
        """Go to the next hit; after the last comes the first."""
        self._step(1)

    def previous(self) -> None:
        """Go to the hit before; before the first comes the last."""
        self._step(-1)

    def go_to(self, number: int) -> None:
        """Go to a hit by its number from 0."""
        if 0 <= number < len(self._hits):
            self._begin()
            self._current = number
            self.found.emit(self._hits, number)

    def end(self) -> None:
        """Take all marks away, and stay."""
        self._reader.stop()
        self._query = ""
        self._hits, self._current, self._from = NO_HITS, -1, None
        self.found.emit(NO_HITS, -1)

    def call_off(self) -> None:
        """Take all marks away, and go back to where the search began, unless one has gone elsewhere since."""
        has_moved = self._from is not None
        self.end()
        if has_moved:
            self.returned.emit()

    def forget_beginning(self) -> None:
        """Take note that one stays where the search has led: it is over, although its hits are still marked."""
        self._from = None

    def arrive(self, place: Place) -> None:
        """Take note that one has gone elsewhere by another way."""
        self._from, self._here = None, place

    def _read_on(self) -> None:
        """Read some more of the article, and search once all is there."""
        end = perf_counter() + SLICE
        while self._guide is not None and self._waiting and perf_counter() < end:
            section = self._waiting.pop()
            self._text.add(section.id, ((block.id, raised(block)) for block in self._guide.blocks(section.id)))
        if self._waiting:
            self._reader.start()
        else:
            self._reader.stop()
            self._search()

    def _search(self) -> None:
        self._hits = self._text.find(self._query, whole_words=self._whole_words)
        self._current = self._first_shown() if self._hits and self._goes else -1
        if self._current >= 0:
            self._begin()
        self.found.emit(self._hits, self._current)
        if self._goes and self._current < 0 and self._from is not None:
            self._from = None
            self.lost.emit()

    def _begin(self) -> None:
        """Take note of where one is, the first time that the text moves away from there."""
        if self._from is None:
            self._from = self._here
            self.begun.emit()

    def _first(self) -> int:
        """Return the number of the first hit from where the search began; after the last comes the first."""
        begun = self._from or self._here
        return self._hits.first_from(begun) % len(self._hits) if begun is not None else 0

    def _first_shown(self) -> int:
        """Return the number of the first hit that can be seen, or -1: typing opens no section, Enter does."""
        first = self._first()
        for number in range(first, first + min(len(self._hits), NEAR)):
            hit = self._hits[number % len(self._hits)]
            if hit.block in self._blocks_shown(hit.section):
                return number % len(self._hits)
        return -1

    def _step(self, direction: int) -> None:
        if not self._hits:
            return
        if self._current >= 0:
            self.go_to((self._current + direction) % len(self._hits))
        else:  # the first step to hits that are only marked so far
            self.go_to((self._first() - (direction < 0)) % len(self._hits))
