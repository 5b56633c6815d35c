"""How a note stands in a row of the notebook's table: its columns, and the sum by which a wrong byte is noticed."""

from __future__ import annotations

import zlib
from collections.abc import Sequence
from typing import Any

from reader.core.notebook.notes import LATEST, Note, Target

SCHEMA = """
CREATE TABLE note (
    id TEXT NOT NULL UNIQUE, guide TEXT NOT NULL, kind TEXT NOT NULL, body TEXT NOT NULL, style TEXT NOT NULL,
    made REAL NOT NULL, changed REAL NOT NULL, revision INTEGER NOT NULL, rank INTEGER NOT NULL,
    about TEXT NOT NULL, name TEXT NOT NULL, quote TEXT NOT NULL, before TEXT NOT NULL, after TEXT NOT NULL,
    section TEXT NOT NULL, block TEXT NOT NULL, start INTEGER NOT NULL, last_block TEXT NOT NULL, end INTEGER NOT NULL,
    sum INTEGER NOT NULL
);
CREATE INDEX note_of_guide ON note (guide, section);
CREATE TABLE guide (id TEXT PRIMARY KEY, title TEXT NOT NULL);
CREATE TABLE forgotten (mark INTEGER NOT NULL);
"""
SELECT = """
SELECT id, guide, kind, body, style, made, changed, revision, rank,
    about, name, quote, before, after, section, block, start, last_block, end, sum FROM note
"""
REPLACE = "REPLACE INTO note VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
COLUMNS = 20


def clean(note: Note) -> Note:
    """Return *note* as SQLite gives it back: its times as floats, and no half of a letter pair in its texts."""
    return note._replace(
        made=_time(note.made),
        changed=_time(note.changed),
        body=_whole(note.body),
        target=Target._make(map(_whole, note.target)),
    )


def row_of(note: Note) -> tuple[object, ...]:
    """Return the row that holds a note."""
    identifier, guide, kind, target, *rest = note
    values = (identifier, guide, kind, *rest, *target)
    return *values, _sum(values)


def note_of(row: Sequence[Any]) -> Note:
    """Return the note in a row: three columns, six that follow its target, the target's, and the sum."""
    identifier, guide, kind, *rest = row
    return Note(identifier, guide, kind, Target(*rest[6:-1]), *rest[:6])


def is_right(row: Sequence[Any]) -> bool:
    """Whether a row holds what was put into it: SQLite itself has no sums of its pages."""
    return bool(_sum(row[:-1]) == row[-1])


def is_whole(row: Sequence[Any]) -> bool:
    """Whether a row holds a note as this program writes it: a right sum can be a stranger's, too."""
    try:
        note_of(row).check()
    except (ValueError, TypeError):
        return False
    return is_right(row)


def _sum(values: Sequence[object]) -> int:
    return zlib.crc32("\x1f".join(map(str, values)).encode(errors="replace"))


def _time(seconds: float) -> float:
    """Return a time for which there is a date, whatever the clock says."""
    return min(max(float(seconds), 0.0), LATEST)


def _whole(value: Any) -> Any:
    """Return a text without halves of letter pairs, which Qt can hand over and no UTF-8 can hold."""
    if isinstance(value, str) and not value.isascii():
        return value.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return value
