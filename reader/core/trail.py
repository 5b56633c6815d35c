"""The explanations one has read one after another, from a word to the words that it points to."""

from __future__ import annotations

from reader.core.explanation import Explanation, Unexplained

LONGEST = 50  # words that point to each other could be followed for ever


class Trail:
    """Where one came from, where one is, and where one went back from."""

    def __init__(self) -> None:
        self._steps: list[Explanation | Unexplained] = []
        self._at = -1

    @property
    def current(self) -> Explanation | Unexplained | None:
        """The explanation that is read, or None."""
        return self._steps[self._at] if self._steps else None

    @property
    def before(self) -> Explanation | Unexplained | None:
        """The one that Back leads to, or None."""
        return self._steps[self._at - 1] if self._at > 0 else None

    @property
    def after(self) -> Explanation | Unexplained | None:
        """The one that Forward leads to, or None."""
        return self._steps[self._at + 1] if self._at + 1 < len(self._steps) else None

    def go(self, explanation: Explanation | Unexplained) -> None:
        """Go on to another explanation; those ahead are forgotten."""
        self._steps = [*self._steps[: self._at + 1], explanation][-LONGEST:]
        self._at = len(self._steps) - 1

    def back(self) -> None:
        """Go back by one, where there is one."""
        self._at -= self._at > 0

    def forward(self) -> None:
        """Go forward by one, where there is one."""
        self._at += self._at + 1 < len(self._steps)
