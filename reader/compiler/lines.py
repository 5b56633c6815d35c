"""Where in a guide's files a thing stands, so that a problem can be said with its line."""

from __future__ import annotations

import re
from itertools import islice

from reader.core.guide import Problem

_TOML_LINE = re.compile(r"line (\d+)")


def line_at(text: str, offset: int) -> int:
    """Return the line, from 1, of an offset in *text*."""
    return text.count("\n", 0, offset) + 1


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
        starts = [match.start() for match in re.finditer(r"^[ \t]*\[\[", text, re.MULTILINE)]
        if table >= len(starts):
            return 0
        begin, end = starts[table], [*starts, end][table + 1]
    match = re.compile(rf'^[ \t]*"?{re.escape(key)}"?[ \t]*=', re.MULTILINE).search(text, begin, end)
    if match:
        return line_at(text, match.start())
    return line_at(text, begin) if table >= 0 else 0


def broken_toml(file: str, text: str, error: Exception, consequence: str) -> Problem:
    """Return the problem of a TOML file that tomllib refuses: where, why, and what follows from it."""
    reason, _, place = str(error).partition(" (at ")
    found = _TOML_LINE.match(place)
    line = int(found[1]) if found else line_at(text, len(text.rstrip()))  # or "end of document"
    return Problem(file, line, f"This is not TOML ({reason}), so {consequence}.")
