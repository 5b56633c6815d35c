"""Keeps the notes in one SQLite file: what `apply` has returned is on the disk, whatever happens next.

One writer at a time (BEGIN IMMEDIATE), readers never wait (https://www.sqlite.org/wal.html); with synchronous=FULL the
write-ahead log is flushed at each commit (https://www.sqlite.org/pragma.html#pragma_synchronous). While one writes, one
also holds the lock under which a damaged file is replaced (mending.py), so that nobody writes into what was set aside.
"""

from __future__ import annotations

import contextlib
import sqlite3
import time
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from reader import lock
from reader.core.notebook import its_file, table
from reader.core.notebook.merging import is_alike, is_only_placed, merged
from reader.core.notebook.notes import Note
from reader.errors import ReaderError

VERSION = 1  # of the file's format
LAST_VERSION = 1000  # that anybody will ever reach: a larger number is a wrong byte
APPLICATION_ID = 0x50524E42  # "PRNB", at byte 68 of the file: it is a notebook of this program
WAIT_SECONDS = 5.0  # for another window that writes
_PAUSE = 0.01  # seconds from one try to the next


class Change(NamedTuple):
    """One note before and after an act; None: there was none, or there is none any more."""

    before: Note | None
    after: Note | None

    @property
    def reverse(self) -> Change:
        """What undoes it."""
        return Change(self.after, self.before)


class LaterVersionError(ReaderError):
    """The file was written by a later version of the program: it is whole, and not to be touched."""


class DamagedError(ReaderError):
    """The file is no notebook, or not all of it can be read."""


class GoneError(ReaderError):
    """The file lost its name since it was opened: what is written there, nobody finds again."""


