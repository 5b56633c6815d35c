"""What happens when the program itself is wrong: a log, and one dialog with details to copy. Nothing is sent."""

from __future__ import annotations

import sys
import threading
import traceback
from collections.abc import Callable
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QCoreApplication, Qt

from reader.core import crashlog
from reader.errors import ReaderError

_shown = False  # one dialog in the life of the program: a fault in painting would bring hundreds


def install(folder: Path, say: Callable[[str], None]) -> None:
    """Write every error that nobody caught to *folder*/crash.log, and tell the user of the first one.

    A ReaderError is no mistake of the program: its sentence goes to *say*. What fails in a thread is only written:
    no dialog may be opened there, and one reads on without what it was to do.
    """

    def hook(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if isinstance(error, ReaderError):
            say(str(error))
            return
        details = "".join(traceback.format_exception(kind, error, trace))
        sys.__excepthook__(kind, error, trace)
        crashlog.write(folder, details)
        _show(details)

    def thread_hook(failed: threading.ExceptHookArgs) -> None:
        threading.__excepthook__(failed)
        if failed.exc_value is not None:
            crashlog.write(folder, "".join(traceback.format_exception(failed.exc_value)))

    sys.excepthook = hook
    threading.excepthook = thread_hook


def _show(details: str) -> None:
    global _shown  # noqa: PLW0603 (see above)
    if _shown:
        return
    _shown = True
    from PySide6.QtWidgets import QApplication, QMessageBox

    translate = QCoreApplication.translate
    box = QMessageBox(QApplication.activeWindow())  # which gives it the theme
    box.setWindowTitle(translate("crash", "Something went wrong in Pathway Reader"))
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setText(
        translate(
            "crash",
            "The program made a mistake. Your place is saved, and you can read on.\n\n"
            "The details below can be copied for whoever looks after the program. Nothing is sent by itself.",
        )
    )
    box.setDetailedText(details)
    box.exec()
