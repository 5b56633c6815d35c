"""Keeps the notes in one SQLite file: what `apply` has returned is on the disk, whatever happens next.

One writer at a time (BEGIN IMMEDIATE), readers never wait (https://www.sqlite.org/wal.html); with synchronous=FULL the
write-ahead log is flushed at each commit (https://www.sqlite.org/pragma.html#pragma_synchronous).
"""

from __future__ import annotations

import contextlib
import os
import sqlite3
import time
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from reader.core.notebook.notes import Note, Target
from reader.errors import ReaderError

VERSION = 1  # of the file's format
APPLICATION_ID = 0x50524E42  # "PRNB", at byte 68 of the file: it is a notebook of this program
WAIT_SECONDS = 5.0  # for another window that writes

SCHEMA = """
CREATE TABLE note (
    id TEXT NOT NULL UNIQUE, guide TEXT NOT NULL, kind TEXT NOT NULL, body TEXT NOT NULL, style TEXT NOT NULL,
    made REAL NOT NULL, changed REAL NOT NULL, revision INTEGER NOT NULL, rank INTEGER NOT NULL,
    about TEXT NOT NULL, name TEXT NOT NULL, quote TEXT NOT NULL, before TEXT NOT NULL, after TEXT NOT NULL,
    section TEXT NOT NULL, block TEXT NOT NULL, start INTEGER NOT NULL, last_block TEXT NOT NULL, end INTEGER NOT NULL
);
CREATE INDEX note_of_guide ON note (guide);
CREATE TABLE guide (id TEXT PRIMARY KEY, title TEXT NOT NULL);
"""
_SELECT = """
SELECT id, guide, kind, body, style, made, changed, revision, rank,
    about, name, quote, before, after, section, block, start, last_block, end FROM note
"""
_REPLACE = "REPLACE INTO note VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"


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


