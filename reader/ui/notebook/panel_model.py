"""The rows of the notebook's list: headings and notes, each put into words when it is looked at."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from typing import Any, NamedTuple

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, Qt

from reader.core.notebook.listing import Group
from reader.core.notebook.notes import Note
from reader.ui.notebook.panel_lettering import HEADING, Shape, shape
from reader.ui.notebook.panel_view import Index
from reader.ui.notebook.panel_words import Row, Wording

KEPT = 400  # rows that stay in words
_NOWHERE = QModelIndex()
_SPOKEN = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)


class Heading(NamedTuple):
    """What stands above a group of notes."""

    group: Group
    notes: int  # how many


class NoteModel(QAbstractListModel):
    """Ten thousand rows are there at once; a row is a heading or a note."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: list[Heading | Note] = []
        self.shapes: list[Shape] = []  # of the rows
        self._names: list[str | Group] = []  # of the rows: when they stay, so do the rows
        self._numbers: dict[str, int] | None = None  # by id, once they are asked for
        self._wording: Wording | None = None
        self._lost: Collection[str] = ()
        self._words: dict[tuple[str, int], Row] = {}

    def show_groups(self, groups: Iterable[tuple[Group, Sequence[Note]]], wording: Wording) -> bool:
        """List the notes of *groups*; return whether other rows are there than before, and not only other words."""
        rows: list[Heading | Note] = []
        shapes: list[Shape] = []
        alike: dict[Shape, Shape] = {}  # each once: ten thousand more would wake the collector
        lost: list[str] = []
        for group, notes in groups:
            rows.append(Heading(group, len(notes)))
            shapes.append(HEADING)
            rows += notes
            for each in notes:
                found = shape(each, is_changed=each.id in wording.changed)
                shapes.append(alike.setdefault(found, found))
            if group.sort == "lost":
                lost = [note.id for note in notes]
        names = [row.id if isinstance(row, Note) else row.group for row in rows]
        is_other = names != self._names
        if is_other:
            self.beginResetModel()
        self.rows, self.shapes, self._names = rows, shapes, names
        self._wording, self._lost, self._words = wording, frozenset(lost), {}
        self._numbers = None
        if is_other:
            self.endResetModel()
        elif rows:
            self.dataChanged.emit(self.index(0), self.index(len(rows) - 1))
        return is_other

    def note(self, row: int) -> Note | None:
        """Return the note in a row; None for a heading, and where there is no row."""
        found = self.rows[row] if 0 <= row < len(self.rows) else None
        return found if isinstance(found, Note) else None

    def number(self, identifier: str) -> int | None:
        """Return the row of the note with this id, or None."""
        if self._numbers is None:
            self._numbers = {row.id: number for number, row in enumerate(self.rows) if isinstance(row, Note)}
        return self._numbers.get(identifier)

    def words(self, note: Note) -> Row:
        """Return a note in words."""
        key = note.id, note.revision
        if key not in self._words and self._wording is not None:
            if len(self._words) > KEPT:
                self._words = {}
            self._words[key] = self._wording.row(note, is_lost=note.id in self._lost)
        return self._words[key]

    def heading(self, heading: Heading) -> str:
        """Return a heading in words."""
        return self._wording.heading(heading.group) if self._wording is not None else ""

    # What Qt calls

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """Return how many rows there are."""
        return 0 if parent.isValid() else len(self.rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let notes be chosen, and headings only be read."""
        if self.note(index.row()) is None:
            return Qt.ItemFlag.ItemIsEnabled
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what is said of a row."""
        if not index.isValid() or role not in _SPOKEN:
            return None
        row = self.rows[index.row()]
        if isinstance(row, Note):
            return self.words(row).spoken
        many = self.tr("1 note") if row.notes == 1 else self.tr("{0} notes").format(row.notes)
        return self.tr("{0}, heading, {1}").format(self.heading(row), many)
