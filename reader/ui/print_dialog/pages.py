"""Pages one under another, drawn from picture files as they come into view."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QImageReader, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QWidget

GAP = 16  # px around each page
KEPT = 6  # pages held as pictures: what is in view, and a little more
A4 = QSize(794, 1123)  # px at 96 to the inch
PAPER = QColor("white")  # in every theme
EDGE = QColor("#8A867C")


class Pages(QWidget):
    """White sheets at a scale; 1.0 shows an inch of paper as 96 px."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.scale = 1.0
        self._files: tuple[Path, ...] = ()
        self._paper = A4
        self._pictures: OrderedDict[int, QPixmap] = OrderedDict()
        self.setAccessibleName(self.tr("Pages as they will be printed"))
        self._fit()

    @property
    def count(self) -> int:
        """How many pages there are."""
        return len(self._files)

    def show_pages(self, files: Sequence[Path]) -> None:
        """Show these pictures, made at the same number of pixels an inch, instead of those before."""
        self._files = tuple(files)
        self._pictures.clear()
        if self._files and (size := QImageReader(str(self._files[0])).size()).isValid():
            self._paper = QSize(A4.width(), round(A4.width() * size.height() / size.width()))
        self._fit()

    def set_scale(self, scale: float) -> None:
        """Show the pages larger or smaller."""
        self.scale = scale
        self._fit()

    def page_at(self, y: int) -> int:
        """Return the number, from 1, of the page at a height in this widget; 0 where there is none."""
        return min(max(y - GAP // 2, 0) // self._step + 1, self.count)

    @property
    def _sheet(self) -> QSize:
        return QSize(round(self._paper.width() * self.scale), round(self._paper.height() * self.scale))

    @property
    def _step(self) -> int:
        return self._sheet.height() + GAP

    def _fit(self) -> None:
        self.setMinimumSize(self._sheet.width() + 2 * GAP, max(self.count, 1) * self._step + GAP)
        self.resize(self.minimumSize())
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        sheet = self._sheet
        left = (self.width() - sheet.width()) // 2
        for number in range(max(self.count, 1)):
            place = QRect(left, GAP + number * self._step, sheet.width(), sheet.height())
            if not place.intersects(event.rect()):
                continue
            painter.fillRect(place, PAPER)
            if number < self.count:
                painter.drawPixmap(place, self._picture(number))
            painter.setPen(EDGE)
            painter.drawRect(place.adjusted(0, 0, -1, -1))

    def _picture(self, number: int) -> QPixmap:
        if number not in self._pictures:
            picture = QPixmap(str(self._files[number]))
            size = self._sheet * self.devicePixelRatio()
            if picture.width() > size.width():  # a smooth reduction once, not at every paint
                smooth = Qt.TransformationMode.SmoothTransformation
                picture = picture.scaled(size, Qt.AspectRatioMode.IgnoreAspectRatio, smooth)
            self._pictures[number] = picture
        self._pictures.move_to_end(number)
        while len(self._pictures) > KEPT:
            self._pictures.popitem(last=False)
        return self._pictures[number]
