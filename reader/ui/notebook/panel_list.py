"""The list of notes: rows as high as their words, ten thousand of them laid out at once."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from itertools import accumulate

from PySide6.QtCore import QEvent, QItemSelection, QItemSelectionModel, QModelIndex, QPoint, QRect, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QRegion,
    QResizeEvent,
)
from PySide6.QtWidgets import QListView, QWidget

from reader.core.notebook.listing import Group
from reader.core.notebook.notes import Note
from reader.ui.notebook.panel_model import Heading, Index, NoteModel
from reader.ui.notebook.panel_rows import NoteRows
from reader.ui.notebook.panel_words import Wording
from reader.ui.theme import Theme
from reader.ui.widgets.filter_box import ENTER

STEP = 40  # pixels that a turn of the wheel is made of
NO_COMMAND = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier
_PLAIN = Qt.KeyboardModifier.NoModifier
_Hint = QListView.ScrollHint
_Move = QListView.CursorAction


class NoteList(QListView):
    """Click or Enter goes to what a note is about; several notes are chosen with Ctrl and Shift.

    Qt's own list asks for the size of each row, one by one: of ten thousand, that takes a second in Python. This one
    keeps where its rows begin, and paints those in view.
    """

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
        self._tops: list[int] = [0]  # of each row, and the end of the last one
        self._width = -1  # for which they are, or -1
        self._hovered = -1
        self._model = NoteModel(self)
        self._rows = NoteRows(theme, self, self._model)
        self.setModel(self._model)
        self.setAccessibleName(self.tr("Notes"))
        self.setAccessibleDescription(self.tr("Enter goes to a note’s place, F2 edits it, Delete deletes it"))
        self.setSelectionMode(QListView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)  # rows keep their width
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setMouseTracking(True)
        self.entered.connect(self._hover)
        self.clicked.connect(self._click)
        self.selectionModel().selectionChanged.connect(self.moved)
        self.selectionModel().currentChanged.connect(self.moved)

    def set_theme(self, theme: Theme) -> None:
        """Draw in other colours."""
        self._rows.set_theme(theme)
        self.viewport().update()

    # What is listed

    def show_groups(
        self, groups: Iterable[tuple[Group, Sequence[Note]]], wording: Wording, *, by_section: bool, anew: bool
    ) -> None:
        """List notes; unless *anew*, what is chosen, the current row and the place stay where they are still there."""
        chosen = {note.id for note in self.chosen()}
        current, row = self.current(), self.currentIndex().row()
        at_top = self._anchor()
        self._rows.is_by_section = by_section
        self._rows.forget()
        is_other = self._model.show_groups(groups, wording)
        self._width = -1
        self._measure()
        if anew:
            self.verticalScrollBar().setValue(0)
            self._choose((), self._first())
        elif is_other:
            number = self._model.number(current.id) if current is not None else None
            self._choose(chosen, number if number is not None else self._near(row))
            self._return_to(at_top)
        self.viewport().update()
        self.moved.emit()

    def count(self) -> int:
        """Return how many rows there are, headings too."""
        return len(self._model.rows)

    def current(self) -> Note | None:
        """Return the note of the current row, or None."""
        return self._model.note(self.currentIndex().row())

    def chosen(self) -> list[Note]:
        """Return the notes that are chosen, in the order of the list."""
        numbers = sorted(
            number
            for some in self.selectionModel().selection()
            for number in range(some.top(), some.bottom() + 1)
        )
        return [note for number in numbers if (note := self._model.note(number)) is not None]

    def bring(self, identifier: str) -> bool:
        """Choose the note with this id, in view; return whether it is listed."""
        number = self._model.number(identifier)
        if number is not None:
            self.setCurrentIndex(self._model.index(number))
            self.scrollTo(self.currentIndex(), _Hint.PositionAtCenter)
        return number is not None

    def open_current(self) -> None:
        """Go to what the current note is about."""
        if (note := self.current()) is not None:
            self.opened.emit(note)

    def current_rect(self) -> QRect:
        """Return the rectangle of the current row on the screen."""
        rect = self.visualRect(self.currentIndex())
        return QRect(self.viewport().mapToGlobal(rect.topLeft()), rect.size())

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
        selection.setCurrentIndex(model.index(current), QItemSelectionModel.SelectionFlag.NoUpdate)
        selection.select(some, QItemSelectionModel.SelectionFlag.ClearAndSelect)

    def _first(self) -> int | None:
        return self._near(0) if self._model.rows else None

    def _near(self, row: int) -> int | None:
        """Return the note at a row, or the next one, or the last one."""
        after = range(max(row, 0), self.count())
        before = range(min(row, self.count()) - 1, -1, -1)
        return next((each for some in (after, before) for each in some if self._model.note(each)), None)

    # Where the rows are

    def _measure(self) -> None:
        """Find out where each row begins, unless that is known."""
        if self._width != self.viewport().width():
            self._width = self.viewport().width()
            self._tops = list(accumulate(self._rows.heights(self._model.rows, self._width), initial=0))
        self.updateGeometries()

    def _anchor(self) -> tuple[str, int] | None:
        """Return the id of the first note in view, and how many pixels below the upper edge it begins."""
        offset = self.verticalOffset()
        for row in range(self._row_at(offset), self.count()):
            if (note := self._model.note(row)) is not None:
                return note.id, self._tops[row] - offset
        return None

    def _return_to(self, anchor: tuple[str, int] | None) -> None:
        if anchor is not None and (row := self._model.number(anchor[0])) is not None:
            self.verticalScrollBar().setValue(self._tops[row] - anchor[1])

    def _row_at(self, y: int) -> int:
        """Return the row at a height of the whole list."""
        return max(0, min(bisect_right(self._tops, y) - 1, self.count() - 1))

    def doItemsLayout(self) -> None:
        """Take note of the rows."""
        self._measure()
        self.viewport().update()

    def updateGeometries(self) -> None:
        """Fit the scroll bar to the rows."""
        bar, room = self.verticalScrollBar(), self.viewport().height()
        bar.setRange(0, max(0, self._tops[-1] - room))
        bar.setPageStep(max(room - STEP, STEP))
        bar.setSingleStep(STEP)

    def horizontalOffset(self) -> int:
        """Return 0: rows are as wide as the list."""
        return 0

    def verticalOffset(self) -> int:
        """Return how many pixels of the list are above its upper edge."""
        return self.verticalScrollBar().value()

    def scrollContentsBy(self, _across: int, _down: int) -> None:
        """Paint what is in view now."""
        self.viewport().update()

    def visualRect(self, index: Index) -> QRect:
        """Return where a row is, in the coordinates of the viewport."""
        row = index.row()
        if not 0 <= row < self.count() or row + 1 >= len(self._tops):
            return QRect()
        top = self._tops[row]
        return QRect(0, top - self.verticalOffset(), self.viewport().width(), self._tops[row + 1] - top)

    def indexAt(self, point: QPoint) -> QModelIndex:
        """Return the row at a point of the viewport."""
        y = point.y() + self.verticalOffset()
        return self._model.index(self._row_at(y)) if 0 <= y < self._tops[-1] else QModelIndex()

    def scrollTo(self, index: Index, hint: QListView.ScrollHint = _Hint.EnsureVisible) -> None:
        """Bring a row into view, with the heading above it."""
        rect = self.visualRect(index)
        if not rect.isValid():
            return
        row, bar, room = index.row(), self.verticalScrollBar(), self.viewport().height()
        first = row - 1 if row and self._model.note(row - 1) is None else row
        top, end = self._tops[first], self._tops[row + 1]
        if hint == _Hint.PositionAtCenter and not self.viewport().rect().contains(rect):
            bar.setValue((top + end - room) // 2)
        elif hint == _Hint.PositionAtTop or top < bar.value():
            bar.setValue(top)
        elif end > bar.value() + room:
            bar.setValue(min(end - room, self._tops[row]))

    def moveCursor(self, action: QListView.CursorAction, _modifiers: Qt.KeyboardModifier) -> QModelIndex:
        """Return the note that a key leads to; headings are passed over."""
        row, last = self.currentIndex().row(), self.count() - 1
        page = max(self.viewport().height() - STEP, STEP)
        at = self._tops[row] if 0 <= row <= last else 0
        wanted, step = {
            _Move.MoveHome: (0, 1),
            _Move.MoveEnd: (last, -1),
            _Move.MovePageUp: (self._row_at(at - page), -1),
            _Move.MovePageDown: (self._row_at(at + page), 1),
        }.get(action, (row - 1, -1) if action in (_Move.MoveUp, _Move.MovePrevious, _Move.MoveLeft) else (row + 1, 1))
        for some in (range(wanted, last + 1), range(wanted, -1, -1))[:: 1 if step > 0 else -1]:
            for each in some:
                if self._model.note(each) is not None:
                    return self._model.index(each)
        return self.currentIndex()

    def setSelection(self, rect: QRect, command: QItemSelectionModel.SelectionFlag) -> None:
        """Choose the rows that a rectangle of the viewport touches."""
        within = rect.normalized().translated(0, self.verticalOffset())
        some = QItemSelection()
        if self.count() and within.top() < self._tops[-1]:
            first, last = self._row_at(within.top()), self._row_at(within.bottom())
            some.select(self._model.index(first), self._model.index(last))
        self.selectionModel().select(some, command)

    def visualRegionForSelection(self, _selection: QItemSelection) -> QRegion:
        """Return what is to be painted when other rows are chosen: all that is in view."""
        return QRegion(self.viewport().rect())

    # What Qt calls

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the rows in view."""
        painter = QPainter(self.viewport())
        offset, chosen = self.verticalOffset(), self.selectionModel()
        end = offset + event.rect().bottom()
        row = self._row_at(offset + event.rect().top())
        while row < self.count() and self._tops[row] <= end:
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
        self._measure()
        if is_other:
            self._return_to(anchor)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Be at a row: a screen reader would say nothing else."""
        super().focusInEvent(event)
        if self.current() is None and (first := self._first()) is not None:
            self._choose((), first)

    def event(self, event: QEvent) -> bool:
        """Take letters and its own keys: without this they would be commands (WCAG 2.2, 2.1.4)."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            if _is_letter(event) or event.matches(QKeySequence.StandardKey.Copy) or _is_own(event):
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
        elif _is_letter(event):
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
            center = self.viewport().mapToGlobal(self.visualRect(index).center())
            self.menu_requested.emit(event.globalPos() if by_mouse else center)

    def leaveEvent(self, event: QEvent) -> None:
        """Forget the row that the pointer was on."""
        super().leaveEvent(event)
        self._hover(QModelIndex())

    def _hover(self, index: QModelIndex) -> None:
        self._hovered = index.row()
        self.viewport().update()

    def _click(self, index: QModelIndex) -> None:
        from PySide6.QtGui import QGuiApplication

        if QGuiApplication.keyboardModifiers() == _PLAIN and (note := self._model.note(index.row())) is not None:
            self.opened.emit(note)


def _is_letter(event: QKeyEvent) -> bool:
    is_text = event.text().isprintable() and event.text() not in ("", " ")  # Space chooses
    return is_text and not event.modifiers() & ~NO_COMMAND


def _is_own(event: QKeyEvent) -> bool:
    return event.key() in (Qt.Key.Key_F2, Qt.Key.Key_Delete) and not event.modifiers() & ~NO_COMMAND
