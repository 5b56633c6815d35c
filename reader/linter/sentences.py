"""A plain text cut into sentences and words, each with its place in the text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

_DASHES = "\u2012\u2014\u2015"  # these stand between words; hyphens and the en dash may stand inside one
_TOKEN = re.compile(rf"[^\s{_DASHES}…]+")
_EDGE = re.compile(r"^[\W_]+|[\W_]+$")
# A full stop or its like with what closes after it; only white space, the text's end or a dash may follow.
_STOP = re.compile(r"[.!?…]+[)\]}\"'”’»]*(?=\s|$)|[\u2028\u2029]")
_OPENING = "([{\"'“‘«¿¡*_"
_TITLES = "mr mrs ms dr prof st rev e.g i.e vs cf ca approx"  # before a name or a number, never before a new sentence
_BEFORE_NUMBER = "no nos fig figs p pp vol ch sec eq ref refs max min"  # only there: "no" is a word as well
# Words that begin sentences and follow no initial of a name: "vitamin C. It", but "by J. Smith".
_STARTERS = """
a about after all also although an and as at because before both but by each even for from he her his how however i if
in it its many more most no not of on one only or our people she since so some such that the their then there these
they this those to we what when where whether which while who why with you your
"""
_is_title = frozenset(_TITLES.split()).__contains__
_is_before_number = frozenset(_BEFORE_NUMBER.split()).__contains__
_is_starter = frozenset(_STARTERS.split()).__contains__


class Word(NamedTuple):
    """A run of characters with at least one letter or digit; *text* is ``text[start:end]`` of what was cut."""

    start: int
    end: int
    text: str


class Sentence(NamedTuple):
    """A sentence from its first word to its last mark; it has at least one word."""

    start: int
    end: int
    words: tuple[Word, ...]


def sentences(text: str) -> list[Sentence]:
    """Return the sentences of one block of text (a paragraph, a list item, a cell), in order.

    The end of the text ends a sentence, and so does a line break (U+2028) unless a small letter follows. Colons and
    semicolons do not: counted so, sentences come out longer, and a text harder, than by Flesch's own count.
    """
    found = []
    start = 0
    for end in [*_ends(text), len(text)]:
        words = tuple(_words(text, start, end))
        if words:
            piece = text[start:end]
            left = start + len(piece) - len(piece.lstrip())
            found.append(Sentence(left, start + len(piece.rstrip()), words))
            start = end
    return found


def _words(text: str, start: int, end: int) -> Iterator[Word]:
    for match in _TOKEN.finditer(text, start, end):
        word = match[0]
        left = len(word) - len(_EDGE.sub("", word, count=1)) if not word[0].isalnum() else 0
        stripped = word.strip("".join(set(word) - {c for c in word if c.isalnum()}))
        if stripped:
            yield Word(match.start() + left, match.start() + left + len(stripped), stripped)


def _ends(text: str) -> Iterator[int]:
    """Yield the offsets after the marks that end a sentence."""
    start = 0
    for match in _STOP.finditer(text):
        if _is_end(text, start, match):
            yield match.end()
            start = match.end()


def _is_end(text: str, start: int, stop: re.Match[str]) -> bool:
    following = text[stop.end() : stop.end() + 60].lstrip().lstrip(_OPENING)
    next_word = following.split(maxsplit=1)[0] if following else ""
    if next_word[:1].islower() and next_word.islower():
        return False
    if stop[0][0] != ".":
        return True
    before = text[max(start, stop.start() - 60) : stop.start()].split()
    word = before[-1].lstrip(_OPENING) if before else ""
    lower = word.lower()
    if _is_title(lower):
        return False
    if _is_before_number(lower) and next_word[:1].isdigit():
        return False
    if len(before) == 1 and word.isdigit():
        return False  # the number of a list item
    return not (len(word) == 1 and word.isupper() and not _is_starter(next_word.strip(",;:").lower()))
