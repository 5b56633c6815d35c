"""What to do with a damaged notebook: set it aside, and go on with what can be read from it and from the last copy."""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from reader.core.notebook import backup, copies
from reader.core.notebook.notes import Note
from reader.core.notebook.store import DamagedError, Store, add, note_of
from reader.errors import ReaderError

GAP = 20_000  # numbers of rows, one after the other, without a row: there are no more
_LOGS = ("-wal", "-shm")  # SQLite's files beside a database


class Opened(NamedTuple):
    """A notebook, and what is to be said of it; "" where all is well."""

    store: Store
    said: str = ""


def open_store(file: Path, folder: Path) -> Opened:
    """Open the notebook in *file*; where it is damaged, mend it with the daily copies in *folder*.

    Raises what `Store` raises, DamagedError excepted.
    """
    if _is_gone(file) and (_has_log(file) or copies.listed(folder)):
        return mend(file, folder)
    try:
        return Opened(Store(file))
    except DamagedError:
        return mend(file, folder)


def mend(file: Path, folder: Path) -> Opened:
    """Set *file* aside and begin a new one with all that is left. No window may have it open. Raises OSError."""
    aside = _set_aside(file)
    read = {note.id: note for note in _read(aside)}
    last, titles = _last_copy(folder)
    copied = {note.id: note for note in last}
    kept = {**copied, **{each.id: each for each in read.values() if not _is_older(each, copied.get(each.id))}}
    store = Store(file)
    try:
        store.apply(add(kept.values()))
        store.name_guides(titles)
    except BaseException:
        store.close()
        raise
    return Opened(store, _said(aside, len(kept), len(kept.keys() - read.keys())))


def _is_gone(file: Path) -> bool:
    """Whether the file is missing, or has no content: SQLite would begin a new one and delete the log beside it."""
    try:
        return not file.stat().st_size
    except FileNotFoundError:
        return True


def _has_log(file: Path) -> bool:
    return file.with_name(file.name + _LOGS[0]).exists()


def _is_older(note: Note, copied: Note | None) -> bool:
    return copied is not None and note.revision < copied.revision


def _said(aside: Path, kept: int, from_copy: int) -> str:
    said = f"The file with your notes was damaged. It was set aside as {aside.name}."
    if not kept:
        return f"{said} No note could be read from it, and there is no daily copy: the notebook begins anew."
    notes = "1 note was" if kept == 1 else f"{kept} notes were"
    copied = f", {from_copy} of them from the last daily copy" if from_copy else ""
    return f"{said} {notes} brought back{copied}. The newest ones may be missing."


def _set_aside(file: Path) -> Path:
    """Rename a damaged file and the logs beside it, and return its new name."""
    number = 1
    while (aside := file.with_name(f"{file.stem}.damaged-{number}{file.suffix}")).exists():
        number += 1
    for end in ("", *_LOGS):
        with contextlib.suppress(FileNotFoundError):
            file.with_name(file.name + end).replace(aside.with_name(aside.name + end))
    return aside


def _last_copy(folder: Path) -> tuple[tuple[Note, ...], dict[str, str]]:
    """Return what the newest daily copy that can be read holds."""
    for each in copies.listed(folder):
        with contextlib.suppress(ReaderError):
            found = backup.load(each.file)
            return found.notes, found.titles
    return (), {}


def _read(file: Path) -> Iterator[Note]:
    """Yield every note that can still be read from a damaged file: a page that is lost takes only its own rows."""
    with contextlib.suppress(sqlite3.Error), contextlib.closing(sqlite3.connect(file)) as database:
        database.execute("PRAGMA trusted_schema = OFF")
        for row in _rows(database):
            with contextlib.suppress(ValueError, TypeError):
                yield Note.from_json(note_of(row).to_json())


def _rows(database: sqlite3.Connection) -> Iterator[tuple[object, ...]]:
    """Yield the rows that can be read: all in one go as far as that leads, then those behind one by one."""
    last = 0
    try:
        for number, *row in database.execute("SELECT rowid, * FROM note NOT INDEXED ORDER BY rowid"):
            last = number
            yield tuple(row)
    except sqlite3.DatabaseError:
        empty = 0
        while empty < GAP:
            last, empty = last + 1, empty + 1
            with contextlib.suppress(sqlite3.DatabaseError):
                for row in database.execute("SELECT * FROM note NOT INDEXED WHERE rowid = ?", (last,)):
                    empty = 0
                    yield row
