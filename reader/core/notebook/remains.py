"""What is left of a passage in a stretch of an edited guide: which words, where the quote is, what is beside it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import NamedTuple

from reader.core.folding import fold
from reader.core.notebook.alignment import REPLACED, pairs
from reader.core.notebook.notes import Target
from reader.core.notebook.wording import Vocabulary, Wording, Words
from reader.core.section_text import SectionText

INSERTED = 60  # words that may have been put in between a quote and its neighbours
REPLACING = 8  # words that may have come in the place of REPLACED ones beside a quote
_OPENING, _CLOSING = "([{“‘«¿¡\"'", ")]}”’»\"'.,;:!?…。、！？"
_JOINING = "-‐‑'’\u00ad"


class Sought(NamedTuple):
    """A passage that is looked for: its words and those around it."""

    target: Target
    words: Words
    first: int  # the first word of the quote
    after: int  # the first that is not in it any more


class Side(NamedTuple):
    """What stands beside the quote, before it or after it: in the passage, and where it would stand now."""

    replaced: int  # words of the passage between the quote and the nearest that is there still; -1: none is
    inserted: int  # words of the guide between the two

    @property
    def is_next(self) -> bool:
        """Whether the quote has its neighbour still."""
        return self == (0, 0)

    @property
    def holds(self) -> bool:
        """Whether nothing was taken out between the quote and its neighbours."""
        if self.replaced == 0:
            return self.inserted <= INSERTED
        return 1 <= self.replaced <= REPLACED and 1 <= self.inserted <= REPLACING


class Remains:
    """A passage beside a stretch of the guide's words."""

    def __init__(self, passage: Sought, wording: Wording, vocabulary: Vocabulary, low: int, high: int) -> None:
        self.passage, self.wording, self.letters = passage, wording, vocabulary.letters
        self._edges = low, high - 1
        numbers = passage.words.numbers
        self.pairs = {
            one: low + other for one, other in pairs(numbers, wording.numbers[low:high].tolist(), self.letters)
        }
        self.around = [index for index in range(len(numbers)) if not passage.first <= index < passage.after]

    def cut_off(self) -> tuple[int, int]:
        """Return how many words of the passage may stand before the stretch, and after it: it cuts what is whole."""
        there = {word: index for index, word in self.pairs.items()}
        first, last = (there.get(edge) for edge in self._edges)
        return first or 0, len(self.passage.words.numbers) - 1 - last if last is not None else 0

    def ends(self) -> tuple[int, int] | None:
        """Return the first word of what stands for the quote, and the first after it; None: nothing does.

        Where the quote's own first word has gone, its neighbour tells where the quote began; where that has gone, too,
        it begins at the first word that is left.
        """
        first, after, pairs = self.passage.first, self.passage.after, self.pairs
        if (whole := self._whole_between()) is not None:
            return whole, whole + after - first
        left = [index for index in range(first, after) if index in pairs]
        start = pairs.get(first) if first < after else None
        end = pairs.get(after - 1) if first < after else None
        if start is None:
            start = pairs[first - 1] + 1 if first - 1 in pairs else pairs[left[0]] if left else None
        if end is None:
            end = pairs[after] if after in pairs else pairs[left[-1]] + 1 if left else None
        else:
            end += 1
        if start is None or end is None or start > end or (start == end and first < after):
            return None
        return self._in_one_section(start, end, left)

    def _whole_between(self) -> int | None:
        """Return the first word of the quote where it stands once between those words that stood beside it."""
        first, after, pairs = self.passage.first, self.passage.after, self.pairs
        if first == after or first - 1 not in pairs or after not in pairs:
            return None
        quote, low = list(self.passage.words.numbers[first:after]), pairs[first - 1] + 1
        between = self.wording.numbers[low : pairs[after]].tolist()
        starts = [n for n in range(len(between) - len(quote) + 1) if between[n : n + len(quote)] == quote]
        return low + starts[0] if len(starts) == 1 else None

    def _in_one_section(self, start: int, end: int, left: Sequence[int]) -> tuple[int, int] | None:
        """Return the part of a stretch that stands in one section: the one that has most of the quote."""
        wording = self.wording
        sections = [wording.section_of(self.pairs[index]) for index in left] or [wording.section_of(start)]
        low, high = wording.bounds(max(set(sections), key=sections.count))
        start, end = max(start, low), min(end, high)
        return (start, end) if start < end or self.passage.first == self.passage.after else None

    def characters(self, start: int, end: int) -> tuple[SectionText, int, int]:
        """Return the section, and the characters in it, that stand for the quote: no half words."""
        wording, words, target = self.wording, self.passage.words, self.passage.target
        text = wording.sections[wording.section_of(max(start, 0))]
        begin, finish = len(target.before), len(target.before) + len(target.quote)
        if start == end:  # signs without a word: between two words
            between = wording.ends[start - 1] if start else 0
            low = text.text.find(target.quote, between, wording.starts[end] if end < len(wording) else len(text))
            return text, max(low, 0), low + len(target.quote) if low >= 0 else 0
        low, high = wording.starts[start], wording.ends[end - 1]
        exact_low = low + begin - words.starts[self.passage.first]
        exact_high = high + finish - words.ends[self.passage.after - 1]
        if exact_low >= 0 and fold(text.text[exact_low:exact_high]).text == fold(target.quote).text:
            return text, exact_low, exact_high
        return text, *_whole(text.text, low, high, target.quote)

    def sides(self, ends: tuple[int, int]) -> tuple[Side | None, Side | None]:
        """Return what stands before the quote, and after it; None: nothing ever did."""
        first, after, count = self.passage.first, self.passage.after, len(self.passage.words.numbers)
        before = next((index for index in range(first - 1, -1, -1) if index in self.pairs), None)
        behind = next((index for index in range(after, count) if index in self.pairs), None)
        left = Side(first - 1 - before, ends[0] - 1 - self.pairs[before]) if before is not None else Side(-1, 0)
        right = Side(behind - after, self.pairs[behind] - ends[1]) if behind is not None else Side(-1, 0)
        return left if first else None, right if after < count else None

    def run(self, ends: tuple[int, int]) -> int:
        """Return the letters of the quote, all of which is there, and of its block's words beside it without a gap.

        What follows its block may follow another one now: that says nothing.
        """
        low, high = self.passage.first, self.passage.after
        end = self._end_of_block(ends[1] - 1)
        inside = len(self.passage.target.before) - self.passage.target.start
        while (
            low
            and self.passage.words.starts[low - 1] >= inside
            and self.pairs.get(low - 1) == ends[0] - 1 - (self.passage.first - low)
        ):
            low -= 1
        while self.pairs.get(high) == (now := ends[1] + high - self.passage.after) and now < end:
            high += 1
        return self._weights(low, high)

    def _end_of_block(self, word: int) -> int:
        """Return the first word that does not stand in the block of *word* any more."""
        number = self.wording.section_of(word)
        text = self.wording.sections[number]
        _, end = text.span(text.place(self.wording.starts[word]).block)
        return bisect_left(self.wording.starts, end, *self.wording.bounds(number))

    def longest_run(self) -> int:
        """Return the letters of the longest part of the quote that is there without a gap."""
        longest = run = 0
        last = None
        for index in range(self.passage.first, self.passage.after):
            now = self.pairs.get(index)
            run = (run if now is not None and last is not None and now == last + 1 else 0) if now is not None else 0
            run += self.weight(index) if now is not None else 0
            longest, last = max(longest, run), now
        return longest

    def kept_in_place(self) -> int:
        """Return how many letters of the quote's words are there still, those of stray words left out."""
        return sum(self.weight(n) for n in range(self.passage.first, self.passage.after) if n in self.pairs)

    def kept(self, start: int, end: int) -> int:
        """Return how many letters of the quote's words are left in a stretch."""
        from rapidfuzz.distance import LCSseq

        quote = self.passage.words.numbers[self.passage.first : self.passage.after]
        blocks = LCSseq.opcodes(quote, self.wording.numbers[start:end].tolist()).as_matching_blocks()
        return sum(self.letters[quote[index]] for each in blocks for index in range(each.a, each.a + each.size))

    @property
    def quote_letters(self) -> int:
        """How many letters the quote's words have."""
        return self._weights(self.passage.first, self.passage.after)

    def share(self, words: Sequence[int]) -> float:
        """Return which part of the letters of some words of the passage is there still."""
        return sum(self.weight(n) for n in words if n in self.pairs) / max(1, sum(map(self.weight, words)))

    def share_inside(self) -> float:
        """Return the same for the words around the quote, without those that stood before its block."""
        inside = len(self.passage.target.before) - self.passage.target.start
        return self.share([n for n in self.around if self.passage.words.starts[n] >= inside] or self.around)

    def weight(self, index: int) -> int:
        """Return how many letters a word of the passage has."""
        return self.letters[self.passage.words.numbers[index]]

    def _weights(self, first: int, after: int) -> int:
        return sum(map(self.weight, range(first, after)))


def _whole(text: str, low: int, high: int, quote: str) -> tuple[int, int]:
    """Return a stretch with the other half of a word with a hyphen, and with the signs around it that the quote has."""
    while low > 1 and text[low - 1] in _JOINING and text[low - 2].isalnum():
        low -= 2
        while low and text[low - 1].isalnum():
            low -= 1
    while high + 1 < len(text) and text[high] in _JOINING and text[high + 1].isalnum():
        high += 2
        while high < len(text) and text[high].isalnum():
            high += 1
    if quote[0] in _OPENING and low and text[low - 1] in _OPENING:
        low -= 1
    while quote[-1] in _CLOSING and high < len(text) and text[high] in _CLOSING:
        high += 1
    return low, high
