"""One step at a time: the paragraphs that are shown, in order, and how long one has read.

A section's heading is a step, too. What a depth hides is passed over, whatever its number.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from reader.core.numbering import Numbering, Paragraph

LONGEST_STEP = 180.0  # seconds; who takes longer over one paragraph has rested


class Steps:
    """The way through a guide, paragraph by paragraph."""

    def __init__(self, numbering: Numbering, is_shown: Callable[[Paragraph], bool]) -> None:
        self._numbering = numbering
        self._is_shown = is_shown

    def after(self, paragraph: Paragraph) -> Paragraph | None:
        """Return the next paragraph, or None at the end of the guide."""
        return next(self._from(paragraph, 1), None)

    def before(self, paragraph: Paragraph) -> Paragraph | None:
        """Return the paragraph before, or None at the beginning of the guide."""
        return next(self._from(paragraph, -1), None)

    def nearest(self, paragraph: Paragraph) -> Paragraph:
        """Return the paragraph itself or, when it is hidden, the one shown before it, or after it."""
        if self._is_shown(paragraph):
            return paragraph
        return self.before(paragraph) or self.after(paragraph) or paragraph

    def progress(self, paragraph: Paragraph) -> tuple[int, int]:
        """Return which of its section's paragraphs it is, from 1 (0: the heading), and how many there are."""
        shown = [each for each in self._numbering.of_section(paragraph.section)[1:] if self._is_shown(each)]
        return sum(each.ordinal <= paragraph.ordinal for each in shown), len(shown)

    def _from(self, paragraph: Paragraph, direction: int) -> Iterator[Paragraph]:
        """Yield the paragraphs that are shown, from the one next to *paragraph*."""
        outline = self._numbering.outline
        index, within = paragraph.of - 1, paragraph.ordinal
        while 0 <= index < len(outline):
            paragraphs = self._numbering.of_section(outline[index].id)
            ahead = paragraphs[within + 1 :] if direction > 0 else paragraphs[:within][::-1]
            yield from (each for each in ahead if self._is_shown(each))
            index += direction
            within = -1 if direction > 0 else len(self._numbering.of_section(outline[index].id))


class Sitting:
    """How long somebody has read without a rest. Times are seconds of a clock that never goes back."""

    def __init__(self, now: float) -> None:
        self._last = now
        self._read = 0.0

    def step(self, now: float) -> float:
        """Take note of a step and return the seconds read so far; of a step that took very long, three minutes."""
        self._read += min(max(now - self._last, 0.0), LONGEST_STEP)
        self._last = now
        return self._read
