"""Notices when files of the open guide or of an added glossary change on disk, and says so; it reloads nothing."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from reader.core.guide import Guide
from reader.core.library import Library
from reader.errors import ReaderError
from reader.ui.worker import Worker

if TYPE_CHECKING:  # else imported when the first picture stands
    from PySide6.QtCore import QFileSystemWatcher

    from reader.core.changes import Look

FIRST_MS = 1000  # after a guide is opened: the first picture does not wait for this
REST_MS = 300  # an editor takes several steps to save a file


class Watcher(QObject):
    """Looks at the files after each sign of a change, in a thread: a network drive may let it wait."""

    changed = Signal()  # the files are no longer those that are shown
    gone = Signal(str)  # a sentence: the guide cannot be opened again

    def __init__(self, library: Library, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._library = library
        self._guide: Guide | None = None
        self._is_folder = False
        self._last: Look | None = None
        self._told = ""  # of this guide: "", "changed", or what has gone
        self._looking: Path | None = None  # the compiled guide whose files are being looked at
        self._has_sign = False  # while one looks, something has changed again
        self._signs: QFileSystemWatcher | None = None
        self._rest = QTimer(self, interval=REST_MS, singleShot=True)
        self._rest.timeout.connect(self._look)
        self._worker = Worker(self)
        self._worker.done.connect(self._compare)

    def show_guide(self, guide: Guide) -> None:
        """Watch the files of *guide* from now on."""
        self._guide = guide
        self._is_folder = guide.source is not None and guide.source.is_dir()
        self._last, self._told, self._looking = None, "", None
        self._rest.start(FIRST_MS)

    @property
    def is_at_rest(self) -> bool:
        """Whether the files were looked at since the last sign of a change."""
        return self._last is not None and self._looking is None and not self._rest.isActive()

    def _notice(self) -> None:
        if not self._rest.isActive():  # the first sign counts: a folder in which something goes on must not put it off
            self._rest.start(REST_MS)

    def _look(self) -> None:
        if self._guide is None or self._guide.source is None:
            return
        if self._looking is not None:
            self._has_sign = True
            return
        from reader.core import changes

        try:
            beside = tuple(each.folder for each in self._guide.glossaries if not each.trouble)
            shown = changes.Shown(self._guide.source, self._is_folder, self._guide.file, self._guide.files, beside)
        except ReaderError:
            return  # the prepared copy is damaged: who reads on is told
        self._looking = shown.compiled
        self._worker.start(partial(changes.look, self._library, shown, self._last))

    def _compare(self, look: Look) -> None:
        """Tell what is new, once."""
        if look.shown.compiled != self._looking:
            return  # another guide is open
        self._looking = None
        if self._has_sign:
            self._has_sign = False
            self._rest.start(REST_MS)
        self._watch(look.watch)
        before, self._last = self._last, look
        if not look.lost:
            self._tell("" if look.is_current else "changed")
        elif before is not None and before.lost:
            self._tell(look.lost)
        else:
            self._rest.start(REST_MS)  # an editor may be about to put it back

    def _watch(self, names: tuple[str, ...]) -> None:
        """Wait for signs of change. All of them anew: a file that was replaced is another one to the system."""
        if self._signs is None:
            from PySide6.QtCore import QFileSystemWatcher

            self._signs = QFileSystemWatcher(self)
            self._signs.fileChanged.connect(self._notice)
            self._signs.directoryChanged.connect(self._notice)
        if known := self._signs.files() + self._signs.directories():
            self._signs.removePaths(known)
        if names:
            self._signs.addPaths(names)

    def _tell(self, what: str) -> None:
        if what == self._told:
            return
        self._told = what
        if what == "changed":
            self.changed.emit()
        elif what == "folder":
            self.gone.emit(self.tr("The folder of this guide has gone. You can read on; it cannot be opened again."))
        elif what == "file":
            self.gone.emit(self.tr("The text of this guide has gone. You can read on; it cannot be opened again."))
        elif what == "glossary":
            words = self.tr("A glossary that you added has gone. Its words stay until you open another guide.")
            self.gone.emit(words)
