"""Builds the article's document: what is seen first at once, the rest while the window breathes."""

from __future__ import annotations

from time import perf_counter

from PySide6.QtCore import QObject, QTimer, Signal

from reader.core.guide import Guide
from reader.core.text import Place
from reader.ui.article.document import ArticleDocument
from reader.ui.theme import Theme

FIRST_SLICE = 0.01  # seconds of building before the first picture: a screen or two of text
FIRST_PAUSE_MS = 50  # in which the first picture is painted
BUILD_SLICE = 0.04  # seconds of building before the window may breathe
FIRST_PLACE = 0.3  # seconds in which a place that is waited for is reached before the first picture


class Building(QObject):
    """A document on its way to hold all sections of a guide."""

    grew = Signal()  # there are more sections in the document

    def __init__(self, guide: Guide, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self.content = ArticleDocument(guide, theme)
        self._sections = guide.outline
        self._next = 0
        self._timer = QTimer(self, interval=0)
        self._timer.timeout.connect(self._build)
        self.content.add_title(guide.about, next(iter(guide.outline), None))

    @property
    def is_done(self) -> bool:
        """Whether all sections are in the document."""
        return self._next == len(self._sections)

    def begin(self, section: str = "") -> None:
        """Add the first sections, and for as long as one can wait those up to *section*.

        To be called before a view has the document, which would lay it out anew after each section.
        """
        self._append(FIRST_SLICE)
        if section:
            self._append(FIRST_PLACE, until=section)  # else the beginning would show first, and jump

    def go_on(self) -> None:
        """Add the other sections bit by bit, once the first picture is painted."""
        if not self.is_done:
            self._timer.start(FIRST_PAUSE_MS)

    def stop(self) -> None:
        """Add no more sections: the document is not wanted any longer."""
        self._timer.stop()
        self.deleteLater()

    def _append(self, seconds: float, until: str = "") -> None:
        """Add sections for a moment, at most up to the one with the id *until*."""
        end = perf_counter() + seconds
        while not self.is_done and perf_counter() < end and self.content.places.position(Place(until)) is None:
            self.content.append(self._sections[self._next])
            self._next += 1

    def _build(self) -> None:
        self._timer.setInterval(0)
        self._append(BUILD_SLICE)
        if self.is_done:
            self._timer.stop()
        self.grew.emit()
