"""guide.toml: what a guide says of itself."""

from __future__ import annotations

import datetime
import re
from itertools import islice
from typing import Any

from reader.compiler import toml
from reader.compiler.lines import MOST, line_of_key
from reader.core.records import About, Problem
from reader.core.source import printable

FILE = "guide.toml"
_DATES = ("written", "evidence_checked", "next_check")
_ADDRESS = re.compile(r"https?://[^\s/]\S{0,1999}")
_IDENTIFIER = re.compile(r"[\w][\w.-]{0,99}")


def read(text: str, problems: list[Problem]) -> dict[str, Any]:
    """Return the fields of About that the file gives rightly; what is wrong goes to *problems*."""
    given = toml.load(FILE, text, "the guide opens without its title page")
    if isinstance(given, Problem):
        problems.append(given)
        return {}
    for name in islice((name for name in given if name not in About._fields), MOST):
        problems.append(Problem(FILE, line_of_key(text, name), f"{printable(name)} is not a key of this file."))
    found: dict[str, Any] = {}
    for name, value in given.items():
        if name not in About._fields:
            continue
        wrong, kept = _field(name, value)
        if wrong:
            problems.append(Problem(FILE, line_of_key(text, name), f"{name} should be {wrong}, so it is left out."))
        else:
            found[name] = kept
    return found


def _field(name: str, value: object) -> tuple[str, object]:
    """Return what *value* should be instead, or "" and the value as About keeps it."""
    wanted = "text in quotes"
    match value:
        case datetime.date() if name in _DATES:
            return "", value.isoformat()[:10]
        case list() if name == "authors" and all(isinstance(each, str) for each in value):
            return "", tuple(_line(each) for each in value)
        case str() if name == "id" and not _IDENTIFIER.fullmatch(value):
            wanted = "one word of letters, digits, hyphens and dots"
        case str() if name == "source" and not _ADDRESS.fullmatch(value.strip()):
            wanted = "an address that begins with https://"
        case str() if name not in (*_DATES, "authors"):
            return "", _line(value)
    if name in _DATES:
        wanted = "a date such as 2026-11-22, without quotes"
    elif name == "authors":
        wanted = 'a list of names such as ["A. Name"]'
    return wanted, None


def _line(text: str) -> str:
    return " ".join(text.split())
