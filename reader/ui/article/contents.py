"""A guide's document in a column: built around the place one reads, at a depth, it grows from there to both ends."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QTextCursor

from reader.core.depth import FULL, chosen
from reader.core.guide import Guide
from reader.core.numbering import Numbering, Paragraph
from reader.core.text import Place
from reader.ui.article.building import Building
from reader.ui.article.column import SIDE, TOP, Column
from reader.ui.article.parts import Parts
from reader.ui.article.places import Hyperlink, Places
from reader.ui.article.scroll_anchor import ScrollAnchor, Spot

HEADING_AT = 24  # how far below the top edge a heading comes to stand after a jump
SOON_LAID_OUT = 60_000  # characters; so many are laid out anew in about 40 ms
LETTER = 0.5  # times the square of the size of the text: the room that a letter takes, at the least
COLUMN = 6.0  # times the size of the text: the least width of a table's column


class Contents(QObject):
    """Holds the document of a guide; makes it anew whenever it is to look otherwise."""

    replaced = Signal()  # another document is in the column, and its places
    carried = Signal(object)  # a function that tells of a Hyperlink where it stands now, or None
    rebuilt = Signal()  # the same text was made anew, and is where it was
    built = Signal()  # all sections are in the document
    section_opened = Signal(str)  # a section that was shown in short is now shown whole

    def __init__(self, column: Column, anchor: ScrollAnchor) -> None:
        super().__init__(column)
        self._column, self._anchor = column, anchor
        self.guide: Guide | None = None
        self.numbering: Numbering | None = None  # of its paragraphs
        self.ends_at_line = False  # whether the last line can come to the reading line
        self._building: Building | None = None
        self._parts: Parts | None = None
        self._depth = FULL
        self._marking = "first"  # of settings.MARKING
        self._depths: dict[str, str] = {}  # of sections, where it is another one
        self._built_for = (0, 0)  # columns of a table, pixels of the text
        anchor.room_wanted.connect(self.leave_room)

    def show_guide(self, guide: Guide, place: Place | None) -> None:
        """Begin a document of *guide* around *place*."""
        self.guide, self.numbering = guide, Numbering(guide)
        self._build(guide, place)

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

    def let_end_at_line(self, ends_at_line: bool) -> None:
        """Leave room for the last line to come to the reading line, or no longer, when room is left next."""
        self.ends_at_line = ends_at_line

    # Depth

    def shows(self, place: Place) -> bool:
        """Whether a place can be seen at the depth that was chosen."""
        return self._parts is not None and not self._parts.hides(place.section, place.block)

    def is_shown(self, paragraph: Paragraph) -> bool:
        """Whether a paragraph can be seen at the depth that was chosen."""
        return paragraph.block in self.blocks_shown(paragraph.section)

    def blocks_shown(self, section: str) -> frozenset[str]:
        """Return the ids of the blocks of a section that can be seen at the depth that was chosen."""
        return self._parts.shown(section) if self._parts is not None else frozenset()

    def paragraph_at(self, position: int) -> Paragraph | None:
        """Return the paragraph at a document position, or None."""
        place = self._column.places.place(position)
        return self.numbering.at(place.section, place.block) if self.numbering is not None and place else None

    def blocks_ahead(self, place: Place | None) -> list[tuple[str, str]]:
        """Return about a screenful of the blocks that are shown from a place on, each as its section and its id."""
        return self._parts.ahead(place) if self._parts is not None else []

    def open_section(self, section: str) -> None:
        """Show all of a section: what was left out begins where the line stood that said so."""
        places = self._column.places
        line = places.short(section)
        place = places.place(line) if line is not None else None
        end = places.position(place) if place is not None else None
        if place is not None and end is not None and self._column.in_view(end):
            self._anchor.spot = Spot(place, self._column.y_of(end))
        self._depths = chosen(self._depth, self._depths, section, FULL)
        self.rebuild()
        self.section_opened.emit(section)

    # The document

    def have(self, place: Place) -> None:
        """Have a place in the document: open its section if it is hidden, build around it if it is not there yet."""
        if self._column.places.has(place):
            return
        if not self.shows(place):
            self._depths = chosen(self._depth, self._depths, place.section, FULL)
            self.rebuild(place)
            self.section_opened.emit(place.section)
        elif not self.is_whole:
            self.rebuild(place)

    def have_below(self, place: Place) -> None:
        """Have a window of text below a place in the document, where there is some: it can come to any line."""
        position = self._column.places.position(place)
        if position is None or self._building is None or self._building.reaches_end:
            return
        below = self._building.content.end() - self._column.y_of(position) - self._column.verticalScrollBar().value()
        if below < self._column.viewport().height():
            self.rebuild(place)

    def reach(self, event: QKeyEvent) -> None:
        """Let Ctrl+Home and Ctrl+End reach what is not in the document yet."""
        ends = {Qt.Key.Key_Home: 0, Qt.Key.Key_End: -1}
        is_far = event.key() in ends and bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if is_far and self.guide is not None and not self.is_whole:
            self.rebuild(Place(self.guide.outline[ends[Qt.Key(event.key())]].id))

    @property
    def is_whole(self) -> bool:
        """Whether no part of the guide is missing in the document."""
        return self._building is None or self._building.is_done

    def rebuild(self, place: Place | None = None) -> None:
        """Make the document anew, around *place* or where one reads, and keep what can be kept."""
        if self.guide is None:
            return
        column, anchor = self._column, self._anchor
        spot, before = anchor.where(), column.places
        caret, is_wide = column.textCursor(), column.cursorWidth()
        ends = [before.place(at) for at in (caret.anchor(), caret.position())]
        self._build(self.guide, place or (spot.place if spot is not None else None))
        anchor.spot = spot
        column.setCursorWidth(is_wide)
        self.carried.emit(lambda link: _again(link, before, column.places))
        with anchor.steady():
            self._restore_caret(ends)
        anchor.return_()
        anchor.shifted.emit()
        self.rebuilt.emit()

    def _build(self, guide: Guide, place: Place | None) -> None:
        before, column = self._building, self._column
        if before is not None:
            before.stop()
        column.set_margins()
        port = column.viewport()
        self._built_for = self._columns(), port.width()
        self._parts = Parts(guide, self._depth, self._depths, self._marking)
        self._building = Building(guide, self._parts, (column.theme, column.appearance, self._columns()), self)
        self._building.due.connect(self._grow)
        self._building.begin(place, int(port.width() * port.height() / (LETTER * column.text_size() ** 2)))
        column.places = self._building.content.places
        self._anchor.reaches_beginning = self._building.reaches_beginning
        document = self._building.content.document
        frame = document.rootFrame().frameFormat()
        frame.setTopMargin(TOP)
        frame.setBottomMargin(TOP)
        document.rootFrame().setFrameFormat(frame)
        width = column.cursorWidth()
        with self._anchor.steady():
            column.setDocument(document)
            column.setCursorWidth(width)  # Qt keeps it with the document
        if before is not None:
            before.content.document.deleteLater()  # PySide would keep every document that the view has ever had
        self.replaced.emit()
        self._building.go_on()
        if self._building.is_done:
            self._finish()

    def _columns(self) -> int:
        """Return how many columns a table may have here, beside numbers too; one that has more is set as a list."""
        width = min(self._column.viewport().width(), self._column.width() - 2 * SIDE)
        return int(width / (COLUMN * self._column.text_size()))

    def be_seen(self) -> None:
        """Grow on: a picture stands."""
        if self._building is not None:
            self._building.be_seen()

    def _grow(self) -> None:
        """Let the document grow, and let nobody see it."""
        column, anchor = self._column, self._anchor
        if self._building is None or column.verticalScrollBar().isSliderDown():
            return
        position = column.top_position()
        y = column.y_of(position)
        with anchor.steady():
            moved = self._building.build()
            anchor.reaches_beginning = self._building.reaches_beginning
            if anchor.spot is not None:
                anchor.return_()
            elif moved:
                column.bring(position + moved, y)
        if moved:
            self.carried.emit(lambda link: link.moved(moved))
        if self._building.is_done:
            self._finish()

    def _finish(self) -> None:
        self.leave_room()
        self.built.emit()

    def _restore_caret(self, ends: list[Place | None]) -> None:
        """Put the caret, or what was selected, where it was, as far as this is in the document."""
        places = self._column.places
        anchor, position = (places.position(each) if each and places.has(each) else None for each in ends)
        if position is not None:
            caret = QTextCursor(self._column.document())
            caret.setPosition(position if anchor is None else anchor)
            caret.setPosition(position, QTextCursor.MoveMode.KeepAnchor)
            self._column.set_caret(caret)

    # Room

    def leave_room(self) -> None:
        """Leave room after the end, so that the last section and the place one reads can stand where they should."""
        column, spot = self._column, self._anchor.spot
        last = column.places.last_section
        if self._building is None or not self._building.reaches_end or last is None:
            return
        end, scrolled = self._building.content.end(), column.verticalScrollBar().value()
        height = column.viewport().height()
        room = max(
            height - column.reading_line() if self.ends_at_line else 0,
            height - HEADING_AT - (end - column.y_of(last) - scrolled),
        )
        if spot is not None and spot.y is not None and (position := column.places.position(spot.place)) is not None:
            room = max(room, height - spot.y - (end - column.y_of(position) - scrolled))
        with self._anchor.steady():
            self._building.content.set_room(round(room - TOP))

    def fit(self) -> None:
        """Make the document anew where its tables do not fit, and where it would take long to be laid out."""
        columns, width = self._built_for
        is_long = self._column.document().characterCount() > SOON_LAID_OUT
        if columns != self._columns() or (is_long and width != self._column.viewport().width()):
            self.rebuild()

    def refit(self) -> None:
        """Set the column anew, and keep what is read where it is."""
        self._anchor.where()
        with self._anchor.steady():
            self._column.set_margins()
            self.fit()
            self.leave_room()
            self._anchor.return_()


def _again(link: Hyperlink, before: Places, after: Places) -> Hyperlink | None:
    """Return a link of one document in another one; None where it is not there."""
    places = [before.place(at) for at in (link.start, link.end)]
    start, end = (after.position(each) if each and after.has(each) else None for each in places)
    return Hyperlink(start, end, link.address) if start is not None and end is not None else None
