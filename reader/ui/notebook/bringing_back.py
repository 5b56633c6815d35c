"""Brings notes back from a daily copy or another backup, as one act that can be undone."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from reader.core.notebook import backup, copies
from reader.core.notebook.backup import Backup, Restoring
from reader.core.notebook.store import Store
from reader.ui import file_dialog
from reader.ui.notebook.errand import Errand
from reader.ui.notebook.restore_dialog import DailyCopy, RestoreDialog


class BringingBack(Errand):
    """Reads a backup, says what it would bring back, and does that when one presses the button."""

    def restore(self) -> None:
        """Offer the daily copies, and any other backup."""
        self.work(partial(_daily, self.means.copies), self._offer)

    def _offer(self, daily: Sequence[DailyCopy]) -> None:
        dialog = RestoreDialog(daily, self.means.window)
        dialog.look_requested.connect(lambda file: self._look(dialog, file))
        dialog.file_requested.connect(lambda: self._choose(dialog))
        dialog.restore_requested.connect(self._restore)
        self.open_dialog(dialog)

    def _choose(self, dialog: RestoreDialog) -> None:
        kinds = self.tr("Backups of notes (*.json);;All files (*)")
        if chosen := file_dialog.file(dialog, self.tr("Restore notes"), self.folder, kinds):
            dialog.show_file(Path(chosen))

    def _look(self, dialog: RestoreDialog, file: Path) -> None:
        """Read a backup, compare it with what is kept, and say what restoring it will do."""

        def is_awaited() -> bool:
            return self.is_shown(dialog) and dialog.file == file

        def compare(found: Backup) -> None:
            self.ask(lambda store: backup.restoring(found, store.every()), partial(show, found), wrong)

        def show(found: Backup, what: Restoring) -> None:
            if is_awaited():
                dialog.show_what(backup.told(found, what, is_done=False), (found, what) if what.changes else None)

        def wrong(reason: str) -> None:
            if is_awaited():
                dialog.show_what([reason], None)

        self.work(partial(backup.load, file), compare, wrong)

    def _restore(self, seen: tuple[Backup, Restoring]) -> None:
        """Do what was shown."""
        found, what = seen

        def name(store: Store) -> None:
            store.name_guides({**found.titles, **store.titles()})

        self.ask(name, lambda _: None)
        said = " ".join(backup.told(found, what, is_done=True))
        self.means.acts.do(self.tr("Restore"), what.changes, told=said)


def _daily(folder: Path) -> list[DailyCopy]:
    return [DailyCopy(each.day, backup.count(each.file), each.file) for each in copies.listed(folder)]
