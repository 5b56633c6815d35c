"""The list of what was found: what it is and what it is called, below it the words around what was found."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QContextMenuEvent, QKeyEvent, QPainter, QPen, QResizeEvent, QTextLayout
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from reader.ui import theme as look
from reader.ui.search.model import ROW, FoundModel, Row
from reader.ui.theme import Theme
from reader.ui.widgets.marked_text import coloured, laid_out, marked, ranged, strong

SIDE = 16  # pixels at the left and at the right of the words
ABOVE = 9  # and below
LINES = 3  # of the words around a hit; where all rows are of one height, one less
BATCH = 12  # rows laid out at once: a screenful
KEPT = 200  # rows that stay laid out
MANY = 2000  # of one height
TITLE_LINES = 3
SAMPLE = "Ag"
Index = QModelIndex | QPersistentModelIndex


class FoundList(QListView):
    """The rows. Click or Enter opens one; Up from the first goes back to the box."""

    chosen = Signal(int)
    left = Signal()  # back to the box
    passed = Signal()  # by Tab: on to the text that the rows are about
    menu_requested = Signal(int, QPoint)  # for a row, and where on the screen

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = FoundModel(self)
        self._painter = _Rows(theme, self)
        self.setModel(self._model)
        self.setItemDelegate(self._painter)
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)  # rows keep their width
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setLayoutMode(QListView.LayoutMode.Batched)  # no key waits for rows that are out of view
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.clicked.connect(self._choose)

    def set_theme(self, theme: Theme) -> None:
        """Draw in other colours."""
        self._painter.theme = theme
        self._painter.forget()
        self.viewport().update()

    def show_rows(self, count: int, make: Callable[[int], Row], *, are_alike: bool) -> None:
        """List *count* rows, which *make* returns by number; *are_alike*: of one height, however many they are."""
        self.setUniformItemSizes(are_alike)
        self.setBatchSize(BATCH if not are_alike else MANY)
        self._painter.is_fixed = are_alike
        self._painter.forget()
        self._model.show_rows(count, make)
        if count:
            self.setCurrentIndex(self._model.index(0))
        self.scrollToTop()

    def set_current(self, number: int) -> None:
        """Make a row the current one, in view."""
        if 0 <= number < self._model.rowCount():
            self.setCurrentIndex(self._model.index(number))
            self.scrollTo(self.currentIndex())

    def open_current(self) -> None:
        """Open the current row."""
        if self.currentIndex().isValid():
            self.chosen.emit(self.currentIndex().row())

    def current_rect(self) -> QRect:
        """Return the rectangle of the current row on the screen."""
        rect = self.visualRect(self.currentIndex())
        return QRect(self.viewport().mapToGlobal(rect.topLeft()), rect.size())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Wrap the words anew."""
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens; Esc, and Up from the first row, go back to the box."""
        key = event.key()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.open_current()
        elif key == Qt.Key.Key_Escape or (key == Qt.Key.Key_Up and self.currentIndex().row() <= 0):
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for a menu at a row: the one under the pointer, or the current one."""
        by_mouse = event.reason() == QContextMenuEvent.Reason.Mouse
        index = self.indexAt(event.pos()) if by_mouse else self.currentIndex()
        if index.isValid():
            below = self.viewport().mapToGlobal(self.visualRect(index).bottomLeft())
            self.menu_requested.emit(index.row(), event.globalPos() if by_mouse else below)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Go on to the text with Tab, and not to what Qt has next."""
        if forward:
            self.passed.emit()
            return True
        return bool(super().focusNextPrevChild(forward))

    def _choose(self, index: QModelIndex) -> None:
        self.chosen.emit(index.row())


class _Rows(QStyledItemDelegate):
    """Draws the rows."""

    def __init__(self, theme: Theme, view: FoundList) -> None:
        super().__init__(view)
        self.theme = theme
        self.is_fixed = False
        self._view = view
        self._laid_out: dict[tuple[int, int], tuple[QTextLayout, QTextLayout]] = {}  # by number and width

    def forget(self) -> None:
        """Take note that there are other rows or colours."""
        self._laid_out = {}

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the height of a row at the view's width."""
        width = self._view.viewport().width()
        if self.is_fixed:
            lines = LINES * laid_out(SAMPLE, look.sans(), 100, 1, []).boundingRect().height()
            return QSize(width, round(lines) + 2 * ABOVE)
        title, words = self._layouts(index, width)
        height = title.boundingRect().height() + words.boundingRect().height()
        return QSize(width, max(look.TARGET_PX, round(height) + 2 * ABOVE))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw the ground that the style sheet gives, the words, and the ring of the keyboard."""
        rect: QRect = option.rect
        self.initStyleOption(option, index)
        self._view.style().drawPrimitive(QStyle.PrimitiveElement.PE_PanelItemViewItem, option, painter, self._view)
        title, words = self._layouts(index, rect.width())
        painter.save()
        painter.setPen(QColor(self.theme.ink))
        corner = QPointF(rect.left() + SIDE, rect.top() + ABOVE)
        title.draw(painter, corner)
        words.draw(painter, corner + QPointF(0, title.boundingRect().height()))
        if self._view.hasFocus() and index == self._view.currentIndex():
            painter.setPen(QPen(QColor(self.theme.accent), 2))
            painter.drawRect(rect.adjusted(2, 2, -2, -2))
        painter.restore()

    def _layouts(self, index: Index, width: int) -> tuple[QTextLayout, QTextLayout]:
        """Return the two parts of a row, laid out; those in view are asked for again and again."""
        key = (index.row(), width)
        if key not in self._laid_out:
            if len(self._laid_out) > KEPT:
                self.forget()
            self._laid_out[key] = self._lay_out(index.data(ROW), width - 2 * SIDE)
        return self._laid_out[key]

    def _lay_out(self, row: Row, width: int) -> tuple[QTextLayout, QTextLayout]:
        before = f"{row.kind} · " if row.kind and row.title.text else row.kind
        quiet = coloured(self.theme.quiet)
        head = before + row.title.text
        ranges = [ranged(head, 0, len(before), quiet), ranged(head, len(before), len(head), strong())]
        ranges += marked(head, [(start + len(before), end + len(before)) for start, end in row.title.marks])
        lines = 1 if self.is_fixed else TITLE_LINES
        title = laid_out(head, look.sans(), width, lines, ranges)
        words = marked(row.excerpt.text, row.excerpt.marks)
        return title, laid_out(row.excerpt.text, look.sans(), width, LINES - self.is_fixed, words)
