"""The daily copies: seven backups that are made without being asked for, and can be restored from."""

from __future__ import annotations

import contextlib
import re
import time
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from reader.core.notebook import backup
from reader.core.notebook.store import Store
from reader.errors import ReaderError

KEPT = 7
_NAME = re.compile(r"(\d{6,9}) (\d{4}-\d{2}-\d{2})" + re.escape(backup.SUFFIX))


class Copy(NamedTuple):
    """One daily copy."""

    number: int  # counts them: which is newer is told by it, not by a clock that somebody may set back
    day: str  # as ISO 8601
    file: Path


def listed(folder: Path) -> list[Copy]:
    """Return the copies in *folder*, the newest first."""
    found = []
    with contextlib.suppress(OSError):
        for each in folder.iterdir():
            if match := _NAME.fullmatch(each.name):
                found.append(Copy(int(match[1]), match[2], each))
    return sorted(found, reverse=True)


def make(store: Store, folder: Path, today: Callable[[], str] = lambda: time.strftime("%Y-%m-%d")) -> bool:
    """Make the copy of today, unless it is made or there is nothing to copy, and let the oldest go. Raises OSError."""
    copies, day = listed(folder), today()
    if copies and copies[0].day == day:
        return False
    notes = store.every()
    if not notes:
        return False
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    number = copies[0].number + 1 if copies else 1
    backup.save(folder / f"{number:06} {day}{backup.SUFFIX}", notes, store.titles())
    for old in copies[KEPT - 1 :]:
        old.file.unlink(missing_ok=True)
    return True


def forget(folder: Path, guide: str | None = None) -> None:
    """Delete all copies, or take the notes of one guide out of each. Raises OSError.

    A copy that cannot be read is deleted: nobody could say whose notes it holds.
    """
    for each in listed(folder):
        try:
            found = backup.load(each.file) if guide is not None else None
        except ReaderError:
            found = None
        notes = [note for note in found.notes if note.guide != guide] if found is not None else []
        if found is None or not notes:
            each.file.unlink(missing_ok=True)
        elif len(notes) < len(found.notes) or found.odd or guide in found.titles:  # what is odd may hold its words
            titles = {name: title for name, title in found.titles.items() if name != guide}
            backup.save(each.file, notes, titles)
