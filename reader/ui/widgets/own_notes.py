"""What the reader put on a word or on a node of the pathway, in words: a bookmark, notes, questions."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QCoreApplication

from reader.core.notebook.book import Book
from reader.core.notebook.notes import About, Kind

LONGEST = 4_000  # characters that are told; all of it can be read where it is written
_SPOKEN = 200  # characters on the way through the nodes: nobody listens to more at each


class Own(NamedTuple):
    """What is told of one kind of them."""

    kind: Kind  # its sign is called like it
    head: str
    body: str  # what one wrote; "" for a bookmark alone

    @property
    def words(self) -> str:
        """Head and body."""
        return f"{self.head}: {self.body}" if self.body else self.head


def own_on(book: Book, about: About, name: str, longest: int = LONGEST) -> tuple[Own, ...]:
    """Return what the reader put on the entry or node with this id, one after the other."""
    notes = book.about(about, name)
    told: list[Own] = []
    for kind in ("bookmark", "note", "question"):
        bodies = [note.body for note in notes if note.kind == kind]
        if bodies:
            body = "\n".join(filter(None, bodies))
            cut = f"{body[:longest]}…" if len(body) > longest else body
            told.append(Own(kind, _head(kind, has_body=bool(body)), cut))
    return tuple(told)


def said_on(book: Book, about: About, name: str) -> str:
    """Return in short what one hears of it who comes to the entry or node; "" where there is nothing."""
    return " ".join(each.words for each in own_on(book, about, name, _SPOKEN))


def _head(kind: Kind, *, has_body: bool) -> str:
    if kind == "bookmark":
        return _tr("Your bookmark") if has_body else _tr("You put a bookmark on it.")
    return _tr("Your note") if kind == "note" else _tr("Your question")


def _tr(text: str) -> str:
    return QCoreApplication.translate("Own", text)
