"""Steps of the pathway: the drawing as a list of its routes, its nodes, and what is known between them in sentences."""

from __future__ import annotations

from time import monotonic
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QTreeView, QWidget

from reader.ui.pathway.steps_rows import BEFORE, CLOSING, LINK, NODE, ROUTE, STEP, Row
from reader.ui.pathway.steps_shown import ShownSteps
from reader.ui.theme import Theme
from reader.ui.widgets.typed import typed_text

if TYPE_CHECKING:
    from reader.ui.pathway.steps_model import Index

ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class StepsList(ShownSteps):
    """Everything the drawing shows, for those who would rather read it or hear it.

    Enter or a click does what the same does in the drawing. Left, Right, Space and a click left of the words open and
    close a row. Letters lead to the row that begins with them.
    """

    node_chosen = Signal(str)
    interaction_chosen = Signal(str)
    step_chosen = Signal(str, int)  # a route's id, and which of its steps; their number for the closing words
    current_changed = Signal(str)  # the user came to a node, or to an interaction: its id

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._is_done = False  # the press was dealt with: its release chooses nothing
        self._typed, self._begins = 0.0, ""  # when a letter was typed last, and all that belong together
        self.setObjectName("steps")
        self.setExpandsOnDoubleClick(False)
        self.setMouseTracking(True)
        self.setEditTriggers(QTreeView.EditTrigger.NoEditTriggers)
        self.setAccessibleName(self.tr("Steps of the pathway"))
        self.setAccessibleDescription(
            self.tr("All that the drawing shows, in words. Enter opens a row, Right shows what is inside it.")
        )

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
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and typed_text(event).strip():
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter does what a row tells of; Space opens and closes it, but inside a name that is typed."""
        here = self.currentIndex()
        was_open = self.isExpanded(here)
        is_typing = monotonic() - self._typed < QApplication.keyboardInputInterval() / 1000
        is_space = event.key() == Qt.Key.Key_Space
        if event.key() in ENTER:
            self._do(self._row(self.currentIndex()))
        elif is_space and not is_typing:
            self._turn(self.currentIndex())
        elif typed_text(event).strip() or is_space:
            self._begins = self._begins + event.text() if is_typing else event.text()
            self._typed = monotonic()
            self._go_to_name(event.text())
        else:
            super().keyPressEvent(event)
        self.scrollTo(self.currentIndex())  # as Qt would, for the pointer too
        if self.currentIndex() == here and self.isExpanded(here) != was_open:
            QTimer.singleShot(0, self, self._tell_row)  # Qt tells nobody that a row was opened or closed

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
