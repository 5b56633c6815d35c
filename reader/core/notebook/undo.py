"""What was done to the notes, so that it can be undone, and done again."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from reader.core.notebook.store import Change

MOST = 200  # acts that can be undone


class Act(NamedTuple):
    """One thing that somebody did, in words, and what it changed."""

    words: str  # "Highlight", as in "Undo: Highlight"
    changes: tuple[Change, ...]

    @property
    def reverse(self) -> Act:
        """What undoes it."""
        return Act(self.words, tuple(each.reverse for each in reversed(self.changes)))


class Undo:
    """The acts of one window since it was opened, the newest last."""

    def __init__(self) -> None:
        self._done: list[Act] = []
        self._undone: list[Act] = []

    def did(self, words: str, changes: Sequence[Change]) -> None:
        """Take note of an act; what was undone before it cannot be done again."""
        self._done.append(Act(words, tuple(changes)))
        del self._done[:-MOST]
        self._undone.clear()

    def undo(self) -> Act | None:
        """Return what undoes the newest act, or None."""
        return self._step(self._done, self._undone)

    def redo(self) -> Act | None:
        """Return what does again what was undone last, or None."""
        return self._step(self._undone, self._done)

    @property
    def newest(self) -> Act | None:
        """The act that `undo` would undo."""
        return self._done[-1] if self._done else None

    @property
    def newest_undone(self) -> Act | None:
        """The act, as it was undone, that `redo` would do again."""
        return self._undone[-1] if self._undone else None

    @property
    def words(self) -> tuple[str, str]:
        """What `undo` and `redo` would undo and do again, in words; "" for nothing."""
        return self._done[-1].words if self._done else "", self._undone[-1].words if self._undone else ""

    @staticmethod
    def _step(source: list[Act], other: list[Act]) -> Act | None:
        if not source:
            return None
        reverse = source.pop().reverse
        other.append(reverse)
        return reverse
