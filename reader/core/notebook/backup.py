"""A backup: all notes in one JSON file that any program can read, and the way back from it."""

from __future__ import annotations

import contextlib
import json
import uuid
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, BinaryIO, NamedTuple

from reader import atomic
from reader.core.notebook.notes import LONGEST_NAME, Note
from reader.core.notebook.store import Change
from reader.errors import ReaderError

FORMAT, VERSION = "pathway-reader-notebook", 1
SUFFIX = ".notebook.json"
LARGEST = 256 * 2**20  # bytes
MOST = 200_000  # notes: a note every five minutes for two years
LONGEST_LINE = 4 * 2**20  # bytes: the longest note, each of its letters escaped
LARGEST_HEAD = 16 * 2**20  # bytes: the titles of all guides; and of a file that has its lines no more
LONGEST_TITLE = 4096  # characters
MOST_TITLES = 10_000
SHOWN_ODD = 3  # reasons that are told; the others are counted

# What restoring will do to notes, and what it has done.
_TOLD = {
    "back": ("will come back", "came back"),
    "replaced": ("are older here and will be replaced", "were older here and were replaced"),
    "newer": ("are newer here and will stay", "were newer here and stayed"),
    "alike": ("are here already", "were here already"),
}
_TOLD_OF_ONE = {
    "back": ("will come back", "came back"),
    "replaced": ("is older here and will be replaced", "was older here and was replaced"),
    "newer": ("is newer here and will stay", "was newer here and stayed"),
    "alike": ("is here already", "was here already"),
}


class Backup(NamedTuple):
    """What a backup holds."""

    notes: tuple[Note, ...]
    titles: dict[str, str]  # of guides, by id
    odd: tuple[str, ...] = ()  # why a note in it could not be read, each a sentence
    missing: int = 0  # notes that were in it when it was made: the file was cut off


class Restoring(NamedTuple):
    """What comes back from a backup, and what stays as it is."""

    changes: tuple[Change, ...]
    back: int = 0  # notes that are not there now
    replaced: int = 0  # that are older there
    newer: int = 0  # that are newer there, and stay
    alike: int = 0  # that are there as they are in the backup


def save(file: Path, notes: Iterable[Note], titles: Mapping[str, str]) -> None:
    """Write a backup, readable by its owner only. Raises OSError; the file is then as it was."""
    atomic.write(file, dump(notes, titles), mode=0o600)


def dump(notes: Iterable[Note], titles: Mapping[str, str]) -> bytes:
    """Return a backup as UTF-8: one JSON object with the head in its first line, and then a note a line.

    So a damaged file loses only the notes in its damaged lines, and is read without all of it in memory.
    """
    lines = [json.dumps(note.to_json(), ensure_ascii=False) for note in notes]
    head = {"format": FORMAT, "version": VERSION, "count": len(lines), "guides": dict(titles)}
    first = json.dumps(head, ensure_ascii=False)[:-1]
    return "".join((first, ',\n"notes": [\n', ",\n".join(lines), "\n]}\n")).encode()


def load(file: Path) -> Backup:
    """Read a backup, which may be a stranger's or damaged, as far as it can be understood.

    Raises ReaderError where it is none, is too large or was made by a later version.
    """
    try:
        if not file.is_file():
            raise ReaderError(f"There is no file {file}." if not file.exists() else f"{file} is not a file.")
        if file.stat().st_size > LARGEST:
            raise ReaderError(f"{file} is too large for a backup of notes: it may be {LARGEST // 2**20} MB.")
        with file.open("rb") as stream:
            return _read(stream, file)
    except OSError as error:
        raise ReaderError(f"{file} could not be read ({error.strerror}).") from error


def count(file: Path) -> int | None:
    """Return how many notes a backup says that it holds, without reading them; None where it does not say so."""
    with contextlib.suppress(OSError), file.open("rb") as stream:
        head = _head(stream.readline(LARGEST_HEAD))
        number = head.get("count") if isinstance(head, dict) and head.get("format") == FORMAT else None
        return number if isinstance(number, int) and 0 <= number <= MOST else None
    return None


