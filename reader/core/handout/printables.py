"""What there is to print: what a window knows of its guide at the moment when somebody asks for paper."""

from __future__ import annotations

from dataclasses import dataclass

from reader.core.depth import FULL
from reader.core.guide import Guide
from reader.core.handout.order import Stretch
from reader.core.notebook.notes import Note

# What somebody can ask for: the section that is being read, the basket, and the rest as in `order.WHAT`.
WISHES = ("section", "handout", "selection", "guide", "pathway", "glossary", "words", "notes")


@dataclass(frozen=True, slots=True)
class Printables:
    """What can be printed of one guide, and which of it is asked for first."""

    guide: Guide
    wish: str = "section"  # one of WISHES: what is chosen when the pages are shown first
    section: str = ""  # the id of the one that is being read
    basket: tuple[str, ...] = ()  # ids, in the order in which they are printed, each without those inside it
    selection: Stretch | None = None  # as the document gives it; None: nothing is selected
    depth: str = FULL  # how much the window shows of the selected words' section
    route: str = ""  # the id of the one that is being walked in the pathway
    notes: tuple[Note, ...] = ()  # the reader's in this guide
    chosen: tuple[str, ...] | None = None  # the ids of those that were picked to be printed; None: none was, so all
