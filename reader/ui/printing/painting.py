"""Pages painted on a printer as pictures, for printers that take no PDF."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QRectF, QSizeF
from PySide6.QtGui import QPainter
from PySide6.QtPrintSupport import QPrinter

from reader.errors import ReaderError
from reader.ui.printing import fitting
from reader.ui.printing.pdf import Pdf

PPI = 300  # pixels an inch: more makes slow pages, no better letters


def paint(pdf: Pdf, printer: QPrinter, stop: threading.Event, tell: Callable[[int, int], None]) -> None:
    """Paint the pages that *printer* was told of; *tell* how many of how many were sent.

    A page takes a quarter of a second: too long for the window's thread, and QPrinter lets any thread paint. Raises
    ReaderError when the printer takes nothing, or nothing more.
    """
    printer.setFullPage(True)
    painter = QPainter()
    if not painter.begin(printer):
        raise ReaderError(_tr("The printer did not take the pages. Is it switched on and connected?"))
    is_whole = False
    try:
        for sent, total in _paint_pages(painter, printer, pdf):
            tell(sent, total)
            if stop.is_set():
                break
        else:
            is_whole = True
    finally:
        _end(painter, printer, is_whole=is_whole)


def _paint_pages(painter: QPainter, printer: QPrinter, pdf: Pdf) -> Iterator[tuple[int, int]]:
    pages = fitting.in_order(len(pdf.sizes), printer)
    for sent, page in enumerate(pages):
        if sent and not printer.newPage():
            raise ReaderError(_tr("The printer stopped taking pages after {0} of {1}.").format(sent, len(pages)))
        _paint_page(painter, printer, pdf, page)
        yield sent + 1, len(pages)


def _end(painter: QPainter, printer: QPrinter, *, is_whole: bool) -> None:
    """End the job. Half a file is worth nothing; what a printer has got already, it may not give back."""
    if not is_whole:
        printer.abort()
    painter.end()
    if not is_whole and printer.outputFileName():
        Path(printer.outputFileName()).unlink(missing_ok=True)


def _paint_page(painter: QPainter, printer: QPrinter, pdf: Pdf, page: int) -> None:
    dots = printer.resolution()
    paper = QSizeF(printer.pageLayout().fullRectPoints().size())
    place = fitting.place(pdf.sizes[page], paper)
    ppi = min(PPI, dots) * fitting.scale(pdf.sizes[page], paper)
    is_grey = printer.colorMode() == QPrinter.ColorMode.GrayScale
    with pdf.picture(page, ppi, grey=is_grey) as picture:
        to_dots = dots / 72
        painter.drawImage(QRectF(place.topLeft() * to_dots, place.size() * to_dots), picture)


def _tr(sentence: str) -> str:
    return QCoreApplication.translate("Paper", sentence)
