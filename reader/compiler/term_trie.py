"""All terms of a glossary as one trie over their words: the longest term at each place of a text, in one pass.

Each step looks one word up in a dict, so that the time hardly depends on the number of terms. No library does this
better: an automaton over letters (Aho-Corasick) would need every combination of inflections written out, and knows
neither words nor capitals.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Any, NamedTuple

from reader.compiler.term_words import Reading, Vocabulary
from reader.core.letters import GREEK, HYPHENS, IDEOGRAPHS, INVISIBLE, SHORT_WORD, SIGNS, level, plain, sign

LONGEST = 16  # words of a term that are looked at; longer ones are found nowhere
_MOST_PATHS = 8  # readings of the words so far that are followed: "axes" may be of axis and of axe
_LOUD = 6  # letters of a term that is found in capitals throughout: CHRONIC PAIN

_APOSTROPHES = "'’ʼ＇"
_SPACES = r" \n\u00a0\u1680\u2000-\u200a\u2028\u202f\u205f\u3000"
_WORD = re.compile(SHORT_WORD)
_UNSEEN = rf"[{INVISIBLE}\u200b]*"
# What may stand between two words of a term: a genitive, a plus (CD4+ T cell), a space or a hyphen.
_GAP = re.compile(
    rf"(?:[{_APOSTROPHES}]s?(?=[{_SPACES}]))?\+?{_UNSEEN}(?:[{_SPACES}]{_UNSEEN}[{_SPACES}]?|[{HYPHENS}/]\u2028?)?{_UNSEEN}"
)
_TIES = "-\u05be\u2010\u2011\u2012\u2013\u2212\ufe63\uff0d\u200b"  # hyphens, and where a line may break
_TIE = re.compile(f"[{_TIES}]")
_GENITIVE = re.compile(rf"(?<=\w)[{_APOSTROPHES}](?:s\b)?")
_IDEOGRAPH = re.compile(rf"[{IDEOGRAPHS}]")
# "don't", "we'll"; but not "cytokine's", and no quotation mark.
_CONTRACTION = re.compile(rf"[{_APOSTROPHES}](?!s\b)\w")
# French and Italian: l'inflammation.
_ELISION = re.compile(rf"\b(?:[cdjlmnst]|qu|all|dall|dell|nell|sull|un)[{_APOSTROPHES}]$", re.IGNORECASE)
_PARTED = frozenset({"re", "un"})  # re-sign is not resign, un-ionised not unionised
# Greek letters whose names may be written in one with what is beside them: Abeta. Shorter names make other words: mum.
_NAMED = {letter: name for letter, name in GREEK.items() if len(name) > 3}
_LETTERS = {name: letter for letter, name in _NAMED.items()}
_NAMES = "|".join(_LETTERS)
_GREEK_NAME = re.compile(rf"(?:(?<=[A-Z])(?:{_NAMES})(?![a-z])|(?<!\w)(?:{_NAMES})(?=[A-Z]))")


class Found(NamedTuple):
    """A term in a text: the characters from *start* up to, not including, *end*."""

    start: int
    end: int
    entry: str


class _Form(NamedTuple):
    rank: int  # the lower counts first
    entry: str
    letters: int


# The way through the trie up to some word of a text: the node, where the word ends; whether all words so far are the
# term's own, and not inflections of them; whether one is in capitals although it is short; whether one is not.
_Path = tuple[dict[str, Any], int, bool, bool, bool]
_Places = dict[int, list[tuple[int, tuple[Reading, ...]]]]  # where a word begins -> where it ends, what it may be


class Trie:
    """The terms of a glossary, ready to be found in texts."""

    def __init__(self) -> None:
        self._words = Vocabulary()
        self._root: dict[str, Any] = {}
        self._count = 0

    def add(self, entry: str, written: str, *, is_verb: bool = False) -> None:
        """Let *written* lead to an entry, unless it has one letter only, or none, or leads to one already."""
        text = level(_GENITIVE.sub("", written))
        text = _GREEK_NAME.sub(lambda match: _LETTERS[match[0]], text)
        matches = list(_WORD.finditer(text))
        if is_verb and len(matches) > 1 and matches[0][0].casefold() == "to":
            del matches[0]
        words = [word for match in matches if (word := plain(match[0]))]
        letters = sum(len(word) for word in words if not word.isdigit())
        if letters and (len(words) > 1 or len(matches[0][0]) > 1):
            last = sign(text, matches[-1].end())
            ways = [words, *(_joined(text, matches, *each) for each in ((True, False), (False, True), (True, True)))]
            for way in dict.fromkeys(map(tuple, ways)):
                self._insert(_Form(self._count, entry, letters), way, last, is_verb=is_verb)
            self._count += 1

    def find(self, text: str) -> list[Found]:
        """Return the terms in a text in order, the longest at each place; none overlaps another."""
        text = level(text)
        found: list[Found] = []
        free = 0
        places = self._read(text)
        for start in places:
            if start >= free and (term := self._longest(text, places, start)):
                found.append(term)
                free = term.end
        return found

    def _insert(self, form: _Form, words: Sequence[str], last: str, *, is_verb: bool) -> None:
        if len(words) > LONGEST:
            return
        node = self._root
        for number, word in enumerate(words):
            key = self._words.add(word, form.letters, is_verb=is_verb and number == 0)
            node = node.setdefault(key, {})
        node.setdefault(last, form)  # where a term ends: by its sign

    def _read(self, text: str) -> _Places:
        """Return the words of a text that some term has."""
        places: _Places = {}
        known, read = self._words.known, self._words.read
        before, tied = "", -1  # the word before, and where a word that a hyphen ties to it would begin
        for match in _WORD.finditer(text):
            start, end = match.span()
            written = match[0]
            if start == tied and before.casefold() not in _PARTED and (whole := read(before + written)):
                places.setdefault(tied - 1 - len(before), []).append((end, whole))
            found = known.get(written)
            if found is None:
                found = read(written)
            if found:
                places.setdefault(start, []).append((end, found))
            before, tied = written, end + 1 if text[end : end + 1] in _TIES else -1
        return places

    def _longest(self, text: str, places: _Places, start: int) -> Found | None:
        """Return the longest term that begins at *start*; of several the one that is written so, then the first."""
        paths = _further((self._root, start, True, False, False), start, places)
        if not paths or not _begins(text, start):
            return None
        best: tuple[int, bool, int, str] | None = None
        while paths:
            for node, end, is_same, is_loud, is_quiet in paths:
                form: _Form | None = next((node[each] for each in SIGNS[sign(text, end)] if each in node), None)
                if form is None or (is_loud and (is_quiet or form.letters < _LOUD)) or not _ends(text, end):
                    continue
                this = (-end, not is_same, form.rank, form.entry)
                best = this if best is None else min(best, this)
            paths = [longer for path in paths for longer in _further(path, _after_gap(text, path[1]), places)]
            del paths[_MOST_PATHS:]
        return Found(start, -best[0], best[3]) if best else None


def _further(path: _Path, start: int, places: _Places) -> list[_Path]:
    """Return the paths that go on with the words that begin at *start*."""
    node, _, same, loud, quiet = path
    return [
        (node[word], end, same and is_same, loud or is_loud, quiet or is_quiet)
        for end, readings in places.get(start, ())
        for word, is_same, is_loud, is_quiet in readings
        if word in node
    ]


def _joined(text: str, matches: list[re.Match[str]], hyphens: bool, greek: bool) -> list[str]:
    """Return the words of a term with those in one that *hyphens* tie: anti-inflammatory as antiinflammatory; or that
    *greek* letters stand in: NF-κB as NF, kappaB, or with both as NFkappaB.
    """
    words = [plain(matches[0][0])]
    for before, here in pairwise(matches):
        tie = text[before.end() : here.start()]
        if tie:
            is_tied = hyphens and _TIE.fullmatch(tie) and words[-1].casefold() not in _PARTED
        else:
            is_tied = greek and (before[0].lower() in _NAMED or here[0].lower() in _NAMED)
        if is_tied and words[-1].isalpha() and here[0].isalpha():
            words[-1] += plain(here[0])
        else:
            words.append(plain(here[0]))
    return [word for word in words if word]


def _after_gap(text: str, end: int) -> int:
    match = _GAP.match(text, end)
    return match.end() if match else end


def _begins(text: str, start: int) -> bool:
    """Whether a term may begin here: not inside a word or number, nor after an apostrophe as in ``don't``."""
    if start == 0:
        return True
    before = text[start - 1]
    if before in _APOSTROPHES:
        ahead = text[start - 2 : start - 1]
        is_quote = not (ahead.isalnum() or ahead == "_")
        return is_quote or _ELISION.search(text, max(0, start - 6), start) is not None
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
