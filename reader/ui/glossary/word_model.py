"""The rows of a list of words, each made when it is looked at: thirty thousand are there at once."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QStringListModel, Qt

from reader.core.excerpt import Excerpt
from reader.core.word_list import Word, WordSequence

if TYPE_CHECKING:
    from reader.core.glossary_search import Match

ROW = int(Qt.ItemDataRole.UserRole)
Index = QModelIndex | QPersistentModelIndex
_SPOKEN = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)


class Row(NamedTuple):
    """A word as it is shown."""

    id: str  # of its entry
    term: str
    says: Excerpt  # how its explanation begins, or why it was found
    spoken: str  # all of it for a screen reader
    is_mine: bool
    was_looked_up: bool


class WordModel(QStringListModel):
    """A list of words, or of what was found among them.

    The strings of the list are empty: they only let Qt count the rows itself. Asked of Python, twice for each row
    whenever a view is laid out, thirty thousand rows would take a fifth of a second.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._words: WordSequence | None = None
        self._matches: Sequence[Match] = ()
        self._mine: frozenset[str] = frozenset()
        self._looked_up: frozenset[str] = frozenset()

    def show_words(self, words: WordSequence | None, matches: Sequence[Match] = ()) -> None:
        """List *words*; with *matches*, one for each, that tell why it was found."""
        self._words, self._matches = words, matches
        self.setStringList([""] * (len(words) if words is not None else 0))

    def mark(self, mine: Collection[str], looked_up: Collection[str]) -> None:
        """Mark the words that are the reader's own, and those that were looked up before; the view is told by who asks.

        A signal would make it lay out all rows anew.
        """
        self._mine, self._looked_up = frozenset(mine), frozenset(looked_up)

    def row(self, number: int) -> Row:
        """Return a row, from 0."""
        if self._words is None:
            raise IndexError(number)
        word = self._words[number]
        match = self._matches[number] if self._matches else None
        says, explained = self._said(word, match)
        if word.glossary:
            source = f"{word.glossary} · "
            shift = len(source)
            says = Excerpt(source + says.text, tuple((start + shift, end + shift) for start, end in says.marks))
        is_mine, was_looked_up = word.id in self._mine, word.id in self._looked_up
        parts = (
            word.term,
            explained,
            self.tr("From {0}").format(word.glossary) if word.glossary else "",
            self.tr("One of my words") if is_mine else "",
            self.tr("Looked up before") if was_looked_up else "",
        )
        spoken = ". ".join(part.rstrip(".") for part in parts if part)
        return Row(word.id, word.term, says, spoken, is_mine, was_looked_up)

    def number(self, entry: str) -> int | None:
        """Return the row of the entry with this id, or None."""
        return self._words.row(entry) if self._words is not None else None

    def _said(self, word: Word, match: Match | None) -> tuple[Excerpt, str]:
        """Return what stands below the word, and how a screen reader says it."""
        if match is None or match.how == "term" or (match.how == "name" and not match.said.text):  # a later word of it
            return Excerpt(word.beginning), word.beginning
        if match.how == "name":
            before = self.tr("also called {0}").partition("{0}")[0]
            marks = tuple((start + len(before), end + len(before)) for start, end in match.said.marks)
            return Excerpt(before + match.said.text, marks), before + match.said.text
        if match.how == "definition":
            return match.said, self.tr("in its explanation: {0}").format(match.said.text)
        return Excerpt(self.tr("written like it · {0}").format(word.beginning)), self.tr("written like it")

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return a row, or what is said of it."""
        if not index.isValid() or role not in (ROW, *_SPOKEN):
            return None
        row = self.row(index.row())
        return row if role == ROW else row.spoken
