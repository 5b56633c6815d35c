"""Small pictures of all pages in a list: to go by, and to hear what stands on each."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPalette, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListWidget,
    QListWidgetItem,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from reader.ui import theme as look
from reader.ui.printing.pages import EDGE, PAPER
from reader.ui.printing.pictures import Pictures
from reader.ui.printing.plates import Drawn, Plate, Sheets

SIDE = 104  # px: the longer side of a small picture
NUMBER = 20  # px: the room below it, for its number
PADDING = 10
ROW = SIDE + NUMBER + 2 * PADDING
WIDTH = 148
KEPT = 3 * 2**20  # bytes of pictures: a hundred, or twenty-five on a screen with twice the pixels
Index = QModelIndex | QPersistentModelIndex


class Thumbnails(QListWidget):
    """The pages as a list; the current row is the page in view."""

    chosen = Signal(int)  # a page, from 0
    moved = Signal()  # other rows came into view

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sheets = Sheets([], [])
        self.pictures = Pictures(KEPT)
        self.setFixedWidth(WIDTH)
        self.setAccessibleName(self.tr("Pages"))
        self.setItemDelegate(_Look(self))
        self.setUniformItemSizes(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalScrollBar().valueChanged.connect(self.moved)
        self.currentRowChanged.connect(self._choose)

    def show_pages(self, sheets: Sheets) -> None:
        """Show other pages. The pictures in view stand until there are new ones."""
        self._sheets = sheets
        self.pictures.outdate(self._in_view())
        blocked = self.blockSignals(True)
        for _ in range(self.count(), len(sheets.sizes)):
            QListWidgetItem(self).setSizeHint(QSize(1, ROW))
        while self.count() > len(sheets.sizes):
            self.takeItem(self.count() - 1)
        for page in range(self.count()):
            self._name(page, "")
        self.blockSignals(blocked)

    def set_words(self, page: int, words: str) -> None:
        """Let a screen reader add the first words of a page to its headings."""
        self._name(page, words)

    def set_picture(self, drawn: Drawn) -> None:
        """Show a small picture."""
        self.pictures.put(drawn.plate, drawn.picture, self._in_view())
        self.update(self.indexFromItem(self.item(drawn.plate.page)))

    def mark(self, page: int) -> None:
        """Mark the page in view, and bring it into view here unless this list is being used."""
        blocked = self.blockSignals(True)
        self.setCurrentRow(page)
        self.blockSignals(blocked)
        if not self.hasFocus() and (item := self.item(page)):
            self.scrollToItem(item)

    def plate(self, page: int) -> Plate:
        """Return the small picture of a page, as it is drawn."""
        size = self._sheets.sizes[page]
        return Plate(page, 72 * SIDE * self.devicePixelRatio() / max(size.width(), size.height()))

    def sheet(self, page: int) -> QSize:
        """Return how large the small picture of a page is shown, in pixels."""
        size = self._sheets.sizes[page]
        return (size * (SIDE / max(size.width(), size.height()))).toSize()

    def missing(self) -> list[Plate]:
        """Return what is to be drawn of the rows in view."""
        plates = map(self.plate, self._in_view()) if self.isVisible() else ()
        return [plate for plate in plates if not self.pictures.has(plate)]

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.moved.emit()

    def _in_view(self) -> list[int]:
        top = self.verticalScrollBar().value()
        first, last = top // ROW, (top + self.viewport().height()) // ROW
        return list(range(first, min(last + 1, len(self._sheets.sizes))))

    def _choose(self, page: int) -> None:
        if page >= 0:
            self.chosen.emit(page)

    def _name(self, page: int, words: str) -> None:
        item, headings = self.item(page), "; ".join(self._sheets.headings[page])
        item.setData(Qt.ItemDataRole.AccessibleTextRole, self.tr("Page {0}").format(page + 1))
        item.setData(Qt.ItemDataRole.AccessibleDescriptionRole, ". ".join(filter(None, (headings, words))))


class _Look(QStyledItemDelegate):
    """Draws a row: the picture, its number below, a bar and weight at the one in view."""

    def __init__(self, pages: Thumbnails) -> None:
        super().__init__(pages)
        self._pages = pages

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw a row."""
        super().paint(painter, option, index)  # its ground and bar, as the style sheet says
        page, is_current = index.row(), index.row() == self._pages.currentRow()
        palette = self._pages.palette()
        painter.save()
        self._draw_page(painter, option.rect, page)
        painter.setFont(look.sans(look.SMALL_PX, strong=is_current))
        painter.setPen(palette.color(QPalette.ColorRole.Text))
        number = QRect(option.rect.left(), option.rect.bottom() - PADDING - NUMBER + 4, option.rect.width(), NUMBER)
        painter.drawText(number, Qt.AlignmentFlag.AlignCenter, str(page + 1))
        if is_current and self._pages.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            accent = palette.color(QPalette.ColorRole.Link)  # the style sheet makes the one of chosen rows its tint
            painter.setPen(QPen(accent, look.scale().ring))
            painter.drawRect(option.rect.adjusted(5, 1, -2, -2))
        painter.restore()

    def _draw_page(self, painter: QPainter, row: QRect, page: int) -> None:
        size = self._pages.sheet(page)
        place = QRect(QPoint(row.left() + (row.width() - size.width()) // 2, row.top() + PADDING), size)
        painter.setPen(EDGE)
        painter.setBrush(PAPER)
        painter.drawRect(place.adjusted(-1, -1, 0, 0))
        if held := self._pages.pictures.get(page):
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(QRectF(place), held[1])
