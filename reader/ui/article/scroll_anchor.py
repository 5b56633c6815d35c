"""The place one reads, which stays where it stands, whatever happens to the text and the window."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import NamedTuple

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtGui import QTextCursor

from reader.core.text import Place
from reader.ui.article.column import READING_LINE, TOP, Column


class Spot(NamedTuple):
    """A place, and where it stands in the window."""

    place: Place
    y: int | None  # pixels below the top edge; None: the very beginning, with the guide's title above it


class ScrollAnchor(QObject):
    """Holds it in a column until the reader moves, as browsers do (CSS Scroll Anchoring, but at the reading line)."""

    shifted = Signal()  # something moved: another place may be read now
    room_wanted = Signal()  # the place cannot stand where it stood before there is room after the end

    def __init__(self, column: Column) -> None:
        super().__init__(column)
        self._column = column
        self._bar = column.verticalScrollBar()
        self.reaches_beginning = False  # whether nothing is missing before what is in the document
        self.spot: Spot | None = None  # None: the reader has moved, and nobody has asked where to
        self._kept_spot: Spot | None = None
        self._steadying = 0
        self._is_cut = False  # the text became shorter than where the view stands: Qt is about to move it
        self._bar.rangeChanged.connect(self._cut)
        self._bar.valueChanged.connect(self._scrolled)

    def here(self) -> Place | None:
        """Return the place one reads: exactly the one that was shown, until the reader moves; None without text."""
        spot, places = self.where(), self._column.places
        if spot is None or places.has(spot.place):
            return spot.place if spot is not None else None
        position = places.position(spot.place)  # hidden since: what stands for it
        return places.place(position) if position is not None else None

    def where(self) -> Spot | None:
        """Return where one reads: what was shown, or what the reader moved to."""
        if self.spot is None:
            self.spot = self._look()
        return self.spot

    def _look(self) -> Spot | None:
        """Return what stands at the reading line: the beginning of a line; None while nothing does."""
        column, places = self._column, self._column.places
        if places.first is not None and self.reaches_beginning and self._bar.value() == 0:
            return Spot(Place(places.first.section, places.first.block), None)
        # A little below the line that `show_place` brings a place to: half a pixel must not name the line above.
        line = column.cursorForPosition(QPoint(column.viewport().width() // 2, column.reading_line() + 4))
        line.movePosition(QTextCursor.MoveOperation.StartOfLine)
        place = places.place(line.position())
        position = places.position(place) if place is not None else None
        # While text is missing below, the view can stand past its end, where Qt names the last line there is.
        is_seen = column.cursorRect(line).bottom() > 0
        return Spot(place, column.y_of(position)) if place is not None and position is not None and is_seen else None

    def hold(self, position: int, y: int) -> None:
        """Take note that a document position was brought to *y*, to be kept there until the reader moves."""
        place = self._column.places.place(position)
        self.spot = Spot(place, y) if place is not None else None

    def return_(self) -> None:
        """Let the place one reads stand where it stood."""
        spot, column = self.spot, self._column
        if spot is None:
            return
        with self.steady():
            position = column.places.position(spot.place)
            if spot.y is None and self.reaches_beginning:
                self._bar.setValue(0)
            elif position is not None:
                y = spot.y if spot.y is not None else TOP
                if y >= column.viewport().height() - TOP and not self._is_in_title(spot):
                    y = column.reading_line()
                column.bring(position, y)
                if abs(column.y_of(position) - y) > 1:  # near the end
                    self.room_wanted.emit()
                    column.bring(position, y)

    def _is_in_title(self, spot: Spot) -> bool:
        """Whether one reads the guide's title: the first place there is stands below the line at which one reads."""
        first = self._column.places.first
        is_first = first is not None and spot.place == Place(first.section, first.block) and self.reaches_beginning
        return is_first and (spot.y or 0) > READING_LINE

    def keep_spot(self) -> None:
        """Take note of where one reads, and of where it stands: a search begins."""
        self._kept_spot = self.where()

    def return_to_spot(self) -> None:
        """Let stand what stood there when `keep_spot` was said, to the pixel."""
        if self._kept_spot is not None:
            self.stand(self._kept_spot)

    def stand(self, spot: Spot) -> None:
        """Let a place stand where it stood."""
        self.spot = spot
        self.return_()
        self.shifted.emit()

    @contextmanager
    def steady(self) -> Iterator[None]:
        """What moves in here, the reader has not moved."""
        self._steadying += 1
        try:
            yield
        finally:
            self._steadying -= 1

    def _cut(self, _lowest: int, highest: int) -> None:
        self._is_cut = self._bar.value() > highest

    def _scrolled(self) -> None:
        is_cut, self._is_cut = self._is_cut, False
        if not self._steadying:
            self.spot = self.spot if is_cut else None
            self.shifted.emit()
