"""How a heading is drawn: a sign for what is inside it, its words in up to three lines, progress, minutes or a box."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPointF, QRect, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QStyledItemDelegate, QTreeView

from reader.ui import theme as look
from reader.ui.outline import signs
from reader.ui.outline.headings import NONE, POSITION, Headings, Index, minutes
from reader.ui.outline.wrap import Wrapper
from reader.ui.theme import Theme
from reader.ui.widgets.tip import tip

if TYPE_CHECKING:  # each class of Qt that is named costs a millisecond of the start
    from PySide6.QtGui import QHelpEvent
    from PySide6.QtWidgets import QAbstractItemView, QStyleOptionViewItem

GUTTER = 28  # left of the words: the bar, and the sign of what is inside
INDENT = 16
BAR = 4
GAP = 8
RIGHT = 8  # beside the scroll bar, which has room of its own
LEAST_ROOM = 60  # for the words, in pixels
MARGIN = 12  # above and below the words together with the space between lines


class Rows(QStyledItemDelegate):
    """Draws the rows of one tree. Heights stand in the model: asked of Python, ten thousand would take too long."""

    def __init__(self, theme: Theme, view: QTreeView) -> None:
        super().__init__(view)
        self.theme = theme
        self.headings = Headings(())
        self.reading = NONE  # the position of the row that wears the mark
        self.hovered = NONE  # asked of the style, this would load all its names at every start
        self.matches: frozenset[int] | None = None  # while the outline is filtered, what it was filtered for
        self._view = view
        self._wrapper = Wrapper(QFontMetricsF(look.sans(strong=True)))
        self._minutes_width = 0

    def heights(self) -> list[int]:
        """Return the height of every row at the view's width, in pixels."""
        small = QFontMetricsF(look.sans(look.SMALL_PX))
        most = max((section.minutes for section in self.headings.sections), default=1)
        self._minutes_width = math.ceil(small.horizontalAdvance(minutes(most)))
        rooms = [self._room(depth) for depth in range(max(self.headings.depths, default=0) + 1)]
        line, count = self._wrapper.line_height, self._wrapper.count
        return [
            max(look.TARGET_PX, count(section.title, rooms[depth]) * line + 2 * MARGIN - GAP)
            for section, depth in zip(self.headings.sections, self.headings.depths, strict=True)
        ]

    def left(self, position: int) -> int:
        """Return where the words of a row begin; what is left of them opens and closes what is inside."""
        return self._left(self.headings.depths[position])

    def box_left(self) -> int:
        """Return where the end of a row begins that is all its box, while there are boxes: in place of the minutes."""
        return self._right() - max(self._minutes_width, signs.BOX) - GAP

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw a row."""
        position, rect = index.data(POSITION), option.rect
        painter.save()
        if position == self.reading:
            self._draw_ground(painter, rect)
        self._draw_words(painter, rect, position)
        middle = rect.center().y() + 0.5
        if self.headings.hasChildren(index):
            left = self.left(position) - GUTTER / 2 + BAR / 2
            is_open = self._view.isExpanded(index)
            signs.chevron(painter, QPointF(left, middle), self.theme.quiet, is_open=is_open)
        if self.headings.ticks is None:
            self._draw_measure(painter, rect, position)
        else:
            state = self.headings.ticks.get(self.headings.sections[position].id, "")
            signs.box(painter, QPointF(self._right() - signs.BOX / 2, middle), self.theme, state)
        if self._view.hasFocus() and index == self._view.currentIndex():
            painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
            painter.setPen(QPen(QColor(self.theme.accent), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(rect.adjusted(2, 2, -2, -2))
        painter.restore()

    def helpEvent(self, event: QHelpEvent, view: QAbstractItemView, option: QStyleOptionViewItem, index: Index) -> bool:
        """Tell all of a heading that was shortened, and what the sign of its progress says."""
        from PySide6.QtWidgets import QToolTip

        if event.type() != QEvent.Type.ToolTip or not index.isValid():
            return False
        position = index.data(POSITION)
        title, progress = self.headings.sections[position].title, self.headings.progress(position)
        is_short = " ".join(self._lines(position)) == " ".join(title.split())
        said = [*([] if is_short else [title]), *([progress.capitalize()] if progress else [])]
        QToolTip.showText(event.globalPos(), tip(*said), view)
        return True

    def _draw_ground(self, painter: QPainter, rect: QRect) -> None:
        look.fill(painter, rect, self.theme.edge)
        look.fill(painter, rect.adjusted(0, 2, -2, -2), self.theme.tint)
        look.fill(painter, QRect(rect.left(), rect.top(), BAR, rect.height()), self.theme.accent)

    def _draw_words(self, painter: QPainter, rect: QRect, position: int) -> None:
        font = look.sans(strong=position == self.reading)
        font.setUnderline(position == self.hovered)
        painter.setFont(font)
        only_around = self.matches is not None and position not in self.matches
        painter.setPen(QColor(self.theme.quiet if only_around else self.theme.ink))
        lines, height = self._lines(position), self._wrapper.line_height
        top = rect.top() + (rect.height() - len(lines) * height) // 2
        for number, line in enumerate(lines):
            row = QRect(self.left(position), top + number * height, rect.width(), height)
            painter.drawText(row, Qt.AlignmentFlag.AlignVCenter, line)

    def _draw_measure(self, painter: QPainter, rect: QRect, position: int) -> None:
        right = self._right()
        painter.setFont(look.sans(look.SMALL_PX))
        painter.setPen(QColor(self.theme.quiet))
        place = QRect(rect.left(), rect.top(), right, rect.height())
        text = minutes(self.headings.sections[position].minutes)
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, text)
        centre = QPointF(right - self._minutes_width - GAP - signs.SIDE / 2, rect.center().y() + 0.5)
        signs.progress(painter, centre, self.theme.quiet, self.headings.reached[position])

    def _lines(self, position: int) -> list[str]:
        title = self.headings.sections[position].title
        return self._wrapper.lines(title, self._room(self.headings.depths[position]))

    def _room(self, depth: int) -> int:
        beside = self._left(depth) + GAP + signs.SIDE + GAP + self._minutes_width
        return max(LEAST_ROOM, self._right() - beside)

    def _left(self, depth: int) -> int:
        return GUTTER + min(depth * INDENT, self._view.width() // 5)

    def _right(self) -> int:
        """Return where the minutes end: beside the scroll bar, be it there or not, so that nothing moves when it is."""
        return self._view.width() - self._view.verticalScrollBar().sizeHint().width() - RIGHT
