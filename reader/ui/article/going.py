"""Going to a place: it is had in the document, and brought to the line at which one reads, or into view."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QTextCursor

from reader.core.text import Place
from reader.ui.article.column import READING_LINE, Column
from reader.ui.article.contents import HEADING_AT, Contents
from reader.ui.article.scroll_anchor import ScrollAnchor, Spot


class Going(QObject):
    """Brings places of a guide before the reader's eyes; the caret goes along."""

    begun = Signal()  # the text is on its way to a place
    arrived = Signal()  # another place is read now: Back must know at once where one has come to

    def __init__(self, column: Column, contents: Contents, anchor: ScrollAnchor) -> None:
        super().__init__(column)
        self._column, self._contents, self._anchor = column, contents, anchor

    def spot_of(self, place: Place) -> Spot:
        """Return where a place comes to stand: at the reading line; a section without block at the top."""
        return Spot(place, self._column.reading_line() if place.block else HEADING_AT)

    def go(self, place: Place) -> None:
        """Bring a place to where it is to stand. What is hidden is opened first."""
        self._contents.have(place)
        self._contents.have_below(place)
        position, places = self._column.places.position(place), self._column.places
        if position is None:
            return
        with self._anchor.steady():
            self._column.setTextCursor(self._at(position))
        first = places.first if self._anchor.reaches_beginning else None
        is_first = first is not None and position <= first.start
        self._anchor.spot = Spot(place, None) if is_first else self.spot_of(place)
        self._anchor.return_()
        self.begun.emit()

    def show(self, place: Place) -> None:
        """Bring a place into view when it is out of it."""
        self._contents.have(place)
        column, bar = self._column, self._column.verticalScrollBar()
        position = column.places.position(place)
        if position is None:
            return
        caret, before = self._at(position), bar.value()
        with self._anchor.steady():
            column.setTextCursor(caret)
            y = column.cursorRect(caret).top()
            if not HEADING_AT / 2 <= y < column.viewport().height() - READING_LINE:
                column.bring(position, column.viewport().height() // 3)
        if bar.value() != before:
            self._anchor.spot = None
            self.arrived.emit()

    def reach(self, place: Place) -> None:
        """Bring a paragraph to the reading line unless one sees it, or its line where the place is inside of it."""
        if not self._is_in_view(place):
            self.go(place)
            self.arrived.emit()

    def _is_in_view(self, place: Place) -> bool:
        column = self._column
        ends = column.places.ends(place)
        if ends is None or not column.isVisible():
            return False
        first, last = (column.places.position(place) or 0,) * 2 if place.offset else ends
        foot = column.cursorRect(self._at(last)).bottom()
        return column.y_of(first) >= 0 and foot <= column.viewport().height()

    def _at(self, position: int) -> QTextCursor:
        caret = QTextCursor(self._column.document())
        caret.setPosition(position)
        return caret
