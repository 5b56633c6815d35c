"""How the drawing and what is told of it share their room: one below the other, or side by side in a wide one."""

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
        seen = [item.minimumSize() for item in (self._items[0], self._told()) if item is not None]
        heights = [size.height() for size in seen] or [0]
        is_beside = self.is_beside(self.geometry().width())
        return QSize(max((size.width() for size in seen), default=0), max(heights) if is_beside else sum(heights))

    def expandingDirections(self) -> Qt.Orientation:
        """Say that all the room there is will be used."""
        return Qt.Orientation.Horizontal | Qt.Orientation.Vertical

    def setGeometry(self, rect: QRect) -> None:
        """Place what is seen."""
        super().setGeometry(rect)
        is_beside = self.is_beside(rect.width())
        self._line.setVisible(is_beside)
        self._about.stand_beside(is_beside)
        drawing = QRect(rect)
        if (told := self._told()) is not None:
            drawing = self._place_beside(told, rect) if is_beside else self._place_below(told, rect)
            if told.widget() is not self._about and not self._about.isHidden():
                self._place_over(told, rect)
        self._drawing.setGeometry(drawing)

    def _told(self) -> QLayoutItem | None:
        """Return the strip that has room: one that keeps it while a card is told in its place, else the one seen."""
        return next((item for item in reversed(self._items[1:]) if not item.isEmpty()), None)

    def _place_over(self, told: QLayoutItem, rect: QRect) -> None:
        """Place a card over a strip, and over as much of the drawing as it needs."""
        room = told.geometry()
        room.setTop(min(room.top(), rect.bottom() + 1 - self._about.heights(rect.size())[1]))
        self._about.setGeometry(room)

    def _place_beside(self, told: QLayoutItem, rect: QRect) -> QRect:
        """Place a strip at the right, as high as it can use, and return what is left."""
        side = min(_MOST_SIDE, max(_LEAST_SIDE, round(rect.width() * _SIDE_SHARE)))
        left, line = rect.adjusted(0, 0, -side, 0), 1
        can_grow = bool(told.expandingDirections() & Qt.Orientation.Vertical)
        high = rect.height() if can_grow else min(rect.height(), _height(told, side - line))
        self._line.setGeometry(left.right() + 1, rect.top(), line, rect.height())
        told.setGeometry(QRect(left.right() + 1 + line, rect.top(), side - line, high))
        return left

    def _place_below(self, told: QLayoutItem, rect: QRect) -> QRect:
        """Place a strip below and return what is left of the room, over which a card may lie."""
        if told.widget() is self._about:
            room, high = self._about.heights(rect.size())
        else:
            most = round(rect.height() * (_WHOLE_SHARE if self._is_whole else _SHARE))
            room = high = max(_least_height(told, rect.width()), min(_height(told, rect.width()), most))
        told.setGeometry(QRect(rect.left(), rect.bottom() + 1 - high, rect.width(), high))
        return rect.adjusted(0, 0, 0, -room)


def _height(item: QLayoutItem, width: int) -> int:
    return item.heightForWidth(width) if item.hasHeightForWidth() else item.sizeHint().height()


def _least_height(item: QLayoutItem, width: int) -> int:
    part = item.widget()
    layout = part.layout() if part is not None else None
    if layout is not None and layout.hasHeightForWidth():
        return layout.totalMinimumHeightForWidth(width)
    return item.minimumSize().height()
