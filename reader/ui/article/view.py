"""The article: a guide's text, the places in it, and what is marked in it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QTimer, Signal
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QWidget

from reader.appearance import Appearance
from reader.core.guide import Guide
from reader.core.find import Hit
from reader.core.text import Place
from reader.settings import Settings
from reader.ui.article.building import Building
from reader.ui.article.column import READING_LINE, TOP
from reader.ui.article.guiding import GuidingColumn
from reader.ui.article.marks import HitFrame, Marks
from reader.ui.article.places import Anchor
from reader.ui.theme import Theme

HEADING_AT = 24  # how far below the top edge a heading comes to stand after a jump
SOON_LAID_OUT = 500_000  # characters; so many are laid out in about 100 ms
SETTLE_MS = 60  # a scroll is over when nothing moved for so long


class ArticleView(GuidingColumn):
    """Shows a guide's article and says where one reads."""

    reading_at = Signal(Place)
    built = Signal()  # all sections are in the document

    def __init__(self, theme: Theme, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._appearance = appearance
        self.setAccessibleName(self.tr("Article"))
        self._guide: Guide | None = None
        self._building: Building | None = None
        self._wanted: Place | None = None
        self._marks = Marks()
        self._frame = HitFrame()
        self.layers.append(self._frame)
        self._settle = QTimer(self, interval=SETTLE_MS, singleShot=True)
        self._settle.timeout.connect(self._settled)
        self.verticalScrollBar().valueChanged.connect(self._scrolled)
        self.resized.connect(self.leave_room)
        self.resized.connect(self._settle.start)  # other lines: the place at the reading line has another beginning

    # What goes in

    def show_guide(self, guide: Guide, place: Place | None = None) -> None:
        """Show the article of *guide*, at *place* or at its beginning."""
        if self._building is not None:
            self._building.stop()
        self._guide = guide
        self._marks, self.anchor, self._held = Marks(), None, None
        self._building = Building(guide, self.theme, self)
        self._building.grew.connect(self._grew)
        self._wanted = place
        self.places = self._building.content.places
        self.number(guide)
        document = self._building.content.document
        frame = document.rootFrame().frameFormat()
        frame.setTopMargin(TOP)
        frame.setBottomMargin(TOP)
        document.rootFrame().setFrameFormat(frame)
        self._building.begin(place.section if place is not None else "")
        width = self.cursorWidth()
        self._set_margins()
        self.setDocument(document)
        self.setCursorWidth(width)  # Qt keeps it with the document
        self.stand_on(document)
        self._grew()
        self._building.go_on()

    def set_look(self, theme: Theme, appearance: Appearance) -> None:
        """Show the same place in other colours, or set in another way."""
        self.theme, self._appearance = theme, appearance
        if self._guide is not None:
            marks, held = self._marks, self._held
            self.show_guide(self._guide, self.here())
            self.show_hits(marks.hits, marks.current, move=False)
            if held is not None and self._building is not None and self._building.is_done:
                self.bring(*held)  # the same words in the same faces: not a pixel moves

    def set_choices(self, settings: Settings) -> None:
        """Do as the settings say."""
        self.copies_source = settings.copy_source
        line = settings.appearance.size * settings.appearance.line * self.logicalDpiY() / 72
        self.guide_by(numbers=settings.paragraph_numbers, ruler=settings.ruler, line=line)

    def show_place(self, place: Place) -> None:
        """Bring *place* to the reading line; a section without block to the top."""
        position = self.places.position(place)
        if position is None:
            self._wanted = place if self._is_growing else None
            return
        self._wanted = None
        cursor = QTextCursor(self.document())
        cursor.setPosition(position)
        self.setTextCursor(cursor)
        if self.places.first is not None and position <= self.places.first.start:
            self.verticalScrollBar().setValue(0)  # the guide's title belongs to its beginning
            self._held = None
        else:
            y = self.reading_line() if place.block else HEADING_AT
            self.bring(position, y)
            if abs(self.y_of(position) - y) > 1:  # near the end, where there must be room first
                self.leave_room()
                self.bring(position, y)
                if self._is_growing and abs(self.y_of(position) - y) > 1:
                    self._wanted = place  # once there is more text below it
            self._held = (position, y)  # at once: the window may get its size only now
        self._settle.start()

    def show_hits(self, hits: Sequence[Hit], current: int, *, move: bool = True) -> None:
        """Mark *hits*, and bring the one numbered *current* into view when it is out of it."""
        if not hits and self._marks.hit is not None:
            self.select(self._marks.hit)
        self._marks.hits, self._marks.current = hits, current
        if move and self._marks.hit is not None:
            start, _ = self.places.range(self._marks.hit)
            cursor = QTextCursor(self.document())
            cursor.setPosition(start)
            self.setTextCursor(cursor)
            y = self.cursorRect(cursor).top()
            if not READING_LINE / 2 < y < self.viewport().height() - READING_LINE:
                self.bring(start, self.viewport().height() // 3)
                self._settled()  # at once: Back must know where one has come to
        self._mark()

    def select(self, hit: Hit) -> None:
        """Leave a hit selected when the search is over, so that the eye does not lose it."""
        start, end = self.places.range(hit)
        words = QTextCursor(self.document())
        words.setPosition(start)
        words.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        self.set_caret(words)

    def mark_term(self, anchor: Anchor) -> None:
        """Mark the term whose explanation is about to open."""
        self._marks.term = anchor
        self._mark()

    def forget_term(self) -> None:
        """Take the mark from the term whose explanation was open."""
        self._marks.term = None
        self._mark()

    def here(self) -> Place | None:
        """Return the place at the reading line; None while there is no text."""
        if self.verticalScrollBar().value() == 0 and (piece := self.places.first) is not None:
            return Place(piece.section, piece.block)
        # A little below the line that `show_place` brings a place to: half a pixel must not name the line above.
        probe = QPoint(self.viewport().width() // 2, self.reading_line() + 4)
        line = self.cursorForPosition(probe)
        line.movePosition(QTextCursor.MoveOperation.StartOfLine)
        return self.places.place(line.position())

    def selected_words(self) -> str:
        """Return what the reader selected, or an empty string."""
        return self.textCursor().selectedText()

    # The document

    @property
    def _is_growing(self) -> bool:
        return self._building is not None and not self._building.is_done

    def _grew(self) -> None:
        """Go to the place that was waited for, if it is there now."""
        if not self._is_growing:
            self.built.emit()
        if self._wanted is not None:
            self.show_place(self._wanted)
        self._settle.start()

    def leave_room(self) -> None:
        """Leave so much room after the end that the last section, too, can come to the top."""
        last = self.places.last_section
        if last is None or self._is_growing:
            return
        if self.document().characterCount() > SOON_LAID_OUT:
            return  # a window that stands still for seconds is worse than a last section that stays low
        top = self.y_of(last) + self.verticalScrollBar().value()
        self.y_of(self.document().characterCount() - 1)  # lays out all of it
        frame = self.document().rootFrame().frameFormat()
        end = self.document().size().height() - frame.bottomMargin()
        room = max(TOP, self.room_after_end(), self.viewport().height() - HEADING_AT - (end - top))
        if abs(frame.bottomMargin() - room) > 1:
            frame.setBottomMargin(room)
            self.document().rootFrame().setFrameFormat(frame)

    def _scrolled(self) -> None:
        self._settle.start()

    def _settled(self) -> None:
        place = self.here()
        if place is None or self._wanted is not None:
            return  # on the way to another place, this one must not be remembered in its stead
        self.leave_room()
        top = self.cursorForPosition(QPoint(0, self.reading_line())).position()
        self._held = (top, self.y_of(top))
        if self._marks.hits:
            self._mark()
        self.reading_at.emit(place)

    def _mark(self) -> None:
        """Show the open term and the hits that are in view."""
        hit = self._marks.hit
        self._frame.range = self.places.range(hit) if hit is not None else (0, 0)
        last = self.cursorForPosition(QPoint(self.viewport().width(), self.viewport().height())).position()
        self.setExtraSelections(self._marks.shown(self.document(), self.places, self.theme, self.top_position(), last))
