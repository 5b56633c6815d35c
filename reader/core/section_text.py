"""A section's blocks as one string, and the way between its characters and places."""

from __future__ import annotations

from bisect import bisect_right
from collections import OrderedDict
from collections.abc import Iterable

from reader.core.guide import Guide
from reader.core.text import Block, Place

KEPT = 4  # sections: the one that is read, and its neighbours
_SPACES = dict.fromkeys(map(ord, "\t\n\r\x0b\x0c\x1c\x1d\x1e\x1f\x85\xa0\u2028\u2029"), " ")  # one for one


class SectionText:
    """The text of a section, its blocks with one space between them.

    So a paragraph that was split in two, or two that were joined, read the same as before. All white space is a space,
    and every character has its own place.
    """

    def __init__(self, section: str, blocks: Iterable[Block]) -> None:
        self.section = section
        self.blocks: list[str] = []  # ids
        self._starts: list[int] = []
        self._lengths: list[int] = []
        self._index: dict[str, int] = {}
        texts, at = [], 0
        for block in blocks:
            self._index[block.id] = len(self.blocks)
            self.blocks.append(block.id)
            self._starts.append(at)
            self._lengths.append(len(block.text))
            texts.append(block.text)
            at += len(block.text) + 1
        self.text = " ".join(texts).translate(_SPACES)

    def __len__(self) -> int:
        """Return how many characters the section has."""
        return len(self.text)

    def at(self, place: Place) -> int:
        """Return how many characters stand before a place of this section; 0 where its block is unknown."""
        index = self._index.get(place.block)
        return 0 if index is None else self._starts[index] + min(max(place.offset, 0), self._lengths[index])

    def has(self, block: str) -> bool:
        """Return whether the section has a block with this id."""
        return block in self._index

    def place(self, at: int) -> Place:
        """Return the place of the character at *at*; the section's beginning where it has no blocks."""
        index = bisect_right(self._starts, max(at, 0)) - 1
        if index < 0:
            return Place(self.section)
        return Place(self.section, self.blocks[index], min(max(at - self._starts[index], 0), self._lengths[index]))

    def span(self, block: str) -> tuple[int, int]:
        """Return where a block begins and ends; (0, 0) for one that is unknown."""
        index = self._index.get(block)
        return (0, 0) if index is None else (self._starts[index], self._starts[index] + self._lengths[index])


class SectionTexts:
    """The texts of a guide's sections; the ones that were asked for last are kept."""

    def __init__(self, guide: Guide) -> None:
        self.guide = guide
        self._kept: OrderedDict[str, SectionText] = OrderedDict()

    def of(self, section: str) -> SectionText:
        """Return the text of a section; an empty one for an id that is unknown."""
        found = self._kept.get(section)
        if found is None:
            found = SectionText(section, self.guide.blocks(section))
            self._kept[section] = found
            while len(self._kept) > KEPT:
                self._kept.popitem(last=False)
        self._kept.move_to_end(section)
        return found

    def at(self, place: Place) -> int:
        """Return how many characters stand before a place in its section."""
        return self.of(place.section).at(place)
