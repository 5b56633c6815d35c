"""Pages on their way to a printer, one at a time, so that the window stays alive and can stop them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, QRect, QSize, Qt, Signal
from PySide6.QtGui import QImage, QPainter
from PySide6.QtPrintSupport import QPrinter

from reader.ui.printing.plates import Plate, Plates

PPI = 300  # pixels an inch: more makes slow pages, no better letters


class Paper(QObject):
    """Sends the pages of a PDF to one printer at a time; its plates are its own."""

    page_sent = Signal(int, int)  # how many of how many
    finished = Signal()
    failed = Signal(str)

    def __init__(self, plates: Plates, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._plates = plates
        self._printer: QPrinter | None = None
        self._painter = QPainter()
        self._waiting: list[int] = []
        self._total = 0
        plates.drawn.connect(self._send_page)

    @property
    def is_busy(self) -> bool:
        """Whether pages are on their way."""
        return self._printer is not None

    def start(self, printer: QPrinter, count: int) -> None:
        """Begin to send those of *count* pages that the printer's range names."""
        self._waiting = in_range(range(count), printer)
        self._total = len(self._waiting)
        printer.setFullPage(True)
        if not self._painter.begin(printer):
            self.failed.emit(self.tr("The printer did not take the pages. Is it switched on and connected?"))
            return
        self._printer = printer
        self._go_on()

    def stop(self) -> None:
        """Send no more; the printer throws away what it has, where it can."""
        if self._printer is not None:
            self._printer.abort()
            self._painter.end()
            self._printer = None

    def _go_on(self) -> None:
        if self._printer is None:
            return
        if self._waiting:
            self._plates.draw([Plate(self._waiting[0], min(PPI, self._printer.resolution()))])
            return
        self._painter.end()
        self._printer = None
        self.finished.emit()

    def _send_page(self, plate: Plate, picture: QImage) -> None:
        if self._printer is None or not self._waiting or plate.page != self._waiting[0]:
            return
        sent = self._total - len(self._waiting)
        if sent and not self._printer.newPage():
            self.stop()
            self.failed.emit(self.tr("The printer stopped taking pages after {0} of {1}.").format(sent, self._total))
            return
        self._draw(picture, self._printer)
        self._waiting.pop(0)
        self.page_sent.emit(sent + 1, self._total)
        self._go_on()

    def _draw(self, page: QImage, printer: QPrinter) -> None:
        """Draw a page as large as the paper takes it, in its middle."""
        paper = printer.pageLayout().fullRectPixels(printer.resolution())
        size = page.size().scaled(paper.size(), Qt.AspectRatioMode.KeepAspectRatio)
        self._painter.drawImage(_centred(size, paper), page)


def in_range(pages: Sequence[int], printer: QPrinter) -> list[int]:
    """Return the pages that were asked for, in the order in which they are to come out."""
    chosen = list(pages)
    if printer.printRange() == QPrinter.PrintRange.PageRange and printer.fromPage():
        chosen = chosen[printer.fromPage() - 1 : max(printer.toPage(), printer.fromPage())]
    return chosen[::-1] if printer.pageOrder() == QPrinter.PageOrder.LastPageFirst else chosen


def _centred(size: QSize, paper: QRect) -> QRect:
    place = QRect(0, 0, size.width(), size.height())
    place.moveCenter(paper.center())
    return place
