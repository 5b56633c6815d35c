"""The glossary in the companion panel: the list of its words, and the page of one; built when it is first looked at."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QApplication, QStackedWidget, QWidget

from reader.core.explanation import Explanation, Unexplained, explain
from reader.core.guide import Guide
from reader.ui.glossary.explanation_view import ExplanationView
from reader.ui.theme import Theme
from reader.ui.widgets.tab_order import put_after

if TYPE_CHECKING:
    from reader.ui.glossary.word_browser import WordBrowser
    from reader.ui.glossary.word_page import WordPage


class GlossaryPanel(QStackedWidget):
    """Words to look up, and the page of one that was looked up here, pinned, or opened here from the text."""

    opened = Signal(str)  # the id of an entry that was opened here
    keep_requested = Signal(str, bool)  # entry id; whether it is to be kept, or no longer
    undo_requested = Signal()  # of what `show_removed` told
    print_requested = Signal(bool)  # whether only my words
    scope_chosen = Signal(str)  # which words are listed
    pinned = Signal(str)  # the id of the entry that stays in view; "" when none does any more
    article_requested = Signal()  # Esc in the list
    left = Signal()  # Esc on a page that was opened from elsewhere: back there

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._guide: Guide | None = None
        self._mine: list[str] | None = None  # None: not known yet
        self._removed = ""  # the entry that can be put back
        self._is_putting_back = False
        self._looked_up: Sequence[str] = ()
        self._sections: Sequence[str] = ()
        self._scope = ""
        self._pin = ""  # the entry that is pinned
        self._came_from_list = False  # to the page
        self._is_restored = False  # what belongs to the guide: before that nothing is listed, to be listed again
        self.page = ExplanationView(can_be_pinned=False)
        self.page.close_requested.connect(self.close_page)
        self._browser: WordBrowser | None = None
        self._page: WordPage | None = None

    # What goes in

    def set_theme(self, theme: Theme) -> None:
        """Draw in other colours."""
        self._theme = theme
        if self._browser is not None:
            self._browser.set_theme(theme)

    def show_guide(self, guide: Guide) -> None:
        """Take another guide, whose words `restore` shows with all that belongs to them."""
        self._guide = guide
        self._looked_up, self._sections = (), ()
        self._removed, self._scope, self._pin = "", "", ""
        self._is_restored = False

    def restore(self, scope: str, pinned: str) -> None:
        """Put back which words were listed in this guide, and what was pinned."""
        self._scope, self._pin = scope, pinned
        self._is_restored = True
        if self._browser is not None:
            self._fill()

    def show_looked_up(self, entries: Sequence[str]) -> None:
        """Show which words were looked up before."""
        self._looked_up = list(entries)
        self._tell_known()

    def show_section(self, sections: Sequence[str]) -> None:
        """Take note of the section that is being read, and of those inside it, by their ids."""
        self._sections = sections
        if self._browser is not None:
            self._browser.show_sections(sections)

    def show_kept(self, entries: list[str] | None) -> None:
        """Show which words are the reader's own, the newest first; None: it is not known yet."""
        self._mine = entries
        self._tell_known()

    def show_removed(self, entry: str, term: str) -> None:
        """Offer to put a word back that was removed; none any more once it is back: its row is the current one then."""
        before, self._removed = self._removed, entry
        if self._browser is None:
            return
        self._browser.show_removed(term)
        if before in (self._mine or ()):
            self._browser.bring(before)
            if self._is_putting_back:
                self._browser.take_list()
        self._is_putting_back = False

    def find_word(self) -> None:
        """Show the list, with the keyboard where one types a word."""
        self._show_list()
        self._parts()[0].take_box()

    def show_page(self, found: Explanation | Unexplained, *, is_pinned: bool) -> None:
        """Show an explanation in the panel's fixed place."""
        self._came_from_list = False
        self._begin(found, self.tr("Pinned") if is_pinned else "")
        self._set_pin(found.entry.id if is_pinned and isinstance(found, Explanation) else "")

    def close_page(self) -> None:
        """Show the words again, with the keyboard where it was on the page."""
        focused = QApplication.focusWidget()
        had_keyboard = self._page is not None and focused is not None and self._page.isAncestorOf(focused)
        self._show_list()
        if had_keyboard:
            self._parts()[0].take_list()

    # Inside

    def showEvent(self, event: QShowEvent) -> None:
        """Build what is looked at now."""
        super().showEvent(event)
        self._parts()

    def _parts(self) -> tuple[WordBrowser, WordPage]:
        """Return the list and the page, which are built when they are first needed."""
        if self._browser is not None and self._page is not None:
            return self._browser, self._page
        from reader.ui.glossary.word_browser import WordBrowser
        from reader.ui.glossary.word_page import WordPage

        self._browser, self._page = WordBrowser(self._theme), WordPage(self.page)
        for part in (self._browser, self._page):
            self.addWidget(part)
        put_after(self, self._page)
        put_after(self, self._browser)
        self._connect(self._browser, self._page)
        self._fill()
        return self._browser, self._page

    def _connect(self, browser: WordBrowser, page: WordPage) -> None:
        browser.chosen.connect(self._open)
        browser.scope_chosen.connect(self._take_scope)
        browser.keep_requested.connect(self.keep_requested)
        browser.undo_requested.connect(self._put_back)
        browser.print_requested.connect(self.print_requested)
        browser.left.connect(self.article_requested)
        page.list_requested.connect(self._back_to_list)
        page.left.connect(self._leave_page)

    def _fill(self) -> None:
        """Show all that belongs to the guide."""
        if self._guide is None or not self._is_restored:
            return
        browser, _ = self._parts()
        browser.show_guide(self._guide, self._scope, self._mine, self._sections)
        self._tell_known()
        pinned = explain(self._guide, self._pin) if self._pin else None
        if pinned is None:
            self._show(browser)
        else:
            self._came_from_list = False
            self._begin(pinned, self.tr("Pinned"))

    def _tell_known(self) -> None:
        if self._browser is not None:
            self._browser.show_known(self._mine, self._looked_up)

    def _show(self, part: QWidget) -> None:
        focused = QApplication.focusWidget()
        if part is not self.currentWidget() and focused is not None and self.isAncestorOf(focused):
            part.show()  # first: Qt would look for the keyboard's next place among the parts of the one that goes
            self._parts()[0].take_list() if part is self._browser else part.setFocus(Qt.FocusReason.OtherFocusReason)
        self.setCurrentWidget(part)
        self.setFocusProxy(part)

    def _begin(self, found: Explanation | Unexplained, kind: str) -> None:
        browser, page = self._parts()
        page.set_list(browser.scope_name())
        page.begin(found, kind)
        self._show(page)

    def _open(self, entry: str) -> None:
        """Open a word of the list."""
        found = explain(self._guide, entry) if self._guide is not None else None
        if found is not None:
            self._set_pin("")
            self._begin(found, "")
            self._came_from_list = True
            self._parts()[1].take_keyboard()
            self.opened.emit(entry)

    def _show_list(self) -> None:
        browser, page = self._parts()
        is_shown, found = self.currentWidget() is page, self.page.current
        self._set_pin("")
        self._show(browser)
        if is_shown and not self._came_from_list and isinstance(found, Explanation):
            browser.bring(found.entry.id)  # what was shown is not lost: it is the current row

    def _back_to_list(self) -> None:
        self._show_list()
        self._parts()[0].take_list()

    def _leave_page(self) -> None:
        """Go back to where one came from: what was pinned, or opened from the text, stays."""
        if self._came_from_list:
            self._back_to_list()
        else:
            self.left.emit()

    def _set_pin(self, entry: str) -> None:
        if entry != self._pin:
            self._pin = entry
            self.pinned.emit(entry)

    def _take_scope(self, scope: str) -> None:
        self._scope = scope
        self.scope_chosen.emit(scope)

    def _put_back(self) -> None:
        self._is_putting_back = True
        self._parts()[0].take_list()  # the button goes
        self.undo_requested.emit()
