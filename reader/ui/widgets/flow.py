"""A layout that sets its parts side by side and goes on in the next line, as words do."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt

from reader.ui.widgets.list_layout import ListLayout


class FlowLayout(ListLayout):
    """Parts in lines; the width decides the height."""

    def __init__(self, gap: int, below: int = 0) -> None:
        """Leave *gap* pixels between parts, *below* pixels between lines."""
        super().__init__()
        self._gap, self._below = gap, below

    def expandingDirections(self) -> Qt.Orientation:
        """Say that no room is wanted beyond what the parts need."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        """Say that the width decides the height."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height in pixels at a width."""
        return self._arrange(QRect(0, 0, width, 0), place=False)

    def setGeometry(self, rect: QRect) -> None:
        """Place the parts."""
        super().setGeometry(rect)
        self._arrange(rect, place=True)

    def sizeHint(self) -> QSize:
        """Return the size of the widest part: less would cut it."""
        return self.minimumSize()

    def minimumSize(self) -> QSize:
        """Return the size of the widest part."""
        size = QSize(0, 0)
        for item in self._items:
            size = size.expandedTo(item.minimumSize())
        return size

    def _arrange(self, rect: QRect, *, place: bool) -> int:
        """Place the parts where *place*, and return the height they take."""
        x, y, line = rect.x(), rect.y(), 0
        for item in self._items:
            if item.isEmpty():  # hidden
                continue
            size = item.sizeHint()
            if x > rect.x() and x + size.width() > rect.right() + 1:
                x, y, line = rect.x(), y + line + self._below, 0
            if place:
                item.setGeometry(QRect(QPoint(x, y), QSize(min(size.width(), rect.width()), size.height())))
            x += size.width() + self._gap
            line = max(line, size.height())
        return y + line - rect.y()
