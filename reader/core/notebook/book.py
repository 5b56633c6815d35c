"""One guide's notes in memory, and where they stand in it: what the window paints and lists, without the disk."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Literal

from reader.core.notebook.notes import Kind, Note, Target
from reader.core.notebook.passage import How, Standing
from reader.core.notebook.store import Change


class Book:
    """The notes of one guide, the last state that is known to be on the disk.

    Where notes stand that come from the disk is not known (*is_placed*) until `place` tells it; those that are added
    stand where they were made.
    """

    def __init__(self, guide: str = "", notes: Iterable[Note] = (), *, is_placed: bool = True) -> None:
        self.guide = guide
        self._notes = {note.id: note for note in notes}
        self._how: dict[str, How] = dict.fromkeys(self._notes, "exact") if is_placed else {}
        self._by_section: dict[str, dict[str, Note]] = {}
        self._by_name: dict[tuple[str, str], dict[str, Note]] = {}
        self._sorted: dict[str, list[Note]] = {}  # by section; as they were asked for last
        for note in self._notes.values():
            self._enter(note)

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
        """Return the notes whose passage stands in a section, in the order of the text."""
        found = self._sorted.get(section)
        if found is None:
            inside = self._by_section.get(section, {}).values()
            found = self._sorted[section] = sorted((e for e in inside if self.is_found(e.id)), key=_place)
        return found

    def about(self, about: str, name: str) -> list[Note]:
        """Return the notes on an entry or a node."""
        return list(self._by_name.get((about, name), {}).values())

    def how(self, identifier: str) -> How | Literal[""]:
        """Return how a note was found in this version of the guide; "": nobody knows yet."""
        return self._how.get(identifier, "")

    def unplaced(self, kind: Kind, targets: Sequence[Target]) -> list[Note]:
        """Return the notes of a kind on these very passages of which nobody knows yet whether they still stand there.

        Whoever marks the same again in that moment means them, and would else have the mark twice.
        """
        wanted = {target.spot for target in targets}
        sections = {target.section for target in targets}
        inside = (note for section in sections for note in self._by_section.get(section, {}).values())
        return [note for note in inside if note.kind == kind and not self.how(note.id) and note.target.spot in wanted]

    def is_found(self, identifier: str) -> bool:
        """Whether what a note is about is known to stand in the guide."""
        return self._how.get(identifier, "lost") != "lost"

    @property
    def lost(self) -> list[Note]:
        """Those that are about what is not found in this version of the guide, in the order in which they were made."""
        lost = self.found("lost")
        return [note for note in self._notes.values() if note.id in lost] if lost else []

    def found(self, how: How) -> frozenset[str]:
        """Return the ids of the notes that were found like this in this version of the guide."""
        return frozenset(identifier for identifier, each in self._how.items() if each == how)

    def place(self, found: Iterable[tuple[Note, Standing]]) -> None:
        """Take over where notes stand; one that was changed or removed meanwhile stays as it is."""
        for sought, standing in found:
            note = self._notes.get(sought.id)
            if note is None or note.target != sought.target:
                continue
            self._leave(note)
            self._how[note.id] = standing.how
            self._notes[note.id] = note._replace(target=standing.target)
            self._enter(self._notes[note.id])

    def take(self, changes: Iterable[Change]) -> None:
        """Take over what was done on the disk."""
        for before, after in changes:
            gone = self._notes.get(before.id) if before is not None else None
            if gone is not None:
                self._leave(gone)
            if after is not None and after.guide == self.guide:
                old = self._notes.get(after.id)
                if old is None or old.target != after.target:
                    self._how[after.id] = "exact"
                self._notes[after.id] = after
                self._enter(after)
            elif before is not None:
                self._notes.pop(before.id, None)
                self._how.pop(before.id, None)

    def _enter(self, note: Note) -> None:
        target = note.target
        if target.section:
            self._by_section.setdefault(target.section, {})[note.id] = note
            self._sorted.pop(target.section, None)
        if target.name:
            self._by_name.setdefault((target.about, target.name), {})[note.id] = note

    def _leave(self, note: Note) -> None:
        target = note.target
        self._by_section.get(target.section, {}).pop(note.id, None)
        self._sorted.pop(target.section, None)
        self._by_name.get((target.about, target.name), {}).pop(note.id, None)


def _place(note: Note) -> tuple[int, int, float, str]:
    """Return a key that sorts the notes of a section by where they stand; the number of a block ends its id."""
    target = note.target
    number = target.block.rpartition(".")[2]
    return int(number) if number.isdecimal() else 0, target.start, note.made, note.id
