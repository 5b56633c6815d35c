"""What a guide is made of, as plain records: sections, entries, references, claims, problems."""

from __future__ import annotations

import json
import time
from typing import Any, NamedTuple, TypeVar

# The records are NamedTuples: importing dataclasses and making these six would take a third of the time of `define`.


class About(NamedTuple):
    """What a guide says of itself (guide.toml)."""

    id: str
    title: str
    subtitle: str = ""
    language: str = "en"  # BCP 47, such as en-GB
    version: str = ""
    licence: str = ""
    authors: tuple[str, ...] = ()
    written: str = ""  # dates as ISO 8601
    evidence_checked: str = ""
    next_check: str = ""
    review: str = ""  # who reviewed it, or that nobody has, in one sentence
    disclaimer: str = ""
    message: str = ""  # the main message
    questions: str = ""  # the id of the section whose list holds questions for an appointment
    source: str = ""  # where the guide is found on the internet, for those who have it on paper: a full address

    @property
    def is_overdue(self) -> bool:
        """Whether the day of its next check has passed, here and today."""
        return "" < self.next_check < time.strftime("%Y-%m-%d")


def minutes(words: float) -> int:
    """Return how long reading so many words takes, in whole minutes, at least 1.

    200 words a minute: below the mean of 238 for adult silent reading of non-fiction (Brysbaert 2019,
    doi:10.1016/j.jml.2019.104047), because our readers are tired.
    """
    return max(1, round(words / 200))


class Section(NamedTuple):
    """A heading and what stands under it, up to the next heading of any level."""

    id: str
    title: str
    level: int  # 1 is outermost; regular in the outline even where the source skips a level
    parent: str  # the id of the section around it, or ""
    words: int  # of the text, headings and callouts included

    @property
    def minutes(self) -> int:
        """Return how long reading takes, in whole minutes, at least 1."""
        return minutes(self.words)


class Entry(NamedTuple):
    """A word's explanation in the glossary."""

    id: str
    term: str
    definition: str
    short_forms: tuple[str, ...] = ()
    other_names: tuple[str, ...] = ()
    pronunciation: str = ""  # a respelling
    parts: str = ""  # the word taken apart: fibro·my·algia
    see_also: tuple[str, ...] = ()  # ids of other entries
    mesh: str = ""
    ids: tuple[str, ...] = ()  # numbers in databases, as "Ensembl:ENSG00000136244"
    sources: tuple[str, ...] = ()  # keys of references
    # Where the text marks it: never, asked (where its author tied a word to it), once (where the article first has it),
    # first (of each section), every.
    mark: str = "first"
    terms: tuple[tuple[int, int, str], ...] = ()  # the terms in its definition: start, end, the id of their entry
    glossary: str = ""  # the title of the glossary it stands in, beside the guide's own; empty for that


class Glossary(NamedTuple):
    """A glossary that the reader added beside the guide's own."""

    folder: str  # as the reader named it
    title: str
    words: int  # entries
    trouble: str = ""  # why it is left out: the end of a sentence about it


class Reference(NamedTuple):
    """A published source."""

    key: str
    number: int  # in order of first citation, from 1; 0 when nothing cites it
    text: str  # one line, ready to show: authors, title, journal, year
    doi: str = ""
    pmid: str = ""
    url: str = ""
    note: str = ""  # what is incomplete or was not checked
    glossary: str = ""  # the title of the added glossary that alone names it; empty for what the guide itself has


class Claim(NamedTuple):
    """A statement of the article that evidence speaks for or against."""

    id: str
    section: str
    text: str
    level: str  # a key of evidence.WORDS, or "advice", which carries no evidence mark
    reason: str = ""
    references: tuple[str, ...] = ()


class Problem(NamedTuple):
    """Something wrong in a guide's files that did not stop it from opening."""

    file: str  # in the guide's folder; the whole path where it belongs to an added glossary
    line: int  # from 1; 0 when it belongs to no line
    message: str
    rule: str = "malformed"  # of rules.RULES

    def __str__(self) -> str:
        """Return the sentence with its place before it: ``article.md, line 12: …``."""
        place = f"{self.file}, line {self.line}" if self.line else self.file
        return f"{place}: {self.message}" if place else self.message


Record = TypeVar("Record", About, Entry, Reference, Claim)


def to_json(record: About | Entry | Reference | Claim) -> str:
    """Return a record as JSON text for the compiled guide."""
    return json.dumps(record._asdict(), ensure_ascii=False)


def from_json(kind: type[Record], text: str) -> Record:
    """Return the record of which this is the JSON text."""
    values: dict[str, Any] = {name: _fixed(value) for name, value in json.loads(text).items()}
    return kind(**values)


def _fixed(value: Any) -> Any:
    return tuple(_fixed(each) for each in value) if isinstance(value, list) else value
