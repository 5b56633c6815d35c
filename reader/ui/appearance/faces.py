"""The choice of a type face: ours, the installed ones that are known to be legible, then all others."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont, QFontDatabase, QKeyEvent
from PySide6.QtWidgets import QComboBox, QListView, QWidget

from reader import appearance as choice
from reader.ui import theme as look
from reader.ui.widgets.steady import SteadyList

LEGIBLE = (
    "Atkinson Hyperlegible Next",
    "Atkinson Hyperlegible",
    "Luciole",
    "Lexend",
    "Andika",
    "Verdana",
    "Tahoma",
    "Segoe UI",
    "Noto Sans",
    "Open Sans",
    "DejaVu Sans",
    "Charis SIL",
    "Georgia",
    "Noto Serif",
    "DejaVu Serif",
)
"""Families drawn to be read with tired or weak eyes: tall small letters, open shapes, I, l and 1 told apart.

The first five were made for readers with low vision or for learning to read; the others are the widest-spread ones
with the same traits. Faces sold for dyslexia are among all others: studies find no benefit in them.
"""


class FaceBox(SteadyList):
    """A list of faces, filled when it is first opened: to ask for every installed family takes a moment."""

    chosen = Signal(str)  # a face of an Appearance

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(12)
        rows = QListView()
        rows.setUniformItemSizes(True)  # or every family would be loaded to learn how wide its name is
        self.setView(rows)
        self._is_filled = False
        self._add(choice.SERIF, self.tr("Source Serif"))
        self._add(choice.SANS, self.tr("Source Sans"))
        self.activated.connect(self._choose)

    def show_face(self, face: str) -> None:
        """Show the face that is chosen; one that is not installed is named all the same."""
        at = self.findData(face)
        if at < 0:
            words = face if look.is_installed(face) else self.tr("{0} (not installed)").format(face)
            self._add(face, words)
            at = self.count() - 1
        self.setCurrentIndex(at)

    def showPopup(self) -> None:
        """List every face, and open."""
        self._fill()
        super().showPopup()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """List every face: the arrows and letters go through the list while it is closed, too."""
        self._fill()
        super().keyPressEvent(event)

    def _fill(self) -> None:
        if self._is_filled:
            return
        self._is_filled = True
        installed = _installed()
        legible = [each for each in LEGIBLE if each in installed]
        shown = {self.itemData(row) for row in range(self.count())}
        for family in (*legible, *sorted(installed.difference(legible), key=str.casefold)):
            if family not in shown:
                self._add(family, family)

    def _add(self, face: str, words: str) -> None:
        self.addItem(words, face)
        font = QFont(look.families(face))
        font.setPointSizeF(look.sans(look.scale().large).pointSizeF())
        self.setItemData(self.count() - 1, font, Qt.ItemDataRole.FontRole)

    def _choose(self, row: int) -> None:
        self.chosen.emit(self.itemData(row))


def _installed() -> set[str]:
    """Return the families one can read a text in: with Latin letters, of any size, neither symbols nor private."""
    latin = QFontDatabase.WritingSystem.Latin
    good = {
        family.partition(" [")[0]  # Qt adds the foundry where two have a family of one name
        for family in QFontDatabase.families(latin)
        if not family.startswith((".", "@"))
        and QFontDatabase.isSmoothlyScalable(family)
        and not QFontDatabase.isPrivateFamily(family)
        and QFontDatabase.WritingSystem.Symbol not in QFontDatabase.writingSystems(family)
    }
    return good - {look.SERIF, look.SANS}
