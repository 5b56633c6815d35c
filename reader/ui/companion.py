"""The companion panel at the right: the pathway, the glossary, the references, the search, the notes."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QTabWidget, QWidget

from reader.core.explanation import Explanation, Unexplained
from reader.core.guide import Guide
from reader.core.text import Place
from reader.ui.glossary.panel import GlossaryPanel
from reader.ui.pathway import PathwayPanel
from reader.ui.references.panel import References
from reader.ui.theme import Theme


class Companion(QTabWidget):
    """Five tabs; those that a guide has nothing for are not there."""

    node_chosen = Signal(str)
    tab_chosen = Signal(str)  # by its name, while a guide is shown
    place_requested = Signal(Place)  # a section that cites the chosen reference
    alone_wanted = Signal(bool)  # False: another tab than the pathway was opened, which had the whole window

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Pathway, words, references, search and notes"))
        self.setDocumentMode(True)
        self.tabBar().setExpanding(True)  # five just fit where it is narrow, and stand apart where it is wide
        self._is_alone = False
        self.pathway = PathwayPanel(theme)
        self.words = GlossaryPanel(theme)
        self.references = References()
        self.search = QWidget()  # an empty page, until somebody searches
        self.notes = QWidget()  # the same, until somebody looks at the notebook
        for page in (self.pathway, self.words, self.references, self.search, self.notes):
            self.addTab(page, "")  # once, so that Tab comes to all of them here and not after the window's last part
        self._names: dict[str, QWidget] = {
            "pathway": self.pathway,
            "words": self.words,
            "references": self.references,
            "search": self.search,
            "notes": self.notes,
        }
        self.currentChanged.connect(self._tell_tab)
        self.pathway.node_chosen.connect(self.node_chosen)
        self.references.place_requested.connect(self.place_requested)

    def set_theme(self, theme: Theme) -> None:
        """Draw in other colours."""
        self.pathway.set_theme(theme)
        self.words.set_theme(theme)

    def show_guide(self, guide: Guide) -> None:
        """Show what the guide has beside its article."""
        blocked = self.blockSignals(True)  # nobody has chosen a tab
        self.clear()
        self.pathway.show_pathway(guide.pathway, guide.drawing, guide)
        self.words.show_guide(guide)
        self.references.show_guide(guide)
        if guide.pathway is not None:
            self.addTab(self.pathway, self.tr("Pathway"))
        if guide.has_entries:
            self.addTab(self.words, self.tr("Words"))
        if guide.references:
            self.addTab(self.references, self.tr("References"))
        if self.count():
            self.addTab(self.search, self.tr("Search"))
            self.addTab(self.notes, self.tr("Notes"))
        self.blockSignals(blocked)

    def show_tab(self, name: str) -> None:
        """Open the tab with this name, where it is there."""
        tab = self._names.get(name)
        if tab is not None and self.indexOf(tab) >= 0:
            self.setCurrentWidget(tab)

    def show_alone(self, is_alone: bool) -> None:
        """Show nothing but the pathway, which has the whole window; or the tabs again."""
        self._is_alone = is_alone
        # and of the tabs: a hidden one that may have the keyboard would stop Tab on its way round
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus if is_alone else Qt.FocusPolicy.TabFocus)
        self.tabBar().setVisible(not is_alone)
        self.pathway.show_whole(is_alone)

    def has_anything(self) -> bool:
        """Whether the guide has anything to show here."""
        return self.count() > 0

    def take_keyboard(self) -> None:
        """Give the keyboard to what the open tab shows: the drawing, the words, the references."""
        if self.has_anything():
            self.currentWidget().setFocus(Qt.FocusReason.ShortcutFocusReason)

    def open_pathway(self) -> bool:
        """Give the keyboard to the drawing; say whether there is one."""
        return self._open(self.pathway)

    def open_words(self) -> bool:
        """Let one type a word to be found in the glossary; say whether the guide has one."""
        is_there = self._open(self.words)
        if is_there:
            self.words.find_word()
        return is_there

    def open_search(self) -> None:
        """Show the search, also beside a text that has nothing else."""
        self._open_anyway(self.search)

    def open_notes(self) -> None:
        """Show the notebook, also beside a text that has nothing else."""
        self._open_anyway(self.notes)

    def _open_anyway(self, tab: QWidget) -> None:
        if not self.has_anything():
            self.addTab(self.search, self.tr("Search"))
            self.addTab(self.notes, self.tr("Notes"))
        self.setCurrentWidget(tab)

    def _tell_tab(self) -> None:
        for name, tab in self._names.items():
            if tab is self.currentWidget():
                self.tab_chosen.emit(name)
        if self._is_alone and not self.shows_pathway:
            self.alone_wanted.emit(False)

    @property
    def shows_pathway(self) -> bool:
        """Whether the pathway's tab is open."""
        return self.currentWidget() is self.pathway

    def _open(self, tab: QWidget) -> bool:
        is_there = self.indexOf(tab) >= 0
        if is_there:
            self.setCurrentWidget(tab)
            tab.setFocus(Qt.FocusReason.ShortcutFocusReason)
        return is_there

    def show_page(self, found: Explanation | Unexplained, *, is_pinned: bool) -> None:
        """Show an explanation where it stays."""
        self.setCurrentWidget(self.words)
        self.words.show_page(found, is_pinned=is_pinned)

    def show_node(self, identifier: str) -> None:
        """Show a node in the pathway, with the keyboard on it."""
        self.setCurrentWidget(self.pathway)
        self.pathway.show_node(identifier)

    def show_reference(self, key: str) -> None:
        """Show a reference in its list."""
        self.setCurrentWidget(self.references)  # first: what is not shown has no place to scroll to
        self.references.show_reference(key)
        self.references.setFocus(Qt.FocusReason.OtherFocusReason)
