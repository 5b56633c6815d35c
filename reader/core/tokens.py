"""The words of a text as the search knows them: without case, accents and hyphens, Greek letters by name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from reader.core.letters import WORD, plain

LONGEST = 64  # letters of a word that count: more is no word
_ASCII_WORD = re.compile(r"\d+|[a-z]+")
_NEEDS_CARE = re.compile(r"[A-Za-z]-|'s", re.IGNORECASE)
_HYPHENS = frozenset({"", "-", "\u2010", "\u2011", "\u00ad"})
_LEVEL = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹₀₁₂₃₄₅₆₇₈₉", "01234567890123456789")  # digits, which end a word of letters
_APOSTROPHES = "'’"


class Token(NamedTuple):
    """A word of a text, folded, and where it stands: the characters from *start* up to, not including, *end*."""

    word: str
    start: int
    end: int


def tokens(text: str) -> Iterator[Token]:
    """Yield the words of a text in order; the s of a genitive is none."""
    if text.isascii():
        found = ((match[0], match.start(), match.end()) for match in _ASCII_WORD.finditer(text.lower()))
    else:
        level = text.translate(_LEVEL)
        found = ((_fold(match[0]), match.start(), match.end()) for match in WORD().finditer(level))
    for word, start, end in found:
        if word and not (word == "s" and start > 1 and text[start - 1] in _APOSTROPHES and text[start - 2].isalnum()):
            yield Token(word[:LONGEST], start, end)


def words(text: str) -> tuple[list[str], list[str]]:
    """Return the words of a text in order, and those that hyphens tie, written as one."""
    if text.isascii() and not _NEEDS_CARE.search(text):  # as nearly all text is: without a place for each word
        return [word[:LONGEST] for word in _ASCII_WORD.findall(text.lower())], []
    found = list(tokens(text))
    return [token.word for token in found], [token.word for token in joined(text, found)]


def joined(text: str, words: list[Token]) -> Iterator[Token]:
    """Yield as one word each run of *words* that hyphens tie: ``anti-inflammatory`` is antiinflammatory, too.

    Only words of letters: between letters and digits every text is cut, with or without a hyphen.
    """
    run: list[Token] = []
    for here, after in pairwise([*words, Token("", len(text) + 1, 0)]):
        run.append(here)
        tied = text[here.end : after.start] in _HYPHENS and after.start <= len(text)
        if not (tied and here.word.isalpha() and after.word.isalpha()):
            if len(run) > 1:
                yield Token("".join(each.word for each in run)[:LONGEST], run[0].start, run[-1].end)
            run = []


def _fold(word: str) -> str:
    """Return one word as it is compared; the letters of some signs, such as ⑴, are no letters."""
    folded = plain(word).casefold()
    return folded if folded.isalnum() else "".join(letter for letter in folded if letter.isalnum())
