"""Parts that were built late, in the order of Tab: Qt puts them at the end of the window."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def put_after(before: QWidget, part: QWidget) -> None:
    """Let Tab go from *before* to *part* and through it, in the order in which its parts were made."""
    for each in (part, *part.findChildren(QWidget)):
        if each.window() is not part.window():
            continue  # the list of a box, which is a window of its own
        if each.focusPolicy() != Qt.FocusPolicy.NoFocus:  # what Tab passes over now it may come to later
            QWidget.setTabOrder(before, each)
            before = each
