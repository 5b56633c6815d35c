"""What was typed into a search, as words with their other forms: what FTS5 is asked for, and what is marked."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from reader.core.excerpt import Mark
from reader.core.stems import stem
from reader.core.tokens import LONGEST, Token, joined, tokens

if TYPE_CHECKING:
    from reader.core.guide import Guide

MOST_LETTERS = 1000  # of a query that are looked at
MOST_WORDS = 12
MOST_FORMS = 24  # of one word that are asked for
Parts = tuple[str, ...]  # one word, or several as in IL-6


class Word(NamedTuple):
    """What was typed between two spaces."""

    spellings: tuple[Parts, ...]  # as it was typed; then other ways to write the same
    forms: tuple[Parts, ...]  # other words with the same stem
    may_go_on: bool = False  # whether it may also be the beginning of a word

    @property
    def expression(self) -> str:
        """What FTS5 is asked for. Words are letters and digits only, so nothing in them has a meaning of its own."""
        exact = [f'"{" ".join(each)}"' for each in chain(self.spellings, self.forms)]
        longer = [f'"{" ".join(each)}"*' for each in self.spellings if self.may_go_on]
        return f"({' OR '.join(exact + longer)})"


class Marker:
    """Finds the words of a query in texts."""

    def __init__(self, every: Iterable[Word]) -> None:
        words = list(every)
        self._whole: dict[str, list[Parts]] = {}  # by their first part
        self._open: dict[str, list[Parts]] = {}  # several parts of which the last may go on
        for parts in (parts for word in words for parts in chain(word.spellings, word.forms)):
            self._whole.setdefault(parts[0], []).append(parts)
        open_ended = [parts for word in words if word.may_go_on for parts in word.spellings]
        for parts in open_ended:
            if len(parts) > 1:
                self._open.setdefault(parts[0], []).append(parts)
        self._beginnings = tuple(parts[0] for parts in open_ended if len(parts) == 1)

    def marks(self, text: str) -> list[Mark]:
        """Return where the words stand in a text, without overlaps."""
        found = list(tokens(text))
        spans = [(token.start, token.end) for token in joined(text, found) if self._length([token], 0)]
        for number, token in enumerate(found):
            if length := self._length(found, number):
                spans.append((token.start, found[number + length - 1].end))
        merged: list[Mark] = []
        for start, end in sorted(spans):
            if merged and start < merged[-1][1]:
                merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
            else:
                merged.append((start, end))
        return merged

    def _length(self, found: list[Token], at: int) -> int:
        """Return how many of the words of a text, from number *at* on, are one of the query; 0 for none."""
        first = found[at].word
        longest = int(first.startswith(self._beginnings))
        for parts in self._whole.get(first, ()):
            if tuple(token.word for token in found[at : at + len(parts)]) == parts:
                longest = max(longest, len(parts))
        for *before, last in self._open.get(first, ()):
            here = [token.word for token in found[at : at + len(before) + 1]]
            if here[:-1] == before and here[-1].startswith(last):
                longest = max(longest, len(here))
        return longest


def words(guide: Guide, query: str) -> list[Word]:
    """Return the words of a query; the last may be the beginning of one."""
    found = []
    for written in query[:MOST_LETTERS].split():
        if parts := list(tokens(written)):
            found.append(_word(guide, written, parts[:MOST_WORDS]))
    found = found[:MOST_WORDS]
    return [*found[:-1], *(word._replace(may_go_on=True) for word in found[-1:])]


def phrase(every: list[Word]) -> str:
    """Return what FTS5 is asked for to find the words as they were typed, one after the other."""
    return f'"{" ".join(part for word in every for part in word.spellings[0])}"'


def is_stemmed(language: str) -> bool:
    """Whether words of a language (BCP 47) have stems: SQLite's stemmer knows English."""
    return language.partition("-")[0].casefold() == "en"


def _word(guide: Guide, written: str, parts: list[Token]) -> Word:
    *before, last = (token.word for token in parts)
    spellings = [(*before, last)]
    spellings += (
        (one.word,) for one in joined(written, parts) if (one.start, one.end) == (parts[0].start, parts[-1].end)
    )
    if len(written) == 1 and written.casefold() != last:
        spellings.append((written.casefold(),))  # a Greek letter, of which a Greek word may begin
    return Word(tuple(spellings), tuple((*before, form) for form in _forms(guide, last)))


def _forms(guide: Guide, word: str) -> list[str]:
    """Return the word's stem, and what else in the guide has this stem."""
    is_word = 2 < len(word) < LONGEST and word.isascii() and word.isalpha()
    if not is_word or not is_stemmed(guide.about.language):
        return []
    root = stem(word)
    rows = guide.rows("SELECT word FROM stem WHERE stem = ? LIMIT ?", root, MOST_FORMS)
    return [form for form in dict.fromkeys((root, *(row[0] for row in rows))) if form != word]
