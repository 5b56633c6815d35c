"""Pages painted on a printer as pictures, for printers that take no PDF."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QRect, QSizeF
from PySide6.QtGui import QImage, QPainter
from PySide6.QtPrintSupport import QPrinter

from reader.errors import ReaderError
from reader.ui.printing import fitting
from reader.ui.printing.pdf import Pdf

PPI = 300  # pixels an inch: more makes slow pages, no better letters
BAND = 200  # rows painted at once: PySide lets the window do nothing meanwhile, 20 to 40 ms


def paint(pdf: Pdf, printer: QPrinter, stop: threading.Event, tell: Callable[[int, int], None]) -> None:
    """Paint the pages that *printer* was told of; *tell* how many of how many were sent.

    A page takes a quarter of a second: too long for the window's thread, and any thread may paint on a QPrinter. Raises
    ReaderError when the printer takes nothing, or nothing more.
    """
    printer.setFullPage(True)
    painter = QPainter()
    if not painter.begin(printer):
        raise ReaderError(_tr("The printer did not take the pages. Is it switched on and connected?"))
    painter.setRenderHint(QPainter.RenderHint.LosslessImageRendering)  # without, it is slower, larger, and blurred
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
    corner = (fitting.place(pdf.sizes[page], paper).topLeft() * (dots / 72)).toPoint()
    each = max(1, round(dots / PPI))  # whole dots a pixel: between bands there must be no seam
    is_grey = printer.colorMode() == QPrinter.ColorMode.GrayScale
    ppi = dots / each * fitting.scale(pdf.sizes[page], paper)
    with pdf.picture(page, ppi, grey=is_grey) as picture:
        for band in _bands(picture):
            place = QRect(corner.x(), corner.y() + band.y() * each, band.width() * each, band.height() * each)
            painter.drawImage(place, picture, band)


def _bands(picture: QImage) -> Iterator[QRect]:
    """Return the bands of a page that are not all white."""
    line, pixels = picture.bytesPerLine(), picture.constBits()
    for top in range(0, picture.height(), BAND):
        height = min(BAND, picture.height() - top)
        if bytes(pixels[top * line : (top + height) * line]).strip(b"\xff"):
            yield QRect(0, top, picture.width(), height)


def _tr(sentence: str) -> str:
    return QCoreApplication.translate("Paper", sentence)
