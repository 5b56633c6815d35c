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

from reader import lock

PREFIX = "pathway-reader-"
LOCK = "held"  # the file that is locked
YOUNG = 60  # seconds within which a folder may not be locked yet, though somebody is about to


class Scratch:
    """A new folder in that for temporary files, for its owner alone, until `close`."""

    def __init__(self) -> None:
        """Make the folder. Raises OSError."""
        self.path = Path(tempfile.mkdtemp(prefix=PREFIX))
        try:
            handle = os.open(self.path / LOCK, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600)
        except OSError:
            shutil.rmtree(self.path, ignore_errors=True)
            raise
        _took(handle)
        self._throw_away = weakref.finalize(self, _throw_away, self.path, handle)

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


def _throw_away(folder: Path, handle: int) -> None:
    os.close(handle)  # first: Windows removes no file that is open
    shutil.rmtree(folder, ignore_errors=True)


def _is_left_behind(folder: os.DirEntry[str]) -> bool:
    try:
        if not folder.is_dir(follow_symlinks=False) or not _is_ours(os.lstat(folder.path)):
            return False
        flags = os.O_RDWR | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
        handle = os.open(Path(folder.path, LOCK), flags)
    except OSError:
        return False
    try:
        state = os.fstat(handle)
        is_old = not -YOUNG < time.time() - state.st_mtime < YOUNG
        return stat.S_ISREG(state.st_mode) and _is_ours(state) and is_old and _took(handle)
    finally:
        os.close(handle)


def _is_ours(state: os.stat_result) -> bool:
    return not hasattr(os, "getuid") or state.st_uid == os.getuid()


def _took(handle: int) -> bool:
    """Whether nobody held a lock, which is now taken."""
    try:
        return lock.take(handle)
    except OSError:  # a file system without locks
        return False
