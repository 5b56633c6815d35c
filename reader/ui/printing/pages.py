"""Pages one under another, shown by the pictures of them that there are."""

from __future__ import annotations

import math
from bisect import bisect_right
from itertools import accumulate

from PySide6.QtCore import QRect, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from reader.ui.printing.pdf import pixels
from reader.ui.printing.pictures import Pictures
from reader.ui.printing.plates import Drawn, Plate

GAP = 16  # px around each page
WHOLE = 8 * 2**20  # bytes: the largest picture of a whole page; beyond, what is in view is drawn on top of it
KEPT = 12 * 2**20  # bytes of pictures of whole pages: those in view, and some around
PPI = 96  # of the screen, as Qt counts its pixels
A4 = QSizeF(595.28, 841.89)  # points
PAPER = QColor("white")  # in every theme
EDGE = QColor("#8A867C")


class Pages(QWidget):
    """White sheets at a scale; 1.0 shows an inch of paper as 96 px."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.scale = 1.0
        self.sizes: list[QSizeF] = []  # points
        self.count = 0
        self._whole = Pictures(KEPT)
        self._close = Pictures(0)  # what is in view, of pages too large for a picture of all of them
        self._tops: list[int] = []  # of the pages, in this widget
        self._ends: list[int] = []
        self.setAccessibleName(self.tr("Pages as they will be printed"))
        self._fit()

    def show_pages(self, sizes: list[QSizeF], in_view: list[int]) -> None:
        """Show pages of these sizes, instead of those before, which stand *in_view* until the new ones are drawn."""
        self.sizes, self.count = sizes, len(sizes)
        self._whole.outdate(in_view)
        self._close.outdate([])
        self._fit()

    def set_picture(self, drawn: Drawn, in_view: list[int]) -> None:
        """Show a page that was drawn, whole or in part."""
        pictures = self._close if drawn.plate.part else self._whole
        pictures.put(drawn.plate, drawn.picture, in_view)
        self.update(self.place(drawn.plate.page))

    def set_scale(self, scale: float) -> None:
        """Show the pages larger or smaller."""
        self.scale = scale
        self._fit()

    def place(self, page: int) -> QRect:
        """Return where a page stands in this widget; of the first, if there is none yet."""
        sheet = self._sheet(page)
        return QRect((self.width() - sheet.width()) // 2, self._tops[page], sheet.width(), sheet.height())

    def page_at(self, y: int) -> int:
        """Return the page at a height in this widget, from 0; -1 where there is none."""
        return min(max(bisect_right(self._tops, y + GAP // 2) - 1, 0), self.count - 1)

    def in_view(self, area: QRect) -> list[int]:
        """Return the pages, from 0, that an area of this widget shows some of."""
        last = bisect_right(self._tops, area.bottom())
        return list(range(bisect_right(self._ends, area.top()), min(last, self.count)))

    def missing(self, area: QRect) -> list[Plate]:
        """Return what is to be drawn so that an area is sharp, and then the pages before and after it."""
        seen = self.in_view(area)
        if not seen:
            return []
        around = [page for page in (seen[-1] + 1, seen[0] - 1) if 0 <= page < self.count]
        plates = [Plate(page, self._whole_ppi(page)) for page in seen]
        plates += [part for page in seen if (part := self._part(page, area))]
        plates += [Plate(page, self._whole_ppi(page)) for page in around]
        return [plate for plate in plates if not (self._close if plate.part else self._whole).has(plate)]

    @property
    def _ppi(self) -> float:
        """Pixels of the screen itself that show an inch of paper."""
        return PPI * self.scale * self.devicePixelRatio()

    def _whole_ppi(self, page: int) -> float:
        size = self.sizes[page]
        return min(self._ppi, math.sqrt(WHOLE / 4 / (size.width() * size.height())) * 72)

    def _part(self, page: int, area: QRect) -> Plate | None:
        """Return what an area shows of a page whose picture is not as sharp as the screen."""
        place, ppi = self.place(page), self._ppi
        if self._whole_ppi(page) >= ppi or not place.intersects(area):
            return None
        seen, ratio = place.intersected(area).translated(-place.topLeft()), self.devicePixelRatio()
        part = QRectF(seen.x() * ratio, seen.y() * ratio, seen.width() * ratio, seen.height() * ratio).toAlignedRect()
        return Plate(page, ppi, part.intersected(QRect(0, 0, *pixels(self.sizes[page], ppi).toTuple())))

    def _sheet(self, page: int) -> QSize:
        return ((self.sizes[page] if self.count else A4) * (self.scale * PPI / 72)).toSize()

    def _fit(self) -> None:
        sheets = [self._sheet(page) for page in range(max(self.count, 1))]
        *self._tops, end = accumulate((sheet.height() + GAP for sheet in sheets), initial=GAP)
        self._ends = [top + sheet.height() for top, sheet in zip(self._tops, sheets, strict=True)]
        self.setMinimumSize(max(sheet.width() for sheet in sheets) + 2 * GAP, end)
        self.resize(self.minimumSize())
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        for page in self.in_view(event.rect()) if self.count else [0]:
            place = self.place(page)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(PAPER)
            painter.drawRect(place)
            painter.setClipRect(place)
            for pictures in (self._whole, self._close):
                if held := pictures.get(page):
                    self._draw(painter, place, *held)
            painter.setClipping(False)
            painter.setPen(EDGE)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(place.adjusted(0, 0, -1, -1))

    def _draw(self, painter: QPainter, place: QRect, plate: Plate, picture: QImage) -> None:
        """Draw what is sharp as it is: smoothing would blur it where the screen has a fraction of a pixel."""
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, plate.ppi != self._ppi)
        if plate.part:
            to_screen = self.scale * PPI / plate.ppi
            part = QRectF(plate.part)
            place_of_part = QRectF(part.topLeft() * to_screen, part.size() * to_screen).translated(place.topLeft())
            painter.drawImage(place_of_part, picture)
        elif plate.ppi == self._ppi:
            picture.setDevicePixelRatio(self.devicePixelRatio())
            painter.drawImage(place.topLeft(), picture)
        else:
            painter.drawImage(place, picture)
