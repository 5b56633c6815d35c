"""An order: what somebody wants on paper, how, and on which paper."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, NamedTuple

from reader.core.fuzzy import alike
from reader.core.handout.alone import ALONE
from reader.core.handout.presets import Preset
from reader.core.source import printable
from reader.core.text import Place
from reader.errors import ReaderError

if TYPE_CHECKING:
    from reader.core.pathway import Pathway, Route

# What can be printed: some sections, the whole guide, selected words; and what has no text of the guide beside it.
OF_TEXT = ("sections", "guide", "selection")
WHAT = (*OF_TEXT, *ALONE)
ON_THE_SHEET = frozenset({"highlights", "questions", "lines"})  # for the doctor: parts it has room for
PAPERS = {"a4": (210.0, 297.0), "letter": (215.9, 279.4)}  # millimetres (ISO 216; ANSI/ASME Y14.1)
FROM_NOTES = frozenset({"highlights", "words", "questions"})  # parts that come from the reader's notebook
# Where people print on Letter (Unicode CLDR, paperSize "US-Letter").
LETTER_REGIONS = frozenset(["BZ", "CA", "CL", "CO", "CR", "GT", "MX", "NI", "PA", "PH", "PR", "SV", "US", "VE"])


class Stretch(NamedTuple):
    """Selected words: all that stands between two places of one guide."""

    start: Place
    end: Place


@dataclass(frozen=True, slots=True)
class Order:
    """What is to be printed of one guide."""

    what: str = "guide"
    sections: tuple[str, ...] = ()  # ids, in the order in which they are printed, each without those inside it
    selection: Stretch | None = None
    preset: Preset = field(default_factory=Preset)
    # The ids of the routes that are shown; () for the pathway whole; None for those that the sections tell, or whole.
    routes: tuple[str, ...] | None = None
    notes: tuple[str, ...] | None = None  # ids of the notes that may be printed; None for all
    paper: str = "a4"

    @property
    def parts(self) -> frozenset[str]:
        """What is printed with the text, or instead of it."""
        wanted = self.preset.parts
        if self.what not in ALONE:
            return wanted & ON_THE_SHEET if self.is_for_doctor else wanted
        alone = ALONE[self.what]
        return alone.parts | (wanted & alone.beside)

    @property
    def is_for_doctor(self) -> bool:
        """Whether it is the sheet to take to an appointment, which has no room for the text itself."""
        return self.preset.layout.kind == "doctor" and self.what in OF_TEXT

    @property
    def has_notes(self) -> bool:
        """Whether it asks for what is in the reader's notebook."""
        return self.what == "words" or bool(FROM_NOTES & self.parts)

    def to_json(self) -> dict[str, Any]:
        """Return it as JSON."""
        return {
            "what": self.what,
            "sections": list(self.sections),
            "selection": [list(place) for place in self.selection] if self.selection else None,
            "preset": self.preset.to_json(),
            "routes": list(self.routes) if self.routes is not None else None,
            "notes": list(self.notes) if self.notes is not None else None,
            "paper": self.paper,
        }

    @classmethod
    def from_json(cls, found: Mapping[str, Any]) -> Order:
        """Return the order that `to_json` wrote."""
        start_end = found["selection"]
        return cls(
            what=found["what"],
            sections=tuple(found["sections"]),
            selection=Stretch(*(Place(*place) for place in start_end)) if start_end else None,
            preset=Preset.from_json(found["preset"]),
            routes=tuple(found["routes"]) if found["routes"] is not None else None,
            notes=tuple(found["notes"]) if found["notes"] is not None else None,
            paper=found["paper"],
        )


def paper(name: str) -> str:
    """Return the name of a paper as `PAPERS` has it. Raises ReaderError, naming those with the nearest names."""
    if name.lower() in PAPERS:
        return name.lower()
    near = alike(name, list(PAPERS), 3, may_go_on=True) or list(PAPERS)
    raise ReaderError(f"There is no paper “{printable(name)}”. Nearest: {', '.join(near)}.")


def route(pathway: Pathway, identifier: str) -> Route:
    """Return a route of a pathway. Raises ReaderError for an unknown one, naming those with the nearest ids."""
    found = next((each for each in pathway.routes if each.id == identifier), None)
    if found is None:
        known = [each.id for each in pathway.routes]
        near = alike(identifier, known, 3, may_go_on=True) or known[:3]
        nearest = f" Nearest: {', '.join(near)}." if near else ""
        raise ReaderError(f"There is no route “{printable(identifier)}” in “{pathway.title}”.{nearest}")
    return found


def usual_paper(language: str) -> str:
    """Return the paper that people print on where a locale such as ``en_US`` or ``de_AT.UTF-8`` is in use."""
    region = language.partition(".")[0].replace("-", "_").rpartition("_")[2]
    return "letter" if region.upper() in LETTER_REGIONS else "a4"
