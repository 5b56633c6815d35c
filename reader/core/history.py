"""Back and forward through every jump, as a browser does it, from guide to guide, too."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from reader.core.text import Place

LIMIT = 200  # more steps than anyone walks back; keeps memory bounded
SCREENFUL = 1500  # characters: about what a window holds; whoever moves less still sees where he was
LINE = 100  # characters: who moved less stands where he stood


class Visit(NamedTuple):
    """A place in a guide."""

    guide: str  # its folder or file
    place: Place
    at: int = 0  # characters before it in its section

    def is_within(self, characters: int, other: Visit) -> bool:
        """Return whether *other* is in the same section, at most so many characters away."""
        same = (self.guide, self.place.section) == (other.guide, other.place.section)
        return same and abs(self.at - other.at) <= characters


class History:
    """The places one came from and the places one went back from, the nearest last."""

    def __init__(self, behind: Iterable[Visit] = (), ahead: Iterable[Visit] = ()) -> None:
        self.behind, self.ahead = list(behind), list(ahead)

    def leave(self, here: Visit, to: Visit | None = None) -> None:
        """Remember *here* before a jump *to* somewhere; a new jump forgets the places ahead.

        A jump of less than a screenful is no step, and of two places so near to one another the later stands for both.
        """
        if to is not None and here.is_within(SCREENFUL, to):
            return
        if self.behind and self.behind[-1].is_within(SCREENFUL, here):
            self.behind.pop()
        self.behind.append(here)
        del self.behind[:-LIMIT]
        self.ahead.clear()

    def back(self, here: Visit) -> Visit | None:
        """Return where one came from, or None; *here* is then ahead."""
        return _step(self.behind, self.ahead, here)

    def forward(self, here: Visit) -> Visit | None:
        """Return where one went back from, or None; *here* is then behind."""
        return _step(self.ahead, self.behind, here)

    def take_back(self, here: Visit) -> Visit | None:
        """Return the place that was left last, however near, or None; *here* is then ahead, where it is another."""
        if not self.behind:
            return None
        visit = self.behind.pop()
        if not visit.is_within(LINE, here):
            self.ahead.append(here)
        return visit

    def undo(self) -> Visit | None:
        """Return the place that was left last, or None, as if it had never been left: no step leads on from it."""
        return self.behind.pop() if self.behind else None

    def can_go_back(self, here: Visit) -> bool:
        """Return whether `back` would lead anywhere."""
        return any(not visit.is_within(LINE, here) for visit in self.behind)

    def can_go_forward(self, here: Visit) -> bool:
        """Return whether `forward` would lead anywhere."""
        return any(not visit.is_within(LINE, here) for visit in self.ahead)

    def forget(self, guide: str) -> None:
        """Forget the places in a guide that is no longer there."""
        self.behind = [visit for visit in self.behind if visit.guide != guide]
        self.ahead = [visit for visit in self.ahead if visit.guide != guide]


def _step(source: list[Visit], other: list[Visit], here: Visit) -> Visit | None:
    while source:
        visit = source.pop()
        if not visit.is_within(LINE, here):  # a step must move: where one stands is no place to go to
            other.append(here)
            return visit
    return None
