"""The words that a reader keeps, and the way to put back the last one that was removed."""

from __future__ import annotations

from collections.abc import Sequence


class MyWords:
    """Ids of entries, the newest first; also of those that the guide has no more."""

    def __init__(self, entries: Sequence[str] = ()) -> None:
        self.entries = list(entries)
        self.removed = ""  # the entry that can be put back
        self._before: list[str] = []

    def keep(self, entry: str) -> None:
        """Put an entry at the top."""
        self.entries = [entry, *(each for each in self.entries if each != entry)]
        self.removed = ""

    def remove(self, entry: str) -> None:
        """Take an entry away; until the next change it can be put back."""
        self._before, self.removed = self.entries, entry
        self.entries = [each for each in self.entries if each != entry]

    def put_back(self) -> str:
        """Put back what was removed last, where it was, and return it; "" where there is nothing to put back."""
        entry, self.removed = self.removed, ""
        if entry:
            self.entries = self._before
        return entry
