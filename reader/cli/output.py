"""What commands write: a stranger's text without what would steer a terminal."""

from __future__ import annotations

import re
import sys
import unicodedata
from collections.abc import Iterable
from typing import Any

from reader.core.guide import Problem

SHOWN_PROBLEMS = 10
_STEERING = re.compile("[\x7f-\x9f]")


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
    """Return the text on one line, with control characters shown as �."""
    line = " ".join(text.split())
    return "".join("�" if unicodedata.category(letter) == "Cc" else letter for letter in line)
