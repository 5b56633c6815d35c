"""The basket: the sections that a reader collects for a handout, in the order in which they will be printed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cached_property

from reader.core.records import Section

NONE, SOME, ALL = "none", "some", "all"  # of a section and those inside it that are in the basket


class Basket:
    """Sections of one guide, each once. A section stands for itself; those inside it are ticked with it.

    They stay in reading order as long as nobody has put them in another one; what comes after that goes to the end.
    """

    def __init__(self, outline: Sequence[Section], sections: Iterable[str] = ()) -> None:
        """Begin with these *sections*; ids that the outline does not have are left out."""
        self._outline = outline
        self.sections: tuple[str, ...] = ()
        """Their ids, in order."""
        self.left_out: tuple[str, ...] = ()
        """Of the ids it was given last, those that the outline does not have."""
        self.take(sections)

    def take(self, sections: Iterable[str]) -> None:
        """Hold these sections, in this order, and no others; ids that the outline does not have are left out."""
        every = tuple(dict.fromkeys(sections))
        self.sections = tuple(each for each in every if each in self._positions) if every else ()
        self.left_out = tuple(each for each in every if each not in self._positions) if every else ()

    def state(self, section: str) -> str:
        """Return whether NONE, SOME or ALL of a section and those inside it are in the basket."""
        family, here = self._family(section), set(self.sections)
        held = sum(each in here for each in family)
        return NONE if not held else ALL if held == len(family) else SOME

    def states(self) -> dict[str, str]:
        """Return SOME or ALL for each section whose state is not NONE, by its id: all of them in one go."""
        if not self.sections:
            return {}
        held, size = dict.fromkeys(self.sections, 1), dict.fromkeys(self._positions, 1)
        for section in reversed(self._outline):  # those inside first
            identifier, parent = section.id, section.parent
            if parent:
                size[parent] += size[identifier]
                if identifier in held:
                    held[parent] = held.get(parent, 0) + held[identifier]
        return {each: ALL if count == size[each] else SOME for each, count in held.items()}

    def put(self, sections: Iterable[str]) -> None:
        """Put in these sections, without those inside them; those that are there stay where they are."""
        is_in_order = self.sections == self._in_order(self.sections)
        both = tuple(dict.fromkeys((*self.sections, *sections)))
        self.take(self._in_order(both) if is_in_order else both)

    def drop(self, sections: Iterable[str]) -> None:
        """Take out these sections, without those inside them."""
        gone = set(sections)
        self.take(each for each in self.sections if each not in gone)

    def toggle(self, section: str) -> None:
        """Take out a section and those inside it where all are in the basket, else put them in."""
        if self.state(section) == ALL:
            self.drop(self._family(section))
        else:
            self.put(self._family(section))

    @cached_property
    def _positions(self) -> dict[str, int]:
        return {section.id: position for position, section in enumerate(self._outline)}

    @cached_property
    def _inside(self) -> dict[str, list[str]]:
        inside: dict[str, list[str]] = {}
        for section in self._outline:
            inside.setdefault(section.parent, []).append(section.id)
        return inside

    def _in_order(self, sections: Iterable[str]) -> tuple[str, ...]:
        return tuple(sorted(sections, key=lambda each: self._positions.get(each, len(self._positions))))

    def _family(self, section: str) -> list[str]:
        """Return the ids of a section and of those inside it, in reading order; none for an unknown one."""
        found, waiting = [], [section] if section in self._positions else []
        while waiting:
            here = waiting.pop()
            found.append(here)
            waiting += reversed(self._inside.get(here, []))
        return found
