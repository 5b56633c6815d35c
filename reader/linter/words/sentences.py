"""A plain text cut into sentences and words, each with its place in the text.

A sentence ends with a full stop, a question mark or an exclamation mark, as McLaughlin (1969, Journal of Reading 12,
page 639) counts it; Flesch (1948) also counts what colons and semicolons part. Without them sentences come out longer
and a text harder, so the one count serves all three formulas and flatters none. A word is what stands between white
space: contractions, compounds with hyphens and numbers are one each, as in the official counts by Flesch's formula
(Code of Maryland Regulations 31.10.02.03 F 1).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

# From the first letter or figure to the last, with signs that are read aloud; dashes and ellipses part words.
_WORD = re.compile(r"[£$€]?[^\W_](?:[^\s‒—―…]*[^\W_])?[%°]?")
# A mark with what closes after it, before white space; a mark inside a run (…) is no second beginning.
_STOP = re.compile(r"(?<![.!?…])[.!?…]+[)\]}\"'”’»]*(?=\s|$)|[\u2028\u2029]")
_OPENING = "([{\"'“‘«¿¡"
_NEAR = 60  # characters around a full stop that may decide what it is
_INITIALS = re.compile(r"(?:[A-Z]\.)*[A-Z]")

_NEVER_LAST = re.compile(r"mrs?|ms|dr|prof|st|rev|e\.g|i\.e|vs|cf|ca|approx")  # a name or a number follows
_BEFORE_NUMBERS = re.compile(
    "al|apr|aug|ch|dec|eq|feb|figs?|jan|jul|jun|max|min|nos?|nov|oct|pp?|refs?|sec|sept?|vol"  # "no" is a word as well
)
_BEFORE_NAMES = re.compile("and|by|for|from|of|see|to|with|[A-Z].*")  # J. Smith, by J. Smith, Harry J. Smith
_FIRST = re.compile(  # words that begin sentences and are no names
    """a|after|all|also|although|an|and|as|at|because|before|both|but|by|each|even|for|from|he|her|his|how|however|if|in
    |it|its|many|more|most|no|not|of|on|one|only|or|our|people|she|since|so|some|such|that|the|their|then|there|these
    |they|this|those|to|we|what|when|where|whether|which|while|who|why|with|you|your""",
    re.VERBOSE | re.IGNORECASE,
)


class Word(NamedTuple):
    """A run of characters with at least one letter or figure; *text* is what stands from *start* to *end*."""

    start: int
    end: int
    text: str


class Sentence(NamedTuple):
    """A sentence from its first character to its last mark; it has at least one word."""

    start: int
    end: int
    words: tuple[Word, ...]


def sentences(text: str) -> list[Sentence]:
    """Return the sentences of one block of text (a paragraph, a list item, a cell), in order.

    The end of the text ends a sentence, with or without a full stop; so does a line break (U+2028), unless a small
    letter follows. A full stop does not where it belongs to an abbreviation, an initial or the number of a list item,
    or where a small letter follows.
    """
    found = []
    start = read = 0
    for end in (*_ends(text), len(text)):
        words = tuple(Word(*match.span(), match[0]) for match in _WORD.finditer(text, read, end))
        read = end
        if words:  # marks without words belong to the sentence after them
            piece = text[start:end]
            found.append(Sentence(end - len(piece.lstrip()), start + len(piece.rstrip()), words))
            start = end
    return found


def _ends(text: str) -> Iterator[int]:
    """Yield the offsets after the marks that end a sentence."""
    start = 0
    for stop in _STOP.finditer(text):
        if _is_end(text, start, stop):
            start = stop.end()
            yield start


def _is_end(text: str, start: int, stop: re.Match[str]) -> bool:
    after = text[stop.end() : stop.end() + _NEAR].split(maxsplit=1)
    following = after[0].strip(_OPENING + ",;:.") if after else ""
    if following[:1].islower() and following.islower():  # but "mTOR" and "pH" may begin a sentence
        return False
    if stop[0][0] != ".":
        return True
    return not _is_abbreviated(text[max(start, stop.start() - _NEAR) : stop.start()].split(), following)


def _is_abbreviated(before: list[str], following: str) -> bool:
    """Whether a full stop belongs to the last of the words before it and ends no sentence."""
    *earlier, word = before or [""]
    word = word.lstrip(_OPENING)
    if _INITIALS.fullmatch(word):
        is_name = not earlier or _BEFORE_NAMES.fullmatch(earlier[-1].rstrip("."))
        return bool(is_name) and not _FIRST.fullmatch(following)  # but "vitamin C. It"
    if word.isdecimal() and not earlier:
        return True  # the number of a list item
    lower = word.lower()
    if _BEFORE_NUMBERS.fullmatch(lower):
        return following[:1].isdecimal()
    return bool(_NEVER_LAST.fullmatch(lower)) and following != ""
