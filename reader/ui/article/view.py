"""The article: a guide's text, the place one goes to in it, and what is marked in it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QMimeData, QTimer, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QKeyEvent, QMouseEvent, QPaintEvent, QResizeEvent, QTextCursor
from PySide6.QtWidgets import QWidget

from reader.appearance import Appearance
from reader.core.find import NO_HITS, Hit, Hits
from reader.core.guide import Guide
from reader.core.text import Place
from reader.settings import Settings
from reader.ui.announce import announce
from reader.ui.article.choice import Choice
from reader.ui.article.column import READING_LINE, SIDEWAYS, Column
from reader.ui.article.contents import HEADING_AT, Contents
from reader.ui.article.context_menu import ContextMenu
from reader.ui.article.copying import Copying
from reader.ui.article.guiding import Guiding
from reader.ui.article.gutter import Gutter
from reader.ui.article.layers import Layer
from reader.ui.article.leading import Leading
from reader.ui.article.links import Links
from reader.ui.article.marks import Marks
from reader.ui.article.noting import Noting
from reader.ui.article.pointer import Pointer
from reader.ui.article.pointing import Pointing
from reader.ui.article.scroll_anchor import ScrollAnchor, Spot
from reader.ui.theme import Theme

SETTLE_MS = 60  # a scroll is over when nothing moved for so long


class ArticleView(Column):
    """Shows a guide's article and says where one reads."""

    reading_at = Signal(Place)
    led = Signal(Place)  # somebody was led to this place, which can be seen

    def __init__(self, theme: Theme, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(theme, appearance, parent)
        self.setAccessibleName(self.tr("Article"))
        self.scroll_anchor = ScrollAnchor(self)
        self.contents = Contents(self, self.scroll_anchor)
        self.links = Links(self)
        self.pointer = Pointer(self, self.links)
        self.marks = Marks(self)
        self.copying = Copying(self, self.contents)
        self.menu = ContextMenu(self, self.contents, self.links, self.copying)
        self.guiding = Guiding(self, self.contents, self.scroll_anchor)
        self.pointing = Pointing(self, self.contents)
        grounds = (self.pointing.ground, self.guiding.lit_ground, self.guiding.ruler)
        Gutter(self, (*grounds, self.guiding.numbers), before=True)
        Gutter(self, grounds, before=False)
        self.noting = Noting(self, self.contents, self.guiding.numbers, self.links.ring)
        self.choice = Choice(self, self.contents, self.guiding, self.noting.noted)
        self.leading = Leading(
            self, self.contents, self.scroll_anchor, self.links, noted=self.noting.noted, choice=self.choice
        )
        self.leading.opened.connect(self.noting.open)
        self._settle = QTimer(self, interval=SETTLE_MS, singleShot=True)
        self._settle.timeout.connect(self._settled)
        self.scroll_anchor.shifted.connect(self._settle.start)
        self.guiding.line_wanted.connect(self.contents.let_end_at_line)
        self.guiding.lighted.connect(self.pointing.end)
        self.guiding.lighted.connect(self.noting.light)
        self.guiding.lighted.connect(self.links.drop)
        self.links.section_requested.connect(self.contents.open_section)
        self.links.note_requested.connect(self.noting.note_requested)
        self.links.being_explained.connect(self.marks.mark_term)
        self.contents.replaced.connect(self.guiding.follow_document)
        self.contents.replaced.connect(self.noting.follow_document)
        self.contents.carried.connect(self.links.carry)
        self.contents.carried.connect(self.choice.carry)
        self.contents.carried.connect(self.marks.carry)
        self.contents.rebuilt.connect(self.marks.show)
        self.layers = self._layers()

    def _layers(self) -> list[Layer]:
        """Return what is painted below the text and over it, the lowest first."""
        lines = (self.noting.lines, self.links.term_lines)  # below the veil over what is not lit
        guides = (self.guiding.ruler, self.pointing.ground, self.guiding.lit_ground)  # no callout's edge crosses them
        return [*lines, self.callouts, *guides, self.noting.grounds, self.points, self.links.ring, self.marks.frame]

    def show_guide(self, guide: Guide, place: Place | None = None) -> None:
        """Show the article of *guide*, at *place* or at its beginning."""
        self.marks.clear()
        self.links.drop()
        self.scroll_anchor.spot = Spot(place, self._height_for(place)) if place is not None else None
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
        self.copying.copies_source = settings.copy_source
        opens_by_pointing = settings.hover and settings.explain_beside  # what a panel shows, somebody has asked for
        self.pointer.hovering.switch(opens_by_pointing)
        self.contents.set_marking(settings.marking)
        line = settings.appearance.size * settings.appearance.line * self.logicalDpiY() / 72
        self.guiding.guide_by(numbers=settings.paragraph_numbers, ruler=settings.ruler, line=line)

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

    def point_at(self, place: Place) -> None:
        """Show which paragraph is at *place*, until the next key or click; not while one is lit."""
        if self.guiding.lit is None:
            self.pointing.point_at(place)

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
        if not self.guiding.take_key(event):
            self._press_key(event)
        self.beside_changed.emit()
        if self.textCursor().position() != before:
            self.leading.say_entered(in_line=event.key() not in SIDEWAYS)

    def _press_key(self, event: QKeyEvent) -> None:
        self.pointer.hovering.stop()
        if self.links.take_key(event):
            return
        before = self.textCursor().position()
        super().keyPressEvent(event)
        if self.textCursor().position() != before:
            self.links.leave(to_word=event.key() in SIDEWAYS)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Go to the next term or link; after the last one, out of the article: from what is lit to the bar below."""
        link = self.links.step(forward=forward, within=self.guiding.words())
        if link is None:
            return bool(super().focusNextPrevChild(forward))
        announce(self, ", ".join(filter(None, (self.links.said(link), self.leading.said_with(link)))))
        return True

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin a click, and take note of where the mouse puts the caret."""
        self.pointer.use()
        super().mousePressEvent(event)
        self.pointer.press(event)
        self.choice.click()
        self.beside_changed.emit()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Select a word."""
        self.pointer.double_click()
        super().mouseDoubleClickEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag, or wait for the pointer to rest."""
        self.pointer.drag(event)
        super().mouseMoveEvent(event)
        self.pointer.hover(event)

    def leaveEvent(self, event: QEvent) -> None:
        """Wait for no pointer that has gone."""
        self.pointer.hovering.stop()
        super().leaveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Follow what was clicked; let a click choose another paragraph while one is lit."""
        super().mouseReleaseEvent(event)
        self.pointer.release(event)
        self.guiding.take_click(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer what can be done here."""
        self.menu.open(event)

    def createMimeDataFromSelection(self) -> QMimeData:
        """Return what Ctrl+C, a drag and the second clipboard of X11 take: plain text."""
        return self.copying.mime_data()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the ring of a sign."""
        super().focusInEvent(event)
        self.beside_changed.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the ring of a sign away."""
        super().focusOutEvent(event)
        self.beside_changed.emit()

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
