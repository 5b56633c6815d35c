"""Presets: how a handout looks and what goes with its text, under a name."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, fields
from types import MappingProxyType
from typing import Any

from reader.core.depth import DEPTHS, FULL
from reader.core.fuzzy import alike
from reader.core.source import printable
from reader.errors import ReaderError

# What can go with the text, in the order in which it is printed: its id in the command, and the window's words.
PARTS = {
    "evidence": "Evidence levels",
    "pathway": "The pathway",
    "highlights": "My highlights and notes",
    "words": "My words",
    "questions": "Questions for the appointment",
    "lines": "Lines to write on",
    "glossary": "Words explained",
    "references": "References",
}
FACES = ("serif", "sans")
INKS = ("full", "low")
KINDS = ("handout", "doctor")  # the second is the sheet to take to an appointment
SIZES = (9.0, 28.0)  # points, least and most
SPACES = (0.0, 0.12)  # between letters, of their size


@dataclass(frozen=True, slots=True)
class Layout:
    """How pages look. What the template reads, as it is."""

    kind: str = "handout"
    size: float = 12.0  # points of the text; 12 is the least for print (RNIB, Clear Print)
    face: str = "serif"
    leading: float = 1.5  # from line to line, of the size
    letter: float = 0.0  # more space between letters, of the size
    ink: str = "full"
    section_a_page: bool = False
    numbers: bool = True  # of the paragraphs, in the margin: to speak of on the phone

    @classmethod
    def from_json(cls, found: Mapping[str, Any]) -> Layout:
        """Return the layout that *found* holds. Raises ValueError where something is missing, unknown or wrong."""
        if found.keys() != {each.name for each in fields(cls)}:
            raise ValueError("no layout")
        made = cls(**found)
        numbers = ((made.size, SIZES), (made.leading, (1.0, 3.0)), (made.letter, SPACES))
        if (
            made.kind not in KINDS
            or made.face not in FACES
            or made.ink not in INKS
            or not isinstance(made.section_a_page, bool)
            or not isinstance(made.numbers, bool)
            or any(
                isinstance(each, bool) or not isinstance(each, int | float) or not low <= each <= high
                for each, (low, high) in numbers
            )
        ):
            raise ValueError("no layout")
        return made


@dataclass(frozen=True, slots=True)
class Preset:
    """A kind of handout: how much of each section, what goes with it, how it looks."""

    depth: str = FULL
    parts: frozenset[str] = frozenset({"evidence", "glossary", "references"})
    layout: Layout = field(default_factory=Layout)

    def to_json(self) -> dict[str, Any]:
        """Return it as JSON."""
        return {"depth": self.depth, "parts": sorted(self.parts), "layout": asdict(self.layout)}

    @classmethod
    def from_json(cls, found: Any) -> Preset:
        """Return the preset that *found* holds. Raises ValueError where it holds none."""
        try:
            depth, parts, layout = found["depth"], frozenset(found["parts"]), Layout.from_json(found["layout"])
        except (KeyError, TypeError, AttributeError) as error:
            raise ValueError("no preset") from error
        if depth not in DEPTHS or not parts <= PARTS.keys() or len(found) != len(fields(cls)):
            raise ValueError("no preset")
        return cls(depth, parts, layout)


# 18 points, sans serif: American Printing House for the Blind, Guidelines for Print Document Design. At least 1.5 from
# line to line: American Council of the Blind, Best Practices and Guidelines for Large Print Documents.
_LARGE = Layout(size=18.0, face="sans", leading=1.6, letter=0.02)
# 16 points or more, sans serif, few things on a page: CHANGE, How to Make Information Accessible (easy read).
_EASY = Layout(size=16.0, face="sans", leading=1.6, section_a_page=True, numbers=False)

# Those that come with the program, by their ids in the command.
PRESETS = {
    "standard": Preset(),
    "large-print": Preset(layout=_LARGE),
    "low-ink": Preset(layout=Layout(ink="low")),
    "easy": Preset("key-points", frozenset({"glossary"}), _EASY),
    "doctor": Preset("gist", frozenset({"questions", "highlights", "lines"}), Layout(kind="doctor")),
}
NAMES = {
    "standard": "Standard",
    "large-print": "Large print",
    "low-ink": "Low ink",
    "easy": "Easy reading",
    "doctor": "To take to the doctor",
}


def preset(name: str, own: Mapping[str, Preset] = MappingProxyType({})) -> Preset:
    """Return the preset with this id, or the one of one's *own* with this name.

    Raises ReaderError, naming those with the nearest ids and names.
    """
    known = {**PRESETS, **own}
    found = known.get(name) or known.get(name.casefold())
    if found is None:
        folded = {each.casefold(): each for each in known}
        near = alike(name.casefold(), list(folded), 3, may_go_on=True) or list(folded)[: len(PRESETS)]
        raise ReaderError(
            f"There is no preset “{printable(name)}”. Nearest: {', '.join(folded[each] for each in near)}."
        )
    return found
