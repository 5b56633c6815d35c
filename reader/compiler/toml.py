"""TOML as strangers write it: read, or said why it cannot be, in a time that grows with the text only."""

from __future__ import annotations

import re
import tomllib
from typing import Any

from reader.compiler.lines import line_at
from reader.core.records import Problem

_MOST_PARTS = 100  # of a key a.b.c: tomllib copies all parts before each, so that a million of them take for ever
_PART = r"""\.[ \t]*+(?:[^\s."'=\]]++|"[^"\n]*+"|'[^'\n]*+')[ \t]*+"""
_LONG_KEY = re.compile(rf"(?:{_PART}){{{_MOST_PARTS}}}")
_LINE = re.compile(r"line (\d+)")


def load(file: str, text: str, consequence: str) -> dict[str, Any] | Problem:
    """Return what *text* holds, or the problem of a text that is broken, with its line and what follows from it."""
    if match := _LONG_KEY.search(text):
        reason = f"a key has more than {_MOST_PARTS} parts"
        return Problem(file, line_at(text, match.start()), f"This cannot be read ({reason}), so {consequence}.")
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        reason, _, place = str(error).partition(" (at ")
        found = _LINE.match(place)
        line = int(found[1]) if found else line_at(text, len(text.rstrip()))  # or "end of document"
        return Problem(file, line, f"This is not TOML ({reason}), so {consequence}.")
    except RecursionError:
        return Problem(file, 0, f"This cannot be read (lists or tables lie too deep in others), so {consequence}.")
    except ValueError:  # int() refuses thousands of digits
        return Problem(file, 0, f"This cannot be read (a number is too long), so {consequence}.")
