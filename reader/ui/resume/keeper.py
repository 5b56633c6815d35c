"""Puts on disk what the program remembers: what one did on purpose at once, all else within half a second."""

from __future__ import annotations

import time
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from reader.core import anchor, progress
from reader.core.guide import Guide
from reader.core.library import Library
from reader.core.section_text import SectionTexts
from reader.core.text import Place
from reader.errors import ReaderError
from reader.session import Remembered, Session
from reader.session_file import SessionFile
from reader.settings import Settings
from reader.ui.main_window import MainWindow
from reader.ui.resume.writer import Writer

REST_MS = 500  # from the first change on, not from the last: who never rests is remembered, too
# For the last writing, with what it may wait for another window (`session_file.WAIT_SECONDS`); a disk that is slower
# must not keep the window from closing.
FINISH_SECONDS = 0.7


class Keeper(QObject):
    """Keeps Session and Settings in step with the window, and writes them.

    Several windows of the program share the two files: each writes what it has changed and leaves the rest.
    """

    failed = Signal(str)

    def __init__(self, session: Session, folders: tuple[Path, Path], window: MainWindow) -> None:
        super().__init__(window)
        self._session = session
        self.file = SessionFile(session, folders[0] / "session.json")
        self._settings_file = folders[1] / "settings.json"
        self._window = window
        self._texts: SectionTexts | None = None
        self._here: Place | None = None
        self._said = self._has_forgotten = False
        self._rest = QTimer(self, interval=REST_MS, singleShot=True)
        self._rest.timeout.connect(self.save)
        self._writer = Writer(self)
        self._writer.failed.connect(self._fail)

    def show_guide(self, guide: Guide) -> None:
        """Keep places in this guide from now on; the help is nobody's reading."""
        self._remember_place()
        self._here = None
        if guide.about.id == Library.help:
            self._texts = None
            return
        self._texts = SectionTexts(guide)
        self.file.own(guide.about.id)
        remembered = self._session.of_guide(guide.about.id)
        remembered.title, remembered.path = guide.about.title, str(guide.source or "")
        self._keep()

    def read_at(self, place: Place) -> None:
        """Keep the place that is being read."""
        self._here = place
        self._keep()

    def count_read(self, read: dict[str, float]) -> None:
        """Keep how much of each section was read, 0 to 1."""
        if (remembered := self._remembered()) is not None and self._texts is not None:
            remembered.read = dict(read)
            remembered.share = progress.share(self._texts.guide, read)
            self._keep()

    def keep_panels(self, guide: str) -> None:
        """Keep what one did in the panels of the guide with this id, the help, too, at once: one did it on purpose."""
        self.file.own(guide)
        self._write()

    def window_moved(self) -> None:
        """Keep the window's place and columns."""
        window = self._window
        if not window.isVisible():
            return
        self._session.maximised = window.isMaximized()
        if not window.isMaximized():
            shape = window.geometry()
            self._session.window = [shape.x(), shape.y(), shape.width(), shape.height()]
            self._session.columns = window.columns.widths
        self._session.outline = window.columns.wants_outline
        self._keep()

    def keep_choices(self, settings: Settings) -> None:
        """Keep what was chosen, at once."""
        now = Settings.from_json(settings.to_json())  # a copy: the window goes on
        self._writer.put(self._settings_file, partial(now.save, self._settings_file))

    def remember_folder(self, folder: str) -> None:
        """Keep the folder in which a PDF was saved."""
        self._session.print_folder = folder
        self._keep()

    def save(self) -> None:
        """Write the session now."""
        self._rest.stop()
        self._remember_place()
        self._write()

    def forget(self) -> None:
        """Delete what is remembered; this window remembers nothing more, so that nothing of it comes back."""
        self._has_forgotten = True
        self._rest.stop()
        self._writer.put(self.file.file, self.file.delete)

    def finish(self) -> None:
        """Write the session and wait until it is written, but not long."""
        self.save()
        self._writer.finish(FINISH_SECONDS)

    def _write(self) -> None:
        if not self._has_forgotten:
            self._writer.put(self.file.file, self.file.writing())

    def _keep(self) -> None:
        if not self._rest.isActive():
            self._rest.start()

    def _remembered(self) -> Remembered | None:
        return self._session.of_guide(self._texts.guide.about.id) if self._texts is not None else None

    def _remember_place(self) -> None:
        """Give what is remembered of the open guide the place and its words."""
        remembered, here = self._remembered(), self._here
        if remembered is None or here is None or self._texts is None:
            return
        self._here = None
        remembered.when = time.time()
        try:
            remembered.anchor = anchor.make(self._texts, here).to_json()
        except ReaderError:  # the compiled guide was damaged meanwhile: a place without words is better than none
            remembered.anchor = anchor.Anchor(here).to_json()

    def _fail(self, file: Path, reason: str) -> None:
        if not self._said:  # once: a full disk is not told at every step
            self._said = True
            self.failed.emit(self.tr("Your place could not be saved in {0} ({1}).").format(file.parent, reason))
