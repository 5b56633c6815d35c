"""Notices when files of the open guide change on disk, and says so; it reloads nothing by itself."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Signal

from reader.core import changes
from reader.core.changes import Look, Shown
from reader.core.guide import Guide
from reader.core.library import Library
from reader.ui.aside import Aside

FIRST_MS = 1000  # after a guide is opened: the first picture does not wait for this
REST_MS = 300  # an editor takes several steps to save a file


class Watcher(QObject):
    """Looks at the files after each sign of a change, in a thread: a network drive may let it wait."""

    changed = Signal()  # the files are no longer those that are shown
    gone = Signal(str)  # a sentence: the guide cannot be opened again

    def __init__(self, library: Library, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._library = library
        self._shown: Shown | None = None
        self._last: Look | None = None
        self._told = ""  # of this guide: "", "changed", or what has gone
        self._is_looking = False
        self._signs = QFileSystemWatcher(self)
        self._signs.fileChanged.connect(self._notice)
        self._signs.directoryChanged.connect(self._notice)
        self._rest = QTimer(self, interval=REST_MS, singleShot=True)
        self._rest.timeout.connect(self._look)
        self._aside = Aside(self)
        self._aside.done.connect(self._compare)

    def show_guide(self, guide: Guide) -> None:
        """Watch the files of *guide* from now on."""
        path = guide.source
        self._shown = Shown(path, path.is_dir(), guide.file, guide.files) if path is not None else None
        self._last, self._told = None, ""
        self._rest.start(FIRST_MS)

    @property
    def is_at_rest(self) -> bool:
        """Whether the files were looked at since the last sign of a change."""
        return self._last is not None and not self._is_looking and not self._rest.isActive()

    def _notice(self) -> None:
        if not self._rest.isActive():  # the first sign counts: a folder in which something goes on must not put it off
            self._rest.start(REST_MS)

    def _look(self) -> None:
        if self._shown is None:
            return
        if self._is_looking:
            self._rest.start(REST_MS)
            return
        self._is_looking = True
        self._aside.ask(partial(changes.look, self._library, self._shown, self._last))

    def _compare(self, look: Look) -> None:
        """Tell what is new, once, and watch anew: a file that was replaced is another one to the system."""
        self._is_looking = False
        if look.shown != self._shown:
            return
        before, self._last = self._last, look
        if known := self._signs.files() + self._signs.directories():
            self._signs.removePaths(known)
        if look.watch:
            self._signs.addPaths(look.watch)
        if not look.lost:
            self._tell("" if look.is_current else "changed")
        elif before is not None and before.lost:
            self._tell(look.lost)
        else:
            self._rest.start(REST_MS)  # an editor may be about to put it back

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
