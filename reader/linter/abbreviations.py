"""Short forms that a text uses without saying what they stand for."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable
from typing import NamedTuple

_SHORT = re.compile(r"(?<![\w-])[A-Za-z]*[A-Z][A-Za-z]*[A-Z][\w]*(?:-\w+)*")


class Abbreviation(NamedTuple):
    """A short form where it is first used without its long words: text number, and place in that text."""

    text: int
    start: int
    end: int
    short: str


def undefined_abbreviations(texts: Iterable[str], known: Container[str] = ()) -> list[Abbreviation]:
    """Return each short form of two or more capitals that no earlier or same sentence spells out, at its first use."""
    explained: set[str] = set()
    found: dict[str, Abbreviation] = {}
    for number, text in enumerate(texts):
        for match in _SHORT.finditer(text):
            short = match[0]
            around = text[match.start() - 1 : match.start()] + text[match.end() : match.end() + 2]
            if "(" in around or ")" in around:
                explained.add(short)
            elif short not in explained and short not in known:
                found.setdefault(short, Abbreviation(number, match.start(), match.end(), short))
    return list(found.values())
