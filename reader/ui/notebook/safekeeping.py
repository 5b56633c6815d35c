"""Export, backup, restoring, deleting: what is done with all notes. Each is loaded when it is first asked for."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from reader.core.guide import Guide
from reader.core.library import Library
from reader.session import Session
from reader.ui.notebook.acts import Acts
from reader.ui.notebook.scribe import Scribe

if TYPE_CHECKING:
    from reader.ui.notebook.errand import Errand
    from reader.ui.notebook.taking_out import TakingOut

    _E = TypeVar("_E", bound=Errand)


class Safekeeping(QObject):
    """Commands in, sentences out."""

    told = Signal(str)
    failed = Signal(str)
    folder_used = Signal(str)  # in which a file was saved
    print_requested = Signal(list)  # the ids of notes in the open guide
    forget_reading_requested = Signal()  # where one was and what one read, in all guides

    def __init__(
        self, window: QWidget, notebook: tuple[Acts, Scribe], library: Library, session: Session, copies: Path
    ) -> None:
        """Ask in front of *window*; *copies* is the folder with the daily copies."""
        super().__init__(window)
        self._given = (window, *notebook, library, session, copies)
        self._errands: dict[type[Errand], Errand] = {}
        self._guide: Guide | None = None

    def show_guide(self, guide: Guide) -> None:
        """Speak of *guide* from now on."""
        self._guide = guide
        for errand in self._errands.values():
            errand.guide = guide

    def export(self, chosen: Sequence[str] = ()) -> None:
        """Write notes for others to read: those with the ids that are *chosen*, this guide's, or all."""
        self._taking_out().export(chosen)

    def export_some(self) -> None:
        """Write notes for others to read: this guide's, or all."""
        self.export()

    def back_up(self) -> None:
        """Write all notes to one file."""
        self._back_up(self._given[0])

    def restore(self) -> None:
        """Bring notes back from a backup."""
        from reader.ui.notebook.bringing_back import BringingBack

        self._errand(BringingBack).restore()

    def delete(self) -> None:
        """Delete notes for good."""
        from reader.ui.notebook.deleting import Deleting

        if Deleting not in self._errands:
            deleting = self._errand(Deleting)
            deleting.backup_requested.connect(self._back_up)
            deleting.forget_reading_requested.connect(self.forget_reading_requested)
        self._errand(Deleting).delete()

    def _back_up(self, parent: QWidget) -> None:
        self._taking_out().back_up(parent)

    def _taking_out(self) -> TakingOut:
        from reader.ui.notebook.taking_out import TakingOut

        if TakingOut not in self._errands:
            self._errand(TakingOut).print_requested.connect(self.print_requested)
        return self._errand(TakingOut)

    def _errand(self, kind: type[_E]) -> _E:
        from reader.ui.notebook.errand import Means

        errand = self._errands.get(kind)
        if not isinstance(errand, kind):
            errand = self._errands[kind] = kind(Means(*self._given))
            errand.guide = self._guide
            errand.told.connect(self.told)
            errand.failed.connect(self.failed)
            errand.folder_used.connect(self.folder_used)
        return errand
