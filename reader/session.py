"""Session: what the program remembers from one start to the next, in session.json."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from reader.kept import Kept, of

RECENT_GUIDES = 10


@dataclass(slots=True)
class Remembered(Kept):
    """What is remembered of one guide."""

    title: str = ""
    path: str = ""  # its folder or file
    anchor: list[Any] = field(default_factory=list)  # where one reads, as core.anchor writes it; [] at the beginning
    when: float = 0.0  # when one last read in it, in seconds since 1970 (UTC)
    read: dict[str, float] = field(default_factory=dict)  # section id -> how much of it was read, 0 to 1
    share: float = 0.0  # of all its words, how many were read, 0 to 1
    depths: dict[str, str] = field(default_factory=dict)  # section id -> the depth chosen for it alone


def _guides(found: Any) -> dict[str, Remembered]:
    """Return what is remembered of each guide; what is no such thing is left out. Raises TypeError."""
    if not isinstance(found, dict):
        raise TypeError
    return {name: Remembered.from_json(each) for name, each in found.items() if isinstance(each, dict)}


@dataclass(slots=True)
class Session(Kept):
    """What the program remembers from one start to the next."""

    guide: str = ""  # what was read last: a folder or file
    recent: list[str] = field(default_factory=list, metadata={"of": str})  # guides, the newest first
    guides: dict[str, Remembered] = field(
        default_factory=dict,
        metadata=of(_guides, lambda guides: {name: each.to_json() for name, each in guides.items()}),
    )  # by guide id
    window: list[int] = field(default_factory=list, metadata={"of": int})  # x, y, width, height in logical pixels
    maximised: bool = False
    columns: list[int] = field(default_factory=list, metadata={"of": int})  # widths of outline and companion
    outline: bool = True  # whether the outline stands beside the article where there is room
    print_folder: str = ""

    def remember_guide(self, name: str) -> None:
        """Make *name* the guide that was read last."""
        self.guide = name
        self.recent = [name, *(each for each in self.recent if each != name)][:RECENT_GUIDES]

    def of_guide(self, identifier: str) -> Remembered:
        """Return what is remembered of a guide, to be changed in place."""
        return self.guides.setdefault(identifier, Remembered())
