"""What lies over the lower part of a drawing at times, as a card does: how much of it stays clear."""

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
        over = QRect(self._port.mapFromGlobal(self._widget.mapToGlobal(QPoint())), self._widget.size()) & whole
        return whole.adjusted(0, 0, 0, -over.height())
