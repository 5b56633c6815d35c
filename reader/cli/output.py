"""What commands write: a stranger's text without what would steer a terminal."""

from __future__ import annotations

import sys
import unicodedata
from collections.abc import Iterable

from reader.core.guide import Problem

SHOWN_PROBLEMS = 10


def result(text: str) -> None:
    """Write a line of the result to standard output."""
    print(harmless(text))


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
    """Return the text on one line, with control characters shown as �."""
    line = " ".join(text.split())
    return "".join("�" if unicodedata.category(letter) == "Cc" else letter for letter in line)
