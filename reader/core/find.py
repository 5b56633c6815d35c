"""Find words in an article: case and accents ignored, every hit with its place.

The article is folded once into one long text. A search is then one pass of `str.find`, and its hits are plain numbers
that become places when they are asked for: one letter with 50,000 hits costs no more than its numbers.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from typing import NamedTuple, overload

from reader.core.excerpt import Excerpt, excerpt
from reader.core.folding import fold
from reader.core.text import Place

_BETWEEN = "\n"  # stands between two blocks, and in no query
LONGEST = 1000  # characters of a query that are looked at


class Hit(NamedTuple):
    """A run of characters in a block that matches the query."""

    section: str
    block: str
    start: int
    end: int

    @property
    def place(self) -> Place:
        """Where it begins."""
        return Place(self.section, self.block, self.start)


class _Piece(NamedTuple):
    """A block of the article, and where it lies in the folded text."""

    section: str
    block: str
    text: str
    start: int  # in the folded text
    # From the folded character starts[i] of the block on, up to the next of them, each stands for one of the block's
    # own, from origins[i] on. None: for the whole block nothing moved.
    starts: list[int] | None
    origins: list[int] | None

    def origin(self, folded: int) -> int:
        """Return which of the block's characters a folded one stands for."""
        if self.starts is None or self.origins is None:
            return folded
        index = max(bisect_right(self.starts, folded) - 1, 0)
        return min(self.origins[index] + folded - self.starts[index], len(self.text))

    def folded(self, offset: int) -> int:
        """Return the folded character that a character of the block became."""
        if self.starts is None or self.origins is None:
            return offset
        index = max(bisect_right(self.origins, offset) - 1, 0)
        return self.starts[index] + offset - self.origins[index]


class FoldedText:
    """An article ready to be searched; sections are added in reading order."""

    def __init__(self) -> None:
        self._pieces: list[_Piece] = []
        self._starts: list[int] = []
        self._numbers: dict[tuple[str, str], int] = {}  # section and block -> index in pieces; block "" is the first
        self._parts: list[str] = []
        self._whole = ""
        self._length = 0

    def add(self, section: str, blocks: Iterable[tuple[str, str]]) -> None:
        """Add a section: the ids and texts of its blocks."""
        for block, text in blocks:
            folded, starts, origins = fold(text)
            number = len(self._pieces)
            self._numbers.setdefault((section, ""), number)
            self._numbers[section, block] = number
            self._pieces.append(_Piece(section, block, text, self._length, starts, origins))
            self._starts.append(self._length)
            self._parts += (folded, _BETWEEN)
            self._length += len(folded) + 1

    def find(self, query: str, *, whole_words: bool = False) -> Hits:
        """Return every hit of *query* in reading order; none for a blank one.

        Upper and lower case, accents and the shape of quotes and dashes make no difference, and any run of white
        space matches any other.
        """
        if self._parts:
            self._whole = "".join((self._whole, *self._parts))
            self._parts = []
        wanted = fold(query[:LONGEST]).text.strip()
        if not wanted:
            return Hits(self, [], 0)
        pattern = _pattern(wanted, whole_words=whole_words)
        return Hits(self, [match.start() for match in re.finditer(pattern, self._whole)], len(wanted))

    def hit(self, start: int, length: int) -> Hit:
        """Return the hit at a place in the folded text."""
        piece = self._piece(start)
        first, last = start - piece.start, start - piece.start + length
        end = max(piece.origin(last - 1) + 1, piece.origin(last))  # with the accents that stand apart from its letter
        return Hit(piece.section, piece.block, piece.origin(first), end)

    def around(self, hit: Hit) -> Excerpt:
        """Return a hit among the words around it."""
        return excerpt(self._pieces[self._numbers[hit.section, hit.block]].text, [(hit.start, hit.end)])

    def position(self, place: Place) -> int:
        """Return where a place lies in the folded text; for an unknown block, where its section begins."""
        number = self._numbers.get((place.section, place.block))
        if number is None:
            number = self._numbers.get((place.section, ""), 0)
            return self._pieces[number].start if self._pieces else 0
        return self._pieces[number].start + self._pieces[number].folded(place.offset)

    def _piece(self, position: int) -> _Piece:
        return self._pieces[bisect_right(self._starts, position) - 1]


class Hits(Sequence[Hit]):
    """The hits of one search in reading order; each is made when it is asked for."""

    def __init__(self, text: FoldedText, starts: list[int], length: int) -> None:
        self._text = text
        self._starts = starts
        self._length = length

    def __len__(self) -> int:
        return len(self._starts)

    @overload
    def __getitem__(self, number: int) -> Hit: ...
    @overload
    def __getitem__(self, number: slice) -> Hits: ...
    def __getitem__(self, number: int | slice) -> Hit | Hits:
        if isinstance(number, slice):
            return Hits(self._text, self._starts[number], self._length)
        return self._text.hit(self._starts[number], self._length)

    def around(self, number: int) -> Excerpt:
        """Return one of the hits among the words around it."""
        return self._text.around(self[number])

    def first_from(self, place: Place) -> int:
        """Return the number of the first hit at *place* or after it; their count when there is none."""
        return bisect_left(self._starts, self._text.position(place))

    def between(self, first: Place, last: Place) -> range:
        """Return the numbers of the hits that touch the text from *first* to *last*."""
        start, end = self._text.position(first) - self._length, self._text.position(last)
        return range(bisect_right(self._starts, start), bisect_right(self._starts, end))


NO_HITS = Hits(FoldedText(), [], 0)


def _pattern(wanted: str, *, whole_words: bool) -> str:
    """Return what matches *wanted*; as *whole_words*, not where more letters, or more digits, stand beside it.

    A digit ends a word of letters, as the number of a citation does. The looks around stand behind the letters,
    which the search then jumps to.
    """
    literal = re.escape(wanted)
    before = rf"(?<!{_same(wanted[0])}{literal})" if whole_words and wanted[0].isalnum() else ""
    after = f"(?!{_same(wanted[-1])})" if whole_words and wanted[-1].isalnum() else ""
    return literal + before + after


def _same(letter: str) -> str:
    """Return what matches another letter of the same word, or another digit of the same number."""
    return r"\d" if letter.isdecimal() else r"[^\W\d_]"
