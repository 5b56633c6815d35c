"""The tree of headings with a box at each, in which one ticks the sections for a handout."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent

from reader.ui.outline.headings import NONE, POSITION
from reader.ui.outline.tree import OutlineTree


class TickingTree(OutlineTree):
    """Space ticks the current row, boxes or not; the right end of a row is its box while there are any."""

    ticked = Signal(str)  # the id of a section whose tick one wants to change
    menu_requested = Signal(str, QPoint)  # the id of a section, and where on the screen

    _pressed = NONE  # the position of the row on whose box the button went down

    def show_ticks(self, states: Mapping[str, str] | None) -> None:
        """Show which sections are ticked, all or in part, by their ids; None shows no boxes."""
        self.headings.show_ticks(states)
        self.viewport().update()

    # What Qt calls

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Press a box, or do anything else as usual."""
        self._pressed = self._box_at(event.position().toPoint())
        if self._pressed == NONE:
            super().mousePressEvent(event)
        else:
            self.touch()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Tick where the button went down and up again: who slips off can still let go elsewhere (WCAG 2.2, 2.5.2)."""
        pressed, self._pressed = self._pressed, NONE
        if pressed == NONE:
            super().mouseReleaseEvent(event)
        elif event.button() == Qt.MouseButton.LeftButton and self._box_at(event.position().toPoint()) == pressed:
            self.ticked.emit(self.headings.sections[pressed].id)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space ticks."""
        index = self.currentIndex()
        if event.key() == Qt.Key.Key_Space and index.isValid():
            self.touch()
            if not event.isAutoRepeat():
                self.ticked.emit(self.headings.sections[index.data(POSITION)].id)
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for a menu at a row: the one under the pointer, or the one that has the keyboard."""
        self.touch()
        by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        index = self.currentIndex() if by_key else self.indexAt(event.pos())
        if index.isValid():
            row = self.visualRect(index)
            where = self.viewport().mapToGlobal(row.bottomLeft()) if by_key else event.globalPos()
            self.menu_requested.emit(self.headings.sections[index.data(POSITION)].id, where)

    def _box_at(self, point: QPoint) -> int:
        """Return the position of the row whose box is at a point of the view, or NONE."""
        index = self.indexAt(point)
        if self.headings.ticks is None or not index.isValid() or point.x() < self.box_left():
            return NONE
        position: int = index.data(POSITION)
        return position
