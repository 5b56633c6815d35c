"""The notebook's file and what stands beside it: the user's alone, in a folder in which nothing leads elsewhere."""

from __future__ import annotations

import contextlib
import errno
import os
import stat
from pathlib import Path

from reader import lock
from reader.errors import ReaderError

WAIT_SECONDS = 5.0  # for another window that writes
Inode = tuple[int, int]  # of which disk, and a file's number there
LOGS = ("-wal", "-shm", "-journal")  # SQLite's files beside a database


class NotOursError(ReaderError):
    """Something else stands in the file's place: a link, a folder, a pipe. Nothing is written where it leads."""


def lock_of(file: Path) -> Path:
    """Return the lock that one holds who writes *file* or puts another one in its place."""
    return file.with_suffix(".lock")


def held(file: Path) -> contextlib.AbstractContextManager[None]:
    """Hold that lock while what is inside is done; nothing is, without it. Raises `lock.HeldError` and OSError."""
    return lock.surely_held(lock_of(file), WAIT_SECONDS)


def prepare(file: Path) -> None:
    """Have a folder for the notebook, in which nothing leads elsewhere. Raises NotOursError and OSError."""
    file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    for each in (file, lock_of(file), *(file.with_name(file.name + end) for end in LOGS)):
        with contextlib.suppress(FileNotFoundError):
            mode = each.lstat().st_mode
            if not stat.S_ISREG(mode):
                raise NotOursError(
                    f"{each} is not a file but leads elsewhere, or is a folder. So that your notes stay private,"
                    " nothing is read or written there. Please put it away; the notebook then begins in its place."
                )
            if stat.S_IMODE(mode) & 0o077 or (each is not file and not mode & stat.S_IWUSR):
                with contextlib.suppress(OSError):  # somebody else's, or a folder without permissions
                    each.chmod(mode & 0o600 if each is file else 0o600)


def make(file: Path) -> None:
    """Have a file there that can be written: SQLite gives its logs the mode of the file itself. Raises OSError.

    One that is there is not opened: whoever closes a file gives up all locks that SQLite holds on it in this process
    (https://www.sqlite.org/howtocorrupt.html, 2.2).
    """
    try:
        os.close(os.open(file, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
    except FileExistsError:
        if not may_write(file):
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(file)) from None


def may_write(file: Path) -> bool:
    """Whether the system lets us write a file; without opening it."""
    return os.access(file, os.W_OK, effective_ids=os.access in os.supports_effective_ids)


def identity(file: Path) -> tuple[Inode | None, ...] | None:
    """Return which file it is and which log is beside it: without one of them, what is written is never found again."""
    found = inode(file)
    return (found, inode(file.with_name(file.name + LOGS[0]))) if found is not None else None


def inode(file: Path) -> Inode | None:
    """Return which file has this name now; None: there is none."""
    try:
        found = file.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino
