"""The outline as a screen reader meets it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from reader.core.guide import Guide
from reader.ui.outline import OutlinePanel
from reader.ui.theme import Theme


def test_the_hidden_header_has_a_name_and_not_a_number(qtbot: QtBot, guide: Guide, theme: Theme) -> None:
    panel = OutlinePanel(theme)
    qtbot.addWidget(panel)
    panel.show_outline(guide.outline)
    assert panel.tree.model().headerData(0, Qt.Orientation.Horizontal) == "Sections"
