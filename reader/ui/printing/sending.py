"""Where pages go: a file that is asked for, or a printer. Nothing leaves the machine by itself."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QPageSize
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo
from PySide6.QtWidgets import QWidget

from reader.core.handout.typeset import save
from reader.core.source import printable
from reader.errors import ReaderError
from reader.ui import file_dialog
from reader.ui.printing import printer_dialog
from reader.ui.printing.paper import Paper
from reader.ui.worker import Worker

SIZES = {"a4": QPageSize.PageSizeId.A4, "letter": QPageSize.PageSizeId.Letter}


class Sending(QObject):
    """Asks where pages shall go, and sends them there: one PDF at a time."""

    going = Signal(str)  # how far it is
    sent = Signal(str)  # to a printer
    saved = Signal(object)  # the Path of the file
    failed = Signal(str)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._paper = Paper(self)
        self._worker = Worker(self)
        self._paper.page_sent.connect(self._tell)
        self._paper.finished.connect(self.sent)
        self._paper.failed.connect(self.failed)
        self._worker.done.connect(self._take)

    def ask_for_file(self, folder: str, name: str) -> Path | None:
        """Return the file that is chosen, or None; one that is there already is asked about."""
        kinds = {"pdf": self.tr("PDF (*.pdf)")}
        name = file_dialog.file_name(name, self.tr("handout"))
        return file_dialog.target(self._window, self.tr("Save as PDF"), folder or str(Path.home()), name, kinds)

    @staticmethod
    def has_printer() -> bool:
        """Whether this computer knows any printer."""
        return bool(QPrinterInfo.availablePrinterNames())

    def ask_for_printer(self, name: str, paper: str, pages: int) -> QPrinter | None:
        """Return the printer that is chosen with its ranges and copies, or None; *pages* are 0 while unknown."""
        printer = _printer(name, paper)
        return printer if printer_dialog.ask(printer, pages, self._window) else None

    @staticmethod
    def usual_printer(name: str, paper: str) -> QPrinter | None:
        """Return the one that this computer prints on if nothing else is said, or None where none is named so."""
        return _printer(name, paper) if QPrinterInfo.defaultPrinterName() else None

    def send(self, pdf: Path, target: Path | QPrinter, *, is_private: bool) -> None:
        """Print a PDF, or copy it, beside the window: a disk or a printer may be slow.

        The file of a private one, with notes in it, is for its owner alone.
        """
        if isinstance(target, QPrinter):
            self._paper.print(pdf, target)
        else:
            self._worker.start(partial(_copied, pdf, target, is_private))

    def open_folder(self, file: Path) -> None:
        """Show the folder of a saved file in the desktop's own window for files."""
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(file.parent))):
            self.failed.emit(self.tr("The folder {0} could not be opened.").format(printable(str(file.parent))))

    def stop(self) -> str:
        """Send no more pages, and return what to say."""
        return self._paper.stop()

    def close(self) -> None:
        """Stop for good."""
        self._paper.close()

    def _take(self, done: Path | str) -> None:
        if isinstance(done, Path):
            self.saved.emit(done)
        else:
            self.failed.emit(done)

    def _tell(self, number: int, total: int) -> None:
        self.going.emit(self.tr("Printing page {0} of {1}…").format(number, total))


def _printer(name: str, paper: str) -> QPrinter:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(printable(name))
    printer.setPageSize(QPageSize(SIZES[paper]))
    return printer


def _copied(pdf: Path, target: Path, is_private: bool) -> Path | str:
    """Return the file that was written, or what is to be said."""
    try:
        save(pdf, target, is_private=is_private)
    except ReaderError as error:
        return str(error)
    return target
