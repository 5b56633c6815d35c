"""Opens the search of the whole guide beside the article; its parts are loaded when they are first looked at."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, Signal
from PySide6.QtWidgets import QMenu

from reader.appearance import Appearance
from reader.core.find import NO_HITS, Hit, Hits
from reader.core.guide import Guide
from reader.core.text import Place
from reader.ui.main_window import MainWindow
from reader.ui.theme import Theme
from reader.ui.widgets.late_tab import LateTab

if TYPE_CHECKING:
    from reader.ui.search.panel import SearchPanel
    from reader.ui.search.searcher import Searcher


class SearchTab(LateTab["SearchPanel"]):
    """The tab in which one searches the guide, and in which the places of a find in the article are listed."""

    place_requested = Signal(Place)
    words_requested = Signal(Hit)  # the words that were found at the place
    entry_requested = Signal(str, QRect)
    reference_requested = Signal(str)
    node_requested = Signal(str)
    hit_requested = Signal(int)  # of the find in the article
    article_requested = Signal()
    passed = Signal()  # Tab leads on from the list
    failed = Signal(str)  # a sentence
    menu_opened = Signal(QMenu, str)  # at what stands in a section; who hears of it may add to the menu

    def __init__(self, window: MainWindow, theme: Theme) -> None:
        super().__init__(window.companion, window.companion.search, window)
        self._window = window
        self._theme = theme
        self._guide: Guide | None = None
        self._searcher: Searcher | None = None
        self._hits, self._current = NO_HITS, -1

    def show_guide(self, guide: Guide) -> None:
        """Search in *guide* from now on."""
        self._guide = guide
        self._hits, self._current = NO_HITS, -1
        if self.panel is not None:
            self.fill(self.panel)

    def set_look(self, theme: Theme, _appearance: Appearance) -> None:
        """Draw in other colours."""
        self._theme = theme
        if self.panel is not None:
            self.panel.set_theme(theme)

    def open(self) -> None:
        """Show the search, with the words that are selected in the article."""
        self.reveal()
        self.built().open(self._window.article.selected_words())

    def show_hits(self, hits: Hits, current: int) -> None:
        """Follow the find in the article."""
        self._hits, self._current = hits, current
        if self.panel is not None:
            self.panel.show_hits(self._window.find_bar.words(), hits, current)

    def list_hits(self) -> None:
        """List all places of the find in the article."""
        self.reveal()
        self.built().list_hits(self._window.find_bar.words(), self._hits, self._current)
        self.built().take_list()

    def reveal(self) -> None:
        """Bring the search into view."""
        self._window.companion.open_search()
        self._window.columns.offer_companion(True)
        self._window.columns.reveal_companion()

    def build(self) -> SearchPanel:
        """Return the panel, with what looks for its words."""
        from reader.ui.search.panel import SearchPanel
        from reader.ui.search.searcher import Searcher

        panel = SearchPanel(self._theme)
        self._searcher = searcher = Searcher(self)
        panel.query_changed.connect(searcher.search)
        panel.place_requested.connect(self.place_requested)
        panel.words_requested.connect(self.words_requested)
        panel.entry_requested.connect(self.entry_requested)
        panel.reference_requested.connect(self.reference_requested)
        panel.node_requested.connect(self.node_requested)
        panel.hit_requested.connect(self.hit_requested)
        panel.article_requested.connect(self.article_requested)
        panel.passed.connect(self.passed)
        panel.menu_opened.connect(self.menu_opened)
        searcher.found.connect(panel.show_results)
        searcher.similar_found.connect(panel.show_similar)
        searcher.failed.connect(self.failed)
        return panel

    def fill(self, panel: SearchPanel) -> None:
        """Search in the guide that is open."""
        if self._guide is not None and self._searcher is not None:
            self._searcher.show_guide(self._guide)
            panel.show_guide(self._guide)

    def take_keyboard(self) -> None:
        """Let one type what is to be found."""
        self.built().setFocus()
