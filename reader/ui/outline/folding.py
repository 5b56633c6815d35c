"""Which sections the outline shows open: as the user left them, and while one filters, as what was found needs it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from PySide6.QtCore import QModelIndex, QObject, Signal
from PySide6.QtWidgets import QTreeView

from reader.ui.outline.headings import NONE, POSITION, Headings


class Folding(QObject):
    """Opens and closes the sections of a tree, and hides rows. Positions are those of `Headings`."""

    changed = Signal()  # other sections are open, or other rows hidden, than before
    by_hand = Signal()  # the user opened or closed what is inside of sections

    def __init__(self, tree: QTreeView) -> None:
        super().__init__(tree)
        self._tree = tree
        self._headings = Headings((), self)
        self.closed: set[int] = set()  # what the user closed
        self._hidden: set[int] = set()  # what the filter hides
        self._is_filtered = False
        tree.expanded.connect(self._expanded)
        tree.collapsed.connect(self._collapsed)

    def begin(self, headings: Headings) -> None:
        """Show other *headings*, all of them open."""
        self._headings = headings
        self.closed, self._hidden, self._is_filtered = set(), set(), False
        self._open_all()

    def close(self, positions: Iterable[int]) -> None:
        """Close these, as the user had them, of all that are open."""
        self.closed = set(positions) & set(self._headings.outer)
        if not self.closed:
            return
        with self._quietly():
            for position in self.closed:
                self._tree.setExpanded(self._headings.indexes[position], False)
        self.changed.emit()

    def unfold_all(self) -> None:
        """Show all sections."""
        self.closed.clear()
        self._open_all()
        self._tell()

    def fold_all(self) -> None:
        """Show the outermost sections only."""
        with self._quietly():
            self._tree.collapseAll()
        self.closed = set(self._headings.outer)
        self._tell()

    def show_only(self, shown: Iterable[int], *, is_filtered: bool) -> None:
        """Hide the rows of all other positions, and open what is around the shown ones, or what the user left open."""
        self._is_filtered = is_filtered
        headings, root = self._headings, QModelIndex()
        hidden = set(range(len(headings.sections))) - set(shown)
        self._tree.scheduleDelayedItemsLayout()  # first: each row would be laid out by itself
        for position in hidden ^ self._hidden:
            parent = headings.parents[position]
            around = root if parent == NONE else headings.indexes[parent]
            self._tree.setRowHidden(headings.indexes[position].row(), around, position in hidden)
        self._hidden = hidden
        for position in self.closed:
            self._tree.setExpanded(headings.indexes[position], is_filtered)

    def nearest_shown(self, position: int) -> int:
        """Return the position, or that of the nearest section around it that has a row; NONE where there is none."""
        row = NONE
        for each in self._headings.around(position):
            if each in self._hidden:
                break
            row = each
            if not self._tree.isExpanded(self._headings.indexes[each]):
                break
        return row

    def _open_all(self) -> None:
        with self._quietly():
            for position in self._headings.outer:  # Qt's own way calls those expanded, too, that have nothing inside
                self._tree.setExpanded(self._headings.indexes[position], True)

    @contextmanager
    def _quietly(self) -> Iterator[None]:
        """Let many sections open or close at once: a layout and a signal a row would take long."""
        self._tree.scheduleDelayedItemsLayout()
        blocked = self._tree.blockSignals(True)
        try:
            yield
        finally:
            self._tree.blockSignals(blocked)

    def _expanded(self, index: QModelIndex) -> None:
        if not self._is_filtered:
            self.closed.discard(index.data(POSITION))
            self._tell()

    def _collapsed(self, index: QModelIndex) -> None:
        position = index.data(POSITION)
        if not self._is_filtered and position not in self.closed:  # those are closed again after a filter
            self.closed.add(position)
            self._tell()
        here = self._tree.currentIndex()
        if here.isValid() and position in self._headings.around(here.data(POSITION)):
            self._tree.setCurrentIndex(index)  # else the keyboard would stand on a row that is not there

    def _tell(self) -> None:
        self.changed.emit()
        self.by_hand.emit()
