"""Opens the search of the whole guide beside the article; its parts are loaded when they are first looked at."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QRect, Signal
from PySide6.QtWidgets import QVBoxLayout

from reader.appearance import Appearance
from reader.core.find import NO_HITS, Hit, Hits
from reader.core.guide import Guide
from reader.core.text import Place
from reader.ui.main_window import MainWindow
from reader.ui.theme import Theme
from reader.ui.widgets.tab_order import put_after

if TYPE_CHECKING:
    from reader.ui.search.panel import SearchPanel
    from reader.ui.search.searcher import Searcher


class SearchTab(QObject):
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

    def __init__(self, window: MainWindow, theme: Theme) -> None:
        super().__init__(window)
        self._window = window
        self._theme = theme
        self._guide: Guide | None = None
        self._panel: SearchPanel | None = None
        self._searcher: Searcher | None = None
        self._hits, self._current = NO_HITS, -1
        window.companion.currentChanged.connect(self._tab_changed)
        window.companion.tabBarClicked.connect(self._tab_clicked)

    def show_guide(self, guide: Guide) -> None:
        """Search in *guide* from now on."""
        self._guide = guide
        self._hits, self._current = NO_HITS, -1
        if self._panel is not None and self._searcher is not None:
            self._searcher.show_guide(guide)
            self._panel.show_guide(guide)

    def set_look(self, theme: Theme, _appearance: Appearance) -> None:
        """Draw in other colours."""
        self._theme = theme
        if self._panel is not None:
            self._panel.set_theme(theme)

    def open(self) -> None:
        """Show the search, with the words that are selected in the article."""
        self._reveal()
        self._built().open(self._window.article.selected_words())

    def show_hits(self, hits: Hits, current: int) -> None:
        """Follow the find in the article."""
        self._hits, self._current = hits, current
        if self._panel is not None:
            self._panel.show_hits(self._window.find_bar.words(), hits, current)

    def list_hits(self) -> None:
        """List all places of the find in the article."""
        self._reveal()
        self._built().list_hits(self._window.find_bar.words(), self._hits, self._current)
        self._built().take_list()

    def _reveal(self) -> None:
        self._window.companion.open_search()
        self._window.columns.offer_companion(True)
        self._window.reveal_companion()

    def _tab_changed(self) -> None:
        if self._window.companion.currentWidget() is self._window.companion.search:
            self._built()

    def _tab_clicked(self, index: int) -> None:
        """Let one who clicked type at once: elsewhere the letters would be commands."""
        if self._window.companion.widget(index) is self._window.companion.search:
            self._reveal()
            self._built().setFocus()

    def _built(self) -> SearchPanel:
        """Return the panel, which is built when it is first looked at."""
        if self._panel is not None:
            return self._panel
        from reader.ui.search.panel import SearchPanel
        from reader.ui.search.searcher import Searcher

        self._panel = panel = SearchPanel(self._theme)
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
        searcher.found.connect(panel.show_results)
        searcher.similar_found.connect(panel.show_similar)
        searcher.failed.connect(self.failed)
        page = self._window.companion.search
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(panel)
        page.setFocusProxy(panel)
        put_after(self._window.companion.tabBar(), panel)
        if self._guide is not None:
            searcher.show_guide(self._guide)
            panel.show_guide(self._guide)
        return panel
