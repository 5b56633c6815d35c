"""What the reader noted, shown in the text and beside it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal

from reader.core.notebook.book import Book
from reader.core.notebook.notes import Note
from reader.core.numbering import Paragraph
from reader.ui.article.column import Column
from reader.ui.article.contents import Contents
from reader.ui.article.margin import MarginNumbers
from reader.ui.article.noted import Noted, NotedGrounds, NotedLines, Standing
from reader.ui.article.ring import Ring
from reader.ui.article.signs import Signs, SignStrip


class Noting(QObject):
    """Marks notes in a column, and puts their signs below the *numbers* beside it."""

    note_requested = Signal(str)  # the id of a note that is to be seen in full

    def __init__(self, column: Column, contents: Contents, numbers: MarginNumbers, ring: Ring) -> None:
        super().__init__(column)
        self._column, self._contents = column, contents
        self.noted = Noted()
        self.grounds, self.lines = NotedGrounds(self.noted), NotedLines(self.noted)
        signs = SignStrip(column, Signs(self.noted, numbers, ring))
        signs.pressed.connect(self.open)

    def show(self, book: Book) -> None:
        """Mark what the reader noted."""
        self.noted.show(book)
        self._column.repaint_all()

    def follow_document(self) -> None:
        """Mark it in another document."""
        column, contents = self._column, self._contents
        if contents.guide is not None:
            self.noted.stand_in(Standing(contents.guide, contents.numbering, column.places, contents.blocks_shown))

    def light(self, paragraph: Paragraph | None) -> None:
        """Let nothing have a ground but the paragraph that is lit."""
        self.grounds.only = paragraph

    def open(self, notes: Sequence[Note]) -> None:
        """Ask for the first of some notes."""
        self.note_requested.emit(notes[0].id)
