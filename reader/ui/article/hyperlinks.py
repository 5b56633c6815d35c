"""Terms, citations and links: which of them has the keyboard, and what each asks for."""

from __future__ import annotations

from collections.abc import Callable, Collection

from PySide6.QtCore import QObject, QPoint, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QTextCursor

from reader.ui.article import asking
from reader.ui.article.column import Column
from reader.ui.article.places import Hyperlink
from reader.ui.article.ring import Ring
from reader.ui.article.term_lines import TermLines


class Hyperlinks(QObject):
    """Lets the links of a column be chosen by keyboard, and says which one was chosen, by whatever."""

    entry_requested = Signal(str, QRect)  # entry id; the term's rectangle on the screen
    entry_pointed = Signal(str, QRect)  # the same, where a pointer rests on the term
    words_asked = Signal(str, QRect)  # words to be explained; their rectangle on the screen. No words: none are in view
    being_explained = Signal(object)  # the Hyperlink that somebody was asked to explain, and does
    reference_requested = Signal(str)  # key
    claims_requested = Signal(list)  # ids of the claims that a mark of evidence stands for
    section_requested = Signal(str)  # a section that is shown in short, and is to be shown whole
    note_requested = Signal(str)  # the id of a note
    link_requested = Signal(str)  # "#id" inside the guide, or an address out of it
    word_reached = Signal(str)  # the id of the entry whose term has got the keyboard, or ""

    def __init__(self, column: Column) -> None:
        super().__init__(column)
        self._column = column
        self.ring, self.term_lines = Ring(), TermLines()
        self.uses_keys = False  # not the mouse
        self._is_at_word = False  # whether the caret was moved to a word, and not past it
        self._asked: Hyperlink | None = None  # what somebody is being asked to explain, just now

    # What goes in

    @property
    def held(self) -> Hyperlink | None:
        """The link, or the note, that has the keyboard."""
        return self.ring.link

    def hold(self, link: Hyperlink | None) -> None:
        """Give the keyboard to a link, or take it from the one that has it."""
        self.ring.link = link

    def drop(self) -> None:
        """Take the keyboard from what has it."""
        self.hold(None)

    def carry(self, change: Callable[[Hyperlink], Hyperlink | None]) -> None:
        """Take what has the keyboard along to where its words stand now."""
        self.hold(change(self.held) if self.held is not None else None)

    def show_looked_up(self, entries: Collection[str]) -> None:
        """Show which entries were looked up before, by their ids."""
        self.term_lines.looked_up = frozenset(entries)
        self._column.viewport().update()

    def show_in_pathway(self, entry: str) -> None:
        """Mark the words of the entry whose node one is at in the pathway, or no words: ""; nothing moves."""
        if entry != self.term_lines.in_pathway:
            self.term_lines.in_pathway = entry
            self._column.viewport().update()

    # What is asked for

    def follow(self, link: Hyperlink) -> None:
        """Ask for what a link leads to."""
        kind, _, value = link.address.partition(":")
        if kind == "note":
            self.note_requested.emit(value)
            return
        self.hold(link)
        if kind == "term":
            self._asked = link
            self.entry_requested.emit(value, self.on_screen(link))
            self._asked = None
        elif kind == "cite":
            self.reference_requested.emit(value)
        elif kind == "open":
            self.drop()
            self.section_requested.emit(value)
        elif kind == "claims":
            self.claims_requested.emit(value.split())
        else:
            self.link_requested.emit(value)

    def explain(self, asked: Hyperlink) -> None:
        """Ask for an explanation: of a term, marked or not, or of any words."""
        if asking.is_term(asked):
            self.follow(asked)
            return
        self._asked = asked
        self.words_asked.emit(asking.written(self._column, asked), self.on_screen(asked))
        self._asked = None

    def point(self, term: Hyperlink) -> None:
        """Ask for the term on which a pointer rests."""
        self._asked = term
        self.entry_pointed.emit(asking.entry_of(term), self.on_screen(term))
        self._asked = None

    def define(self) -> None:
        """Ask for what is selected, else the term or word that has the keyboard, else the next term below the eye."""
        wanted = self.asked() or asking.next_term(self._column)
        if wanted is not None:
            self.explain(wanted)
        else:
            self.words_asked.emit("", QRect())

    def light_asked(self) -> None:
        """Say which words are being explained: those that somebody was asked to explain."""
        if self._asked is not None:
            self.being_explained.emit(self._asked)

    def asked(self) -> Hyperlink | None:
        """Return what is selected, else the term or word that has the keyboard, or None."""
        return asking.selected(self._column) or self._at_hand()

    def _at_hand(self) -> Hyperlink | None:
        """Return the term that has the ring, else the term at the caret, else the word that it was moved to."""
        column = self._column
        if self.held is not None and asking.is_term(self.held) and column.in_view(self.held.start):
            return self.held
        caret = column.textCursor().position()
        if not column.cursorWidth() or not column.in_view(caret):
            return None
        return asking.term_at(column, caret) or (asking.word_at(column, caret) if self._is_at_word else None)

    def on_screen(self, words: Hyperlink) -> QRect:
        """Return the rectangle of words, what is in view of all their lines, on the screen."""
        column, whole = self._column, QRectF()
        last = column.document().findBlock(words.end)
        block = column.document().findBlock(max(words.start, min(column.top_position(), words.end)))
        while block.isValid() and block.position() <= last.position():
            start, end = max(words.start, block.position()), min(words.end, block.position() + block.length() - 1)
            for rect in column.rects(start, end):
                whole = whole.united(rect)
            if whole.bottom() > column.viewport().height():
                break
            block = block.next()
        shape = whole.toAlignedRect() & column.viewport().rect()
        return QRect(column.viewport().mapToGlobal(shape.topLeft()), shape.size())

    # Keyboard

    def step(self, *, forward: bool, within: tuple[int, int] | None) -> Hyperlink | None:
        """Give the keyboard to the next or the previous link, *within* a stretch if any, and return it.

        None after the last one: then it goes out of the article.
        """
        link = self._beyond(forward) if within is None else self._inside(forward, *within)
        self.hold(link)
        self.uses_keys = True
        self._column.viewport().update()
        self.word_reached.emit(asking.entry_of(link))
        if link is not None:
            caret = QTextCursor(self._column.document())
            caret.setPosition(link.start)
            self._column.setTextCursor(caret)  # scrolls only when the term is out of view
        return link

    def _beyond(self, forward: bool) -> Hyperlink | None:
        """Return the next link from what is in view."""
        column, held = self._column, self.held
        start = held.start if held is not None and column.in_view(held.start) else None
        if forward:
            return column.places.link_after(column.top_position() if start is None else start + 1)
        corner = QPoint(column.viewport().width(), column.viewport().height() - 1)
        return column.places.link_before(column.cursorForPosition(corner).position() if start is None else start)

    def _inside(self, forward: bool, first: int, last: int) -> Hyperlink | None:
        """Return the next link between two document positions."""
        start = self.held.start if self.held is not None else None
        if forward:
            found = self._column.places.link_after(first if start is None else start + 1)
        else:
            found = self._column.places.link_before(last if start is None else start)
        return found if found is not None and first <= found.start < last else None

    def said(self, link: Hyperlink) -> str:
        """Return what a screen reader says of a link."""
        word = QTextCursor(self._column.document())
        word.setPosition(link.start)
        word.setPosition(link.end, QTextCursor.MoveMode.KeepAnchor)
        kind = {
            "term": self.tr("{0}, explained word"),
            "cite": self.tr("Reference {0}"),
            "link": self.tr("{0}, link"),
            "open": self.tr("{0}, button"),
            "claims": self.tr("{0}, link to the evidence"),
        }
        return kind[link.address.partition(":")[0]].format(word.selectedText())

    def take_key(self, event: QKeyEvent) -> bool:
        """Follow what has the keyboard at Enter; return whether the key is not for the text."""
        self.uses_keys = True
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            return False
        link = self.held or self._column.places.link_at(self._column.textCursor().position())
        if link is not None:
            self.follow(link)
        return True

    def leave(self, *, to_word: bool) -> None:
        """Let go: the caret has gone on, perhaps to a word. Shift on the way to Shift+Tab has not moved it."""
        self.drop()
        self.word_reached.emit("")
        self._is_at_word = to_word

    def use_mouse(self) -> None:
        """Let go: the mouse points for itself."""
        self.uses_keys = False
        self._column.viewport().update()
        self.leave(to_word=False)
