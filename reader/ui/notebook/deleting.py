"""Deletes what the reader wrote, here and in the daily copies, so that it is in no file of ours."""

from __future__ import annotations

from PySide6.QtCore import Signal

from reader.ui.notebook.delete_dialog import DeleteDialog, Holdings
from reader.ui.notebook.errand import Errand, Kept


class Deleting(Errand):
    """Asks twice, and then leaves nothing."""

    backup_requested = Signal(object)  # in front of this window
    forget_reading_requested = Signal()

    def delete(self) -> None:
        """Ask what is deleted."""
        self.read(self._offer, even_none=True)

    def _offer(self, kept: Kept) -> None:
        guide = self.guide.about.id if self.guide is not None else ""
        dialog = DeleteDialog(
            Holdings(len(kept.notes), len(self.here(kept.notes)), guide, self.title), self.means.window
        )
        dialog.backup_requested.connect(lambda: self.backup_requested.emit(dialog))
        dialog.delete_requested.connect(self._delete)
        self.open_dialog(dialog)

    def _delete(self, guide: str, forgets_reading: bool) -> None:
        def done(wrong: object) -> None:
            if isinstance(wrong, Exception):
                self.failed.emit(self.tr("Not everything is deleted. {0}").format(wrong))
                return
            self.means.acts.forget(guide or None)
            if forgets_reading:
                self.forget_reading_requested.emit()
            self.told.emit(
                self.tr("Your notes in this guide are deleted.") if guide else self.tr("All your notes are deleted.")
            )

        self.means.scribe.forget(guide or None, done)
