"""Questions as the rows of a list: what is the same stays, so that nobody who hears the list is thrown back."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile
from typing import NamedTuple

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

Index = QModelIndex | QPersistentModelIndex
SHOWN = 600  # letters of a question that its row shows; one may write a hundred thousand
_NOWHERE = QModelIndex()
_ROLE = Qt.ItemDataRole


class Question(NamedTuple):
    """A row."""

    name: str  # the id of a note or a block
    words: str
    is_ticked: bool | None  # None: it has a number instead

    @property
    def shown(self) -> str:
        """The words that the row shows."""
        return self.words if len(self.words) <= SHOWN else f"{self.words[:SHOWN].rstrip()}…"


class QuestionModel(QAbstractListModel):
    """The rows, for the view and for screen readers."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: list[Question] = []

    def show(self, rows: Sequence[Question]) -> None:
        """Have these rows, and tell where they differ from those before."""
        old, new = self.rows, list(rows)
        top = _alike(old, new)
        end = min(_alike(old[::-1], new[::-1]), len(old) - top, len(new) - top)
        both = min(len(old), len(new)) - end  # up to here there is a row before and after
        if len(new) > len(old):
            self.beginInsertRows(_NOWHERE, both, len(new) - end - 1)
            self.rows = new
            self.endInsertRows()
        elif len(new) < len(old):
            self.beginRemoveRows(_NOWHERE, both, len(old) - end - 1)
            self.rows = new
            self.endRemoveRows()
        else:
            self.rows = new
        if top < both:
            self.dataChanged.emit(self.index(top), self.index(both - 1))

    def number(self, name: str) -> int | None:
        """Return the row of the question with this id, or None."""
        return next((number for number, row in enumerate(self.rows) if row.name == name), None)

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """Return how many there are."""
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = _ROLE.DisplayRole) -> object:
        """Return the words, the tick, and what a screen reader says."""
        row = self.rows[index.row()] if 0 <= index.row() < len(self.rows) else None
        if row is None:
            return None
        if role == _ROLE.DisplayRole:
            return row.shown
        if role == _ROLE.AccessibleTextRole:
            return row.shown if row.is_ticked is not None else f"{index.row() + 1}. {row.shown}"
        if role == _ROLE.CheckStateRole and row.is_ticked is not None:
            return Qt.CheckState.Checked if row.is_ticked else Qt.CheckState.Unchecked
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Tell which rows have a tick."""
        row = self.rows[index.row()] if 0 <= index.row() < len(self.rows) else None
        has_tick = row is not None and row.is_ticked is not None
        return super().flags(index) | (Qt.ItemFlag.ItemIsUserCheckable if has_tick else Qt.ItemFlag.NoItemFlags)


def _alike(some: Sequence[Question], others: Sequence[Question]) -> int:
    """Return how many rows are the same from the first one on."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(some, others, strict=False)))
