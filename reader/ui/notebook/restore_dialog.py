"""Offers the daily copies and any other backup, and says what restoring it will do before it does it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QDate, QLocale, Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QListView, QListWidget, QListWidgetItem, QWidget

from reader.core.source import printable
from reader.ui import theme as look
from reader.ui.announce import announce
from reader.ui.widgets.sheet import Sheet, label, said
from reader.ui.widgets.text_button import text_button

_FILE = Qt.ItemDataRole.UserRole
SHOWN_ROWS = 4  # of the list, at least


class DailyCopy(NamedTuple):
    """A daily copy as it is offered."""

    day: str  # as ISO 8601
    notes: int | None  # how many; None: not known
    file: Path


class RestoreDialog(Sheet):
    """The copies, the newest first; what the chosen one brings back; a button that does it."""

    look_requested = Signal(object)  # at a backup, a Path: `show_what` answers
    file_requested = Signal()  # another one than the copies: `show_file` answers
    restore_requested = Signal(object)  # what `show_what` was given to do

    def __init__(self, copies: Sequence[DailyCopy], parent: QWidget) -> None:
        super().__init__(parent)
        self.head(self.tr("Restore notes"))
        self.file: Path | None = None  # that is looked at
        self._seen: object = None
        self.put(
            label(
                self.tr("Choose a daily copy, or a backup that you made. What is newer here stays. You can undo it.")
                if copies
                else self.tr("There is no daily copy yet. Choose a backup that you made. You can undo it.")
            )
        )
        self.rows = QListWidget()
        self.rows.setAccessibleName(self.tr("Daily copies, the newest first"))
        self.rows.setResizeMode(QListView.ResizeMode.Adjust)
        self.rows.setWordWrap(True)
        self.rows.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.rows.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.rows.setMinimumHeight(min(SHOWN_ROWS, len(copies)) * (look.TARGET_PX + look.scale().space["close"]))
        self.rows.setVisible(bool(copies))
        for copy in copies:
            self._add(self._words(copy), copy.file)
        self.put(self.rows, stretch=1)
        self.what = label(self.tr("Nothing is chosen yet."))
        self.what.setMinimumHeight(4 * self.what.fontMetrics().lineSpacing())  # nothing moves when it says more
        self.what.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.put(self.what)
        self.choose = text_button(self.tr("Choose a file…"), "framed")
        self.restore = text_button(self.tr("Restore"), "framed")
        self.restore.setEnabled(False)
        self.restore.setDefault(True)  # Enter on a copy restores it
        close = text_button(self.tr("Close"), "framed")
        self.put_buttons(self.choose, self.restore, close)
        self.rows.currentItemChanged.connect(self._look)
        self.choose.clicked.connect(self.file_requested)
        self.restore.clicked.connect(self._restore)
        close.clicked.connect(self.reject)

    def showEvent(self, event: QShowEvent) -> None:
        """Give the keyboard to the newest copy."""
        super().showEvent(event)
        if not event.spontaneous():
            self.rows.setCurrentRow(0)
            (self.rows if self.rows.count() else self.choose).setFocus(Qt.FocusReason.OtherFocusReason)

    def show_file(self, file: Path) -> None:
        """Look at a file that was chosen."""
        self.rows.setCurrentRow(-1)
        self._look_at(file, printable(file.name))

    def show_what(self, sentences: Sequence[str], seen: object) -> None:
        """Show what will happen; *seen* is what the button then wishes for, None where nothing can be done."""
        self._seen = seen
        said(self.what, sentences)
        announce(self.what, " ".join(sentences))
        self.restore.setEnabled(seen is not None)
        is_file = self.rows.currentItem() is None
        if seen is not None and is_file and self.focusWidget() is self.choose:  # it was just chosen, and is told now
            self.restore.setFocus(Qt.FocusReason.OtherFocusReason)

    def _add(self, words: str, file: Path) -> None:
        item = QListWidgetItem(words)
        item.setData(_FILE, str(file))
        self.rows.addItem(item)

    def _words(self, copy: DailyCopy) -> str:
        date = QDate.fromString(copy.day, Qt.DateFormat.ISODate)
        day = QLocale().toString(date, QLocale.FormatType.LongFormat) if date.isValid() else copy.day
        if copy.notes is None:
            return day
        return (
            self.tr("{0}: 1 note").format(day) if copy.notes == 1 else self.tr("{0}: {1} notes").format(day, copy.notes)
        )

    def _look(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            self._look_at(Path(item.data(_FILE)), item.text())

    def _restore(self) -> None:
        self.accept()
        self.restore_requested.emit(self._seen)

    def _look_at(self, file: Path, name: str) -> None:
        self.file, self._seen = file, None
        self.restore.setEnabled(False)
        said(self.what, [self.tr("Looking into {0} …").format(name)])
        self.look_requested.emit(file)
