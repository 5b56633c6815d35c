"""How the drawing and what is told of it share their room: one below the other, or side by side in a wide one."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QLayoutItem, QWidget

from reader.ui.pathway.about import About
from reader.ui.widgets.list_layout import ListLayout

_WIDE = 600  # pixels, from which on two stand side by side
_SIDE_SHARE, _LEAST_SIDE, _MOST_SIDE = 0.3, 280, 388  # of the width, for what is told beside the drawing
_SHARE, _WHOLE_SHARE = 0.55, 0.25  # of the height at most, for what is told below; in the whole window


class Stage(ListLayout):
    """Drawing, then what is told of it: one of several strips at a time, which scrolls where it has no room.

    Below the drawing, a card lies over its lower part, so that nothing moves when one opens or closes.
    """

    def __init__(self, drawing: QWidget, about: About, line: QWidget) -> None:
        """*line* stands between what is side by side."""
        super().__init__()
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

    def sizeHint(self) -> QSize:
        """Return the least: it takes what it is given."""
        return self.minimumSize()

    def minimumSize(self) -> QSize:
        """Return the least in which both can be used."""
        drawing, told = self._items[0].minimumSize(), QSize(0, 0)
        for item in self._told():
            told = told.expandedTo(item.minimumSize())
        is_beside = self.is_beside(self.geometry().width())
        high = max(drawing.height(), told.height()) if is_beside else drawing.height() + told.height()
        return QSize(max(drawing.width(), told.width()), high)

    def expandingDirections(self) -> Qt.Orientation:
        """Say that all the room there is will be used."""
        return Qt.Orientation.Horizontal | Qt.Orientation.Vertical

    def setGeometry(self, rect: QRect) -> None:
        """Place what is seen."""
        super().setGeometry(rect)
        is_beside = self.is_beside(rect.width())
        self._line.setVisible(is_beside)
        self._about.stand_beside(is_beside)
        self._drawing.setGeometry(self._place_beside(rect) if is_beside else self._place_below(rect))

    def _told(self) -> list[QLayoutItem]:
        """Return the strip that is seen, and one that keeps its room while a card is told in its place."""
        return [item for item in self._items[1:] if not item.isEmpty()]

    def _place_beside(self, rect: QRect) -> QRect:
        """Place what is told at the right, as high as it can use, and return the room of the drawing."""
        side, line = min(_MOST_SIDE, max(_LEAST_SIDE, round(rect.width() * _SIDE_SHARE))), 1
        left = rect.adjusted(0, 0, -side, 0)
        self._line.setGeometry(left.right() + 1, rect.top(), line, rect.height())
        for told in self._told():
            can_grow = bool(told.expandingDirections() & Qt.Orientation.Vertical)
            high = rect.height() if can_grow else min(rect.height(), _height(told, side - line))
            told.setGeometry(QRect(left.right() + 1 + line, rect.top(), side - line, high))
        return left

    def _place_below(self, rect: QRect) -> QRect:
        """Place what is told below and return the room of the drawing, over which a card may lie."""
        room = 0
        for told in reversed(self._told()):  # a strip that waits first: a card takes no room but its
            own, high = self._heights(told, rect.size())
            room = room or own
            told.setGeometry(rect.adjusted(0, rect.height() - max(room, high), 0, 0))
        return rect.adjusted(0, 0, 0, -room)

    def _heights(self, told: QLayoutItem, size: QSize) -> tuple[int, int]:
        """Return how high the room is that a strip takes below, and it itself: a card lies over the drawing."""
        if told.widget() is self._about:
            return self._about.heights(size)
        most = round(size.height() * (_WHOLE_SHARE if self._is_whole else _SHARE))
        high = max(_least_height(told, size.width()), min(_height(told, size.width()), most))
        return high, high


def _height(item: QLayoutItem, width: int) -> int:
    return item.heightForWidth(width) if item.hasHeightForWidth() else item.sizeHint().height()


def _least_height(item: QLayoutItem, width: int) -> int:
    part = item.widget()
    layout = part.layout() if part is not None else None
    if layout is not None and layout.hasHeightForWidth():
        return layout.totalMinimumHeightForWidth(width)
    return item.minimumSize().height()
