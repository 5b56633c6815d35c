"""Writes the notes in a thread of its own, one act after another; what it says is kept is on the disk."""

from __future__ import annotations

import contextlib
import itertools
import math
import queue
import sqlite3
import threading
import time
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal, SignalInstance
from shiboken6 import isValid

from reader.core.notebook.database import DamagedError
from reader.core.notebook.notes import Note
from reader.core.notebook.store import Change, Store
from reader.errors import ReaderError

if TYPE_CHECKING:  # else imported in the thread: the first picture does not wait for it
    from reader.core.notebook.finding import Found
    from reader.core.notebook.keeping import Keeping
    from reader.ui.notebook.search import Search

UNSEEN_MS = 500  # after which it begins where no picture is painted: the article is hidden
MANY = 500  # notes of a guide, more than can be read and found at once
LOOK_SECONDS = 2.0  # of rest, after which it looks whether another window has changed something
CARE_SECONDS = 5.0  # of rest after the start, before it looks through the whole file and makes the copy of the day
CLOSE_SECONDS = 0.3  # that closing the window may take
WRITE_SECONDS = 2.0  # that closing the window may take where an act is not on the disk yet
NO_ACT = 0
TROUBLES = (OSError, sqlite3.Error, ReaderError)  # what is told in a sentence, and passes


