"""Asks what of the notes is exported, and in which form."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from reader.ui.widgets.sheet import Sheet, label
from reader.ui.widgets.text_button import text_button
from reader.ui.widgets.wrapped_choice import WrappedChoice

PAPER = "paper"


class ExportDialog(Sheet):
    """Two choices and a button; where the file goes is asked next, or the pages are shown."""

    export_requested = Signal(str, str)  # the name of a choice, and the form: "md", "jsonld" or PAPER

    def __init__(self, choices: Mapping[str, str], printable: Collection[str], parent: QWidget) -> None:
        """Offer these *choices*, each with its words, the first one chosen; *printable* are those of one guide."""
        super().__init__(parent)
        self._printable = printable
        self.head(self.tr("Export notes"))
        forms = {
            "md": self.tr("Text to read or send (Markdown)"),
            PAPER: self.tr("Pages to print, or to save as PDF"),
            "jsonld": self.tr("For other programs (Web Annotations, JSON-LD)"),
        }
        self.what, self.form = WrappedChoice(), WrappedChoice()
        for box, offered in ((self.what, choices), (self.form, forms)):
            box.show_choices(list(offered.values()))
            for number, name in enumerate(offered):
                box.setItemData(number, name, Qt.ItemDataRole.UserRole)
        self.put(label(self.tr("Which notes"), of=self.what), self.what)
        self.put(label(self.tr("In which form"), of=self.form), self.form)
        self._said = label(quiet=True)
        self.put(self._said)
        self.fill_up()
        self.save = text_button(self.tr("Save…"), "framed")
        self.save.setDefault(True)
        close = text_button(self.tr("Close"), "framed")
        self.put_buttons(self.save, close)
        for box in (self.what, self.form):
            box.currentIndexChanged.connect(self._say)
        self._say()
        self.save.clicked.connect(self._ask)
        close.clicked.connect(self.reject)

    def showEvent(self, event: QShowEvent) -> None:
        """Give the keyboard to the first choice."""
        super().showEvent(event)
        self.what.setFocus(Qt.FocusReason.OtherFocusReason)

    def _say(self) -> None:
        """Say what will be made of what is chosen, or why it cannot be."""
        what, form = self._chosen()
        is_on_paper, can_be = form == PAPER, form != PAPER or what in self._printable
        if not is_on_paper:
            said = self.tr("The file holds your own words. It goes nowhere but where you save it.")
        elif can_be:
            said = self.tr("You see the pages first. They hold your own words.")
        else:
            said = self.tr("Pages hold the notes of the guide that is open. Choose those, or another form.")
        self._said.setText(said)
        self.form.setAccessibleDescription(said)
        self.save.setText(self.tr("Show the pages…") if is_on_paper else self.tr("Save…"))
        self.save.setEnabled(can_be)

    def _ask(self) -> None:
        self.export_requested.emit(*self._chosen())

    def _chosen(self) -> tuple[str, str]:
        role = Qt.ItemDataRole.UserRole
        return self.what.currentData(role), self.form.currentData(role)
