"""A column whose document is built around the place one reads, at a depth, and grows from there to both ends."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QPaintEvent, QTextCursor
from PySide6.QtWidgets import QWidget

from reader.appearance import Appearance
from reader.core.depth import FULL, chosen
from reader.core.guide import Guide
from reader.core.text import Place
from reader.ui.article.building import Building
from reader.ui.article.column import SIDE, TOP
from reader.ui.article.parts import Parts
from reader.ui.article.places import Link, Places
from reader.ui.article.staying import Spot, StayingColumn
from reader.ui.theme import Theme

HEADING_AT = 24  # how far below the top edge a heading comes to stand after a jump
SOON_LAID_OUT = 60_000  # characters; so many are laid out anew in about 40 ms
LETTER = 0.5  # times the square of the size of the text: the room that a letter takes, at the least
SCREENFUL = 2_000  # characters
LINE = 40  # characters that a block takes beside its own: its last line, and the room below it
COLUMN = 6.0  # times the size of the text: the least width of a table's column


class GrowingColumn(StayingColumn):
    """Holds the document of a guide; makes it anew whenever it is to look otherwise."""

    section_opened = Signal(str)  # a section that was shown in short is now shown whole
    built = Signal()  # all sections are in the document

    def __init__(self, theme: Theme, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(theme, appearance, parent)
        self.guide: Guide | None = None
        self._building: Building | None = None
        self._depth = FULL
        self._marking = "first"  # of settings.MARKING
        self._depths: dict[str, str] = {}  # of sections, where it is another one
        self._shown: dict[str, frozenset[str]] = {}  # section -> its blocks that can be seen, once it was asked for
        self._built_for = (0, 0)  # columns of a table, pixels of the text

    def set_look(self, theme: Theme, appearance: Appearance) -> None:
        """Show the same place in other colours, or set in another way."""
        if (theme, appearance) != (self.theme, self.appearance):
            self.theme, self.appearance = theme, appearance
            self.rebuild()

    def set_depths(self, for_all: str, of_sections: dict[str, str]) -> None:
        """Show so much of every section, and of some sections so much instead (of core.depth.DEPTHS)."""
        if (for_all, of_sections) != (self._depth, self._depths):
            self._depth, self._depths = for_all, dict(of_sections)
            self.rebuild()

    def set_marking(self, marking: str) -> None:
        """Mark so many mentions of the explained words (of settings.MARKING)."""
        if marking != self._marking:
            self._marking = marking
            self.rebuild()

    # Depth

    def shows(self, place: Place) -> bool:
        """Whether a place can be seen at the depth that was chosen."""
        if self.guide is None:
            return False
        return not Parts(self.guide, self._depth, self._depths).hides(place.section, place.block)

    def blocks_shown(self, section: str) -> frozenset[str]:
        """Return the ids of the blocks of a section that can be seen at the depth that was chosen."""
        if section not in self._shown and self.guide is not None:
            self._shown[section] = Parts(self.guide, self._depth, self._depths).shown(section)
        return self._shown.get(section, frozenset())

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

    def open_section(self, section: str) -> None:
        """Show all of a section: what was left out begins where the line stood that said so."""
        line = self.places.short(section)
        place = self.places.place(line) if line is not None else None
        end = self.places.position(place) if place is not None else None
        if place is not None and end is not None and self.in_view(end):
            self.spot = Spot(place, self.y_of(end))
        self.anchor = None
        self._depths = chosen(self._depth, self._depths, section, FULL)
        self.rebuild()
        self.section_opened.emit(section)

    # The document

    def have(self, place: Place) -> None:
        """Have a place in the document: open its section if it is hidden, build around it if it is not there yet."""
        if self.places.has(place):
            return
        if not self.shows(place):
            self._depths = chosen(self._depth, self._depths, place.section, FULL)
            self.rebuild(place)
            self.section_opened.emit(place.section)
        elif self._building is not None and not self._building.is_done:
            self.rebuild(place)

    def have_below(self, place: Place) -> None:
        """Have a window of text below a place in the document, where there is some: it can come to any line."""
        position = self.places.position(place)
        if position is None or self._building is None or self._building.reaches_end:
            return
        below = self._building.content.end() - self.y_of(position) - self.verticalScrollBar().value()
        if below < self.viewport().height():
            self.rebuild(place)

    def rebuild(self, place: Place | None = None) -> None:
        """Make the document anew, around *place* or where one reads, and keep what can be kept."""
        if self.guide is None:
            return
        spot, before = self.where(), self.places
        caret, is_wide = self.textCursor(), self.cursorWidth()
        ends = [before.place(at) for at in (caret.anchor(), caret.position())]
        self.build(self.guide, place or (spot.place if spot is not None else None))
        self.spot = spot
        self.setCursorWidth(is_wide)
        self.carry(lambda link: _again(link, before, self.places))
        with self.steady():
            self._restore_caret(ends)
        self.return_()
        self.shifted.emit()

    def build(self, guide: Guide, place: Place | None) -> None:
        """Begin a document of *guide* around *place*."""
        before = self._building
        if before is not None:
            before.stop()
        self.set_margins()
        self._built_for = self._columns(), self.viewport().width()
        self._shown = {}
        look = self.theme, self.appearance, self._columns()
        parts = Parts(guide, self._depth, self._depths, self._marking)
        self._building = Building(guide, parts, look, self)
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
        with self.steady():
            self.setDocument(document)
            self.setCursorWidth(width)  # Qt keeps it with the document
        if before is not None:
            before.content.document.deleteLater()  # PySide would keep every document that the view has ever had
        self.stand_on(document)
        self._building.go_on()
        if self._building.is_done:
            self._finish()

    def _columns(self) -> int:
        """Return how many columns a table may have here, beside numbers too; one that has more is set as a list."""
        return int(min(self.viewport().width(), self.width() - 2 * SIDE) / (COLUMN * self.text_size()))

    def _grow(self) -> None:
        """Let the document grow, and let nobody see it."""
        if self._building is None or self.verticalScrollBar().isSliderDown():
            return
        position = self.top_position()
        y = self.y_of(position)
        with self.steady():
            moved = self._building.build()
            if self.spot is not None:
                self.return_()
            elif moved:
                self.bring(position + moved, y)
        if moved:
            self.carry(lambda link: link.moved(moved))
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
        spot = self.spot
        if spot is not None and spot.y is not None and (position := self.places.position(spot.place)) is not None:
            room = max(room, height - spot.y - (end - self.y_of(position) - scrolled))
        with self.steady():
            self._building.content.set_room(round(room - TOP))

    @property
    def reaches_beginning(self) -> bool:
        """Whether nothing is missing before what is in the document."""
        return self._building is not None and self._building.reaches_beginning

    def fit(self) -> None:
        """Make the document anew where its tables do not fit, and where it would take long to be laid out."""
        columns, width = self._built_for
        is_long = self.document().characterCount() > SOON_LAID_OUT
        if columns != self._columns() or (is_long and width != self.viewport().width()):
            self.rebuild()

    def carry(self, change: Callable[[Link], Link | None]) -> None:
        """Take along what is held in the document."""
        self.anchor = change(self.anchor) if self.anchor is not None else None

    def paintEvent(self, event: QPaintEvent) -> None:
        """Grow on when this picture stands."""
        super().paintEvent(event)
        if self._building is not None:
            self._building.be_seen()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Ctrl+Home and Ctrl+End reach what is not in the document yet."""
        ends = {Qt.Key.Key_Home: 0, Qt.Key.Key_End: -1}
        is_far = event.key() in ends and bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if is_far and self.guide is not None and self._building is not None and not self._building.is_done:
            self.rebuild(Place(self.guide.outline[ends[Qt.Key(event.key())]].id))
        super().keyPressEvent(event)


def _again(link: Link, before: Places, after: Places) -> Link | None:
    """Return a link of one document in another one; None where it is not there."""
    places = [before.place(at) for at in (link.start, link.end)]
    start, end = (after.position(each) if each and after.has(each) else None for each in places)
    return Link(start, end, link.address) if start is not None and end is not None else None
