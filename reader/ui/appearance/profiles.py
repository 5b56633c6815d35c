"""Looks under a name: two that are always there, and those one saved."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from reader.appearance import Appearance
from reader.ui import theme as look
from reader.ui.announce import announce
from reader.ui.widgets.field import Field
from reader.ui.widgets.steady import SteadyList
from reader.ui.widgets.text_button import text_button

LONGEST_NAME = 60


def built_in() -> dict[str, Appearance]:
    """Return the looks that are always there. They leave the theme as it is.

    "Large and wide" has the spaces of WCAG 2.2, 1.4.12 or more: line 1.5, paragraph 2, letter 0.12, word 0.16.
    """
    wide = Appearance(size=20.0, line=1.8, paragraph=2.0, letter=0.12, word=0.16, width=56)
    return {
        QCoreApplication.translate("Profiles", "Usual"): Appearance(),
        QCoreApplication.translate("Profiles", "Large and wide"): wide,
    }


class Profiles(QWidget):
    """A list to choose from, a way to delete what is chosen, and a name to save the look in force under."""

    chosen = Signal(Appearance)
    saved = Signal(str)
    deleted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._own: dict[str, Appearance] = {}
        self._now = Appearance()
        self.list = SteadyList()
        self.list.setPlaceholderText(self.tr("None of these"))
        self.list.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.list.setMinimumContentsLength(8)
        self._delete = _framed(self.tr("Delete"), self.tr("Delete the look that is chosen"))
        self._name = Field()
        self._name.setMaxLength(LONGEST_NAME)
        self._name.setPlaceholderText(self.tr("A name"))
        self._name.setAccessibleName(self.tr("A name to save this look under"))
        self._save = _framed(self.tr("Save this look"), self.tr("Save this look under the name"))
        self._taken = QLabel()
        self._taken.setWordWrap(True)
        self._taken.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.scale().space["near"])
        for first, second in ((self.list, self._delete), (self._name, self._save)):
            row = QHBoxLayout()
            row.setSpacing(look.scale().space["near"])
            row.addWidget(first, 1)
            row.addWidget(second)
            column.addLayout(row)
        column.addWidget(self._taken)
        self.list.activated.connect(self._choose)
        self._delete.clicked.connect(self._delete_chosen)
        self._save.clicked.connect(self._save_look)
        self._name.returnPressed.connect(self._save_look)
        self._name.textChanged.connect(self._offer_to_save)
        self._offer_to_save()

    def show_profiles(self, own: Mapping[str, Appearance], now: Appearance) -> None:
        """Show the looks there are, and which of them is in force."""
        self._now = now
        if own != self._own or not self.list.count():
            self._own = dict(own)
            self.list.clear()
            for name, each in {**built_in(), **self._own}.items():
                self.list.addItem(name, each)
        self.list.setCurrentIndex(self._row_in_force())
        self._delete.setEnabled(self.list.currentText() in self._own)

    def _row_in_force(self) -> int:
        """Return the row of the look in force, or -1; the name that is shown stays where two looks are the same."""
        fitting = [row for row in range(self.list.count()) if self._look(row) == self._now]
        return self.list.currentIndex() if self.list.currentIndex() in fitting else (fitting or [-1])[-1]

    def _look(self, row: int) -> Appearance:
        found: Appearance = self.list.itemData(row)
        return found if self.list.itemText(row) in self._own else found._replace(theme=self._now.theme)

    def _choose(self, row: int) -> None:
        self.chosen.emit(self._look(row))

    def _delete_chosen(self) -> None:
        self.list.setFocus()  # a button that is switched off would hand the keyboard to its neighbour
        self.deleted.emit(self.list.currentText())

    def _offer_to_save(self) -> None:
        self._taken.hide()
        self._save.setEnabled(bool(self._name.text().strip()))

    def _save_look(self) -> None:
        name = self._name.text().strip()
        if name in built_in():
            self._taken.setText(self.tr("“{0}” is always there. Please choose another name.").format(name))
            self._taken.show()
            announce(self, self._taken.text())
        elif name:
            self.list.setFocus()
            self._name.clear()
            self.saved.emit(name)


def _framed(text: str, description: str) -> QPushButton:
    button = text_button(text, "framed")
    button.setAccessibleDescription(description)
    return button
