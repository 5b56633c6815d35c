"""A folder for files in the making, which goes with whoever holds it, or later where both ends were killed.

A lock says whether somebody holds it: the system lets go of that with the process, however it ended.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import stat
import tempfile
import time
import weakref
from pathlib import Path

PREFIX = "pathway-reader-"
LOCK = "held"  # the file that is locked
YOUNG = 60  # seconds within which a folder may not be locked yet, though somebody is about to


class Scratch:
    """A new folder in that for temporary files, for its owner alone, until `close`."""

    def __init__(self) -> None:
        """Make the folder. Raises OSError."""
        self.path = Path(tempfile.mkdtemp(prefix=PREFIX))
        try:
            lock = os.open(self.path / LOCK, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600)
        except OSError:
            shutil.rmtree(self.path, ignore_errors=True)
            raise
        _is_locked(lock)
        self._throw_away = weakref.finalize(self, _throw_away, self.path, lock)

    def close(self) -> None:
        """Throw the folder away, with all that is in it; what cannot go stays for `clear`."""
        self._throw_away()


def clear() -> None:
    """Throw away the folders of ours that nobody holds any more: those who made them were killed.

    Links are not followed, and what is another user's, younger than YOUNG or without a lock is left alone.
    """
    with contextlib.suppress(OSError), os.scandir(tempfile.gettempdir()) as entries:
        for each in entries:
            if each.name.startswith(PREFIX) and _is_left_behind(each):
                shutil.rmtree(each.path, ignore_errors=True)  # it follows no links, either


def _throw_away(folder: Path, lock: int) -> None:
    os.close(lock)  # first: Windows removes no file that is open
    shutil.rmtree(folder, ignore_errors=True)


def _is_left_behind(folder: os.DirEntry[str]) -> bool:
    try:
        if not folder.is_dir(follow_symlinks=False) or not _is_ours(os.lstat(folder.path)):
            return False
        lock = os.open(Path(folder.path, LOCK), os.O_RDWR | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0))
    except OSError:
        return False
    try:
        state = os.fstat(lock)
        is_old = not -YOUNG < time.time() - state.st_mtime < YOUNG
        return stat.S_ISREG(state.st_mode) and _is_ours(state) and is_old and _is_locked(lock)
    finally:
        os.close(lock)


def _is_ours(state: os.stat_result) -> bool:
    return not hasattr(os, "getuid") or state.st_uid == os.getuid()


def _is_locked(lock: int) -> bool:
    """Lock a file for as long as it is open; say whether nobody else has."""
    try:
        import fcntl
    except ImportError:  # Windows
        import msvcrt

        try:
            msvcrt.locking(lock, msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined]
        except OSError:
            return False
        return True
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True
