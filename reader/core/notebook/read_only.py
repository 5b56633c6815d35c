"""Reads the notebook at a place where nothing may be written: on a disk that is only read, in another one's folder.

SQLite reads a database with a log only where it finds, or may make, the memory that windows share beside it
(https://www.sqlite.org/wal.html#read_only_databases). Where it does not, what stands in both is read without it.
"""

from __future__ import annotations

import sqlite3
from pathlib import Path

from reader.core.notebook import its_file, salvage, table
from reader.core.notebook.database import DamagedError, know, told
from reader.core.notebook.mending import Opened
from reader.core.notebook.store import Reading, Store

_NOT_CHANGING = "immutable=1"  # SQLite then looks for no log and takes no lock


def open_store(file: Path, why_not: OSError) -> Opened:
    """Open the notebook in *file* only to be read; *why_not* is raised where something is to be written.

    Nothing is made, and nothing changed but the memory that windows share, where that may be written. Raises
    DamagedError where no note can be read, LaterVersionError and OSError, too.
    """
    try:
        store = Store(file, Reading(_connected(file), why_not))
        try:
            store.every()
        except BaseException:
            store.close()
            raise
    except (DamagedError, sqlite3.OperationalError):
        store = Store(file, Reading(_gathered(file), why_not))
    said = f"Your notes can be read, but none can be added or changed: nothing can be written in {file.parent}."
    return Opened(store, said)


def _connected(file: Path) -> sqlite3.Connection:
    log, shared, journal = (file.with_name(file.name + end) for end in its_file.LOGS)
    has_log = _has_content(log) or _has_content(journal)
    if has_log and not shared.exists():
        raise DamagedError(f"{file.name} was not closed.")
    how = "mode=ro" if has_log else _NOT_CHANGING
    database = sqlite3.connect(
        f"{file.absolute().as_uri()}?{how}", its_file.WAIT_SECONDS, isolation_level=None, uri=True
    )
    try:
        with told():
            database.execute("PRAGMA trusted_schema = OFF")
            know(database, file)
    except BaseException:
        database.close()
        raise
    return database


def _gathered(file: Path) -> sqlite3.Connection:
    """Return a database in memory with what can be read from file and log."""
    left = salvage.read(file, file.with_name(file.name + its_file.LOGS[0]))
    notes = {**left.doubtful, **left.notes}
    if not notes:
        raise DamagedError(f"No note can be read from {file}.")
    database = sqlite3.connect(":memory:", isolation_level=None)
    database.executescript(table.SCHEMA)
    with database:
        database.executemany(table.REPLACE, map(table.row_of, map(table.clean, notes.values())))
        database.executemany("REPLACE INTO guide VALUES (?, ?)", left.titles.items())
    database.execute("PRAGMA query_only = ON")
    return database


def _has_content(file: Path) -> bool:
    try:
        return file.stat().st_size > 0
    except FileNotFoundError:
        return False
