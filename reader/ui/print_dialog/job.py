"""Pages or a PDF being made in another process, asked after by a timer, so that the window never waits."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from reader.core.typeset import Press
from reader.core.typesetting import Typesetting
from reader.errors import ReaderError

POLL_MS = 15


class Job(QObject):
    """Makes one thing at a time; what it made stays on disk until the next `start` or `stop`."""

    made = Signal(object)  # a Typeset
    failed = Signal(str)

    def __init__(self, guide: Path, press: Press, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._guide = guide
        self._press = press
        self._typesetting: Typesetting | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(POLL_MS)
        self._timer.timeout.connect(self._poll)

    @property
    def is_busy(self) -> bool:
        """Whether something is being made."""
        return self._timer.isActive()

    def start(self, sections: Sequence[str], ppi: float = 0) -> None:
        """Begin to make page pictures at *ppi* pixels an inch, or for 0 the PDF; what was made before is forgotten."""
        self.stop()
        try:
            self._typesetting = Typesetting(self._guide, sections, self._press, ppi)
        except OSError as error:
            self.failed.emit(self.tr("The pages could not be prepared ({0}).").format(error.strerror))
            return
        self._timer.start()

    def stop(self) -> None:
        """Stop and throw away what was made."""
        self._timer.stop()
        if self._typesetting is not None:
            self._typesetting.close()
            self._typesetting = None

    def _poll(self) -> None:
        if self._typesetting is None:
            return
        try:
            made = self._typesetting.poll()
        except ReaderError as error:
            self.stop()
            self.failed.emit(str(error))
            return
        if made is not None:
            self._timer.stop()
            self.made.emit(made)
