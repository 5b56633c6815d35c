"""Steps of the pathway: the drawing as a list of its routes, its nodes, and what is known between them in sentences."""

from __future__ import annotations

from collections.abc import Mapping
from time import monotonic
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QModelIndex, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QTreeView, QWidget

from reader.core.pathway import Pathway
from reader.ui import viewport
from reader.ui.pathway.steps_rows import BEFORE, CLOSING, HEADING, LINK, NODE, ROUTE, STEP, TEXT, Row, top
from reader.ui.theme import Theme

if TYPE_CHECKING:  # late: most readers look at the drawing
    from reader.ui.pathway.steps_look import StepsLook
    from reader.ui.pathway.steps_model import Index, StepsModel

ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
MOST_OPEN = 150  # rows at the beginning; what comes after them is closed until somebody opens it
NO_COMMAND = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier


class StepsList(QTreeView):
    """Everything the drawing shows, for those who would rather read it or hear it.

    Enter or a click does what the same does in the drawing. Left, Right, Space and a click left of the words open and
    close a row. Letters lead to the row that begins with them.
    """

    node_chosen = Signal(str)
    interaction_chosen = Signal(str)
    step_chosen = Signal(str, int)  # a route's id, and which of its steps; their number for the closing words
    current_changed = Signal(str)  # the user came to a node, or to an interaction: its id

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
        self._opened: list[Row] = []  # by the light, not by the user
        self._is_moved = False  # the current row, by the program
        self._is_done = False  # the press was dealt with: its release chooses nothing
        self._typed, self._begins = 0.0, ""  # when a letter was typed last, and all that belong together
        self.setObjectName("steps")
        self.setHeaderHidden(True)
        self.setRootIsDecorated(False)
        self.setIndentation(0)  # the rows indent themselves, so that their ground reaches from edge to edge
        self.setExpandsOnDoubleClick(False)
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QTreeView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(QTreeView.EditTrigger.NoEditTriggers)
        self.setAutoScroll(False)
        self.setAccessibleName(self.tr("Steps of the pathway"))
        self.setAccessibleDescription(
            self.tr("All that the drawing shows, in words. Enter opens a row, Right shows what is inside it.")
        )

    # What goes in

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
        self.light(self._lit)

    def light(self, nodes: frozenset[str]) -> None:
        """Make the nodes of a section stand out and open them; the first comes into view where none of them is.

        It gets the current row where that is out of view, too.

        What the user looks at stays where it is, whatever opens and closes above it.
        """
        self._lit = nodes
        model = self._rows
        if model is None or self._look is None:
            return
        model.lit = self._look.lit = nodes
        self._viewport.update()
        lit = [row for row in model.nodes() if row.key in nodes]
        if lit != self._opened:
            with_keyboard = self._row(self.currentIndex()) if self.hasFocus() else None
            self._hold(with_keyboard if with_keyboard is not None else next(filter(self._is_seen, lit), None), lit)
        if self.hasFocus() or not lit:
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

    # What the user does

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Say which node or interaction the user came to."""
        super().currentChanged(current, previous)
        row = self._row(current)
        if row is not None and not self._is_moved and row.sort in (NODE, LINK, BEFORE):
            self.current_changed.emit(row.key)

    def _do(self, row: Row | None) -> None:
        if row is None:
            return
        if row.sort == NODE:
            self.node_chosen.emit(row.key)
        elif row.sort == LINK:
            self.interaction_chosen.emit(row.key)
        elif row.sort in (ROUTE, STEP, CLOSING):
            self.step_chosen.emit(row.key, row.step)
        elif row.has_inside:
            self._turn(self.currentIndex())

    def _turn(self, index: QModelIndex) -> None:
        self.setExpanded(index, not self.isExpanded(index))

    def event(self, event: QEvent) -> bool:
        """Take letters for the list: without this they would be commands (WCAG 2.2, 2.1.4)."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and _is_letter(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter does what a row tells of; Space opens and closes it, but inside a name that is typed."""
        is_typing = monotonic() - self._typed < QApplication.keyboardInputInterval() / 1000
        is_space = event.key() == Qt.Key.Key_Space
        if event.key() in ENTER:
            self._do(self._row(self.currentIndex()))
        elif is_space and not is_typing:
            self._turn(self.currentIndex())
        elif _is_letter(event) or is_space:
            self._begins = self._begins + event.text() if is_typing else event.text()
            self._typed = monotonic()
            self._go_to_name(event.text())
        else:
            super().keyPressEvent(event)

    def _go_to_name(self, typed: str) -> None:
        """Go to the next row in sight that begins with what is typed, else to a node in a row that is closed."""
        self.keyboardSearch(typed)
        begins = self._begins.casefold()
        here = self._row(self.currentIndex())
        if self._rows is not None and here is not None and not here.text.casefold().startswith(begins):
            self._move(next((row for row in self._rows.nodes() if row.text.casefold().startswith(begins)), None))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Open or close a row left of its words; on them, make it the current one."""
        index = self.indexAt(event.position().toPoint())
        row = self._row(index)
        is_left = event.button() == Qt.MouseButton.LeftButton
        has_sign = row is not None and row.has_inside
        self._is_done = is_left and has_sign and event.position().x() < self._left(row)
        if self._is_done:
            self._turn(index)
        else:
            super().mousePressEvent(event)

    def _left(self, row: Row | None) -> int:
        return self._look.left(row) if self._look is not None and row is not None else 0

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Do what a row tells of that was clicked."""
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        if not self._is_done and event.button() == Qt.MouseButton.LeftButton and index == self.currentIndex():
            self._do(self._row(index))

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        QTimer.singleShot(0, self, self._tell_row)  # after Qt has told of the list itself

    def _tell_row(self) -> None:
        """Tell screen readers the row that has the keyboard; Qt does so only when it changes."""
        super().currentChanged(self.currentIndex(), QModelIndex())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()  # other widths, other heights


def _is_letter(event: QKeyEvent) -> bool:
    return event.text().isprintable() and event.text() not in ("", " ") and not event.modifiers() & ~NO_COMMAND


def _is_in(row: Row | None, other: Row) -> bool:
    """Whether a row is another, or stands inside it."""
    while row is not None:
        if row is other:
            return True
        row = row.above
    return False
