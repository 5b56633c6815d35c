"""How a word is drawn in a list: the word, below it how its explanation begins or why it was found; what one knows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen, QPolygonF, QTextLayout
from PySide6.QtWidgets import QListView, QStyledItemDelegate

from reader.ui import theme as look
from reader.ui.glossary.word_model import ROW, Index, Row
from reader.ui.theme import Theme
from reader.ui.widgets.marked_text import coloured, laid_out, marked, ranged, strong
from reader.ui.widgets.tip import tip

if TYPE_CHECKING:  # each class of Qt that is named costs a millisecond of the start
    from PySide6.QtGui import QHelpEvent
    from PySide6.QtWidgets import QAbstractItemView, QStyleOptionViewItem

BAR = 4  # pixels at the left of the current row
SIDE = 16  # pixels at the left and at the right of the words
ABOVE = 8  # and below
GAP = 8
TICK = 12
KEPT = 200  # rows that stay laid out
SAMPLE = "Ag"


class WordRows(QStyledItemDelegate):
    """Draws the rows of one list, all of one height."""

    def __init__(self, theme: Theme, view: QListView) -> None:
        super().__init__(view)
        self.hovered = -1  # asked of the style, this would load all its names
        self._theme = theme
        self._view = view
        self._are_mine = False  # all of them
        self._laid_out: dict[tuple[int, int], tuple[QTextLayout, QTextLayout]] = {}  # by number and width
        heights = (_line(SAMPLE, size) for size in (look.TEXT_PX, look.SMALL_PX))
        self._height = max(look.TARGET_PX, round(sum(heights)) + 2 * ABOVE)

    def set_theme(self, theme: Theme) -> None:
        """Draw in other colours."""
        self._theme = theme
        self.forget()

    def list_others(self, *, are_mine: bool) -> None:
        """Take note that other words are listed; *are_mine*: that none need be told from others as the reader's own."""
        self._are_mine = are_mine
        self.forget()

    def forget(self) -> None:
        """Take note that there are other rows."""
        self._laid_out = {}

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the height of every row."""
        return QSize(1, self._height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw the ground, the words, what one knows, and the ring of the keyboard."""
        row: Row = index.data(ROW)
        rect: QRect = option.rect
        term, says = self._layouts(index.row(), row, rect.width())
        is_current = index == self._view.currentIndex()
        painter.save()
        self._draw_ground(painter, rect, is_current=is_current, is_hovered=index.row() == self.hovered)
        painter.setPen(QColor(self._theme.ink))
        corner = QPointF(rect.left() + SIDE, rect.top() + ABOVE)
        term.draw(painter, corner)
        says.draw(painter, corner + QPointF(0, term.boundingRect().height()))
        line = QRectF(rect.left(), corner.y(), rect.width() - SIDE, term.boundingRect().height())
        self._draw_known(painter, line, row)
        if self._view.hasFocus() and is_current:
            painter.setPen(QPen(QColor(self._theme.accent), 2))
            painter.drawRect(rect.adjusted(2, 2, -2, -2))
        painter.restore()

    def helpEvent(self, event: QHelpEvent, view: QAbstractItemView, option: QStyleOptionViewItem, index: Index) -> bool:
        """Tell all of a word that was shortened, and what its signs say."""
        if event.type() != QEvent.Type.ToolTip or not index.isValid():
            return False
        from PySide6.QtWidgets import QToolTip

        row: Row = index.data(ROW)
        said = [row.term, row.says.text]
        if row.is_mine:
            said.append(self.tr("One of my words."))
        if row.was_looked_up:
            said.append(self.tr("You have looked it up before."))
        QToolTip.showText(event.globalPos(), tip(*said), view)
        return True

    def _draw_ground(self, painter: QPainter, rect: QRect, *, is_current: bool, is_hovered: bool) -> None:
        if is_current or is_hovered:
            painter.fillRect(rect, QColor(self._theme.edge))
            painter.fillRect(rect.adjusted(0, 2, -2, -2), QColor(self._theme.tint))
        if is_current:
            painter.fillRect(QRect(rect.left(), rect.top(), BAR, rect.height()), QColor(self._theme.accent))

    def _draw_known(self, painter: QPainter, line: QRectF, row: Row) -> None:
        """Draw at the right end of a line whether the word is the reader's own, and whether it was looked up."""
        painter.setPen(QColor(self._theme.quiet))
        if self._is_told(row):
            painter.setFont(look.sans(look.SMALL_PX))
            painter.drawText(line, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter), self._mine())
            line.setRight(line.right() - self._mine_width() - GAP)
        if row.was_looked_up:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(QColor(self._theme.quiet), 1.7, c=Qt.PenCapStyle.RoundCap, j=Qt.PenJoinStyle.RoundJoin))
            right, middle = line.right(), line.center().y()
            points = ((TICK, 0), (TICK * 2 / 3, TICK / 3), (0, -TICK / 3))
            painter.drawPolyline(QPolygonF([QPointF(right - left, middle + down) for left, down in points]))

    def _layouts(self, number: int, row: Row, width: int) -> tuple[QTextLayout, QTextLayout]:
        """Return the two lines of a row, laid out; those in view are asked for again and again."""
        key = (number, width)
        if key not in self._laid_out:
            if len(self._laid_out) > KEPT:
                self.forget()
            room = width - 2 * SIDE
            beside = (self._mine_width() + GAP) * self._is_told(row) + (TICK + GAP) * row.was_looked_up
            term = laid_out(
                row.term, look.sans(), round(room - beside), 1, [ranged(row.term, 0, len(row.term), strong())]
            )
            text = row.says.text
            formats = [ranged(text, 0, len(text), coloured(self._theme.quiet)), *marked(text, row.says.marks)]
            self._laid_out[key] = term, laid_out(text, look.sans(look.SMALL_PX), room, 1, formats)
        return self._laid_out[key]

    def _is_told(self, row: Row) -> bool:
        return row.is_mine and not self._are_mine

    def _mine(self) -> str:
        return self.tr("mine")

    def _mine_width(self) -> float:
        return QFontMetricsF(look.sans(look.SMALL_PX)).horizontalAdvance(self._mine())


def _line(text: str, pixels: int) -> float:
    """Return how high a line is."""
    return laid_out(text, look.sans(pixels), 100, 1, []).boundingRect().height()
