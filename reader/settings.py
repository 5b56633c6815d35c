"""Settings: what the user chose, in settings.json."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from reader.appearance import Appearance
from reader.kept import Kept, of

SCALES = (100, 125, 150, 175, 200)  # percent, of the whole window
LONGEST_READING = 120  # minutes until a gentle stop


def _profiles(found: Any) -> dict[str, Appearance]:
    """Return the named appearances in *found*; what is none is left out. Raises TypeError."""
    if not isinstance(found, dict):
        raise TypeError
    return {name: Appearance.from_json(each) for name, each in found.items() if isinstance(each, dict)}


@dataclass(slots=True)
class Settings(Kept):
    """What the user chose."""

    appearance: Appearance = field(default_factory=Appearance, metadata=of(Appearance.from_json, Appearance.to_json))
    profiles: dict[str, Appearance] = field(
        default_factory=dict,
        metadata=of(_profiles, lambda profiles: {name: each.to_json() for name, each in profiles.items()}),
    )
    depth: str = "full"  # how much of each section is shown: of core.depth.DEPTHS
    single_keys: bool = True  # whether one letter alone is a command (WCAG 2.2, 2.1.4)
    paragraph_numbers: bool = False  # in the margin
    copy_source: bool = False  # whether copied words end with a line that says where they are from
    ruler: bool = False  # a band at the reading line
    stop_after: int = 0  # minutes of reading step by step until a gentle stop; 0 is never
    scale: int = 100  # of the whole window, one of SCALES, from the next start
