"""A few words around what was found, with the words themselves marked."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from reader.core.text import Block

ROOM = 150  # characters: two or three short lines, enough to know whether this is the place
BEFORE = 40  # of them before the first mark
WORD = 24  # a longer word is cut
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")  # one for one: no place moves
_SENTENCE_END = re.compile("[.!?][⁰¹²³⁴⁵⁶⁷⁸⁹, ]* ")  # with the numbers of its citations
Mark = tuple[int, int]  # the characters from, and up to, not including


class Excerpt(NamedTuple):
    """One line of a text; the *marks* are in order and do not overlap."""

    text: str
    marks: tuple[Mark, ...] = ()


def raised(block: Block) -> str:
    """Return a block's text for a list: the numbers of its citations raised, or they would run into the sentence."""
    text, at = block.text, 0
    parts: list[str] = []
    for span in block.spans:
        if span.kind == "cite":
            parts += (text[at : span.start], text[span.start : span.end].translate(_RAISED))
            at = span.end
    return "".join((*parts, text[at:]))


def excerpt(text: str, marks: Iterable[Mark], room: int = ROOM) -> Excerpt:
    """Return about *room* characters of *text* around the first of *marks*, in whole words, on one line.

    Marks that do not fit are left out; the first is cut where it alone is longer.
    """
    every = sorted(marks)
    first = every[0][0] if every else 0
    start = _start(text, first) if first > BEFORE else 0
    end = _word_end(text, start + room) if start + room < len(text) else len(text)
    before, after = "… " if start else "", " …" if end < len(text) else ""
    shown = text[start:end].translate(_ONE_LINE)
    moved = len(before) - start
    inside = tuple((a + moved, min(b, end) + moved) for a, b in every if a < end)
    return Excerpt(before + shown + after, inside)


def _start(text: str, first: int) -> int:
    """Return where the sentence begins, if it does not long before *first*; else a word, if it is not very long."""
    at = first - BEFORE
    ends = list(_SENTENCE_END.finditer(text, at, first))
    if ends:
        return ends[-1].end()
    space = text.find(" ", at, at + WORD)
    return space + 1 if space >= 0 else at


def _word_end(text: str, at: int) -> int:
    space = text.rfind(" ", at - WORD, at)
    return space if space > 0 else at


class _OneLine(dict[int, str]):
    """What stands for each character on one line of a list: a space for every white space and control character."""

    def __missing__(self, code: int) -> str:
        letter = chr(code)
        self[code] = shown = letter if letter.isprintable() else " "
        return shown


_ONE_LINE = _OneLine()
