"""Headings in up to three lines, at a cost that does not grow with the heading."""

from __future__ import annotations

import math
from bisect import bisect_right

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetricsF

MOST_LINES = 3
LONGEST = 400  # characters that are looked at: three lines hold fewer


class Wrapper:
    """Wraps headings for one face. Widths of words are kept: ten thousand headings share their words."""

    def __init__(self, metrics: QFontMetricsF) -> None:
        self._metrics = metrics
        self._space = metrics.horizontalAdvance(" ")
        self._widths: dict[str, float] = {}

    @property
    def line_height(self) -> int:
        """The height of a line in pixels."""
        return math.ceil(self._metrics.height())

    def lines(self, text: str, width: int) -> list[str]:
        """Return *text* in lines of at most *width* pixels; a text of more than three lines ends in an ellipsis."""
        lines = self._broken(text, width)
        if len(lines) > MOST_LINES or len(text) > LONGEST:
            last = min(MOST_LINES, len(lines)) - 1
            rest = " ".join(lines[last:]) + "…"  # even where the words alone would fit: more follows
            lines[last:] = [self._metrics.elidedText(rest, Qt.TextElideMode.ElideRight, width)]
        return lines

    def count(self, text: str, width: int) -> int:
        """Return how many lines `lines` would make, at least 1."""
        return min(MOST_LINES, len(self._broken(text, width))) or 1

    def _broken(self, text: str, width: int) -> list[str]:
        """Return *text* in lines; the rest that needs more than three of them as a fourth of any length."""
        lines: list[str] = []
        start, used = 0, 0.0
        words = text[:LONGEST].split()
        for number, word in enumerate(words):
            needed = self._widths.get(word) or self._measure(word)
            if number and used + self._space + needed <= width:
                used += self._space + needed
            elif needed > width:
                return self._by_letter(" ".join(words), width)
            else:
                if number:
                    lines.append(" ".join(words[start:number]))
                if len(lines) == MOST_LINES:
                    return [*lines, " ".join(words[number:])]
                start, used = number, needed
        return [*lines, " ".join(words[start:])]

    def _measure(self, word: str) -> float:
        width = self._widths[word] = self._metrics.horizontalAdvance(word)
        return width

    def _by_letter(self, text: str, width: int) -> list[str]:
        """Break a text with a word that is longer than a line wherever a line is full."""
        lines: list[str] = []
        while text and len(lines) < MOST_LINES:
            fits = bisect_right(
                range(1, len(text) + 1), float(width), key=lambda end: self._metrics.horizontalAdvance(text[:end])
            )
            lines.append(text[: max(1, fits)].rstrip())
            text = text[max(1, fits) :].lstrip()
        return [*lines, text] if text else lines
