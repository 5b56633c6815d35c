"""Lets notes follow a guide that gives no id of its own: it has another one when its folder or file was moved."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reader.core.notebook.store import Change

if TYPE_CHECKING:  # most guides have ids, and every start asks for them
    from reader.core.notebook.finding import Found

_BY_PLACE = re.compile(r"file-[0-9a-f]{16}")  # what the compiler makes of the place on disk
ENOUGH = 0.5  # of the notes on words: so many are found in the guide, or it is another one of the same title


def is_by_place(guide: str) -> bool:
    """Whether a guide's id was made of its place on disk, since its author gave none."""
    return _BY_PLACE.fullmatch(guide) is not None


def followed(here: str, found: Found) -> list[Change]:
    """Return the changes that make notes of a guide that is no longer at its place those of the guide *here*, its id.

    *found* is where each of them stands in it; none where too few of their words do.
    """
    tied = [standing.how for note, standing in found if note.target.about != "guide"]
    if not tied or sum(how in ("exact", "moved") for how in tied) < ENOUGH * len(tied):
        return []
    return [Change(note, note._replace(guide=here, target=standing.target)) for note, standing in found]
