"""Prints the sample guide from the print dialog, in a process of its own, and writes what the dialog said.

The pages as the dialog showed them are in ``shown.pdf``, in the same folder.

    python -m tests.ui.printing_child FOLDER PRINTER CHOICES

libcups keeps the first server that a process asked for, so a test cannot show its own to a process that has one.
CHOICES is JSON: what somebody chooses in the dialog for the printer, and "paper", that of the pages.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtGui import QPageRanges, QPageSize
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QApplication

from reader import paths
from reader.core.handout import asking
from reader.core.handout.printables import Printables
from reader.core.handout.typeset import Press
from reader.core.handout.typesetting import Typesetting
from reader.ui.printing.dialog import PrintDialog
from reader.ui.printing.job import Job
from reader.ui.printing.usual import Usual
from tests.guides import sample

SECONDS = 60


def main(folder: str, name: str, choices: dict[str, Any]) -> None:
    """Print, and write the words of the dialog to standard output."""
    app = QApplication(["printing"])

    def choose(dialog: QPrintDialog) -> bool:
        apply(dialog.printer(), name, choices)
        if choices.get("stop"):
            subprocess.run(["cupsdisable", name], check=True)
        if choices.get("remove"):  # before the pages are there
            subprocess.run(["lpadmin", "-x", name], check=True)
        return True

    QPrintDialog.exec = choose  # type: ignore[method-assign]
    printables = Printables(sample.guide(Path(folder)), wish="guide")
    usual = Usual(paper=choices.get("paper", "a4"))
    typesetting = Typesetting(Press(paths.bundled("resources"), tuple(paths.faces())))
    job = Job(printables.guide.file, typesetting)
    job.start(asking.first(printables, usual.first, usual.paper), ())
    dialog = PrintDialog(printables, usual, job)
    dialog.show()
    wait(lambda: dialog.preview.count > 0)
    assert dialog._made is not None
    shutil.copy(dialog._made.file, Path(folder) / "shown.pdf")
    dialog.foot.print.click()
    wait(dialog.foot.print.isEnabled)
    sys.stdout.write(dialog.foot.words.text())
    dialog.reject()
    typesetting.close()
    app.processEvents()


def apply(printer: QPrinter, name: str, choices: dict[str, Any]) -> None:
    """Choose a printer, and what is to be chosen for it."""
    printer.setPrinterName(name)
    if "size" in choices:
        printer.setPageSize(QPageSize(QPageSize.PageSizeId[choices["size"]]))
    if "pages" in choices:
        printer.setPrintRange(QPrinter.PrintRange.PageRange)
        printer.setPageRanges(QPageRanges.fromString(choices["pages"]))
    if choices.get("last_first"):
        printer.setPageOrder(QPrinter.PageOrder.LastPageFirst)
    printer.setCopyCount(choices.get("copies", 1))


def wait(done: Callable[[], bool]) -> None:
    """Let the program go on until *done*."""
    loop, look, end = QEventLoop(), QTimer(interval=20), QTimer(singleShot=True, interval=SECONDS * 1000)
    look.timeout.connect(lambda: loop.quit() if done() else None)
    end.timeout.connect(lambda: loop.exit(1))
    look.start()
    end.start()
    if not done() and loop.exec():
        sys.exit(f"The dialog did not do it in {SECONDS} seconds.")


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], json.loads(sys.argv[3]))
