"""A lock that one process holds at a time, and that the system takes from a process that ends, however it ends."""

from __future__ import annotations

import contextlib
import errno
import os
import sys
import time
from collections.abc import Iterator
from pathlib import Path

PAUSE = 0.002  # seconds from one try to the next

if sys.platform == "win32":
    import msvcrt

    def _try_once(handle: int) -> None:
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
else:
    import fcntl

    def _try_once(handle: int) -> None:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)


class HeldError(OSError):
    """Another process has the lock, and keeps it."""


@contextlib.contextmanager
def held(file: Path, seconds: float) -> Iterator[bool]:
    """Hold the lock *file*, which stays there, while what is inside is done; yield whether it is held.

    It is not where another process keeps it for longer than *seconds*, and where the file system has no locks or the
    file cannot be made.
    """
    try:
        handle = _taken(file, seconds)
    except OSError:
        yield False
        return
    try:
        yield True
    finally:
        os.close(handle)  # which frees it


@contextlib.contextmanager
def surely_held(file: Path, seconds: float) -> Iterator[None]:
    """Hold the lock *file*, or raise OSError before anything inside is done.

    HeldError where another process keeps it for longer than *seconds*; others say why there can be no lock.
    """
    handle = _taken(file, seconds)
    try:
        yield
    finally:
        os.close(handle)


def _taken(file: Path, seconds: float) -> int:
    """Return the handle of the lock, which is taken."""
    handle = os.open(file, os.O_RDWR | os.O_CREAT, 0o600)
    try:
        is_free = take(handle, seconds)
    except BaseException:
        os.close(handle)
        raise
    if not is_free:
        os.close(handle)
        raise HeldError(errno.EAGAIN, "another program has it", str(file))
    return handle


def take(handle: int, seconds: float = 0) -> bool:
    """Take the lock for as long as its file is open; False where another process keeps it for longer than *seconds*.

    Raises OSError where the file system has no locks.
    """
    end = time.monotonic() + seconds
    while True:
        try:
            _try_once(handle)
        except (BlockingIOError, PermissionError):  # the latter on Windows: another process has it
            if time.monotonic() >= end:
                return False
            time.sleep(PAUSE)
        else:
            return True
