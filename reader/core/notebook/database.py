"""Opens the notebook's SQLite file: makes it where there is none, knows it where there is one, and tells damage.

A commit is on the disk when it returns: with synchronous=FULL the write-ahead log is flushed at each
(https://www.sqlite.org/pragma.html#pragma_synchronous), and readers never wait (https://www.sqlite.org/wal.html).
"""

from __future__ import annotations

import contextlib
import sqlite3
import time
from collections.abc import Iterator
from pathlib import Path

from reader.core.notebook import its_file, table
from reader.errors import ReaderError

VERSION = 1  # of the file's format
LAST_VERSION = 1000  # that anybody will ever reach: a larger number is a wrong byte
APPLICATION_ID = 0x50524E42  # "PRNB", at byte 68 of the file: it is a notebook of this program
_PAUSE = 0.01  # seconds from one try to the next


class LaterVersionError(ReaderError):
    """The file was written by a later version of the program: it is whole, and not to be touched."""


class DamagedError(ReaderError):
    """The file is no notebook, or not all of it can be read."""


def opened(file: Path) -> sqlite3.Connection:
    """Open *file*, make it where there is none.

    Raises LaterVersionError, DamagedError, NotOursError, and OSError or sqlite3.OperationalError where something is in
    the way.
    """
    its_file.prepare(file)
    its_file.make(file)
    database = sqlite3.connect(file, timeout=its_file.WAIT_SECONDS, isolation_level=None)
    try:
        with told():
            _prepare(database, file)
    except BaseException:
        database.close()
        raise
    return database


@contextlib.contextmanager
def told() -> Iterator[None]:
    """Tell damage, for which SQLite's errors have no class of their own, from what will pass: raise DamagedError."""
    try:
        yield
    except sqlite3.DatabaseError as error:
        # What it does not understand of our own statements, or cannot decode, is a file with other bytes than ours.
        code = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_ERROR) & 0xFF
        damage = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_ERROR)
        if code in damage and type(error) in (sqlite3.DatabaseError, sqlite3.OperationalError):
            raise DamagedError(f"The notebook is damaged ({error}).") from error
        raise


@contextlib.contextmanager
def transaction(database: sqlite3.Connection) -> Iterator[None]:
    """Do all that is inside, or nothing; one writer at a time."""
    database.execute("BEGIN IMMEDIATE")
    try:
        yield
        database.execute("COMMIT")
    except BaseException:
        if database.in_transaction:
            database.execute("ROLLBACK")
        raise


def _prepare(database: sqlite3.Connection, file: Path) -> None:
    execute = database.execute
    execute("PRAGMA trusted_schema = OFF")
    execute("PRAGMA secure_delete = ON")
    is_new = not _entries(database)
    if not is_new:
        know(database, file)
    _take_log(database)
    # FULL, and where there is a rollback journal instead of a log, its folder is flushed, too.
    execute("PRAGMA synchronous = EXTRA")
    if is_new:
        with transaction(database):
            if not _entries(database):  # another window was quicker
                for statement in filter(str.strip, table.SCHEMA.split(";")):
                    execute(statement)
                execute(f"PRAGMA application_id = {APPLICATION_ID}")
                execute(f"PRAGMA user_version = {VERSION}")


def _entries(database: sqlite3.Connection) -> int:
    """Return how many tables and indexes there are."""
    count = "SELECT count(*) FROM sqlite_master"
    try:
        return int(database.execute(count).fetchone()[0])
    except sqlite3.OperationalError as error:
        if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_CANTOPEN:
            raise
        # The log wants memory that is shared, and a network folder has none: from now on, a journal. One has to be
        # alone for that (https://www.sqlite.org/wal.html#use_of_wal_without_shared_memory).
        database.execute("PRAGMA locking_mode = EXCLUSIVE")
        database.execute("PRAGMA journal_mode = DELETE")
        database.execute("PRAGMA locking_mode = NORMAL")
        return int(database.execute(count).fetchone()[0])


def _take_log(database: sqlite3.Connection) -> None:
    """Use a write-ahead log, where the folder allows one: else SQLite stays with a rollback journal."""
    end = time.monotonic() + its_file.WAIT_SECONDS
    while True:
        try:
            database.execute("PRAGMA journal_mode = WAL")
        except sqlite3.OperationalError as error:  # two that begin one at a moment: SQLite does not wait here
            if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY or time.monotonic() > end:
                raise
            time.sleep(_PAUSE)
        else:
            return


def know(database: sqlite3.Connection, file: Path) -> None:
    """Raise what is to be said of a file that holds something else than the notes as they are kept now."""
    if database.execute("PRAGMA application_id").fetchone()[0] != APPLICATION_ID:
        raise DamagedError(f"{file.name} is not a notebook of Pathway Reader.")
    if VERSION < database.execute("PRAGMA user_version").fetchone()[0] <= LAST_VERSION:
        raise LaterVersionError(
            f"Your notes in {file} were written by a later version of Pathway Reader. They are safe, but this version"
            " cannot show them or add to them. Please use the later version."
        )
