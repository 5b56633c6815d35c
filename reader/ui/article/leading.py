"""From mark to mark by keys, and what a screen reader says of the marks that one comes to."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QTextCursor

from reader.core.notebook.notes import Note
from reader.core.numbering import Paragraph
from reader.core.text import Place
from reader.ui.announce import announce
from reader.ui.article import asking
from reader.ui.article.column import CARET, Column
from reader.ui.article.contents import Contents
from reader.ui.article.hyperlinks import Hyperlinks
from reader.ui.article.noted import Noted
from reader.ui.article.places import Hyperlink
from reader.ui.article.saying import said
from reader.ui.article.scroll_anchor import ScrollAnchor
from reader.ui.article.selection import Selection
from reader.ui.article.signs import address


class Leading(QObject):
    """Gives marks the keyboard, one after another, and says each once. One that has it is held, such as a link."""

    mark_requested = Signal(Place)  # where the next or the previous mark stands
    opened = Signal(list)  # the Note at the caret, on which Enter was pressed
    told = Signal(str)  # a harmless sentence

    def __init__(
        self,
        column: Column,
        contents: Contents,
        anchor: ScrollAnchor,
        links: Hyperlinks,
        *,
        noted: Noted,
        selection: Selection,
    ) -> None:
        super().__init__(column)
        self._column, self._contents, self._anchor, self._links = column, contents, anchor, links
        self._noted, self._selection = noted, selection
        self._entered: frozenset[str] = frozenset()  # the notes at the caret when it was moved last

    # From mark to mark

    def next_mark(self) -> None:
        """Go to the mark after the one that has the keyboard, or after the place that is read."""
        self._go_to_mark(1)

    def previous_mark(self) -> None:
        """Go to the mark before it."""
        self._go_to_mark(-1)

    def _go_to_mark(self, direction: int) -> None:
        note = self._mark_beyond(direction) if self._noted else None
        if note is not None:
            self._reach(note)
        elif self._noted:
            self.told.emit(
                self.tr("No mark stands after this.") if direction > 0 else self.tr("No mark stands before this.")
            )
        else:
            self.told.emit(self.tr("Nothing is marked in this guide yet. The menu Notes shows how to mark something."))

    def _mark_beyond(self, direction: int) -> Note | None:
        hand, guide = self._selection.at_hand(), self._contents.guide
        place = self._column.places.place(hand) if hand is not None else self._anchor.here()
        held = self._links.held.address if self._links.held is not None else ""
        known = self._noted.get(held.removeprefix("note:")) if held.startswith("note:") else None
        if place is None or guide is None:
            return None
        # Without a caret, what begins at the very place that is read has not been come to yet.
        at = place.block, place.offset - int(hand is None and direction > 0)
        found = self._noted.of_section(place.section).beyond(at, direction, known.id if known is not None else "")
        sections = [section.id for section in guide.outline]
        here = sections.index(place.section)
        for section in sections[here + 1 :] if direction > 0 else sections[:here][::-1]:
            if found is not None:
                break
            if self._noted.has_any(section) and (notes := self._noted.of_section(section).notes):
                found = notes[0 if direction > 0 else -1]
        return found

    def _reach(self, note: Note) -> None:
        """Bring a mark into view, give it the keyboard, and say what it is."""
        column, target = self._column, note.target
        place = Place(target.section, target.block, target.start)
        self._contents.have(place)  # whoever asks for it opens what is hidden
        self.mark_requested.emit(place)
        start = column.places.position(place)
        if start is None:
            return
        caret = QTextCursor(column.document())
        caret.setPosition(start)
        column.setCursorWidth(CARET)
        column.set_caret(caret)
        line = caret.block().layout().lineForTextPosition(start - caret.block().position())
        last = caret.block().position() + line.textStart() + line.textLength()
        end = column.places.position(Place(target.section, target.last_block, target.end))
        is_words = note.kind == "highlight" and end is not None
        end = min(end, last) if is_words and end is not None and end > start else start
        self._links.hold(Hyperlink(start, end, address(note)))
        self._entered = frozenset({note.id})
        column.repaint_all()
        announce(column, f"{said([note])}. {target.quote[: asking.LONGEST_ASKED]}")

    # What is said

    def said_of(self, paragraph: Paragraph) -> str:
        """Return what is said of the marks in a paragraph; "" where there are none."""
        span = self._column.places.span(paragraph) if self._noted else None
        return said(self._noted.between(*span)) if span is not None else ""

    def said_with(self, link: Hyperlink) -> str:
        """Return what is said of the marks into which the keyboard has come with a link, or which it would show."""
        marks = said(self._entering(self._noted.between(link.start, link.start + 1)))
        kind, _, section = link.address.partition(":")
        if kind == "open" and (hidden := len(self._noted.of_section(section).hidden)):
            marks = self.tr("1 mark in it") if hidden == 1 else self.tr("{0} marks in it").format(hidden)
        return marks

    def say_entered(self, *, in_line: bool) -> None:
        """Say the marks that the caret has come to, once; those of its whole line, which a screen reader reads."""
        if self._noted and self._column.cursorWidth():
            entered = self._entering(self._at_caret(in_line=in_line))
            if entered:
                announce(self._column, said(entered))

    def _entering(self, notes: Iterable[Note]) -> list[Note]:
        """Return those of the notes at the caret that were not there before it was moved."""
        here = list(notes)
        before, self._entered = self._entered, frozenset(note.id for note in here)
        return [note for note in here if note.id not in before]

    def _at_caret(self, *, in_line: bool) -> list[Note]:
        caret = self._column.textCursor()
        start, end = caret.position(), caret.position() + 1
        line = caret.block().layout().lineForTextPosition(caret.positionInBlock())
        if in_line and line.isValid():
            start = caret.block().position() + line.textStart()
            end = start + max(line.textLength(), 1)
        return self._noted.between(start, end)

    # Keyboard

    def take_key(self, event: QKeyEvent) -> bool:
        """Open the mark at the caret at Enter; return whether there was one."""
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            return False
        column, caret = self._column, self._column.textCursor().position()
        is_free = self._links.held is None and column.places.link_at(caret) is None and bool(column.cursorWidth())
        notes = self._noted.between(caret, caret + 1) if is_free else []
        if notes:
            self.opened.emit(notes[-1:])  # the innermost
        return bool(notes)
