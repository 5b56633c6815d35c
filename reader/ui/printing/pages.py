"""Pages one under another, as pictures that are asked for when they come into view."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, QSizeF
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

GAP = 16  # px around each page
KEPT = 6  # pages held as pictures: what is in view, and a little more
A4 = QSizeF(595.28, 841.89)  # points
PAPER = QColor("white")  # in every theme
EDGE = QColor("#8A867C")


class Pages(QWidget):
    """White sheets at a scale; 1.0 shows an inch of paper as 96 px."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.scale = 1.0
        self.sizes: Sequence[QSizeF] = ()  # points
        self._pictures: OrderedDict[int, QImage] = OrderedDict()
        self.setAccessibleName(self.tr("Pages as they will be printed"))
        self._fit()

    @property
    def count(self) -> int:
        """How many pages there are."""
        return len(self.sizes)

    def show_pages(self, sizes: Sequence[QSizeF]) -> None:
        """Show pages of these sizes, instead of those before. Each shows the one before until it has its picture."""
        self.sizes = tuple(sizes)
        self._fit()

    def set_picture(self, page: int, picture: QImage) -> None:
        """Show the picture of a page."""
        self._pictures[page] = picture
        self._pictures.move_to_end(page)
        while len(self._pictures) > KEPT:
            self._pictures.popitem(last=False)
        self.update()

    def set_scale(self, scale: float) -> None:
        """Show the pages larger or smaller."""
        self.scale = scale
        self._fit()

    def page_at(self, y: int) -> int:
        """Return the number, from 1, of the page at a height in this widget; 0 where there is none."""
        return min(max(y - GAP // 2, 0) // self._step + 1, self.count)

    def in_view(self, area: QRect) -> list[int]:
        """Return the numbers, from 0, of the pages that an area of this widget shows some of."""
        return [number for number in range(self.count) if self._place(number).intersects(area)]

    @property
    def _sheet(self) -> QSize:
        paper = self.sizes[0] if self.sizes else A4
        return (paper * (self.scale * 96 / 72)).toSize()

    @property
    def _step(self) -> int:
        return self._sheet.height() + GAP

    def _place(self, number: int) -> QRect:
        sheet = self._sheet
        return QRect((self.width() - sheet.width()) // 2, GAP + number * self._step, sheet.width(), sheet.height())

    def _fit(self) -> None:
        self.setMinimumSize(self._sheet.width() + 2 * GAP, max(self.count, 1) * self._step + GAP)
        self.resize(self.minimumSize())
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        for number in self.in_view(event.rect()) or ([0] if not self.count else []):
            place = self._place(number)
            painter.fillRect(place, PAPER)
            if number in self._pictures and number < self.count:
                painter.drawImage(place, self._pictures[number])
            painter.setPen(EDGE)
            painter.drawRect(place.adjusted(0, 0, -1, -1))
