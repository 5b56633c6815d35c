"""Markup that Markdown could not read, so that readers see it as it was typed."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reader.compiler.lines import line_at
from reader.compiler.markup import CITATION
from reader.core.records import Problem
from reader.core.source import printable
from reader.core.text import Block
from reader.linter.prose import without_spans
from reader.linter.subject import Subject

_SHOWN = 40  # letters of a piece that are said again
_NEAR = 2000  # letters beyond a block's own in which its piece is looked for
_KINDS = tuple(
    (re.compile(begin), advice)
    for begin, advice in (
        (r"\{ ?:|\{ ?claims ?=", 'write it on a line of its own, directly under its paragraph, as {: claims="C6" }'),
        (r"\{ ?#", "write an id behind a heading, as {#sleep}"),
        (r"\] ?\{ ?\w+ ?=", 'tie a word to an entry as [cells]{term="immune cell"}'),
        (rf"(?!{CITATION})\[ ?@", "cite as [@Key] or [@KeyA; @KeyB]"),  # that of an unknown key has its own rule
        (r"\[\^", "write the footnote itself, too, as [^1]: on a line of its own"),
        (r"\]\(", "write a link as [its words](#section)"),
        ("<!--", "end a note with -->"),
    )
)


def findings(subject: Subject) -> Iterator[Problem]:
    """Yield the first piece of such markup in each block; code may hold anything."""
    if any(each.rule == "too-hard" for each in subject.compiled.problems):
        return  # read without Markdown, all of it is left over
    text, place = subject.text(subject.article), 0
    for block in subject.blocks():
        place = max(place, subject.places.offset(block))
        if block.kind in ("code", "evidence", "image"):
            continue
        shown = without_spans(block, "code")
        begins = ((match.start(), advice) for begin, advice in _KINDS if (match := begin.search(shown)))
        start, advice = min(begins, default=(-1, ""))
        if start >= 0:
            piece = _piece(block, start)
            place = max(place, text.find(piece, place, place + 2 * len(block.text) + _NEAR))
            message = f"Readers see “{printable(piece)}” as it is: {advice}."
            yield Problem(subject.article, line_at(text, place), message, "malformed")


def _piece(block: Block, start: int) -> str:
    """Return what a piece of markup shows, up to its closing bracket or the end of a line."""
    shown = block.text[start : start + _SHOWN].split("\u2028")[0]
    end = re.search(r"[\])}](?![({])", shown[2:])
    return shown[: end.end() + 2] if end else shown.rstrip()
