"""The pages of a PDF as pictures, drawn in a thread of its own while the window goes on."""

from __future__ import annotations

import contextlib
import threading
from collections import deque
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication, QObject, QRect, QSizeF, Signal
from PySide6.QtGui import QImage

from reader.errors import ReaderError
from reader.ui.news import LetterBox, News
from reader.ui.printing.pdf import Pdf, load

MOMENT = 2  # seconds


class Plate(NamedTuple):
    """A page that is wanted at so many pixels an inch: a part of it, in pixels, or all."""

    page: int  # from 0
    ppi: float
    part: QRect | None = None


class Drawn(NamedTuple):
    """A plate, its picture, and the first words of its page where they were not told before."""

    plate: Plate
    picture: QImage
    words: str


class Sheets(NamedTuple):
    """What is known of pages before they are drawn."""

    sizes: list[QSizeF]  # in points
    headings: list[list[str]]  # that stand on each


class Plates(QObject):
    """Draws the pages of one PDF at a time, the one that was opened last."""

    opened = Signal(object)  # its Sheets
    drawn = Signal(object)  # Drawn
    failed = Signal(str)
    _came = Signal(int, object)  # from the thread: the number of the PDF, and one of those above

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._number = 0  # of the PDF; no letter of another one is told
        self._is_open = False  # `opened` has told of the last one
        self._drawing = _Drawing(News(self).box)
        self._came.connect(self._tell)
        self.destroyed.connect(self._drawing.close)
        if app := QCoreApplication.instance():
            app.aboutToQuit.connect(self._end)
        self._thread = threading.Thread(target=self._drawing.run, name="plates", daemon=True)
        self._thread.start()

    def open(self, file: Path) -> None:
        """Let `opened` say what pages the PDF has; nothing of the one before is drawn any more."""
        self._number += 1
        self._is_open = False
        self._drawing.open(self._number, file)

    def draw(self, plates: list[Plate]) -> None:
        """Draw these, the first first; what was wanted before and is not drawn yet is not.

        Nothing is drawn until `opened` has told what pages there are.
        """
        if self._is_open:
            self._drawing.draw(plates)

    def close(self) -> None:
        """Draw no more. A page that is being drawn is nobody's to wait for."""
        self._number += 1
        self._is_open = False
        self._drawing.close()

    def _end(self) -> None:
        """Wait a moment for the page that is being drawn: the end of the program must not come upon it."""
        self.close()
        self._thread.join(MOMENT)

    def _tell(self, number: int, came: Sheets | Drawn | ReaderError) -> None:
        if number != self._number:
            return
        if isinstance(came, Sheets):
            self._is_open = True
            self.opened.emit(came)
        elif isinstance(came, Drawn):
            self.drawn.emit(came)
        else:
            self.failed.emit(str(came))


class _Drawing:
    """What is wanted, and the thread's part: the PDF and what is known of it."""

    def __init__(self, news: LetterBox) -> None:
        self._news = news
        self._ask = threading.Condition()
        self._number = 0  # of the PDF
        self._to_open: Path | None = None
        self._wanted: deque[Plate] = deque()
        self._is_closed = False
        self._pdf: Pdf | None = None  # the thread's, as is what follows
        self._told: set[int] = set()  # pages whose words were told

    def open(self, number: int, file: Path) -> None:
        with self._ask:
            self._number, self._to_open = number, file
            self._wanted.clear()
            self._ask.notify()

    def draw(self, plates: list[Plate]) -> None:
        with self._ask:
            self._wanted = deque(plates)
            self._ask.notify()

    def close(self) -> None:
        with self._ask:
            self._is_closed = True
            self._ask.notify()

    # In the thread

    def run(self) -> None:
        """Do what is wanted, one thing after another, until it is closed."""
        load()
        while task := self._next():
            number, wish = task
            came: Sheets | Drawn | ReaderError
            try:
                came = self._open(wish) if isinstance(wish, Path) else self._draw(wish)
            except ReaderError as error:
                came = error
            with contextlib.suppress(RuntimeError):  # the window has gone meanwhile
                self._news.put("_came", number, came)
        self._let_go()

    def _next(self) -> tuple[int, Path | Plate] | None:
        """Wait for something to do; None for the end."""
        with self._ask:
            while not (self._is_closed or self._to_open or (self._wanted and self._pdf)):
                self._ask.wait()
            if self._is_closed:
                return None
            wish, self._to_open = self._to_open, None
            return self._number, wish or self._wanted.popleft()

    def _open(self, file: Path) -> Sheets:
        self._let_go()
        self._pdf = Pdf(file)
        return Sheets(self._pdf.sizes, self._pdf.headings())

    def _draw(self, plate: Plate) -> Drawn:
        assert self._pdf is not None  # noqa: S101 - nothing is wanted of no PDF
        with self._pdf.picture(*plate) as picture:
            kept = picture.copy()
        words = "" if plate.page in self._told else self._pdf.words(plate.page)
        self._told.add(plate.page)
        return Drawn(plate, kept, words)

    def _let_go(self) -> None:
        self._told.clear()
        if self._pdf is not None:
            self._pdf.close()
            self._pdf = None
