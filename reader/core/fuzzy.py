"""Which of many words are written most like one: with a few letters more, less, others or changed about."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

MOST_LETTERS = 60  # of a word that is compared: what is longer is no word
SHORT = 4  # letters of a word that has few others like it: no mistake in its beginnings


class Near(NamedTuple):
    """A word that is written like another; the smaller, the more alike."""

    mistakes: int
    begins_otherwise: bool
    more: int  # letters of the longer of the two that the other lacks
    at: int  # where it stands among the words


def alike(written: str, words: Sequence[str], count: int = 5, *, may_go_on: bool = False) -> list[str]:
    """Return up to *count* of *words* that are written most like *written*, best first; as `near`."""
    return [words[each.at] for each in closest(near(written, words, may_go_on=may_go_on))[:count]]


def near(written: str, words: Sequence[str], *, may_go_on: bool = False) -> list[Near]:
    """Return which of *words* are written like *written*; fold both before.

    Counted are letters put in, left out, put for another, and neighbours changed about (optimal string alignment). One
    mistake in three letters is let pass, four at most, and in words of three letters only after the first. With
    *may_go_on*, *written* may be the beginning of a word.
    """
    from rapidfuzz import process  # here, because who writes every word as the guide does never needs it
    from rapidfuzz.distance import OSA

    length = len(written)
    if not 3 <= length <= MOST_LETTERS:
        return []
    most = min(length // 3, 4)
    # What is much longer can only begin so. A beginning that lacks a letter, or has one too many, is one letter shorter
    # or longer than what it is the beginning of.
    among = words
    if may_go_on:
        longest, beginning = length + most, slice(length + 1)
        among = [word[beginning] if len(word) > longest else word for word in words]
    found: list[Near] = []
    reach = most + may_go_on
    for word, distance, at in process.extract(written, among, scorer=OSA.distance, score_cutoff=reach, limit=None):
        more = len(words[at]) - length
        mistakes = int(distance)
        if may_go_on and more > 0 and (word.startswith(written) or (length > SHORT and mistakes)):
            mistakes = min(mistakes, *(OSA.distance(written, word[:end]) for end in range(length - 1, length + 2)))
        begins_otherwise = word[:1] != written[:1]
        if mistakes <= most and not (length == 3 and begins_otherwise):
            found.append(Near(mistakes, begins_otherwise, abs(more), at))
    return found


def closest(found: list[Near]) -> list[Near]:
    """Return those of *found* that are nearly as near as the nearest, best first."""
    ordered = sorted(found)
    return [each for each in ordered if each.mistakes <= ordered[0].mistakes + 1]
