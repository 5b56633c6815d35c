"""The sheet to take to an appointment: what the guide says in three sentences, and what has room on two sides."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from reader.core.depth import shown
from reader.core.guide import Guide
from reader.core.handout.choosing import Choice
from reader.core.handout.mine import Mine
from reader.core.handout.order import PAPERS, Order
from reader.core.notebook.reading_order import Placed

SENTENCES = 3
LINES = 12  # to write on, under any other handout
FEWEST, MOST = 4, 16  # lines to write on, of the sheet
_ALIKE = 0.6  # share of a sentence's words that were said before: then it says nothing new
_LEAST_WORD = 4  # letters of a word that counts there
_SIDES = 2
_MARGINS = 64.0  # millimetres, above and below, and beside, the text
_POINT = 0.3528  # millimetres
_LETTER = 0.5  # width of a letter, of its size
_HEAD, _HEADING, _GAP = 20, 3, 1  # lines of title, date, summary and the end; of a heading; between two things


class Sheet(NamedTuple):
    """What stands on the sheet."""

    summary: tuple[str, ...]
    mine: Mine
    lines: int  # to write on
    left_out: str = ""  # what had no room, in one sentence


def sheet(guide: Guide, order: Order, choice: Choice, mine: Mine) -> Sheet:
    """Return what fits on two sides: questions first, then highlights and notes, then words, and lines to write on."""
    room = _Room(order)
    wants_lines = "lines" in order.parts
    room.take(_HEAD + (FEWEST + _HEADING if wants_lines else 0))
    questions = tuple(room.fill(mine.questions))
    parts = tuple((title, kept) for title, notes in mine.parts if (kept := tuple(room.fill(notes))))
    words = tuple(room.fill(mine.words))
    lines = min(MOST, FEWEST + max(0, int(room.left / 2))) if wants_lines else 0
    return Sheet(_summary(guide, order, choice, mine), Mine(questions, parts, words), lines, room.left_out)


def _summary(guide: Guide, order: Order, choice: Choice, mine: Mine) -> tuple[str, ...]:
    """Return the guide's main message and the gists of what the sheet is about, as far as they say something new.

    It is about the sections with highlights or, where there are none, those that were chosen. A guide without a message
    is told by the gists of its outermost sections.
    """
    noted = [placed.note.target.section for _, notes in mine.parts for placed in notes if placed.start >= 0]
    about = dict.fromkeys(noted or [section.id for section in choice.sections if order.what != "guide"])
    if not about and not guide.about.message:
        about = dict.fromkeys(section.id for section in guide.outline if section.level == 1)
    said: list[str] = []
    known: set[str] = set()
    for sentence in (guide.about.message, *_gists(guide, about)):
        words = {word for word in _words(sentence) if len(word) >= _LEAST_WORD}
        if len(said) < SENTENCES and words and len(words & known) / len(words) < _ALIKE:
            said.append(sentence)
            known |= words
    return tuple(said)


def _gists(guide: Guide, sections: Iterable[str]) -> Iterator[str]:
    for section in sections:
        gist = (block.text for block in shown(guide.blocks(section), "gist") if block.callout == "gist")
        yield " ".join(" ".join(gist).split())


def _words(sentence: str) -> list[str]:
    return "".join(letter if letter.isalnum() else " " for letter in sentence.casefold()).split()


class _Room:
    """So many lines, of which things take some each until none fits: an estimate that is rather too small."""

    def __init__(self, order: Order) -> None:
        layout = order.preset.layout
        width, height = PAPERS[order.paper]
        size = layout.size * _POINT
        self._letters = max(20, int((width - _MARGINS) / (size * _LETTER)))
        self.left = _SIDES * (height - _MARGINS) / (size * layout.leading)
        self._gone = 0

    @property
    def left_out(self) -> str:
        if not self._gone:
            return ""
        what = "1 thing" if self._gone == 1 else f"{self._gone} things"
        return f"{what} more that you wrote or marked had no room on this sheet."

    def take(self, lines: float) -> None:
        self.left -= lines

    def fill(self, notes: Sequence[Placed]) -> Iterator[Placed]:
        """Yield the notes that have room, under one heading; one that is too long does not keep out the next."""
        has_heading = False
        for placed in notes:
            needed = self._lines(placed) + (0 if has_heading else _HEADING)
            if needed > self.left:
                self._gone += 1
                continue
            self.take(needed)
            has_heading = True
            yield placed

    def _lines(self, placed: Placed) -> int:
        texts = (placed.quote, placed.note.body, placed.meaning)
        lines = (line for text in texts for line in text.splitlines())
        return _GAP + sum(math.ceil(len(line) / self._letters) for line in lines if line.strip())
