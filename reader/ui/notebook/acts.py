"""What one does with the notebook: each act is one key, is kept at once, and can be undone."""

from __future__ import annotations

import uuid

from PySide6.QtCore import QObject, Signal

from reader.core.guide import Guide
from reader.core.notebook import passage
from reader.core.notebook.book import Book
from reader.core.notebook.notes import Kind, Note, Style, Target
from reader.core.notebook.store import Change, add
from reader.core.notebook.undo import Act, Undo
from reader.core.section_text import SectionTexts
from reader.ui.article import ArticleView
from reader.ui.notebook.scribe import Scribe


class Acts(QObject):
    """Turns commands into changes of the notebook, and tells what became of them."""

    changed = Signal(object)  # the Book, after every change
    told = Signal(str)  # a harmless sentence
    failed = Signal(str)

    def __init__(self, article: ArticleView, scribe: Scribe, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._article, self._scribe = article, scribe
        self._book = Book()
        self._texts: SectionTexts | None = None
        self._style: Style = "important"
        self.undoing = Undo()
        scribe.opened.connect(self._open)
        scribe.kept.connect(self._keep)
        scribe.failed.connect(self._fail)

    def show_guide(self, guide: Guide) -> None:
        """Keep notes in *guide* from now on."""
        self._texts = SectionTexts(guide)
        self._book = Book(guide.about.id)
        self.changed.emit(self._book)
        self._scribe.open_guide(guide.about.id, guide.about.title)

    def highlight(self) -> None:
        """Highlight the selection, or else the paragraph that is read, in the style that was used last."""
        self._add(self.tr("Highlight"), "highlight", self._chosen(), self._style)

    def bookmark(self) -> None:
        """Put a bookmark at the paragraph that is read."""
        self._add(self.tr("Bookmark"), "bookmark", self._chosen()[:1])

    def undo(self) -> None:
        """Undo the last act."""
        self._do(self.undoing.undo())

    def redo(self) -> None:
        """Do again what was undone last."""
        self._do(self.undoing.redo())

    def _chosen(self) -> list[Target]:
        ends = self._article.chosen()
        return passage.make(self._texts, *ends) if self._texts is not None and ends is not None else []

    def _add(self, words: str, kind: Kind, targets: list[Target], style: Style = "") -> None:
        guide = self._book.guide
        notes = [Note(str(uuid.uuid4()), guide, kind, target, style=style) for target in targets]
        if notes:
            self._scribe.write(words, add(notes))

    def _do(self, act: Act | None) -> None:
        if act is not None:
            self._scribe.write("", act.changes)

    def _open(self, book: Book) -> None:
        if book.guide == self._book.guide:
            self._book = book
            self.changed.emit(book)

    def _keep(self, words: str, changes: list[Change]) -> None:
        if words:
            self.undoing.did(words, changes)
        self._book.take(changes)
        self.changed.emit(self._book)

    def _fail(self, words: str, reason: str, changes: list[Change]) -> None:
        self.failed.emit(self.tr("This could not be kept: {0} ({1}).").format(words, reason))
