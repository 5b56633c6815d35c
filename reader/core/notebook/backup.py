"""A backup: all notes in one JSON file that any program can read, and the way back from it."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import NamedTuple

from reader import atomic
from reader.core.notebook.notes import LONGEST_NAME, Note
from reader.core.notebook.store import Change
from reader.errors import ReaderError

FORMAT, VERSION = "pathway-reader-notebook", 1
SUFFIX = ".notebook.json"
LARGEST = 256 * 2**20  # bytes: some hundred thousand notes
LONGEST_TITLE = 4096  # characters


class Backup(NamedTuple):
    """What a backup holds."""

    notes: tuple[Note, ...]
    titles: dict[str, str]  # of guides, by id
    odd: tuple[str, ...] = ()  # why a note in it could not be read, each a sentence


def save(file: Path, notes: Iterable[Note], titles: Mapping[str, str]) -> None:
    """Write a backup, readable by its owner only. Raises OSError; the file is then as it was."""
    atomic.write(file, dump(notes, titles), mode=0o600)


def dump(notes: Iterable[Note], titles: Mapping[str, str]) -> bytes:
    """Return a backup as UTF-8, a note a line."""
    head = json.dumps({"format": FORMAT, "version": VERSION, "guides": dict(titles)}, ensure_ascii=False)
    lines = ",\n".join(json.dumps(note.to_json(), ensure_ascii=False) for note in notes)
    return f'{head[:-1]},\n"notes": [\n{lines}\n]}}\n'.encode()


def load(file: Path) -> Backup:
    """Read a backup, which may be a stranger's, as far as it can be understood.

    Raises ReaderError where it is none, is too large or was made by a later version.
    """
    try:
        with file.open("rb") as stream:
            data = stream.read(LARGEST + 1)
    except OSError as error:
        raise ReaderError(f"{file} could not be read ({error.strerror}).") from error
    if len(data) > LARGEST:
        raise ReaderError(f"{file} is too large for a backup of notes: it may be {LARGEST // 2**20} MB.")
    try:
        found = json.loads(data.decode())
    except (ValueError, RecursionError) as error:
        raise ReaderError(f"{file} is not a backup of notes, or is damaged.") from error
    if not isinstance(found, dict) or found.get("format") != FORMAT:
        raise ReaderError(f"{file} is not a backup of notes. Its name usually ends in {SUFFIX}.")
    version = found.get("version")
    if not isinstance(version, int) or version > VERSION:
        raise ReaderError(f"{file} was made by a later version of Pathway Reader. Please restore it with that one.")
    return _understood(found)


def restoring(backup: Backup, there: Iterable[Note]) -> list[Change]:
    """Return the changes that bring back what a backup holds and is not *there*; what is newer there stays."""
    now = {note.id: note for note in there}
    return [
        Change(now.get(note.id), note)
        for note in backup.notes
        if note.id not in now or now[note.id].revision < note.revision
    ]


def _understood(found: dict[str, object]) -> Backup:
    notes: dict[str, Note] = {}
    odd = []
    listed = found.get("notes")
    for number, each in enumerate(listed if isinstance(listed, list) else (), 1):
        try:
            note = Note.from_json(each)
        except (ValueError, TypeError) as error:
            odd.append(f"Note {number}: {error}.")
        else:
            if note.id not in notes or notes[note.id].revision < note.revision:
                notes[note.id] = note
    guides = found.get("guides")
    titles = {
        name: title[:LONGEST_TITLE]
        for name, title in (guides.items() if isinstance(guides, dict) else ())
        if len(name) <= LONGEST_NAME and isinstance(title, str)
    }
    return Backup(tuple(notes.values()), titles, tuple(odd))
