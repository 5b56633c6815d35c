"""A file is written whole or not at all: who reads it finds the old one or the new one, after a crash, too."""

from __future__ import annotations

import contextlib
import os
import stat
import time
from pathlib import Path

PREFIX, SUFFIX = ".pathway-reader-", ".draft"
LEFT_SECONDS = 60  # after which a draft that nobody writes on is nobody's: its process was killed


def write(file: Path, content: bytes, *, mode: int | None = None) -> None:
    """Put *content* into *file*. Raises OSError where that cannot be done; the file is then as it was.

    A draft beside it is written, flushed to the disk and moved into its place. A link stays, and what it leads to
    changes; a pipe or a device is written to. *mode* are the permissions, by default those that the file had, or else
    the usual ones. A file that may not be written is not replaced. Drafts that killed processes left there are removed.
    """
    try:
        before = file.stat()
    except FileNotFoundError:
        before = None
    if before is not None and not stat.S_ISREG(before.st_mode):
        file.write_bytes(content)  # to take the place of /dev/null would break the machine
        return
    real = Path(os.path.realpath(file))
    if before is not None:
        os.close(os.open(real, os.O_WRONLY))  # raises where whoever protected it would be overruled
        mode = stat.S_IMODE(before.st_mode) if mode is None else mode
    _remove_left(real.parent)
    draft = real.with_name(f"{PREFIX}{os.urandom(8).hex()}{SUFFIX}")
    try:
        _write_through(draft, content, mode)
        draft.replace(real)
    finally:
        draft.unlink(missing_ok=True)


def _write_through(draft: Path, content: bytes, mode: int | None) -> None:
    """Write a new file, and wait until the disk has it: a move can reach the disk before what was moved."""
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)  # the last one on Windows only
    handle = os.open(draft, flags, 0o666 if mode is None else mode & 0o600)
    with os.fdopen(handle, "wb") as stream:
        if mode is not None and stat.S_IMODE(os.fstat(handle).st_mode) != mode:
            with contextlib.suppress(OSError):  # a network folder without permissions
                draft.chmod(mode)
        stream.write(content)
        stream.flush()
        os.fsync(handle)


def _remove_left(folder: Path) -> None:
    limit = time.time() - LEFT_SECONDS
    with contextlib.suppress(OSError), os.scandir(folder) as every:
        for each in every:
            if each.name.startswith(PREFIX) and each.name.endswith(SUFFIX):
                with contextlib.suppress(OSError):  # another process was quicker
                    if each.stat(follow_symlinks=False).st_mtime < limit:
                        Path(each.path).unlink()
