"""A block's text cut into runs for print: what is strong, a link, a citation, the first mention of a term."""

from __future__ import annotations

import re
from collections.abc import Container
from itertools import pairwise
from typing import Any

from reader.core.glyphs import Glyphs
from reader.core.guide import Guide
from reader.core.text import Block, Span

LONG = re.compile(r"\S{41,}")  # a word this long may break anywhere, or it would run off the paper
BREAK = "\u200b"
BETWEEN_CITATIONS = re.compile(r"[\s,;]*")
STYLES = ("strong", "em", "code", "sup", "sub")


class Cutter:
    """Cuts the blocks of one handout, in reading order, and remembers what they use.

    A run is its text alone, or ``[text, kinds]``: ``strong``, ``em``, ``code``, ``sup``, ``sub`` (true), ``term``
    (an entry's id, at its first mention), ``cite`` (a reference's number), ``to`` (a printed section's id), ``url``.
    """

    def __init__(self, guide: Guide, printed: Container[str], glyphs: Glyphs) -> None:
        self.terms: dict[str, None] = {}  # ids of entries, in order of first mention
        self.cited: dict[int, str] = {}  # number -> key of a reference
        self.missing: list[str] = []  # characters that no face has
        self._guide = guide
        self._printed = printed
        self._glyphs = glyphs

    def plain(self, text: str) -> str:
        """Return text that can be printed: every character has a letter, every word can be broken."""
        return LONG.sub(_breakable, self._glyphs.printable(text, self.missing))

    def runs(self, block: Block) -> list[Any]:
        """Return the runs of a block."""
        runs: list[Any] = []
        for start, end, spans in _pieces(block):
            kinds = self._kinds(spans)
            text = str(kinds["cite"]) if "cite" in kinds else self.plain(block.text[start:end])
            if "cite" in kinds:
                _join_citations(runs)
            runs.append([text, kinds] if kinds else text)
        return runs

    def _kinds(self, spans: list[Span]) -> dict[str, Any]:
        kinds: dict[str, Any] = {}
        for span in spans:
            if span.kind in STYLES:
                kinds[span.kind] = True
            elif span.kind == "cite" and (reference := self._guide.reference(span.value)):
                self.cited[reference.number] = reference.key
                kinds["cite"] = reference.number
            elif span.kind == "term" and span.value not in self.terms and self._guide.entry(span.value):
                self.terms[span.value] = None
                kinds["term"] = span.value
            elif span.kind == "link" and span.value.startswith("#") and span.value[1:] in self._printed:
                kinds["to"] = span.value[1:]
            elif span.kind == "link" and span.value.startswith(("https://", "http://", "mailto:")):
                kinds["url"] = self.plain(span.value)
        return kinds


def _pieces(block: Block) -> list[tuple[int, int, list[Span]]]:
    """Return the stretches of text over which no span begins or ends, with the spans that lie over them."""
    edges = {0, len(block.text)}
    for span in block.spans:
        edges |= {span.start, span.end}
    cuts = sorted(edge for edge in edges if 0 <= edge <= len(block.text))
    pieces = []
    begun: list[Span] = []
    waiting = sorted(block.spans, key=lambda span: span.start, reverse=True)
    for start, end in pairwise(cuts):
        while waiting and waiting[-1].start <= start:
            begun.append(waiting.pop())
        begun = [span for span in begun if span.end > start]
        pieces.append((start, end, list(begun)))
    return pieces


def _join_citations(runs: list[Any]) -> None:
    """Make what stands before a citation fit: no space after the word, a raised comma after another citation."""
    between = ""
    if runs and isinstance(runs[-1], str) and BETWEEN_CITATIONS.fullmatch(runs[-1]):
        between = runs.pop()
    if runs and isinstance(runs[-1], list) and "cite" in runs[-1][1]:
        runs.append([",", {"sup": True}])
    elif between and runs:
        runs.append(between.rstrip())
    elif runs and isinstance(runs[-1], str):
        runs[-1] = runs[-1].rstrip()


def _breakable(word: re.Match[str]) -> str:
    return BREAK.join(re.findall(r".{1,8}", word[0]))
