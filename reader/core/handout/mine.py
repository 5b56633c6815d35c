"""What a reader added, as far as it is printed: questions, highlights and notes by section, and words."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from reader.core.guide import Guide
from reader.core.handout.choosing import Choice
from reader.core.handout.nesting import Nested
from reader.core.handout.order import Order
from reader.core.handout.runs import Cutter
from reader.core.mentions import uses_in

if TYPE_CHECKING:  # the rest is loaded where there are notes
    from reader.core.notebook.notes import Note
    from reader.core.notebook.reading_order import Chapter, Placed

WHOLE = "On the whole guide"
OTHERS = "On words and on the pathway"
MOST_ON_SHEET = 100  # questions, and highlights: more than has room on two sides
LOST = "Not found in this version of the guide"


class Mine(NamedTuple):
    """A reader's notes, those that are printed, in the order in which they are."""

    questions: tuple[Placed, ...] = ()
    parts: tuple[tuple[str, tuple[Placed, ...]], ...] = ()  # highlights and notes: what they are on, and they
    words: tuple[Placed, ...] = ()

    left_out: tuple[int, int] = (0, 0)  # how many questions, and how many highlights and notes

    def for_sheet(self) -> Mine:
        """Return as much as may have room on two sides: the page measures what has, and ten thousand take too long."""
        room, parts = MOST_ON_SHEET, []
        for title, notes in self.parts:
            if kept := notes[: max(0, room)]:
                parts.append((title, kept))
            room -= len(notes)
        return Mine(
            self.questions[:MOST_ON_SHEET],
            tuple(parts),
            left_out=(max(0, len(self.questions) - MOST_ON_SHEET), max(0, -room)),
        )

    def to_json(self, cutter: Cutter) -> Nested:
        """Return questions (text, about, number), highlights (section, items: number, style, style_words, quote, note),
        words (term, text, note) and more (questions, highlights: how many were left out).
        """
        return {
            "questions": [_question(placed, cutter) for placed in self.questions],
            "highlights": [
                {"section": cutter.plain(title), "items": [_highlight(placed, cutter) for placed in every]}
                for title, every in self.parts
            ],
            "words": [_word(placed, cutter) for placed in self.words],
            "more": dict(zip(("questions", "highlights"), self.left_out, strict=True)),
        }


def mine(guide: Guide, order: Order, notes: Sequence[Note], choice: Choice) -> Mine:
    """Return what an order prints of a reader's *notes* in this guide.

    Questions are printed all, highlights, notes and words where what they are on is. Those that an order names are
    printed wherever they are; so are those whose section the guide no longer has: nothing is lost in silence.
    """
    parts = {"words"} if order.what == "words" else order.parts
    kept = [note for note in notes if order.notes is None or note.id in order.notes]
    if not kept or not parts & {"questions", "highlights", "words"}:
        return Mine()
    from reader.core.notebook.reading_order import chapter

    found = chapter(kept, guide)
    scope = _Scope(guide, order, choice)
    return Mine(
        found.questions if "questions" in parts else (),
        tuple(_parts(found, scope)) if "highlights" in parts else (),
        tuple(filter(scope.has_word, found.words)) if "words" in parts else (),
    )


class _Scope:
    """Which notes belong to what is printed."""

    def __init__(self, guide: Guide, order: Order, choice: Choice) -> None:
        self.is_all = order.what in ("guide", "words", "notes") or order.notes is not None
        self._guide = guide
        self._sections: Collection[str] = {section.id for section in choice.sections}
        self._blocks = {block.id for block in choice.blocks} if order.what == "selection" else None
        self._choice = choice

    def has(self, placed: Placed) -> bool:
        """Whether a note on a passage is on one that is printed."""
        target = placed.note.target
        if self.is_all:
            return True
        if placed.start >= 0 and self._blocks is not None:
            return target.block in self._blocks or target.last_block in self._blocks
        return target.section in self._sections or self._guide.section(target.section) is None

    def has_word(self, placed: Placed) -> bool:
        """Whether a word is used in what is printed, or stands in no glossary of this guide."""
        name = placed.note.target.name
        return self.is_all or name in self._entries or self._guide.entry(name) is None

    @cached_property
    def _entries(self) -> Collection[str]:
        return uses_in(self._guide, self._choice.sections)


def _parts(found: Chapter, scope: _Scope) -> Iterator[tuple[str, tuple[Placed, ...]]]:
    """Yield the highlights and notes by what they are on, without what is empty."""
    groups = [
        (WHOLE, found.whole if scope.is_all else ()),
        *((part.title, tuple(filter(scope.has, part.notes))) for part in found.parts),
        (OTHERS, found.others if scope.is_all else ()),
        (LOST, tuple(filter(scope.has, found.lost))),
    ]
    for title, notes in groups:
        if kept := tuple(filter(_says_something, notes)):
            yield title, kept


def _says_something(placed: Placed) -> bool:
    """Whether a note has words for paper: a bookmark is a place on the screen."""
    return bool(placed.note.body.strip()) or placed.note.kind == "highlight"


def _question(placed: Placed, cutter: Cutter) -> Nested:
    body = placed.note.body.strip()
    about = placed.quote if body and placed.quote != body else ""
    return {"text": cutter.plain(body or placed.quote), "about": cutter.plain(about), "number": placed.number}


def _highlight(placed: Placed, cutter: Cutter) -> Nested:
    from reader.core.notebook.markdown import STYLES

    note = placed.note
    return {
        "number": placed.number,
        "style": note.style,
        "style_words": STYLES.get(note.style, ""),
        "quote": cutter.plain(placed.quote),
        "note": cutter.plain(note.body.strip()),
    }


def _word(placed: Placed, cutter: Cutter) -> Nested:
    target = placed.note.target
    term = placed.quote or target.name
    body = placed.note.body.strip()
    return {
        "term": cutter.plain(term or body),
        "text": cutter.plain(placed.meaning),
        "note": cutter.plain(body if term else ""),
    }
