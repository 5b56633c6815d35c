"""The article: one calm column of text, with terms and links that answer to mouse and keyboard."""

from __future__ import annotations

from time import perf_counter

from PySide6.QtCore import QPoint, QRect, QRectF, Qt, QTimer, QUrl, Signal
from PySide6.QtGui import (
    QColor,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QTextCursor,
)
from PySide6.QtWidgets import QWidget

from reader.appearance import Appearance
from reader.core.guide import Guide
from reader.core.search import Hit
from reader.core.text import Place
from reader.ui.announce import announce
from reader.ui.article.column import READING_LINE, TOP, Column
from reader.ui.article.document import ArticleDocument
from reader.ui.article.marks import mark
from reader.ui.article.places import Anchor, Places
from reader.ui.theme import Theme

HEADING_AT = 24  # how far below the top edge a heading comes to stand after a jump
FIRST_SLICE = 0.01  # seconds of building before the first picture: a screen or two of text
FIRST_PAUSE_MS = 50  # in which the first picture is painted
BUILD_SLICE = 0.04  # seconds of building before the window may breathe
FIRST_PLACE = 0.3  # seconds in which a place that is waited for is reached before the first picture
SOON_LAID_OUT = 500_000  # characters; so many are laid out in about 100 ms
SETTLE_MS = 60  # a scroll is over when nothing moved for so long


