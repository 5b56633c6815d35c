"""A section's words without the numbers of its citations: one more source, and these are others."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate

from reader.core.section_text import SectionText
from reader.core.text import Block, Place

_NUMBERS = frozenset("0123456789, ")  # several of them, raised together
_CLOSING = ".,;:!?)]"


class UncitedText(SectionText):
    """Words that are kept with a note, and those among which they are looked for; its places are the guide's own."""

    def __init__(self, section: str, blocks: Iterable[Block]) -> None:
        self._cuts: dict[str, _Cuts] = {}  # by block; most have none
        super().__init__(section, map(self._cut, blocks))

    def _cut(self, block: Block) -> Block:
        found = list(citations(block))
        if not found:
            return block
        cuts = self._cuts[block.id] = _Cuts(found)
        return block._replace(text=cuts.apply(block.text), spans=())

    def at(self, place: Place) -> int:
        """Return how many characters stand before a place of this section."""
        cuts = self._cuts.get(place.block)
        return super().at(place if cuts is None else place._replace(offset=cuts.without(max(place.offset, 0))))

    def place(self, at: int) -> Place:
        """Return the place of the character at *at*, behind a citation that stands before it."""
        place = super().place(at)
        cuts = self._cuts.get(place.block)
        return place if cuts is None else place._replace(offset=cuts.within(place.offset))


def citations(block: Block) -> Iterator[tuple[int, int]]:
    """Yield where the numbers of citations stand, those that are raised together as one, with the space before them.

    The space goes where another one, or the end of a sentence, follows: so the words read as if nothing were cited.
    """
    text, done = block.text, 0
    raised = [span for span in block.spans if span.kind == "sup" and _NUMBERS.issuperset(text[span.start : span.end])]
    starts = [span.start for span in raised]
    for span in block.spans:
        if span.kind != "cite" or span.start < done:
            continue
        sup = raised[bisect_right(starts, span.start) - 1] if starts and starts[0] <= span.start else span
        low, high = (sup.start, sup.end) if sup.end >= span.end else (span.start, span.end)
        while low > done and text[low - 1] == " " and (text[high : high + 1] or " ") in f" {_CLOSING}":
            low -= 1
        yield max(low, done), high
        done = high


def words_end(block: Block) -> int:
    """Return the character behind the last word of a block: citations may follow. The whole has one of no words."""
    end = len(block.text)
    for low, high in reversed(list(citations(block))):
        if high < end:
            break
        end = low
    return end or len(block.text)


class _Cuts:
    """What is left out of a text, and the way between its characters and those that are left."""

    def __init__(self, cuts: Sequence[tuple[int, int]]) -> None:
        self._cuts = cuts
        self._lows = [low for low, _ in cuts]
        self._gone = [0, *accumulate(high - low for low, high in cuts)]  # characters, before each cut and after all
        self._seams = [low - gone for low, gone in zip(self._lows, self._gone, strict=False)]

    def apply(self, text: str) -> str:
        """Return what is left of the text."""
        lows, highs = [*self._lows, len(text)], [0, *(high for _, high in self._cuts)]
        return "".join(text[high:low] for high, low in zip(highs, lows, strict=True))

    def without(self, offset: int) -> int:
        """Return where a character of the text is in what is left; one that is left out, where the next one is."""
        before = bisect_right(self._lows, offset)
        if not before:
            return offset
        high = self._cuts[before - 1][1]
        return max(offset, high) - self._gone[before]

    def within(self, offset: int) -> int:
        """Return where a character of what is left is in the text."""
        return offset + self._gone[bisect_right(self._seams, offset)]