def restoring(backup: Backup, there: Iterable[Note]) -> Restoring:
    """Return the changes that bring back what a backup holds and is not *there*; what is newer there stays.

    Nothing is removed, and done twice it is the same as once.
    """
    now = {note.id: note for note in there}
    changes: list[Change] = []
    counts = {"back": 0, "replaced": 0, "newer": 0, "alike": 0}
    for each in backup.notes:
        note = _as_another(each) if each.id in now and now[each.id].guide != each.guide else each
        here = now.get(note.id)
        if here is None or here.revision < note.revision:
            changes.append(Change(here, note))
        if here is None:
            counts["back"] += 1
        elif (here.kind, here.body, here.style) == (note.kind, note.body, note.style):
            counts["alike"] += 1
        else:
            counts["replaced" if here.revision < note.revision else "newer"] += 1
    return Restoring(tuple(changes), **counts)


def told(found: Backup, what: Restoring, *, is_done: bool) -> list[str]:
    """Return in sentences what restoring will do, or has done."""
    sentences = []
    for name, words in _TOLD.items():
        if count := getattr(what, name):
            before, after = words if count > 1 else _TOLD_OF_ONE[name]
            notes = f"{count:,} notes" if count > 1 else "1 note"
            sentences.append(f"{notes} {after if is_done else before}.")
    if found.missing:
        sentences.append(f"The file was cut off: {found.missing:,} of its notes are missing.")
    if found.odd:
        more = "; and so on" if len(found.odd) > SHOWN_ODD else ""
        shown = "; ".join(each.rstrip(".") for each in found.odd[:SHOWN_ODD])
        sentences.append(f"{len(found.odd):,} could not be read: {shown}{more}.")
    return sentences or ["The backup holds no notes."]


def _read(stream: BinaryIO, file: Path) -> Backup:
    head = _head(stream.readline(LARGEST_HEAD))
    lines = _notes_by_lines(stream)
    if head is None:  # another program wrote it anew: one JSON object still, but not by lines
        stream.seek(0)
        data = stream.read(LARGEST_HEAD + 1)
        head = _parsed(data) if len(data) <= LARGEST_HEAD else None
        listed = head.get("notes") if isinstance(head, dict) else None
        lines = iter(listed if isinstance(listed, list) else ())
    if not isinstance(head, dict) or head.get("format") != FORMAT:
        raise ReaderError(f"{file} is not a backup of notes, or is damaged. Its name usually ends in {SUFFIX}.")
    version = head.get("version")
    if not isinstance(version, int) or version > VERSION:
        raise ReaderError(f"{file} was made by a later version of Pathway Reader. Please restore it with that one.")
    return _understood(head, lines, file)


def _head(line: bytes) -> Any:
    """Return what stands before the notes, as `dump` writes it; None for anything else."""
    line = line.rstrip()
    return _parsed(line.removesuffix(b",") + b"}") if line.startswith(b"{") and line.endswith(b",") else None


def _notes_by_lines(stream: BinaryIO) -> Iterator[object]:
    """Yield what stands in the lines, None for one that cannot be read."""
    while line := stream.readline(LONGEST_LINE):
        line = line.strip()
        if line and line not in (b'"notes": [', b"]}"):
            yield _parsed(line.removesuffix(b","))


def _parsed(data: bytes) -> Any:
    try:
        return json.loads(data.decode())
    except (ValueError, RecursionError):
        return None


def _understood(head: dict[str, Any], lines: Iterable[object], file: Path) -> Backup:
    notes: dict[str, Note] = {}
    odd: list[str] = []
    number = 0
    for number, each in enumerate(lines, 1):
        if number > MOST:
            raise ReaderError(f"{file} holds more than {MOST:,} notes, the most that is restored at once.")
        try:
            note = Note.from_json(each)
        except (ValueError, TypeError) as error:
            odd.append(f"Note {number}: {error}.")
        else:
            if note.id not in notes or notes[note.id].revision < note.revision:
                notes[note.id] = note
    count = head.get("count")
    missing = max(0, min(count, MOST) - number) if isinstance(count, int) else 0
    return Backup(tuple(notes.values()), _titles(head.get("guides")), tuple(odd), missing)


def _titles(guides: object) -> dict[str, str]:
    every = list(guides.items())[:MOST_TITLES] if isinstance(guides, dict) else []
    return {
        name: title[:LONGEST_TITLE]
        for name, title in every
        if len(name) <= LONGEST_NAME and isinstance(title, str) and _is_text(name + title)
    }


def _is_text(words: str) -> bool:
    try:
        words.encode()
    except UnicodeEncodeError:  # half a letter pair: no file and no database takes it
        return False
    return True


def _as_another(note: Note) -> Note:
    """Return a note whose id is that of another guide's note, and so another note's, with an id of its own."""
    return note._replace(id=str(uuid.uuid5(uuid.NAMESPACE_URL, f"{note.guide}\n{note.id}")))
