"""The rows of the list that are seen: made when they are first looked at, lit, and held where they are."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QTreeView, QWidget

from reader.core.notebook.book import Book
from reader.core.pathway import Pathway
from reader.ui import viewport
from reader.ui.pathway.steps_rows import HEADING, NODE, ROUTE, TEXT, Row, top
from reader.ui.theme import Theme

if TYPE_CHECKING:  # late: most readers look at the drawing
    from reader.ui.pathway.steps_look import StepsLook
    from reader.ui.pathway.steps_model import Index, StepsModel

MOST_OPENED = 20  # nodes, by the light; who is shown more looks for the one that he wants
MOST_OPEN = 150  # rows at the beginning; what comes after them is closed until somebody opens it


class ShownSteps(QTreeView):
    """Shows what the program asks for; what the user looks at, and has opened, stays."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._viewport = viewport.met(self)
        self._theme = theme
        self._rows: StepsModel | None = None  # made when the list is first shown, and so is the next
        self._look: StepsLook | None = None
        self._found: frozenset[str] = frozenset()
        self._pathway: Pathway | None = None
        self._numbers: Mapping[str, int] = {}
        self._lit: frozenset[str] = frozenset()
        self._lit_as = ""
        self._book = Book()
        self._opened: list[Row] = []  # by the light, not by the user
        self._is_moved = False  # the current row, by the program
        self.setHeaderHidden(True)
        self.setRootIsDecorated(False)
        self.setIndentation(0)  # the rows indent themselves, so that their ground reaches from edge to edge
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QTreeView.ScrollMode.ScrollPerPixel)
        self.setAutoScroll(False)

    def set_theme(self, theme: Theme) -> None:
        """Draw in other colours."""
        self._theme = theme
        if self._look is not None:
            self._look.theme = theme
        self._viewport.update()

    def show_pathway(self, pathway: Pathway | None, numbers: Mapping[str, int] | None = None) -> None:
        """List another pathway, with the numbers of its references; its rows are made when they are first looked at."""
        self.setModel(None)
        if self._rows is not None:
            self._rows.deleteLater()
        self._rows = None
        self._lit = self._found = frozenset()
        self._opened = []
        self._pathway, self._numbers = pathway, numbers or {}

    def show_book(self, book: Book) -> None:
        """Take note of what the reader put on nodes: it is heard with them."""
        self._book = book
        if self._rows is not None:
            self._rows.book = book

    def showEvent(self, event: QShowEvent) -> None:
        """Make the rows."""
        self._fill()
        super().showEvent(event)

    def _fill(self) -> None:
        if self._pathway is None or self._rows is not None:
            return
        from reader.ui.pathway.steps_look import StepsLook
        from reader.ui.pathway.steps_model import StepsModel

        rows = top(self._pathway, self._numbers)
        self._rows = model = StepsModel(self._pathway.title, rows, self)
        model.book = self._book
        self._look = StepsLook(self._theme, self)
        self._look.found = self._found
        self.setItemDelegate(self._look)
        self.setModel(model)
        room = MOST_OPEN
        for row in rows.inside:
            room -= len(row.inside) if row.sort == HEADING else 1
            if row.sort == HEADING and room >= 0:
                self.setExpanded(model.index_of(row), True)
        self._move(next((row for row in rows.inside if row.sort != TEXT), None))
        self.light(self._lit, self._lit_as)
        self.bring_into_view(self._lit)

    def light(self, keys: frozenset[str], said: str = "") -> None:
        """Make nodes and interactions stand out, and open the nodes where they are few; *said* is what they are.

        What the user looks at stays where it is, whatever opens and closes above it.
        """
        self._lit, self._lit_as = keys, said
        model = self._rows
        if model is None or self._look is None:
            return
        model.lit = self._look.lit = keys
        model.lit_as = said
        self._viewport.update()
        lit = [row for row in model.nodes() if row.key in keys]
        lit = lit if len(lit) <= MOST_OPENED else []
        if lit != self._opened:
            with_keyboard = self._row(self.currentIndex()) if self.hasFocus() else None
            self._hold(with_keyboard if with_keyboard is not None else next(filter(self._is_seen, lit), None), lit)

    def bring_into_view(self, nodes: frozenset[str]) -> None:
        """Show the first of some nodes where none of them is in view; under the keyboard nothing moves.

        It gets the current row where that is out of view, too.
        """
        model = self._rows
        if model is None or self.hasFocus() or not nodes:
            return
        lit = [row for row in model.nodes() if row.key in nodes]
        if not lit:
            return
        if not any(map(self._is_seen, lit)):
            self.scrollTo(model.index_of(lit[0]), QTreeView.ScrollHint.PositionAtTop)
        here = self._row(self.currentIndex())
        if here is None or not self._is_seen(here):  # who comes with the keyboard begins where one reads
            self._move(next(filter(self._is_seen, lit), None))

    def _hold(self, held: Row | None, lit: list[Row]) -> None:
        """Open the rows that are lit and close those that were, with one row held where it is."""
        model = self._rows
        if model is None:
            return
        index = model.index_of(held)
        before = self.visualRect(index).top()
        with_keyboard = self._row(self.currentIndex()) if self.hasFocus() else None
        for row in self._opened:
            if row not in lit and not _is_in(with_keyboard, row):
                self.setExpanded(model.index_of(row), False)
        for row in lit:
            self.setExpanded(model.index_of(row), True)
        self._opened = lit
        self.executeDelayedItemsLayout()
        if index.isValid():
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() + self.visualRect(index).top() - before)

    def mark_found(self, nodes: frozenset[str]) -> None:
        """Underline the nodes that a search found."""
        self._found = nodes
        if self._look is not None:
            self._look.found = nodes
        self._viewport.update()

    def set_current(self, key: str) -> None:
        """Put the keyboard on a node, or on an interaction, and see to it that it is in sight."""
        here = self._row(self.currentIndex())
        if self._rows is not None and (here is None or here.key != key):
            self._move(self._rows.find(NODE, key) or self._link(key))

    def _link(self, key: str) -> Row | None:
        interaction = self._pathway.interaction(key) if self._pathway is not None else None
        return self._rows.link(interaction.source, key) if self._rows is not None and interaction is not None else None

    def show_step(self, route: str, at: int) -> None:
        """Put the keyboard on a step of a route."""
        row = self._rows.find(ROUTE, route) if self._rows is not None else None
        if row is not None and at < len(row.inside):
            self._move(row.inside[at])

    def rect_of(self, node: str) -> QRect:
        """Return where a node's row is, in the list's own coordinates; an empty one where it is not in sight."""
        row = self._rows.find(NODE, node) if self._rows is not None else None
        if self._rows is None or row is None or not self._is_seen(row):
            return QRect()
        return self.visualRect(self._rows.index_of(row)).translated(self._viewport.pos())

    def _move(self, row: Row | None) -> None:
        if self._rows is None or row is None:
            return
        index = self._rows.index_of(row)
        self._is_moved = True
        self.setCurrentIndex(index)
        self._is_moved = False
        if not self._is_seen(row):
            self.scrollTo(index)

    def _row(self, index: Index) -> Row | None:
        return self._rows.row(index) if self._rows is not None and index.isValid() else None

    def _is_seen(self, row: Row) -> bool:
        """Whether a row is in sight, its first line at least."""
        rect = self.visualRect(self._rows.index_of(row)) if self._rows is not None else QRect()
        return not rect.isEmpty() and 0 <= rect.top() <= self._viewport.height() - min(rect.height(), 24)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()  # other widths, other heights


def _is_in(row: Row | None, other: Row) -> bool:
    """Whether a row is another, or stands inside it."""
    while row is not None:
        if row is other:
            return True
        row = row.above
    return False
