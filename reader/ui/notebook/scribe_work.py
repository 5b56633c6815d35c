"""What the scribe does in a thread of its own: reads, writes and looks after the notebook, one job after another."""

from __future__ import annotations

import contextlib
import queue
import sqlite3
import time
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from reader.core.notebook.database import DamagedError
from reader.core.notebook.notes import Note
from reader.core.notebook.store import Change, ForgottenError, Store
from reader.errors import ReaderError

if TYPE_CHECKING:  # else imported in the thread: the first picture does not wait for it
    from reader.core.notebook.finding import Found
    from reader.core.notebook.keeping import Keeping
    from reader.ui.news import LetterBox
    from reader.ui.notebook.search import Search

MANY = 500  # notes of a guide, more than can be read and found at once
LOOK_SECONDS = 2.0  # of rest, after which it looks whether another window has changed something
CARE_SECONDS = 5.0  # of rest after the start, before it looks through the whole file and makes the copy of the day
TROUBLES = (OSError, sqlite3.Error, ReaderError)  # what is told in a sentence, and passes
NO_ACT = 0  # is what failed, where it was none


class ScribeWork:
    """Has the notebook open and works off its jobs, of the scribe's thread all but the first three attributes."""

    def __init__(self, file: Path, copies: Path) -> None:
        self.jobs: queue.SimpleQueue[Callable[[], None] | None] = queue.SimpleQueue()
        self.waiting: set[int] = set()  # acts that nothing is known of yet; the window adds, the thread takes away
        self.refused = 0  # acts that could not be kept
        self._file, self._copies = file, copies
        self._keeping: Keeping | None = None
        self._guide = self._title = ""
        self._compiled: Path | None = None
        self._search: Search | None = None
        self._is_unread = False  # the notes of the guide: something is in the way
        self._forgotten: int | None = None  # what the window was told last of what `Store.forgotten` tells
        self._cared = ""  # the day of the last care
        self._care_at = 0.0

    def run(self, news: LetterBox) -> None:
        """Do one job after another until one is None, and tell of them in *news*."""
        self._news = news
        self._care_at = time.monotonic() + CARE_SECONDS
        with contextlib.suppress(RuntimeError):  # the window has gone meanwhile, and its signals with it
            for job in self._due():
                try:
                    job()
                    self._tell()
                except Exception as error:  # whatever it is: the acts behind it are still to be kept
                    if not self._news.is_open:
                        break
                    self._fail(error)
        if self._search is not None:
            self._search.stop()
        if self._keeping is not None:
            self._keeping.close()

    # Jobs

    def open(self, guide: str, title: str, file: Path | None, in_view: Sequence[tuple[str, str]]) -> None:
        """Read the notes of a guide."""
        self._guide, self._title, self._compiled = guide, title, file
        try:
            self._let_know(self._kept_by().do(Store.forgotten))
            found: Found = []
            if in_view and self._kept_by().do(lambda store: store.count(guide)) > MANY:
                notes = self._kept_by().do(lambda store: store.of_blocks(guide, in_view))
                search = self._searched(notes)
                self._news.put("opened", search.begin())
                found = search.every
            search = self._searched(self._kept_by().do(lambda store: store.of_guide(guide)))
            search.book.place(found)  # what is shown already stays
        except TROUBLES as error:
            self._is_unread = True
            said = QCoreApplication.translate("Scribe", "Your notes cannot be shown at the moment. {0}").format(
                self._why(error)
            )
            self._news.put("failed", NO_ACT, said)
        else:
            self._show(search, is_first=True)

    def open_every(self) -> None:
        """Read the notes of all guides."""
        try:
            every = self._kept_by().do(lambda store: (store.every(), store.titles()))
        except TROUBLES as error:
            self._fail(error)
        else:
            self._news.put("every", *every)

    def write(self, number: int, changes: Sequence[Change], forgotten: int | None) -> None:
        """Do an act; *forgotten* is what the window knew of when it was asked for (`Store.apply`)."""
        try:
            done = self._kept_by().do(lambda store: store.apply(changes, forgotten))
        except Exception as error:  # whatever it is: nobody may believe that this was kept
            self.refused += 1
            self.waiting.discard(number)
            self._fail(error, number)
            if isinstance(error, ForgottenError):
                self._read()
        else:
            self.waiting.discard(number)
            self._news.put("kept", number, done)
            if self._search is not None:
                self._search.take(done)
            self._name(done)

    def answer(self, work: Callable[[Store], object], number: int) -> None:
        """Do something with the notebook, and answer the question of this number with what came out."""
        self._answer(lambda: self._kept_by().do(work), number)

    def forget(self, guide: str | None, number: int) -> None:
        """Delete notes for good, and answer the question of this number."""

        def forget() -> None:
            try:
                self._kept_by().forget(guide)
            except Exception:
                self._read()  # they may be deleted all the same
                raise
            self._let_know(self._kept_by().do(Store.forgotten), is_own=True)

        self._answer(forget, number)

    # What is done beside them

    def _due(self) -> Iterator[Callable[[], None]]:
        """Yield one job after the other, and what is to be done in a rest."""
        while True:
            try:
                job = self.jobs.get(timeout=LOOK_SECONDS)
            except queue.Empty:
                job = self._rest
            if job is None:
                return
            yield job
            del job

    def _rest(self) -> None:
        """See to what nobody asked for; what goes wrong here goes wrong again when somebody does, and is told then."""
        with contextlib.suppress(Exception):
            try:
                if self._is_unread or self._kept_by().has_changed():
                    self._read()
                if time.monotonic() >= self._care_at and self._cared != (today := time.strftime("%Y-%m-%d")):
                    self._cared = today
                    self._care()
            except DamagedError:
                self._care()

    def _care(self) -> None:
        if self._kept_by().look_after():
            self._read()

    def _read(self) -> None:
        """Show the notes as they are now."""
        forgotten = self._kept_by().do(Store.forgotten)  # before the notes: what goes after it is not known of
        if guide := self._guide:
            notes, before = self._kept_by().do(lambda store: store.of_guide(guide)), self._search
            search = self._searched(notes)
            search.follow(before)
            self._show(search)
        self._let_know(forgotten)

    def _show(self, search: Search, *, is_first: bool = False) -> None:
        """Hand over the notes of the guide, and look on for where they stand."""
        self._is_unread = False
        self._news.put("opened", search.begin())
        self.jobs.put(partial(self._find, search, is_first))

    def _let_know(self, forgotten: int, *, is_own: bool = False) -> None:
        """Let the window know of what was deleted for good: what it does from then on is done knowing of it."""
        before, self._forgotten = self._forgotten, forgotten
        if forgotten != before:
            is_news = before is not None and forgotten != 0 and not is_own
            self._news.put("known", forgotten, is_news)

    def _searched(self, notes: list[Note]) -> Search:
        from reader.ui.notebook.search import Search

        if self._search is not None:
            self._search.stop()
        self._search = Search(self._guide, self._compiled, notes)
        return self._search

    def _find(self, search: Search, is_first: bool) -> None:
        """Look for the notes a little further; where all are found, keep where they stand now.

        Only once: two windows with two versions of the guide would else write against one another without end.
        """
        if search is not self._search:
            return
        if not search.is_done:
            if found := search.go_on():
                self._news.put("placed", search.guide, found)
            self.jobs.put(partial(self._find, search, is_first))
        elif is_first and (moved := search.moves()):
            with contextlib.suppress(*TROUBLES):
                self._kept_by().do(lambda store: store.apply(moved))

    def _name(self, done: Sequence[Change]) -> None:
        """Keep the title of the guide with its first note, so that its notes can be listed without it."""
        if self._title and any(each.after is not None and each.after.guide == self._guide for each in done):
            titles, self._title = {self._guide: self._title}, ""
            with contextlib.suppress(*TROUBLES):
                self._kept_by().do(lambda store: store.name_guides(titles))

    def _answer(self, work: Callable[[], object], number: int) -> None:
        try:
            found = work()
        except Exception as error:  # whatever it is: who waits for an answer gets one
            found = error if isinstance(error, ReaderError) else ReaderError(self._why(error))
        self._news.put("answered", number, found)

    def _tell(self) -> None:
        """Say what happened to the file, and show what is in the new one."""
        if said := self._kept_by().said():
            self._news.put("said", said)
            with contextlib.suppress(*TROUBLES):
                self._read()

    def _fail(self, error: Exception, number: int = NO_ACT) -> None:
        self._news.put("failed", number, self._why(error))

    def _kept_by(self) -> Keeping:
        if self._keeping is None:
            from reader.core.notebook.keeping import Keeping

            self._keeping = Keeping(self._file, self._copies)
        return self._keeping

    def _why(self, error: Exception) -> str:
        from reader.core.notebook import trouble

        return trouble.told(error, self._file)
