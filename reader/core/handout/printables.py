"""What there is to print of a guide, and what is asked for at first: all that the print dialog is told."""

from __future__ import annotations

from dataclasses import dataclass

from reader.core.depth import FULL
from reader.core.guide import Guide
from reader.core.handout.order import Stretch
from reader.core.notebook.notes import Note


@dataclass(frozen=True, slots=True)
class Printables:
    """What there is to print, at the moment when somebody wants to."""

    guide: Guide
    section: str = ""  # the id of the one that is being read
    depth: str = FULL  # at which it is shown: a selection is of what one sees
    basket: tuple[str, ...] = ()  # ids of the sections one collected, as they will be printed
    selection: Stretch | None = None
    notes: tuple[Note, ...] = ()  # the reader's, of this guide
    # What is chosen at first: "section", "basket", or one of order.WHAT but "sections".
    first: str = "section"
    with_parts: frozenset[str] = frozenset()  # ids of presets.PARTS that are ticked at first, beside those of the preset
    route: str = ""  # the id of the route that is chosen at first; "" for the pathway whole
    only_notes: tuple[str, ...] | None = None  # ids of the notes that were chosen for printing; None for all
