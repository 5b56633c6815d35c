"""Where a passage went in an edited guide: its words that stand together still vote for where to compare it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from reader.core.notebook.comparison import Comparison
from reader.core.notebook.notes import Target
from reader.core.notebook.passage import Standing
from reader.core.notebook.remains import Remains, Sought
from reader.core.notebook.wording import Vocabulary, Wording
from reader.core.text import Place

MOST_VOTES = 200  # of one passage: of a longer one every so many words vote
MOST_PLACES = 16  # of the same three words
MOST_CANDIDATES = 3
CLEAR = 0.9  # of a passage's letters: where so many are, no place with fewer votes is better
SLACK = 24  # words by which votes for one place may differ, and a quarter of the passage


class _Found(NamedTuple):
    """A place at which the passage stands; of two, the better one is the greater."""

    kept: int  # letters of the quote and of what is around it
    nearness: int
    standing: Standing


def sought(target: Target, vocabulary: Vocabulary) -> Sought:
    """Return what is looked for of *target*."""
    words = vocabulary.learn(target.before + target.quote + target.after)
    low = len(target.before)
    first = sum(end <= low for end in words.ends)
    after = sum(start < low + len(target.quote) for start in words.starts)
    return Sought(target, words, first, max(first, after))


def voters(passage: Sought) -> Iterator[tuple[int, int]]:
    """Yield the words that vote: which of them is the first of three, and one number for these."""
    step = max(1, len(passage.words.numbers) // MOST_VOTES)
    return ((index, together) for index, together in passage.words.together() if not index % step)


def find(passage: Sought, wording: Wording, vocabulary: Vocabulary) -> Standing:
    """Return where a passage stands in the guide whose words *wording* has."""
    target = passage.target
    near = wording.near(Place(target.section, target.block, target.start))
    best: _Found | None = None
    all_letters = sum(vocabulary.letters[number] for number in passage.words.numbers)
    for begin, end in _candidates(passage, wording, near):
        standing, kept = Comparison(_whole(passage, wording, vocabulary, begin, end)).judged()
        if standing is not None and (best is None or (kept, -abs(begin - near)) > best[:2]):
            best = _Found(kept, -abs(begin - near), standing)
        if best is not None and best.kept >= CLEAR * all_letters:
            break
    return best.standing if best is not None else Standing(target, "lost")


def _whole(passage: Sought, wording: Wording, vocabulary: Vocabulary, begin: int, end: int) -> Remains:
    """Return the passage beside a stretch, and beside a wider one where a word at its edge is one of the passage.

    Votes for two places near each other, what stood around the quote having stayed, may cut the quote in two.
    """
    left = Remains(passage, wording, vocabulary, begin, end)
    cut_off, missing = left.cut_off()
    if not cut_off and not missing:
        return left
    return Remains(passage, wording, vocabulary, max(0, begin - cut_off), min(len(wording), end + missing))


def _candidates(passage: Sought, wording: Wording, near: int) -> list[tuple[int, int]]:
    """Return the stretches of the guide, as words from and to, for which most of the passage's words vote."""
    votes = sorted(
        (place - index, index)
        for index, together in voters(passage)
        for place in wording.places(together, near, MOST_PLACES)
    )
    count = len(passage.words.numbers)
    slack = SLACK + count // 4
    groups: list[list[tuple[int, int]]] = []
    for vote in votes:
        if not groups or vote[0] > groups[-1][0][0] + slack:
            groups.append([])
        groups[-1].append(vote)
    near -= passage.first
    groups.sort(key=lambda group: (-len({index for _, index in group}), abs(group[0][0] - near)))
    return [
        (max(0, group[0][0] - slack), min(len(wording), group[-1][0] + count + slack))
        for group in groups[:MOST_CANDIDATES]
    ]
