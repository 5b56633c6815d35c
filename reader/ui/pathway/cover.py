"""What lies over the lower part of a drawing at times, as a card does: how much stays clear, what must move for it."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QWidget


class Cover:
    """Measures what a widget leaves of a viewport, in the viewport's own pixels."""

    def __init__(self, port: QWidget) -> None:
        self._port = port
        self._widget: QWidget | None = None

    def be(self, widget: QWidget) -> None:
        """Let this widget be what lies over the viewport."""
        self._widget = widget

    def clear(self) -> QRect:
        """Return the part above what lies over the viewport; all of it where nothing does."""
        whole = self._port.rect()
        if self._widget is None or not self._widget.isVisible():
            return whole
        top = self._port.mapFromGlobal(self._widget.mapToGlobal(QPoint())).y()
        return QRect(0, 0, whole.width(), min(whole.height(), top))

    def over(self, seen: QRect) -> int:
        """Return by how many pixels something must move up to be clear: 0 where it is, or is too tall to be."""
        clear = self.clear()
        if clear.height() >= self._port.height() or seen.height() > clear.height():
            return 0
        return max(0, seen.bottom() - clear.bottom())
