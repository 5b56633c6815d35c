"""Takes note, quietly, of what was read: what was in view while the text stood still."""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from reader.core.guide import Guide
from reader.core.progress import Progress
from reader.core.section_text import SectionTexts
from reader.core.text import Place
from reader.session import Session
from reader.ui.article import ArticleView


class ReadingLog(QObject):
    """Measures each rest of the text from one movement to the next."""

    changed = Signal(dict)  # section id -> how much of it was read, 0 to 1

    def __init__(self, session: Session, article: ArticleView, clock: Callable[[], float] = time.monotonic) -> None:
        super().__init__(article)
        self._session = session
        self._article = article
        self._clock = clock
        self._progress: Progress | None = None
        self._ends: list[Place] = []  # of the blocks that are in view
        self._since = 0.0
        self._enough = QTimer(self, singleShot=True, timerType=Qt.TimerType.PreciseTimer)  # a coarse one may be early
        self._enough.timeout.connect(self.count)

    def show_guide(self, guide: Guide) -> None:
        """Take note of *guide* from now on, beside what was read of it before."""
        self._enough.stop()
        remembered = self._session.guides.get(guide.about.id)
        self._progress = Progress(SectionTexts(guide), remembered.read if remembered is not None else {})
        self._ends = []
        self.changed.emit(self._progress.read)

    def read_at(self, place: Place) -> None:
        """Begin another rest: the text came to stand somewhere."""
        self.count()
        if self._progress is not None:
            self._ends = self._in_view()
            self._enough.start(round(1000 * self._progress.seconds_needed(self._ends)) + 1)

    def count(self) -> None:
        """Count the rest up to now."""
        now = self._clock()
        seconds, self._since = now - self._since, now
        if self._progress is not None and self._ends and self._progress.rest(self._ends, seconds):
            self.changed.emit(self._progress.read)

    def _in_view(self) -> list[Place]:
        """Return the places of the ends of all blocks whose last line is in view."""
        article = self._article
        bottom = article.viewport().height()
        return [
            place
            for block, rect in article.blocks_in_view()
            if block.isVisible() and 0 < rect.bottom() <= bottom
            if (place := article.places.place(block.position() + block.length() - 1)) is not None
        ]
