"""Presets of one's own: saved under a name, renamed, deleted, and the last of these undone."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QListWidget, QWidget

from reader.core.handout import own_presets
from reader.core.handout.presets import Preset
from reader.ui import theme as look
from reader.ui.announce import announce
from reader.ui.widgets.field import Field
from reader.ui.widgets.flow import FlowLayout
from reader.ui.widgets.sheet import Sheet, label, said
from reader.ui.widgets.text_button import text_button
from reader.ui.widgets.wrapped_rows import WrappedRows

ROWS = 4  # in sight at least


class NameSheet(Sheet):
    """Asks for a name that nothing has, or that may be taken over."""

    named = Signal(str)

    def __init__(
        self,
        title: str,
        name: str,
        own: Collection[str],
        unread: Collection[str],
        parent: QWidget,
        *,
        is_new: bool = True,
    ) -> None:
        """Offer *name*; *own* are the names of one's own presets. What *is_new* comes to them under another name.

        *unread* are names of presets that cannot be read: they stay as they are.
        """
        super().__init__(parent)
        self.head(title)
        self._own, self._unread = own, unread
        self._is_full = is_new and len(own) >= own_presets.MOST
        self._first = name
        self.name = Field(name)
        self.name.setMaxLength(own_presets.LONGEST_NAME)
        self.said = label(" ")  # as high as what it says later: nothing moves
        self.put(label(self.tr("Name"), of=self.name), self.name, self.said)
        self.fill_up()
        self.save = text_button(self.tr("Save"), "framed")
        self.save.setDefault(True)
        self.close_button = text_button(self.tr("Close"), "framed")
        self.put_buttons(self.save, self.close_button)
        self.name.textChanged.connect(self._judge)
        self.save.clicked.connect(self._take)
        self.close_button.clicked.connect(self.reject)
        self._judge()

    def showEvent(self, event: QShowEvent) -> None:
        """Give the keyboard to the name, which is typed over."""
        super().showEvent(event)
        self.name.setFocus(Qt.FocusReason.OtherFocusReason)
        self.name.selectAll()

    def _judge(self) -> None:
        name = self._typed()
        words = " "
        if own_presets.is_taken(name):
            words = self.tr("“{0}” is always there. Please choose another name.").format(name)
        elif name in self._unread:
            words = self.tr("“{0}” is there, but cannot be read. Please choose another name.").format(name)
        elif name in self._own:
            words = " " if name == self._first else self.tr("You have a preset “{0}”. Save replaces it.").format(name)
        elif self._is_full:
            words = self.tr("You have {0} presets: there is no room for another name. Please delete one first.")
            words = words.format(len(self._own))
        has_room = name in self._own or not self._is_full
        is_free = not own_presets.is_taken(name) and name not in self._unread
        self.save.setEnabled(bool(name) and has_room and is_free)
        if words != self.said.text():
            said(self.said, [words])
            announce(self.said, words)

    def _typed(self) -> str:
        return " ".join(self.name.text().split())

    def _take(self) -> None:
        self.named.emit(self._typed())
        self.accept()


class OwnPresets(Sheet):
    """The list of one's own presets."""

    changed = Signal(object)  # dict: name -> Preset

    def __init__(self, own: Mapping[str, Preset], unread: Collection[str], parent: QWidget) -> None:
        super().__init__(parent)
        self.head(self.tr("My presets"))
        self._own, self._unread = dict(own), unread
        self._before: list[dict[str, Preset]] = []  # for undoing
        self.list = QListWidget()
        self.list.setItemDelegate(WrappedRows(self.list))
        self.list.setWordWrap(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setMinimumHeight(ROWS * look.TARGET_PX)
        self.rename = text_button(self.tr("Rename…"), "link", name=self.tr("Rename this preset"))
        self.delete = text_button(self.tr("Delete"), "link", name=self.tr("Delete this preset"))
        self.undo = text_button(self.tr("Undo"), "link", name=self.tr("Undo the last change of my presets"))
        ways = QWidget()
        flow = FlowLayout(gap=look.scale().space["near"])
        flow.setContentsMargins(0, 0, 0, 0)
        for button in (self.rename, self.delete, self.undo):
            flow.addWidget(button)
        ways.setLayout(flow)
        self.put(label(self.tr("Presets that you saved"), of=self.list))
        self.put(self.list, stretch=1)
        self.put(ways)
        self.close_button = text_button(self.tr("Close"), "framed")
        self.close_button.setDefault(True)
        self.put_buttons(self.close_button)
        self._show("")
        self.list.currentRowChanged.connect(self._offer)
        self.rename.clicked.connect(self._ask_for_name)
        self.delete.clicked.connect(self._delete)
        self.undo.clicked.connect(self._undo)
        self.close_button.clicked.connect(self.accept)

    def showEvent(self, event: QShowEvent) -> None:
        """Give the keyboard to the list."""
        super().showEvent(event)
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _current(self) -> str:
        row = self.list.currentItem()
        return row.text() if row is not None else ""

    def _show(self, current: str) -> None:
        row = self.list.currentRow()
        self.list.clear()
        self.list.addItems(list(self._own))
        names = list(self._own)
        self.list.setCurrentRow(names.index(current) if current in names else min(max(row, 0), len(names) - 1))
        self._offer()

    def _offer(self) -> None:
        focused = self.focusWidget()
        for button in (self.rename, self.delete):
            button.setEnabled(bool(self._current()))
        self.undo.setEnabled(bool(self._before))
        if focused is not None and not focused.isEnabled():
            (self.undo if self.undo.isEnabled() else self.list).setFocus(Qt.FocusReason.OtherFocusReason)

    def _ask_for_name(self) -> None:
        sheet = NameSheet(self.tr("Rename a preset"), self._current(), self._own, self._unread, self, is_new=False)
        sheet.named.connect(self._rename)
        sheet.finished.connect(sheet.deleteLater)
        sheet.open()

    def _rename(self, name: str) -> None:
        self._change(own_presets.renamed(self._own, self._current(), name), name)

    def _delete(self) -> None:
        name = self._current()
        self._change({each: preset for each, preset in self._own.items() if each != name}, "")
        announce(self.list, self.tr("“{0}” is deleted. Undo brings it back.").format(name))

    def _undo(self) -> None:
        if self._before:
            self._own = self._before.pop()
            self._show("")
            self.changed.emit(self._own)

    def _change(self, own: dict[str, Preset], current: str) -> None:
        self._before.append(self._own)
        self._own = own
        self._show(current)
        self.changed.emit(own)
