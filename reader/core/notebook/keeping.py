"""The notebook whatever becomes of its file: damaged, set aside by another window or removed, it is opened anew."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from reader import atomic
from reader.core.notebook import copies, its_file, mending, trouble
from reader.core.notebook.database import DamagedError
from reader.core.notebook.notes import Note
from reader.core.notebook.store import Change, GoneError, Store

_T = TypeVar("_T")


class Keeping:
    """Has the notebook open. Belongs to one thread; its file is first touched when something is to be done with it."""

    def __init__(self, file: Path, folder: Path) -> None:
        """Keep notes in *file*, with daily copies in *folder*."""
        self.file, self.folder = file, folder
        self._store: Store | None = None
        self._said: list[str] = []
        self._seen = 0  # what `Store.changes` told last
        self._is_only_read = False  # and the user knows

    def do(self, work: Callable[[Store], _T]) -> _T:
        """Do something with the notebook and return what it returns; it may be begun twice.

        Raises OSError, sqlite3.Error or ReaderError (`trouble.told` says them) where it is not done.
        """
        try:
            return work(self._open())
        except GoneError:
            self._reopen()
        except DamagedError:
            self._mend()
        done = work(self._open())
        self._seen = -1  # the file may hold other notes than the window knows of
        return done

    def said(self) -> str:
        """Return what the user should know of, once; "" for nothing."""
        said, self._said = " ".join(self._said), []
        return said

    def has_changed(self) -> bool:
        """Whether another window has changed something since this was asked last. Costs no look at the disk."""
        store = self._store
        if store is None:
            return False
        if not store.is_there():
            self.close() if store.why_not is not None else self._reopen()
            return True
        before, self._seen = self._seen, store.changes()
        return before != self._seen

    def look_after(self) -> bool:
        """Look through the whole file, mend it where it is damaged, and make the copy of today.

        Takes its time. Return whether it was mended. Raises what `do` raises.
        """
        if self._open().why_not is not None:
            return False
        is_whole = self.do(Store.is_whole)
        if not is_whole:
            self._mend()
        self.do(self._copy)
        return not is_whole

    def forget(self, guide: str | None = None) -> None:
        """Delete the notes of a guide, or all, wherever there is a trace of them. Raises what `do` raises."""
        said = len(self._said)
        if (why_not := self._open().why_not) is not None:
            raise why_not
        is_whole = self.do(Store.is_whole)
        if not is_whole:  # a row with a wrong byte would not be found, but its copy tells what it was
            self._mend()
        self.do(lambda store: store.forget(guide))
        with its_file.held(self.file):
            copies.forget(self.folder, guide)
            drafts = f"{atomic.PREFIX}*{atomic.SUFFIX}"  # of backups that nobody finished
            unfinished = (each for folder in (self.file.parent, self.folder) for each in folder.glob(drafts))
            for each in (*mending.leftovers(self.file), *unfinished):
                each.unlink(missing_ok=True)
        if self._said[said:]:  # it names a file that is no more
            self._said[said:] = ["The file with your notes was damaged. It was mended; the damaged one is deleted."]
        self.do(Store.scrub)  # last: another window may be in its way

    def close(self) -> None:
        """Let go of the file."""
        if self._store is not None:
            self._store.close()
            self._store = None

    def _open(self) -> Store:
        if self._store is not None and self._store.why_not is not None:
            self.close()  # by now it can perhaps be written; first, or the locks on the new one would be lost
        if self._store is None:
            self._take(self._opened())
        assert self._store is not None  # noqa: S101
        return self._store

    def _opened(self) -> mending.Opened:
        """Open the file, only to be read where that alone is possible."""
        try:
            opened = mending.open_store(self.file, self.folder)
        except (OSError, sqlite3.OperationalError) as error:
            why_not = trouble.why_only_read(error, self.file)
            if why_not is None:
                raise
            from reader.core.notebook import read_only  # such places are rare

            opened = read_only.open_store(self.file, why_not)
            if self._is_only_read:
                opened = opened._replace(said="")
        self._is_only_read = opened.store.why_not is not None
        return opened

    def _take(self, opened: mending.Opened) -> None:
        self._store = opened.store
        self._seen = opened.store.changes()
        if opened.said:
            self._said.append(opened.said)

    def _mend(self) -> None:
        self.close()
        self._take(mending.mend(self.file, self.folder))

    def _copy(self, store: Store) -> None:
        with its_file.held(self.file):  # or another window might delete notes for good between reading and writing
            copies.make(store, self.folder)

    def _reopen(self) -> None:
        """Open the file that is there now, with what only the old one still holds.

        That one stays open until its notes are in the new one: they may be nowhere else.
        """
        old, is_gone = self._store, not self.file.exists()
        if old is None or old.inode in map(its_file.inode, (self.file, *mending.leftovers(self.file))):
            self.close()  # only its log was lost, or it was set aside and what it held is in the new one
            self._open()
            return
        notes, titles, forgotten = _left(old)
        opened = mending.open_store(self.file, self.folder)
        try:
            changes = [] if opened.store.forgotten() not in (0, forgotten) else _missing(notes, opened.store)
            opened.store.apply(changes)
            opened.store.name_guides({**titles, **opened.store.titles()} if changes else {})
        except BaseException:
            opened.store.close()
            raise
        self.close()
        self._take(opened)
        if changes or (is_gone and notes):
            self._said.append(
                f"The folder with your notes, {self.file.parent}, was removed while the reader was open. It was made"
                " anew with all your notes."
            )


def _left(store: Store) -> tuple[list[Note], dict[str, str], int]:
    """Return what can be read from a file that has no name any more, but is open."""
    try:
        return store.every(), store.titles(), store.forgotten()
    except (DamagedError, sqlite3.Error):
        return [], {}, 0


def _missing(notes: list[Note], store: Store) -> list[Change]:
    """Return the changes that bring what is not in *store*, or is older there: another process may have begun it."""
    there = {note.id: note for note in store.every()}
    return [
        Change(there.get(note.id), note)
        for note in notes
        if note.id not in there or there[note.id].revision < note.revision
    ]
