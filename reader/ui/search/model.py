"""The rows of a list of what was found, each made when it is looked at."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from reader.core.excerpt import Excerpt

ROW = int(Qt.ItemDataRole.UserRole)
_NOWHERE = QModelIndex()
_SPOKEN = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)


class Row(NamedTuple):
    """One hit as it is shown: what it is, what it is called, and the words around what was found."""

    kind: str  # in the user's words; "" where all are of one kind
    title: Excerpt
    excerpt: Excerpt

    @property
    def spoken(self) -> str:
        """The row as a screen reader says it."""
        return ". ".join(filter(None, (self.kind, self.title.text, self.excerpt.text)))


class FoundModel(QAbstractListModel):
    """A list of hits."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._count = 0
        self._make: Callable[[int], Row] | None = None

    def show_rows(self, count: int, make: Callable[[int], Row] | None) -> None:
        """List *count* rows; *make* returns the one with a number from 0."""
        self.beginResetModel()
        self._count, self._make = count, make
        self.endResetModel()

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _NOWHERE) -> int:
        """Return how many rows there are."""
        return 0 if parent.isValid() else self._count

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return a row, or what is said of it."""
        if self._make is None or not index.isValid() or role not in (ROW, *_SPOKEN):
            return None
        row = self._make(index.row())
        return row if role == ROW else row.spoken
