"""The one paragraph that is lit: alone while one reads step by step, or for a moment where one has been led to it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QTextBlock

from reader.core.numbering import Paragraph
from reader.core.text import Place
from reader.ui import theme as look
from reader.ui.article import callouts
from reader.ui.article.gutter import BEYOND, GUTTER

if TYPE_CHECKING:
    from reader.ui.article.column import Column

AROUND = 6  # pixels of ground above and below the words
BAR = 4  # pixels
EDGE = 2  # pixels


class Ground:
    """A layer: a ground with a bar below the words of one paragraph."""

    def __init__(self) -> None:
        self.paragraph: Paragraph | None = None

    def rect(self, column: Column) -> QRectF | None:
        """Return the rectangle of the words that are lit in viewport pixels; None when none are in the document."""
        if self.paragraph is None:
            return None
        whole = QRectF()
        for block in self.paragraph.blocks:
            ends = column.places.ends(Place(self.paragraph.section, block))
            if ends is None:
                return None
            for position in ends:  # a long paragraph is several blocks of the document
                whole = whole.united(column.block_rect(column.document().findBlock(position)))
        for title in self._titles(column):
            whole = whole.united(column.block_rect(title))
        return QRectF(0, whole.top(), column.viewport().width(), whole.height()) if whole.height() else None

    def _titles(self, column: Column) -> Iterator[QTextBlock]:
        """Yield the lines of ours above the words that say what they are: a box's name, a column's in a narrow table.

        What stands above a section's heading is the guide's own title, or the end of another section.
        """
        places = column.places
        span = places.span(self.paragraph) if self.paragraph is not None and self.paragraph.ordinal else None
        block = column.document().findBlock(span[0]).previous() if span is not None else QTextBlock()
        while block.isValid() and block.text().strip() and self._is_of_it(places.place(block.position())):
            yield block
            block = block.previous()

    def _is_of_it(self, place: Place | None) -> bool:
        return self.paragraph is not None and place is not None and place.block == self.paragraph.block

    def ground(self, column: Column) -> QRectF | None:
        """Return the rectangle that is painted behind the words: they, the gutters and a little room.

        At the beginning and the end of a callout it reaches to the callout's edge, so that nothing of that sticks out.
        """
        words = self.rect(column)
        span = column.places.span(self.paragraph) if self.paragraph is not None else None
        if words is None or span is None:
            return None
        before = min(GUTTER, column.viewport().x())  # no farther than the window, or nobody would see the bar
        ground = words.adjusted(-before, -AROUND, BEYOND, AROUND)
        callout = callouts.around(column.document().findBlock(span[0]), column)
        above, below = callouts.room(column)
        if callout and callout.top() + above >= words.top():
            ground.setTop(callout.top())
        if callout and callout.bottom() - below <= words.bottom():
            ground.setBottom(callout.bottom())
        return ground

    def paint_below(self, painter: QPainter, column: Column) -> None:
        """Paint the ground, its edge and the bar: more than a colour, so that nobody has to see colours."""
        ground = self.ground(column)
        if ground is None:
            return
        look.fill(painter, ground, column.theme.tint)
        pen = QPen(QColor(column.theme.edge), EDGE)
        pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
        painter.setPen(pen)
        painter.drawRect(ground.adjusted(EDGE / 2, EDGE / 2, -EDGE / 2, -EDGE / 2))
        look.fill(painter, QRectF(ground.left(), ground.top(), BAR, ground.height()), column.theme.accent)

    def paint_above(self, painter: QPainter, column: Column) -> None:
        """Paint nothing: all other words stay as they are."""


class Lit(Ground):
    """A layer that has a veil over all other words, too, which leaves the paper as it is."""

    def paint_above(self, painter: QPainter, column: Column) -> None:
        """Dim everything else to the second ink, exactly: nothing becomes weaker, and the paper stays.

        The lighter of two colours (on a dark page the darker one) is ink's for `quiet`, and the ground's own.
        """
        ground = self.ground(column)
        if ground is None:
            return
        modes = QPainter.CompositionMode
        dark = column.theme.is_dark
        painter.setCompositionMode(modes.CompositionMode_Darken if dark else modes.CompositionMode_Lighten)
        width, height = column.viewport().width(), column.viewport().height()
        for veil in (QRectF(0, 0, width, ground.top()), QRectF(0, ground.bottom(), width, height - ground.bottom())):
            if veil.height() > 0:
                look.fill(painter, veil, column.theme.quiet)
