"""The pages of a PDF on their way to a printer, while the window goes on and can stop them."""

from __future__ import annotations

import contextlib
import threading
from contextlib import closing
from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject, QSizeF, Signal, SignalInstance
from PySide6.QtPrintSupport import QPrinter

from reader.errors import ReaderError
from reader.ui.printing import cups, fitting
from reader.ui.printing.painting import paint
from reader.ui.printing.pdf import Pdf

MOMENT = 2  # seconds


class Paper(QObject):
    """Sends one PDF to one printer at a time: the file itself where CUPS is, else pictures of its pages."""

    page_sent = Signal(int, int)  # how many of how many
    finished = Signal(str)  # what happened, in a sentence or two
    failed = Signal(str)
    # From the thread, with the Event that stops it:
    _told = Signal(object, int, int)
    _ended = Signal(object, str, bool)  # what to say, whether it failed

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._stop: threading.Event | None = None  # of what is under way
        self._thread: threading.Thread | None = None
        self._told.connect(self._tell)
        self._ended.connect(self._end)
        if app := QCoreApplication.instance():
            app.aboutToQuit.connect(self._wait)

    @property
    def is_busy(self) -> bool:
        """Whether pages are on their way."""
        return self._stop is not None

    def print(self, pdf: Path, printer: QPrinter) -> None:
        """Begin to send those pages of *pdf* that the printer's choices name. It is the thread's until the end."""
        self.close()
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._work, args=(pdf, printer, self._stop), name="paper", daemon=True)
        self._thread.start()

    def stop(self) -> str:
        """Send no more; return what to say, "" where nothing was under way."""
        if not self.is_busy:
            return ""
        self.close()
        return self.tr("Stopped. What the printer has already got may still be printed.")

    def close(self) -> None:
        """Send no more. The page under way is nobody's to wait for."""
        if self._stop is not None:
            self._stop.set()
            self._stop = None

    def _wait(self) -> None:
        """Wait a moment for the page that is being sent: the end of the program must not come upon it."""
        self.close()
        if self._thread is not None:
            self._thread.join(MOMENT)

    def _tell(self, stop: threading.Event, sent: int, total: int) -> None:
        if stop is self._stop:
            self.page_sent.emit(sent, total)

    def _end(self, stop: threading.Event, sentence: str, has_failed: bool) -> None:
        if stop is self._stop:
            self._stop = None
            (self.failed if has_failed else self.finished).emit(sentence)

    # In the thread

    def _work(self, file: Path, printer: QPrinter, stop: threading.Event) -> None:
        try:
            with closing(Pdf(file)) as pdf:
                self._send(file, pdf, printer, stop)
                words, has_failed = self._sent_words(pdf, printer), False
        except ReaderError as error:
            words, has_failed = str(error), True
        self._say(stop, self._ended, words, has_failed)

    def _send(self, file: Path, pdf: Pdf, printer: QPrinter, stop: threading.Event) -> None:
        if not cups.takes(printer):
            paint(pdf, printer, stop, partial(self._say, stop, self._told))
        elif not cups.send(file, printer, stop, is_smaller=_least_scale(pdf, printer) < 1):
            raise ReaderError(
                self.tr("“{0}” did not take the pages. Is the printer still there?").format(printer.printerName())
            )

    def _say(self, stop: threading.Event, signal: SignalInstance, *values: object) -> None:
        with contextlib.suppress(RuntimeError):  # the window has gone meanwhile
            if not stop.is_set():
                signal.emit(stop, *values)

    def _sent_words(self, pdf: Pdf, printer: QPrinter) -> str:
        name = printer.printerName()
        words = self.tr("Sent to “{0}”.").format(name) if name else self.tr("Sent to the printer.")
        if cups.takes(printer) and cups.is_stopped(name):
            words += " " + self.tr("The printer has been stopped: it prints once it is started again.")
        scale, paper = _least_scale(pdf, printer), _paper(printer)
        if scale < 1:
            smaller = self.tr("Its paper is smaller than the pages: they come out at {0} % of their size.")
            return f"{words} {smaller.format(round(scale * 100))}"
        if any(page.width() < paper.width() * fitting.SAME and page.height() < paper.height() for page in pdf.sizes):
            larger = self.tr("Its paper is larger than the pages: they stand in the middle, at their own size.")
            return f"{words} {larger}"
        return words


def _paper(printer: QPrinter) -> QSizeF:
    return QSizeF(printer.pageLayout().fullRectPoints().size())


def _least_scale(pdf: Pdf, printer: QPrinter) -> float:
    return min((fitting.scale(page, _paper(printer)) for page in pdf.sizes), default=1.0)
