"""What the line styles mean, in words beside a piece of each line."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from reader.core.evidence import WORDS
from reader.core.palette import DASHES
from reader.ui import theme as look
from reader.ui.pathway.parts import pen
from reader.ui.theme import Theme

ROW = 24  # pixels
_SAMPLE = 36  # pixels of line before the words
_GAP = 8
_BETWEEN = 16  # from one column to the next


class Legend(QWidget):
    """The evidence levels that occur in a drawing, in two columns."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._levels: list[str] = []
        self.setFont(look.sans(look.SMALL_PX))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("What the lines mean"))

    def show_levels(self, levels: Sequence[str]) -> None:
        """Show these levels; nothing at all for none."""
        self._levels = list(levels)
        self.setVisible(bool(levels))
        self.setAccessibleDescription(". ".join(WORDS[level] for level in levels))
        self.setFixedHeight(ROW * self._rows())
        self.update()

    def set_theme(self, theme: Theme) -> None:
        """Paint in other colours."""
        self._theme = theme
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(320, ROW * self._rows())

    def _widest(self, levels: Sequence[str]) -> int:
        words = (self.fontMetrics().horizontalAdvance(WORDS[level]) for level in levels)
        return _SAMPLE + _GAP + max(words, default=0)

    def _rows(self) -> int:
        """Return how many rows two columns need, or one column where two are too wide."""
        half = -(-len(self._levels) // 2)
        width = self._widest(self._levels[:half]) + _BETWEEN + self._widest(self._levels[half:])
        return half if width <= self.width() else len(self._levels)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.setFixedHeight(ROW * self._rows())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rows = self._rows()
        for number, level in enumerate(self._levels):
            x = (self._widest(self._levels[:rows]) + _BETWEEN) * (number // rows)
            self._paint_level(painter, level, x, number % rows * ROW + ROW / 2)

    def _paint_level(self, painter: QPainter, level: str, x: float, y: float) -> None:
        painter.setPen(pen(self._theme.ink, 1.7, DASHES[level]))
        painter.drawLine(QPointF(x, y), QPointF(x + _SAMPLE, y))
        if level == "contradicted":
            middle = x + _SAMPLE / 2
            painter.setPen(pen(self._theme.ink, 2, ()))
            painter.drawLine(QPointF(middle - 5, y - 5), QPointF(middle + 5, y + 5))
            painter.drawLine(QPointF(middle - 5, y + 5), QPointF(middle + 5, y - 5))
        painter.setPen(QColor(self._theme.quiet))
        words = QRectF(x + _SAMPLE + _GAP, y - ROW / 2, self.width(), ROW)
        painter.drawText(words, int(Qt.AlignmentFlag.AlignVCenter), WORDS[level])
