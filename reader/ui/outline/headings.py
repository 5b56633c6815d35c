"""The headings of a guide as a tree that Qt can show, kept beside plain lists that are quick to go through."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QCoreApplication, QModelIndex, QObject, QPersistentModelIndex, QSize, Qt, QTimer
from PySide6.QtGui import QStandardItem, QStandardItemModel

from reader.core.folding import fold
from reader.core.handout.basket import ALL, SOME
from reader.core.records import Section

POSITION = Qt.ItemDataRole.UserRole  # of the section in reading order, from 0
NONE = -1  # the position of no section
UNTOUCHED, BEGUN, READ = range(3)  # how far one came in a section
BEGUN_FROM, READ_FROM = 0.05, 0.95  # of its text: a line in passing is no beginning, a last line unread no gap
SLICE = 500  # headings of which a screen reader is told at once
USUAL = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
TICKABLE = USUAL | Qt.ItemFlag.ItemIsUserCheckable
TICKS = {ALL: Qt.CheckState.Checked, SOME: Qt.CheckState.PartiallyChecked}
Index = QModelIndex | QPersistentModelIndex


class Headings(QStandardItemModel):
    """The headings of one guide; lists by position say what a row needs to know."""

    def __init__(self, sections: Sequence[Section], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.setHorizontalHeaderLabels([self.tr("Sections")])  # hidden, but a screen reader would say "1"
        self.sections = sections
        self._positions = {section.id: position for position, section in enumerate(sections)}
        self.parents = [self._positions.get(section.parent, NONE) for section in sections]
        """By position: that of the section around, or NONE."""
        self.depths: list[int] = []
        """By position: how many sections are around."""
        for parent_position in self.parents:
            self.depths.append(0 if parent_position == NONE else self.depths[parent_position] + 1)
        self.outer = sorted(set(self.parents) - {NONE})
        """The positions that have sections inside."""
        self.reached = [UNTOUCHED] * len(sections)
        """By position: how far one came."""
        self.ticks: Mapping[str, str] | None = None
        """By id: whether a section is ticked with all that is inside it, or in part. None while nothing can be."""
        self._untold: list[int] = []  # positions of headings of whose ticks a screen reader does not know
        self._telling = QTimer(self, singleShot=True)
        self._telling.timeout.connect(self._tell)
        self._folded: list[str] = []
        # Translated once: ten thousand times would take a tenth of a second.
        self._alone = self.tr("{0}, {1} min")
        self._outer = self.tr("{0}, {1} min without the sections inside it")
        self._progress = ["", self.tr("begun"), self.tr("read")]
        self._partly = self.tr("partly checked")  # Qt tells a screen reader of whole ticks only
        self._items = [QStandardItem(section.title) for section in sections]
        self._make_tree()
        self.indexes: list[QModelIndex] = [item.index() for item in self._items]
        """By position. They stay good: no row comes or goes."""

    def position(self, section: str) -> int:
        """Return the position of the section with this id, or NONE."""
        return self._positions.get(section, NONE)

    def around(self, position: int) -> list[int]:
        """Return the positions of the sections around one, the outermost first, and its own at the end."""
        path = []
        while position != NONE:
            path.append(position)
            position = self.parents[position]
        return path[::-1]

    def matching(self, query: str) -> list[int]:
        """Return the positions of the headings that hold every word of *query*, in any case and without accents."""
        if not self._folded:
            self._folded = [fold(section.title).text for section in self.sections]
        words = fold(query).text.split()
        return [position for position, title in enumerate(self._folded) if all(word in title for word in words)]

    def describe(self, position: int, words: str) -> None:
        """Let a screen reader add *words* to a heading; "" takes them away."""
        if 0 <= position < len(self._items):
            self._items[position].setAccessibleDescription(words)

    def set_read(self, position: int, share: float) -> bool:
        """Note how much of a section was read, 0 to 1, and return whether that shows."""
        reached = READ if share >= READ_FROM else BEGUN if share >= BEGUN_FROM else UNTOUCHED
        if reached == self.reached[position]:
            return False
        self.reached[position] = reached
        self._items[position].setAccessibleText(self._spoken(position))
        return True

    def show_ticks(self, states: Mapping[str, str] | None) -> None:
        """Let every heading be one that can be ticked, with the ticks of `ticks`; None: no heading is.

        The view is told by who calls: a signal a row would take long. A screen reader is told at once of as many
        headings as take no time, and of the others in a moment.
        """
        before, self.ticks = self.ticks, states
        if (before is None) != (states is None):
            self._untold = list(range(len(self._items)))
        else:
            then, now = (before or {}).items(), (states or {}).items()
            self._untold += {self._positions[section] for section, _ in then ^ now}
        self._tell()

    def _tell(self) -> None:
        """Tell a screen reader of a slice of what it does not know yet, from its end."""
        blocked = self.blockSignals(True)
        for position in self._untold[-SLICE:]:
            self._tell_tick(position)
        self.blockSignals(blocked)
        del self._untold[-SLICE:]
        if self._untold:
            self._telling.start()

    def _tell_tick(self, position: int) -> None:
        item, state = self._items[position], Qt.CheckState.Unchecked
        if self.ticks is not None:
            state = TICKS.get(self.ticks.get(self.sections[position].id, ""), state)
        is_choosing = self.ticks is not None
        item.setFlags(TICKABLE if is_choosing else USUAL)
        item.setData(state if is_choosing else None, Qt.ItemDataRole.CheckStateRole)
        item.setAccessibleText(self._spoken(position))

    def set_heights(self, heights: Sequence[int]) -> None:
        """Give the rows their heights in pixels. The view is told by who calls: a signal a row would take long."""
        blocked = self.blockSignals(True)
        for item, height in zip(self._items, heights, strict=True):
            item.setSizeHint(QSize(1, height))
        self.blockSignals(blocked)

    def progress(self, position: int) -> str:
        """Return how much of a section was read, in a word; "" when it is untouched."""
        return self._progress[self.reached[position]]

    def _make_tree(self) -> None:
        outermost = []
        for position, item in enumerate(self._items):
            item.setData(position, POSITION)
            parent = self.parents[position]
            if parent == NONE:
                outermost.append(item)
            else:
                self._items[parent].appendRow(item)
        for position, item in enumerate(self._items):
            item.setAccessibleText(self._spoken(position))
        self.invisibleRootItem().appendRows(outermost)  # at the end: the model need not speak of each

    def _spoken(self, position: int) -> str:
        section, item = self.sections[position], self._items[position]
        words = (self._outer if item.hasChildren() else self._alone).format(section.title, section.minutes)
        partly = self._partly if self.ticks and self.ticks.get(section.id) == SOME else ""
        return ", ".join(filter(None, (words, self.progress(position), partly)))


def minutes(count: int) -> str:
    """Return a reading time as a row shows it."""
    return QCoreApplication.translate("Headings", "{0} min").format(count)
