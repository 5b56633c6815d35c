"""A passage beside a stretch of an edited guide: whether what is left of it there is what was meant.

Rather nothing than wrong words: a quote must have enough of itself and of what stood around it. The shorter it is, the
more of its neighbours must be there, since few words are anybody's.
"""

from __future__ import annotations

from typing import NamedTuple

from reader.core.folding import fold
from reader.core.notebook.passage import How, Standing, stand_at
from reader.core.notebook.remains import Remains
from reader.core.section_text import SectionText

SHORT, LONG = 24, 48  # letters of a quote: below, it needs its neighbours on both sides; above, it speaks for itself
SPARSE, MUCH, MOST_OF, NEARLY_ALL = 0.3, 0.5, 0.6, 0.8  # of the letters of a quote, or of those around it
SPELT = 0.7  # of a short quote's letters, in the same order, whatever words they make


class _Likeness(NamedTuple):
    """How much of a quote is left in what may stand for it."""

    words: int  # letters of the quote's words
    then: str  # the quote, folded
    now_text: str
    kept: int  # letters of the words that both have
    now: int  # letters of what may stand for it

    @property
    def is_one(self) -> bool:
        """Whether a short quote was but spelt in another way, or has most of its words still."""
        from rapidfuzz.distance import Indel

        is_left = self.kept >= MUCH * max(self.words, self.now) > 0
        return is_left or Indel.normalized_similarity(self.then, self.now_text) >= SPELT


class Comparison:
    """Judges what is left of a passage in one place."""

    def __init__(self, left: Remains) -> None:
        self._left = left

    def judged(self) -> tuple[Standing | None, int]:
        """Return where the passage stands here, or None; and how many of its letters are there still."""
        ends = self._left.ends()
        if ends is None:
            return None, 0
        text, low, high = self._left.characters(*ends)
        target = self._left.passage.target
        if not low < high:
            return None, 0
        around = sum(self._left.weight(index) for index in self._left.around if index in self._left.pairs)
        is_home = text.section == target.section
        standing = stand_at(target, text, low, high)
        if fold(text.text[low:high]).text == fold(target.quote).text:
            kept = self._left.quote_letters + around
            how: How = "exact" if standing == target else "moved"
            is_meant = self._is_same(ends, is_home) and not self._is_another_like_it(text, standing.block)
            return (Standing(standing, how), kept) if is_meant else (None, 0)
        kept = self._left.kept(*ends) if self._left.quote_letters < SHORT else self._left.kept_in_place()
        now = sum(self._left.wording.ends[word] - self._left.wording.starts[word] for word in range(*ends))
        likeness = _Likeness(
            self._left.quote_letters, fold(target.quote).text, fold(text.text[low:high]).text, kept, now
        )
        return (
            (Standing(standing, "changed"), kept + around) if self._is_changed(ends, likeness, is_home) else (None, 0)
        )

    def _is_same(self, ends: tuple[int, int], is_home: bool) -> bool:
        """Whether the same words are the ones that were meant, and not those of another sentence."""
        if self._left.quote_letters >= LONG or self._left.run(ends) >= (LONG if is_home else 2 * LONG):
            return True
        before, after = self._left.sides(ends)
        # What stands before the block may be there though the block has gone.
        is_inside = self._left.passage.target.start > 0 or after is None
        sides = [side for side in (before if is_inside else None, after) if side is not None]
        there = self._left.share_inside()
        if is_home and self._left.quote_letters >= SHORT:
            return there >= MUCH and any(side.holds for side in sides)
        if not sides or there < (MOST_OF if is_home else NEARLY_ALL):
            return False
        return all(side.is_next or (side.holds and there >= NEARLY_ALL) for side in sides)

    def _is_another_like_it(self, text: SectionText, block: str) -> bool:
        """Whether a row went, and this cell is one of those around it that say the same."""
        target = self._left.passage.target
        low, high = text.span(block)
        if (target.before + target.quote + target.after).count(text.text[low:high]) < 2:
            return False
        inside = len(target.before) - target.start
        outside = [index for index, end in enumerate(self._left.passage.words.ends) if end <= inside]
        return bool(outside) and outside[-1] not in self._left.pairs

    def _is_changed(self, ends: tuple[int, int], likeness: _Likeness, is_home: bool) -> bool:
        """Whether other words are what became of those that were meant."""
        quote = self._left.quote_letters
        sides = [side for side in self._left.sides(ends) if side is not None]
        is_framed = bool(sides) and all(side.is_next for side in sides)
        there = self._left.share(self._left.around)
        if quote < SHORT:
            return is_framed and there >= MUCH and is_home and likeness.is_one
        dense = likeness.kept >= (SPARSE if is_framed else MUCH) * likeness.now
        if not dense or likeness.kept < MUCH * quote:
            return False
        if self._left.longest_run() >= LONG and (is_home or likeness.kept >= NEARLY_ALL * quote):
            return True
        needed = MUCH if is_home else MOST_OF
        return there >= needed and likeness.kept >= needed * quote and all(side.holds for side in sides)
