"""The settings: what one chooses once and seldom again. Each acts at once; how the text looks is under Appearance."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from reader.core.records import Glossary
from reader.settings import Settings
from reader.ui import file_dialog
from reader.ui import theme as look
from reader.ui.settings.added_glossaries import AddedGlossaries
from reader.ui.settings.explained import Explained
from reader.ui.settings.group import Group
from reader.ui.settings.groups import Files, Keys, Reading, Window

SIZE = (560, 720)
FRAME = 48  # pixels of a screen's height that the desktop puts around a window


class SettingsDialog(QDialog):
    """Groups under headings, and one button: Close."""

    chosen = Signal(str, object)  # the name of a setting, its value

    def __init__(self, settings: Settings, parent: QWidget, glossaries: Sequence[Glossary] = ()) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Settings"))
        self._glossaries = AddedGlossaries(settings.glossaries, self._ask_for_folder)
        self._glossaries.show_known(glossaries)
        self._begin = str(Path(settings.glossaries[-1]).parent if settings.glossaries else Path.home())
        self._groups: list[Group] = [Reading(), Explained(self._glossaries), Keys(), Window(), Files()]
        self._place_parts()
        self.show_settings(settings)
        for group in self._groups:
            group.chosen.connect(self.chosen)
        self._glossaries.reached.connect(self._reveal)
        self._glossaries.changed.connect(lambda folders: self.chosen.emit("glossaries", folders))
        room = parent.screen().availableGeometry()
        self.resize(min(SIZE[0], room.width()), min(SIZE[1], room.height() - FRAME))
        if (first := self._groups[0].first()) is not None:
            first.setFocus()

    def show_settings(self, settings: Settings) -> None:
        """Show what is chosen, here or elsewhere."""
        for group in self._groups:
            group.show_settings(settings)
        self._glossaries.show_folders(settings.glossaries)

    def show_glossaries(self, glossaries: Sequence[Glossary]) -> None:
        """Show what the guide that is open now has of the added glossaries."""
        self._glossaries.show_known(glossaries)

    def _ask_for_folder(self) -> str:
        folder = file_dialog.folder(self, self.tr("Add a glossary’s folder"), self._begin)
        if folder:
            self._begin = str(Path(folder).parent)
        return folder

    def _reveal(self, row: QRect) -> None:
        """Bring a row of the glossaries into view: they scroll with everything else."""
        middle = self._glossaries.mapTo(self._page, row.center())
        self._area.ensureVisible(middle.x(), middle.y(), 0, row.height() // 2 + look.scale().space["near"])

    def _place_parts(self) -> None:
        space = look.scale().space
        self._page = page = QWidget()
        page.setObjectName("panel")
        groups = QVBoxLayout(page)
        groups.setContentsMargins(space["wide"], space["apart"], space["wide"], space["apart"])
        groups.setSpacing(space["broad"])
        for group in self._groups:
            groups.addWidget(group)
        groups.addStretch(1)
        self._area = area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(page)
        close = QPushButton(self.tr("Close"))
        close.setProperty("framed", True)
        close.setDefault(True)  # for Enter wherever no button has the keyboard
        close.clicked.connect(self.accept)
        line = QFrame()
        line.setObjectName("hair")
        row = QHBoxLayout()
        row.setContentsMargins(space["wide"], space["close"], space["wide"], space["close"])
        row.addStretch(1)
        row.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(area, 1)
        column.addWidget(line)
        column.addLayout(row)