class Scribe(QObject):
    """The window's way to the notebook's file. No call waits for the disk; signals come in the window's thread."""

    opened = Signal(object)  # the Book of the guide that is open, also when another window has changed something in it
    kept = Signal(int, list)  # the number of an act, and its changes as they are on the disk now
    failed = Signal(int, str)  # the number of an act, NO_ACT where something was to be read, and why in a sentence
    placed = Signal(str, list)  # the id of a guide, and notes with where they stand in it (finding.Found)
    every = Signal(list, dict)  # the notes of all guides, and the guides' titles by id
    said = Signal(str)  # what happened to the file, once
    _answered = Signal(object, object)  # who asked, and the answer
    _sent = Signal()  # by the thread: there is news

    def __init__(self, file: Path, copies: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._file, self._copies = file, copies
        self._keeping: Keeping | None = None  # of the thread, as what follows
        self._guide = self._title = ""
        self._compiled: Path | None = None
        self._search: Search | None = None
        self._cared = ""  # the day of the last care
        self._care_at = 0.0
        self._jobs: queue.SimpleQueue[Callable[[], None] | None] = queue.SimpleQueue()
        self._acts = itertools.count(NO_ACT + 1)
        self._waiting: set[int] = set()  # acts that nothing is known of yet; the window adds, the thread takes away
        self._refused = 0  # acts that could not be kept; the thread counts
        # A daemon: the end of the program does not wait for a disk that does not answer.
        self._thread = threading.Thread(target=self._work, name="scribe", daemon=True)
        self._unseen = QTimer(self, interval=UNSEEN_MS, singleShot=True)
        self._unseen.timeout.connect(self._begin)
        self._answered.connect(_hand_over)
        self._news: deque[tuple[SignalInstance, tuple[object, ...]]] = deque()  # from the thread to the window
        self._sent.connect(self._hear, Qt.ConnectionType.QueuedConnection)
        self.destroyed.connect(partial(self._jobs.put, None))

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
        self._put(lambda: self._open(guide, title, file, in_view))

    def open_every(self) -> None:
        """Read the notes of all guides; `every` brings them."""
        self._put(self._open_every)

    def write(self, changes: Sequence[Change]) -> int:
        """Do an act and return its number, with which one of `kept` and `failed` tells what became of it."""
        number = next(self._acts)
        self._waiting.add(number)
        self._put(lambda: self._write(number, changes))
        return number

    def ask(self, work: Callable[[Store], object], then: Callable[[object], None]) -> None:
        """Do *work* with the notebook after all that was asked before, and call *then* in the window's thread.

        It gets what *work* returned, or a ReaderError that says why it could not be done.
        """
        self._put(lambda: self._answer(lambda: self._kept_by().do(work), then))

    def forget(self, guide: str | None, then: Callable[[object], None]) -> None:
        """Delete the notes of a guide, or all, and every trace of them; *then* gets None or a ReaderError."""
        self._put(lambda: self._answer(lambda: self._kept_by().forget(guide), then))

    def finish(self) -> bool:
        """Wait until all is written, but not long; say whether it is. Nothing more is written afterwards."""
        before = self._refused
        if self._waiting:
            self._begin()
        self._jobs.put(None)
        if self._thread.is_alive():
            self._thread.join(CLOSE_SECONDS)
        if self._waiting and self._thread.is_alive():
            self._thread.join(WRITE_SECONDS)
        return not self._waiting and self._refused == before

    # The window's side of the thread

    def _put(self, job: Callable[[], None]) -> None:
        self._jobs.put(job)
        if self._thread.ident is None and not self._unseen.isActive():
            self._unseen.start(UNSEEN_MS)

    def _begin(self) -> None:
        if self._thread.ident is None:
            self._thread.start()

    def _hear(self) -> None:
        """Tell in the window's thread what the other one has sent.

        Whoever listens may stop doing so at any time: a call that already waits for him in Qt's queue would then meet a
        slot that is no more, and end the program.
        """
        while self._news:
            signal, values = self._news.popleft()
            signal.emit(*values)

    # In the thread

    def _send(self, signal: SignalInstance, *values: object) -> None:
        self._news.append((signal, values))
        self._sent.emit()

    def _work(self) -> None:
        self._care_at = time.monotonic() + CARE_SECONDS
        with contextlib.suppress(RuntimeError):  # the window has gone meanwhile, and its signals with it
            for job in self._due():
                try:
                    job()
                    self._tell()
                except Exception as error:  # whatever it is: the acts behind it are still to be kept
                    if not isValid(self):
                        break
                    self._send(self.failed, NO_ACT, self._why(error))
        if self._search is not None:
            self._search.stop()
        if self._keeping is not None:
            self._keeping.close()

    def _due(self) -> Iterator[Callable[[], None]]:
        """Yield one job after the other, and what is to be done in a rest."""
        while True:
            try:
                job = self._jobs.get(timeout=LOOK_SECONDS)
            except queue.Empty:
                job = self._rest
            if job is None:
                return
            yield job

    def _rest(self) -> None:
        """See to what nobody asked for; what goes wrong here goes wrong again when somebody does, and is told then."""
        with contextlib.suppress(Exception):
            try:
                if self._kept_by().has_changed():
                    self._read()
                if time.monotonic() >= self._care_at and self._cared != (today := time.strftime("%Y-%m-%d")):
                    self._cared = today
                    self._care()
            except DamagedError:
                self._care()

    def _care(self) -> None:
        if self._kept_by().look_after():
            self._read()

    def _open(self, guide: str, title: str, file: Path | None, in_view: Sequence[tuple[str, str]]) -> None:
        self._guide, self._title, self._compiled = guide, title, file
        try:
            found: Found = []
            if in_view and self._kept_by().do(lambda store: store.count(guide)) > MANY:
                notes = self._kept_by().do(lambda store: store.of_blocks(guide, in_view))
                search = self._searched(notes)
                self._send(self.opened, search.begin())
                found = search.every
            search = self._searched(self._kept_by().do(lambda store: store.of_guide(guide)))
            search.book.place(found)  # what is shown already stays
        except TROUBLES as error:
            self._send(self.failed, NO_ACT, self._why(error))
        else:
            self._send(self.opened, search.begin())
            self._jobs.put(partial(self._find, search))

    def _read(self) -> None:
        """Show the notes as they are now, each where it stands: a mark must not go and come again."""
        if guide := self._guide:
            notes = self._kept_by().do(lambda store: store.of_guide(guide))
            self._send(self.opened, self._searched(notes).begin(math.inf))

    def _searched(self, notes: list[Note]) -> Search:
        from reader.ui.notebook.search import Search

        if self._search is not None:
            self._search.stop()
        self._search = Search(self._guide, self._compiled, notes)
        return self._search

    def _find(self, search: Search) -> None:
        """Look for the notes a little further; where all are found, keep where they stand now."""
        if search is not self._search:
            return
        if not search.is_done:
            if found := search.go_on():
                self._send(self.placed, search.guide, found)
            self._jobs.put(partial(self._find, search))
        elif moved := search.moves():
            with contextlib.suppress(*TROUBLES):
                self._kept_by().do(lambda store: store.apply(moved))

    def _open_every(self) -> None:
        try:
            self._send(self.every, *self._kept_by().do(lambda store: (store.every(), store.titles())))
        except TROUBLES as error:
            self._send(self.failed, NO_ACT, self._why(error))

    def _write(self, number: int, changes: Sequence[Change]) -> None:
        try:
            done = self._kept_by().do(lambda store: store.apply(changes))
        except Exception as error:  # whatever it is: nobody may believe that this was kept
            self._refused += 1
            self._waiting.discard(number)
            self._send(self.failed, number, self._why(error))
        else:
            self._waiting.discard(number)
            self._send(self.kept, number, done)
            self._name(done)

    def _name(self, done: Sequence[Change]) -> None:
        """Keep the title of the guide with its first note, so that its notes can be listed without it."""
        if self._title and any(each.after is not None and each.after.guide == self._guide for each in done):
            titles, self._title = {self._guide: self._title}, ""
            with contextlib.suppress(*TROUBLES):
                self._kept_by().do(lambda store: store.name_guides(titles))

    def _answer(self, work: Callable[[], object], then: Callable[[object], None]) -> None:
        try:
            found = work()
        except Exception as error:  # whatever it is: who waits for an answer gets one
            found = error if isinstance(error, ReaderError) else ReaderError(self._why(error))
        self._send(self._answered, then, found)

    def _tell(self) -> None:
        """Say what happened to the file, and show what is in the new one."""
        if said := self._kept_by().said():
            self._send(self.said, said)
            with contextlib.suppress(*TROUBLES):
                self._read()

    def _kept_by(self) -> Keeping:
        if self._keeping is None:
            from reader.core.notebook.keeping import Keeping

            self._keeping = Keeping(self._file, self._copies)
        return self._keeping

    def _why(self, error: Exception) -> str:
        from reader.core.notebook import trouble

        return trouble.told(error, self._file)


def _hand_over(then: Callable[[object], None], found: object) -> None:
    then(found)
