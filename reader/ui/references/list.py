"""The rows of the references: numbered as in the text, wrapped, real list items."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QKeySequence, QShowEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from reader.core.mentions import handles
from reader.core.records import Reference
from reader.ui import theme as look
from reader.ui.widgets.wrapped_rows import WrappedRows

REFERENCE = Qt.ItemDataRole.UserRole


class ReferenceList(QListWidget):
    """The guide's references, numbered as in the text; below them, under headings, those that only glossaries name."""

    reference_chosen = Signal(object)  # Reference
    copy_requested = Signal(object)  # Reference
    menu_requested = Signal(object, QPoint)  # Reference; where on the screen

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("References"))
        self.setWordWrap(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.setItemDelegate(WrappedRows(self))
        self._rows: dict[str, QListWidgetItem] = {}
        self._waiting: tuple[Reference, ...] = ()
        self.currentItemChanged.connect(self._tell)

    def show_references(self, references: tuple[Reference, ...]) -> None:
        """Show *references* in their order; the rows are made when they are first looked at."""
        self.clear()
        self._rows = {}
        self._waiting = references

    def show_reference(self, key: str) -> None:
        """Make the reference with this key the current one, in view."""
        self._fill()
        if (item := self._rows.get(key)) is not None:
            self.setCurrentItem(item)
            self.doItemsLayout()  # the rows may be new
            self.scrollToItem(item, QListWidget.ScrollHint.PositionAtTop)

    def current(self) -> Reference | None:
        """Return the reference that is chosen, or None."""
        item = self.currentItem()
        found: Reference | None = item.data(REFERENCE) if item is not None else None
        return found

    def showEvent(self, event: QShowEvent) -> None:
        """Make the rows, and choose the first: Qt would do so for the keyboard, and mark nothing."""
        self._fill()
        first = self.currentItem() or next(iter(self._rows.values()), None)
        if first is not None and not self.selectedIndexes():
            self.setCurrentItem(first)
        super().showEvent(event)

    def _fill(self) -> None:
        waiting, self._waiting = self._waiting, ()
        glossary = ""
        for reference in waiting:
            if reference.glossary != glossary:
                glossary = reference.glossary
                self.addItem(_heading(self.tr("Sources of the glossary “{0}”").format(glossary)))
            item = QListWidgetItem(self._text(reference))
            item.setData(REFERENCE, reference)
            self.addItem(item)
            self._rows[reference.key] = item

    def _text(self, reference: Reference) -> str:
        number = f"{reference.number}. " if reference.number else ""
        found_by = [f"{handle.kind} {handle.value}" for handle in handles(reference) if handle.kind != "address"]
        return "\n".join([number + reference.text, *found_by, *([reference.note] if reference.note else ())])

    def _tell(self, item: QListWidgetItem | None) -> None:
        self.reference_chosen.emit(item.data(REFERENCE) if item is not None else None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Copy what the chosen reference is found by, and not, as Qt would, its row."""
        if event.matches(QKeySequence.StandardKey.Copy) and (reference := self.current()) is not None:
            self.copy_requested.emit(reference)
            return
        super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer what can be copied of the row under the pointer, or of the chosen one."""
        by_mouse = event.reason() == QContextMenuEvent.Reason.Mouse
        item = self.itemAt(event.pos()) if by_mouse else self.currentItem()
        if item is not None and item.data(REFERENCE) is not None:
            self.setCurrentItem(item)
            where = event.globalPos() if by_mouse else self.mapToGlobal(self.visualItemRect(item).center())
            self.menu_requested.emit(item.data(REFERENCE), where)


def _heading(words: str) -> QListWidgetItem:
    """Return a row that is heard and not chosen."""
    item = QListWidgetItem(words)
    item.setFlags(Qt.ItemFlag.ItemIsEnabled)
    item.setFont(look.sans(strong=True))
    return item
