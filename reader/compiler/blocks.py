"""Blocks as they are written one after another: text with white space made regular, and spans over it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

from reader.core.text import Block, BlockKind, Span, SpanKind

LINE_BREAK = "\u2028"  # inside a block, where \n would begin a new one on screen
_BLANKS = re.compile(r"[ \t\n\r\f]+")
_CONTROLS = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\x7f-\x9f]")
_EXCLUSIVE = ("link", "cite", "term")  # these kinds never overlap one another
_KEPT_EMPTY = ("cell", "rule")


@dataclass(slots=True)
class Article:
    """The blocks of an article in reading order; a heading's `id` is what its author wrote, every other id is empty.

    An image's `image` is still the name that its author wrote.
    """

    blocks: list[Block]
    anchors: dict[str, int] = field(default_factory=dict)  # id in the source -> index of the block it stands on
    repeated: list[str] = field(default_factory=list)  # ids given twice
    uncited: list[str] = field(default_factory=list)  # citation keys that name no reference


@dataclass(slots=True)
class _Mark:
    """A span that has begun and not yet ended."""

    kind: SpanKind
    value: str
    start: int


@dataclass(slots=True)
class Writer:
    """Writes blocks: `begin`, `write` with `mark` and `unmark`, `end`.

    A mark that is open when a block ends goes on in the next one. The blocks have no ids yet, except headings whose
    author gave one.
    """

    blocks: list[Block] = field(default_factory=list)
    kind: BlockKind | None = None  # of the block that is being written
    _fields: dict[str, Any] = field(default_factory=dict)
    _pieces: list[str] = field(default_factory=list)
    _length: int = 0
    _spans: list[Span] = field(default_factory=list)
    _marks: list[_Mark] = field(default_factory=list)

    def begin(self, kind: BlockKind, **fields: Any) -> None:
        """End the block that is being written, if any, and begin another with these fields of Block."""
        self.end()
        self.kind, self._fields = kind, fields

    def write(self, text: str) -> None:
        """Add text to the block; runs of white space become one space, except in code."""
        text = _CONTROLS.sub("", text)
        if self.kind != "code":
            text = _BLANKS.sub(" ", text)
            if text.startswith(" ") and (not self._pieces or self._pieces[-1][-1] in (" ", LINE_BREAK)):
                text = text[1:]
        if text:
            self._pieces.append(text)
            self._length += len(text)

    def break_line(self) -> None:
        """Go to a new line in the same block, unless at the beginning of one; code may have empty lines."""
        if self.kind == "code" or (self._pieces and self._pieces[-1] != LINE_BREAK):
            self._pieces.append("\n" if self.kind == "code" else LINE_BREAK)
            self._length += 1

    def mark(self, kind: SpanKind, value: str = "") -> None:
        """Begin a span."""
        self._marks.append(_Mark(kind, value, self._length))

    def unmark(self) -> None:
        """End the span that was begun last."""
        mark = self._marks.pop()
        self._spans.append(Span(mark.start, self._length, mark.kind, mark.value))

    def end(self) -> None:
        """End the block; one without text is dropped, unless it is a cell or a rule."""
        for mark in self._marks:
            self._spans.append(Span(mark.start, self._length, mark.kind, mark.value))
            mark.start = 0
        if self.kind is not None:
            text = "".join(self._pieces)
            text = text.strip("\n") if self.kind == "code" else text.rstrip()
            if text or self.kind in _KEPT_EMPTY:
                fields = {"id": "", **self._fields}
                self.blocks.append(Block(kind=self.kind, text=text, spans=regular(self._spans, len(text)), **fields))
        self.kind, self._fields, self._pieces, self._length, self._spans = None, {}, [], 0, []


def regular(spans: list[Span], length: int) -> tuple[Span, ...]:
    """Return the spans that hold some of a text of this length, by start, without overlaps of exclusive kinds."""
    if not spans:
        return ()
    kept: list[Span] = []
    free = 0  # where the last exclusive span ended
    within = {Span(span.start, min(span.end, length), span.kind, span.value) for span in spans}
    for span in sorted(within, key=lambda each: (each.start, -each.end, each.kind, each.value)):
        if span.start >= span.end:
            continue
        if span.kind in _EXCLUSIVE:
            if span.start < free:
                continue
            free = span.end
        kept.append(span)
    return tuple(kept)
