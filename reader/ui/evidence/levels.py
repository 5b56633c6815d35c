"""Which levels of evidence are shown: a tick for each, or, where there is no room, a menu of the same ticks."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QIcon, QPixmap
from PySide6.QtWidgets import QCheckBox, QMenu, QPushButton, QVBoxLayout, QWidget

from reader.core.evidence import CLAIM_WORDS
from reader.ui import theme as look
from reader.ui.theme import Theme
from reader.ui.widgets.flow import FlowLayout

SIGN = 16


class Levels(QWidget):
    """A tick for each level that a guide's claims have, with its sign, its words and its count."""

    changed = Signal()

    def __init__(self, counts: dict[str, int], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ticks: dict[str, QCheckBox] = {}
        self._actions: dict[str, QAction] = {}
        self.menu_button = QPushButton(self.tr("Levels"))
        self.menu_button.setProperty("framed", True)
        self.menu_button.setAccessibleName(self.tr("Levels of evidence"))
        menu = QMenu(self)
        flow = FlowLayout(gap=16)
        for level, count in counts.items():
            words = self.tr("{0} ({1})").format(CLAIM_WORDS[level], count)
            tick = QCheckBox(words)
            tick.setMinimumHeight(look.TARGET_PX)
            tick.setChecked(True)
            action = menu.addAction(words)
            action.setCheckable(True)
            action.setChecked(True)
            tick.toggled.connect(action.setChecked)
            action.toggled.connect(tick.setChecked)
            tick.toggled.connect(self.changed)
            flow.addWidget(tick)
            self._ticks[level], self._actions[level] = tick, action
        self.menu_button.setMenu(menu)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(flow)

    def set_theme(self, theme: Theme) -> None:
        """Draw the signs in the theme's ink."""
        for level, tick in self._ticks.items():
            picture = look.image(f"evidence-{level.replace(' ', '-')}", theme.ink, SIGN, scale=self.devicePixelRatioF())
            tick.setIcon(QIcon(QPixmap.fromImage(picture)))
            self._actions[level].setIcon(tick.icon())

    def shown(self) -> list[str]:
        """Return the levels that are ticked."""
        return [level for level, tick in self._ticks.items() if tick.isChecked()]

    def tick_all(self) -> None:
        """Show all levels again."""
        for tick in self._ticks.values():
            tick.setChecked(True)
