"""A list of words that one goes through with the arrows or the mouse."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QModelIndex, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent
from PySide6.QtWidgets import QListView, QWidget

from reader.core.word_list import WordSequence
from reader.ui import viewport
from reader.ui.glossary.word_model import ROW, Index, Row, WordModel
from reader.ui.glossary.word_rows import WordRows
from reader.ui.theme import Theme
from reader.ui.widgets.filter_box import ENTER
from reader.ui.widgets.typed import typed_text

if TYPE_CHECKING:
    from reader.core.glossary_search import Match


class WordList(QListView):
    """Click or Enter opens a word. Delete takes it from the reader's own words, Insert puts it there."""

    chosen = Signal(str)  # entry id
    keep_requested = Signal(str, bool)  # entry id; whether it is to be kept, or no longer
    typed = Signal(str)  # a letter: there is something to be found
    moved = Signal()  # another row is the current one, or there are other rows
    top_left = Signal()  # Up, from the first row
    left = Signal()  # Esc: the user is done here

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._viewport = viewport.met(self)
        self.setAccessibleName(self.tr("Words"))
        self.setAccessibleDescription(self.tr("Enter opens a word, Insert adds it to my words, Delete removes it"))
        self._model = WordModel(self)
        self._rows = WordRows(theme, self)
        self.setModel(self._model)
        self.setItemDelegate(self._rows)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.entered.connect(self._hover)
        self.clicked.connect(self._choose)

    def set_theme(self, theme: Theme) -> None:
        """Draw in other colours."""
        self._rows.set_theme(theme)
        self._viewport.update()

    def show_words(
        self, words: WordSequence | None, matches: Sequence[Match] = (), *, stay: bool = False, are_mine: bool = False
    ) -> None:
        """List *words*; *matches* tell why they were found. *stay*: at the current word where it is still there.

        *are_mine*: all of them are the reader's own, which need not be said of each.
        """
        here, scrolled = self.current(), self.verticalScrollBar().value()
        row = max(self.currentIndex().row(), 0)
        self._rows.list_others(are_mine=are_mine)
        self._model.show_words(words, matches)
        if not stay:
            here, row, scrolled = None, 0, 0
        self._go(self._model.number(here.id) if here is not None else None, row)
        self.verticalScrollBar().setValue(scrolled)
        self.moved.emit()

    def mark(self, mine: Collection[str], looked_up: Collection[str]) -> None:
        """Mark the words that are the reader's own, and those that were looked up before, by their ids."""
        self._rows.forget()
        self._model.mark(mine, looked_up)
        self._viewport.update()

    def count(self) -> int:
        """Return how many words are listed."""
        return self._model.rowCount()

    def current(self) -> Row | None:
        """Return the current row, or None."""
        row: Row | None = self.currentIndex().data(ROW) if self.currentIndex().isValid() else None
        return row

    def bring(self, entry: str) -> None:
        """Make the entry with this id the current row, in view, where it is listed."""
        self._go(self._model.number(entry), None)

    def open_current(self) -> None:
        """Open the current word."""
        if (row := self.current()) is not None:
            self.chosen.emit(row.id)

    # What Qt calls

    def event(self, event: QEvent) -> bool:
        """Take letters for the list: without this they would be commands (WCAG 2.2, 2.1.4)."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and typed_text(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens, Esc leaves, Up from the first row goes back to the box, and so do letters."""
        key, row = event.key(), self.current()
        if key in ENTER:
            self.open_current()
        elif key == Qt.Key.Key_Escape:
            self.left.emit()
        elif key == Qt.Key.Key_Up and self.currentIndex().row() <= 0:
            self.top_left.emit()
        elif typed_text(event):
            self.typed.emit(event.text())
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Insert) and row is not None:
            self.keep_requested.emit(row.id, key == Qt.Key.Key_Insert)
        else:
            super().keyPressEvent(event)

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Say that another row is the current one."""
        super().currentChanged(current, previous)
        self.moved.emit()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer what can be done with the row under the pointer, or with the current one."""
        by_mouse = event.reason() == QContextMenuEvent.Reason.Mouse
        index = self.indexAt(event.pos()) if by_mouse else self.currentIndex()
        if not index.isValid():
            return
        self.setCurrentIndex(index)
        from PySide6.QtWidgets import QMenu

        row: Row = index.data(ROW)
        menu = QMenu(self)
        menu.addAction(self.tr("Open")).triggered.connect(self.open_current)
        words = self.tr("Remove from my words") if row.is_mine else self.tr("Add to my words")
        keep = menu.addAction(words)
        keep.triggered.connect(lambda: self.keep_requested.emit(row.id, not row.is_mine))
        menu.exec(event.globalPos() if by_mouse else self._viewport.mapToGlobal(self.visualRect(index).center()))
        menu.deleteLater()

    def _go(self, row: int | None, otherwise: int | None) -> None:
        """Make a row the current one, in view; where there is none, the one with the number *otherwise*."""
        if row is None and otherwise is not None:
            row = min(otherwise, self.count() - 1)
        if row is not None and row >= 0:
            index = self._model.index(row)
            self.setCurrentIndex(index)
            self.scrollTo(index)

    def leaveEvent(self, event: QEvent) -> None:
        """Forget the row that the pointer was on."""
        super().leaveEvent(event)
        self._hover(QModelIndex())

    def _hover(self, index: QModelIndex) -> None:
        self._rows.hovered = index.row()
        self._viewport.update()

    def _choose(self, index: QModelIndex) -> None:
        self.setCurrentIndex(index)
        self.open_current()
