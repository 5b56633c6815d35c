"""Opens the print dialog, and keeps what it remembers: presets, paper, folder; for a while, what makes pages, too."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from reader import paths
from reader.session import Session
from reader.ui.settings.choices import Choices

REST_MS = 180_000  # for which the process that makes pages waits for the next wish: who prints often prints more

# The dialog is imported where it is opened: it is no part of the first screen.
if TYPE_CHECKING:
    from reader.core.handout.presets import Preset
    from reader.core.handout.printables import Printables
    from reader.core.handout.typesetting import Typesetting
    from reader.core.notebook.book import Book
    from reader.core.notebook.notes import Note
    from reader.ui.printing.dialog import PrintDialog
    from reader.ui.printing.job import Job
    from reader.ui.printing.usual import Usual


class PrintDesk(QObject):
    """One print dialog at a time, in front of one window."""

    basket_changed = Signal(list)  # the ids of the sections in the handout, in their order
    change_requested = Signal()  # to tick sections: the dialog has closed
    questions_requested = Signal(QWidget)  # to stand over the dialog
    folder_used = Signal(str)  # in which a PDF was saved
    remembered = Signal()  # something new, in the session

    def __init__(self, window: QWidget, choices: Choices, session: Session) -> None:
        super().__init__(window)
        self._window, self._choices, self._session = window, choices, session
        self._dialog: PrintDialog | None = None
        self._told: set[str] = set()  # of presets that cannot be read
        self._job: Job | None = None  # of the dialog that is open, or is about to be
        self._notes: Sequence[Note] = ()  # as they are now
        self._typesetting: Typesetting | None = None
        self._rest = QTimer(self, singleShot=True, interval=REST_MS)
        self._rest.timeout.connect(self._end_typesetting)

    def open(self, printables: Printables) -> None:
        """Show the pages that somebody asks for, to be printed or saved: in steps, between which the window answers."""
        if self._job is None:
            typesetting = self._begun_typesetting()
            usual = self._usual()
            self._notes = printables.notes
            self._job = self._begin(typesetting, printables, usual)
            self._step(lambda: self._prepare(printables, usual))

    def _prepare(self, printables: Printables, usual: Usual) -> None:
        import reader.ui.printing.dialog  # noqa: F401 - once the job runs: it takes a moment, too

        self._step(lambda: self._show(printables, usual))

    def _show(self, printables: Printables, usual: Usual) -> None:
        from reader.ui.printing.dialog import PrintDialog

        if self._job is None:  # the window closes
            return
        self._dialog = dialog = PrintDialog(printables, usual, self._job, self._window)
        dialog.used.connect(self._remember)
        dialog.folder_used.connect(self.folder_used)
        dialog.presets_changed.connect(self._keep_presets)
        dialog.basket_changed.connect(self.basket_changed)
        dialog.change_requested.connect(self.change_requested)
        dialog.questions_requested.connect(self._ask_questions)
        dialog.finished.connect(self._forget)
        dialog.show_notes(self._notes)
        dialog.open()

    def _step(self, act: Callable[[], None]) -> None:
        """Do something once the window has answered, which a timer without a time would not wait for."""
        QTimer.singleShot(1, self, act)

    def close(self) -> None:
        """Put the dialog away, with all that is being made: the window closes."""
        if self._dialog is not None:
            self._dialog.reject()
        elif self._job is not None:
            self._job.close()
            self._job = None
        self._end_typesetting()

    def show_book(self, book: Book) -> None:
        """Have other notes in the pages: some were written while they are shown."""
        self._notes = book.notes
        if self._dialog is not None:
            self._dialog.show_notes(book.notes)

    def _begun_typesetting(self) -> Typesetting:
        """Return what makes pages: its process gets ready while the window finds out which."""
        self._rest.stop()
        if self._typesetting is None:
            from reader.core.handout.typeset import Press
            from reader.core.handout.typesetting import Typesetting

            self._typesetting = Typesetting(Press(paths.bundled("resources"), tuple(paths.faces())))
        with contextlib.suppress(OSError):  # the job says why
            self._typesetting.prepare()
        return self._typesetting

    def _end_typesetting(self) -> None:
        self._rest.stop()
        if self._typesetting is not None:
            self._typesetting.close()

    def _begin(self, typesetting: Typesetting, printables: Printables, usual: Usual) -> Job:
        """Begin to make the first pages."""
        from reader.core.handout import asking
        from reader.ui.printing.job import Job

        job = Job(printables.guide.file, typesetting)
        job.start(asking.first(printables, usual.first, usual.paper), printables.notes)
        return job

    def _usual(self) -> Usual:
        from reader.core.handout import own_presets
        from reader.core.handout.order import PAPERS, usual_paper
        from reader.ui.printing.usual import Usual

        own, bad = own_presets.read(self._choices.settings.presets)
        news = tuple(name for name in bad if name not in self._told)
        self._told.update(bad)
        session = self._session
        paper = session.print_paper if session.print_paper in PAPERS else usual_paper(_locale())
        return Usual(session.print_preset, paper, session.print_folder, own, frozenset(bad), news)

    def _remember(self, preset: str, paper: str) -> None:
        self._session.print_preset, self._session.print_paper = preset, paper
        self.remembered.emit()

    def _keep_presets(self, own: dict[str, Preset]) -> None:
        from reader.core.handout import own_presets

        self._choices.choose("presets", own_presets.kept(own, self._choices.settings.presets))

    def _ask_questions(self) -> None:
        if self._dialog is not None:
            self.questions_requested.emit(self._dialog)

    def _forget(self) -> None:
        if self._dialog is not None:
            self._dialog.deleteLater()
            self._dialog = self._job = None
            self._rest.start()


def _locale() -> str:
    """Return the locale that says which paper is usual here: on Linux a variable of its own, where it is set."""
    return os.environ.get("LC_PAPER") or QLocale.system().name()
