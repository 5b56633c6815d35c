"""Changing what is in my handout, and in which order."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from reader.core.guide import Guide
from reader.ui.printing.choices import Choices


class HandoutKeeping(QObject):
    """Asks in a small window over the dialog; while the handout is empty, there is only something to tick elsewhere."""

    changed = Signal(list)  # the ids of the sections, in their order
    more_requested = Signal()  # to tick sections

    def __init__(self, guide: Guide, choices: Choices, window: QWidget) -> None:
        super().__init__(window)
        self._guide, self._choices, self._window = guide, choices, window
        choices.what.change_requested.connect(self._ask)

    def _ask(self) -> None:
        if not self._choices.basket:
            self.more_requested.emit()
            return
        from reader.ui.printing.handout_sheet import HandoutSheet  # late: the pages do not wait for it

        sheet = HandoutSheet(self._guide, self._choices.basket, self._window)
        sheet.changed.connect(self._choices.show_basket)
        sheet.changed.connect(self.changed)
        sheet.more_requested.connect(sheet.accept)
        sheet.more_requested.connect(self.more_requested)
        sheet.finished.connect(sheet.deleteLater)
        sheet.open()
