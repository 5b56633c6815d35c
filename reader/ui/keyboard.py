"""Gives the keyboard to a part of the window, and shows the part first where it is hidden or covered."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QWidget

from reader.ui.main_window import MainWindow


class Keyboard(QObject):
    """Takes the keyboard where one wants to go, and back from where one leaves."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window, self._columns = window, window.columns
        self._article, self._outline, self._companion = window.article, window.outline, window.companion

    def go_article(self) -> None:
        """Give the keyboard to the article."""
        self._columns.reveal_article()
        self._article.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def go_outline(self) -> None:
        """Give the keyboard to the outline."""
        self._columns.reveal_outline()
        self._outline.take_keyboard()

    def filter_outline(self) -> None:
        """Give the keyboard to the box that filters the outline."""
        self._columns.reveal_outline()
        self._outline.take_filter()

    def choose_sections(self, choose: bool) -> None:
        """Show boxes in the outline, in which sections are ticked, with the keyboard there; or no longer."""
        self._outline.choose(choose)
        if choose:
            self.go_outline()

    def tick_sections(self) -> None:
        """Show the boxes in which sections are ticked, with the keyboard there."""
        self.choose_sections(True)

    def leave_outline(self) -> None:
        """Give the keyboard back: a drawer closes, and it returns to where it was; else it goes to the article."""
        if not self._columns.close_drawer():
            self.go_article()

    def go_companion(self) -> None:
        """Give the keyboard to the companion panel."""
        self._columns.reveal_companion()
        self._companion.take_keyboard()

    def leave_companion(self) -> None:
        """Give the keyboard to the article, and the companion's place back to what it was taken from."""
        self._columns.leave_companion()
        self.go_article()

    def go_pathway(self) -> None:
        """Give the keyboard to the pathway's drawing."""
        self._columns.reveal_companion()
        if not self._companion.open_pathway():
            self._window.notice.say(self.tr("This guide has no pathway."))

    def go_steps(self) -> None:
        """Give the keyboard to the list of what the pathway shows."""
        self._companion.pathway.show_list()
        self.go_pathway()

    def go_pathway_alone(self, alone: bool) -> None:
        """Give the pathway the whole window, or no longer; the keyboard is then in the pathway."""
        if alone:
            self.go_pathway()
        self._columns.show_alone(alone and self._companion.shows_pathway)
        if not alone:
            self.go_companion()

    def go_words(self) -> None:
        """Give the keyboard to the glossary."""
        self._columns.reveal_companion()
        if not self._companion.open_words():
            self._window.notice.say(self.tr("This guide has no glossary."))

    def go_words_page(self) -> None:
        """Give the keyboard to what the glossary's panel shows."""
        self._columns.reveal_companion()
        self._companion.show_tab("words")
        self._companion.take_keyboard()

    def define(self) -> None:
        """Explain what is selected in an explanation that has the keyboard, else let the article ask for one."""
        if not (self._window.popup.view.ask_selected() or self._companion.words.page.ask_selected()):
            self.go_article()
            self._article.links.define()

    def go_find(self) -> None:
        """Give the keyboard to the find bar, which opens with what is selected in the article."""
        self._columns.reveal_article()
        self._window.find_bar.open(self._article.selected_words())

    def leave_search(self) -> None:
        """Give the keyboard to the find bar where it is open, else to the article."""
        self.go_article()
        self._window.find_bar.take_keyboard()

    def return_to(self, part: QWidget | None) -> None:
        """Give the keyboard back to *part* of a column, else to the column that it is in; to the article for None."""
        if part is not None and self._companion.isAncestorOf(part):
            self.go_companion()
        if part is not None and part.isVisible() and part.focusPolicy() != Qt.FocusPolicy.NoFocus:
            part.setFocus(Qt.FocusReason.OtherFocusReason)
        elif part is None or not self._companion.isAncestorOf(part):
            self.go_article()

    def go_back(self) -> None:
        """Give the keyboard to the article, or to what stands in its place."""
        for part in (self._article, self._companion, self._window.start_page):
            if part.isVisible():
                part.setFocus(Qt.FocusReason.OtherFocusReason)
                return

    def put_away(self) -> None:
        """Put away one thing that is open below the article, the newest kind first."""
        editor, find_bar = self._window.editor, self._window.find_bar
        return_line, notice = self._window.return_line, self._window.notice
        for part, put_away in (
            (editor, editor.finish),
            (find_bar, find_bar.call_off),
            (return_line, return_line.put_away),
            (notice, notice.put_away),
        ):
            if part.isVisible():
                put_away()
                return
        if self._columns.is_alone:
            self.go_pathway_alone(False)
