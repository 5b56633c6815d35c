"""What is to be explained: words that are selected, the word at a place, the next explained word in view."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint
from PySide6.QtGui import QTextCursor

from reader.ui.article.places import Hyperlink

if TYPE_CHECKING:
    from reader.ui.article.column import Column

LONGEST_ASKED = 200  # characters that can be asked for; the longest entry of a glossary is much shorter
_NO_LETTERS = dict.fromkeys(map(ord, "\ufffc\u00ad"))  # pictures and soft hyphens


def selected(column: Column) -> Hyperlink | None:
    """Return the words that are selected, where one sees them; None where nothing is."""
    caret = column.textCursor()
    if not caret.hasSelection():
        return None
    first, last = column.top_position(), _last_position(column)
    is_seen = caret.selectionStart() <= last and caret.selectionEnd() >= first
    return Hyperlink(caret.selectionStart(), caret.selectionEnd(), "") if is_seen else None


def term_at(column: Column, position: int) -> Hyperlink | None:
    """Return the term at a document position, marked or not, or None."""
    found = (column.places.link_at(position), column.places.unmarked_at(position))
    return next((each for each in found if each is not None and is_term(each)), None)


def word_at(column: Column, position: int) -> Hyperlink | None:
    """Return the word at a document position, be it a term or not; None where none is."""
    word = QTextCursor(column.document())
    word.setPosition(position)
    word.select(QTextCursor.SelectionType.WordUnderCursor)
    if not any(letter.isalnum() for letter in word.selectedText()):
        return None
    return Hyperlink(word.selectionStart(), word.selectionEnd(), "")


def next_term(column: Column) -> Hyperlink | None:
    """Return the first marked term in view below the eye, else the first one that is not marked, or None."""
    line = column.cursorForPosition(QPoint(0, column.reading_line())).position()
    link = column.places.link_after(line)
    while link is not None and not is_term(link) and column.in_view(link.start):
        link = column.places.link_after(link.end)
    for found in (link, column.places.unmarked_after(line)):
        if found is not None and is_term(found) and column.in_view(found.start):
            return found
    return None


def written(column: Column, asked: Hyperlink) -> str:
    """Return the words of *asked* in one line; of very many words the beginning, more than can be asked."""
    words = QTextCursor(column.document())
    words.setPosition(asked.start)
    words.setPosition(min(asked.end, asked.start + 2 * LONGEST_ASKED), QTextCursor.MoveMode.KeepAnchor)
    return " ".join(words.selectedText().translate(_NO_LETTERS).split())


def is_term(link: Hyperlink) -> bool:
    """Whether a link leads to an explanation, and not to a reference or a place."""
    return link.address.startswith("term:")


def entry_of(link: Hyperlink | None) -> str:
    """Return the id of the entry that a term has; "" for what is no term."""
    return link.address.partition(":")[2] if link is not None and is_term(link) else ""


def _last_position(column: Column) -> int:
    return column.cursorForPosition(QPoint(column.viewport().width(), column.viewport().height())).position()
