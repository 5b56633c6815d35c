"""A PDF as PDFium gives it: the sizes of its pages, their pictures and their words.

PDFium serves one thread at a time, whatever the file (pypdfium2, "Incompatibility with Threading"): all who draw take
turns. It takes 12 ms for a page on the screen and 60 ms for one at 300 pixels an inch.
"""

from __future__ import annotations

import atexit
import math
import threading
from collections.abc import Iterator
from contextlib import closing, contextmanager
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QRect, QSize, QSizeF
from PySide6.QtGui import QImage

from reader.errors import ReaderError

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument, PdfPage

UNREADABLE = "The pages could not be shown: their file is damaged, or was removed. Please close this and print again."
FIRST = 600  # letters of a page that are looked at
SAID = 240  # letters of a page that are told
_turn = threading.Lock()


class Pdf:
    """The pages of one file, which is read at once and may then go. Every call may come from any thread."""

    def __init__(self, file: Path) -> None:
        """Read *file*. Raises ReaderError where it is no PDF, or is not there."""
        with _library() as pypdfium2:
            try:
                self._document: PdfDocument = pypdfium2.PdfDocument(file.read_bytes())
            except (OSError, pypdfium2.PdfiumError) as error:
                raise ReaderError(UNREADABLE) from error
            _end_in_order()
            self.sizes = [QSizeF(*self._document.get_page_size(page)) for page in range(len(self._document))]
            """Of its pages, in points."""

    def close(self) -> None:
        """Give the memory back."""
        with _library():
            self._document.close()

    def headings(self) -> list[list[str]]:
        """Return the headings that stand on each page, as its bookmarks name them."""
        found: list[list[str]] = [[] for _ in self.sizes]
        with _library():
            for bookmark in self._document.get_toc():
                target = bookmark.get_dest()
                page = target.get_index() if target else None
                if page is not None and 0 <= page < len(found):
                    found[page].append(bookmark.get_title())
        return found

    def words(self, page: int) -> str:
        """Return the first words of a page, for those who do not see it."""
        with self._page(page) as opened, closing(opened.get_textpage()) as text:
            found = " ".join(text.get_text_range(0, min(FIRST, text.count_chars())).split())
        return found if len(found) <= SAID else f"{found[:SAID].rpartition(' ')[0]} …"

    @contextmanager
    def picture(self, page: int, ppi: float, part: QRect | None = None, *, grey: bool = False) -> Iterator[QImage]:
        """Give the picture of a page at so many pixels an inch, or a part of it, in pixels.

        It lives as long as the context does: what is kept must be copied. Raises ReaderError.
        """
        scale = ppi / 72
        crop = _crop(part, pixels(self.sizes[page], ppi), scale) if part else (0, 0, 0, 0)
        with self._page(page) as opened:
            bitmap = opened.render(scale=scale, crop=crop, grayscale=grey, prefer_bgrx=True)
        how = QImage.Format.Format_Grayscale8 if grey else QImage.Format.Format_RGB32
        try:
            yield QImage(bitmap.buffer, bitmap.width, bitmap.height, bitmap.stride, how)
        finally:
            with _library():
                bitmap.close()

    @contextmanager
    def _page(self, number: int) -> Iterator[PdfPage]:
        with _library() as pypdfium2:
            try:
                with closing(self._document[number]) as page:
                    yield page
            except pypdfium2.PdfiumError as error:
                raise ReaderError(UNREADABLE) from error


def pixels(size: QSizeF, ppi: float) -> QSize:
    """Return how large the picture of a page of *size*, in points, is."""
    return QSize(math.ceil(size.width() * ppi / 72), math.ceil(size.height() * ppi / 72))


def _crop(part: QRect, whole: QSize, scale: float) -> tuple[float, float, float, float]:
    """Return what is cut off at the left, bottom, right and top, in points, of which pypdfium2 makes whole pixels."""
    right = whole.width() - part.x() - part.width()
    bottom = whole.height() - part.y() - part.height()
    left, below, beyond, above = (
        (cut - 0.5) / scale if cut > 0 else 0.0 for cut in (part.x(), bottom, right, part.y())
    )
    return left, below, beyond, above


def load() -> None:
    """Load PDFium, which takes a tenth of a second, before it is needed."""
    with _library():
        pass


@contextmanager
def _library() -> Iterator[Any]:
    with _turn:
        import pypdfium2

        yield pypdfium2


@cache
def _end_in_order() -> None:
    """Let nothing be drawn at the end of the program, when documents are closed and PDFium takes itself down.

    What is registered last comes first: so this is, once there is a document.
    """
    atexit.register(_turn.acquire)
