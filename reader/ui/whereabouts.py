"""Where one is in the guide that is open, and the way that led there, from guide to guide."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from reader.core import anchor, progress
from reader.core.anchor import Anchor
from reader.core.guide import Guide
from reader.core.history import History, Visit
from reader.core.section_text import SectionTexts
from reader.core.text import Place


class Whereabouts(QObject):
    """Remembers; who asked for a step back or forward goes there."""

    changed = Signal(bool, bool)  # can go back, can go forward

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.place: Place | None = None  # that is being read; None in a guide without sections
        self._guide: Guide | None = None
        self._texts: SectionTexts | None = None
        self._history = History()
        self._followed: Place | None = None  # where a route through the pathway has led
        self._before_route = Visit("", Place(""))  # where one was before it

    # Where one is

    def enter(self, guide: Guide) -> None:
        """Be in *guide*, nowhere in it yet."""
        self._guide, self._texts, self.place = guide, SectionTexts(guide), None

    def now(self) -> Visit:
        """Return where one is; in a guide without sections, nowhere in it."""
        return self.visit(self.place or Place(""))

    def visit(self, place: Place) -> Visit:
        """Return a place of this guide as one that can be come back to."""
        if self._guide is None or self._texts is None:
            return Visit("", place)
        return Visit(str(self._guide.source), place, self._texts.at(place))

    def anchor(self) -> Anchor | None:
        """Return where one is as it is found again in another version of the guide."""
        return anchor.make(self._texts, self.place) if self._texts is not None and self.place is not None else None

    def minutes_left(self) -> int:
        """Return how long what is left of the section takes to read."""
        return progress.minutes_left(self._texts, self.place) if self._texts is not None and self.place else 0

    # The way

    def tell(self) -> None:
        """Say whether there is a way back, and forward."""
        here = self.now()
        self.changed.emit(self._history.can_go_back(here), self._history.can_go_forward(here))

    def leave(self, to: Place | None = None) -> None:
        """Remember this place: one goes to another, to one near by no step leads."""
        self._history.leave(self.now(), self.visit(to) if to is not None else None)

    def back(self) -> Visit | None:
        """Return where one came from, and take it that one goes there."""
        return self._history.back(self.now())

    def forward(self) -> Visit | None:
        """Return where one went back from, and take it that one goes there."""
        return self._history.forward(self.now())

    def return_left(self) -> Visit | None:
        """Return what was left last; forward leads back here."""
        return self._history.take_back(self.now())

    def undo_leave(self) -> Visit | None:
        """Return what was left last, as if it had not been."""
        return self._history.undo()

    def regret(self, step: str, to: Visit, *, is_gone: bool) -> None:
        """Take back a step, "back" or "forward", that led nowhere; a guide that *is_gone* is forgotten."""
        undo = self._history.forward if step == "back" else self._history.back
        undo(to)
        if is_gone:
            self._history.forget(to.guide)
        self.tell()

    def take_step(self, before: Visit, came_from: Place | None) -> None:
        """Take note that a route, or the next mention of a node, led here; all its steps are one way back."""
        if self.place == came_from:
            return
        if came_from != self._followed:  # else the step before has led here
            self._before_route = before
        self._history.leave(self._before_route, self.now())
        self._followed = self.place
        self.tell()
