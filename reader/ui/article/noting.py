"""A column that marks what the reader noted, and knows which words, and which notes, an act is about."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPoint, Signal
from PySide6.QtGui import QFocusEvent, QMouseEvent, QTextDocument
from PySide6.QtWidgets import QWidget

from reader.appearance import Appearance
from reader.core.notebook.book import Book
from reader.core.notebook.notes import Note
from reader.core.numbering import Paragraph
from reader.core.text import Place
from reader.ui.article import asking
from reader.ui.article.growing import GrowingColumn
from reader.ui.article.noted import Noted, NotedGrounds, NotedLines, Standing
from reader.ui.article.places import Link
from reader.ui.article.signs import Signs, SignStrip
from reader.ui.theme import Theme

SCREENFUL = 2_000  # characters
LINE = 40  # characters that a block takes beside its own: its last line, and the room below it


class NotingColumn(GrowingColumn):
    """Shows notes in the text and beside it. One that has the keyboard is its `anchor`, such as a term."""

    note_requested = Signal(str)  # the id of a note that is to be seen in full

    def __init__(self, theme: Theme, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(theme, appearance, parent)
        self._noted = Noted()
        self._grounds = NotedGrounds(self._noted)
        self.layers.insert(self.layers.index(self._lit) + 1, self._grounds)  # over all other grounds
        self.layers.insert(0, NotedLines(self._noted))  # below the veil, as the lines of terms
        signs = SignStrip(self, Signs(self._noted, self._numbers))
        signs.pressed.connect(self._open)
        self._clicked: Link | None = None  # where the mouse has put the caret

    # What goes in

    def show_notes(self, book: Book) -> None:
        """Mark what the reader noted."""
        self._noted.show(book)
        self.repaint_all()

    def stand_on(self, document: QTextDocument) -> None:
        """Mark it in another document."""
        super().stand_on(document)
        if self.guide is not None:
            self._noted.stand_in(Standing(self.guide, self.numbering, self.places, self.blocks_shown))

    def light(self, paragraph: Paragraph | None, *, bring: bool = True) -> None:
        """Light one paragraph: nothing else has a ground."""
        self._grounds.only = paragraph
        super().light(paragraph, bring=bring)

    def carry(self, change: Callable[[Link], Link | None]) -> None:
        """Take along where the mouse was."""
        super().carry(change)
        self._clicked = change(self._clicked) if self._clicked is not None else None

    def follow(self, link: Link) -> None:
        """Open a note, or ask for what a term, citation or link leads to."""
        if link.address.startswith("note:"):
            self.note_requested.emit(link.address.removeprefix("note:"))
        else:
            super().follow(link)

    def _open(self, notes: Sequence[Note]) -> None:
        self.note_requested.emit(notes[0].id)

    def blocks_ahead(self, place: Place | None) -> list[tuple[str, str]]:
        """Return about a screenful of the blocks that are shown from a place on, each as its section and its id."""
        every = [section.id for section in self.guide.outline] if self.guide is not None else []
        first = every.index(place.section) if place is not None and place.section in every else 0
        ahead: list[tuple[str, str]] = []
        room = SCREENFUL
        for section in every[first:]:
            blocks = self.guide.blocks(section) if self.guide is not None else ()
            ids = [block.id for block in blocks]
            begin = ids.index(place.block) if place is not None and place.block in ids else 0
            shown = self.blocks_shown(section)
            for block in blocks[begin:]:
                if room <= 0:
                    return ahead
                if block.id in shown:
                    ahead.append((section, block.id))
                    room -= len(block.text) + LINE
        return ahead

    # What is chosen

    def chosen(self, position: int | None = None) -> tuple[Place, Place] | None:
        """Return from where to where the selection goes, where it is seen, or else the paragraph that is read.

        At a document *position*, such as a menu's: the selection that holds it, or else the paragraph there.
        """
        words = self._selected(position)
        if words is not None:
            span: tuple[int, int] | None = (words.start, words.end)
        else:
            span = self._words_alone(self._paragraph_chosen(position))
        ends = [self.places.place(each) for each in span or ()]
        return (ends[0], ends[1]) if len(ends) == 2 and ends[0] is not None and ends[1] is not None else None

    def notes_here(self, position: int | None = None) -> list[Note]:
        """Return the notes that have words in the selection, or else hold the caret, or else the whole paragraph.

        Where the caret is in a heading or beside the words, the paragraph is the one that `chosen` means.
        """
        words, at = self._selected(position), self._at_hand() if position is None else position
        if words is not None:
            return self._between(words.start, words.end)
        span = self._words_alone(self._paragraph_chosen(position))
        if at is not None and (span is None or span[0] <= at <= span[1]):
            return self._between(at, at + 1)
        if span is None:
            return []
        last = self._between(max(span[1] - 1, span[0]), span[1])
        return [note for note in self._between(span[0], span[0] + 1) if note in last]

    def _selected(self, position: int | None) -> Link | None:
        words = asking.selected(self)
        is_there = words is not None and (position is None or words.start <= position <= words.end)
        return words if is_there else None

    def _at_hand(self) -> int | None:
        """Return where the caret is, where somebody sees it or has put it with the mouse; else None."""
        caret = self.textCursor().position()
        was_put = self._clicked is not None and self._clicked.start == caret
        return caret if (self.cursorWidth() or was_put) and self.in_view(caret) else None

    def _paragraph_chosen(self, position: int | None) -> Paragraph | None:
        """Return the paragraph at a position, else the one that is lit, at the caret, or at the reading line."""
        if position is None and self.lit is not None:
            return self.lit
        line = self.cursorForPosition(QPoint(0, self.reading_line())).position()
        places = (position, self._at_hand(), line)
        return self.paragraph_at(next(each for each in places if each is not None))

    def _words_alone(self, paragraph: Paragraph | None) -> tuple[int, int] | None:
        """Return where the words of a paragraph stand in the document, without its mark of evidence.

        Citations at its end are no words, either: the passage that is kept ends before them.
        """
        if paragraph is None or self.guide is None:
            return None
        from reader.core.notebook.uncited import words_end  # not needed before somebody marks something

        mine = (block for block in self.guide.blocks(paragraph.section) if block.id in paragraph.blocks)
        words = [block for block in mine if block.kind != "evidence"]
        span = self.places.span(paragraph._replace(blocks=tuple(block.id for block in words))) if words else None
        end = self.places.position(Place(paragraph.section, words[-1].id, words_end(words[-1]))) if span else None
        return (span[0], end) if span and end is not None else span

    def _between(self, start: int, end: int) -> list[Note]:
        """Return the notes that have words between two document positions."""
        if not self._noted:
            return []
        low, high = self.places.place(start), self.places.place(end)
        if low is None or high is None:
            return []
        if low == high:  # at the end of a block
            low = low._replace(offset=max(low.offset - 1, 0))
        sections = self._sections(low.section, high.section)
        return [
            note
            for number, section in enumerate(sections, start=1)
            for note in self._noted.of_section(section).between(
                (low.block, low.offset) if number == 1 else None,
                (high.block, high.offset) if number == len(sections) else None,
            )
        ]

    def _sections(self, first: str, last: str) -> list[str]:
        """Return the ids of the sections from one to another that have notes, both of these at all events."""
        every = [section.id for section in self.guide.outline] if self.guide is not None else []
        between = every[every.index(first) : every.index(last) + 1]
        return [section for section in between if section in (first, last) or self._noted.has_any(section)]

    # Keyboard and mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take note of where the mouse puts the caret."""
        super().mousePressEvent(event)
        caret = self.textCursor().position()
        self._clicked = Link(caret, caret, "")
        self.beside_changed.emit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the ring of a sign."""
        super().focusInEvent(event)
        self.beside_changed.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the ring of a sign away."""
        super().focusOutEvent(event)
        self.beside_changed.emit()
