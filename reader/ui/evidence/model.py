"""The rows of the table of claims, for Qt and for the screen reader."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from reader.core.claim_table import Row

Index = QModelIndex | QPersistentModelIndex
LEVEL, CLAIM, SECTION = range(3)
ROW = int(Qt.ItemDataRole.UserRole)


class ClaimModel(QAbstractTableModel):
    """Level, claim and section of each row; where the window is narrow, the claim tells the other two as well."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: list[Row] = []
        self.is_narrow = False
        self._headings = (self.tr("Evidence"), self.tr("Claim"), self.tr("Section"))

    def show_rows(self, rows: list[Row]) -> None:
        """Show these rows, in this order."""
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Return the number of rows."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Return the number of columns."""
        return 0 if parent.isValid() else len(self._headings)

    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> Any:
        """Return a cell's words, its row, or what a screen reader says."""
        row = self.rows[index.row()]
        words = (row.level, row.claim.text, row.section)
        if role == ROW:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return words[index.column()]
        if role == Qt.ItemDataRole.AccessibleTextRole and self.is_narrow and index.column() == CLAIM:
            return self.tr("{1} {0}. {2}").format(*words)
        return None

    def headerData(self, section: int, way: Qt.Orientation, role: int = int(Qt.ItemDataRole.DisplayRole)) -> Any:
        """Return a column's heading."""
        if way == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._headings[section]
        return None
