"""The questions for an appointment: those that one wrote, those picked from the guide, and their order."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from reader.core.guide import Guide
from reader.core.notebook import passage
from reader.core.notebook.notes import Note, Target
from reader.core.notebook.store import Change
from reader.core.questions import asked
from reader.core.section_text import SectionTexts
from reader.core.text import Block, Place


def in_order(notes: Iterable[Note]) -> list[Note]:
    """Return the questions as one asks them: those that were put in no order first, and one's own before others."""
    return sorted((note for note in notes if note.kind == "question"), key=turn)


def turn(question: Note) -> tuple[int, bool, float, str]:
    """Return a key that sorts questions as one asks them."""
    return question.rank, question.body == question.target.quote, question.made, question.id


def target(texts: SectionTexts, question: Block) -> Target:
    """Return where the guide asks one of its questions, without the box before it."""
    section = texts.guide.about.questions
    start, end = len(question.text) - len(question.text.removeprefix("☐")), len(question.text)
    found = passage.make(texts, Place(section, question.id, start), Place(section, question.id, end))
    return found[0] if found else Target(quote=asked(question))


def picked(guide: Guide, notes: Iterable[Note]) -> dict[str, Note]:
    """Return which of the guide's questions one has picked, by the ids of their blocks."""
    there = {note.target.quote: note for note in notes if note.kind == "question" and note.target.quote}
    return {each.id: there[words] for each in guide.questions if (words := asked(each)) in there}


def last_rank(notes: Iterable[Note]) -> int:
    """Return the rank of a question that is asked after all others."""
    ranks = [note.rank for note in notes if note.kind == "question"]
    highest = max(ranks, default=0)
    return highest + 1 if highest else 0


def moved(ordered: Sequence[Note], note: Note, by: int) -> list[Change]:
    """Return the changes that let a question be asked *by* places later; none where it is at the end already."""
    before = [each.id for each in ordered].index(note.id)
    after = min(max(before + by, 0), len(ordered) - 1)
    if after == before:
        return []
    anew = [each for each in ordered if each.id != note.id]
    anew.insert(after, ordered[before])
    return [Change(each, each._replace(rank=rank)) for rank, each in enumerate(anew, 1) if each.rank != rank]
