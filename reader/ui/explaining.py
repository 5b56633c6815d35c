"""Opens explanations, beside their word or in the panel as the reader wants it, and remembers what was looked up."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QEvent, QObject, QRect, QTimer, Signal
from PySide6.QtWidgets import QWidget

from reader.core.explanation import Explanation, Unexplained, explain, unexplained
from reader.core.glossary import look_up
from reader.core.guide import Guide
from reader.session import WORDS_A_GUIDE, Session
from reader.ui.article.asking import LONGEST_ASKED
from reader.ui.glossary.explanation_view import ExplanationView
from reader.ui.keyboard import Keyboard
from reader.ui.main_window import MainWindow
from reader.ui.settings.choices import Choices

SETTLE_MS = 100  # after which all that moves with a window has found its place


class Explaining(QObject):
    """Every wish for an explanation comes here, whoever has it."""

    told = Signal(str)  # a harmless sentence
    explained = Signal()  # what was asked for is shown, in the popup or the panel
    ended = Signal()  # and is shown no longer
    looked_up = Signal(list)  # the ids of the entries that one looked up in this guide, the newest first
    changed = Signal(str)  # the id of a guide of which there is something new to remember

    def __init__(self, session: Session, choices: Choices, window: MainWindow, keyboard: Keyboard) -> None:
        super().__init__(window)
        self._session, self._choices, self._window, self._keyboard = session, choices, window, keyboard
        self._guide: Guide | None = None
        self._before: list[str] = []  # what was looked up before the last wish
        self._in_panel: Explanation | Unexplained | None = None  # what was asked for elsewhere, and is shown there
        self._go_back: Callable[[], None] | None = None  # from the panel's page to where one asked
        self._panel_before: Callable[[], None] | None = None  # puts back what the panel showed before that
        self._go_back_from_node: Callable[[], None] | None = None  # from a node to the word that led there
        self._at_node = ""  # the id of the node that the popup stands beside
        self._is_in_article = False  # the word of the popup
        self._settle = QTimer(self, interval=SETTLE_MS, singleShot=True)
        self._settle.timeout.connect(self._settled)
        self._popup, self._panel = window.popup, window.companion.words
        for view in (self._popup.view, self._panel.page):
            self._hear(view)
        self._popup.view.pin_requested.connect(self.pin)
        self._popup.closed.connect(self.ended)
        self._panel.opened.connect(self._open_in_panel)
        self._panel.page.shown.connect(self._turn_page)
        self._panel.page.close_requested.connect(self._close_page)
        self._panel.page.installEventFilter(self)

    def _hear(self, view: ExplanationView) -> None:
        view.entry_requested.connect(lambda identifier: self._go_on(view, identifier))
        view.words_asked.connect(lambda words: self._show_in(view, self._find(words)))
        view.node_requested.connect(lambda node: self._open_node(view, node))

    def show_guide(self, guide: Guide) -> None:
        """Explain the words of *guide* from now on."""
        self._guide, self._go_back = guide, None
        self._before = list(self._session.of_guide(guide.about.id).looked_up)
        self.looked_up.emit(self._before)

    def open_entry(self, identifier: str, where: QRect) -> None:
        """Explain the entry with this id; *where* is the rectangle of its word on the screen."""
        found = explain(self._guide, identifier) if self._guide is not None else None
        if found is None:
            self.told.emit(self.tr("The glossary has no entry for this word."))
        else:
            self._show(found, where)

    def open_words(self, words: str, where: QRect) -> None:
        """Explain *words*, however they are written; where there is no entry, show those that are written most like."""
        if self._guide is None or not self._guide.has_entries:
            self.told.emit(self.tr("This guide has no glossary."))
        elif not words.strip():
            self.told.emit(self.tr("No explained word is in view. Select a word, then ask again."))
        elif (found := self._find(words)) is not None:
            self._show(found, where)

    def open_under_pointer(self, identifier: str, where: QRect) -> None:
        """Explain the entry of a word on which the pointer rests; nobody asked, so it is not looked up by that."""
        found = explain(self._guide, identifier) if self._guide is not None else None
        if found is not None:
            self._popup.show_explanation(found, where, hover=True)
            if self._popup.view.current is found:  # nothing that one did ask for was there
                self._at_node = ""
                self.explained.emit()
                self._is_in_article = self._window.article.marks.term is not None

    def open_at_node(self, explanation: Explanation) -> None:
        """Explain the word of a node beside the node."""
        self._remember(explanation.entry.id)
        if self._choices.settings.explain_beside:
            self._window.show_at_node(explanation)
            self._at_node = explanation.node.id if explanation.node is not None else ""
        else:
            node = explanation.node
            self._show_in_panel(explanation, partial(self._window.show_node, node.id) if node is not None else None)

    def follow_word(self) -> None:
        """Let the popup stand beside its word, which may have moved; close it once the word is out of view."""
        if self._popup.isVisible() and (self._at_node or self._is_in_article):
            if not (where := self._word()).isEmpty():
                self._popup.stay_beside(where)
            self._settle.start()

    def _settled(self) -> None:
        follows = self._at_node or self._is_in_article
        if follows and self._popup.isVisible() and self._word().isEmpty():
            self._popup.close_popup()
            if not self._window.article.isVisible():  # another column has taken its place
                self._keyboard.go_back()

    def _word(self) -> QRect:
        """Return where the word of the popup is now, on the screen; an empty rectangle when it is out of view."""
        if self._at_node:
            return self._window.node_on_screen(self._at_node)
        article = self._window.article
        term = article.marks.term if article.isVisible() else None
        return article.links.on_screen(term) if term is not None else QRect()

    def show_node(self, node: str) -> None:
        """Show a node, with a way back to where one asked for it: the panel's page, or the word in the text."""
        is_page = self._panel.page.isAncestorOf(self._window.focusWidget())
        self._popup.close_popup()
        self._open_node(self._panel.page if is_page else self._popup.view, node)

    def _open_node(self, view: ExplanationView, node: str) -> None:
        """Show where a word stands in the pathway, with a way back to the word, or to its page in the panel."""
        is_page, is_reading = view is self._panel.page, self._window.article.hasFocus()
        self._window.show_node(node)
        if is_page or is_reading:
            self._go_back_from_node = self._keyboard.go_words_page if is_page else self._keyboard.go_article
            self._window.companion.pathway.offer_way_back(True)

    def forget_way_back(self) -> None:
        """Lead back from the pathway to no word that is not in sight any more: one has gone to another place."""
        self._window.companion.pathway.offer_way_back(False)

    def leave_node(self) -> None:
        """Give the keyboard back to the word that led to a node."""
        (self._go_back_from_node or self._keyboard.go_article)()

    def pin(self, explanation: Explanation) -> None:
        """Show an explanation in the panel, where it stays while one reads on."""
        self._popup.close_popup()
        self._go_back = None
        self._window.show_page(explanation, take_keyboard=False)

    def call_off(self) -> None:
        """Take back the last wish: the click that made it was half of a double click."""
        self._popup.close_popup()
        if self._in_panel is not None and self._panel_before is not None:
            self._panel_before()
        if self._guide is not None:
            self._write(self._before)

    def _find(self, words: str) -> Explanation | Unexplained | None:
        said = " ".join(words.split())
        if self._guide is None or not said:
            return None
        if len(said) > LONGEST_ASKED:
            self.told.emit(self.tr("That is too much to look up at once. Select one word, or a few."))
            return None
        entry = look_up(self._guide, said)
        return explain(self._guide, entry.id) if entry is not None else unexplained(self._guide, said)

    def _show(self, found: Explanation | Unexplained, where: QRect) -> None:
        if isinstance(found, Explanation):
            self._remember(found.entry.id)
        if self._choices.settings.explain_beside and not where.isNull():
            self._at_node = ""
            self._popup.show_explanation(found, where)
        else:
            is_reading = self._window.article.hasFocus()
            self._show_in_panel(found, self._keyboard.leave_companion if is_reading else None)
        self.explained.emit()
        self._is_in_article = self._window.article.marks.term is not None

    def _show_in_panel(self, found: Explanation | Unexplained, way_back: Callable[[], None] | None) -> None:
        self._in_panel = None
        shown = self._panel.page.current if self._panel.page.isVisible() else None
        self._panel_before = partial(self._put_back, self._window.companion.currentWidget(), shown)
        self._window.show_page(found, take_keyboard=True)
        self._in_panel, self._go_back = found, way_back

    def _put_back(self, tab: QWidget, page: Explanation | Unexplained | None) -> None:
        """Show a tab of the companion again, and in the glossary's the page that stood there, or the list."""
        if page is not None:
            self._panel.show_page(page, is_pinned=False)
        else:
            self._panel.close_page()
        self._window.companion.setCurrentWidget(tab)

    def _open_in_panel(self, entry: str) -> None:
        """Take note of what one opened in the panel itself, which knows its own way back."""
        self._go_back = None
        self._remember(entry)

    def _turn_page(self) -> None:
        if self._in_panel is not None and self._panel.page.current is not self._in_panel:
            self._end_in_panel()

    def _end_in_panel(self) -> None:
        if self._in_panel is not None:
            self._in_panel = None
            self.ended.emit()

    def go_back(self) -> None:
        """Give the keyboard back to where one asked for what the panel shows, which stays; else to the article."""
        (self._go_back or self._keyboard.go_article)()

    def _close_page(self) -> None:
        go_back, self._go_back = self._go_back, None
        if go_back is not None:
            go_back()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Notice when the panel's page is out of sight."""
        if event.type() == QEvent.Type.Hide:
            self._end_in_panel()
        return False

    def _go_on(self, view: ExplanationView, identifier: str) -> None:
        """Show another entry where the one stands that led to it."""
        self._show_in(view, explain(self._guide, identifier) if self._guide is not None else None)

    def _show_in(self, view: ExplanationView, found: Explanation | Unexplained | None) -> None:
        if found is not None:
            if isinstance(found, Explanation):
                self._remember(found.entry.id)
            view.go(found)

    def _remember(self, entry: str) -> None:
        if self._guide is not None:
            self._before = list(self._session.of_guide(self._guide.about.id).looked_up)
            others = (each for each in self._before if each != entry)
            self._write([entry, *others][:WORDS_A_GUIDE])

    def _write(self, entries: list[str]) -> None:
        """Keep and tell which entries were looked up in the guide that is open."""
        if self._guide is None:
            return
        remembered = self._session.of_guide(self._guide.about.id)
        if remembered.looked_up != entries:
            remembered.looked_up = list(entries)
            self.looked_up.emit(list(entries))
            self.changed.emit(self._guide.about.id)
