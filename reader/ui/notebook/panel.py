"""The notebook as a list: a box that finds notes by their words, the kinds, the order, the notes, what to do with them.

What is typed is looked for in slices, so that no key waits for ten thousand notes.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from time import perf_counter
from typing import cast

from PySide6.QtCore import QRect, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from reader.core.guide import Guide
from reader.core.notebook.book import Book
from reader.core.notebook.listing import By
from reader.core.notebook.notes import Note
from reader.ui.announce import announce
from reader.ui.notebook.panel_beginning import beginning
from reader.ui.notebook.panel_chosen import Chosen
from reader.ui.notebook.panel_foot import Foot
from reader.ui.notebook.panel_head import EVERY, EVERY_KIND, Head
from reader.ui.notebook.panel_list import NoteList
from reader.ui.notebook.panel_search import Search
from reader.ui.notebook.panel_source import Source
from reader.ui.theme import Theme

LOADING_MS = 300  # after a guide was opened, in which an empty list may only mean that its notes are being read
QUICK = 0.02  # seconds: a list that took no longer is made anew at once
REST_MS = 150  # between two that took longer
LOW = 560  # pixels of height; below, the kinds are in a menu


class NotebookPanel(QWidget):
    """Lists the notes of the guide that is open, or of all guides. What one does is wished for."""

    opened = Signal(Note)  # one wants to go to what it is about
    edit_requested = Signal(Note)
    remove_requested = Signal(list)  # of Note
    export_requested = Signal(list)  # of ids; []: none is chosen
    backup_requested = Signal()
    restore_requested = Signal()
    forget_requested = Signal()
    every_requested = Signal()  # the notes of all guides
    arranged = Signal(str, str)  # by hand: the order of the notes, and of which guides they are
    told = Signal(str)  # a sentence
    left = Signal()  # Esc: the user is done here

    def __init__(self, theme: Theme, actions: Mapping[str, QAction], parent: QWidget | None = None) -> None:
        """*actions* are the window's, by the ids of their commands: an empty notebook tells their keys.

        One of them prints the notes.
        """
        super().__init__(parent)
        self.setObjectName("panel")
        self._actions = actions
        self._source = Source()
        self._notes: Sequence[Note] = ()  # of which those are listed that have the kind and the words
        self._is_stale = True  # what is listed is not what there is
        self._is_anew = True  # and is not what was listed before
        self._loading = QTimer(self, singleShot=True, interval=LOADING_MS)
        self._rest = QTimer(self, singleShot=True, interval=REST_MS)
        self._took = 0.0  # seconds, to list the notes
        self._search = Search(self)
        self._head = Head(actions["print_notes"])
        self._list = NoteList(theme)
        self._foot = Foot()
        self._chosen = Chosen(self._list, self._foot, self._head, self._source, self)
        self._nothing = _quiet_label()
        self._lay_out()
        self.setFocusProxy(self._head.box)
        self._connect()

    def _connect(self) -> None:
        head, rows = self._head, self._list
        head.typed.connect(self._type)
        head.changed.connect(self._choose)
        head.box.down.connect(self.take_list)
        head.box.entered.connect(rows.open_current)
        head.box.left.connect(self.left)
        head.export_requested.connect(lambda: self.export_requested.emit([]))
        head.backup_requested.connect(self.backup_requested)
        head.restore_requested.connect(self.restore_requested)
        head.forget_requested.connect(self.forget_requested)
        rows.typed.connect(self._type_on)
        rows.top_left.connect(self.take_box)
        rows.left.connect(self.left)
        chosen = self._chosen
        chosen.opened.connect(self.opened)
        chosen.edit_requested.connect(self.edit_requested)
        chosen.removing.connect(self.take_list)
        chosen.remove_requested.connect(self.remove_requested)
        chosen.export_requested.connect(self.export_requested)
        chosen.told.connect(self.told)
        self._search.found.connect(self._show)
        self._loading.timeout.connect(self._end_loading)
        self._rest.timeout.connect(self._refresh)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._head)
        column.addWidget(self._nothing)
        column.addWidget(self._list, 1)
        column.addStretch(0)
        column.addWidget(self._foot)

    # What goes in

    def set_look(self, theme: Theme, growth: float) -> None:
        """Draw in other colours, with words *growth* times as large as usual."""
        self._list.set_look(theme, growth)

    def arrange(self, order: str, scope: str) -> None:
        """Put back in which order and of which guides one had notes listed, as `arranged` told it."""
        self._head.arrange(order, scope)

    def show_guide(self, guide: Guide) -> None:
        """Begin anew with another guide, whose notes come with `show_book`."""
        self._source.take_guide(guide)
        self._head.show_all()
        self._loading.start()
        self._refresh(anew=True)

    def show_book(self, book: Book) -> None:
        """List the notes of the guide that is open; what is chosen stays, and so does the place in the list."""
        self._source.take_book(book)
        if self._is_of_all:
            self.every_requested.emit()
        elif self._took <= QUICK:
            self._refresh()
        elif not self._rest.isActive():  # of many notes, news may come in one after the other
            self._rest.start()

    def show_every(self, notes: Sequence[Note], titles: Mapping[str, str]) -> None:
        """List the notes of all guides, if that is still wished; *titles* are the guides', by id."""
        self._source.take_every(notes, titles)
        if self._is_of_all:
            self._refresh()

    def show_note(self, identifier: str) -> None:
        """Choose a note of this guide, with the keyboard on it; what hides it is taken away."""
        if not self._list.bring(identifier):
            self._head.show_this_guide()
            self._head.show_all()
            self._refresh(anew=True)
            self._list.bring(identifier)
        self.take_list()

    def take_box(self) -> None:
        """Give the keyboard to the box, so that one can type a word at once."""
        self._head.box.selectAll()
        self._head.box.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def take_list(self) -> None:
        """Give the keyboard to the list."""
        (self._list if self._list.count() else self._head.box).setFocus(Qt.FocusReason.OtherFocusReason)

    def row_rect(self) -> QRect:
        """Return where the current row is on the screen."""
        return self._list.current_rect()

    # What is listed

    @property
    def _is_of_all(self) -> bool:
        return self._head.scope == EVERY

    def _refresh(self, *, anew: bool = False) -> None:
        """List what there is now; *anew*: from its beginning."""
        self._is_anew = self._is_anew or anew
        if not self.isVisible():
            self._is_stale = True
            return
        self._is_stale = False
        self._source.is_of_all = self._is_of_all
        self._notes = self._source.notes
        self._head.show_counts(Counter[str](note.kind for note in self._notes))
        kind = self._head.kind
        notes = [note for note in self._notes if note.kind == kind] if kind != EVERY_KIND else self._notes
        self._search.find(notes, self._head.box.text())

    def _show(self, found: list[Note]) -> None:
        begun = perf_counter()
        by = cast(By, self._head.order)
        groups, wording = self._source.listed(found, by)
        is_anew, self._is_anew = self._is_anew, False
        self._list.show_groups(groups, wording, by_section=by == "section", anew=is_anew)
        self._list.setVisible(bool(found))
        self._foot.setVisible(bool(found))
        self._say(len(found))
        self._took = perf_counter() - begun

    def _say(self, count: int) -> None:
        said = self._counted(count)
        self._nothing.setText("" if count else self._why_nothing())
        self._nothing.setVisible(not count)
        self._head.show_said(said)
        if self._head.box.text():
            announce(self._head.box, said if count else self._nothing.text())

    def _end_loading(self) -> None:
        if not self._notes and self.isVisible():
            self._say(0)

    def _counted(self, count: int) -> str:
        every = len(self._notes)
        if not every:
            return ""
        if count < every:
            return self.tr("{0} of {1}").format(f"{count:,}", f"{every:,}")
        return self.tr("1 note") if every == 1 else self.tr("{0} notes").format(f"{every:,}")

    def _why_nothing(self) -> str:
        if self._notes:
            return self.tr("Nothing found. Fewer or shorter words find more.")
        return "" if self._loading.isActive() else beginning(self._actions)

    # What one does

    def _type(self) -> None:
        self._refresh(anew=True)

    def _type_on(self, letter: str) -> None:
        """Take a letter that was typed in the list."""
        box = self._head.box
        box.setFocus(Qt.FocusReason.OtherFocusReason)
        box.end(False)
        box.insert(letter)

    def _choose(self) -> None:
        self.arranged.emit(self._head.order, self._head.scope)
        self._is_anew = True
        if self._is_of_all:
            self.every_requested.emit()
        else:
            self._refresh()

    # What Qt calls

    def showEvent(self, event: QShowEvent) -> None:
        """List what has changed while nobody looked."""
        super().showEvent(event)
        if self._is_stale:
            self._refresh()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the room to the notes where there is little."""
        super().resizeEvent(event)
        self._head.set_low(event.size().height() < LOW)


def _quiet_label() -> QLabel:
    label = QLabel()
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setProperty("quiet", True)
    label.setMargin(16)
    label.hide()
    return label
