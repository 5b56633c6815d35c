"""What an act is about: the words that are chosen, what stands at a place, a word that is explained, a node."""

from __future__ import annotations

from collections.abc import Callable

from reader.core.explanation import Explanation, Unexplained
from reader.core.guide import Guide
from reader.core.notebook import passage
from reader.core.notebook.notes import Kind, Note, Target
from reader.core.section_text import SectionTexts
from reader.ui.article import ArticleView, asking


class Subject:
    """Looks where the reader is: at a document position of the article, or (None) wherever the keyboard is."""

    def __init__(
        self,
        article: ArticleView,
        explanation: Callable[[], Explanation | Unexplained | None],
        node: Callable[[], Target | None],
    ) -> None:
        """*explanation* tells which one is open, *node* where the keyboard is in the pathway."""
        self._article, self._explanation, self._node = article, explanation, node
        self._texts: SectionTexts | None = None

    def show_guide(self, guide: Guide) -> None:
        """Look into *guide* from now on."""
        self._texts = SectionTexts(guide)

    def passages(self, position: int | None = None) -> list[Target]:
        """Return the passages that are chosen, or the one that stands at a document position."""
        ends = self._article.selection.passage(position)
        return passage.make(self._texts, *ends) if self._texts is not None and ends is not None else []

    def selected(self) -> Target:
        """Return the words that are selected; where none are, the whole guide."""
        return next(iter(self.passages()), Target()) if self._article.selected_words() else Target()

    def beside_text(self) -> Target | None:
        """Return the word that is explained, else the node that has the keyboard; None where the article is meant."""
        found = self._explanation()
        if isinstance(found, Explanation):
            return Target("entry", found.entry.id, found.entry.term)
        return self._node()

    def notes(self, position: int | None, *kinds: Kind) -> list[Note]:
        """Return the notes of these kinds that are in the selection, or the innermost one at a place."""
        notes = [note for note in self._article.selection.notes(position) if note.kind in kinds]
        return notes if self._has_words(position) else notes[-1:]

    def notes_on_the_same(self, position: int | None, *kinds: Kind) -> list[Note]:
        """Return the notes of these kinds on the very words that are selected, or the innermost one at a place."""
        notes = self.notes(position, *kinds)
        if not self._has_words(position):
            return notes
        wanted = {target.spot for target in self.passages(position)}
        return [note for note in notes if note.target.spot in wanted]

    def _has_words(self, position: int | None) -> bool:
        words = asking.selected(self._article)
        return words is not None and (position is None or words.start <= position <= words.end)
