"""The pages of a PDF on their way to a printer, while the window goes on and can stop them."""

from __future__ import annotations

import contextlib
import threading
from contextlib import closing
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject, QSizeF, Signal
from PySide6.QtPrintSupport import QPrinter

from reader.errors import ReaderError
from reader.ui.news import LetterBox, News
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
        self._news = News(self)
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
        sending = _Sending(pdf, printer, self._news.box)
        self._stop = sending.stop
        self._thread = threading.Thread(target=sending.run, name="paper", daemon=True)
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


class _Sending:
    """One PDF on its way, the thread's part. CUPS is told what was chosen; only what is painted needs the printer."""

    def __init__(self, file: Path, printer: QPrinter, news: LetterBox) -> None:
        self.stop = threading.Event()
        self._file, self._news = file, news
        self._name = printer.printerName()
        self._paper = QSizeF(printer.pageLayout().fullRectPoints().size())
        self._to: list[str] | QPrinter = cups.choices(printer) if cups.takes(printer) else printer

    def run(self) -> None:
        """Send the pages, and tell what came of it."""
        try:
            with closing(Pdf(self._file)) as pdf:
                self._send(pdf)
                words, has_failed = self._sent_words(pdf), False
        except ReaderError as error:
            words, has_failed = str(error), True
        self._say("_ended", words, has_failed)

    def _send(self, pdf: Pdf) -> None:
        if isinstance(self._to, QPrinter):
            paint(pdf, self._to, self.stop, lambda sent, total: self._say("_told", sent, total))
        elif not cups.send(self._file, self._to, self.stop, is_smaller=self._least_scale(pdf) < 1):
            raise ReaderError(_tr("“{0}” did not take the pages. Is the printer still there?").format(self._name))

    def _say(self, signal: str, *values: object) -> None:
        with contextlib.suppress(RuntimeError):  # the window has gone meanwhile
            if not self.stop.is_set():
                self._news.put(signal, self.stop, *values)

    def _sent_words(self, pdf: Pdf) -> str:
        words = _tr("Sent to “{0}”.").format(self._name) if self._name else _tr("Sent to the printer.")
        if not isinstance(self._to, QPrinter) and cups.is_stopped(self._name):
            words += " " + _tr("The printer has been stopped: it prints once it is started again.")
        scale, paper = self._least_scale(pdf), self._paper
        if scale < 1:
            smaller = _tr("Its paper is smaller than the pages: they come out at {0} % of their size.")
            return f"{words} {smaller.format(round(scale * 100))}"
        if any(page.width() < paper.width() * fitting.SAME and page.height() < paper.height() for page in pdf.sizes):
            larger = _tr("Its paper is larger than the pages: they stand in the middle, at their own size.")
            return f"{words} {larger}"
        return words

    def _least_scale(self, pdf: Pdf) -> float:
        return min((fitting.scale(page, self._paper) for page in pdf.sizes), default=1.0)


def _tr(sentence: str) -> str:
    return QCoreApplication.translate("Paper", sentence)
