"""How hard an English text is to read, by the three formulas that health writing is judged by.

They see the length of words and sentences only: not whether a text is true, well ordered or understood.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from math import sqrt
from typing import NamedTuple

from reader.linter.words.sentences import Sentence
from reader.linter.words.syllables import Syllables

POLYSYLLABLE = 3  # syllables and more (McLaughlin 1969)
NEUTRAL = 2  # syllables of the word that stands for a glossary term in the second score


class Score(NamedTuple):
    """What is counted in a text. Scores add up; the formulas give None for a text without words."""

    sentences: int = 0
    words: int = 0
    syllables: int = 0
    polysyllables: int = 0  # words

    def __add__(self, other: Score) -> Score:  # type: ignore[override]  # counts add up; a tuple would grow longer
        return Score(*(ours + theirs for ours, theirs in zip(self, other, strict=True)))

    @property
    def mean_sentence(self) -> float | None:
        """Words a sentence."""
        return self.words / self.sentences if self.words else None

    @property
    def grade(self) -> float | None:
        """The Flesch-Kincaid grade: years of school in the USA.

        Kincaid, Fishburne, Rogers, Chissom 1975, Research Branch Report 8-75, Naval Technical Training Command.
        """
        if not self.words:
            return None
        return 0.39 * self.words / self.sentences + 11.8 * self.syllables / self.words - 15.59

    @property
    def ease(self) -> float | None:
        """The reading ease: most texts lie between 0, very hard, and 100, very easy (Flesch 1948)."""
        if not self.words:
            return None
        return 206.835 - 1.015 * self.words / self.sentences - 84.6 * self.syllables / self.words

    @property
    def smog(self) -> float | None:
        """The SMOG grade by McLaughlin's exact formula, for any number of sentences.

        He derived it from samples of 30 (1969, Journal of Reading 12, 639-646), with a standard error of 1.5 grades;
        in a shorter text it is a guess.
        """
        if not self.words:
            return None
        return 3.1291 + 1.0430 * sqrt(30 * self.polysyllables / self.sentences)


class Scores(NamedTuple):
    """The score of a text, and that of the text with each glossary term replaced by one word of two syllables."""

    whole: Score = Score()
    without_terms: Score = Score()

    def __add__(self, other: Scores) -> Scores:  # type: ignore[override]  # as above
        return Scores(self.whole + other.whole, self.without_terms + other.without_terms)


def score(sentences: Iterable[Sentence], syllables: Syllables, terms: Sequence[tuple[int, int]] = ()) -> Scores:
    """Return the scores of sentences of one text, in order.

    *terms* are the places (start, end) of its glossary terms, in order; a word that any part of a term stands in
    belongs to it. Terms that a text explains cannot be avoided, and they would raise its grade all the same.
    """
    whole = without_terms = Score()
    waiting = list(reversed(terms))
    for sentence in sentences:
        counts, neutral = [], []
        replaced = None
        for word in sentence.words:
            count = syllables.count(word.text)
            counts.append(count)
            while waiting and waiting[-1][1] <= word.start:
                waiting.pop()
            if not waiting or waiting[-1][0] >= word.end:
                neutral.append(count)
            elif waiting[-1] != replaced:
                replaced = waiting[-1]
                neutral.append(NEUTRAL)
        whole += _counted(counts)
        without_terms += _counted(neutral)
    return Scores(whole, without_terms)


def _counted(counts: list[int]) -> Score:
    return Score(1, len(counts), sum(counts), sum(count >= POLYSYLLABLE for count in counts))
