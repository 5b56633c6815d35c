"""Page pictures on their way to a printer, one at a time, so that the window stays alive and can stop them."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QImage, QPainter
from PySide6.QtPrintSupport import QPrinter


class Paper(QObject):
    """Sends pages to one printer at a time."""

    page_sent = Signal(int, int)  # how many of how many
    finished = Signal()
    failed = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._printer: QPrinter | None = None
        self._painter = QPainter()
        self._waiting: list[Path] = []
        self._total = 0
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._send_page)

    def start(self, printer: QPrinter, files: Sequence[Path]) -> None:
        """Begin to send the pages that the printer's range names."""
        self._waiting = in_range(files, printer)
        self._total = len(self._waiting)
        printer.setFullPage(True)
        if not self._painter.begin(printer):
            self.failed.emit(self.tr("The printer did not take the pages. Is it switched on and connected?"))
            return
        self._printer = printer
        self._timer.start()

    def stop(self) -> None:
        """Send no more; the printer throws away what it has, where it can."""
        self._timer.stop()
        if self._printer is not None:
            self._printer.abort()
            self._painter.end()
            self._printer = None

    def _send_page(self) -> None:
        if self._printer is None:
            return
        if not self._waiting:
            self._timer.stop()
            self._painter.end()
            self._printer = None
            self.finished.emit()
            return
        sent = self._total - len(self._waiting)
        if sent and not self._printer.newPage():
            self.stop()
            self.failed.emit(self.tr("The printer stopped taking pages after {0} of {1}.").format(sent, self._total))
            return
        self._draw(QImage(str(self._waiting.pop(0))), self._printer)
        self.page_sent.emit(sent + 1, self._total)

    def _draw(self, page: QImage, printer: QPrinter) -> None:
        """Draw a page as large as the paper takes it, in its middle."""
        paper = printer.pageLayout().fullRectPixels(printer.resolution())
        size = page.size().scaled(paper.size(), Qt.AspectRatioMode.KeepAspectRatio)
        self._painter.drawImage(_centred(size, paper), page)


def in_range(files: Sequence[Path], printer: QPrinter) -> list[Path]:
    """Return the pages that were asked for, in the order in which they are to come out."""
    chosen = list(files)
    if printer.printRange() == QPrinter.PrintRange.PageRange and printer.fromPage():
        chosen = chosen[printer.fromPage() - 1 : max(printer.toPage(), printer.fromPage())]
    return chosen[::-1] if printer.pageOrder() == QPrinter.PageOrder.LastPageFirst else chosen


def _centred(size: QSize, paper: QRect) -> QRect:
    place = QRect(0, 0, size.width(), size.height())
    place.moveCenter(paper.center())
    return place
