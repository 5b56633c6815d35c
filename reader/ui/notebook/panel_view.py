"""A list whose rows have heights of their own, of which ten thousand are laid out at once.

Qt's own list asks for the size of each row, one by one: of ten thousand, that takes a second in Python. This one keeps
where its rows begin; who draws them asks for those in view.
"""

from __future__ import annotations

from abc import abstractmethod
from bisect import bisect_right
from itertools import accumulate

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QModelIndex, QPersistentModelIndex, QPoint, QRect, Qt
from PySide6.QtGui import QRegion
from PySide6.QtWidgets import QListView, QWidget

from reader.ui import viewport

STEP = 40  # pixels that a turn of the wheel is made of
Index = QModelIndex | QPersistentModelIndex
_Hint = QListView.ScrollHint
_Move = QListView.CursorAction
_UP = (_Move.MoveUp, _Move.MovePrevious, _Move.MoveLeft)


class LongList(QListView):
    """Rows below one another, some of which are headings that the keyboard passes over.

    What is abstract is checked by mypy alone: a widget cannot have the metaclass that would check it here.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._viewport = viewport.met(self)
        self._tops: list[int] = [0]  # of each row, and the end of the last one
        self._width = -1  # for which they are, or -1
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)  # rows keep their width
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)

    @abstractmethod
    def heights(self, width: int) -> list[int]:
        """Return how high each row is at a width."""

    @abstractmethod
    def is_note(self, row: int) -> bool:
        """Whether there is a row that the keyboard stops at."""

    def rows_changed(self) -> None:
        """Take note that there are other rows, or other heights."""
        self._width = -1
        self.measure()

    def top(self, row: int) -> int:
        """Return where a row begins, from the first one's upper edge."""
        return self._tops[row]

    def measure(self) -> None:
        """Find out where each row begins, unless that is known."""
        if self._width != self._viewport.width():
            self._width = self._viewport.width()
            self._tops = list(accumulate(self.heights(self._width), initial=0))
        self.updateGeometries()

    def row_at(self, y: int) -> int:
        """Return the row at a height of the whole list."""
        return max(0, min(bisect_right(self._tops, y) - 1, self.model().rowCount() - 1))

    def doItemsLayout(self) -> None:
        """Take note of the rows."""
        self.measure()
        self._viewport.update()

    def updateGeometries(self) -> None:
        """Fit the scroll bar to the rows."""
        bar, room = self.verticalScrollBar(), self._viewport.height()
        bar.setRange(0, max(0, self._tops[-1] - room))
        bar.setPageStep(max(room - STEP, STEP))
        bar.setSingleStep(STEP)

    def horizontalOffset(self) -> int:
        """Return 0: rows are as wide as the list."""
        return 0

    def verticalOffset(self) -> int:
        """Return how many pixels of the list are above its upper edge."""
        return self.verticalScrollBar().value()

    def scrollContentsBy(self, _across: int, _down: int) -> None:
        """Paint what is in view now."""
        self._viewport.update()

    def visualRect(self, index: Index) -> QRect:
        """Return where a row is, in the coordinates of the viewport."""
        row = index.row()
        if not 0 <= row < self.model().rowCount() or row + 1 >= len(self._tops):
            return QRect()
        top = self._tops[row]
        return QRect(0, top - self.verticalOffset(), self._viewport.width(), self._tops[row + 1] - top)

    def indexAt(self, point: QPoint) -> QModelIndex:
        """Return the row at a point of the viewport."""
        y = point.y() + self.verticalOffset()
        return self.model().index(self.row_at(y), 0) if 0 <= y < self._tops[-1] else QModelIndex()

    def scrollTo(self, index: Index, hint: QListView.ScrollHint = _Hint.EnsureVisible) -> None:
        """Bring a row into view, with the heading above it."""
        rect = self.visualRect(index)
        if not rect.isValid():
            return
        row, bar, room = index.row(), self.verticalScrollBar(), self._viewport.height()
        first = row - 1 if row and not self.is_note(row - 1) else row
        top, end = self._tops[first], self._tops[row + 1]
        if hint == _Hint.PositionAtCenter and not self._viewport.rect().contains(rect):
            bar.setValue((top + end - room) // 2)
        elif hint == _Hint.PositionAtTop or top < bar.value():
            bar.setValue(top)
        elif end > bar.value() + room:
            bar.setValue(min(end - room, self._tops[row]))

    def moveCursor(self, action: QListView.CursorAction, _modifiers: Qt.KeyboardModifier) -> QModelIndex:
        """Return the note that a key leads to; headings are passed over."""
        row, last = self.currentIndex().row(), self.model().rowCount() - 1
        page = max(self._viewport.height() - STEP, STEP)
        at = self._tops[row] if 0 <= row <= last else 0
        wanted, step = {
            _Move.MoveHome: (0, 1),
            _Move.MoveEnd: (last, -1),
            _Move.MovePageUp: (self.row_at(at - page), -1),
            _Move.MovePageDown: (self.row_at(at + page), 1),
        }.get(action, (row - 1, -1) if action in _UP else (row + 1, 1))
        for some in (range(wanted, last + 1), range(wanted, -1, -1))[:: 1 if step > 0 else -1]:
            for each in some:
                if self.is_note(each):
                    return self.model().index(each, 0)
        return self.currentIndex()

    def setSelection(self, rect: QRect, command: QItemSelectionModel.SelectionFlag) -> None:
        """Choose the rows that a rectangle of the viewport touches."""
        within = rect.normalized().translated(0, self.verticalOffset())
        some = QItemSelection()
        if self.model().rowCount() and within.top() < self._tops[-1]:
            first, last = self.row_at(within.top()), self.row_at(within.bottom())
            some.select(self.model().index(first, 0), self.model().index(last, 0))
        self.selectionModel().select(some, command)

    def visualRegionForSelection(self, _selection: QItemSelection) -> QRegion:
        """Return what is to be painted when other rows are chosen: all that is in view."""
        return QRegion(self._viewport.rect())
