"""Where in a guide's files a thing stands, so that a problem can be said with its line."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from functools import lru_cache
from itertools import islice

from reader.core.records import Problem
from reader.errors import ReaderError

MOST = 100  # problems of one kind that are looked up and listed: each look-up may take a walk through the file
_PLACED = re.compile(r"(?P<file>[^:]*?)(?:, line (?P<line>\d+))?: (?P<message>.*)", re.DOTALL)
_TABLE = re.compile(r"^[ \t]*\[\[", re.MULTILINE)


def line_at(text: str, offset: int) -> int:
    """Return the line, from 1, of an offset in *text*."""
    return bisect_left(_ends(text), offset) + 1


def line_of(text: str, pattern: str, *, occurrence: int = 1, ignore_case: bool = False) -> int:
    """Return the line, from 1, where the regular expression *pattern* matches for the nth time; 0 where it does not."""
    matches = re.finditer(pattern, text, re.IGNORECASE if ignore_case else 0)
    match = next(islice(matches, occurrence - 1, None), None)
    return line_at(text, match.start()) if match else 0


def line_of_key(text: str, key: str, table: int = -1) -> int:
    """Return the line of ``key =`` in a TOML text, which tomllib does not tell; 0 where it is not found.

    *table* counts ``[[…]]`` headings from 0: the line is then looked for in that one, and is its heading's where the
    key is missing from it.
    """
    begin, end = 0, len(text)
    if table >= 0:
        starts = _tables(text)
        if table >= len(starts):
            return 0
        begin, end = starts[table], starts[table + 1] if table + 1 < len(starts) else end
    match = re.compile(rf'^[ \t]*"?{re.escape(key)}"?[ \t]*=', re.MULTILINE).search(text, begin, end)
    if match:
        return line_at(text, match.start())
    return line_at(text, begin) if table >= 0 else 0


def table_at(text: str, offset: int) -> int:
    """Return which ``[[…]]``, counted from 0, an offset of a TOML text lies in; -1 before the first."""
    return bisect_right(_tables(text), offset) - 1


def placed(file: str, error: ReaderError) -> Problem:
    """Return an error that says ``pathway.gpml, line 3: …`` of *file* as a problem of that file and line."""
    match = _PLACED.fullmatch(str(error))
    if match is None or match["file"] != file:
        return Problem(file, 0, str(error))
    message = match["message"]
    return Problem(file, int(match["line"] or 0), message[:1].upper() + message[1:])


@lru_cache(maxsize=2)
def _ends(text: str) -> tuple[int, ...]:
    """Return where each line ends."""
    return tuple(match.start() for match in re.finditer("\n", text))


@lru_cache(maxsize=2)
def _tables(text: str) -> tuple[int, ...]:
    """Return where each ``[[…]]`` begins."""
    return tuple(match.start() for match in _TABLE.finditer(text))
