"""The words of a guide in one row, each by a number, and where any three of the wanted ones stand together."""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from reader.core.folding import fold
from reader.core.guide import Guide
from reader.core.letters import IDEOGRAPHS, INVISIBLE
from reader.core.notebook.uncited import UncitedText
from reader.core.section_text import SectionText
from reader.core.text import Place
from reader.late import pattern

TOGETHER = 3  # words: two stand together in many places, four are broken by every edit
BITS = 32  # of the number of a word
SLICE = 5_000  # words that are read in one go, some milliseconds
_SYMBOL = r"[\u203c\u2049\u2190-\u2bff\u3030\u303d\u3297\u3299\U0001f000-\U0001faff]"
_DRESS = r"[\ufe0e\ufe0f\u20e3\U0001f3fb-\U0001f3ff\U000e0020-\U000e007f]"
_MARK = rf"{INVISIBLE}\u0300-\u036f\u0483-\u0489\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed"
# What one reads as one: a flag, a picture sign with all that is joined to it, an ideograph, a number (a reference's is
# apart from the word before it), a word with its accents and its vowel signs, which are not in `\w`.
_WORD = pattern(
    rf"[\U0001f1e6-\U0001f1ff]{{2}}|{_SYMBOL}{_DRESS}*(?:\u200d{_SYMBOL}{_DRESS}*)*|[{IDEOGRAPHS}][{_MARK}\u3099\u309a]*"
    rf"|\d+|[^\W\d{IDEOGRAPHS}](?:[^\W\d{IDEOGRAPHS}]|[{_MARK}\u0900-\u0963\u0971-\u0fff\u1000-\u109f\u1780-\u17d3])*"
)


class Words:
    """The words of a text, numbered: two that are read as the same have the same number."""

    def __init__(self, numbers: Sequence[int], starts: Sequence[int], ends: Sequence[int]) -> None:
        self.numbers, self.starts, self.ends = numbers, starts, ends

    def together(self) -> Iterator[tuple[int, int]]:
        """Yield which of the text's words is the first of those that stand together, and one number for these."""
        for index in range(len(self.numbers) - TOGETHER + 1):
            yield index, _joined(self.numbers, index)


class Vocabulary:
    """The words that are looked for, each with a number from 1, and how many letters each has."""

    def __init__(self) -> None:
        self._numbers: dict[str, int] = {}  # by the word as it is compared
        self._known: dict[str, int] = {}  # by the word as it is written
        self.letters: list[int] = [0]

    def learn(self, text: str) -> Words:
        """Return the words of a text that is looked for."""
        numbers, starts, ends = array("L"), array("L"), array("L")
        for match in _WORD().finditer(text):
            number = self._known.get(match[0])
            numbers.append(self._number(match[0]) if number is None else number)
            starts.append(match.start())
            ends.append(match.end())
        return Words(numbers, starts, ends)

    def _number(self, written: str) -> int:
        word = fold(written).text
        if word not in self._numbers:
            self._numbers[word] = len(self._numbers) + 1
            self.letters.append(len(word) * (2 if ord(word[:1] or " ") > 0x2FFF else 1))  # an ideograph says more
        self._known[written] = self._numbers[word]
        return self._numbers[word]

    def read(self, text: str) -> Iterator[Words]:
        """Yield the words of a guide's text, some thousand at a time; 0 is any word that nobody looks for."""
        known: dict[str, int] = {}
        numbers, starts, ends = array("L"), array("L"), array("L")
        for match in _WORD().finditer(text):
            number = known.get(match[0])
            if number is None:
                number = known[match[0]] = self._numbers.get(fold(match[0]).text, 0)
            numbers.append(number)
            starts.append(match.start())
            ends.append(match.end())
            if len(numbers) == SLICE:
                yield Words(numbers, starts, ends)
                numbers, starts, ends = array("L"), array("L"), array("L")
        yield Words(numbers, starts, ends)


class Wording:
    """The words of all sections of a guide in reading order, one row of them."""

    def __init__(self, vocabulary: Vocabulary, wanted: set[int]) -> None:
        self.numbers, self.starts, self.ends = array("L"), array("L"), array("L")
        self.sections: list[SectionText] = []
        self._by_id: dict[str, int] = {}
        self._firsts: list[int] = []  # the first word of each section
        self._vocabulary = vocabulary
        self._wanted = wanted
        # Numbers, not lists, where one will do: the collector of rubbish would stop the program to look through them.
        self._places: dict[int, int] = {}
        self._more: dict[int, list[int]] = {}

    def read(self, guide: Guide) -> Iterator[None]:
        """Read all sections, a few milliseconds a step."""
        for section in guide.outline:
            text = UncitedText(section.id, guide.blocks(section.id))
            self._by_id[section.id] = len(self.sections)
            self.sections.append(text)
            self._firsts.append(len(self.numbers))
            for words in self._vocabulary.read(text.text):
                first = max(self._firsts[-1], len(self.numbers) - TOGETHER + 1)
                self.numbers.extend(words.numbers)
                self.starts.extend(words.starts)
                self.ends.extend(words.ends)
                self._note_places(first)
                yield

    def __len__(self) -> int:
        """Return how many words there are."""
        return len(self.numbers)

    def section_of(self, word: int) -> int:
        """Return the number of the section in which a word stands."""
        return bisect_right(self._firsts, word) - 1

    def bounds(self, section: int) -> tuple[int, int]:
        """Return the first word of a section, and the first that is not in it any more."""
        after = self._firsts[section + 1] if section + 1 < len(self._firsts) else len(self.numbers)
        return self._firsts[section], after

    def near(self, place: Place) -> int:
        """Return the word at a place that may be of another version of the guide: 0 where its section has gone."""
        number = self._by_id.get(place.section)
        if number is None:
            return 0
        return bisect_right(self.ends, self.sections[number].at(place), *self.bounds(number))

    def places(self, together: int, near: int, most: int) -> Sequence[int]:
        """Return where words stand together: at most so many places, the nearest to the word *near*."""
        first = self._places.get(together)
        places = self._more.get(together) or (() if first is None else (first,))
        if len(places) <= most:
            return places
        middle = bisect_left(places, near)
        low = max(0, min(middle - most // 2, len(places) - most))
        return places[low : low + most]

    def _note_places(self, first: int) -> None:
        numbers, wanted = self.numbers, self._wanted
        for index in range(first, len(numbers) - TOGETHER + 1):
            together = _joined(numbers, index)
            if together in wanted and (known := self._places.setdefault(together, index)) != index:
                self._more.setdefault(together, [known]).append(index)


def _joined(numbers: Sequence[int], index: int) -> int:
    """Return one number for three words."""
    return numbers[index] << 2 * BITS | numbers[index + 1] << BITS | numbers[index + 2]
