"""Lets notes follow a guide that gives no id of its own: it has another one when its folder or file was moved."""

from __future__ import annotations

import re
from collections.abc import Sequence

from reader.core.guide import Guide
from reader.core.notebook.notes import Note
from reader.core.notebook.store import Change

_BY_PLACE = re.compile(r"file-[0-9a-f]{16}")  # what the compiler makes of the place on disk
ENOUGH = 0.5  # of the notes on words: so many are found in the guide, or it is another one of the same title


def is_by_place(guide: str) -> bool:
    """Whether a guide's id was made of its place on disk, since its author gave none."""
    return _BY_PLACE.fullmatch(guide) is not None


def followed(guide: Guide, notes: Sequence[Note]) -> list[Change]:
    """Return the changes that make *notes*, those of a guide that is no longer at its place, notes of *guide*.

    None where too few of their words stand in it. Raises ReaderError when it cannot be read.
    """
    from reader.core.notebook import finding  # here, because most guides have ids, and every start asks for them

    every = [each for slice_ in finding.find_all(guide, notes) for each in slice_]
    tied = [standing.how for note, standing in every if note.target.about != "guide"]
    if not tied or sum(how in ("exact", "moved") for how in tied) < ENOUGH * len(tied):
        return []
    here = guide.about.id
    return [Change(note, note._replace(guide=here, target=standing.target)) for note, standing in every]
