"""Puts on disk what the program remembers: half a second after things stand still, and at the end."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from reader.core.guide import Guide
from reader.core.text import Place
from reader.kept import Kept
from reader.session import Session
from reader.settings import Settings
from reader.ui.main_window import MainWindow

REST_MS = 500  # with the article's own pause this is on disk within a second after movement stops


class Keeper(QObject):
    """Keeps Session and Settings in step with the window, and writes them."""

    failed = Signal(str)

    def __init__(self, session: Session, folders: tuple[Path, Path], window: MainWindow) -> None:
        super().__init__(window)
        self._session = session
        self._session_file, self._settings_file = folders[0] / "session.json", folders[1] / "settings.json"
        self._window = window
        self._guide: Guide | None = None
        self._said = False
        self._rest = QTimer(self, interval=REST_MS, singleShot=True)
        self._rest.timeout.connect(self.save)

    def show_guide(self, guide: Guide) -> None:
        """Keep places in this guide from now on."""
        self._guide = guide
        self._rest.start()

    def read_at(self, place: Place) -> None:
        """Keep the place that is being read."""
        if self._guide is not None:
            remembered = self._session.of_guide(self._guide.about.id)
            remembered.anchor = [place.section, place.block, place.offset]
            self._rest.start()

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
        self._rest.start()

    def keep_choices(self, settings: Settings) -> None:
        """Keep what was chosen, at once."""
        self._write(settings, self._settings_file)

    def remember_folder(self, folder: str) -> None:
        """Keep the folder in which a PDF was saved."""
        self._session.print_folder = folder
        self._rest.start()

    def save(self) -> None:
        """Write the session now."""
        self._rest.stop()
        self._write(self._session, self._session_file)

    def _write(self, record: Kept, file: Path) -> None:
        try:
            record.save(file)
        except OSError as error:
            if not self._said:  # once: a full disk is not told at every step
                self._said = True
                self.failed.emit(
                    self.tr("Your place could not be saved in {0} ({1}).").format(file.parent, error.strerror)
                )
