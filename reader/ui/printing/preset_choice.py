"""Which preset is in force, and whether something of it was changed."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from reader.core.handout.presets import NAMES, PRESETS, Preset
from reader.ui import theme as look
from reader.ui.widgets.flow import FlowLayout
from reader.ui.widgets.sheet import label
from reader.ui.widgets.steady import SteadyList
from reader.ui.widgets.text_button import text_button


class PresetChoice(QWidget):
    """A list of those that come with the program and one's own. What was changed is a row of its own at the end."""

    chosen = Signal()  # another one, or the same anew
    save_requested = Signal()
    own_requested = Signal()  # to rename or delete some

    def __init__(self, own: Mapping[str, Preset], key: str, parent: QWidget | None = None) -> None:
        """Begin with the preset called *key*: an id of PRESETS, or the name of one of one's *own*."""
        super().__init__(parent)
        self._own: dict[str, Preset] = {}
        self._key = key
        self.list = SteadyList()
        self.list.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.list.setMinimumContentsLength(12)
        self.save = text_button(self.tr("Save these choices…"), "link")
        self.own = text_button(self.tr("My presets…"), "link", name=self.tr("Rename or delete my presets"))
        title = label(self.tr("Preset"), of=self.list)
        title.setObjectName("title")
        ways = FlowLayout(gap=look.scale().space["near"])
        ways.setContentsMargins(0, 0, 0, 0)
        ways.addWidget(self.save)
        ways.addWidget(self.own)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.scale().space["tight"])
        for part in (title, self.list):
            column.addWidget(part)
        column.addLayout(ways)
        self.show_own(own)
        self.list.activated.connect(self._choose)
        self.save.clicked.connect(self.save_requested)
        self.own.clicked.connect(self.own_requested)

    @property
    def key(self) -> str:
        """The id or name of the preset that is in force, changed or not."""
        return self._key

    @property
    def preset(self) -> Preset:
        """The preset that is in force, as it was saved."""
        return self._own.get(self._key) or PRESETS[self._key]

    def name(self) -> str:
        """Return what the preset in force is called."""
        return self._key if self._key in self._own else self.tr(NAMES[self._key])

    def show_own(self, own: Mapping[str, Preset]) -> None:
        """Offer these beside the others. The one in force stays so where it only has another name."""
        before = self._own.get(self._key)
        self._own = dict(own)
        if self._key not in self._own and self._key not in PRESETS:
            namesakes = (name for name, each in self._own.items() if each == before)
            self._key = next(namesakes, next(iter(PRESETS)))
        self.list.clear()
        for key in PRESETS:
            self.list.addItem(self.tr(NAMES[key]), key)
        for name in self._own:
            self.list.addItem(name, name)
        self.list.setCurrentIndex(self.list.findData(self._key))
        self.own.setEnabled(bool(self._own))

    def choose(self, key: str) -> None:
        """Put a preset in force, which is not told."""
        self._key = key
        self.show_changed(False)

    def show_changed(self, is_changed: bool) -> None:
        """Tell whether the choices differ from the preset."""
        last = self.list.count() - 1
        if self.list.itemData(last) is None:
            self.list.removeItem(last)
        if is_changed:
            self.list.addItem(self.tr("{0}, changed").format(self.name()))
        row = self.list.count() - 1 if is_changed else self.list.findData(self._key)
        self.list.setCurrentIndex(row)

    def _choose(self, row: int) -> None:
        key = self.list.itemData(row)
        if key is not None:
            self.choose(key)
            self.chosen.emit()
