"""The order of the sections in my handout: drawn with the pointer or moved by keys, and some taken out."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QAbstractItemView, QListWidget, QListWidgetItem, QWidget

from reader.core.guide import Guide
from reader.core.handout.choosing import levels
from reader.core.handout.sequence import carried, moved
from reader.core.records import Section
from reader.ui import theme as look
from reader.ui.announce import announce
from reader.ui.widgets.flow import FlowLayout
from reader.ui.widgets.sheet import Sheet, label
from reader.ui.widgets.text_button import text_button
from reader.ui.widgets.wrapped_rows import WrappedRows

ROWS = 5  # in sight at least
INDENT = "\u2003"  # an em space for each level
_ID = Qt.ItemDataRole.UserRole


class HandoutSheet(Sheet):
    """A list, and what can be done with its current row. All acts at once, and can be undone."""

    changed = Signal(list)  # the ids of the sections, in their order
    more_requested = Signal()  # to tick others

    def __init__(self, guide: Guide, sections: Sequence[str], parent: QWidget) -> None:
        super().__init__(parent)
        self.head(self.tr("My handout"))
        found = map(guide.section, sections)
        self._now = [section for section in found if section is not None]
        self._before: list[list[Section]] = []  # for undoing
        self.list = QListWidget()
        self.list.setItemDelegate(WrappedRows(self.list))
        self.list.setWordWrap(True)
        self.list.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.list.setMinimumHeight(ROWS * look.TARGET_PX)
        self.list.installEventFilter(self)
        self.earlier = text_button(self.tr("Earlier"), "link", name=self.tr("Print this section earlier"))
        self.later = text_button(self.tr("Later"), "link", name=self.tr("Print this section later"))
        self.remove = text_button(self.tr("Remove"), "link", name=self.tr("Take this section out"))
        self.undo = text_button(self.tr("Undo"), "link", name=self.tr("Undo the last change of the handout"))
        ways = QWidget()
        flow = FlowLayout(gap=look.scale().space["near"])
        flow.setContentsMargins(0, 0, 0, 0)
        for button in (self.earlier, self.later, self.remove, self.undo):
            flow.addWidget(button)
        ways.setLayout(flow)
        self._heading = label(of=self.list)
        self.put(self._heading)
        self.put(self.list, stretch=1)
        self.put(ways, label(self.tr("Drag a section, or press Alt with an arrow key. Del takes it out."), quiet=True))
        self.more = text_button(self.tr("Tick others…"), "framed", name=self.tr("Tick other sections in the outline"))
        self.close_button = text_button(self.tr("Close"), "framed")
        self.close_button.setDefault(True)
        self.put_buttons(self.more, self.close_button)
        self._show(0)
        self.earlier.clicked.connect(lambda: self._move(-1))
        self.later.clicked.connect(lambda: self._move(1))
        self.remove.clicked.connect(self._remove)
        self.undo.clicked.connect(self._undo)
        self.more.clicked.connect(self.more_requested)
        self.close_button.clicked.connect(self.accept)
        self.list.currentRowChanged.connect(self._offer)
        self.list.model().rowsMoved.connect(self._take_drag, Qt.ConnectionType.QueuedConnection)  # once it is done
        self._offer()

    def showEvent(self, event: QShowEvent) -> None:
        """Give the keyboard to the list."""
        super().showEvent(event)
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Move and remove the current row by keys."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            is_alt = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier == Qt.KeyboardModifier.AltModifier
            step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
            if is_alt and step is not None:
                self._move(step)
                return True
            if event.key() == Qt.Key.Key_Delete:
                self._remove()
                return True
        return super().eventFilter(watched, event)

    def _show(self, current: int) -> None:
        """Show the sections, those inside others further in, and make a row current."""
        self.list.clear()
        for section, level in zip(self._now, levels(self._now), strict=True):
            row = QListWidgetItem(f"{INDENT * (level - 1)}{section.title}")
            row.setData(Qt.ItemDataRole.AccessibleTextRole, section.title)
            row.setData(_ID, section.id)
            row.setFlags(row.flags() & ~Qt.ItemFlag.ItemIsDropEnabled)
            self.list.addItem(row)
        self.list.setCurrentRow(current)
        words = self.tr("Sections, in the order in which they are printed")
        self._heading.setText(words if self._now else self.tr("There is nothing in your handout."))
        self.list.setAccessibleName(self._heading.text())
        self._offer()

    def _move(self, by: int) -> None:
        row = self.list.currentRow()
        if row >= 0 and (sections := moved(self._now, row, by)) != self._now:
            section = self._now[row]
            at = sections.index(section)
            self._change(sections, at)
            announce(self.list, self.tr("{0}: number {1} of {2}").format(section.title, at + 1, len(sections)))

    def _remove(self) -> None:
        row = self.list.currentRow()
        if row >= 0:
            sections = [*self._now[:row], *self._now[row + 1 :]]
            announce(self.list, self.tr("Taken out: {0}").format(self._now[row].title))
            self._change(sections, min(row, len(sections) - 1))

    def _undo(self) -> None:
        if self._before:
            self._now = self._before.pop()
            self._show(0)
            self._tell()

    def _take_drag(self) -> None:
        """Let those inside a section that was dragged come along."""
        by_id = {section.id: section for section in self._now}
        shown = [by_id[str(self.list.item(row).data(_ID))] for row in range(self.list.count())]
        dragged = by_id[str(self.list.currentItem().data(_ID))]
        sections = carried(self._now, self._now.index(dragged), shown)
        self._change(sections, sections.index(dragged))

    def _change(self, sections: list[Section], current: int) -> None:
        if sections != self._now:
            self._before.append(self._now)
            self._now = sections
            self._tell()
        self._show(current)

    def _tell(self) -> None:
        self.changed.emit([section.id for section in self._now])

    def _offer(self) -> None:
        row, last = self.list.currentRow(), self.list.count() - 1
        focused = self.focusWidget()
        for button, can_be in ((self.earlier, row > 0), (self.later, 0 <= row < last), (self.remove, row >= 0)):
            button.setEnabled(can_be)
        self.undo.setEnabled(bool(self._before))
        if focused is not None and not focused.isEnabled():
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)
