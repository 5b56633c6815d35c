"""The quiet lines under the explained words: dots, and finer, sparser ones under words that were looked up before.

Two lines stand under the words of the node that one is at in the pathway, marked otherwise or not.

They are painted over the text and are no part of its document, which would have to be laid out anew at each look-up.
No line is told by its colour alone (WCAG 2.2, 1.4.1).
"""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from reader.ui.article.places import Hyperlink

if TYPE_CHECKING:
    from reader.ui.article.column import Column

BELOW = 0.25  # from the letters' foot to the line, of the size of the text
THICK = 0.06  # of the size of the text; in whole pixels, at least one
DOT = 0.1  # the length of a dot, likewise, at least two; the gaps between dots are as long
APART = 4  # times its length: the gap after a dot under a word that was looked up before


class TermLines:
    """A layer above the text: one line under each term that is marked."""

    def __init__(self) -> None:
        self.looked_up: Collection[str] = frozenset()  # ids of entries
        self.in_pathway = ""  # the id of the entry whose node one is at, or ""

    def paint_below(self, painter: QPainter, column: Column) -> None:
        """Paint nothing: the line lies over what the words stand on."""

    def paint_above(self, painter: QPainter, column: Column) -> None:
        """Paint the lines of the terms in view."""
        size = column.text_size()
        thick, dot = max(1, round(THICK * size)), max(2, round(DOT * size))
        dots, sparse = (_pen(column.theme.accent, thick, dot, gap) for gap in (dot, APART * dot))
        last = column.cursorForPosition(QPoint(column.viewport().width(), column.viewport().height())).position()
        whole = QPen(QColor(column.theme.accent), thick, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap)
        first, below = column.top_position(), round(BELOW * size)
        for link in column.places.links_between(first, last):
            kind, _, entry = link.address.partition(":")
            if kind == "term" and entry != self.in_pathway:
                _underline(painter, column, link, sparse if entry in self.looked_up else dots, below)
        if not self.in_pathway:
            return
        for link in (*column.places.links_between(first, last), *column.places.unmarked_between(first, last)):
            if link.address == f"term:{self.in_pathway}":
                for y in (below, below - 2 * thick):
                    _underline(painter, column, link, whole, y)


def _underline(painter: QPainter, column: Column, words: Hyperlink, pen: QPen, below: int) -> None:
    """Draw a line so many pixels below the feet of the letters."""
    painter.setPen(pen)
    for foot in column.feet(words.start, words.end):
        y = round(foot.y + below) + pen.width() / 2
        painter.drawLine(QPointF(round(foot.left), y), QPointF(round(foot.right), y))


def _pen(colour: str, thick: int, dot: int, gap: int) -> QPen:
    pen = QPen(QColor(colour), thick, Qt.PenStyle.CustomDashLine, Qt.PenCapStyle.FlatCap)
    pen.setDashPattern([dot / thick, gap / thick])
    return pen
