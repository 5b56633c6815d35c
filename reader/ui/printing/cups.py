"""A PDF for a printer of CUPS, handed over as it is: by its own program, with every choice of the print dialog.

Qt would print pictures of its pages, 300 dots an inch and a megabyte each; CUPS takes PDF itself, and what reaches the
printer are letters and lines, as sharp as it can print them, at once. Okular does the same, by the same program.
"""

from __future__ import annotations

import contextlib
import os
import re
import shutil
import subprocess
import sys
import threading
from pathlib import Path

from PySide6.QtPrintSupport import QPrintEngine, QPrinter

PROGRAM, CANCEL, STATE = "lp", "cancel", "lpstat"
SECONDS = 5  # to ask how a printer is
LOOK = 0.05  # seconds between two looks whether one should stop
SIDES = {
    QPrinter.DuplexMode.DuplexNone: "one-sided",
    QPrinter.DuplexMode.DuplexLongSide: "two-sided-long-edge",
    QPrinter.DuplexMode.DuplexShortSide: "two-sided-short-edge",
}
FITTED = ("-o", "print-scaling=fit", "-o", "fit-to-page=true")  # the second as CUPS called it before 2014
OPTIONS_OF_DIALOG = 0xFE00  # QPrintEngine's PPK_CupsOptions, which is not public: what its tabs for CUPS say, in pairs


def takes(printer: QPrinter) -> bool:
    """Whether a printer is one of CUPS, and the program to reach it is here."""
    is_native = printer.outputFormat() == QPrinter.OutputFormat.NativeFormat
    return is_native and sys.platform not in ("win32", "darwin") and shutil.which(PROGRAM) is not None


def choices(printer: QPrinter) -> list[str]:
    """Return what `lp` is told of a printer's choices (CUPS, "Command-Line Printing and Options")."""
    options = _of_dialog(printer)
    options["media"] = printer.pageLayout().pageSize().key()
    if printer.duplex() in SIDES:
        options["sides"] = SIDES[printer.duplex()]
    if printer.colorMode() == QPrinter.ColorMode.GrayScale:
        options["print-color-mode"] = "monochrome"
    if printer.pageOrder() == QPrinter.PageOrder.LastPageFirst:
        options["outputorder"] = "reverse"
    if printer.printRange() == QPrinter.PrintRange.PageRange and not printer.pageRanges().isEmpty():
        options["page-ranges"] = printer.pageRanges().toString()
    if printer.copyCount() > 1:
        options["collate"] = "true" if printer.collateCopies() else "false"
    said = [word for key, value in options.items() if value for word in ("-o", f"{key}={value}")]
    return ["-d", printer.printerName(), "-n", str(printer.copyCount()), "-t", printer.docName(), *said]


def _of_dialog(printer: QPrinter) -> dict[str, str]:
    key = QPrintEngine.PrintEnginePropertyKey(OPTIONS_OF_DIALOG)
    pairs = [str(each) for each in printer.printEngine().property(key) or ()]
    return dict(zip(pairs[::2], pairs[1::2], strict=False))


def send(pdf: Path, chosen: list[str], stop: threading.Event, *, is_smaller: bool) -> bool:
    """Hand *pdf* over, or take it back when *stop* is set; return whether it was taken. It may then go.

    *chosen* are `choices`; *is_smaller*: the pages are larger than the paper, and are made to fit.
    """
    said = [PROGRAM, *chosen, *(FITTED if is_smaller else ()), "--", os.fspath(pdf)]
    try:
        lp = subprocess.Popen(
            said, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=_english()
        )
    except OSError:  # it has gone since `takes`, or there is no memory left for it
        return False
    answer = b""
    while lp.returncode is None:
        if stop.is_set():
            lp.kill()
        with contextlib.suppress(subprocess.TimeoutExpired):
            answer, _ = lp.communicate(timeout=LOOK)
    found = re.search(rb"request id is (\S+)", answer)
    if found and stop.is_set():
        with contextlib.suppress(OSError):
            subprocess.run([CANCEL, os.fsdecode(found[1])], capture_output=True, check=False)
    return lp.returncode == 0


def is_stopped(name: str) -> bool:
    """Whether a printer takes pages, and prints none: it has no paper, say, or somebody has paused it."""
    with contextlib.suppress(OSError, subprocess.TimeoutExpired):
        said = subprocess.run([STATE, "-p", name], capture_output=True, env=_english(), timeout=SECONDS, check=False)
        return b" disabled since " in said.stdout
    return False


def _english() -> dict[str, str]:
    """Return the environment for programs whose answers are read."""
    return {**os.environ, "LC_ALL": "C"}
