"""Keeps the notes in one SQLite file: what `apply` has returned is on the disk, whatever happens next.

While one writes, one also holds the lock under which a damaged file is replaced (mending.py), so that nobody writes
into what was set aside; without that lock nothing is written.
"""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from reader.core.notebook import database, its_file, table
from reader.core.notebook.database import DamagedError, told, transaction
from reader.core.notebook.merging import is_alike, is_only_placed, merged
from reader.core.notebook.notes import Note
from reader.errors import ReaderError


class Change(NamedTuple):
    """One note before and after an act; None: there was none, or there is none any more."""

    before: Note | None
    after: Note | None

    @property
    def reverse(self) -> Change:
        """What undoes it."""
        return Change(self.after, self.before)


class Reading(NamedTuple):
    """A notebook that can only be read."""

    database: sqlite3.Connection
    why_not: OSError  # written


class GoneError(ReaderError):
    """The file lost its name since it was opened: what is written there, nobody finds again."""


class ForgottenError(ReaderError):
    """A note would come back that was deleted for good meanwhile."""

    def __init__(self) -> None:
        super().__init__("Notes were deleted for good in another window, and this is about one of them.")


class Store:
    """The notes on disk. Belongs to one thread.

    Raises OSError or sqlite3.OperationalError where the disk, the folder or another program is in the way: nothing is
    then half done. Raises DamagedError where the file is no notebook any more, GoneError where it is not there.
    """

    def __init__(self, file: Path, reading: Reading | None = None) -> None:
        """Open *file*, make it where there is none; or have it open already, *reading* only.

        Raises LaterVersionError and NotOursError, too.
        """
        self.file = file
        self.why_not = reading.why_not if reading is not None else None  # what forbids to write
        self._database = reading.database if reading is not None else database.opened(file)
        self._identity = its_file.identity(file)

    def close(self) -> None:
        """Let go of the file; the last one to do so puts the log into it."""
        self._database.close()

    def is_there(self) -> bool:
        """Whether file and log still have their names: another window may set them aside, or somebody remove them."""
        return self._identity is not None and its_file.identity(self.file) == self._identity

    @property
    def inode(self) -> its_file.Inode | None:
        """Which file it is, by whatever name."""
        return self._identity[0] if self._identity is not None else None

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
        with told():
            return int(self._database.execute("SELECT count(*) FROM note WHERE guide = ?", (guide,)).fetchone()[0])

    def every(self) -> list[Note]:
        """Return all notes, guide by guide, in the order in which they were made."""
        return self._read("ORDER BY guide, made, id")

    def titles(self) -> dict[str, str]:
        """Return the titles of the guides that notes belong to, as they were last known, by id."""
        with told():
            return dict(self._database.execute("SELECT id, title FROM guide").fetchall())

    def name_guides(self, titles: dict[str, str]) -> None:
        """Remember the titles of guides, by id, for when they are not there."""
        with self._writing():
            self._database.executemany("REPLACE INTO guide VALUES (?, ?)", titles.items())

    def changes(self) -> int:
        """Return a number that is another one once another window has changed the notes."""
        with told():
            return int(self._database.execute("PRAGMA data_version").fetchone()[0])

    def is_whole(self) -> bool:
        """Look through the whole file; say whether all of it can be read. Takes its time."""
        try:
            with told():
                checked = self._database.execute("PRAGMA integrity_check(1)").fetchone()
                rows = self._database.execute(table.SELECT)
                return bool(checked == ("ok",) and self._is_writable() and all(map(table.is_whole, rows)))
        except DamagedError:
            return False

    def frames_in_log(self) -> int:
        """Return how many pages SQLite understands in the write-ahead log; fewer than are there: it is damaged.

        -1: nobody knows, since the disk takes nothing. The notes can be read all the same.
        """
        try:
            with told():
                return int(self._database.execute("PRAGMA wal_checkpoint(PASSIVE)").fetchone()[1])
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode & 0xFF not in (sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR):
                raise
            return -1

    def forgotten(self) -> int:
        """Return a number that is another one once notes were deleted for good; 0: none ever were."""
        with told():
            return int(self._database.execute("SELECT coalesce(max(mark), 0) FROM forgotten").fetchone()[0])

    def apply(self, changes: Sequence[Change], forgotten: int | None = None) -> list[Change]:
        """Do all of *changes* or none, and return what was done, which `Change.reverse` undoes.

        Where another window changed the same note meanwhile nothing is lost: of two texts both are kept in one note, a
        note that was removed there and changed here comes back, one that was changed there and removed here stays.
        What was deleted for good does not come back: *forgotten* is what `forgotten` told when the notes were seen that
        are changed, and ForgottenError is raised where a note would come back that has gone since then. Raises
        ReaderError, too, where something is no note that could be read again.
        """
        with self._writing():
            if forgotten is not None and self.forgotten() not in (0, forgotten) and any(map(self._has_gone, changes)):
                raise ForgottenError
            return [done for each in changes if (done := self._apply(each)) is not None]

    def forget(self, guide: str | None = None) -> None:
        """Delete the notes of a guide, or all, for good; `scrub` then leaves nothing of their words in the file."""
        with self._writing():
            self._database.execute("DELETE FROM note WHERE :guide IS NULL OR guide = :guide", {"guide": guide})
            self._database.execute("DELETE FROM guide WHERE :guide IS NULL OR id = :guide", {"guide": guide})
            self._database.execute("DELETE FROM forgotten")
            self._database.execute("INSERT INTO forgotten VALUES (1 + abs(random() / 2))")  # and not whose notes

    def scrub(self) -> None:
        """Write the file anew: a page that was filled twice may hold pieces of what was deleted, and so may the log.

        Raises ReaderError where another window still reads them.
        """
        with told():
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
            with transaction(self._database):
                return True
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_READONLY:
                raise
            return not its_file.may_write(self.file)

    def _read(self, which: str, *values: object) -> list[Note]:
        with told():
            rows = self._database.execute(table.SELECT + which, values).fetchall()
        if not all(map(table.is_whole, rows)):
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
        try:
            done.check()
        except (ValueError, TypeError) as error:  # a backup could not bring it back, either
            raise ReaderError(f"A note cannot be kept: {error}.") from error
        self._database.execute(table.REPLACE, table.row_of(done))
        return Change(now, done)

    def _has_gone(self, change: Change) -> bool:
        """Whether a change is about a note that was kept once, and is not there."""
        before, after = change
        was_kept = before is not None or (after is not None and after.revision > 0)
        return after is not None and was_kept and self._get(after.id) is None

    def _get(self, identifier: str) -> Note | None:
        found = self._read("WHERE id = ?", identifier)
        return found[0] if found else None

    @contextlib.contextmanager
    def _writing(self) -> Iterator[None]:
        if self.why_not is not None:
            raise self.why_not
        self._stay()  # first: where the folder is gone, there is no place for the lock
        with told(), its_file.held(self.file):
            self._stay()
            with transaction(self._database):
                yield
            self._stay()  # somebody may have removed the folder meanwhile

    def _stay(self) -> None:
        if not self.is_there():
            raise GoneError(f"{self.file} was moved or removed while it was open.")


def add(notes: Iterable[Note]) -> list[Change]:
    """Return the changes that add *notes*."""
    return [Change(None, note) for note in notes]
