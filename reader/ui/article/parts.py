"""An article cut into parts: what is put into its document at a time, at the depth that was chosen."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from reader.core import depth
from reader.core.guide import Guide
from reader.core.records import Section
from reader.core.text import Block, Place

PART = 6_000  # characters after which a part ends: about 10 ms of building
SCREENFUL = 2_000  # characters
LINE = 40  # characters that a block takes beside its own: its last line, and the room below it


class Part(NamedTuple):
    """Some blocks of one section that follow one another."""

    section: Section
    blocks: Sequence[Block]
    before: Block | None  # the block before them in their section
    terms: frozenset[tuple[str, int]]  # the terms in the section that are marked: block id and offset
    is_first: bool  # of the article
    minutes_left_out: int  # at its end: how long reading takes what is not shown


class Parts:
    """The parts of a guide's article, made when they are asked for; *marking* of settings.MARKING."""

    def __init__(self, guide: Guide, for_all: str, of: dict[str, str], marking: str = "first") -> None:
        self._guide = guide
        self._for_all, self._of = for_all, of
        self._marking = marking
        self._always: dict[str, bool] = {}  # entries -> whether their author wants each mention marked
        self._ids: dict[str, frozenset[str]] = {}  # section -> its blocks that can be seen, once it was asked for
        self._last: tuple[int, list[Part]] = (-1, [])  # the section that was cut last

    def of_section(self, index: int) -> list[Part]:
        """Return the parts of the section with this number in the outline; at least one."""
        if self._last[0] != index:
            self._last = (index, self._cut(index))
        return self._last[1]

    def hides(self, section: str, block: str) -> bool:
        """Whether the depth in force in a section leaves this block of it out."""
        blocks = self._guide.blocks(section)
        shown = self._shown(section, blocks)
        return any(each.id == block for each in blocks) and all(each.id != block for each in shown)

    def shown(self, section: str) -> frozenset[str]:
        """Return the ids of the blocks of a section that its depth shows."""
        if section not in self._ids:
            self._ids[section] = frozenset(each.id for each in self._shown(section, self._guide.blocks(section)))
        return self._ids[section]

    def ahead(self, place: Place | None) -> list[tuple[str, str]]:
        """Return about a screenful of the blocks that are shown from a place on, each as its section and its id."""
        every = [section.id for section in self._guide.outline]
        first = every.index(place.section) if place is not None and place.section in every else 0
        ahead: list[tuple[str, str]] = []
        room = SCREENFUL
        for section in every[first:]:
            blocks = self._guide.blocks(section)
            ids = [block.id for block in blocks]
            begin = ids.index(place.block) if place is not None and place.block in ids else 0
            for block in blocks[begin:]:
                if room <= 0:
                    return ahead
                if block.id in self.shown(section):
                    ahead.append((section, block.id))
                    room -= len(block.text) + LINE
        return ahead

    def _shown(self, section: str, blocks: tuple[Block, ...]) -> tuple[Block, ...]:
        return depth.shown(blocks, self._of.get(section, self._for_all))

    def _cut(self, index: int) -> list[Part]:
        section = self._guide.outline[index]
        every = self._guide.blocks(section.id)
        blocks = self._shown(section.id, every)
        terms = self._marked(blocks)
        left_out = depth.minutes_left_out(every, blocks)
        cuts = [0]
        size = 0
        for number, block in enumerate(blocks):
            if size > PART and _may_begin(block, blocks[number - 1]):
                cuts.append(number)
                size = 0
            size += len(block.text) + 1
        ends = [*cuts[1:], len(blocks)]
        return [
            Part(
                section,
                blocks[start:end],
                blocks[start - 1] if start else None,
                terms,
                index == start == 0,
                left_out if end == len(blocks) else 0,
            )
            for start, end in zip(cuts, ends, strict=True)
        ]

    def _marked(self, blocks: Sequence[Block]) -> frozenset[tuple[str, int]]:
        """Return the terms of a section that are marked: block id and offset."""
        if self._marking == "none":
            return frozenset()
        marked = []
        seen: set[str] = set()
        for block in blocks:
            for span in block.spans:
                if span.kind == "term" and (
                    self._marking == "every" or span.value not in seen or self._is_always_marked(span.value)
                ):
                    seen.add(span.value)
                    marked.append((block.id, span.start))
        return frozenset(marked)

    def _is_always_marked(self, identifier: str) -> bool:
        if identifier not in self._always:
            entry = self._guide.entry(identifier)
            self._always[identifier] = entry is not None and entry.mark == "every"
        return self._always[identifier]


def _may_begin(block: Block, before: Block) -> bool:
    """Whether a part may begin with *block*: a table and a callout stay whole, a mark stays with what it speaks of."""
    is_inside = block.kind == before.kind == "cell" or 0 < block.box == before.box
    return not is_inside and block.kind not in ("evidence", "definition")
