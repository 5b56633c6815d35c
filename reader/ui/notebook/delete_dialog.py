"""Deletes what the reader wrote, for good: says what goes, offers a backup first, and asks once more."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QCheckBox, QWidget

from reader.ui.announce import announce
from reader.ui.widgets.sheet import Sheet, label, said
from reader.ui.widgets.text_button import text_button
from reader.ui.widgets.wrapped_choice import WrappedChoice


class Holdings(NamedTuple):
    """What there is to delete."""

    every: int  # notes
    here: int  # of the guide that is open
    guide: str = ""  # its id; "" where none is open
    title: str = ""


class DeleteDialog(Sheet):
    """First what is deleted; then a second press, on a button that says so and that one must go to."""

    backup_requested = Signal()
    delete_requested = Signal(str, bool)  # a guide's id, "" for all; with all: whether what was read is forgotten, too

    def __init__(self, holdings: Holdings, parent: QWidget) -> None:
        super().__init__(parent)
        self.head(self.tr("Delete my data"))
        self._holdings = holdings
        self.what = WrappedChoice()
        self._offer()
        self.reading = QCheckBox(self.tr("Also what I have read"))
        self.reading.setToolTip(self.tr("Where you were, how far you read, the words you looked up"))
        self.reading.setAccessibleDescription(self.reading.toolTip())
        self.words = label()
        self.warning = label(" ")  # as high as what it says later: nothing moves
        self.warning.setObjectName("title")
        self.put(label(self.tr("Delete"), of=self.what), self.what, self.reading, self.words, self.warning)
        self.fill_up()
        self.backup = text_button(self.tr("Back up first…"), "framed")
        self.delete = text_button(self.tr("Delete…"), "framed")
        self.really = text_button("", "framed")
        self.close_button = text_button(self.tr("Keep everything"), "framed")
        self.put_buttons(self.close_button, self.backup, self.delete, self.really)
        self.close_button.setDefault(True)
        self.backup.clicked.connect(self.backup_requested)
        self.delete.clicked.connect(self._ask)
        self.really.clicked.connect(self._delete)
        self.close_button.clicked.connect(self.reject)
        self.what.currentIndexChanged.connect(self._show)
        self.reading.toggled.connect(self._show)
        self._show()

    def showEvent(self, event: QShowEvent) -> None:
        """Give the keyboard to the button that deletes nothing."""
        super().showEvent(event)
        self.close_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _offer(self) -> None:
        has = self._holdings
        offered = {"": self.tr("Everything in all guides ({0})").format(self._notes(has.every))}
        if has.guide:
            here = self.tr("What belongs to this guide: {0} ({1})").format(has.title, self._notes(has.here))
            offered = {has.guide: here, **offered}
        self.what.show_choices(list(offered.values()))
        for number, guide in enumerate(offered):
            self.what.setItemData(number, guide, Qt.ItemDataRole.UserRole)

    @property
    def _guide(self) -> str:
        return str(self.what.currentData(Qt.ItemDataRole.UserRole))

    @property
    def _count(self) -> int:
        return self._holdings.here if self._guide else self._holdings.every

    @property
    def _forgets_reading(self) -> bool:
        return self.reading.isChecked() and not self._guide

    def _notes(self, count: int) -> str:
        return self.tr("1 note") if count == 1 else self.tr("{0} notes").format(count)

    def _show(self) -> None:
        """Say what goes, with the first of the two buttons."""
        self.reading.setEnabled(not self._guide)
        copies = (
            self.tr("They are taken out of the daily copies, too.")
            if self._guide
            else self.tr("The daily copies are deleted, too.")
        )
        said(
            self.words,
            [
                self.tr("Deleted for good: {0} (highlights, notes, bookmarks, questions, my words).").format(
                    self._notes(self._count)
                ),
                copies,
                self.tr("Files of notes that were set aside because they were damaged are deleted."),
                self.tr("Backups and exports that you saved yourself stay where you put them."),
                self.tr("Your places, what you read and looked up are forgotten, until the next start also new ones.")
                if self._forgets_reading
                else self.tr("Your place and what you have read stay."),
            ],
        )
        self._show_button(is_last=False)

    def _show_button(self, *, is_last: bool) -> None:
        said(self.warning, [self.tr("This cannot be undone.") if is_last else " "])
        self.delete.setVisible(not is_last)
        self.really.setVisible(is_last)

    def _ask(self) -> None:
        """Show the button that does it, in the place of the one that asked."""
        self.really.setText(self.tr("Delete {0} for good").format(self._notes(self._count)))
        self._show_button(is_last=True)
        self.close_button.setFocus(Qt.FocusReason.OtherFocusReason)  # Enter twice deletes nothing
        announce(self, self.tr("This cannot be undone. Press once more to delete."))

    def _delete(self) -> None:
        self.delete_requested.emit(self._guide, self._forgets_reading)
        self.accept()
