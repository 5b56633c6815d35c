"""One guide's notes in memory: what the window paints and lists, without a look at the disk."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from reader.core.notebook.notes import Kind, Note
from reader.core.notebook.store import Change


class Book:
    """The notes of one guide, the last state that is known to be on the disk."""

    def __init__(self, guide: str = "", notes: Iterable[Note] = ()) -> None:
        self.guide = guide
        self._notes = {note.id: note for note in notes}
        self._by_section: dict[str, list[Note]] | None = None

    def __len__(self) -> int:
        """Return how many there are."""
        return len(self._notes)

    def get(self, identifier: str) -> Note | None:
        """Return a note, or None."""
        return self._notes.get(identifier)

    @property
    def notes(self) -> list[Note]:
        """All of them, in the order in which they were made."""
        return list(self._notes.values())

    def of_section(self, section: str) -> Sequence[Note]:
        """Return the notes whose passage stands in a section."""
        if self._by_section is None:
            self._by_section = {}
            for note in self._notes.values():
                if note.target.section:
                    self._by_section.setdefault(note.target.section, []).append(note)
        return self._by_section.get(section, ())

    def about(self, about: str, name: str) -> list[Note]:
        """Return the notes on an entry or a node."""
        return [each for each in self._notes.values() if (each.target.about, each.target.name) == (about, name)]

    def counts(self) -> Counter[Kind]:
        """Return how many notes there are of each kind."""
        return Counter(note.kind for note in self._notes.values())

    def take(self, changes: Iterable[Change]) -> None:
        """Take over what was done on the disk."""
        for before, after in changes:
            if after is not None and after.guide == self.guide:
                self._notes[after.id] = after
            elif before is not None:
                self._notes.pop(before.id, None)
        self._by_section = None
