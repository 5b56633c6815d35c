"""A handout being made in another process, asked after by a timer, so that the window never waits."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from reader.core.handout.order import Order
from reader.core.handout.typeset import Press
from reader.core.handout.typesetting import Typesetting
from reader.core.notebook.notes import Note
from reader.errors import ReaderError

POLL_MS = 10


class Job(QObject):
    """Makes one handout at a time; the files of those that were made stay on disk until `close`."""

    made = Signal(object)  # a Typeset
    failed = Signal(str)

    def __init__(self, guide: Path, press: Press, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._guide = guide
        self._typesetting = Typesetting(press)
        self._timer = QTimer(self, interval=POLL_MS)
        self._timer.timeout.connect(self._poll)

    @property
    def is_busy(self) -> bool:
        """Whether something is being made."""
        return self._timer.isActive()

    def start(self, order: Order, notes: Sequence[Note] = ()) -> None:
        """Begin to make what *order* asks for; what was under way is stopped."""
        self._timer.stop()
        try:
            self._typesetting.begin(self._guide, order, notes)
        except OSError as error:
            self.failed.emit(self.tr("The pages could not be prepared ({0}).").format(error.strerror))
            return
        self._timer.start()

    def stop(self) -> None:
        """Stop what is under way."""
        self._timer.stop()
        self._typesetting.stop()

    def close(self) -> None:
        """Stop, and throw away what was made."""
        self._timer.stop()
        self._typesetting.close()

    def _poll(self) -> None:
        try:
            made = self._typesetting.poll()
        except ReaderError as error:
            self._timer.stop()
            self.failed.emit(str(error))
            return
        if made is not None:
            self._timer.stop()
            self.made.emit(made)
