"""Which notes there are to be listed: those of the guide that is open, or those of all guides."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from typing import NamedTuple

from reader.core.guide import Guide
from reader.core.notebook import listing
from reader.core.notebook.book import Book
from reader.core.notebook.listing import By, Group, Standing
from reader.core.notebook.notes import Note
from reader.ui.notebook.panel_words import Wording


class Listed(NamedTuple):
    """Notes in their groups, and what puts them into words."""

    groups: list[tuple[Group, list[Note]]]
    wording: Wording


class Source:
    """The notes as they were told last."""

    def __init__(self) -> None:
        self.is_of_all = False  # guides
        self._book = Book()
        self._standing = Standing({})
        self._changed: Collection[str] = ()  # the ids of notes whose words the guide has no more, but others there
        self._sections: Mapping[str, str] = {}  # their titles, by id
        self._every: Sequence[Note] = ()
        self._guides: Mapping[str, str] = {}  # their titles, by id

    def take_guide(self, guide: Guide) -> None:
        """Begin with another guide, of which no notes are known yet."""
        self._sections = {section.id: section.title for section in guide.outline}
        self._standing = Standing({section.id: number for number, section in enumerate(guide.outline)})
        self._book, self._changed = Book(guide.about.id), ()

    def take_book(self, book: Book) -> None:
        """Take over the notes of the guide that is open."""
        self._book = book
        self._standing = self._standing._replace(lost=book.found("lost"))
        self._changed = book.found("changed")

    def take_every(self, notes: Sequence[Note], titles: Mapping[str, str]) -> None:
        """Take over the notes of all guides, and the guides' titles by id."""
        self._every, self._guides = notes, titles

    @property
    def notes(self) -> Sequence[Note]:
        """All that there are to be listed."""
        return self._every if self.is_of_all else self._book.notes

    def listed(self, found: Sequence[Note], by: By) -> Listed:
        """Return some of the notes as they are listed."""
        now = datetime.now()
        if self.is_of_all:
            groups = listing.of_all_guides(found, by, self._guides, now)
            return Listed(groups, Wording(self._guides, now, self._changed, are_guides=True))
        groups = listing.arranged(found, by, self._standing, now)
        return Listed(groups, Wording(self._sections, now, self._changed))

    def has_place(self, note: Note) -> bool:
        """Whether one can go to what a note is about; of other guides that is not known, and one can try."""
        return note.target.about != "guide" and (self.is_of_all or not self._standing.is_lost(note))
