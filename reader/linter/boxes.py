"""Boxes of a kind that the format lacks, such as one mistyped, which readers see under the wrong word."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reader.compiler.lines import line_at
from reader.core.records import Problem
from reader.core.source import printable
from reader.linter.subject import Subject

KINDS = ("gist", "key-points", "note", "warning")  # content/README.md
_HEAD = re.compile(r"^[ \t>]{0,100}!!! ?([\w-]{1,200})", re.MULTILINE)


def findings(subject: Subject) -> Iterator[Problem]:
    """Yield the boxes of unknown kinds, each at its head."""
    kinds = {block.box: block.callout for block in subject.blocks() if block.box}
    unknown = [kind for kind in kinds.values() if kind not in KINDS]
    lines = _lines(subject.text(subject.article)) if unknown else {}
    for kind in unknown:
        message = f"There is no box “!!! {printable(kind)}”; its kind is one of: {', '.join(KINDS)}."
        yield Problem(subject.article, next(lines.get(kind, iter(())), 0), message, "malformed")


def _lines(text: str) -> dict[str, Iterator[int]]:
    """Return the lines on which the boxes of each kind begin, in order."""
    lines: dict[str, list[int]] = {}
    for match in _HEAD.finditer(text):
        lines.setdefault(match[1].lower(), []).append(line_at(text, match.start(1)))
    return {kind: iter(found) for kind, found in lines.items()}
