"""One explanation, the way back to the one before it, and what can be done with it: in the popup and in the panel."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from reader.appearance import Appearance
from reader.core.explanation import Explanation, Unexplained
from reader.core.notebook.book import Book
from reader.core.notebook.notes import Target
from reader.core.text import Place
from reader.core.trail import Trail
from reader.ui.glossary.action_row import ActionRow
from reader.ui.glossary.entry_text import EntryText
from reader.ui.glossary.explanation_page import ExplanationPage
from reader.ui.glossary.wording import View
from reader.ui.widgets.own_notes import Own, own_on


class ExplanationView(QWidget):
    """Shows explanations; a word that one of them leads to opens in the same place."""

    entry_requested = Signal(str)  # entry id: see also, or a term of the definition
    words_asked = Signal(str)  # words of the explanation that were selected
    place_requested = Signal(Place)  # a section that has the word
    reference_requested = Signal(str)  # key of a source
    node_requested = Signal(str)  # node id
    keep_requested = Signal(str, bool)  # entry id; whether it is to be kept, or no longer
    note_requested = Signal(Target)  # to be written
    bookmark_requested = Signal(Target)  # to be put, or taken away
    pin_requested = Signal(object)  # Explanation
    close_requested = Signal()
    shown = Signal()  # another explanation

    def __init__(self, *, can_be_pinned: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._can_be_pinned = can_be_pinned
        self._trail = Trail()
        self._kept: frozenset[str] = frozenset()
        self._book = Book()
        self._seen_from = View()
        self._points = Appearance().size
        self._page: ExplanationPage | None = None

    @property
    def page(self) -> ExplanationPage:
        """What is seen: built when it is first needed, as the first screen does without it."""
        if self._page is None:
            self._page = page = ExplanationPage(can_be_pinned=self._can_be_pinned)
            column = QVBoxLayout(self)
            column.setContentsMargins(0, 0, 0, 0)
            column.addWidget(page)
            page.text.set_size(self._points)
            self.setFocusProxy(page)
            self._hear(page.text, page.row)
        return self._page

    def prepare(self) -> None:
        """Build the page before it is asked for, so that the first explanation comes as soon as all others."""
        for part in (self.page, *self.page.findChildren(QWidget)):
            part.ensurePolished()  # by the style sheet

    def _hear(self, text: EntryText, row: ActionRow) -> None:
        for asked, ask in (
            (text.entry_requested, self.entry_requested),
            (text.place_requested, self.place_requested),
            (text.node_requested, self.node_requested),
            (text.reference_requested, self.reference_requested),
            (text.words_asked, self.words_asked),
            (row.close_requested, self.close_requested),
        ):
            asked.connect(ask)
        text.note_requested.connect(self._ask_for_note)
        text.bookmark_requested.connect(self._ask_for_bookmark)
        row.back_requested.connect(self.go_back)
        row.forward_requested.connect(self.go_forward)
        row.pin_requested.connect(self._ask_to_pin)
        row.keep_requested.connect(self._ask_to_keep)

    @property
    def current(self) -> Explanation | Unexplained | None:
        """What is shown."""
        return self._trail.current

    def begin(self, found: Explanation | Unexplained, *, at_node: bool = False) -> None:
        """Show an explanation that nothing led to: the ways back and forward begin anew."""
        self._trail = Trail()
        self._seen_from = self._seen_from._replace(at_node=at_node)
        self.go(found)

    def go(self, found: Explanation | Unexplained) -> None:
        """Show an explanation that the one before it led to."""
        self._trail.go(found)
        self._show_current()

    def go_back(self) -> None:
        """Show the explanation before this one, if there is one."""
        if self._trail.before is not None:
            self._trail.back()
            self._show_current()

    def go_forward(self) -> None:
        """Show again the explanation that one went back from, if there is one."""
        if self._trail.after is not None:
            self._trail.forward()
            self._show_current()

    def take_way(self, event: QKeyEvent, *, even_nowhere: bool = False) -> bool:
        """Go back or forward by the keys that else do so in the article, and say whether the key is used up.

        One that leads nowhere is left to the window, if it is not to be used up *even_nowhere*.
        """
        alt = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier == Qt.KeyboardModifier.AltModifier
        if event.key() == Qt.Key.Key_Back or (alt and event.key() == Qt.Key.Key_Left):
            way, to = self.go_back, self._trail.before
        elif event.key() == Qt.Key.Key_Forward or (alt and event.key() == Qt.Key.Key_Right):
            way, to = self.go_forward, self._trail.after
        else:
            return False
        if to is None and not even_nowhere:
            return False
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()  # the window's own shortcut must not take it
        elif event.type() == QEvent.Type.KeyPress:
            way()
        return True

    def set_size(self, points: float) -> None:
        """Let what a word means grow with the article's text, which has this size."""
        self._points = points
        if self._page is not None:
            self._page.text.set_size(points)

    def show_section(self, section: str) -> None:
        """Take note of the id of the section that is being read: the next word is shown from there."""
        self._seen_from = self._seen_from._replace(section=section)

    def show_kept(self, entries: Collection[str] | None) -> None:
        """Take note of which entries are among the reader's own words; None: it is not known yet."""
        self._kept = frozenset(entries or ())
        self._show_actions()

    def show_book(self, book: Book) -> None:
        """Show what the reader put on the word by now; the notes are in *book*."""
        self._book = book
        if self._page is not None:
            self._page.text.show_own(self._own())

    def _own(self) -> tuple[Own, ...]:
        found = self._trail.current
        return own_on(self._book, "entry", found.entry.id) if isinstance(found, Explanation) else ()

    @property
    def name(self) -> str:
        """What the part with this view is called."""
        found = self._trail.current
        return self.tr("Explanation of {0}").format(found.words) if found is not None else ""

    def as_sentence(self) -> str:
        """Return what is shown, for a screen reader."""
        return self.page.text.as_sentence()

    def ask_selected(self) -> bool:
        """Ask for the words that are selected here, and say whether the keyboard is here and some are."""
        text = self._page.text if self._page is not None else None
        if text is None or not text.hasFocus() or not text.selected():
            return False
        text.ask()
        return True

    def _show_current(self) -> None:
        found = self._trail.current
        if found is None:
            return
        focus = QApplication.focusWidget()
        if focus is not None and self.isAncestorOf(focus):  # what was pressed may not be there any more
            self.setFocus(Qt.FocusReason.OtherFocusReason)
        page = self.page
        page.text.show_found(found, self._seen_from._replace(own=self._own()))
        page.go_top()
        page.row.show_trail(self._trail)
        self._show_actions()
        self.shown.emit()

    def _show_actions(self) -> None:
        if self._page is not None:
            found = self._trail.current
            is_kept = isinstance(found, Explanation) and found.entry.id in self._kept
            self._page.row.show_actions(is_entry=isinstance(found, Explanation), is_kept=is_kept)

    def _ask_to_pin(self) -> None:
        if isinstance(found := self._trail.current, Explanation):
            self.pin_requested.emit(found)

    def _ask_for_note(self) -> None:
        if isinstance(found := self._trail.current, Explanation):
            self.note_requested.emit(Target("entry", found.entry.id, found.entry.term))

    def _ask_for_bookmark(self) -> None:
        if isinstance(found := self._trail.current, Explanation):
            self.bookmark_requested.emit(Target("entry", found.entry.id, found.entry.term))

    def _ask_to_keep(self) -> None:
        if isinstance(found := self._trail.current, Explanation):
            self.keep_requested.emit(found.entry.id, found.entry.id not in self._kept)

    # The page

    def stops(self) -> list[QWidget]:
        """Return what Tab goes to, in the order in which one reads: the text, its links, the buttons."""
        return self.page.stops()

    def go_round(self, forward: bool) -> None:
        """Give the keyboard to the next link or button, and from the last to the first."""
        self.page.go_round(forward)

    def scroll_by(self, pixels: int) -> None:
        """Scroll a long explanation."""
        self.page.scroll_by(pixels)

    def reveal(self, part: QWidget) -> None:
        """Bring a part of the explanation into view."""
        self.page.reveal(part)
