"""A word of the text and its node in the pathway point at each other: one leads to the other, nothing moves alone."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from reader.core.explanation import Explanation
from reader.core.glossary import look_up
from reader.core.guide import Guide
from reader.ui.article import asking
from reader.ui.explaining import Explaining
from reader.ui.main_window import MainWindow


class Pointing(QObject):
    """Knows which entry each node of the pathway has, and which node each entry."""

    told = Signal(str)  # a harmless sentence

    def __init__(self, window: MainWindow, explaining: Explaining) -> None:
        super().__init__(window)
        self._window, self._explaining = window, explaining
        self._guide: Guide | None = None

    def show_guide(self, guide: Guide) -> None:
        """Lead from words to nodes in *guide* from now on."""
        self._guide = guide
        self._window.article.show_in_pathway("")

    def go_to_node(self) -> None:
        """Go to the node of the word whose explanation is open, else of the one that is selected or at the caret."""
        if self._guide is None or self._guide.pathway is None:
            self.told.emit(self.tr("This guide has no pathway."))
            return
        words, entry = self._asked(self._guide)
        node = self._guide.pathway.of_term(entry) if entry else None
        if node is not None:
            self._explaining.show_node(node.id)
        elif words:
            self.told.emit(self.tr("“{0}” is not in the pathway.").format(words))
        else:
            self.told.emit(self.tr("Select a word, or go to one with Tab. Then ask again where it is in the pathway."))

    def go_to_node_of(self, entry: str) -> None:
        """Go to the node of the entry with this id."""
        node = self._guide.pathway.of_term(entry) if self._guide is not None and self._guide.pathway else None
        if node is not None:
            self._explaining.show_node(node.id)

    def _asked(self, guide: Guide) -> tuple[str, str]:
        """Return the words that somebody means, and the id of their entry; "" where there is none."""
        shown = self._window.explanation()
        if isinstance(shown, Explanation):
            return shown.words, shown.entry.id
        article = self._window.article
        asked = article.asked()
        if asked is None:
            return "", ""
        words = asking.written(article, asked)[: asking.LONGEST_ASKED]
        entry = look_up(guide, words) if not asking.is_term(asked) else None
        return words, entry.id if entry is not None else asking.entry_of(asked)

    def mark_words(self, node: str) -> None:
        """Mark in the text what stands for a node: the keyboard came to it in the pathway, or left: ""."""
        found = self._guide.pathway.node(node) if self._guide is not None and self._guide.pathway else None
        self._window.article.show_in_pathway(found.term if found is not None else "")

    def mark_node(self, entry: str) -> None:
        """Mark in the pathway the node of a word that the keyboard came to in the text, or no node: ""."""
        found = self._guide.pathway.of_term(entry) if entry and self._guide and self._guide.pathway else None
        self._window.companion.pathway.point_at(found.id if found is not None else "")
