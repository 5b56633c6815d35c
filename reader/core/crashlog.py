"""The log of the program's own mistakes: the last one, in the user's folder for state. Nothing is sent."""

from __future__ import annotations

import sys
from pathlib import Path

from reader import __version__

NAME = "crash.log"


def write(folder: Path, details: str) -> Path | None:
    """Write *details*, a traceback, to *folder*/crash.log and return the file; None where it cannot be written."""
    log = folder / NAME
    try:
        folder.mkdir(parents=True, exist_ok=True)
        log.write_text(
            f"Pathway Reader {__version__}, Python {sys.version}\n\n{details}", encoding="utf-8", errors="replace"
        )
    except OSError:
        return None
    return log
