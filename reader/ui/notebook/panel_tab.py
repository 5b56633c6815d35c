"""Opens the notebook beside the article; its parts are loaded when they are first looked at."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QTimer, Signal

from reader.appearance import Appearance
from reader.core.guide import Guide
from reader.core.notebook.book import Book
from reader.core.notebook.notes import Note
from reader.core.text import Place
from reader.session import Session
from reader.ui import theme as look
from reader.ui.main_window import MainWindow
from reader.ui.settings.looks import Looks
from reader.ui.theme import Theme
from reader.ui.widgets.late_tab import LateTab

if TYPE_CHECKING:
    from reader.ui.notebook.panel import NotebookPanel


class NotebookTab(LateTab["NotebookPanel"]):
    """The tab with the notes. A note's words, its term or its node are wished for, in another guide, too."""

    place_requested = Signal(Place)
    entry_requested = Signal(str, QRect)
    node_requested = Signal(str)
    guide_requested = Signal(str)  # its folder or file, or its id
    edit_requested = Signal(Note)
    remove_requested = Signal(list)  # of Note
    export_requested = Signal(list)  # of ids; []: none is chosen
    backup_requested = Signal()
    restore_requested = Signal()
    forget_requested = Signal()
    every_requested = Signal()  # the notes of all guides
    article_requested = Signal()
    arranged = Signal()  # there is another order, or scope, to remember
    told = Signal(str)

    def __init__(self, window: MainWindow, looks: Looks, session: Session) -> None:
        super().__init__(window.companion, window.companion.notes, window)
        self._window, self._session = window, session
        self._looks = looks
        self._guide: Guide | None = None
        self._book = Book()
        self._awaited: Note | None = None  # to be gone to once its guide is open

    def show_guide(self, guide: Guide) -> None:
        """List the notes of *guide* from now on."""
        self._guide, self._book = guide, Book(guide.about.id)
        if self.panel is not None:
            self.panel.show_guide(guide)
        awaited, self._awaited = self._awaited, None
        if awaited is not None and awaited.guide == guide.about.id:
            QTimer.singleShot(0, lambda: self._arrive(awaited))  # once the article stands

    def show_book(self, book: Book) -> None:
        """List the notes as they are now."""
        self._book = book
        if self.panel is not None and self._guide is not None:
            self.panel.show_book(book)

    def show_every(self, notes: Sequence[Note], titles: dict[str, str]) -> None:
        """List the notes of all guides."""
        if self.panel is not None:
            self.panel.show_every(notes, titles)

    def set_look(self, theme: Theme, appearance: Appearance) -> None:
        """Draw in other colours, with words that grow with the article's."""
        if self.panel is not None:
            self.panel.set_look(theme, look.growth(appearance.size))

    def open(self) -> None:
        """Show the notes, with the keyboard in their list."""
        self.reveal()
        self.built().take_list()

    def open_note(self, identifier: str) -> None:
        """Show one note in the list, with the keyboard on it."""
        self.reveal()
        self.built().show_note(identifier)

    def reveal(self) -> None:
        """Bring the notes into view."""
        self._window.companion.open_notes()
        self._window.columns.offer_companion(True)
        self._window.columns.reveal_companion()

    def take_keyboard(self) -> None:
        """Let one go through the list."""
        self.built().take_list()

    def build(self) -> NotebookPanel:
        """Return the panel."""
        from reader.ui.notebook.panel import NotebookPanel

        panel = NotebookPanel(self._looks.theme, self._window.actions_by_id)
        panel.set_look(self._looks.theme, look.growth(self._looks.appearance.size))
        panel.arrange(self._session.notes_order, self._session.notes_scope)
        panel.arranged.connect(self._keep_arranged)
        panel.opened.connect(self._open)
        panel.left.connect(self.article_requested)
        panel.edit_requested.connect(self.edit_requested)
        panel.remove_requested.connect(self.remove_requested)
        panel.export_requested.connect(self.export_requested)
        panel.backup_requested.connect(self.backup_requested)
        panel.restore_requested.connect(self.restore_requested)
        panel.forget_requested.connect(self.forget_requested)
        panel.every_requested.connect(self.every_requested)
        panel.told.connect(self.told)
        return panel

    def fill(self, panel: NotebookPanel) -> None:
        """List the notes of the guide that is open."""
        if self._guide is not None:
            panel.show_guide(self._guide)
            panel.show_book(self._book)

    def _keep_arranged(self, order: str, scope: str) -> None:
        self._session.notes_order, self._session.notes_scope = order, scope
        self.arranged.emit()

    def _open(self, note: Note) -> None:
        if self._guide is not None and note.guide == self._guide.about.id:
            self._go(note)
            return
        known = self._session.guides.get(note.guide)
        self._awaited = note
        self.guide_requested.emit(known.path if known is not None and known.path else note.guide)

    def _arrive(self, note: Note) -> None:
        """Go to a note of a guide that was opened for it, with the list one came from beside it."""
        self._window.companion.open_notes()
        self._go(note)

    def _go(self, note: Note) -> None:
        """Go to what a note of the open guide is about."""
        target = note.target
        if target.about == "entry":
            self.entry_requested.emit(target.name, self.panel.row_rect() if self.panel is not None else QRect())
        elif target.about == "node":
            self.node_requested.emit(target.name)
        elif target.section:
            self.place_requested.emit(Place(target.section, target.block, target.start))
