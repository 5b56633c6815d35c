"""Which pages come out of a printer, in which order, and where they stand on its paper."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSizeF
from PySide6.QtPrintSupport import QPrinter

SAME = 0.99  # of its size: nobody sees the difference, and A4 is as large as A4 of another maker


def in_order(count: int, printer: QPrinter) -> list[int]:
    """Return those of *count* pages, from 0, that were asked for, as they are to be sent: also several times."""
    chosen = list(range(count))
    ranges = printer.pageRanges()
    if printer.printRange() == QPrinter.PrintRange.PageRange and not ranges.isEmpty():
        chosen = [page for page in chosen if ranges.contains(page + 1)]
    if printer.pageOrder() == QPrinter.PageOrder.LastPageFirst:
        chosen.reverse()
    if printer.supportsMultipleCopies():
        return chosen
    copies = printer.copyCount()
    return chosen * copies if printer.collateCopies() else [page for page in chosen for _ in range(copies)]


def scale(page: QSizeF, paper: QSizeF) -> float:
    """Return what a page is multiplied with so that it is on the paper whole; it is never made larger."""
    fitting = min(paper.width() / page.width(), paper.height() / page.height())
    return 1.0 if fitting >= SAME else fitting


def place(page: QSizeF, paper: QSizeF) -> QRectF:
    """Return where a page stands: in the middle of the paper, in the unit of both."""
    size = page * scale(page, paper)
    return QRectF((paper.width() - size.width()) / 2, (paper.height() - size.height()) / 2, *size.toTuple())
