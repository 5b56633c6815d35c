"""The pages of a PDF as pictures, drawn by PDFium in a thread of its own.

PDFium takes 12 ms for a page on the screen and 60 ms for one at 300 pixels an inch, and no two threads may use it at
once: so one thread draws for the preview, for its small pictures and for the printer.
"""

from __future__ import annotations

import threading
from collections import deque
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, QSizeF, Signal
from PySide6.QtGui import QImage

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument


class Plate(NamedTuple):
    """A page that is wanted, or was drawn, at so many pixels an inch."""

    page: int  # from 0
    ppi: float


class Plates(QObject):
    """Draws the pages of one PDF at a time."""

    opened = Signal(object)  # the sizes of its pages, a list of QSizeF in points
    drawn = Signal(object, QImage)  # a Plate of the PDF that was opened last, and its picture
    _opened = Signal(int, object)  # with the number of the PDF, from the thread
    _drawn = Signal(int, object, QImage)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._ask = threading.Condition()
        self._number = 0  # of the PDF
        self._to_open: Path | None = None
        self._wanted: deque[Plate] = deque()
        self._is_closed = False
        self._opened.connect(self._tell_opened)
        self._drawn.connect(self._tell_drawn)
        self._thread = threading.Thread(target=self._work, name="plates", daemon=True)
        self._thread.start()

    def open(self, file: Path) -> None:
        """Let `opened` say what pages the PDF has; nothing of the one before is drawn any more."""
        with self._ask:
            self._number += 1
            self._to_open = file
            self._wanted.clear()
            self._ask.notify()

    def draw(self, plates: list[Plate]) -> None:
        """Draw these, the first first; what was wanted before and is not drawn yet is not."""
        with self._ask:
            self._wanted = deque(plates)
            self._ask.notify()

    def close(self) -> None:
        """Draw no more."""
        with self._ask:
            self._is_closed = True
            self._ask.notify()
        self._thread.join()

    def _tell_opened(self, number: int, sizes: list[QSizeF]) -> None:
        if number == self._number:
            self.opened.emit(sizes)

    def _tell_drawn(self, number: int, plate: Plate, picture: QImage) -> None:
        if number == self._number:
            self.drawn.emit(plate, picture)

    def _work(self) -> None:
        import pypdfium2

        pdf: PdfDocument | None = None
        while True:
            with self._ask:
                while not (self._is_closed or self._to_open or (self._wanted and pdf is not None)):
                    self._ask.wait()
                number, file, self._to_open = self._number, self._to_open, None
                plate = self._wanted.popleft() if file is None and self._wanted else None
                is_closed = self._is_closed
            if (file or is_closed) and pdf is not None:
                pdf.close()
                pdf = None
            if is_closed:
                return
            if file is not None:
                pdf = pypdfium2.PdfDocument(file)
                self._opened.emit(number, [QSizeF(*pdf.get_page_size(page)) for page in range(len(pdf))])
            elif plate is not None and pdf is not None:
                self._drawn.emit(number, plate, _picture(pdf, plate))


def _picture(pdf: PdfDocument, plate: Plate) -> QImage:
    page = pdf[plate.page]
    bitmap = page.render(scale=plate.ppi / 72, prefer_bgrx=True)
    # The picture must own its pixels: PDFium's go with the bitmap.
    picture = QImage(bitmap.buffer, bitmap.width, bitmap.height, bitmap.stride, QImage.Format.Format_RGB32).copy()
    bitmap.close()
    page.close()
    return picture
