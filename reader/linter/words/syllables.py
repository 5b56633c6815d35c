"""How many syllables a word has when it is said aloud: by the glossary's own pronunciations, or else by its letters."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from reader.core.inflection import plurals
from reader.core.letters import GREEK, SOFT_HYPHEN, plain
from reader.linter.words import said

TOLERANCE = 1  # syllables by which a word's pronunciation may differ from what its letters say

_BETWEEN = re.compile(r"[\s\-/\u2010-\u2015]+")  # between the parts of a word, and of a pronunciation
_RANGE = re.compile(r"(?<=\d)–(?=\d)")  # 2–4, "two to four"
_RUN = re.compile(
    rf"(?P<figures>\d+(?:[.,]\d+)*)(?P<ending>(?:st|nd|rd|th|s)(?![^\W\d_]))?"
    rf"|(?P<letters>[^\W\d_]+(?:['’][^\W\d_]+)*)"
    rf"|(?P<sign>[{''.join(said.SIGNS)}])",
    re.IGNORECASE,
)
_BY_NAME = {ord(form): f"-{name}-" for letter, name in GREEK.items() for form in (letter, letter.upper())}
_ONE_SPELLING = str.maketrans({SOFT_HYPHEN: "", "’": "'", "\u2010": "-", "\u2011": "-"})
_POSSESSIVE = re.compile(r"'s?$")
_LONGER_PLURAL = re.compile(r"(?:(?<!i)s|[xz]|[cs]h|[cgsz]e)$")  # response, responses; not axis, axes


class Syllables:
    """Counts the syllables of words.

    *overrides* are the syllables of casefolded words, as `overrides_from` gives them: of whole words as they stand in a
    text, or of the parts of a compound between hyphens.
    """

    def __init__(self, overrides: Mapping[str, int]) -> None:
        self._overrides = dict(overrides)
        self._counted: dict[str, int] = {}

    def count(self, word: str) -> int:
        """Return the syllables of a word, at least 1 where it has a letter or figure, else 0.

        A hyphenated word has those of its parts; figures, signs and short forms those of `reader.linter.words.said`.
        """
        found = self._counted.get(word)
        if found is None:
            found = self._counted[word] = self._count(word.translate(_ONE_SPELLING))
        return found

    def _count(self, word: str) -> int:
        known = self._override(word)
        if known is not None:
            return known
        count = len(_RANGE.findall(word))
        for part in _BETWEEN.split(word.translate(_BY_NAME)):
            known = self._override(part)
            count += _by_letters(part) if known is None else known
        return count

    def _override(self, word: str) -> int | None:
        folded = word.casefold()
        return self._overrides.get(folded, self._overrides.get(_POSSESSIVE.sub("", folded)))


def _by_letters(part: str) -> int:
    count = 0
    for run in _RUN.finditer(plain(part)):
        figures, ending, letters, sign = run.group("figures", "ending", "letters", "sign")
        if figures:
            count += said.of_ordinal(figures, ending) if ending else said.of_number(figures)
        else:
            count += said.of_letters(letters) if letters else said.SIGNS[sign]
    return count


def syllables_in_respelling(say: str) -> int:
    """Return the syllables of a pronunciation as a glossary writes it, such as ``FY-broh-my-AL-juh`` (5).

    Each part between hyphens and spaces is a syllable.
    """
    return sum(any(letter.isalpha() for letter in part) for part in _BETWEEN.split(say))


def overrides_from(pairs: Iterable[tuple[str, str]]) -> dict[str, int]:
    """Return the syllables of each word and its regular plural, from pairs of written form and pronunciation.

    A form of one word has those of the whole pronunciation; of several, each has its own where both count the same
    words: ``B cell`` is ``BEE sel``, ``anti-45 kD`` is ``AN-tee for-tee-FYV kay-DEE``. A pronunciation that gives a
    word two syllables more or fewer than its letters leaves a part out or is misspelt, and is passed over.
    """
    overrides: dict[str, int] = {}
    for written, say in pairs:
        words, parts = _paired(written.translate(_ONE_SPELLING), say)
        counts = [syllables_in_respelling(part) for part in parts]
        if len(words) == len(counts) and all(map(_fits, words, counts)):
            for word, count in zip(words, counts, strict=True):
                overrides.setdefault(word.casefold(), count)
                for plural in plurals(word.casefold()):
                    overrides.setdefault(plural, count + (_LONGER_PLURAL.search(word) is not None))
    return overrides


def _fits(word: str, count: int) -> bool:
    """Whether a word may have so many syllables; of a short form, nobody but the glossary knows how it is said."""
    is_short = any(letter.isupper() for letter in word[1:])
    return count > 0 and (is_short or abs(count - Syllables({}).count(word)) <= TOLERANCE)


def _paired(written: str, say: str) -> tuple[list[str], list[str]]:
    words, parts = written.split(), say.split()
    if len(words) == 1:
        return words, [say]
    return (words if len(words) == len(parts) else _BETWEEN.split(written.strip())), parts
