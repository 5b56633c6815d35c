"""The article: a guide's text, the place one reads in it, and what is marked in it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import NamedTuple

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent, QTextCursor
from PySide6.QtWidgets import QWidget

from reader.appearance import Appearance
from reader.core.depth import FULL, chosen
from reader.core.find import Hit, Hits
from reader.core.guide import Guide
from reader.core.text import Place
from reader.settings import Settings
from reader.ui.article.building import Building
from reader.ui.article.column import READING_LINE, TOP
from reader.ui.article.guiding import GuidingColumn
from reader.ui.article.marks import HitFrame, Marks
from reader.ui.article.parts import Parts
from reader.ui.article.places import Anchor, Places
from reader.ui.theme import Theme

HEADING_AT = 24  # how far below the top edge a heading comes to stand after a jump
SOON_LAID_OUT = 60_000  # characters; so many are laid out anew in about 40 ms
LETTER = 0.5  # times the square of the size of the text: the room that a letter takes, at the least
COLUMN = 6.0  # times the size of the text: the least width of a table's column
SETTLE_MS = 60  # a scroll is over when nothing moved for so long


class Spot(NamedTuple):
    """A place, and where it stands in the window."""

    place: Place
    y: int | None  # pixels below the top edge; None: the very beginning, with the guide's title above it


class ArticleView(GuidingColumn):
    """Shows a guide's article and says where one reads."""

    reading_at = Signal(Place)
    section_opened = Signal(str)  # a section that was shown in short is now shown whole
    built = Signal()  # all sections are in the document

    def __init__(self, theme: Theme, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(theme, appearance, parent)
        self.setAccessibleName(self.tr("Article"))
        self._guide: Guide | None = None
        self._building: Building | None = None
        self._depth = FULL
        self._depths: dict[str, str] = {}  # of sections, where it is another one
        self._shown: dict[str, frozenset[str]] = {}  # section -> its blocks that can be seen, once it was asked for
        self._spot: Spot | None = None  # None: the reader has moved, and nobody has asked where to
        self._steadying = 0
        self._built_for = (0, 0)  # columns of a table, pixels of the text
        self._marks = Marks()
        self._frame = HitFrame()
        self.layers.append(self._frame)
        self._settle = QTimer(self, interval=SETTLE_MS, singleShot=True)
        self._settle.timeout.connect(self._settled)
        self.verticalScrollBar().valueChanged.connect(self._scrolled)

    # What goes in

    def show_guide(self, guide: Guide, place: Place | None = None) -> None:
        """Show the article of *guide*, at *place* or at its beginning."""
        self._guide = guide
        self._marks, self.anchor = Marks(), None
        self._spot = Spot(place, self._height_for(place)) if place is not None else None
        self.number(guide)
        self._build(guide, place)
        if place is not None:
            self.show_place(place)
        self._settle.start()

    def set_look(self, theme: Theme, appearance: Appearance) -> None:
        """Show the same place in other colours, or set in another way."""
        if (theme, appearance) != (self.theme, self.appearance):
            self.theme, self.appearance = theme, appearance
            self._rebuild()

    def set_depths(self, for_all: str, of_sections: dict[str, str]) -> None:
        """Show so much of every section, and of some sections so much instead (of core.depth.DEPTHS)."""
        if (for_all, of_sections) != (self._depth, self._depths):
            self._depth, self._depths = for_all, dict(of_sections)
            self._rebuild()

    def set_choices(self, settings: Settings) -> None:
        """Do as the settings say."""
        self.copies_source = settings.copy_source
        line = settings.appearance.size * settings.appearance.line * self.logicalDpiY() / 72
        self.guide_by(numbers=settings.paragraph_numbers, ruler=settings.ruler, line=line)

    def show_place(self, place: Place) -> None:
        """Bring *place* to the reading line; a section without block to the top. What is hidden is opened first."""
        if self._guide is None or self._guide.section(place.section) is None:
            return
        self.have(place)
        position = self.places.position(place)
        if position is None:
            return
        caret = QTextCursor(self.document())
        caret.setPosition(position)
        with self._steady():
            self.setTextCursor(caret)
        is_first = self._reaches_beginning and self.places.first is not None and position <= self.places.first.start
        self._spot = Spot(place, None if is_first else self._height_for(place))
        self._return()
        self._settle.start()

    def show_hits(self, hits: Hits, current: int, *, move: bool = True) -> None:
        """Mark *hits*, and bring the one numbered *current* into view when it is out of it."""
        if not hits and self._marks.hit is not None:
            self.select(self._marks.hit)
        self._marks.hits, self._marks.current = hits, current
        if move and self._marks.hit is not None:
            self._bring_into_view(self._marks.hit.place)
        self._mark()

    def _bring_into_view(self, place: Place) -> None:
        self.have(place)
        position = self.places.position(place)
        if position is None:
            return
        caret = QTextCursor(self.document())
        caret.setPosition(position)
        before = self.verticalScrollBar().value()
        with self._steady():
            self.setTextCursor(caret)
            y = self.cursorRect(caret).top()
            if not READING_LINE / 2 < y < self.viewport().height() - READING_LINE:
                self.bring(position, self.viewport().height() // 3)
        if self.verticalScrollBar().value() != before:
            self._spot = None
            self._settled()  # at once: Back must know where one has come to

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
        """Return the place one reads: exactly the one that was shown, until the reader moves; None without text."""
        spot = self._where()
        if spot is None or self.places.has(spot.place):
            return spot.place if spot is not None else None
        position = self.places.position(spot.place)  # hidden since: what stands for it
        return self.places.place(position) if position is not None else None

    def selected_words(self) -> str:
        """Return what the reader selected, or an empty string."""
        return self.textCursor().selectedText()

    # Depth

    def shows(self, place: Place) -> bool:
        """Whether a place can be seen at the depth that was chosen."""
        if self._guide is None:
            return False
        return not Parts(self._guide, self._depth, self._depths).hides(place.section, place.block)

    def blocks_shown(self, section: str) -> frozenset[str]:
        """Return the ids of the blocks of a section that can be seen at the depth that was chosen."""
        if section not in self._shown and self._guide is not None:
            self._shown[section] = Parts(self._guide, self._depth, self._depths).shown(section)
        return self._shown.get(section, frozenset())

    def open_section(self, section: str) -> None:
        """Show all of a section: what was left out begins where the line stood that said so."""
        line = self.places.short(section)
        place = self.places.place(line) if line is not None else None
        end = self.places.position(place) if place is not None else None
        if place is not None and end is not None and self.in_view(end):
            self._spot = Spot(place, self.y_of(end))
        self.anchor = None
        self._depths = chosen(self._depth, self._depths, section, FULL)
        self._rebuild()
        self.section_opened.emit(section)

    # The document

    def have(self, place: Place) -> None:
        """Have a place in the document: open its section if it is hidden, build around it if it is not there yet."""
        if self.places.has(place):
            return
        if not self.shows(place):
            self._depths = chosen(self._depth, self._depths, place.section, FULL)
            self._rebuild(place)
            self.section_opened.emit(place.section)
        elif self._building is not None and not self._building.is_done:
            self._rebuild(place)

    def _rebuild(self, place: Place | None = None) -> None:
        """Make the document anew, around *place* or where one reads, and keep what can be kept."""
        if self._guide is None:
            return
        spot, before = self._where(), self.places
        caret, is_wide = self.textCursor(), self.cursorWidth()
        ends = [before.place(at) for at in (caret.anchor(), caret.position())]
        self._build(self._guide, place or (spot.place if spot is not None else None))
        self._spot = spot
        self.setCursorWidth(is_wide)
        self.anchor, self._marks.term = (_again(each, before, self.places) for each in (self.anchor, self._marks.term))
        with self._steady():
            self._restore_caret(ends)
        self._return()
        self._mark()
        self._settle.start()

    def _build(self, guide: Guide, place: Place | None) -> None:
        if self._building is not None:
            self._building.stop()
        self.set_margins()
        self._built_for = self._columns(), self.viewport().width()
        self._shown = {}
        look = self.theme, self.appearance, self._columns()
        self._building = Building(guide, Parts(guide, self._depth, self._depths), look, self)
        self._building.due.connect(self._grow)
        letter = LETTER * self.text_size() ** 2
        self._building.begin(place, int(self.viewport().width() * self.viewport().height() / letter))
        self.places = self._building.content.places
        document = self._building.content.document
        frame = document.rootFrame().frameFormat()
        frame.setTopMargin(TOP)
        frame.setBottomMargin(TOP)
        document.rootFrame().setFrameFormat(frame)
        width = self.cursorWidth()
        with self._steady():
            self.setDocument(document)
            self.setCursorWidth(width)  # Qt keeps it with the document
        self.stand_on(document)
        self._building.go_on()
        if self._building.is_done:
            self._finish()

    def _columns(self) -> int:
        """Return how many columns a table may have here; one that has more is set as a list."""
        return int(self.viewport().width() / (COLUMN * self.text_size()))

    def _grow(self) -> None:
        """Let the document grow, and let nobody see it."""
        if self._building is None or self.verticalScrollBar().isSliderDown():
            return
        position = self.top_position()
        y = self.y_of(position)
        with self._steady():
            moved = self._building.build()
            if moved:
                self.bring(position + moved, y)
        if moved:
            self.anchor, self._marks.term = (each and each.moved(moved) for each in (self.anchor, self._marks.term))
        if self._building.is_done:
            self._finish()

    def _finish(self) -> None:
        self.leave_room()
        self.built.emit()

    def _restore_caret(self, ends: list[Place | None]) -> None:
        """Put the caret, or what was selected, where it was, as far as this is in the document."""
        anchor, position = (self.places.position(each) if each and self.places.has(each) else None for each in ends)
        if position is not None:
            caret = QTextCursor(self.document())
            caret.setPosition(position if anchor is None else anchor)
            caret.setPosition(position, QTextCursor.MoveMode.KeepAnchor)
            self.set_caret(caret)

    def leave_room(self) -> None:
        """Leave room after the end, so that the last section and the place one reads can stand where they should."""
        last = self.places.last_section
        if self._building is None or not self._building.reaches_end or last is None:
            return
        end, scrolled, height = self._building.content.end(), self.verticalScrollBar().value(), self.viewport().height()
        room = max(self.room_after_end(), height - HEADING_AT - (end - self.y_of(last) - scrolled))
        spot = self._spot
        if spot is not None and spot.y is not None and (position := self.places.position(spot.place)) is not None:
            room = max(room, height - spot.y - (end - self.y_of(position) - scrolled))
        with self._steady():
            self._building.content.set_room(round(room - TOP))

    # Where one reads

    @property
    def _reaches_beginning(self) -> bool:
        return self._building is not None and self._building.reaches_beginning

    def _height_for(self, place: Place) -> int:
        return self.reading_line() if place.block else HEADING_AT

    def _where(self) -> Spot | None:
        """Return where one reads: what was shown, or what the reader moved to."""
        if self._spot is None:
            self._spot = self._look()
        return self._spot

    def _look(self) -> Spot | None:
        """Return what stands at the reading line: the beginning of a line."""
        first = self.places.first
        if first is not None and self._reaches_beginning and self.verticalScrollBar().value() == 0:
            return Spot(Place(first.section, first.block), None)
        # A little below the line that `show_place` brings a place to: half a pixel must not name the line above.
        line = self.cursorForPosition(QPoint(self.viewport().width() // 2, self.reading_line() + 4))
        line.movePosition(QTextCursor.MoveOperation.StartOfLine)
        place = self.places.place(line.position())
        position = self.places.position(place) if place is not None else None
        return Spot(place, self.y_of(position)) if place is not None and position is not None else None

    def hold(self, position: int, y: int) -> None:
        """Take note that a document position was brought to *y*, to be kept there until the reader moves."""
        place = self.places.place(position)
        self._spot = Spot(place, y) if place is not None else None

    def _return(self) -> None:
        """Let the place one reads stand where it stood."""
        spot = self._spot
        if spot is None:
            return
        with self._steady():
            position = self.places.position(spot.place)
            if spot.y is None and self._reaches_beginning:
                self.verticalScrollBar().setValue(0)
            elif position is not None:
                y = spot.y if spot.y is not None else TOP
                y = y if y < self.viewport().height() - TOP else self.reading_line()
                self.bring(position, y)
                if abs(self.y_of(position) - y) > 1:  # near the end, where there must be room first
                    self.leave_room()
                    self.bring(position, y)

    @contextmanager
    def _steady(self) -> Iterator[None]:
        """What moves in here, the reader has not moved."""
        self._steadying += 1
        try:
            yield
        finally:
            self._steadying -= 1

    def _scrolled(self) -> None:
        if not self._steadying:
            self._spot = None
            self._settle.start()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Ctrl+Home and Ctrl+End reach what is not in the document yet."""
        ends = {Qt.Key.Key_Home: 0, Qt.Key.Key_End: -1}
        is_far = event.key() in ends and bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if is_far and self._guide is not None and self._building is not None and not self._building.is_done:
            self._rebuild(Place(self._guide.outline[ends[Qt.Key(event.key())]].id))
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep what is read where it is."""
        self._where()
        with self._steady():
            self.set_margins()
            columns, width = self._built_for
            is_long = self.document().characterCount() > SOON_LAID_OUT
            if columns != self._columns() or (is_long and width != self.viewport().width()):
                self._rebuild()
            super().resizeEvent(event)
            self.leave_room()
            self._return()
        self._settle.start()

    def _settled(self) -> None:
        place = self.here()
        if place is None:
            return
        self.leave_room()
        if self._marks.hits:
            self._mark()
        self.reading_at.emit(place)

    def _mark(self) -> None:
        """Show the open term and the hits that are in view."""
        hit = self._marks.hit
        self._frame.range = self.places.range(hit) if hit is not None else (0, 0)
        last = self.cursorForPosition(QPoint(self.viewport().width(), self.viewport().height())).position()
        self.setExtraSelections(self._marks.shown(self.document(), self.places, self.theme, self.top_position(), last))


def _again(anchor: Anchor | None, before: Places, after: Places) -> Anchor | None:
    """Return an anchor of one document in another one; None where it is not there."""
    if anchor is None:
        return None
    places = [before.place(at) for at in (anchor.start, anchor.end)]
    start, end = (after.position(each) if each and after.has(each) else None for each in places)
    return Anchor(start, end, anchor.address) if start is not None and end is not None else None
