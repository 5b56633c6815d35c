"""All terms of a glossary as one trie over their words: the longest term at each place of a text, in one pass.

Each step looks one word up in a dict, so that the time hardly depends on the number of terms. No library does this
better: an automaton over letters (Aho-Corasick) would need every combination of inflections written out, and knows
neither words nor capitals.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Any, NamedTuple

from reader.compiler.term_words import Reading, Words
from reader.core.letters import IDEOGRAPHS, INVISIBLE, SHORT_WORD, level, plain

LONGEST = 16  # words of a term that are looked at; longer ones are found nowhere
_MOST_PATHS = 8  # readings of the words so far that are followed: "axes" may be of axis and of axe
_LOUD = 6  # letters of a term that is found in capitals throughout: CHRONIC PAIN
_END = ""  # where a node of the trie keeps the terms that end there

_APOSTROPHES = "'’ʼ＇"
_SPACES = r" \n\u00a0\u1680\u2000-\u200a\u2028\u202f\u205f\u3000"
_HYPHENS = r"\-\u05be\u2010-\u2013\u2212\ufe63\uff0d"
_UNSEEN = rf"[{INVISIBLE}\u200b]*"
# What may stand between two words of a term: a genitive, a plus (CD4+ T cell), a space or a hyphen.
_GAP = re.compile(
    rf"(?:[{_APOSTROPHES}]s?(?=[{_SPACES}]))?\+?{_UNSEEN}(?:[{_SPACES}]{_UNSEEN}[{_SPACES}]?|[{_HYPHENS}/]\u2028?)?{_UNSEEN}"
)
_TIE = re.compile(rf"[{_HYPHENS}\u200b]")
_GENITIVE = re.compile(rf"(?<=\w)[{_APOSTROPHES}](?:s\b)?")
_IDEOGRAPH = re.compile(rf"[{IDEOGRAPHS}]")
# "don't", "we'll"; but not "cytokine's", and no quotation mark.
_CONTRACTION = re.compile(rf"[{_APOSTROPHES}](?!s\b)\w")
# French and Italian: l'inflammation.
_ELISION = re.compile(rf"\b(?:[cdjlmnst]|qu|all|dall|dell|nell|sull|un)[{_APOSTROPHES}]$", re.IGNORECASE)
_PARTED = frozenset({"re", "un"})  # re-sign is not resign, un-ionised not unionised


class Found(NamedTuple):
    """A term in a text: the characters from *start* up to, not including, *end*."""

    start: int
    end: int
    entry: str


class _Form(NamedTuple):
    rank: int  # the lower counts first
    entry: str
    letters: int


class _Path(NamedTuple):
    """The way through the trie up to some word of a text."""

    node: dict[str, Any]
    end: int  # in the text
    is_same: bool = True
    is_loud: bool = False
    is_quiet: bool = False

    def is_said(self, form: _Form) -> bool:
        """Whether the term may be in capitals, as far as it is: all of it, and not only a short word of it."""
        return not self.is_loud or (not self.is_quiet and form.letters >= _LOUD)


_Words = dict[int, list[tuple[int, tuple[Reading, ...]]]]  # what begins where: its end, and what it may be


class Trie:
    """The terms of a glossary, ready to be found in texts."""

    def __init__(self) -> None:
        self._words = Words()
        self._root: dict[str, Any] = {}
        self._count = 0

    def add(self, entry: str, written: str, *, is_verb: bool = False) -> None:
        """Let *written* lead to an entry, unless it has one letter only, or none, or leads to one already."""
        text = level(_GENITIVE.sub("", written))
        matches = [match for match in SHORT_WORD.finditer(text) if plain(match[0])]
        if is_verb and len(matches) > 1 and matches[0][0].casefold() == "to":
            del matches[0]
        letters = sum(sum(map(str.isalpha, match[0])) for match in matches)
        if letters and sum(len(match[0]) for match in matches) > 1:
            words = [plain(match[0]) for match in matches]
            self._insert(entry, words, letters, is_verb)
            joined = _joined(text, matches)
            if joined != words:
                self._insert(entry, joined, letters, is_verb)

    def find(self, text: str) -> list[Found]:
        """Return the terms in a text in order, the longest at each place; none overlaps another."""
        text = level(text)
        found: list[Found] = []
        free = 0
        words = self._read(text)
        for start in words:
            if start >= free and (term := self._longest(text, words, start)):
                found.append(term)
                free = term.end
        return found

    def _insert(self, entry: str, words: list[str], letters: int, is_verb: bool) -> None:
        if len(words) > LONGEST:
            return
        node = self._root
        for number, word in enumerate(words):
            key = self._words.add(word, letters, is_verb=is_verb and number == 0)
            node = node.setdefault(key, {})
        self._count += 1
        node.setdefault(_END, _Form(self._count, entry, letters))

    def _read(self, text: str) -> _Words:
        """Return the words of a text that some term has."""
        words: _Words = {}
        readings = self._words.readings
        before, tied = "", -1  # the word before, and where a word tied to it by a hyphen would begin
        for match in SHORT_WORD.finditer(text):
            start, end = match.span()
            written = match[0]
            if start == tied and before.casefold() not in _PARTED and (whole := readings(before + written)):
                words.setdefault(tied - 1 - len(before), []).append((end, whole))
            if found := readings(written):
                words.setdefault(start, []).append((end, found))
            before, tied = written, end + 1 if _TIE.match(text, end) else -1
        return words

    def _longest(self, text: str, words: _Words, start: int) -> Found | None:
        if not _begins(text, start):
            return None
        best: tuple[int, bool, int, str] | None = None
        paths = _further(_Path(self._root, start), start, words)
        while paths:
            for path in paths:
                form: _Form | None = path.node.get(_END)
                if form is not None and path.is_said(form) and _ends(text, path.end):
                    this = (-path.end, not path.is_same, form.rank, form.entry)
                    best = this if best is None else min(best, this)
            paths = [longer for path in paths for longer in _further(path, _after_gap(text, path.end), words)]
            del paths[_MOST_PATHS:]
        return Found(start, -best[0], best[3]) if best else None


def _further(path: _Path, start: int, words: _Words) -> list[_Path]:
    """Return the paths that go on with the words that begin at *start*."""
    found = []
    for end, readings in words.get(start, ()):
        for word, is_same, is_loud, is_quiet in readings:
            if (node := path.node.get(word)) is not None:
                same, loud, quiet = path.is_same and is_same, path.is_loud or is_loud, path.is_quiet or is_quiet
                found.append(_Path(node, end, same, loud, quiet))
    return found


def _joined(text: str, matches: list[re.Match[str]]) -> list[str]:
    """Return the words of a term with those in one that hyphens tie: anti-inflammatory as antiinflammatory."""
    words = [plain(matches[0][0])]
    for before, here in pairwise(matches):
        tie = text[before.end() : here.start()]
        is_tied = _TIE.fullmatch(tie) and words[-1].isalpha() and words[-1].casefold() not in _PARTED
        if is_tied and here[0].isalpha():
            words[-1] += plain(here[0])
        else:
            words.append(plain(here[0]))
    return words


def _after_gap(text: str, end: int) -> int:
    match = _GAP.match(text, end)
    return match.end() if match else end


def _begins(text: str, start: int) -> bool:
    """Whether a term may begin here: not inside a word or number, nor after an apostrophe as in ``don't``."""
    if start == 0:
        return True
    before = text[start - 1]
    if before in _APOSTROPHES:
        return not text[start - 2 : start - 1].isalnum() or _ELISION.search(text, max(0, start - 6), start) is not None
    if before in ".," and text[start].isdigit():
        return not text[start - 2 : start - 1].isdigit()
    return not (before.isalnum() or before == "_") or bool(_IDEOGRAPH.match(before) or _IDEOGRAPH.match(text[start]))


def _ends(text: str, end: int) -> bool:
    """Whether a term may end here: not inside a word or number, nor before an apostrophe as in ``don't``."""
    after = text[end : end + 1]
    if not after:
        return True
    if after in _APOSTROPHES:
        return _CONTRACTION.match(text, end) is None
    if after in ".," and text[end - 1].isdigit():
        return not text[end + 1 : end + 2].isdigit()
    return not (after.isalnum() or after == "_") or bool(_IDEOGRAPH.match(after) or _IDEOGRAPH.match(text[end - 1]))
