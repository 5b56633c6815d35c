"""All that is painted of a drawing, in blocks: another light costs only the blocks in which something changes."""

from __future__ import annotations

from collections.abc import Sequence

from reader.ui.pathway.marks import Mark, marks
from reader.ui.pathway.mood import Mood
from reader.ui.pathway.parts import Part

_BLOCK = 32  # parts that are made anew together


class _Block:
    def __init__(self, parts: Sequence[Part]) -> None:
        self.parts = parts
        self.keys = {part.key for part in parts}
        self.marks: list[Mark] | None = None


class Sheet:
    """The marks of all parts from back to front, the lines that are lit above the others.

    Marks are kept until `forget` is told that what they show has changed: there is no other rule.
    """

    def __init__(self, parts: Sequence[Part], mood: Mood) -> None:
        self._mood = mood
        self._lines = [part for part in parts if part.role == "edge"]
        lines_end = max((number for number, part in enumerate(parts, 1) if part.role == "edge"), default=0)
        self._below, self._above = _blocks(parts[:lines_end]), _blocks(parts[lines_end:])
        self._marks: list[Mark] | None = None

    def forget(self, keys: frozenset[str] | None = None) -> None:
        """Make anew what shows these nodes and interactions; None: everything."""
        self._marks = None
        for block in (*self._below, *self._above):
            if keys is None or not keys.isdisjoint(block.keys):
                block.marks = None

    def marks(self) -> list[Mark]:
        """Return what is to be painted now."""
        if self._marks is None:
            below = [mark for block in self._below for mark in self._of(block)]
            lit = marks(part for part in self._lines if self._is_raised(part) and self._is_shown(part))
            self._marks = below + lit + [mark for block in self._above for mark in self._of(block)]
        return self._marks

    def _of(self, block: _Block) -> list[Mark]:
        if block.marks is None:
            block.marks = marks(part for part in block.parts if self._is_shown(part) and not self._is_raised(part))
        return block.marks

    def _is_shown(self, part: Part) -> bool:
        return self._mood.is_shown(part.key, part.role)

    def _is_raised(self, part: Part) -> bool:
        """Whether a line is painted after all lines that are not lit, and so below the nodes that follow them."""
        return self._mood.lit is not None and part.role == "edge" and part.key in self._mood.lit


def _blocks(parts: Sequence[Part]) -> list[_Block]:
    return [_Block(parts[start : start + _BLOCK]) for start in range(0, len(parts), _BLOCK)]
