"""A guide on its way to the reader: found, compiled where its files ask for it, opened."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from reader.core.guide import Guide
from reader.core.library import Library, Origin
from reader.core.source import printable
from reader.errors import ReaderError
from reader.session import Session

if TYPE_CHECKING:
    from reader.core.compilation import Compilation

POLL_MS = 30


class Opening(QObject):
    """Opens one guide at a time; what is ready is open before `start` returns."""

    preparing = Signal(str)  # the guide's name, while it is being compiled
    opened = Signal(object)  # Guide
    failed = Signal(str)  # a sentence; "" when it was stopped

    def __init__(self, library: Library, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._library = library
        self._session = session
        self._origin: Origin | None = None
        self._compilation: Compilation | None = None
        self._poll = QTimer(self, interval=POLL_MS)
        self._poll.timeout.connect(self._look)

    def last(self) -> tuple[str, str]:
        """Return the guide that was read last and ""; where it has gone, the bundled one and a sentence."""
        last = self._session.guide
        if not last:
            return self._library.default, ""
        try:
            self._library.find(str(Path(last).absolute()))
        except ReaderError:
            title = next((each.title for each in self._session.guides.values() if each.path == last), "")
            said = self.tr("“{0}”, which you read last, is no longer at {1}. Another guide is open instead.")
            return self._library.default, said.format(printable(title or Path(last).name), printable(last))
        return last, ""

    def is_current(self, guide: Guide) -> bool:
        """Return whether an open guide fits its files as they are now. Raises ReaderError when they cannot be read."""
        return self._library.is_current(self._library.find(str(guide.source)), guide.file, guide.files)

    def start(self, name: str, *, quietly: bool = False) -> None:
        """Open a folder, a file or an installed guide's id; *quietly* says nothing of preparing."""
        self.stop()
        try:
            self._origin = self._library.find(name)
            ready = self._library.ready(self._origin)
            if ready is not None:
                guide = Guide(ready, self._origin.path)
            else:
                self._compilation = self._library.compile(self._origin)
        except ReaderError as error:
            self.failed.emit(str(error))
            return
        if ready is not None:
            self.opened.emit(guide)
            return
        if not quietly:
            self.preparing.emit(self._origin.path.name)
        self._poll.start()

    def begin_again(self) -> bool:
        """Compile anew what is being compiled, beside other glossaries; return whether anything is."""
        if self._compilation is None or self._origin is None:
            return False
        self._compilation.stop()
        try:
            self._compilation = self._library.compile(self._origin)
        except ReaderError as error:
            self._end()
            self.failed.emit(str(error))
        return True

    def stop(self) -> None:
        """Stop preparing a guide, where one is being prepared."""
        if self._compilation is not None:
            self._poll.stop()
            self._compilation.stop()
            self._compilation = None
            self.failed.emit("")

    def _look(self) -> None:
        if self._compilation is None or self._origin is None:
            return
        try:
            ready = self._compilation.poll()
            if ready is None:
                return
            guide = Guide(ready, self._origin.path)
        except ReaderError as error:
            self._end()
            self.failed.emit(str(error))
            return
        self._end()
        self.opened.emit(guide)

    def _end(self) -> None:
        self._poll.stop()
        self._compilation = None
