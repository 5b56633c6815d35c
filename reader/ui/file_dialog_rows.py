"""Keeps all of Qt's own file dialog on the screen: where that is narrow, one part below the other."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialogButtonBox, QFileDialog, QGridLayout, QTreeView, QWidget

from reader.ui import theme as look
from reader.ui.widgets.sheet import FRAME

BYTES, DATE = 1, 3  # columns
ORDER = ("lookInLabel", "hboxLayout", "splitter", "fileNameLabel", "fileNameEdit", "fileTypeLabel", "fileTypeCombo")
BUTTONS = "buttonBox"


def fit(dialog: QFileDialog) -> None:
    """Leave out what there is no choice of, and be no larger than the screen. The desktop's dialog sees to itself."""
    rows = dialog.layout()
    if not isinstance(rows, QGridLayout):
        return
    if len(dialog.nameFilters()) <= 1:
        _hide(dialog, "fileTypeLabel", "fileTypeCombo")
    room = dialog.screen().availableSize() - FRAME
    if rows.minimumSize().width() > room.width():
        _stack(dialog, rows)
    dialog.resize(dialog.sizeHint().boundedTo(room))


def _stack(dialog: QFileDialog, rows: QGridLayout) -> None:
    """Put each part under its name and the buttons last, without the known places and all of a file but its name."""
    _hide(dialog, "sidebar")
    if (view := dialog.findChild(QTreeView, "treeView")) is not None:
        view.hideColumn(BYTES)
        view.hideColumn(DATE)
    if (splitter := dialog.findChild(QWidget, "splitter")) is not None:
        splitter.setMinimumHeight(look.TARGET_PX)
    if (buttons := dialog.findChild(QDialogButtonBox, BUTTONS)) is not None:
        buttons.setOrientation(Qt.Orientation.Horizontal)
    places = {name: row for row, name in enumerate((*ORDER, BUTTONS))}
    for item in [rows.takeAt(0) for _ in range(rows.count())]:
        if item is None:
            continue
        if (line := item.layout()) is not None:
            rows.addLayout(line, places[line.objectName()], 0)
        elif (part := item.widget()) is not None:
            rows.addWidget(part, places[part.objectName()], 0)


def _hide(dialog: QFileDialog, *names: str) -> None:
    for name in names:
        if (part := dialog.findChild(QWidget, name)) is not None:
            part.hide()
