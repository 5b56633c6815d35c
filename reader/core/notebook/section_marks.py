"""Where the notes of one section are marked: runs of words, and signs beside paragraphs."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from typing import NamedTuple

from reader.core.notebook.notes import Note
from reader.core.text import Block

LANES = 3  # lines under one another where highlights overlap; more of them share the last
MOST_RUNS = 20_000  # of one section: nobody highlights as much, but a file that was restored may hold more

_ON_WORDS = ("note", "question")  # what is not on the whole paragraph by its nature, as a bookmark is
_NEAR = 200  # characters beside the words of a note: citations of a paragraph are no more
At = tuple[str, int]  # a block, and a character there; "" is the section's heading


class Run(NamedTuple):
    """The words of one block that a highlight marks, or that are those of a note or a question."""

    note: Note
    start: int  # characters of the block's text
    end: int
    lane: int  # 0 is next to the words; those that overlap have different ones
    begins: bool  # whether the words begin here, and not in a block before
    ends: bool


class SectionMarks:
    """The marks of one section, worked out once; *shown* are the blocks that its depth shows.

    A note whose blocks are all hidden is in `hidden`, one that is shown in part begins where it is shown first.
    """

    def __init__(
        self,
        notes: Iterable[Note],
        blocks: Sequence[Block],
        shown: Collection[str],
        first_of: Callable[[str], str] = str,
    ) -> None:
        self._index = {block.id: number for number, block in enumerate(blocks)}
        self._blocks, self._shown = blocks, shown
        self._runs: dict[str, list[Run]] = {}
        self._beside: dict[str, list[Note]] = {}  # by the block with which a paragraph begins: *first_of* a block
        self._count = 0
        self.hidden: list[Note] = []
        self._ends: dict[str, tuple[tuple[int, int], tuple[int, int]]] = {}  # by the id of a note
        self.notes = sorted(filter(self._stands, notes), key=self._order)
        lanes: list[tuple[int, int]] = []  # where the words in each lane end
        for note in self.notes:
            self._mark(note, lanes)
            self._put_beside(note, first_of)

    def runs(self, block: str) -> Sequence[Run]:
        """Return the words of a block that are marked, in reading order."""
        return self._runs.get(block, ())

    def beside(self, block: str) -> Sequence[Note]:
        """Return the notes whose sign stands at the block with which a paragraph begins."""
        return self._beside.get(block, ())

    def between(self, start: At | None = None, end: At | None = None) -> Iterator[Note]:
        """Yield the notes that have words between two places; None is the section's beginning, or its end."""
        low, high = (self._place(each) if each is not None else None for each in (start, end))
        for note in self.notes:
            first, last = self._ends[note.id]
            if high is not None and first >= high:
                break
            if low is None or last > low:
                yield note

    def beyond(self, at: At, direction: int, known: str = "") -> Note | None:
        """Return the first note that begins after (1) a place, or the last one before it (-1); None at the end.

        Where the place is that of the note *known*, its neighbour: several may begin together.
        """
        number = next((number for number, note in enumerate(self.notes) if note.id == known), None)
        if number is not None:
            return self.notes[number + direction] if 0 <= number + direction < len(self.notes) else None
        place = self._place(at)
        firsts = ((note, self._ends[note.id][0]) for note in self.notes[::direction])
        return next((note for note, first in firsts if (first > place if direction > 0 else first < place)), None)

    def _place(self, at: At) -> tuple[int, int]:
        block, offset = at
        return self._index.get(block, 0), offset

    def _stands(self, note: Note) -> bool:
        """Take down where a note begins and ends; say whether it stands in this section."""
        target = note.target
        first, last = self._index.get(target.block), self._index.get(target.last_block)
        if first is None or last is None or (first, target.start) >= (last, target.end):
            return False
        self._ends[note.id] = (first, target.start), (last, target.end)
        return True

    def _order(self, note: Note) -> tuple[tuple[int, int], int, int]:
        """Sort by where a note begins; of two that begin together, the longer is first: the other lies on it."""
        first, (block, offset) = self._ends[note.id]
        return first, -block, -offset

    def _of(self, note: Note) -> Sequence[Block]:
        (first, _), (last, _) = self._ends[note.id]
        return self._blocks[first : last + 1]

    def _mark(self, note: Note, lanes: list[tuple[int, int]]) -> None:
        """Mark the words of a note, in the first lane that is free where it begins; the sign of some says it all."""
        start, end = self._ends[note.id]
        if note.kind != "highlight" and (note.kind not in _ON_WORDS or self._is_whole(start, end)):
            return
        lane = next((number for number, taken in enumerate(lanes) if taken <= start), min(len(lanes), LANES - 1))
        lanes[lane : lane + 1] = [max(end, lanes[lane]) if lane < len(lanes) else end]
        every = self._of(note)
        blocks = [block for block in every if block.kind != "evidence"] or every  # a mark of ours among the words
        self._count += len(blocks)
        if self._count > MOST_RUNS:
            return
        for block in blocks:
            low = start[1] if block is every[0] else 0
            high = end[1] if block is every[-1] else len(block.text)
            if low < high:
                run = Run(note, low, high, lane, block is blocks[0], block is blocks[-1])
                self._runs.setdefault(block.id, []).append(run)

    def _is_whole(self, start: tuple[int, int], end: tuple[int, int]) -> bool:
        """Whether no words stand before or behind in the blocks where something begins and ends; a number is none."""
        left = self._blocks[start[0]].text[max(start[1] - _NEAR, 0) : start[1]]
        right = self._blocks[end[0]].text[end[1] : end[1] + _NEAR]
        return not any(map(str.isalpha, left)) and not any(map(str.isalpha, right))

    def _put_beside(self, note: Note, first_of: Callable[[str], str]) -> None:
        """Put the sign of a note beside the paragraph in which it is shown first; a highlight alone has none."""
        shown = next((block.id for block in self._of(note) if block.id in self._shown), None)
        if shown is None:
            self.hidden.append(note)
        elif note.kind != "highlight" or note.body:
            self._beside.setdefault(first_of(shown), []).append(note)
