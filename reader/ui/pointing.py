"""A word of the text and its node in the pathway point at each other: one leads to the other, nothing moves alone."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal

from reader.core.explanation import Explanation
from reader.core.glossary import look_up
from reader.core.guide import Guide
from reader.core.sentences import called
from reader.core.telling import naming
from reader.core.text import Place
from reader.ui.article import asking
from reader.ui.explaining import Explaining
from reader.ui.main_window import MainWindow


class Pointing(QObject):
    """Knows which entry each node of the pathway has, and which node each entry."""

    told = Signal(str)  # a harmless sentence
    place_requested = Signal(Place)  # where the text names a node

    def __init__(self, window: MainWindow, explaining: Explaining) -> None:
        super().__init__(window)
        self._window, self._explaining = window, explaining
        self._guide: Guide | None = None
        self._shown = ("", 0)  # the node whose places one goes through, and which of them was shown last

    def show_guide(self, guide: Guide) -> None:
        """Lead from words to nodes in *guide* from now on."""
        self._guide, self._shown = guide, ("", 0)
        self._window.article.links.show_in_pathway("")

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

    def go_to_next_mention(self) -> None:
        """Show where the text names the node that has the keyboard in the pathway next; after its last place, first."""
        self.go_to_mention_of(self._window.companion.pathway.current)

    def go_to_mention_of(self, identifier: str) -> None:
        """Show where the text names a node next: after the place shown last, else after the one that is read."""
        pathway = self._guide.pathway if self._guide is not None else None
        node = pathway.node(identifier) if pathway is not None else None
        if self._guide is None or pathway is None or node is None:
            self.told.emit(self.tr("Choose a node of the pathway first."))
            return
        name, places = called(node, pathway), naming(self._guide, node)
        if not places:
            self.told.emit(self.tr("The text does not name “{0}”.").format(name))
            return
        before, number = self._shown
        at = (number + 1 if before == identifier else self._after_reading(places, self._guide)) % len(places)
        self._shown = identifier, at
        self._window.columns.reveal_article()
        self._window.article.contents.have(places[at])  # whoever asks for it opens what is hidden
        self.place_requested.emit(places[at])
        self.told.emit(self.tr("“{0}” in the text: place {1} of {2}.").format(name, at + 1, len(places)))

    def _after_reading(self, places: Sequence[Place], guide: Guide) -> int:
        """Return which of *places* comes first after the one that is read, or their number."""
        here = self._window.article.here()
        sections = {section.id: number for number, section in enumerate(guide.outline)}

        def order(place: Place) -> tuple[int, int, int]:
            return sections.get(place.section, 0), int(place.block.rpartition(".")[2] or 0), place.offset

        ahead = (n for n, place in enumerate(places) if here is None or order(place) >= order(here))
        return next(ahead, len(places))

    def _asked(self, guide: Guide) -> tuple[str, str]:
        """Return the words that somebody means, and the id of their entry; "" where there is none."""
        shown = self._window.explanation()
        if isinstance(shown, Explanation):
            return shown.words, shown.entry.id
        article = self._window.article
        asked = article.links.asked()
        if asked is None:
            return "", ""
        words = asking.written(article, asked)[: asking.LONGEST_ASKED]
        entry = look_up(guide, words) if not asking.is_term(asked) else None
        return words, entry.id if entry is not None else asking.entry_of(asked)

    def mark_words(self, node: str) -> None:
        """Mark in the text what stands for a node: the keyboard came to it in the pathway, or left: ""."""
        found = self._guide.pathway.node(node) if self._guide is not None and self._guide.pathway else None
        self._window.article.links.show_in_pathway(found.term if found is not None else "")

    def mark_node(self, entry: str) -> None:
        """Mark in the pathway the node of a word that the keyboard came to in the text, or no node: ""."""
        found = self._guide.pathway.of_term(entry) if entry and self._guide and self._guide.pathway else None
        self._window.companion.pathway.point_at(found.id if found is not None else "")
