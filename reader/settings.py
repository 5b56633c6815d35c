"""Settings: what the user chose, in settings.json."""

from __future__ import annotations

from collections.abc import Container
from dataclasses import dataclass, field
from typing import Any

from reader import paths
from reader.appearance import Appearance
from reader.kept import Kept, of

SCALES = (100, 125, 150, 175, 200)  # percent, of the whole window
DEPTHS = ("gist", "key-points", "full")  # as core.depth names them
MARKING = ("first", "every", "none")  # mention of an explained word in a section
LONGEST_READING = 120  # minutes until a gentle stop


def _profiles(found: Any) -> dict[str, Appearance]:
    """Return the named appearances in *found*; what is none is left out. Raises TypeError."""
    if not isinstance(found, dict):
        raise TypeError
    return {name: Appearance.from_json(each) for name, each in found.items() if name and isinstance(each, dict)}


def _presets(found: Any) -> dict[str, Any]:
    """Return what may be presets for printing, by their names: core.handout.own_presets judges them.

    Raises TypeError for what is no such table.
    """
    if not isinstance(found, dict):
        raise TypeError
    return found


def _one_of(allowed: Container[Any]) -> dict[str, Any]:
    """Return the metadata of a field that is one of these values, and no true or false that is equal to one."""

    def read(found: Any) -> Any:
        if isinstance(found, bool) or not isinstance(found, int | str) or found not in allowed:
            raise ValueError
        return found

    return of(read, lambda value: value)


@dataclass(slots=True)
class Settings(Kept):
    """What the user chose."""

    appearance: Appearance = field(default_factory=Appearance, metadata=of(Appearance.from_json, Appearance.to_json))
    profiles: dict[str, Appearance] = field(
        default_factory=dict,
        metadata=of(_profiles, lambda profiles: {name: each.to_json() for name, each in profiles.items()}),
    )
    depth: str = field(
        default="full", metadata=_one_of(DEPTHS)
    )  # how much of each section is shown: of core.depth.DEPTHS
    # Presets for printing, by their names, as core.handout.presets writes them.
    presets: dict[str, Any] = field(default_factory=dict, metadata=of(_presets, dict))
    single_keys: bool = True  # whether one letter alone is a command (WCAG 2.2, 2.1.4)
    paragraph_numbers: bool = False  # in the margin
    copy_source: bool = False  # whether copied words end with a line that says where they are from
    ruler: bool = False  # a band at the reading line
    # Which mentions of explained words are marked in the text: of MARKING.
    marking: str = field(default="first", metadata=_one_of(MARKING))
    explain_beside: bool = True  # explanations open beside their word; else always in the panel
    hover: bool = False  # whether a pointer that rests on a word opens its explanation
    # Folders with a glossary each, which stand beside that of the guide.
    glossaries: list[str] = field(default_factory=list, metadata=of(paths.folders, list))
    # Minutes of reading step by step until a gentle stop; 0 is never.
    stop_after: int = field(default=0, metadata=_one_of(range(LONGEST_READING + 1)))
    scale: int = field(default=100, metadata=_one_of(SCALES))  # of the whole window, one of SCALES, from the next start
