"""Asks what of the notes is exported, and in which form."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from reader.ui.widgets.sheet import Sheet, label
from reader.ui.widgets.text_button import text_button
from reader.ui.widgets.wrapped_choice import WrappedChoice


class ExportDialog(Sheet):
    """Two choices and a button; where the file goes is asked next."""

    export_requested = Signal(str, str)  # the name of a choice, and the form: "md" or "jsonld"

    def __init__(self, choices: Mapping[str, str], parent: QWidget) -> None:
        """Offer these *choices*, each with its words, the first one chosen."""
        super().__init__(parent)
        self.head(self.tr("Export notes"))
        forms = {
            "md": self.tr("Text to read, print or send (Markdown)"),
            "jsonld": self.tr("For other programs (Web Annotations, JSON-LD)"),
        }
        self.what, self.form = WrappedChoice(), WrappedChoice()
        for box, offered in ((self.what, choices), (self.form, forms)):
            box.show_choices(list(offered.values()))
            for number, name in enumerate(offered):
                box.setItemData(number, name, Qt.ItemDataRole.UserRole)
        self.put(label(self.tr("Which notes"), of=self.what), self.what)
        self.put(label(self.tr("In which form"), of=self.form), self.form)
        self.put(
            label(
                self.tr("The file holds your own words. It goes nowhere but where you save it."),
                quiet=True,
            )
        )
        self.fill_up()
        self.save = text_button(self.tr("Save…"), "framed")
        self.save.setDefault(True)
        close = text_button(self.tr("Close"), "framed")
        self.put_buttons(self.save, close)
        self.save.clicked.connect(self._ask)
        close.clicked.connect(self.reject)

    def showEvent(self, event: QShowEvent) -> None:
        """Give the keyboard to the first choice."""
        super().showEvent(event)
        self.what.setFocus(Qt.FocusReason.OtherFocusReason)

    def _ask(self) -> None:
        self.export_requested.emit(
            self.what.currentData(Qt.ItemDataRole.UserRole), self.form.currentData(Qt.ItemDataRole.UserRole)
        )
