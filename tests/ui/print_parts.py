"""A print dialog whose pages are made, and shown, when a test says so."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from reader.core.handout.order import Order
from reader.core.handout.typeset import Typeset
from reader.core.handout.typesetting import Progress
from reader.core.notebook.notes import Note


class FakeJob(QObject):
    """Keeps what it is asked for; `finish` and `refuse` say what comes of it."""

    made = Signal(object)
    failed = Signal(str)

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self.pdf = folder / "handout.pdf"
        self.pdf.write_bytes(b"%PDF-")
        self.orders: list[Order] = []
        self.notes: Sequence[Note] = ()
        self.is_busy = self.is_closed = False
        self.pages, self.seconds = 0, 0.0

    @property
    def wanted(self) -> Order | None:
        return self.orders[-1] if self.orders else None

    @property
    def progress(self) -> Progress | None:
        return Progress(self.pages, self.seconds) if self.is_busy else None

    def start(self, order: Order, notes: Sequence[Note] = ()) -> None:
        self.orders.append(order)
        self.notes = notes
        self.is_busy = True

    def tell(self) -> None:
        """Do nothing: what comes is told when a test says so."""

    def finish(self, *notes: str) -> None:
        self.is_busy = False
        self.made.emit(Typeset(self.pdf, notes))

    def refuse(self, sentence: str) -> None:
        self.is_busy = False
        self.failed.emit(sentence)

    def stop(self) -> None:
        self.is_busy = False

    def close(self) -> None:
        self.is_busy = False
        self.is_closed = True


class FakePreview(QWidget):
    """Shows nothing; every file has as many pages as `count` says."""

    shown = Signal(int)
    failed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.count = 3
        self.from_the_top: list[bool] = []

    def show_file(self, pdf: Path, *, from_the_top: bool = False) -> None:
        self.from_the_top.append(from_the_top)
        self.shown.emit(self.count)

    def stop(self) -> None:
        """Do nothing: there is no thread."""
