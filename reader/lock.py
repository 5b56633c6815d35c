"""A lock that one process holds at a time, and that the system takes from a process that ends, however it ends."""

from __future__ import annotations

import contextlib
import os
import sys
import time
from collections.abc import Iterator
from pathlib import Path

PAUSE = 0.002  # seconds from one try to the next

if sys.platform == "win32":
    import msvcrt

    def _take(handle: int) -> None:
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
else:
    import fcntl

    def _take(handle: int) -> None:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)


@contextlib.contextmanager
def held(file: Path, seconds: float) -> Iterator[bool]:
    """Hold the lock *file*, which stays there, while what is inside is done; yield whether it is held.

    It is not where another process keeps it for longer than *seconds*, and where the file system has no locks or the
    file cannot be made.
    """
    try:
        handle = os.open(file, os.O_RDWR | os.O_CREAT, 0o600)
    except OSError:
        yield False
        return
    try:
        yield _is_taken(handle, seconds)
    finally:
        os.close(handle)  # which frees it


def _is_taken(handle: int, seconds: float) -> bool:
    end = time.monotonic() + seconds
    while True:
        try:
            _take(handle)
        except (BlockingIOError, PermissionError):  # the latter on Windows: another process has it
            if time.monotonic() >= end:
                return False
            time.sleep(PAUSE)
        except OSError:
            return False
        else:
            return True
