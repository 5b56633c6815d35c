"""The edges of words that scroll: a row that does not fit whole is left out, and not cut through its letters."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QEvent, QObject, QPoint, QRect
from PySide6.QtGui import QRegion
from PySide6.QtWidgets import QLabel, QScrollArea, QWidget

from reader.ui.pathway.legend import ROW, Legend

_SLACK = 3  # pixels free above and below the letters of a row, which may be cut


class WholeRows(QObject):
    """Shows of a page that scrolls the rows that are whole in view; what is left out cannot be hit."""

    def __init__(self, scroll: QScrollArea, room: QWidget, page: QWidget) -> None:
        super().__init__(scroll)
        self._bar, self._room, self._page = scroll.verticalScrollBar(), room, page
        self._bar.valueChanged.connect(self.show_whole)
        room.installEventFilter(self)
        page.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Notice that the page, or the room in which it scrolls, has another size or other parts."""
        if event.type() in (QEvent.Type.Resize, QEvent.Type.LayoutRequest):
            self.show_whole()
        return False

    def show_whole(self) -> None:
        """Leave out what the edges would cut; nothing where no row is whole."""
        top, bottom = self._bar.value(), self._bar.value() + self._room.height()
        first, last = self._cut(top), self._cut(bottom)
        above, below = top if first is None else first.bottom() + 1, bottom if last is None else last.top()
        if above < below and (first is not None or last is not None):
            self._page.setMask(QRegion(0, above, self._page.width(), below - above))
        else:
            self._page.clearMask()

    def _cut(self, edge: int) -> QRect | None:
        """Return the row through which an edge of the room goes."""
        return next((row for row in self._rows() if row.top() + _SLACK < edge < row.bottom() + 1 - _SLACK), None)

    def _rows(self) -> Iterator[QRect]:
        for part in self._page.findChildren(QWidget):
            if part.isVisibleTo(self._page) and not part.findChild(QWidget):
                whole = QRect(part.mapTo(self._page, QPoint()), part.size())
                high = _height_of_row(part)
                for top in range(whole.top(), whole.bottom() + 1, max(1, high)):
                    yield QRect(whole.left(), top, whole.width(), high)


def _height_of_row(part: QWidget) -> int:
    if isinstance(part, Legend):
        return ROW
    return part.fontMetrics().lineSpacing() if isinstance(part, QLabel) else part.height()
