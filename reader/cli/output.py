"""What commands write: a stranger's text without what would steer a terminal."""

from __future__ import annotations

import os
import re
import sys
import unicodedata
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from reader import atomic
from reader.core.records import Problem
from reader.errors import ReaderError

SHOWN_PROBLEMS = 10
_STEERING = re.compile("[\x7f-\x9f\u202a-\u202e\u2066-\u2069]")  # the latter turn the order of letters (UAX #9)


def result(text: str) -> None:
    """Write a line of the result to standard output."""
    print(harmless(text))


def json_result(data: dict[str, Any]) -> None:
    """Write JSON as UTF-8, whatever the terminal speaks (RFC 8259, 8.1); half a letter pair becomes a ``?``."""
    import json

    if hasattr(sys.stdout, "reconfigure"):
        sys.stdout.reconfigure(encoding="utf-8", errors="replace")
    text = json.dumps(data, ensure_ascii=False, indent=2)
    print(_STEERING.sub(lambda match: f"\\u{ord(match[0]):04x}", text))  # JSON itself escapes only those below 32


def message(text: str) -> None:
    """Write a line for people to standard error."""
    print(harmless(text), file=sys.stderr)


def problems(found: Iterable[Problem]) -> None:
    """Say what is wrong in a guide's files."""
    every = list(found)
    for problem in every[:SHOWN_PROBLEMS]:
        message(str(problem))
    if len(every) > SHOWN_PROBLEMS:
        message(f"There are {len(every) - SHOWN_PROBLEMS} problems more in this guide's files.")


def harmless(text: str) -> str:
    """Return the text on one line, with control characters shown as �, those for the order of letters, too."""
    line = _STEERING.sub("�", " ".join(text.split()))
    return "".join("�" if unicodedata.category(letter) == "Cc" else letter for letter in line)


def needs_room(target: Path, *, force: bool) -> None:
    """Raise ReaderError where a file cannot be written to *target*, or would take the place of another without *force*.

    ``-`` is standard output.
    """
    if str(target) == "-":
        return
    if target.is_dir():
        raise ReaderError(f"{harmless(str(target))} is a folder. Name the file to write in it.")
    if not target.parent.is_dir():
        raise ReaderError(f"There is no folder {harmless(str(target.parent))} to write {harmless(target.name)} in.")
    if target.is_file() and not force:
        raise ReaderError(
            f"{harmless(str(target))} is there already. Choose a new name, or write over it with --force."
        )


def make_folder(folder: Path, else_do: str) -> None:
    """Make a folder where it is missing. Raises ReaderError where nothing can be written there.

    *else_do* is a sentence: what to do where a file is in its place.
    """
    name = harmless(str(folder))
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except FileExistsError:
        raise ReaderError(f"{name} is a file. {else_do}") from None
    except OSError as error:
        raise ReaderError(f"The folder {name} cannot be made ({error.strerror}).") from error
    if not os.access(folder, os.W_OK | os.X_OK):
        raise ReaderError(f"Nothing can be written in the folder {name}. Choose another one.")


def save(content: bytes, target: Path, *, mode: int | None = None) -> None:
    """Write a file as `atomic.write` does; ``-`` is standard output. Raises ReaderError when it cannot be written."""
    if str(target) == "-":
        if sys.stdout is not None:
            sys.stdout.flush()
            sys.stdout.buffer.write(content)
        return
    try:
        atomic.write(target, content, mode=mode)
    except OSError as error:
        raise ReaderError(f"{harmless(str(target))} cannot be written ({error.strerror}).") from error
