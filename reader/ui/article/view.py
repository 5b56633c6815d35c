"""The article: a guide's text, the place one goes to in it, and what is marked in it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPaintEvent, QResizeEvent, QTextCursor
from PySide6.QtWidgets import QWidget

from reader.appearance import Appearance
from reader.core.find import NO_HITS, Hit, Hits
from reader.core.guide import Guide
from reader.core.numbering import Paragraph
from reader.core.text import Place
from reader.settings import Settings
from reader.ui.article.choice import Choice
from reader.ui.article.column import READING_LINE, SIDEWAYS
from reader.ui.article.contents import HEADING_AT, Contents
from reader.ui.article.guiding import GuidingColumn
from reader.ui.article.leading import Leading
from reader.ui.article.marks import Marks
from reader.ui.article.noting import Noting
from reader.ui.article.places import Link
from reader.ui.article.scroll_anchor import ScrollAnchor, Spot
from reader.ui.theme import Theme

SETTLE_MS = 60  # a scroll is over when nothing moved for so long


class ArticleView(GuidingColumn):
    """Shows a guide's article and says where one reads."""

    reading_at = Signal(Place)
    led = Signal(Place)  # somebody was led to this place, which can be seen

    def __init__(self, theme: Theme, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(theme, appearance, parent)
        self.setAccessibleName(self.tr("Article"))
        self.scroll_anchor = ScrollAnchor(self)
        self.contents = Contents(self, self.scroll_anchor)
        self.marks = Marks(self)
        self.layers.append(self.marks.frame)
        self.noting = Noting(self, self.contents, self._numbers)
        self.layers.insert(self.layers.index(self._lit) + 1, self.noting.grounds)  # over all other grounds
        self.layers.insert(0, self.noting.lines)  # below the veil, as the lines of terms
        self.choice = Choice(self, self.contents, self.noting.noted)
        self.leading = Leading(self, self.contents, self.scroll_anchor, self.noting.noted, self.choice)
        self.leading.opened.connect(self.noting.open)
        self._settle = QTimer(self, interval=SETTLE_MS, singleShot=True)
        self._settle.timeout.connect(self._settled)
        self.scroll_anchor.shifted.connect(self._settle.start)
        self.line_wanted.connect(self.contents.let_end_at_line)
        self.section_requested.connect(self.contents.open_section)
        self.contents.replaced.connect(self.follow_document)
        self.contents.replaced.connect(self.noting.follow_document)
        self.contents.carried.connect(self.carry)
        self.contents.carried.connect(self.choice.carry)
        self.contents.carried.connect(self.marks.carry)
        self.contents.rebuilt.connect(self.marks.show)

    def show_guide(self, guide: Guide, place: Place | None = None) -> None:
        """Show the article of *guide*, at *place* or at its beginning."""
        self.marks.clear()
        self.anchor = None
        self.scroll_anchor.spot = Spot(place, self._height_for(place)) if place is not None else None
        self.number(guide)
        self.contents.show_guide(guide, place)
        if place is not None:
            self.show_place(place)
        else:
            with self.scroll_anchor.steady():
                self.verticalScrollBar().setValue(0)  # Qt brings the caret to the edge: without the room above it
        self._settle.start()

    def set_look(self, theme: Theme, appearance: Appearance) -> None:
        """Show the same place in other colours, or set in another way."""
        if (theme, appearance) != (self.theme, self.appearance):
            self.theme, self.appearance = theme, appearance
            self.contents.rebuild()

    def set_choices(self, settings: Settings) -> None:
        """Do as the settings say."""
        self.copies_source = settings.copy_source
        self.hovering.switch(settings.hover and settings.explain_beside)  # what a panel shows, somebody has asked for
        self.contents.set_marking(settings.marking)
        line = settings.appearance.size * settings.appearance.line * self.logicalDpiY() / 72
        self.guide_by(numbers=settings.paragraph_numbers, ruler=settings.ruler, line=line)

    def show_place(self, place: Place) -> None:
        """Bring *place* to the reading line; a section without block to the top. What is hidden is opened first."""
        if self.contents.guide is None or self.contents.guide.section(place.section) is None:
            return
        self.contents.have(place)
        self.contents.have_below(place)
        position = self.places.position(place)
        if position is None:
            return
        caret = QTextCursor(self.document())
        caret.setPosition(position)
        with self.scroll_anchor.steady():
            self.setTextCursor(caret)
        is_first = (
            self.scroll_anchor.reaches_beginning
            and self.places.first is not None
            and position <= self.places.first.start
        )
        self.scroll_anchor.spot = Spot(place, None if is_first else self._height_for(place))
        self.scroll_anchor.return_()
        self._settle.start()

    def lead_to(self, place: Place) -> None:
        """Point at a paragraph, brought to the reading line unless it is in view; where it is hidden, its section."""
        if self.contents.guide is None or self.contents.guide.section(place.section) is None:
            return
        place = place if self.contents.shows(place) else Place(place.section)
        if not self._is_in_view(place):
            self.show_place(place)
            self._settled()  # at once: Back must know where one has come to
        self.point_at(place)
        self.led.emit(place)

    def _is_in_view(self, place: Place) -> bool:
        """Return whether one sees the paragraph at a place, or its line where the place is inside of it."""
        ends = self.places.ends(place)
        if ends is None or not self.isVisible():
            return False
        first, last = (self.places.position(place) or 0,) * 2 if place.offset else ends
        return self.y_of(first) >= 0 and self._foot_of(last) <= self.viewport().height()

    def _foot_of(self, position: int) -> int:
        caret = QTextCursor(self.document())
        caret.setPosition(position)
        return self.cursorRect(caret).bottom()

    def show_hits(self, hits: Hits, current: int, *, move: bool = True) -> None:
        """Mark *hits*, and bring the one numbered *current* into view when it is out of it."""
        if hits is NO_HITS and self.marks.hit is not None:
            self.select(self.marks.hit)
        self.marks.mark_hits(hits, current)
        if move and self.marks.hit is not None:
            self._bring_into_view(self.marks.hit.place)
        self.marks.show()

    def _bring_into_view(self, place: Place) -> None:
        self.contents.have(place)
        position = self.places.position(place)
        if position is None:
            return
        caret = QTextCursor(self.document())
        caret.setPosition(position)
        before = self.verticalScrollBar().value()
        with self.scroll_anchor.steady():
            self.setTextCursor(caret)
            y = self.cursorRect(caret).top()
            if not HEADING_AT / 2 <= y < self.viewport().height() - READING_LINE:
                self.bring(position, self.viewport().height() // 3)
        if self.verticalScrollBar().value() != before:
            self.scroll_anchor.spot = None
            self._settled()  # at once: Back must know where one has come to

    def select(self, hit: Hit) -> None:
        """Leave a hit selected when the search is over, so that the eye does not lose it."""
        start, end = self.places.range(hit)
        words = QTextCursor(self.document())
        words.setPosition(start)
        words.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        self.set_caret(words)

    def mark_term(self, link: Link) -> None:
        """Mark the words whose explanation is open."""
        self.marks.mark_term(link)

    def selected_words(self) -> str:
        """Return what the reader selected, or an empty string."""
        return self.textCursor().selectedText()

    def stretch(self) -> tuple[Place, Place] | None:
        """Return from where to where the selection goes, be it in view or not; None where no words are selected."""
        caret = self.textCursor()
        ends = [self.places.place(each) for each in (caret.selectionStart(), caret.selectionEnd())]
        is_empty = not caret.hasSelection() or not caret.selectedText().strip()
        return None if is_empty or ends[0] is None or ends[1] is None else (ends[0], ends[1])

    def _height_for(self, place: Place) -> int:
        return self.reading_line() if place.block else HEADING_AT

    def light(self, paragraph: Paragraph | None, *, bring: bool = True) -> None:
        """Light one paragraph: nothing else has a ground."""
        self.noting.light(paragraph)
        super().light(paragraph, bring=bring)

    def follow(self, link: Link) -> None:
        """Open a note, or ask for what a term, citation or link leads to."""
        if link.address.startswith("note:"):
            self.noting.note_requested.emit(link.address.removeprefix("note:"))
        else:
            super().follow(link)

    def _spoken(self, link: Link, words: str) -> str:
        return ", ".join(filter(None, (super()._spoken(link, words), self.leading.said_with(link))))

    # Events, and whom they concern

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep what is read where it is."""
        self.scroll_anchor.where()
        with self.scroll_anchor.steady():
            self.set_margins()
            self.contents.fit()
            super().resizeEvent(event)
            self.contents.leave_room()
            self.scroll_anchor.return_()
        self.scroll_anchor.shifted.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Let the document grow on when this picture stands."""
        super().paintEvent(event)
        self.contents.be_seen()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Hand a key to those whom it concerns, one after another, until one has taken it."""
        before = self.textCursor().position()
        if self.leading.take_key(event):
            return
        self.contents.reach(event)
        super().keyPressEvent(event)
        self.beside_changed.emit()
        if self.textCursor().position() != before:
            self.leading.say_entered(in_line=event.key() not in SIDEWAYS)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take note of where the mouse puts the caret."""
        super().mousePressEvent(event)
        self.choice.click()
        self.beside_changed.emit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the ring of a sign."""
        super().focusInEvent(event)
        self.beside_changed.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the ring of a sign away."""
        super().focusOutEvent(event)
        self.beside_changed.emit()

    def carry(self, change: Callable[[Link], Link | None]) -> None:
        """Take along what is held in the document."""
        self.anchor = change(self.anchor) if self.anchor is not None else None

    def have(self, place: Place) -> None:
        """Have a place in the document."""
        self.contents.have(place)

    def leave_room(self) -> None:
        """Leave the room that is wanted after the end."""
        self.contents.leave_room()

    def refit(self) -> None:
        """Set the column anew, and keep what is read where it is."""
        self.contents.refit()

    def hold(self, position: int, y: int) -> None:
        """Take note that a document position was brought to *y*."""
        self.scroll_anchor.hold(position, y)

    def here(self) -> Place | None:
        """Return the place one reads."""
        return self.scroll_anchor.here()

    def _settled(self) -> None:
        place = self.here()
        if place is None:
            return
        self.contents.leave_room()
        if self.marks.hits:
            self.marks.show()
        self.reading_at.emit(place)
