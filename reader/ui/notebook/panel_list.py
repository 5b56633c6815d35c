"""The list of notes: what one does with its rows, by key and by mouse."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QEvent, QItemSelection, QItemSelectionModel, QModelIndex, QPoint, QRect, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QListView, QWidget

from reader.core.notebook.listing import Group
from reader.core.notebook.notes import Note
from reader.ui.notebook.panel_model import Heading, NoteModel
from reader.ui.notebook.panel_rows import NoteRows
from reader.ui.notebook.panel_view import LongList
from reader.ui.notebook.panel_words import Wording
from reader.ui.theme import Theme
from reader.ui.widgets.filter_box import ENTER
from reader.ui.widgets.typed import NO_COMMAND, typed_text

_PLAIN = Qt.KeyboardModifier.NoModifier
_Flag = QItemSelectionModel.SelectionFlag


class NoteList(LongList):
    """Click or Enter goes to what a note is about; several notes are chosen with Ctrl and Shift."""

    opened = Signal(Note)
    moved = Signal()  # other notes are chosen
    edit_requested = Signal()
    remove_requested = Signal()
    copy_requested = Signal()
    menu_requested = Signal(QPoint)  # on the screen
    typed = Signal(str)  # a letter: there is something to be found
    top_left = Signal()  # Up, from the first row
    left = Signal()  # Esc: the user is done here

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._hovered = -1
        self._model = NoteModel(self)
        self._rows = NoteRows(theme, self, self._model)
        self.setModel(self._model)
        self.setAccessibleName(self.tr("Notes"))
        self.setAccessibleDescription(self.tr("Enter goes to a note’s place, F2 edits it, Delete deletes it"))
        self.setSelectionMode(QListView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setMouseTracking(True)
        self.entered.connect(self._hover)
        self.clicked.connect(self._click)
        self.selectionModel().selectionChanged.connect(self.moved)
        self.selectionModel().currentChanged.connect(self.moved)

    def set_look(self, theme: Theme, growth: float) -> None:
        """Draw in other colours, with words *growth* times as large as usual; the first row in view stays the first."""
        anchor = self._anchor()
        self._rows.set_look(theme, growth)
        self.rows_changed()
        self._return_to(anchor)
        self._viewport.update()

    # What is listed

    def show_groups(
        self, groups: Iterable[tuple[Group, Sequence[Note]]], wording: Wording, *, by_section: bool, anew: bool
    ) -> None:
        """List notes; unless *anew*, what is chosen, the current row and the place stay where they are still there."""
        chosen = {note.id for note in self.chosen()}
        before, row = self._model.rows, self.currentIndex().row()
        at_top = self._anchor()
        self._rows.is_by_section = by_section
        self._rows.forget()
        is_other = self._model.show_groups(groups, wording)
        self.rows_changed()
        if anew:
            self._choose((), self._first())
            self.verticalScrollBar().setValue(0)  # last: a row that is higher than the list would hide its heading
        elif is_other:
            self._choose(chosen, self._still_there(before, row))
            self._return_to(at_top)
        self._viewport.update()
        self.moved.emit()

    def heights(self, width: int) -> list[int]:
        """Return how high each row is at a width."""
        return self._rows.heights(width)

    def is_note(self, row: int) -> bool:
        """Whether a row is a note, and no heading."""
        return self._model.note(row) is not None

    def count(self) -> int:
        """Return how many rows there are, headings too."""
        return len(self._model.rows)

    def current(self) -> Note | None:
        """Return the note of the current row, or None."""
        return self._model.note(self.currentIndex().row())

    def chosen(self) -> list[Note]:
        """Return the notes that are chosen, in the order of the list."""
        selection = self.selectionModel().selection()
        runs = [selection.at(number) for number in range(selection.count())]
        numbers = sorted(row for run in runs for row in range(run.top(), run.bottom() + 1))
        return [note for number in numbers if (note := self._model.note(number)) is not None]

    def bring(self, identifier: str) -> bool:
        """Choose the note with this id, in view; return whether it is listed."""
        number = self._model.number(identifier)
        if number is not None:
            self.setCurrentIndex(self._model.index(number))
            self.scrollTo(self.currentIndex(), QListView.ScrollHint.PositionAtCenter)
        return number is not None

    def open_current(self) -> None:
        """Go to what the current note is about."""
        if (note := self.current()) is not None:
            self.opened.emit(note)

    def current_rect(self) -> QRect:
        """Return the rectangle of the current row on the screen."""
        rect = self.visualRect(self.currentIndex())
        return QRect(self._viewport.mapToGlobal(rect.topLeft()), rect.size())

    def _choose(self, identifiers: Iterable[str], current: int | None) -> None:
        """Choose the notes with these ids that are there, else the current one."""
        numbers = [number for each in identifiers if (number := self._model.number(each)) is not None]
        selection, model = self.selectionModel(), self._model
        if current is None:
            selection.clear()
            return
        some = QItemSelection()
        for number in numbers or [current]:
            some.select(model.index(number), model.index(number))
        selection.setCurrentIndex(model.index(current), _Flag.NoUpdate)
        selection.select(some, _Flag.ClearAndSelect)

    def _first(self) -> int | None:
        """Return the row of the first note, or None."""
        return next((row for row in range(min(2, self.count())) if self.is_note(row)), None)

    def _still_there(self, before: Sequence[Heading | Note], row: int) -> int | None:
        """Return where the note is now that was in a row *before*, or else the one after it, or the one above."""
        if row < 0:
            return None
        for each in (*before[row:], *reversed(before[:row])):
            if isinstance(each, Note) and (number := self._model.number(each.id)) is not None:
                return number
        return self._first()

    # Its place

    def _anchor(self) -> tuple[str, int] | None:
        """Return the id of the first note in view, and how many pixels below the upper edge it begins."""
        offset = self.verticalOffset()
        for row in range(self.row_at(offset), self.count()):
            if (note := self._model.note(row)) is not None:
                return note.id, self.top(row) - offset
        return None

    def _return_to(self, anchor: tuple[str, int] | None) -> None:
        if anchor is not None and (row := self._model.number(anchor[0])) is not None:
            self.verticalScrollBar().setValue(self.top(row) - anchor[1])

    # What Qt calls

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the rows in view."""
        painter = QPainter(self._viewport)
        offset, chosen = self.verticalOffset(), self.selectionModel()
        end = offset + event.rect().bottom()
        row = self.row_at(offset + event.rect().top())
        while row < self.count() and self.top(row) <= end:
            index, found = self._model.index(row), self._model.rows[row]
            rect = self.visualRect(index)
            if isinstance(found, Heading):
                self._rows.draw_heading(painter, rect, found)
            else:
                has_keyboard = self.hasFocus() and index == self.currentIndex()
                is_chosen, is_hovered = chosen.isSelected(index), row == self._hovered
                self._rows.draw(
                    painter, rect, found, is_chosen=is_chosen, is_hovered=is_hovered, has_keyboard=has_keyboard
                )
            row += 1
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Wrap the words anew; the first row in view stays the first."""
        anchor = self._anchor()
        super().resizeEvent(event)
        is_other = event.oldSize().width() != event.size().width()
        self.measure()
        if is_other:
            self._return_to(anchor)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Be at a row: a screen reader would say nothing else."""
        super().focusInEvent(event)
        if self.current() is None and (first := self._first()) is not None:
            self._choose((), first)

    def event(self, event: QEvent) -> bool:
        """Take letters and its own keys: without this they would be commands (WCAG 2.2, 2.1.4)."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and _is_taken(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes there, F2 edits, Delete deletes, Esc leaves, Up from the first row and letters go to the box."""
        key = event.key()
        if key in ENTER:
            self.open_current()
        elif key == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.matches(QKeySequence.StandardKey.Copy):
            self.copy_requested.emit()
        elif _is_own(event):
            (self.edit_requested if key == Qt.Key.Key_F2 else self.remove_requested).emit()
        elif key == Qt.Key.Key_Up and event.modifiers() == _PLAIN and self.currentIndex().row() <= (self._first() or 0):
            self.top_left.emit()
        elif typed_text(event).strip():
            self.typed.emit(event.text())
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer what can be done with what is chosen, or with the row under the pointer."""
        by_mouse = event.reason() == QContextMenuEvent.Reason.Mouse
        index = self.indexAt(event.pos()) if by_mouse else self.currentIndex()
        if self._model.note(index.row()) is not None:
            if not self.selectionModel().isSelected(index):
                self.setCurrentIndex(index)
            center = self._viewport.mapToGlobal(self.visualRect(index).center())
            self.menu_requested.emit(event.globalPos() if by_mouse else center)

    def leaveEvent(self, event: QEvent) -> None:
        """Forget the row that the pointer was on."""
        super().leaveEvent(event)
        self._hover(QModelIndex())

    def _hover(self, index: QModelIndex) -> None:
        self._hovered = index.row()
        self._viewport.update()

    def _click(self, index: QModelIndex) -> None:
        if QGuiApplication.keyboardModifiers() == _PLAIN and (note := self._model.note(index.row())) is not None:
            self.opened.emit(note)


def _is_taken(event: QKeyEvent) -> bool:
    return bool(typed_text(event).strip()) or _is_own(event) or event.matches(QKeySequence.StandardKey.Copy)


def _is_own(event: QKeyEvent) -> bool:
    return event.key() in (Qt.Key.Key_F2, Qt.Key.Key_Delete) and not event.modifiers() & ~NO_COMMAND
