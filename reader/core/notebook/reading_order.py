"""The notes of a guide in the order in which one reads it: what is exported, and what is printed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from reader.core.guide import Guide
from reader.core.notebook import finding
from reader.core.notebook.notes import Note
from reader.core.notebook.questions import in_order
from reader.core.notebook.uncited import UncitedText
from reader.core.numbering import Numbering
from reader.core.text import Place


class Placed(NamedTuple):
    """A note where it stands in the guide as it is now."""

    note: Note
    number: str = ""  # of its paragraph, such as 4.3; "" where that is not known
    start: int = -1  # of its words in the text of their section (`UncitedText.text`), and the end; -1: not known
    end: int = -1
    meaning: str = ""  # of a word of the glossary

    @property
    def quote(self) -> str:
        """What the note is about, in the words of the guide."""
        return self.note.target.quote


class Part(NamedTuple):
    """The notes in one section."""

    section: str  # its id
    title: str
    notes: tuple[Placed, ...]


class Chapter(NamedTuple):
    """The notes of one guide, each once."""

    guide: str  # its id
    title: str
    questions: tuple[Placed, ...] = ()  # in the reader's own order
    whole: tuple[Placed, ...] = ()  # notes on the guide as a whole
    parts: tuple[Part, ...] = ()  # on passages, in reading order
    words: tuple[Placed, ...] = ()  # that were kept, by alphabet
    others: tuple[Placed, ...] = ()  # notes on words of the glossary and nodes of the pathway
    lost: tuple[Placed, ...] = ()  # on passages that are not found in this version of the guide

    @property
    def notes(self) -> tuple[Placed, ...]:
        """All of them, in this order."""
        inside = (each for part in self.parts for each in part.notes)
        return (*self.questions, *self.whole, *inside, *self.words, *self.others, *self.lost)


def chapters(
    notes: Iterable[Note], guides: Mapping[str, Guide], titles: Mapping[str, str] | None = None
) -> list[Chapter]:
    """Return the notes guide by guide, by title.

    *guides* has those that can be opened, by id: of another one nothing is known but its title, if *titles* has it,
    and its sections stand as their first notes were made.
    """
    by_guide: dict[str, list[Note]] = {}
    for note in notes:
        by_guide.setdefault(note.guide, []).append(note)
    made = [chapter(each, guides.get(guide), (titles or {}).get(guide, "")) for guide, each in by_guide.items()]
    return sorted(made, key=lambda each: (each.title.casefold(), each.guide))


def chapter(notes: Iterable[Note], guide: Guide | None, title: str = "") -> Chapter:
    """Return the *notes*, at least one and all of one guide, in the order in which it is read."""
    every = sorted(notes, key=lambda note: (note.target.section, note.made, note.id))  # a section is read once
    placing = _Placing(guide, every)
    questions, whole, words, others, lost = [], [], [], [], []
    found: dict[str, list[Placed]] = {}
    for note in every:
        placed = placing.place(note)
        if note.kind == "question":
            questions.append(placed)
        elif note.kind == "word":
            words.append(placed)
        elif note.target.about == "guide":
            whole.append(placed)
        elif note.target.about != "passage":
            others.append(placed)
        elif guide is not None and placed.start < 0:
            lost.append(placed)
        else:
            found.setdefault(placed.note.target.section, []).append(placed)
    asked = {note.id: number for number, note in enumerate(in_order(every))}
    questions.sort(key=lambda placed: asked[placed.note.id])
    for each in (whole, lost):
        each.sort(key=lambda placed: (placed.note.rank, placing.order(placed)))
    for each in (words, others):
        each.sort(key=lambda placed: (placed.note.target.quote.casefold(), placed.note.made))
    return Chapter(
        every[0].guide,
        guide.about.title if guide is not None else title or every[0].guide,
        tuple(questions),
        tuple(whole),
        tuple(placing.parts(found)),
        tuple(words),
        tuple(others),
        tuple(lost),
    )


class _Placing:
    """Finds the notes of a guide that may not be there."""

    def __init__(self, guide: Guide | None, notes: Iterable[Note]) -> None:
        self._guide = guide
        found = finding.find_all(guide, notes) if guide is not None else ()
        self._standings = {note.id: standing for some in found for note, standing in some}
        self._text = UncitedText("", ())  # of the section of the note before
        self._numbering = Numbering(guide) if guide is not None else None
        self._index = {section.id: index for index, section in enumerate(guide.outline)} if guide is not None else {}

    def place(self, note: Note) -> Placed:
        """Return a note with what is known of its place."""
        if self._guide is None or self._numbering is None:
            return Placed(note)
        standing = self._standings[note.id]
        target = standing.target
        note = note._replace(target=target)
        if target.about == "entry":
            entry = self._guide.entry(target.name)
            return Placed(note, meaning=entry.definition if entry is not None else "")
        if target.about != "passage" or standing.how == "lost":
            return Placed(note)
        if target.section != self._text.section:
            self._text = UncitedText(target.section, self._guide.blocks(target.section))
        start = self._text.at(Place(target.section, target.block, target.start))
        end = self._text.at(Place(target.section, target.last_block, target.end))
        paragraph = self._numbering.at(target.section, target.block)
        return Placed(note, paragraph.number if paragraph is not None else "", start, max(start, end))

    def order(self, placed: Placed) -> tuple[float, int, int, float]:
        """Return what notes are sorted by: where they stand, or else when they were made."""
        target = placed.note.target
        index = self._index.get(target.section, len(self._index)) if placed.start >= 0 else len(self._index)
        return index, placed.start, placed.end, placed.note.made

    def parts(self, found: dict[str, list[Placed]]) -> list[Part]:
        """Return the notes on passages section by section."""
        if self._guide is None:  # as the first of each section was made: nothing better is known
            sections = sorted(found, key=lambda each: found[each][0].note.made)
        else:
            sections = sorted(found, key=lambda each: self._index.get(each, 0))
        return [Part(each, self._title(each), tuple(sorted(found[each], key=self.order))) for each in sections]

    def _title(self, section: str) -> str:
        found = self._guide.section(section) if self._guide is not None else None
        return found.title if found is not None else section
