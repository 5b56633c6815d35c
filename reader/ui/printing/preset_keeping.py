"""Saving what is chosen as a preset of one's own, and renaming or deleting those."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from reader.core.handout.presets import Preset
from reader.ui.printing.choices import Choices
from reader.ui.printing.usual import Usual


class PresetKeeping(QObject):
    """Asks in small windows over the dialog, and shows in its choices what came of it."""

    changed = Signal(object)  # dict: name -> Preset

    def __init__(self, usual: Usual, choices: Choices, window: QWidget) -> None:
        super().__init__(window)
        self._own, self._unread = dict(usual.own), usual.unread
        self._choices, self._window = choices, window
        choices.presets.save_requested.connect(self._ask_for_name)
        choices.presets.own_requested.connect(self._show_list)

    def _ask_for_name(self) -> None:
        from reader.ui.printing.preset_sheets import NameSheet  # late: the pages do not wait for it

        key = self._choices.presets.key
        name = key if key in self._own else ""
        sheet = NameSheet(self.tr("Save these choices"), name, self._own, self._unread, self._window)
        sheet.named.connect(self._keep)
        sheet.finished.connect(sheet.deleteLater)
        sheet.open()

    def _keep(self, name: str) -> None:
        self._take({**self._own, name: self._choices.preset})
        self._choices.presets.choose(name)

    def _show_list(self) -> None:
        from reader.ui.printing.preset_sheets import OwnPresets  # late, as above

        sheet = OwnPresets(self._own, self._unread, self._window)
        sheet.changed.connect(self._take)
        sheet.finished.connect(sheet.deleteLater)
        sheet.open()

    def _take(self, own: dict[str, Preset]) -> None:
        self._own = own
        self._choices.show_own_presets(own)
        self.changed.emit(own)
