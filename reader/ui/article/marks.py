"""Marks over the text that are not part of it: the open term, the hits of a search.

No mark is a colour alone (WCAG 2.2, 1.4.1): every hit is underlined, the one that one is at has a frame.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtGui import QColor, QPainter, QPen, QTextCharFormat, QTextCursor, QTextDocument
from PySide6.QtWidgets import QTextEdit

from reader.core.find import NO_HITS, Hit, Hits
from reader.core.text import Place
from reader.ui.article.places import Hyperlink

if TYPE_CHECKING:
    from reader.ui.article.column import Column

FRAME = 2  # pixels; of paper between the hit and its frame, and of the frame


class Marks(QObject):
    """Marks them in a column."""

    place_wanted = Signal(Place)  # where the hit stands that is to be seen

    def __init__(self, column: Column) -> None:
        super().__init__(column)
        self._column = column
        self.frame = HitFrame()
        self.term: Hyperlink | None = None  # the words whose explanation is open
        self.hits = NO_HITS
        self._current = -1  # which of the hits one is at

    @property
    def hit(self) -> Hit | None:
        """The hit one is at, or None."""
        return self.hits[self._current] if 0 <= self._current < len(self.hits) else None

    def clear(self) -> None:
        """Forget all marks: they are of another guide."""
        self.term, self.hits, self._current = None, NO_HITS, -1

    def show_hits(self, hits: Hits, current: int, *, move: bool = True) -> None:
        """Mark *hits*, and ask for the one numbered *current* to be seen."""
        if hits is NO_HITS and self.hit is not None:
            self.select(self.hit)
        self.hits, self._current = hits, current
        if move and self.hit is not None:
            self.place_wanted.emit(self.hit.place)
        self.show()

    def select(self, hit: Hit) -> None:
        """Leave a hit selected when the search is over, so that the eye does not lose it."""
        start, end = self._column.places.range(hit)
        words = QTextCursor(self._column.document())
        words.setPosition(start)
        words.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        self._column.set_caret(words)

    def mark_term(self, link: Hyperlink) -> None:
        """Mark the words whose explanation is open."""
        self.term = link
        self.show()

    def forget_term(self) -> None:
        """Take the mark from the term whose explanation was open."""
        self.term = None
        self.show()

    def carry(self, change: Callable[[Hyperlink], Hyperlink | None]) -> None:
        """Take the marks along to where their words stand now."""
        self.term = change(self.term) if self.term is not None else None
        self._frame_hit()

    def show(self) -> None:
        """Show the open term and the hits that are in view."""
        self._frame_hit()
        column = self._column
        last = column.cursorForPosition(QPoint(column.viewport().width(), column.viewport().height())).position()
        column.setExtraSelections(self._between(column.top_position(), last))

    def _frame_hit(self) -> None:
        framed = self._column.places.range(self.hit) if self.hit is not None else (0, 0)
        if framed != self.frame.range:
            self.frame.range = framed
            self._column.viewport().update()  # the frame reaches beyond the letters that Qt paints anew

    def _between(self, first: int, last: int) -> list[QTextEdit.ExtraSelection]:
        """Return the marks between two document positions: Qt lays out anew whatever is marked, seen or not."""
        document, places, theme = self._column.document(), self._column.places, self._column.theme
        lit = _letters(theme.ink, theme.lit)
        marks = [_mark(document, self.term.start, self.term.end, lit)] if self.term is not None else []
        found = _letters(theme.ink, theme.lit)
        found.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
        found.setUnderlineColor(QColor(theme.ink))
        here = _letters(theme.paper, theme.accent)
        top, bottom = places.place(first), places.place(last)
        if top is not None and bottom is not None:
            for number in self.hits.between(top, bottom):
                start, end = places.range(self.hits[number])
                if start < end:  # else it is hidden
                    marks.append(_mark(document, start, end, here if number == self._current else found))
        return marks


class HitFrame:
    """A layer: the frame around the hit that one is at, for those who do not see its colour."""

    def __init__(self) -> None:
        self.range = (0, 0)  # document positions; empty: no frame

    def paint_below(self, painter: QPainter, column: Column) -> None:
        """Paint nothing: the frame lies over what stands beside the hit."""

    def paint_above(self, painter: QPainter, column: Column) -> None:
        """Paint a line above and one below the hit, on each line of text: at its sides they would cover letters."""
        start, end = self.range
        if start < end:
            painter.setPen(QPen(QColor(column.theme.accent), FRAME))
            for rect in column.rects(start, end):
                frame = rect.adjusted(FRAME / 2, -FRAME, -FRAME / 2, FRAME)
                painter.drawLine(frame.topLeft(), frame.topRight())
                painter.drawLine(frame.bottomLeft(), frame.bottomRight())


def _letters(ink: str, ground: str) -> QTextCharFormat:
    letters = QTextCharFormat()
    letters.setForeground(QColor(ink))
    letters.setBackground(QColor(ground))
    return letters


def _mark(document: QTextDocument, start: int, end: int, letters: QTextCharFormat) -> QTextEdit.ExtraSelection:
    """Return a mark over the document positions *start* to *end*."""
    made = QTextEdit.ExtraSelection()
    words = QTextCursor(document)
    words.setPosition(start)
    words.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
    made.cursor = words
    made.format = letters
    return made
