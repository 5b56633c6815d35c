"""A column that leads by keys from mark to mark, and says the marks that one comes to."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QWidget

from reader.appearance import Appearance
from reader.core.notebook.notes import Note
from reader.core.numbering import Paragraph
from reader.core.text import Place
from reader.ui.announce import announce
from reader.ui.article import asking
from reader.ui.article.column import CARET, SIDEWAYS
from reader.ui.article.noting import NotingColumn
from reader.ui.article.places import Link
from reader.ui.article.saying import said
from reader.ui.article.signs import address
from reader.ui.theme import Theme


class LeadingColumn(NotingColumn):
    """Gives marks the keyboard, one after another, and says each once."""

    mark_requested = Signal(Place)  # where the next or the previous mark stands
    told = Signal(str)  # a harmless sentence

    def __init__(self, theme: Theme, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(theme, appearance, parent)
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
        hand = self._at_hand()
        place = self.places.place(hand) if hand is not None else self.here()
        held = self.anchor.address if self.anchor is not None else ""
        known = self._noted.get(held.removeprefix("note:")) if held.startswith("note:") else None
        if place is None or self.guide is None:
            return None
        # Without a caret, what begins at the very place that is read has not been come to yet.
        at = place.block, place.offset - int(hand is None and direction > 0)
        found = self._noted.of_section(place.section).beyond(at, direction, known.id if known is not None else "")
        sections = [section.id for section in self.guide.outline]
        here = sections.index(place.section)
        for section in sections[here + 1 :] if direction > 0 else sections[:here][::-1]:
            if found is not None:
                break
            if self._noted.has_any(section) and (notes := self._noted.of_section(section).notes):
                found = notes[0 if direction > 0 else -1]
        return found

    def _reach(self, note: Note) -> None:
        """Bring a mark into view, give it the keyboard, and say what it is."""
        target = note.target
        place = Place(target.section, target.block, target.start)
        self.have(place)  # whoever asks for it opens what is hidden
        self.mark_requested.emit(place)
        start = self.places.position(place)
        if start is None:
            return
        caret = QTextCursor(self.document())
        caret.setPosition(start)
        self.setCursorWidth(CARET)
        self.set_caret(caret)
        line = caret.block().layout().lineForTextPosition(start - caret.block().position())
        last = caret.block().position() + line.textStart() + line.textLength()
        end = self.places.position(Place(target.section, target.last_block, target.end))
        is_words = note.kind == "highlight" and end is not None
        self.anchor = Link(start, min(end or last, last) if is_words and (end or 0) > start else start, address(note))
        self._entered = frozenset({note.id})
        self.repaint_all()
        announce(self, f"{said([note])}. {target.quote[: asking.LONGEST_ASKED]}")

    # What is said

    def said_of(self, paragraph: Paragraph) -> str:
        """Return what is said of the marks in a paragraph; "" where there are none."""
        if not self._noted:
            return ""
        span = self.places.span(paragraph)
        return said(self._between(*span)) if span is not None else ""

    def _spoken(self, link: Link, words: str) -> str:
        """Say the marks, too, into which the keyboard has come with a term or link, or which a button would show."""
        marks = said(self._entering(self._between(link.start, link.start + 1)))
        kind, _, section = link.address.partition(":")
        if kind == "open" and (hidden := len(self._noted.of_section(section).hidden)):
            marks = self.tr("1 mark in it") if hidden == 1 else self.tr("{0} marks in it").format(hidden)
        return ", ".join(filter(None, (super()._spoken(link, words), marks)))

    def _entering(self, notes: Iterable[Note]) -> list[Note]:
        """Return those of the notes at the caret that were not there before it was moved."""
        here = list(notes)
        before, self._entered = self._entered, frozenset(note.id for note in here)
        return [note for note in here if note.id not in before]

    def _at_caret(self, *, in_line: bool) -> list[Note]:
        """Return the notes at the caret, or those in its whole line, which a screen reader reads."""
        caret = self.textCursor()
        start, end = caret.position(), caret.position() + 1
        line = caret.block().layout().lineForTextPosition(caret.positionInBlock())
        if in_line and line.isValid():
            start = caret.block().position() + line.textStart()
            end = start + max(line.textLength(), 1)
        return self._between(start, end)

    # Keyboard

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter open the mark at the caret; say the marks that the caret comes to, once."""
        before = self.textCursor().position()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._open_at_caret():
            return
        super().keyPressEvent(event)
        self.beside_changed.emit()
        if self._noted and self.cursorWidth() and self.textCursor().position() != before:
            entered = self._entering(self._at_caret(in_line=event.key() not in SIDEWAYS))
            if entered:
                announce(self, said(entered))

    def _open_at_caret(self) -> bool:
        caret = self.textCursor().position()
        is_free = self.anchor is None and self.places.link_at(caret) is None and bool(self.cursorWidth())
        notes = self._between(caret, caret + 1) if is_free else []
        if notes:
            self._open(notes[-1:])  # the innermost
        return bool(notes)
