"""The rows of the list as Qt asks for them: each is made when it is first looked at."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from reader.core.notebook.book import Book
from reader.ui.pathway.steps_rows import HEADING, LINK, NODE, Row
from reader.ui.widgets.own_notes import said_on

Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()
TRUTH = int(Qt.ItemDataRole.DisplayRole)


class StepsModel(QAbstractItemModel):
    """Rows inside rows, in one column. Qt holds the number of a row, never the row: that would not keep it alive."""

    def __init__(self, title: str, top: Row, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.lit: frozenset[str] = frozenset()  # the nodes and interactions that stand out
        self.lit_as = ""  # and as what
        self.book = Book()  # what the reader put on nodes
        self._title = title  # said by screen readers; never seen
        self._top = top
        self._rows = [top]

    def row(self, index: Index) -> Row:
        """Return the row at an index; at an invalid one, that which holds all."""
        return self._rows[index.internalId()] if index.isValid() else self._top

    def index_of(self, row: Row | None) -> QModelIndex:
        """Return where a row stands; an invalid index for none, and for the one that holds all."""
        return (
            self.createIndex(row.place, 0, self._number(row)) if row is not None and row.above is not None else NOWHERE
        )

    def _number(self, row: Row) -> int:
        if not row.number:
            row.number = len(self._rows)
            self._rows.append(row)
        return row.number

    def find(self, sort: str, key: str) -> Row | None:
        """Return the row of a node or a route, or None."""
        return next((row for row in self._outer(self._top) if row.sort == sort and row.key == key), None)

    def link(self, node: str, interaction: str) -> Row | None:
        """Return an interaction's row inside the node that it begins at."""
        row = self.find(NODE, node)
        return (
            next((each for each in row.inside if (each.sort, each.key) == (LINK, interaction)), None) if row else None
        )

    def nodes(self) -> Iterator[Row]:
        """Yield the rows of all nodes, from top to bottom."""
        return (row for row in self._outer(self._top) if row.sort == NODE)

    def _outer(self, around: Row) -> Iterator[Row]:
        """Yield routes and nodes: what is inside of them is not made for that."""
        for row in around.inside:
            yield row
            if row.sort == HEADING:
                yield from self._outer(row)

    # What Qt asks

    def index(self, row: int, column: int, parent: Index = NOWHERE) -> QModelIndex:
        inside = self.row(parent).inside
        return self.index_of(inside[row]) if column == 0 and 0 <= row < len(inside) else NOWHERE

    def parent(self, index: Index = NOWHERE) -> QModelIndex:  # type: ignore[override]
        return self.index_of(self.row(index).above) if index.isValid() else NOWHERE

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return len(self.row(parent).inside)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        return 1

    def hasChildren(self, parent: Index = NOWHERE) -> bool:
        return self.row(parent).has_inside

    def flags(self, index: Index) -> Qt.ItemFlag:
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: Index, role: int = TRUTH) -> Any:
        if role == Qt.ItemDataRole.DisplayRole:
            return self.row(index).text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            row = self.row(index)
            own = said_on(self.book, "node", row.key) if row.sort == NODE else ""
            return ". ".join(filter(None, (row.said(self.lit_as if row.key in self.lit else ""), own)))
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = TRUTH) -> Any:
        return self._title if role == Qt.ItemDataRole.DisplayRole else None
