"""The window's way to the notebook: writes and reads in a thread of its own; what it says is kept is on the disk."""

from __future__ import annotations

import itertools
import threading
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QTimer, Signal

from reader.core.notebook.store import Change, Store
from reader.ui.news import News
from reader.ui.notebook.scribe_work import NO_ACT, ScribeWork

UNSEEN_MS = 500  # after which it begins where no picture is painted: the article is hidden
CLOSE_SECONDS = 0.3  # that closing the window may take
WRITE_SECONDS = 2.0  # that closing the window may take where an act is not on the disk yet


class Scribe(QObject):
    """Gives the thread its jobs and tells what it did. No call waits for the disk; signals come in the window's thread.

    Nothing that was deleted for good comes back by what a window does that does not know of it yet: each act goes with
    what was known when it was asked for (`Store.apply`).
    """

    opened = Signal(object)  # the Book of the guide that is open, also when another window has changed something in it
    kept = Signal(int, list)  # the number of an act, and its changes as they are on the disk now
    failed = Signal(int, str)  # the number of an act, NO_ACT where something was to be read, and why in a sentence
    placed = Signal(str, list)  # the id of a guide, and notes with where they stand in it (finding.Found)
    every = Signal(list, dict)  # the notes of all guides, and the guides' titles by id
    said = Signal(str)  # what happened to the file, once
    forgotten = Signal()  # another window deleted notes for good; `opened` was told before
    known = Signal(object, bool)  # what the window knows of now (`Store.forgotten`), and whether that is news
    answered = Signal(int, object)  # the number of a question, and the answer

    def __init__(self, file: Path, copies: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._acts = itertools.count(NO_ACT + 1)
        self._questions = itertools.count()
        self._awaited: dict[int, Callable[[object], None]] = {}  # who gets the answers; the thread has the numbers
        self._known: int | None = None
        self._work = ScribeWork(file, copies)  # which holds nothing of Qt's, nor do its jobs
        self._thread: threading.Thread | None = None
        self._unseen = QTimer(self, interval=UNSEEN_MS, singleShot=True)
        self._unseen.timeout.connect(self._begin)
        self.known.connect(self._know)
        self.answered.connect(self._hand_over)
        self.destroyed.connect(partial(self._work.jobs.put, None))

    def begin_after(self, view: QObject) -> None:
        """Touch neither disk nor processor before *view* was painted."""
        view.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Begin once the first picture stands."""
        if event.type() == QEvent.Type.Paint:
            watched.removeEventFilter(self)
            self._unseen.start(0)
        return False

    def open_guide(
        self, guide: str, title: str, file: Path | None = None, in_view: Sequence[tuple[str, str]] = ()
    ) -> None:
        """Read the notes of a guide; `opened` brings them, `placed` where they stand in *file*, its compiled form.

        Where there are very many, those of the blocks *in_view*, each a section and an id, come first.
        """
        self._put(partial(self._work.open, guide, title, file, in_view))

    def open_every(self) -> None:
        """Read the notes of all guides; `every` brings them."""
        self._put(self._work.open_every)

    def write(self, changes: Sequence[Change]) -> int:
        """Do an act and return its number, with which one of `kept` and `failed` tells what became of it."""
        number = next(self._acts)
        self._work.waiting.add(number)
        self._put(partial(self._work.write, number, changes, self._known))
        return number

    def ask(self, work: Callable[[Store], object], then: Callable[[object], None]) -> None:
        """Do *work* with the notebook after all that was asked before, and call *then* in the window's thread.

        *work* holds nothing of Qt's. *then* gets what it returned, or a ReaderError that says why it could not be done.
        """
        self._put(partial(self._work.answer, work, self._await(then)))

    def forget(self, guide: str | None, then: Callable[[object], None]) -> None:
        """Delete the notes of a guide, or all, and every trace of them; *then* gets None or a ReaderError."""
        self._put(partial(self._work.forget, guide, self._await(then)))

    def finish(self) -> bool:
        """Wait until all is written, but not long; say whether it is. Nothing more is written afterwards."""
        before = self._work.refused
        if self._work.waiting:
            self._begin()
        self._work.jobs.put(None)
        if self._thread is not None:
            self._thread.join(CLOSE_SECONDS)
        if self._thread is not None and self._work.waiting:
            self._thread.join(WRITE_SECONDS)
        return not self._work.waiting and self._work.refused == before

    def _put(self, job: Callable[[], None]) -> None:
        self._work.jobs.put(job)
        if self._thread is None and not self._unseen.isActive():
            self._unseen.start(UNSEEN_MS)

    def _begin(self) -> None:
        if self._thread is None:
            # A daemon: the end of the program does not wait for a disk that does not answer.
            self._thread = threading.Thread(target=self._work.run, args=[News(self).box], name="scribe", daemon=True)
            self._thread.start()

    def _know(self, known: object, is_news: bool) -> None:
        self._known = known if isinstance(known, int) else None
        if is_news:
            self.forgotten.emit()

    def _await(self, then: Callable[[object], None]) -> int:
        number = next(self._questions)
        self._awaited[number] = then
        return number

    def _hand_over(self, number: int, found: object) -> None:
        self._awaited.pop(number)(found)
