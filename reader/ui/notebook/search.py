"""Where the notes stand in the guide that was opened, looked for between two acts; of the scribe's thread."""

from __future__ import annotations

import contextlib
import time
from collections.abc import Generator, Iterable
from pathlib import Path

from reader.core.guide import Guide
from reader.core.notebook import finding
from reader.core.notebook.book import Book
from reader.core.notebook.finding import Found
from reader.core.notebook.notes import Note
from reader.core.notebook.passage import Standing
from reader.core.notebook.store import Change
from reader.errors import ReaderError

AT_ONCE = 0.1  # seconds that are spent before the book is handed over: most books are done by then
TELL_SECONDS = 0.25  # from one telling to the next: each makes the window list and paint anew


class Search:
    """The notes of one guide, and where each of them stands in this version of it."""

    def __init__(self, guide: str, file: Path | None, notes: list[Note]) -> None:
        """*file* is the compiled guide; without it, or where it cannot be read any more, nothing is looked for."""
        self.guide = guide
        self.every: Found = []
        self._untold: Found = []
        self._told_at = time.monotonic()
        opened = _opened(file)
        self.book = Book(guide, notes, is_placed=opened is None)
        self._slices = _slices(opened, notes)
        self.is_done = False

    def begin(self, seconds: float = AT_ONCE) -> Book:
        """Return the book with what could be found in so many seconds."""
        end = time.monotonic() + seconds
        while not self.is_done and time.monotonic() < end:
            self._step()
        self.book.place(self._untold)
        self._untold = []
        return self.book

    def go_on(self) -> Found:
        """Look for some milliseconds more; return what is to be told of it now."""
        self._step()
        if not self.is_done and time.monotonic() < self._told_at + TELL_SECONDS:
            return []
        found, self._untold, self._told_at = self._untold, [], time.monotonic()
        return found

    def follow(self, before: Search | None) -> None:
        """Take over where the notes stood when they were looked for last: a mark must not go and come again."""
        if before is not None and before.guide == self.guide:
            self.book.place(before.every)
            self.book.place((note._replace(target=at.target), at) for note, at in before.every if at.how != "lost")

    def take(self, changes: Iterable[Change]) -> None:
        """Take note of what the window shows already: it stands where it was made."""
        self.every += [(each.after, Standing(each.after.target, "exact")) for each in changes if each.after is not None]

    def moves(self) -> list[Change]:
        """Return the changes that keep where the notes stand now."""
        return finding.moves(self.every)

    def stop(self) -> None:
        """Let go of the guide."""
        self._slices.close()

    def _step(self) -> None:
        found = next(self._slices, None)
        self.is_done = found is None
        self._untold += found or []
        self.every += found or []


def _slices(guide: Guide | None, notes: list[Note]) -> Generator[Found, None, None]:
    if guide is not None:
        with contextlib.closing(guide), contextlib.suppress(ReaderError):  # damaged meanwhile
            yield from finding.find_all(guide, notes)


def _opened(file: Path | None) -> Guide | None:
    """Return the guide, open for this thread."""
    with contextlib.suppress(ReaderError):
        return Guide(file) if file is not None else None
    return None
