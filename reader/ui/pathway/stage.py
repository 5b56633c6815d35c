"""How the drawing and what is told of it share their room: told below it, or beside it where the room is low and wide."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget

from reader.ui.pathway.about import About

_WIDE = 600  # pixels, from which on two stand side by side
_SIDE_SHARE, _LEAST_SIDE, _MOST_SIDE = 0.3, 280, 388  # of the width, for what is told beside the drawing
_SHARE, _WHOLE_SHARE = 0.5, 0.25  # of the height at most, for what is told below; in the whole window


class Stage(QLayout):
    """Drawing, then what is told of it: one of several strips at a time, which scrolls where it has no room.

    Below the drawing, a card lies over its lower part, so that nothing moves when one opens or closes.
    """

    def __init__(self, drawing: QWidget, about: About, line: QWidget) -> None:
        """*line* stands between what is side by side."""
        super().__init__()
        self._items: list[QLayoutItem] = []
        self._drawing, self._about, self._line = drawing, about, line
        self._is_whole = self._is_low = False
        self.addWidget(drawing)
        self.addWidget(about)

    def suit(self, *, is_whole: bool, is_low: bool) -> None:
        """Give the drawing its room in a whole window, and in a low one."""
        self._is_whole, self._is_low = is_whole, is_low
        self.invalidate()

    def is_beside(self, width: int) -> bool:
        """Return whether what is told stands beside the drawing, in a room of so many pixels."""
        return (self._is_whole or self._is_low) and width >= _WIDE

    def addItem(self, item: QLayoutItem) -> None:
        """Take the drawing first, then each strip."""
        self._items.append(item)

    def count(self) -> int:
        """Return how many parts there are, seen or not."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """Return a part, or None past the last."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Give a part back, or None past the last."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def sizeHint(self) -> QSize:
        """Return the least: it takes what it is given."""
        return self.minimumSize()

    def minimumSize(self) -> QSize:
        """Return the least in which both can be used."""
        seen = [item.minimumSize() for item in self._items if not item.isEmpty()]
        wide, high = (max((size.width() for size in seen), default=0), sum(size.height() for size in seen))
        return QSize(wide, high)

    def expandingDirections(self) -> Qt.Orientation:
        """Say that all the room there is will be used."""
        return Qt.Orientation.Horizontal | Qt.Orientation.Vertical

    def setGeometry(self, rect: QRect) -> None:
        """Place what is seen."""
        super().setGeometry(rect)
        drawing = QRect(rect)
        beside = self.is_beside(rect.width())
        self._line.setVisible(beside)
        self._about.stand_beside(beside)
        for item in self._items[1:]:
            if item.isEmpty():
                continue
            if beside:
                side = min(_MOST_SIDE, max(_LEAST_SIDE, round(rect.width() * _SIDE_SHARE)))
                drawing.setWidth(rect.width() - side)
                self._line.setGeometry(drawing.right() + 1, rect.top(), 1, rect.height())
                high = _height_beside(item, side - 1, rect.height())
                item.setGeometry(QRect(drawing.right() + 2, rect.top(), side - 1, high))
            else:
                room, own = self._heights_below(item, rect.size())
                drawing.setHeight(rect.height() - room)
                item.setGeometry(QRect(rect.left(), rect.bottom() + 1 - own, rect.width(), own))
        self._drawing.setGeometry(drawing)

    def _heights_below(self, item: QLayoutItem, size: QSize) -> tuple[int, int]:
        """Return how high the room of a strip is, and it itself, which is more where it lies over the drawing."""
        most = round(size.height() * (_WHOLE_SHARE if self._is_whole else _SHARE))
        if item.widget() is self._about:
            return self._about.heights(size)
        high = max(_least_height(item, size.width()), min(_height(item, size.width()), most))
        return high, high


def _height(item: QLayoutItem, width: int) -> int:
    return item.heightForWidth(width) if item.hasHeightForWidth() else item.sizeHint().height()


def _least_height(item: QLayoutItem, width: int) -> int:
    layout = item.widget().layout()
    if layout is not None and layout.hasHeightForWidth():
        return layout.totalMinimumHeightForWidth(width)
    return item.minimumSize().height()


def _height_beside(item: QLayoutItem, width: int, height: int) -> int:
    """Return the whole height for what can use it, as a list can."""
    can_grow = bool(item.expandingDirections() & Qt.Orientation.Vertical)
    return height if can_grow else min(height, _height(item, width))
