"""Marks everyday words where a handout has them first: a guide marks them once, maybe where nothing is printed."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import cached_property

from reader.core.guide import Guide
from reader.core.handout.choosing import Choice
from reader.core.mentions import uses_in
from reader.core.records import Entry
from reader.core.text import Block, Span

_TAKEN = ("link", "cite", "term", "code")  # no term lies in or over one of these
_LONGEST = 20_000  # characters of a block that was cut through, and is searched


def marked(guide: Guide, choice: Choice, *, is_cut: bool) -> Choice:
    """Return what is printed with a mark at the first use of each such word that has none in it.

    Where blocks are cut (*is_cut*), words are not where the guide says that they are, and are looked for.
    """
    named = {span.value for block in choice.blocks for span in block.spans if span.kind == "term"}
    every = [_Page(block) for block in choice.blocks]
    pages = {block.id: page for block, page in zip(choice.blocks, every, strict=True)}
    for identifier, places in uses_in(guide, choice.sections).items():
        entry = guide.entry(identifier) if identifier not in named else None
        if entry is not None and entry.mark == "once":
            for block, start in places:
                if block in pages and pages[block].mark(entry, -1 if is_cut else start):
                    break
    return choice._replace(blocks=tuple(page.marked() for page in every))


class _Page:
    """A block, and the words in it that are marked now."""

    def __init__(self, block: Block) -> None:
        self._block = block
        self._new: list[Span] = []

    def mark(self, entry: Entry, start: int) -> bool:
        """Mark a word at *start* or, where that is -1, where it stands first; return whether it stands there."""
        found = self._at(entry, start) if start >= 0 else self._anywhere(entry)
        first = next(filter(self._is_free, found), None)
        if first is not None:
            self._new.append(Span(first.start(), first.end(), "term", entry.id))
        return first is not None

    def marked(self) -> Block:
        """Return the block with its new marks."""
        spans = self._block.spans
        return self._block._replace(spans=tuple(sorted((*spans, *self._new)))) if self._new else self._block

    @cached_property
    def _taken(self) -> list[Span]:
        return [span for span in self._block.spans if span.kind in _TAKEN]

    def _is_free(self, word: re.Match[str]) -> bool:
        """Whether a word lies over nothing that keeps terms out."""
        after = bisect_left(self._taken, word.end(), key=lambda span: span.start)  # of those before, the last ends last
        return not after or self._taken[after - 1].end <= word.start()

    def _at(self, entry: Entry, start: int) -> Iterator[re.Match[str]]:
        for name in (*map(_written, _names(entry)), r"\w+"):  # or an irregular form, of one word
            if (found := re.compile(name, re.IGNORECASE).match(self._block.text, start)) is not None:
                yield found

    def _anywhere(self, entry: Entry) -> Iterator[re.Match[str]]:
        names = "|".join(map(_written, _names(entry)))
        text = self._block.text if len(self._block.text) <= _LONGEST else ""
        return re.finditer(rf"(?<!\w)(?:{names})", text, re.IGNORECASE)


def _names(entry: Entry) -> list[str]:
    return sorted((entry.term, *entry.short_forms, *entry.other_names), key=len, reverse=True)


def _written(name: str) -> str:
    """Return a pattern for a word with the ending that it may have."""
    return rf"{re.escape(name)}\w{{0,3}}(?!\w)"