class Store:
    """The notes on disk. Belongs to one thread.

    Raises OSError or sqlite3.OperationalError where the disk, the folder or another program is in the way: nothing is
    then half done. Raises DamagedError where the file is no notebook any more.
    """

    def __init__(self, file: Path) -> None:
        """Open *file*, make it where there is none. Raises LaterVersionError, too."""
        file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        with contextlib.suppress(FileExistsError):  # SQLite gives its log files the mode of the file itself
            os.close(os.open(file, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
        self.file = file
        self._database = sqlite3.connect(file, timeout=WAIT_SECONDS, isolation_level=None)
        try:
            with _told():
                self._prepare()
        except BaseException:
            self._database.close()
            raise
        self._identity = _identity(file)

    def close(self) -> None:
        """Let go of the file; the last one to do so puts the log into it."""
        self._database.close()

    def is_there(self) -> bool:
        """Whether the file still has its name: another window may have set it aside, or somebody removed the folder."""
        return self._identity is not None and _identity(self.file) == self._identity

    def of_guide(self, guide: str) -> list[Note]:
        """Return the notes of a guide, in the order in which they were made."""
        with _told():
            rows = self._database.execute(_SELECT + "WHERE guide = ? ORDER BY made, id", (guide,))
            return [note_of(row) for row in rows]

    def every(self) -> list[Note]:
        """Return all notes, guide by guide, in the order in which they were made."""
        with _told():
            return [note_of(row) for row in self._database.execute(_SELECT + "ORDER BY guide, made, id")]

    def titles(self) -> dict[str, str]:
        """Return the titles of the guides that notes belong to, as they were last known, by id."""
        with _told():
            return dict(self._database.execute("SELECT id, title FROM guide").fetchall())

    def name_guides(self, titles: dict[str, str]) -> None:
        """Remember the titles of guides, by id, for when they are not there."""
        with _told(), self._writing():
            self._database.executemany("REPLACE INTO guide VALUES (?, ?)", titles.items())

    def changes(self) -> int:
        """Return a number that is another one once another window has changed the notes."""
        with _told():
            return int(self._database.execute("PRAGMA data_version").fetchone()[0])

    def is_whole(self) -> bool:
        """Look through the whole file; say whether all of it can be read. Takes its time."""
        try:
            return bool(self._database.execute("PRAGMA integrity_check(1)").fetchone() == ("ok",))
        except sqlite3.DatabaseError as error:
            if type(error) is not sqlite3.DatabaseError:
                raise
            return False

    def apply(self, changes: Sequence[Change]) -> list[Change]:
        """Do all of *changes* or none, and return what was done, which `Change.reverse` undoes.

        Where another window changed the same note meanwhile nothing is lost: of two texts both are kept in one note, a
        note that was removed there and changed here comes back, one that was changed there and removed here stays.
        """
        with _told(), self._writing():
            return [done for each in changes if (done := self._apply(each)) is not None]

    def forget(self, guide: str | None = None) -> None:
        """Delete the notes of a guide, or all, so that their words are not left in the file."""
        with _told():
            with self._writing():
                self._database.execute("DELETE FROM note WHERE :guide IS NULL OR guide = :guide", {"guide": guide})
                self._database.execute("DELETE FROM guide WHERE :guide IS NULL OR id = :guide", {"guide": guide})
            self._database.execute("PRAGMA wal_checkpoint(TRUNCATE)")  # the log held them, too

    def _apply(self, change: Change) -> Change | None:
        before, after = change
        note = after or before
        if note is None:
            return None
        now = self._get(note.id)
        if after is None:
            if now is None or (before is not None and not _is_alike(now, before)):
                return None
            self._database.execute("DELETE FROM note WHERE id = ?", (note.id,))
            return Change(now, None)
        merged = after if now is None or before is None else _merged(before, now, after)
        revision, changed = (now.revision, now.changed) if now is not None else (0, 0.0)
        merged = merged._replace(
            revision=max(merged.revision, revision) + 1,
            changed=max(time.time(), changed),  # never back, whatever the clock does
            made=merged.made or time.time(),
        )
        self._database.execute(_REPLACE, _row(merged))
        return Change(now, merged)

    def _get(self, identifier: str) -> Note | None:
        row = self._database.execute(_SELECT + "WHERE id = ?", (identifier,)).fetchone()
        return note_of(row) if row is not None else None

    def _prepare(self) -> None:
        execute = self._database.execute
        execute("PRAGMA trusted_schema = OFF")
        execute("PRAGMA secure_delete = ON")
        is_new = not execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
        if not is_new:
            self._know()
        execute("PRAGMA journal_mode = WAL")
        execute("PRAGMA synchronous = FULL")
        if is_new:
            with self._writing():
                if not execute("SELECT count(*) FROM sqlite_master").fetchone()[0]:  # another window was quicker
                    for statement in filter(str.strip, SCHEMA.split(";")):
                        execute(statement)
                    execute(f"PRAGMA application_id = {APPLICATION_ID}")
                    execute(f"PRAGMA user_version = {VERSION}")

    def _know(self) -> None:
        """Raise what is to be said of a file that holds something else than the notes as they are kept now."""
        if self._database.execute("PRAGMA application_id").fetchone()[0] != APPLICATION_ID:
            raise DamagedError(f"{self.file.name} is not a notebook of Pathway Reader.")
        if self._database.execute("PRAGMA user_version").fetchone()[0] > VERSION:
            raise LaterVersionError(
                f"Your notes in {self.file} were written by a later version of Pathway Reader. They are safe, but this"
                " version cannot show them or add to them. Please use the later version."
            )

    @contextlib.contextmanager
    def _writing(self) -> Iterator[None]:
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
    """Tell damage, for which SQLite's errors have no class of their own, from what will pass and from mistakes."""
    try:
        yield
    except sqlite3.DatabaseError as error:
        if type(error) is not sqlite3.DatabaseError:
            raise
        raise DamagedError(f"The notebook is damaged ({error}).") from error


def _identity(file: Path) -> tuple[int, int] | None:
    try:
        found = file.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino


def _merged(before: Note, now: Note, after: Note) -> Note:
    """Return *now*, what is kept, with what was changed from *before* to *after*."""
    if _is_alike(now, before):
        return after
    ours = {name: value for name, value in after._asdict().items() if value != getattr(before, name)}
    if "body" in ours and now.body not in (before.body, after.body):
        ours["body"] = f"{now.body}\n\n{after.body}".strip()
    return now._replace(**ours)


def _is_alike(one: Note, other: Note) -> bool:
    """Whether a reader would see no difference: undoing twice, or finding the words elsewhere, changes nothing."""
    return _essence(one) == _essence(other)


def _essence(note: Note) -> tuple[object, ...]:
    return note.kind, note.body, note.style, note.target[:3]  # about, name, quote


def _row(note: Note) -> tuple[object, ...]:
    identifier, guide, kind, target, *rest = note
    return identifier, guide, kind, *rest, *target


def note_of(row: Sequence[Any]) -> Note:
    """Return the note in a row of the table: three columns, six that follow its target, and the target's."""
    identifier, guide, kind, *rest = row
    return Note(identifier, guide, kind, Target(*rest[6:]), *rest[:6])
