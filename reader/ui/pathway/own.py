"""What the reader put on a node, in words: notes, a bookmark, questions."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QCoreApplication

from reader.core.notebook.book import Book
from reader.core.notebook.notes import Kind

_LONGEST = 4_000  # characters that are told; all of it can be read where it is written
_SPOKEN = 200  # characters on the way through the nodes: nobody listens to more at each


class Own(NamedTuple):
    """What is told of one kind of them."""

    kind: Kind  # its sign is called like it
    words: str


def own_on(book: Book, node: str) -> tuple[Own, ...]:
    """Return what the reader put on the node with this id, one after the other."""
    return _told(book, node, _LONGEST)


def said_on(book: Book, node: str) -> str:
    """Return in short what one hears of it who comes to the node with this id; "" where there is nothing."""
    return " ".join(each.words for each in _told(book, node, _SPOKEN))


def _told(book: Book, node: str, longest: int) -> tuple[Own, ...]:
    notes = book.about("node", node)
    told: list[Own] = []
    for kind in ("bookmark", "note", "question"):
        of_kind = [note.body for note in notes if note.kind == kind]
        if of_kind:
            told.append(Own(kind, _words(kind, "\n".join(filter(None, of_kind)), longest)))
    return tuple(told)


def _words(kind: Kind, body: str, longest: int) -> str:
    shown = f"{body[:longest]}…" if len(body) > longest else body
    if kind == "bookmark":
        return _tr("Your bookmark: {0}").format(shown) if shown else _tr("You put a bookmark on it.")
    return (_tr("Your note: {0}") if kind == "note" else _tr("Your question: {0}")).format(shown)


def _tr(text: str) -> str:
    return QCoreApplication.translate("Own", text)
