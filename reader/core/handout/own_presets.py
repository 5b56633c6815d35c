"""The presets that a reader saved, by their names: read tolerantly, for they stand in a file that anyone can edit."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from reader.core.handout.presets import NAMES, PRESETS, Preset

LONGEST_NAME = 60  # characters
MOST = 50


def read(found: Mapping[str, Any]) -> tuple[dict[str, Preset], tuple[str, ...]]:
    """Return the presets that *found* holds, and the names of those that cannot be understood, or are too many."""
    good: dict[str, Preset] = {}
    bad: list[str] = []
    for name, each in found.items():
        try:
            preset = Preset.from_json(each)
        except ValueError:
            bad.append(name)
            continue
        if is_taken(name) or not 0 < len(name.strip()) <= LONGEST_NAME or len(good) == MOST:
            bad.append(name)
        else:
            good[name] = preset
    return good, tuple(bad)


def kept(own: Mapping[str, Preset], found: Mapping[str, Any]) -> dict[str, Any]:
    """Return what is to be written in place of *found*: one's own presets, and what could not be understood, as it was.

    A later version may know that, or somebody may mend it.
    """
    _, bad = read(found)
    return {name: each.to_json() for name, each in own.items()} | {name: found[name] for name in bad if name not in own}


def is_taken(name: str) -> bool:
    """Whether a preset that comes with the program is called so."""
    return name.casefold() in {each.casefold() for each in (*PRESETS, *NAMES.values())}


def renamed(presets: Mapping[str, Preset], old: str, new: str) -> dict[str, Preset]:
    """Return the presets with one under another name, in its place; one that had that name goes."""
    return {new if name == old else name: each for name, each in presets.items() if name == old or name != new}
