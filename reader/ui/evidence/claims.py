"""Opens the table of claims; its parts are loaded when it is first asked for."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from reader.appearance import Appearance
from reader.core.guide import Guide
from reader.core.text import Place
from reader.ui.theme import Theme

if TYPE_CHECKING:
    from reader.ui.evidence.dialog import EvidenceDialog


class Claims(QObject):
    """Shows the claims of one guide; filter, order and the chosen claim stay until another guide is open."""

    place_requested = Signal(Place)
    told = Signal(str)  # a sentence

    def __init__(self, window: QWidget, theme: Theme) -> None:
        super().__init__(window)
        self._window = window
        self._theme = theme
        self._guide: Guide | None = None
        self._dialog: EvidenceDialog | None = None

    def show_guide(self, guide: Guide) -> None:
        """Speak of *guide* from now on."""
        self._guide = guide
        if self._dialog is not None:
            self._dialog.close()
            self._dialog.deleteLater()
            self._dialog = None

    def set_look(self, theme: Theme, _appearance: Appearance) -> None:
        """Draw in other colours."""
        self._theme = theme
        if self._dialog is not None:
            self._dialog.set_theme(theme)

    def open(self) -> None:
        """Show the table as it was left."""
        self.open_at(())

    def open_at(self, claims: Collection[str]) -> None:
        """Show the table at the first of these claims."""
        if self._guide is None or not self._guide.claims:
            self.told.emit(self.tr("This guide has no list of claims."))
            return
        if self._dialog is None:
            from reader.ui.evidence.dialog import EvidenceDialog

            self._dialog = EvidenceDialog(self._guide, self._theme, self._window)
            self._dialog.place_requested.connect(self.place_requested)
        self._dialog.show_claims(claims)
        self._dialog.open()
