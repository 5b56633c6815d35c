"""The basket: the sections that a reader collects for a handout, in the order in which they will be printed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from reader.core.records import Section

NONE, SOME, ALL = "none", "some", "all"  # of a section and those inside it that are in the basket


class Basket:
    """Sections of one guide, each once. A section stands for itself; those inside it are ticked with it."""

    def __init__(self, outline: Sequence[Section], sections: Iterable[str] = ()) -> None:
        """Begin with these *sections*; ids that the outline does not have are left out."""
        self._inside: dict[str, list[str]] = {}
        for section in outline:
            self._inside.setdefault(section.parent, []).append(section.id)
        self._known = {section.id for section in outline}
        self.sections = [each for each in dict.fromkeys(sections) if each in self._known]

    def state(self, section: str) -> str:
        """Return whether NONE, SOME or ALL of a section and those inside it are in the basket."""
        family = self._family(section)
        held = sum(each in self.sections for each in family)
        return NONE if not held else ALL if held == len(family) else SOME

    def add(self, section: str) -> None:
        """Put a section and those inside it at the end, in their order; those that are there stay where they are."""
        self.sections += [each for each in self._family(section) if each not in self.sections]

    def remove(self, section: str) -> None:
        """Take out a section and those inside it."""
        family = set(self._family(section))
        self.sections = [each for each in self.sections if each not in family]

    def toggle(self, section: str) -> None:
        """Take a section out where all of it is in the basket, else put it in."""
        if self.state(section) == ALL:
            self.remove(section)
        else:
            self.add(section)

    def move(self, section: str, to: int) -> None:
        """Let a section of the basket stand at *to* among the others."""
        self.sections.remove(section)
        self.sections.insert(to, section)

    def _family(self, section: str) -> list[str]:
        """Return the ids of a section and of those inside it, in reading order; none for an unknown one."""
        found, waiting = [], [section] if section in self._known else []
        while waiting:
            here = waiting.pop()
            found.append(here)
            waiting += reversed(self._inside.get(here, []))
        return found
