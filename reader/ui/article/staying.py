"""A column that knows the place one reads, and lets it stay where it is until the reader moves."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import NamedTuple

from PySide6.QtCore import QPoint, Signal
from PySide6.QtGui import QResizeEvent, QTextCursor
from PySide6.QtWidgets import QWidget

from reader.appearance import Appearance
from reader.core.text import Place
from reader.ui.article.column import READING_LINE, TOP
from reader.ui.article.guiding import GuidingColumn
from reader.ui.theme import Theme


class Spot(NamedTuple):
    """A place, and where it stands in the window."""

    place: Place
    y: int | None  # pixels below the top edge; None: the very beginning, with the guide's title above it


class StayingColumn(GuidingColumn):
    """Holds the place one reads through every change of the text and the window."""

    shifted = Signal()  # something moved: another place may be read now

    def __init__(self, theme: Theme, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(theme, appearance, parent)
        self.spot: Spot | None = None  # None: the reader has moved, and nobody has asked where to
        self._kept_spot: Spot | None = None
        self._steadying = 0
        self._is_cut = False  # the text became shorter than where the view stands: Qt is about to move it
        self.verticalScrollBar().rangeChanged.connect(self._cut)
        self.verticalScrollBar().valueChanged.connect(self._scrolled)

    @property
    def reaches_beginning(self) -> bool:
        """Whether nothing is missing before what is in the document."""
        return True

    def fit(self) -> None:
        """Make the document suit the width of the window."""

    def here(self) -> Place | None:
        """Return the place one reads: exactly the one that was shown, until the reader moves; None without text."""
        spot = self.where()
        if spot is None or self.places.has(spot.place):
            return spot.place if spot is not None else None
        position = self.places.position(spot.place)  # hidden since: what stands for it
        return self.places.place(position) if position is not None else None

    def where(self) -> Spot | None:
        """Return where one reads: what was shown, or what the reader moved to."""
        if self.spot is None:
            self.spot = self._look()
        return self.spot

    def _look(self) -> Spot | None:
        """Return what stands at the reading line: the beginning of a line; None while nothing does."""
        first = self.places.first
        if first is not None and self.reaches_beginning and self.verticalScrollBar().value() == 0:
            return Spot(Place(first.section, first.block), None)
        # A little below the line that `show_place` brings a place to: half a pixel must not name the line above.
        line = self.cursorForPosition(QPoint(self.viewport().width() // 2, self.reading_line() + 4))
        line.movePosition(QTextCursor.MoveOperation.StartOfLine)
        place = self.places.place(line.position())
        position = self.places.position(place) if place is not None else None
        # While text is missing below, the view can stand past its end, where Qt names the last line there is.
        is_seen = self.cursorRect(line).bottom() > 0
        return Spot(place, self.y_of(position)) if place is not None and position is not None and is_seen else None

    def hold(self, position: int, y: int) -> None:
        """Take note that a document position was brought to *y*, to be kept there until the reader moves."""
        place = self.places.place(position)
        self.spot = Spot(place, y) if place is not None else None

    def return_(self) -> None:
        """Let the place one reads stand where it stood."""
        spot = self.spot
        if spot is None:
            return
        with self.steady():
            position = self.places.position(spot.place)
            if spot.y is None and self.reaches_beginning:
                self.verticalScrollBar().setValue(0)
            elif position is not None:
                y = spot.y if spot.y is not None else TOP
                if y >= self.viewport().height() - TOP and not self._is_in_title(spot):
                    y = self.reading_line()
                self.bring(position, y)
                if abs(self.y_of(position) - y) > 1:  # near the end, where there must be room first
                    self.leave_room()
                    self.bring(position, y)

    def _is_in_title(self, spot: Spot) -> bool:
        """Whether one reads the guide's title: the first place there is stands below the line at which one reads."""
        first = self.places.first
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
        self._is_cut = self.verticalScrollBar().value() > highest

    def _scrolled(self) -> None:
        is_cut, self._is_cut = self._is_cut, False
        if not self._steadying:
            self.spot = self.spot if is_cut else None
            self.shifted.emit()

    def refit(self) -> None:
        """Set the column anew, and keep what is read where it is."""
        self.where()
        with self.steady():
            self.set_margins()
            self.fit()
            self.leave_room()
            self.return_()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep what is read where it is."""
        self.where()
        with self.steady():
            self.set_margins()
            self.fit()
            super().resizeEvent(event)
            self.leave_room()
            self.return_()
        self.shifted.emit()
