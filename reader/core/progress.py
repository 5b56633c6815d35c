"""How far one has read: the minutes left in a section, and how much of it counts as read.

What was in view while the text stood still counts, once it stood there a fifth of the time that reading it takes. So a
quick way through to the end counts for nothing, fast readers are believed, and nobody has to tick anything.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping

from reader.core.guide import Guide
from reader.core.records import minutes
from reader.core.section_text import SectionText, SectionTexts
from reader.core.text import Place

SECONDS_A_CHARACTER = 0.01  # a fifth of what reading takes: six characters a word, a space among them
SCREENFUL = 1500  # characters; a longer paragraph is never in view as a whole, so no more is asked of it
DIGITS = 3  # of a share: a section of ten thousand characters still notices a line


def minutes_left(texts: SectionTexts, place: Place) -> int:
    """Return how many minutes of reading are left in the section of a place: at least 1."""
    section, text = texts.guide.section(place.section), texts.of(place.section)
    if section is None or not len(text):
        return 1
    return minutes(section.words * (1 - text.at(place) / len(text)))


def share(guide: Guide, read: Mapping[str, float]) -> float:
    """Return how much of all words of a guide was read, 0 to 1, from how much was of each section."""
    words = sum(section.words for section in guide.outline)
    done = math.fsum(section.words * read.get(section.id, 0.0) for section in guide.outline)
    return round(min(done / words, 1.0), DIGITS) if words else 0.0


class Progress:
    """What was read of a guide: `read` says how much of each section, 0 to 1, where it is more than nothing.

    Of an earlier time only the shares are known. They are taken to have been the beginning of each section.
    """

    def __init__(self, texts: SectionTexts, read: Mapping[str, float]) -> None:
        self._texts = texts
        known = {section.id for section in texts.guide.outline}
        self.read = {name: value for name, value in read.items() if name in known and value > 0}
        self._done: dict[str, set[str]] = {}  # section -> its blocks that count
        self._seconds: dict[str, float] = {}  # block -> how long it was in view, in seconds a character

    def rest(self, ends: Iterable[Place], seconds: float) -> bool:
        """Count *seconds* in which the text stood still with these *ends* of blocks in view.

        Returns whether more counts as read than before. A place that is no block's end is passed over: its end is
        still to come.
        """
        blocks = self._whole(ends)
        length = self._length(blocks)
        if not length or seconds <= 0:
            return False
        changed = set()
        for section, block in blocks:
            self._seconds[block] = self._seconds.get(block, 0.0) + seconds / length
            if self._seconds[block] >= SECONDS_A_CHARACTER and block not in self._done_in(section):
                self._done[section].add(block)
                changed.add(section)
        grown = [self._count(section) for section in changed]
        return any(grown)

    def seconds_needed(self, ends: Iterable[Place]) -> float:
        """Return how long the text has to stand still with these *ends* in view, in seconds."""
        return self._length(self._whole(ends)) * SECONDS_A_CHARACTER

    def _whole(self, ends: Iterable[Place]) -> dict[tuple[str, str], None]:
        return {
            (place.section, place.block): None
            for place in ends
            if self._texts.at(place) == self._texts.of(place.section).span(place.block)[1]
        }

    def _length(self, blocks: Iterable[tuple[str, str]]) -> int:
        return sum(min(_length(self._texts.of(section), block), SCREENFUL) for section, block in blocks)

    def _done_in(self, section: str) -> set[str]:
        """Return the blocks of a section that count, at first those in the share that was read before."""
        if section not in self._done:
            text = self._texts.of(section)
            end = (self.read.get(section, 0.0) + 0.5 * 10**-DIGITS) * len(text)
            self._done[section] = {block for block in text.blocks if text.span(block)[1] <= end}
        return self._done[section]

    def _count(self, section: str) -> bool:
        text = self._texts.of(section)
        whole = sum(_length(text, block) for block in text.blocks)
        done = sum(_length(text, block) for block in self._done[section])
        value = round(done / whole, DIGITS) if whole else 1.0
        if value <= self.read.get(section, 0.0):
            return False
        self.read[section] = value
        return True


def _length(text: SectionText, block: str) -> int:
    start, end = text.span(block)
    return end - start
