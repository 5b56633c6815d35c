"""A handout being made in another process, asked after by a timer, so that the window never waits."""

from __future__ import annotations

import time
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QObject, QTimer, Signal

from reader.core.handout.order import Order
from reader.core.handout.typesetting import Progress, Typesetting
from reader.core.notebook.notes import Note
from reader.errors import ReaderError

POLL_MS = 10
PATIENCE = 0.6  # seconds that pages may still take which nobody wants any more: a new process takes as long


class _Wanted(NamedTuple):
    order: Order
    notes: Sequence[Note]


class Job(QObject):
    """Makes the handout that was asked for last; the files of those that were made stay on disk until `close`.

    It may begin before anybody can hear what comes of it: that is told from `tell` on. The *typesetting* rests after
    `close`: it is whoever gave it who closes it.
    """

    made = Signal(object)  # a Typeset
    failed = Signal(str)

    def __init__(self, guide: Path, typesetting: Typesetting, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._guide = guide
        self._typesetting = typesetting
        self.wanted: Order | None = None  # what was asked for last
        self._next: _Wanted | None = None  # what was asked for while another one is being made
        self._begun = 0.0
        self._trouble = ""  # why it could not be begun
        self._is_heard = False
        self._timer = QTimer(self, interval=POLL_MS)
        self._timer.timeout.connect(self._poll)

    @property
    def is_busy(self) -> bool:
        """Whether something is being made."""
        return self._timer.isActive()

    @property
    def progress(self) -> Progress | None:
        """How far it is; None while nothing is being made."""
        return self._typesetting.progress if self.is_busy else None

    def start(self, order: Order, notes: Sequence[Note] = ()) -> None:
        """Make what *order* asks for, as soon as what is under way is done, which nobody hears of, or takes long."""
        self.wanted = order
        self._next = _Wanted(order, notes)
        if not self.is_busy:
            self._begin()

    def tell(self) -> None:
        """Tell what comes of it from now on, and what came before."""
        self._is_heard = True

    def stop(self) -> None:
        """Stop what is under way."""
        self._timer.stop()
        self._next = None
        self._typesetting.stop()

    def close(self) -> None:
        """Stop, and throw away what was made."""
        self._timer.stop()
        self._next = None
        self._typesetting.rest()

    def _begin(self) -> None:
        wanted, self._next = self._next, None
        if wanted is None:
            return
        self._trouble = ""
        try:
            self._typesetting.begin(self._guide, wanted.order, wanted.notes)
        except OSError as error:
            self._trouble = self.tr("The pages could not be prepared ({0}).").format(error.strerror)
        self._begun = time.monotonic()
        self._timer.start()

    def _poll(self) -> None:
        if not self._is_heard:
            return
        if self._trouble:
            self._end(self._trouble)
            return
        try:
            made = self._typesetting.poll()
        except ReaderError as error:
            self._end(str(error))
            return
        if made is not None:
            self._end("", made)
        elif self._next is not None and time.monotonic() - self._begun > PATIENCE:
            self._begin()

    def _end(self, trouble: str, made: object = None) -> None:
        """Tell what came of it, unless something else is wanted by now."""
        self._timer.stop()
        if self._next is not None:
            self._begin()
        elif trouble:
            self.failed.emit(trouble)
        else:
            self.made.emit(made)
