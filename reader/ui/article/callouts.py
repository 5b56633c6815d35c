"""The grounds and frames of callouts, and the points of lists: Qt's own are a table and a blot."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QTextBlock, QTextListFormat

from reader.ui import theme as look
from reader.ui.article.formats import BOX, CALLOUT, CALLOUT_ABOVE, CALLOUT_BELOW
from reader.ui.theme import Theme

if TYPE_CHECKING:
    from reader.ui.article.column import Column

BAR = 4  # pixels; before a section in short
DEPTHS = ("gist", "key-points")
EDGE = 2  # pixels
POINT = 0.135  # radius of the point before a list item, of the size of the text


class Callouts:
    """A layer below the text: grounds and frames."""

    def __init__(self) -> None:
        self.has_grounds = True  # not while a paragraph is lit: then it alone has one

    def paint_below(self, painter: QPainter, column: Column) -> None:
        """Paint the callouts' grounds."""
        for box, callout in self.boxes(column):
            _paint_callout(painter, column.theme, box, callout, has_ground=self.has_grounds)

    def paint_above(self, painter: QPainter, column: Column) -> None:
        """Paint nothing."""

    def boxes(self, column: Column) -> Iterable[tuple[QRectF, str]]:
        """Yield the rectangles of the callouts in view, and what they are."""
        last = 0
        for block, _ in column.blocks_in_view():
            number = _box(block)
            if number and number != last:
                yield around(block, column), str(block.blockFormat().property(CALLOUT) or "")
            last = number


class Points:
    """A layer below the text, over all grounds: the points before list items."""

    def paint_below(self, painter: QPainter, column: Column) -> None:
        """Paint a full point, or an empty one in a list inside another."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QColor(column.theme.ink))
        radius = POINT * column.text_size()
        for centre, is_full in _points(column):
            painter.setBrush(QColor(column.theme.ink) if is_full else Qt.BrushStyle.NoBrush)
            painter.drawEllipse(centre, radius, radius)

    def paint_above(self, painter: QPainter, column: Column) -> None:
        """Paint nothing."""


def _paint_callout(painter: QPainter, theme: Theme, box: QRectF, callout: str, *, has_ground: bool) -> None:
    """Paint a ground for a section in short, a frame for what is said beside it; a strong one for a warning."""
    if callout in DEPTHS:
        if has_ground:
            look.fill(painter, box, theme.edge)
            look.fill(painter, box.adjusted(EDGE, EDGE, -EDGE, -EDGE), theme.tint)
        look.fill(painter, QRectF(box.left(), box.top(), BAR, box.height()), theme.accent)
        return
    is_warning = callout == "warning"
    width = 2.0 if is_warning else 1.0
    painter.setPen(QPen(QColor(theme.ink if is_warning else theme.rule), width))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(box.adjusted(width / 2, width / 2, -width / 2, -width / 2))


def around(block: QTextBlock, column: Column) -> QRectF:
    """Return the rectangle of the callout that *block* stands in; no farther out of view than anybody sees.

    It is empty for a block outside callouts.
    """
    if not _box(block):
        return QRectF()
    first = last = block
    while _box(first.previous()) == _box(block) and column.block_rect(first).bottom() > 0:
        first = first.previous()
    while _box(last.next()) == _box(block) and column.block_rect(last).top() < column.viewport().height():
        last = last.next()
    above, below = room(column)
    top, bottom = column.block_rect(first).top() - above, column.block_rect(last).bottom() + below
    return QRectF(0, top, column.viewport().width(), bottom - top)


def room(column: Column) -> tuple[int, int]:
    """Return how many pixels a callout has above and below its text."""
    above, more = (round(each * column.text_size()) for each in (CALLOUT_ABOVE, CALLOUT_BELOW))
    return above, above + more


def _points(column: Column) -> Iterable[tuple[QPointF, bool]]:
    """Yield the middle of the point before each list item in view, and whether it is a full one."""
    away = column.document().indentWidth() / 2
    for block, box in column.blocks_in_view():
        items = block.textList()
        if items and items.format().style() == QTextListFormat.Style.ListStyleUndefined:
            line = block.layout().lineAt(0)
            middle = box.top() + line.y() + line.ascent() - line.height() / 6  # of a small letter
            yield QPointF(box.left() + line.x() - away, middle), items.format().indent() < 2


def _box(block: QTextBlock) -> int:
    return int(block.blockFormat().property(BOX) or 0)
