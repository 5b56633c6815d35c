"""What is searched for in the article, and which hit is the current one."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from reader.core import search
from reader.core.guide import Guide
from reader.core.search import Hit
from reader.core.text import Block, Place


class Finder(QObject):
    """Finds words in the open article."""

    found = Signal(list, int)  # hits; the number of the current one from 0, -1 for none
    begun = Signal()  # the first search since the bar was opened

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._guide: Guide | None = None
        self._blocks: list[tuple[str, Block]] = []
        self._order: dict[tuple[str, str], int] = {}
        self._hits: list[Hit] = []
        self._current = -1
        self._here: Place | None = None
        self._from: Place | None = None  # where the search began

    def show_guide(self, guide: Guide) -> None:
        """Search in *guide* from now on."""
        self._guide = guide
        self._blocks, self._order, self._from = [], {}, None
        self._hits, self._current = [], -1

    def read_at(self, place: Place) -> None:
        """Take note of the place that is being read."""
        self._here = place

    def find(self, query: str) -> None:
        """Find *query*, beginning at the place where the search began."""
        if self._guide is None:
            return
        if not self._blocks:
            self._blocks = [(s.id, block) for s in self._guide.outline for block in self._guide.blocks(s.id)]
            self._order = {(section, block.id): number for number, (section, block) in enumerate(self._blocks)}
        if query and self._from is None:
            self._from = self._here
            self.begun.emit()
        self._hits = search.find(self._blocks, query)
        self._current = self._first_after(self._from) if self._hits else -1
        self.found.emit(self._hits, self._current)

    def next(self) -> None:
        """Go to the next hit; after the last comes the first."""
        self._step(1)

    def previous(self) -> None:
        """Go to the hit before; before the first comes the last."""
        self._step(-1)

    def end(self) -> None:
        """Take all marks away."""
        self._hits, self._current, self._from = [], -1, None
        self.found.emit([], -1)

    def _step(self, direction: int) -> None:
        if self._hits:
            self._current = (self._current + direction) % len(self._hits)
            self.found.emit(self._hits, self._current)

    def _first_after(self, place: Place | None) -> int:
        if place is None:
            return 0
        here = (self._order.get((place.section, place.block), 0), place.offset)
        for number, hit in enumerate(self._hits):
            if (self._order[hit.section, hit.block], hit.start) >= here:
                return number
        return 0
