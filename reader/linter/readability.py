"""How hard a text is to read, by the three formulas that health writing is judged by."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from math import sqrt
from typing import NamedTuple

from reader.linter.sentences import Sentence
from reader.linter.syllables import Syllables

LONG_WORD = 3  # syllables from which McLaughlin calls a word polysyllabic
NEUTRAL = 2  # syllables that stand for a glossary term in the second score


class Score(NamedTuple):
    """What is counted in a text. Scores add up; a text without words has no grade."""

    sentences: int = 0
    words: int = 0
    syllables: int = 0
    polysyllables: int = 0  # words of three syllables and more

    def __add__(self, other: Score) -> Score:  # type: ignore[override]  # counts add up, they do not queue up
        return Score(*map(sum, zip(self, other, strict=True)))

    @property
    def mean_sentence(self) -> float | None:
        """Words a sentence."""
        return self.words / self.sentences if self.sentences else None

    @property
    def grade(self) -> float | None:
        """The Flesch-Kincaid grade: years of school in the USA (Kincaid, Fishburne, Rogers, Chissom 1975)."""
        if not self.sentences or not self.words:
            return None
        return 0.39 * self.words / self.sentences + 11.8 * self.syllables / self.words - 15.59

    @property
    def ease(self) -> float | None:
        """The reading ease: 100 very easy, 0 very hard (Flesch 1948)."""
        if not self.sentences or not self.words:
            return None
        return 206.835 - 1.015 * self.words / self.sentences - 84.6 * self.syllables / self.words

    @property
    def smog(self) -> float | None:
        """The SMOG grade for any number of sentences (McLaughlin 1969). He made it for 30: below, it is a guess."""
        if not self.sentences:
            return None
        return 3.1291 + 1.0430 * sqrt(30 * self.polysyllables / self.sentences)


class Scores(NamedTuple):
    """A text's score, and its score with every glossary term replaced by one neutral word of two syllables."""

    whole: Score = Score()
    without_terms: Score = Score()

    def __add__(self, other: Scores) -> Scores:  # type: ignore[override]
        return Scores(self.whole + other.whole, self.without_terms + other.without_terms)


def score(sentences: Iterable[Sentence], syllables: Syllables, terms: Sequence[tuple[int, int]] = ()) -> Scores:
    """Return the scores of some sentences of one text; *terms* are the (start, end) of its glossary terms, in order."""
    whole = without = Score()
    for sentence in sentences:
        counts = [syllables.count(word.text) for word in sentence.words]
        plain: list[int] = []
        replaced: tuple[int, int] | None = None
        for word, count in zip(sentence.words, counts, strict=True):
            term = next((term for term in terms if term[0] < word.end and word.start < term[1]), None)
            if term is None:
                plain.append(count)
            elif term != replaced:
                plain.append(NEUTRAL)
            replaced = term
        whole += _counted(counts)
        without += _counted(plain)
    return Scores(whole, without)


def _counted(counts: list[int]) -> Score:
    return Score(1, len(counts), sum(counts), sum(count >= LONG_WORD for count in counts))
