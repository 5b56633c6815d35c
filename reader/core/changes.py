"""Whether the files of a guide that is open, and of the glossaries beside it, are still those it was made of."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from reader.core import added, source
from reader.core.fingerprint import state
from reader.core.library import Library
from reader.core.source import Source, UnreadableError
from reader.errors import ReaderError

MOST = 500  # files that are looked at; a system tells of changes in some thousands only


class Shown(NamedTuple):
    """What a window shows: a guide's folder or file, its compiled form, and the pictures in it (`Guide.files`)."""

    path: Path
    is_folder: bool
    compiled: Path
    pictures: tuple[tuple[str, int, int], ...]
    glossaries: tuple[str, ...] = ()  # the added folders whose words are in it


class Look(NamedTuple):
    """What was found on disk."""

    shown: Shown
    lost: str  # what has gone: "folder", "file", "glossary" or ""
    is_current: bool
    states: tuple[tuple[int, int], ...]  # size in bytes and mtime in ns of each file
    watch: tuple[str, ...]  # the files and folders whose changes may change the answer


def look(library: Library, shown: Shown, before: Look | None = None) -> Look:
    """Look at the files of *shown*; what they hold is read only where sizes or times differ from *before*."""
    try:
        origin = source.find(shown.path, needs_article=False)
    except ReaderError:
        return Look(shown, "folder" if shown.is_folder else "file", False, (), _nearest(shown.path))
    names = [*origin.names, *(name for name, _, _ in shown.pictures[:MOST])]
    beside = {folder: _found(folder) for folder in library.beside(origin)}
    there = [found for found in beside.values() if found is not None]
    states = tuple(state(origin, name) for name in names)
    states += tuple(state(found, name) for found in there for name in added.FILES)
    if states[names.index(origin.article)] == (-1, 0):
        return Look(shown, "file", False, states, _nearest(shown.path))
    watch = [*_around(origin, names), *(name for found in there for name in _around(found, list(added.FILES)))]
    for folder in (folder for folder, found in beside.items() if found is None):
        watch += _nearest(Path(folder))
    if any(folder in beside and beside[folder] is None for folder in shown.glossaries):
        return Look(shown, "glossary", False, states, tuple(watch))
    if before is not None and (before.shown, before.lost, before.states) == (shown, "", states):
        is_current = before.is_current
    else:
        is_current = _is_current(library, origin, shown)
    return Look(shown, "", is_current, states, tuple(watch))


def _found(folder: str) -> Source | None:
    try:
        return added.find(folder)
    except UnreadableError:
        return None


def _is_current(library: Library, origin: Source, shown: Shown) -> bool:
    try:
        return library.is_current(origin, shown.compiled, shown.pictures)
    except ReaderError:
        return False  # it cannot be read any more: who asks for the new version is told why


def _around(origin: Source, names: list[str]) -> tuple[str, ...]:
    """Return the files that are there, and the folders around them: in one of these an editor puts a new file in the
    place of an old one, and in the outermost the guide's own folder gets another name.
    """
    files = [origin.folder / name for name in names if state(origin, name) != (-1, 0)]
    folders = [origin.path.parent, origin.folder, *(file.parent for file in files)]
    return tuple(dict.fromkeys(map(str, [*folders, *files])))


def _nearest(path: Path) -> tuple[str, ...]:
    """Return the innermost folder around what has gone: there it would come back."""
    return tuple(str(folder) for folder in [path, *path.parents] if folder.is_dir())[:1]
