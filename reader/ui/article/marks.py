"""Marks over the text that are not part of it: the open term, the hits of a search."""

from __future__ import annotations

from bisect import bisect_left

from PySide6.QtGui import QBrush, QColor, QTextCharFormat, QTextCursor, QTextDocument
from PySide6.QtWidgets import QTextEdit

from reader.core.find import Hit
from reader.ui.article.places import Anchor, Places
from reader.ui.theme import Theme


class Marks:
    """What is marked in an article."""

    def __init__(self) -> None:
        self.term: Anchor | None = None  # whose explanation is open
        self.hits: list[Hit] = []
        self.current = -1  # which of the hits one is at

    @property
    def hit(self) -> Hit | None:
        """The hit one is at, or None."""
        return self.hits[self.current] if 0 <= self.current < len(self.hits) else None

    def shown(
        self, document: QTextDocument, places: Places, theme: Theme, first: int, last: int
    ) -> list[QTextEdit.ExtraSelection]:
        """Return the marks between two document positions: Qt lays out anew whatever is marked, seen or not."""
        marks = [_mark(document, theme, self.term.start, self.term.end)] if self.term is not None else []
        # Hits stand in reading order: those in view follow one another.
        number = bisect_left(self.hits, first, key=lambda hit: places.range(hit)[1])
        for hit in self.hits[number:]:
            start, end = places.range(hit)
            if start > last:
                break
            marks.append(_mark(document, theme, start, end, current=hit == self.hit))
        return marks


def _mark(
    document: QTextDocument, theme: Theme, start: int, end: int, *, current: bool = False
) -> QTextEdit.ExtraSelection:
    """Return a mark over the document positions *start* to *end*; the *current* one of several stands out."""
    made = QTextEdit.ExtraSelection()
    words = QTextCursor(document)
    words.setPosition(start)
    words.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
    letters = QTextCharFormat()
    letters.setBackground(QBrush(QColor(theme.accent if current else theme.lit)))
    letters.setForeground(QBrush(QColor(theme.paper if current else theme.ink)))
    made.cursor = words
    made.format = letters
    return made
