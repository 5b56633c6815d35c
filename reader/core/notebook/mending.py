"""What to do with a damaged notebook: set it aside, and go on with what can be read from it and from the last copy.

The new file is made beside the old one and gets a name only when it is whole: whoever is killed in the middle has lost
nothing, and the next one to open the notebook finishes the work.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from reader.core.notebook import backup, copies, salvage
from reader.core.notebook.database import DamagedError
from reader.core.notebook.its_file import LOGS, held, lock_of, prepare
from reader.core.notebook.notes import Note
from reader.core.notebook.store import Store, add
from reader.errors import ReaderError

_DRAFT, _DONE = "draft", "mended"  # in the name of the new file
_LOG = LOGS[0]


class Opened(NamedTuple):
    """A notebook, and what is to be said of it; "" where all is well."""

    store: Store
    said: str = ""


def open_store(file: Path, folder: Path) -> Opened:
    """Open the notebook in *file*; where it is damaged, mend it with the daily copies in *folder*.

    Raises what `Store` raises, DamagedError excepted.
    """
    prepare(file)
    with held(file):
        return _opened(file, folder)


def mend(file: Path, folder: Path) -> Opened:
    """Put a new notebook with all that is left in a damaged one's place, unless another window has. Raises OSError.

    A window that has the old one open notices when it writes next (GoneError).
    """
    with held(file):
        opened = _opened(file, folder)
        return opened if opened.said or opened.store.is_whole() else _mended(file, folder, opened.store)


def leftovers(file: Path) -> list[Path]:
    """Return the damaged files that were set aside, a new one that nobody finished, and the logs beside them."""
    return [each for what in ("damaged-", _DRAFT) for each in sorted(file.parent.glob(f"{file.stem}.{what}*"))]


def _opened(file: Path, folder: Path) -> Opened:
    if _named(file, _DONE).exists():
        return Opened(_moved(file), "The file with your notes was damaged and has been mended.")
    if _is_gone(file) and (_beside(file, _LOG).exists() or copies.listed(folder)):
        return _mended(file, folder)
    try:
        store = Store(file)
    except DamagedError:
        return _mended(file, folder)
    try:
        is_cut_short = salvage.has_more(_beside(file, _LOG), store.frames_in_log())
    except BaseException:
        store.close()
        raise
    return _mended(file, folder, store) if is_cut_short else Opened(store)


def _mended(file: Path, folder: Path, store: Store | None = None) -> Opened:
    """Make the new notebook and put it in its place; *store* is the old one, where it could be opened."""
    left = salvage.read(file, _beside(file, _LOG))
    copied, titles = _last_copy(folder)
    kept = _newest(left.doubtful.values(), copied, left.notes.values())
    _make(_named(file, _DRAFT), kept.values(), {**titles, **left.titles})
    _named(file, _DRAFT).replace(_named(file, _DONE))
    if store is not None:
        store.close()
    aside = _next_aside(file).name if file.exists() else ""
    from_copy = len(kept.keys() - left.notes.keys() - left.doubtful.keys())
    said = _said(aside, len(kept), from_copy)
    if not left.is_all:
        said += f" {aside} was too large to be looked through to its end: there may be more notes in it."
    return Opened(_moved(file), said)


def _make(draft: Path, notes: Iterable[Note], titles: dict[str, str]) -> None:
    """Make a new notebook: when this returns, all of it is on the disk."""
    for end in ("", *LOGS):
        _beside(draft, end).unlink(missing_ok=True)
    store = Store(draft)
    try:
        store.apply(add(notes))
        store.name_guides(titles)
    finally:
        store.close()
        lock_of(draft).unlink(missing_ok=True)


def _moved(file: Path) -> Store:
    """Set the damaged file aside, put the mended one in its place, and open it."""
    aside = _next_aside(file)
    for end in ("", *LOGS):
        with contextlib.suppress(FileNotFoundError):
            _beside(file, end).replace(_beside(aside, end))
    _named(file, _DONE).replace(file)
    return Store(file)


def _is_gone(file: Path) -> bool:
    """Whether the file is missing, or has no content: SQLite would begin a new one and delete the log beside it."""
    try:
        return not file.stat().st_size
    except FileNotFoundError:
        return True


def _beside(file: Path, end: str) -> Path:
    return file.with_name(file.name + end)


def _named(file: Path, what: str) -> Path:
    return file.with_name(f"{file.stem}.{what}{file.suffix}")


def _next_aside(file: Path) -> Path:
    number = 1
    while (aside := _named(file, f"damaged-{number}")).exists():
        number += 1
    return aside


def _newest(*sources: Iterable[Note]) -> dict[str, Note]:
    """Return each note as the source with its latest revision has it; of two alike, the one that is named later."""
    kept: dict[str, Note] = {}
    for note in (each for source in sources for each in source):
        if note.id not in kept or kept[note.id].revision <= note.revision:
            kept[note.id] = note
    return kept


def _said(aside: str, kept: int, from_copy: int) -> str:
    said = "The file with your notes was gone."
    if aside:
        said = f"The file with your notes was damaged. It was set aside as {aside}."
    if not kept:
        return f"{said} No note could be read from it, and there is no daily copy: the notebook begins anew."
    notes = "1 note was" if kept == 1 else f"{kept} notes were"
    copied = f", {from_copy} of them from the last daily copy" if from_copy else ""
    return f"{said} {notes} brought back{copied}. The newest ones may be missing."


def _last_copy(folder: Path) -> tuple[tuple[Note, ...], dict[str, str]]:
    """Return what the newest daily copy that can be read holds."""
    for each in copies.listed(folder):
        with contextlib.suppress(ReaderError):
            found = backup.load(each.file)
            return found.notes, found.titles
    return (), {}
