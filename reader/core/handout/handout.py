"""The record of a handout: what the template gets."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from types import MappingProxyType
from typing import Any, NamedTuple

from reader.core.handout.nesting import Nested


class Figures(NamedTuple):
    """The pathway as a handout has it (see figure.py), and what differs from the guide, in sentences."""

    figures: tuple[Nested, ...] = ()  # one, or one for each route
    drawn: Mapping[str, str] = MappingProxyType({})  # its pictures: key -> SVG
    terms: tuple[str, ...] = ()  # ids of the entries that explain what it shows
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Handout:
    """What is printed, as plain data: no text in it is ever parsed as markup."""

    what: str  # of order.WHAT
    title: str
    guide: str  # the guide's title
    subtitle: str
    opens_with_heading: bool  # the first block is the title
    has_contents: bool
    language: str  # ISO 639, such as "en"
    region: str  # ISO 3166, such as "GB", or ""
    version: str
    evidence_checked: str  # in words
    review: str
    source: str  # where the guide is found, as people type it, or ""
    source_address: str  # the same as a link
    authors: tuple[str, ...]
    dated: tuple[int, ...]  # year, month, day, for the document's information; or ()
    layout: dict[str, Any]  # of presets.Layout
    paper: str  # a4 or us-letter, as Typst names them
    summary: tuple[str, ...]  # what the guide says, in up to three sentences; of the sheet for the doctor
    blocks: tuple[Nested, ...]  # of nesting.nest; a block has its id, and the number of the paragraph it begins, or ""
    has_evidence: bool  # some of these are marks of evidence
    figures: tuple[Nested, ...]  # of figure.figures
    figure_is_first: bool  # before the text: of a lone pathway it is the main thing
    mine: Nested  # of mine.mine
    lines: int  # to write on; 0 for none, anything else on a sheet for the doctor for as many as have room
    entries: tuple[Nested, ...]  # the words explained: id, term, short, pronunciation, text, glossary, first, note
    references: tuple[Nested, ...]  # number, text, note, address, shown
    closing: tuple[str, ...]  # disclaimer, authors and licence
    pictures: tuple[str, ...]  # keys in Guide.image
    drawn: Mapping[str, str]  # pictures made for this handout: key -> SVG; not for the template
    notes: tuple[str, ...]  # what differs from the guide, in sentences

    def to_json(self) -> dict[str, Any]:
        """Return all of it for the template."""
        return {each.name: getattr(self, each.name) for each in fields(self) if each.name != "drawn"}
