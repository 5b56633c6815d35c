"""Something that is done with all notes: what it needs, how it reads them, and where the work is done."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QDialog, QWidget

from reader.core.guide import Guide
from reader.core.library import Library
from reader.core.notebook.notes import Note
from reader.core.notebook.store import Store
from reader.core.source import printable
from reader.errors import ReaderError
from reader.session import Session
from reader.ui.notebook.acts import Acts
from reader.ui.notebook.scribe import Scribe
from reader.ui.worker import Worker

if TYPE_CHECKING:
    Otherwise = Callable[[str], None]

_T = TypeVar("_T")


class Means(NamedTuple):
    """What errands are done with."""

    window: QWidget
    acts: Acts
    scribe: Scribe
    library: Library
    session: Session
    copies: Path  # the folder with the daily copies


class Kept(NamedTuple):
    """What the notebook holds."""

    notes: list[Note]
    titles: dict[str, str]  # of guides, by id


class Errand(QObject):
    """Asks in a window, works in another thread, and says what was done."""

    told = Signal(str)
    failed = Signal(str)
    folder_used = Signal(str)  # in which a file was saved

    def __init__(self, means: Means) -> None:
        super().__init__(means.window)
        self.means = means
        self.guide: Guide | None = None  # the one that is open
        self._dialog: QDialog | None = None
        self._numbers = itertools.count()
        self._awaited: dict[int, tuple[Callable[[Any], None], Otherwise | None]] = {}  # the thread has their numbers
        self._worker = Worker(self)
        self._worker.done.connect(self._go_on)

    def open_dialog(self, dialog: QDialog) -> None:
        """Show a window until it is closed."""
        self._dialog = dialog
        dialog.finished.connect(self._let_go)
        dialog.open()

    def is_shown(self, dialog: QDialog) -> bool:
        """Whether a window is still there."""
        return self._dialog is dialog

    def read(self, then: Callable[[Kept], None], *, even_none: bool = False) -> None:
        """Read all notes and go on with them; where there are none, only if that is meant."""

        def found(kept: Kept) -> None:
            if kept.notes or even_none:
                then(kept)
            else:
                self.told.emit(self.tr("There are no notes yet."))

        self.ask(lambda store: Kept(store.every(), store.titles()), found)

    def ask(self, work: Callable[[Store], _T], then: Callable[[_T], None], otherwise: Otherwise | None = None) -> None:
        """Do *work* with the notebook after all that is on its way to it; go on with what it returns."""

        def answered(found: Any) -> None:
            if isinstance(found, ReaderError):
                (otherwise or self.failed.emit)(str(found))
            else:
                then(found)

        self.means.scribe.ask(work, answered)

    def work(self, work: Callable[[], _T], then: Callable[[_T], None], otherwise: Otherwise | None = None) -> None:
        """Do *work*, which holds nothing of Qt's, in a thread of its own; go on with what it returns."""
        number = next(self._numbers)
        self._awaited[number] = then, otherwise
        self._worker.start(partial(_done, number, work))

    @property
    def folder(self) -> str:
        """Where one saved something last."""
        return self.means.session.print_folder or str(Path.home())

    @property
    def title(self) -> str:
        """What the open guide is called."""
        return printable(self.guide.about.title) if self.guide is not None else ""

    def here(self, notes: Sequence[Note]) -> list[Note]:
        """Return those in the open guide."""
        return [note for note in notes if self.guide is not None and note.guide == self.guide.about.id]

    def counted(self, count: int) -> str:
        """Return a number of notes in words."""
        return self.tr("1 note") if count == 1 else self.tr("{0} notes").format(f"{count:,}")

    def _go_on(self, answer: tuple[int, Any]) -> None:
        number, found = answer
        then, otherwise = self._awaited.pop(number)
        if isinstance(found, OSError | ReaderError):
            (otherwise or self.failed.emit)(_reason(found))
        else:
            then(found)

    def _let_go(self) -> None:
        if self._dialog is not None:
            self._dialog.deleteLater()
            self._dialog = None


def _done(number: int, work: Callable[[], object]) -> tuple[int, object]:
    try:
        return number, work()
    except (OSError, ReaderError) as error:
        return number, error


def _reason(error: Exception) -> str:
    """Return in a sentence what is in the way of another file."""
    if isinstance(error, OSError) and error.filename:
        return f"{printable(error.filename)} cannot be read or written ({error.strerror})."
    return str(error)
