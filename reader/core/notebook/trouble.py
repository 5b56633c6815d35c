"""Why a note could not be kept, in sentences that a tired person understands: what is in the way, and what helps."""

from __future__ import annotations

import errno
import os
import sqlite3
from pathlib import Path

from reader.core.notebook.its_file import may_write
from reader.errors import ReaderError
from reader.lock import HeldError

_PROBE = b"\0" * 65_536  # more than a write of SQLite's takes
_SENTENCES = {
    errno.ENOSPC: "The disk is full. Please make some room on it, for example empty the waste bin; then try again.",
    errno.EDQUOT: "Your share of this disk is used up. Please delete something that you need no more; then try again.",
    errno.EROFS: "The disk with {0} can only be read at the moment.",
    errno.ENAMETOOLONG: "The name of the folder {0} is too long for this disk.",
    errno.ENOTDIR: "A file stands where the folder {0} should be.",
    errno.EEXIST: "A file stands where the folder {0} should be.",
    errno.EIO: "The disk with {0} reports an error. Please make a copy of all that matters to you on another disk.",
    errno.EFBIG: "The disk takes no larger file in {0}.",
}
_ONLY_READ = (errno.EACCES, errno.EPERM, errno.EROFS)
_FORBIDDEN = "You have no permission to write in {0}. Whoever looks after this computer can give it to you."
_BUSY = "Another program is busy with the file of your notes. Please close other windows of the reader; then try again."


def told(error: Exception, file: Path) -> str:
    """Return what is in the way of *file*, the notebook; *error* is what `Store` raised."""
    if isinstance(error, ReaderError):
        return str(error)
    if isinstance(error, HeldError):
        return _BUSY
    if isinstance(error, sqlite3.Error):
        code = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_ERROR) & 0xFF
        if code in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
            return _BUSY
        if code == sqlite3.SQLITE_FULL:
            return _SENTENCES[errno.ENOSPC]
    system = error if isinstance(error, OSError) else _found(file)
    return _of_system(system, file) if system is not None else f"{file} could not be written ({error})."


def why_only_read(error: Exception, file: Path) -> OSError | None:
    """Return what forbids to write where *file*, which can be read, is; None where something else was in the way."""
    found = error if isinstance(error, OSError) else _found(file)
    return found if found is not None and found.errno in _ONLY_READ and os.access(file, os.R_OK) else None


def _of_system(error: OSError, file: Path) -> str:
    if error.errno in (errno.EACCES, errno.EPERM):
        return _FORBIDDEN.format(file.parent)
    sentence = _SENTENCES.get(error.errno or 0)
    return sentence.format(file.parent) if sentence else f"{file} could not be written ({error.strerror or error})."


def _found(file: Path) -> OSError | None:
    """Return what the system says to a file of some size beside the notebook: SQLite keeps its reasons to itself."""
    probe = file.with_name(f".{file.name}.probe")
    try:
        if file.exists() and not may_write(file):  # it is not opened: see its_file.py
            return PermissionError(errno.EACCES, os.strerror(errno.EACCES))
        try:
            with probe.open("wb") as stream:
                stream.write(_PROBE)
                stream.flush()
                os.fsync(stream.fileno())
        finally:
            probe.unlink(missing_ok=True)
    except OSError as error:
        return error
    return None