class Store:
    """The notes on disk. Belongs to one thread.

    Raises OSError or sqlite3.OperationalError where the disk, the folder or another program is in the way: nothing is
    then half done. Raises DamagedError where the file is no notebook any more, GoneError where it is not there.
    """

    def __init__(self, file: Path) -> None:
        """Open *file*, make it where there is none. Raises LaterVersionError and NotOursError, too."""
        its_file.prepare(file)
        its_file.make(file)
        self.file = file
        self._database = sqlite3.connect(file, timeout=WAIT_SECONDS, isolation_level=None)
        try:
            with _told():
                self._prepare()
        except BaseException:
            self._database.close()
            raise
        self._identity = its_file.identity(file)

    def close(self) -> None:
        """Let go of the file; the last one to do so puts the log into it."""
        self._database.close()

    def is_there(self) -> bool:
        """Whether file and log still have their names: another window may set them aside, or somebody remove them."""
        return self._identity is not None and its_file.identity(self.file) == self._identity

    def of_guide(self, guide: str) -> list[Note]:
        """Return the notes of a guide, in the order in which they were made."""
        return self._read("WHERE guide = ? ORDER BY made, id", guide)

    def of_blocks(self, guide: str, blocks: Sequence[tuple[str, str]]) -> list[Note]:
        """Return those notes of a guide that began or ended last in some of its blocks: each a section and an id."""
        sections, ids = {section for section, _ in blocks}, [block for _, block in blocks]
        here, marks = ", ".join("?" * len(sections)), ", ".join("?" * len(ids))
        which = f"WHERE guide = ? AND section IN ({here}) AND (block IN ({marks}) OR last_block IN ({marks}))"
        return self._read(f"{which} ORDER BY made, id", guide, *sections, *ids, *ids)

    def count(self, guide: str) -> int:
        """Return how many notes a guide has."""
        with _told():
            return int(self._database.execute("SELECT count(*) FROM note WHERE guide = ?", (guide,)).fetchone()[0])

    def every(self) -> list[Note]:
        """Return all notes, guide by guide, in the order in which they were made."""
        return self._read("ORDER BY guide, made, id")

    def titles(self) -> dict[str, str]:
        """Return the titles of the guides that notes belong to, as they were last known, by id."""
        with _told():
            return dict(self._database.execute("SELECT id, title FROM guide").fetchall())

    def name_guides(self, titles: dict[str, str]) -> None:
        """Remember the titles of guides, by id, for when they are not there."""
        with self._writing():
            self._database.executemany("REPLACE INTO guide VALUES (?, ?)", titles.items())

    def changes(self) -> int:
        """Return a number that is another one once another window has changed the notes."""
        with _told():
            return int(self._database.execute("PRAGMA data_version").fetchone()[0])

    def is_whole(self) -> bool:
        """Look through the whole file; say whether all of it can be read. Takes its time."""
        try:
            with _told():
                checked = self._database.execute("PRAGMA integrity_check(1)").fetchone()
                rows = self._database.execute(table.SELECT)
                return bool(checked == ("ok",) and self._is_writable() and all(map(table.is_right, rows)))
        except DamagedError:
            return False

    def frames_in_log(self) -> int:
        """Return how many pages SQLite understands in the write-ahead log; fewer than are there: it is damaged."""
        with _told():
            return int(self._database.execute("PRAGMA wal_checkpoint(PASSIVE)").fetchone()[1])

    def apply(self, changes: Sequence[Change]) -> list[Change]:
        """Do all of *changes* or none, and return what was done, which `Change.reverse` undoes.

        Where another window changed the same note meanwhile nothing is lost: of two texts both are kept in one note, a
        note that was removed there and changed here comes back, one that was changed there and removed here stays.
        """
        with self._writing():
            return [done for each in changes if (done := self._apply(each)) is not None]

    def forget(self, guide: str | None = None) -> None:
        """Delete the notes of a guide, or all, so that their words are not left in the file.

        Raises ReaderError where another window still reads them; they are deleted then, but their words are not gone.
        """
        with self._writing():
            self._database.execute("DELETE FROM note WHERE :guide IS NULL OR guide = :guide", {"guide": guide})
            self._database.execute("DELETE FROM guide WHERE :guide IS NULL OR id = :guide", {"guide": guide})
        with _told():  # a page that was filled anew may hold pieces of them still; the log held them, too
            self._database.execute("PRAGMA temp_store = MEMORY")
            self._database.execute("VACUUM")
            if self._database.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]:
                raise ReaderError(
                    "Your notes are deleted, but another program is still reading them: some words are left in"
                    f" {self.file} for now. Please close other windows of the reader, and delete once more."
                )

    def _is_writable(self) -> bool:
        """Whether SQLite writes where the system lets it: it only reads a file with a wrong version in its head."""
        try:
            with self._transaction():
                return True
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_READONLY:
                raise
            return not its_file.may_write(self.file)

    def _read(self, which: str, *values: object) -> list[Note]:
        with _told():
            rows = self._database.execute(table.SELECT + which, values).fetchall()
        if not all(map(table.is_right, rows)):
            raise DamagedError(f"{self.file.name} is damaged: a note is not as it was written.")
        return [table.note_of(row) for row in rows]

    def _apply(self, change: Change) -> Change | None:
        before, after = change
        note = after or before
        if note is None:
            return None
        now = self._get(note.id)
        if after is None:
            if now is None or (before is not None and not is_alike(now, before)):
                return None
            self._database.execute("DELETE FROM note WHERE id = ?", (note.id,))
            return Change(now, None)
        if now is None and before is not None and is_only_placed(before, after):
            return None  # removed, while its words were looked for
        done = table.clean(merged(before, now, after))
        self._database.execute(table.REPLACE, table.row_of(done))
        return Change(now, done)

    def _get(self, identifier: str) -> Note | None:
        found = self._read("WHERE id = ?", identifier)
        return found[0] if found else None

    def _prepare(self) -> None:
        execute = self._database.execute
        execute("PRAGMA trusted_schema = OFF")
        execute("PRAGMA secure_delete = ON")
        is_new = not self._entries()
        if not is_new:
            self._know()
        self._take_log()
        # FULL, and where there is a rollback journal instead of a log, its folder is flushed, too.
        execute("PRAGMA synchronous = EXTRA")
        if is_new:
            with self._transaction():
                if not self._entries():  # another window was quicker
                    for statement in filter(str.strip, table.SCHEMA.split(";")):
                        execute(statement)
                    execute(f"PRAGMA application_id = {APPLICATION_ID}")
                    execute(f"PRAGMA user_version = {VERSION}")

    def _entries(self) -> int:
        """Return how many tables and indexes there are."""
        count = "SELECT count(*) FROM sqlite_master"
        try:
            return int(self._database.execute(count).fetchone()[0])
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_CANTOPEN:
                raise
            # The log wants memory that is shared, and a network folder has none: from now on, a journal. One has to be
            # alone for that (https://www.sqlite.org/wal.html#use_of_wal_without_shared_memory).
            self._database.execute("PRAGMA locking_mode = EXCLUSIVE")
            self._database.execute("PRAGMA journal_mode = DELETE")
            self._database.execute("PRAGMA locking_mode = NORMAL")
            return int(self._database.execute(count).fetchone()[0])

    def _take_log(self) -> None:
        """Use a write-ahead log, where the folder allows one: else SQLite stays with a rollback journal."""
        end = time.monotonic() + WAIT_SECONDS
        while True:
            try:
                self._database.execute("PRAGMA journal_mode = WAL")
            except sqlite3.OperationalError as error:  # two that begin one at a moment: SQLite does not wait here
                if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY or time.monotonic() > end:
                    raise
                time.sleep(_PAUSE)
            else:
                return

    def _know(self) -> None:
        """Raise what is to be said of a file that holds something else than the notes as they are kept now."""
        if self._database.execute("PRAGMA application_id").fetchone()[0] != APPLICATION_ID:
            raise DamagedError(f"{self.file.name} is not a notebook of Pathway Reader.")
        if VERSION < self._database.execute("PRAGMA user_version").fetchone()[0] <= LAST_VERSION:
            raise LaterVersionError(
                f"Your notes in {self.file} were written by a later version of Pathway Reader. They are safe, but this"
                " version cannot show them or add to them. Please use the later version."
            )

    @contextlib.contextmanager
    def _writing(self) -> Iterator[None]:
        with _told(), lock.held(its_file.lock_of(self.file), WAIT_SECONDS):
            self._stay()
            with self._transaction():
                yield
            self._stay()  # where there are no locks, or whoever had it needed too long

    def _stay(self) -> None:
        if not self.is_there():
            raise GoneError(f"{self.file} was moved or removed while it was open.")

    @contextlib.contextmanager
    def _transaction(self) -> Iterator[None]:
        self._database.execute("BEGIN IMMEDIATE")
        try:
            yield
            self._database.execute("COMMIT")
        except BaseException:
            if self._database.in_transaction:
                self._database.execute("ROLLBACK")
            raise


def add(notes: Iterable[Note]) -> list[Change]:
    """Return the changes that add *notes*."""
    return [Change(None, note) for note in notes]


@contextlib.contextmanager
def _told() -> Iterator[None]:
    """Tell damage, for which SQLite's errors have no class of their own, from what will pass."""
    try:
        yield
    except sqlite3.DatabaseError as error:
        # What it does not understand of our own statements, or cannot decode, is a file with other bytes than ours.
        code = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_ERROR) & 0xFF
        damage = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_ERROR)
        if code in damage and type(error) in (sqlite3.DatabaseError, sqlite3.OperationalError):
            raise DamagedError(f"The notebook is damaged ({error}).") from error
        raise
