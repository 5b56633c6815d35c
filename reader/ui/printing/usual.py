"""What the print dialog remembers from one time to the next."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from reader.core.handout.presets import PRESETS, Preset


@dataclass(frozen=True, slots=True)
class Usual:
    """What was used last, and what one saved."""

    preset: str = "standard"  # its id, or the name of one of one's own
    paper: str = "a4"
    folder: str = ""  # in which a PDF was saved
    own: Mapping[str, Preset] = field(default_factory=dict)
    unread: frozenset[str] = frozenset()  # the names of presets that cannot be read, which nothing else may have
    left_out: tuple[str, ...] = ()  # those of them that nobody has been told of

    @property
    def first(self) -> Preset:
        """The preset that was used last, or the first there is where that one has gone."""
        return self.own.get(self.preset) or PRESETS.get(self.preset) or next(iter(PRESETS.values()))
