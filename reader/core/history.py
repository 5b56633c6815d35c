"""Back and forward through every jump, as a browser does it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from reader.core.text import Place

LIMIT = 200  # more steps than anyone walks back; keeps memory bounded


@dataclass(slots=True)
class History:
    """The places one came from and the places one went back from."""

    behind: list[Place] = field(default_factory=list)
    ahead: list[Place] = field(default_factory=list)

    def leave(self, here: Place) -> None:
        """Remember *here* before a jump; a new jump forgets the places ahead."""
        if not self.behind or self.behind[-1] != here:
            self.behind.append(here)
            del self.behind[:-LIMIT]
        self.ahead.clear()

    def back(self, here: Place) -> Place | None:
        """Return the place one came from, or None; *here* is then ahead."""
        return self._step(self.behind, self.ahead.append, here)

    def forward(self, here: Place) -> Place | None:
        """Return the place one went back from, or None; *here* is then behind."""
        return self._step(self.ahead, self.behind.append, here)

    @staticmethod
    def _step(source: list[Place], keep: Callable[[Place], None], here: Place) -> Place | None:
        while source:
            place = source.pop()
            if place != here:  # a step must move: where one stands is no place to go to
                keep(here)
                return place
        return None