class ArticleView(Column):
    """Shows a guide's article and says where one reads."""

    entry_requested = Signal(str, QRect)  # entry id; the term's rectangle on the screen
    reference_requested = Signal(str)  # key
    link_requested = Signal(str)  # "#id" inside the guide, or an address out of it
    reading_at = Signal(Place)
    built = Signal()  # all sections are in the document

    def __init__(self, theme: Theme, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._appearance = appearance
        self.setAccessibleName(self.tr("Article"))
        self._guide: Guide | None = None
        self._content: ArticleDocument | None = None
        self._places = Places()
        self._waiting: list[int] = []  # indices of sections not yet in the document
        self._wanted: Place | None = None
        self._anchor: Anchor | None = None  # the term or link that has the keyboard
        self._lit: Anchor | None = None  # the term whose explanation is open
        self._hits: list[Hit] = []
        self._hit = -1
        self._settle = QTimer(self, interval=SETTLE_MS, singleShot=True)
        self._settle.timeout.connect(self._settled)
        self._builder = QTimer(self, interval=0)
        self._builder.timeout.connect(self._build)
        self.verticalScrollBar().valueChanged.connect(self._scrolled)
        self.anchorClicked.connect(self._clicked)
        self.resized.connect(self._leave_room)
        self.resized.connect(self._settle.start)  # other lines: the place at the reading line has another beginning

    # What goes in

    def show_guide(self, guide: Guide, place: Place | None = None) -> None:
        """Show the article of *guide*, at *place* or at its beginning."""
        self._guide = guide
        self._anchor, self._lit, self._held = None, None, None
        self._hits, self._hit = [], -1
        self._content = ArticleDocument(guide, self._theme)
        self._places = self._content.places
        self._content.add_title(guide.about, next(iter(guide.outline), None))
        self._waiting = list(range(len(guide.outline)))
        self._wanted = place
        frame = self._content.document.rootFrame().frameFormat()
        frame.setTopMargin(TOP)
        frame.setBottomMargin(TOP)
        self._content.document.rootFrame().setFrameFormat(frame)
        self._append(FIRST_SLICE)  # before the view has the document: it would be laid out anew after each section
        if place is not None:
            self._append(FIRST_PLACE, until=place.section)  # else the beginning would show first, and jump
        width = self.cursorWidth()
        self._set_margins()
        self.setDocument(self._content.document)
        self.setCursorWidth(width)  # Qt keeps it with the document
        self._go_on(pause=FIRST_PAUSE_MS)

    def set_look(self, theme: Theme, appearance: Appearance) -> None:
        """Show the same place in other colours, or set in another way."""
        self._theme, self._appearance = theme, appearance
        if self._guide is not None:
            hits, hit, held = self._hits, self._hit, self._held
            self.show_guide(self._guide, self.here())
            self.show_hits(hits, hit, move=False)
            if held is not None and not self._waiting:
                self._bring(*held)  # the same words in the same faces: not a pixel moves

    def show_place(self, place: Place) -> None:
        """Bring *place* to the reading line; a section without block to the top."""
        position = self._places.position(place)
        if position is None:
            self._wanted = place if self._waiting else None
            return
        self._wanted = None
        cursor = QTextCursor(self.document())
        cursor.setPosition(position)
        self.setTextCursor(cursor)
        if self._places.first is not None and position <= self._places.first.start:
            self.verticalScrollBar().setValue(0)  # the guide's title belongs to its beginning
            self._held = None
        else:
            y = self._reading_line() if place.block else HEADING_AT
            self._bring(position, y)
            if abs(self._y(position) - y) > 1:  # near the end, where there must be room first
                self._leave_room()
                self._bring(position, y)
                if self._waiting and abs(self._y(position) - y) > 1:
                    self._wanted = place  # once there is more text below it
            self._held = (position, y)  # at once: the window may get its size only now
        self._settle.start()

    def show_hits(self, hits: list[Hit], current: int, *, move: bool = True) -> None:
        """Mark *hits*, and bring the one numbered *current* into view when it is out of it."""
        if not hits and 0 <= self._hit < len(self._hits):
            self._select(self._hits[self._hit])
        self._hits, self._hit = hits, current
        if move and 0 <= current < len(hits):
            start, _ = self._range(hits[current])
            cursor = QTextCursor(self.document())
            cursor.setPosition(start)
            self.setTextCursor(cursor)
            y = self.cursorRect(cursor).top()
            if not READING_LINE / 2 < y < self.viewport().height() - READING_LINE:
                self._bring(start, self.viewport().height() // 3)
                self._settled()  # at once: Back must know where one has come to
        self._mark()

    def _select(self, hit: Hit) -> None:
        """Leave a hit selected when the search is over, so that the eye does not lose it."""
        start, end = self._range(hit)
        words = QTextCursor(self.document())
        words.setPosition(start)
        words.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        self._set_caret(words)

    def forget_term(self) -> None:
        """Take the mark from the term whose explanation was open."""
        self._lit = None
        self._mark()

    def here(self) -> Place | None:
        """Return the place at the reading line; None while there is no text."""
        if self._content is None:
            return None
        if self.verticalScrollBar().value() == 0 and (piece := self._places.first) is not None:
            return Place(piece.section, piece.block)
        # A little below the line that `show_place` brings a place to: half a pixel must not name the line above.
        probe = QPoint(self.viewport().width() // 2, self._reading_line() + 4)
        line = self.cursorForPosition(probe)
        line.movePosition(QTextCursor.MoveOperation.StartOfLine)
        return self._places.place(line.position())

    def selected_words(self) -> str:
        """Return what the reader selected, or an empty string."""
        return self.textCursor().selectedText()

    # The document

    def _append(self, seconds: float, until: str = "") -> None:
        """Add sections for a moment, at most up to the one with the id *until*."""
        if self._guide is None or self._content is None:
            return
        end = perf_counter() + seconds
        while self._waiting and perf_counter() < end and self._places.position(Place(until)) is None:
            self._content.append(self._guide.outline[self._waiting.pop(0)])

    def _build(self) -> None:
        """Add some more sections, now that the window has breathed."""
        self._append(BUILD_SLICE)
        self._go_on()

    def _go_on(self, pause: int = 0) -> None:
        """Come back for the sections that are still missing, and go to the place that was waited for."""
        if self._waiting:
            self._builder.start(pause)
        else:
            self._builder.stop()
            self.built.emit()
        if self._wanted is not None:
            self.show_place(self._wanted)
        self._settle.start()

    def _leave_room(self) -> None:
        """Leave so much room after the end that the last section, too, can come to the top."""
        last = self._places.last_section
        if last is None or self._waiting:
            return
        if self.document().characterCount() > SOON_LAID_OUT:
            return  # a window that stands still for seconds is worse than a last section that stays low
        top = self._y(last) + self.verticalScrollBar().value()
        self._y(self.document().characterCount() - 1)  # lays out all of it
        frame = self.document().rootFrame().frameFormat()
        end = self.document().size().height() - frame.bottomMargin()
        room = max(TOP, self.viewport().height() - HEADING_AT - (end - top))
        if abs(frame.bottomMargin() - room) > 1:
            frame.setBottomMargin(room)
            self.document().rootFrame().setFrameFormat(frame)

    # Places and pixels

    def _range(self, hit: Hit) -> tuple[int, int]:
        """Return the document positions of a hit; (0, 0) for one that is not in the document."""
        start = self._places.position(Place(hit.section, hit.block, hit.start))
        end = self._places.position(Place(hit.section, hit.block, hit.end))
        return (start or 0, end or 0)

    def _scrolled(self) -> None:
        self._settle.start()

    def _settled(self) -> None:
        place = self.here()
        if place is None or self._wanted is not None:
            return  # on the way to another place, this one must not be remembered in its stead
        self._leave_room()
        top = self.cursorForPosition(QPoint(0, self._reading_line())).position()
        self._held = (top, self._y(top))
        if self._hits:
            self._mark()
        self.reading_at.emit(place)

    # Terms and links

    def _clicked(self, address: QUrl) -> None:
        caret = self.textCursor()
        self._follow(
            self._places.anchor_at(caret.position()) or Anchor(caret.position(), caret.position(), address.toString())
        )

    def _follow(self, anchor: Anchor) -> None:
        self._anchor = anchor
        kind, _, value = anchor.address.partition(":")
        if kind == "term":
            self._lit = anchor
            self._mark()
            self.entry_requested.emit(value, self._lit_rect())
        elif kind == "cite":
            self.reference_requested.emit(value)
        else:
            self.link_requested.emit(value)

    def _lit_rect(self) -> QRect:
        """Return the rectangle of the open term, all its lines, on the screen."""
        if self._lit is None:
            return QRect()
        whole = QRectF()
        for rect in self._rects(self._lit.start, self._lit.end):
            whole = whole.united(rect)
        shape = whole.toAlignedRect()
        return QRect(self.viewport().mapToGlobal(shape.topLeft()), shape.size())

    def _mark(self) -> None:
        """Show the open term and the hits that are in view."""
        marks = [mark(self.document(), self._theme, self._lit.start, self._lit.end)] if self._lit is not None else []
        if self._hits:
            first = self._top_position()
            last = self.cursorForPosition(QPoint(self.viewport().width(), self.viewport().height())).position()
            for number, hit in enumerate(self._hits):
                start, end = self._range(hit)
                if first <= end and start <= last:
                    marks.append(mark(self.document(), self._theme, start, end, current=number == self._hit))
        self.setExtraSelections(marks)

    # Keyboard and mouse

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Go to the next term or link from what is in view; after the last one, out of the article."""
        anchor = self._next_anchor(forward)
        self._anchor = anchor
        self.viewport().update()
        if anchor is None:
            return bool(super().focusNextPrevChild(forward))
        caret = QTextCursor(self.document())
        caret.setPosition(anchor.start)
        self.setTextCursor(caret)  # scrolls only when the term is out of view
        word = QTextCursor(caret)
        word.setPosition(anchor.end, QTextCursor.MoveMode.KeepAnchor)
        announce(self, self._spoken(anchor, word.selectedText()))
        return True

    def _next_anchor(self, forward: bool) -> Anchor | None:
        held = self._anchor.start if self._anchor is not None and self._in_view(self._anchor.start) else None
        if forward:
            top = self._top_position()
            return self._places.anchor_after(top if held is None else held + 1)
        corner = QPoint(self.viewport().width(), self.viewport().height() - 1)
        return self._places.anchor_before(self.cursorForPosition(corner).position() if held is None else held)

    def _spoken(self, anchor: Anchor, words: str) -> str:
        """Return what a screen reader says of a term or link."""
        kind = {
            "term": self.tr("{0}, explained word"),
            "cite": self.tr("Reference {0}"),
            "link": self.tr("{0}, link"),
        }
        return kind[anchor.address.partition(":")[0]].format(words)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens the term or link that has the keyboard; other keys move on."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            anchor = self._anchor or self._places.anchor_at(self.textCursor().position())
            if anchor is not None:
                self._follow(anchor)
            return
        before = self.textCursor().position()
        super().keyPressEvent(event)
        if self.textCursor().position() != before:
            self._anchor = None  # the caret has gone on; Shift on the way to Shift+Tab has not

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take the keyboard's ring away: the mouse points for itself."""
        self._anchor = None
        self.viewport().update()
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let a click on a term know which mention it was."""
        if event.button() == Qt.MouseButton.LeftButton and not self.textCursor().hasSelection():
            self._set_caret(self.cursorForPosition(event.position().toPoint()))
        super().mouseReleaseEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the text, and a ring around the term or link that has the keyboard."""
        super().paintEvent(event)
        if self.hasFocus() and self._anchor is not None:
            painter = QPainter(self.viewport())
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(QColor(self._theme.accent), 2))
            for rect in self._rects(self._anchor.start, self._anchor.end):
                painter.drawRoundedRect(rect.adjusted(-3, 1, 3, -1), 4, 4)
            painter.end()
