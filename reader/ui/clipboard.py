"""What is copied: plain text that may outlive the program's own objects."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, QStringListModel


def mime_data(text: str) -> QMimeData:
    """Return *text* for the clipboard, made by Qt itself.

    Qt deletes what is on the clipboard after Python has ended. One made in Python would then call back into Python,
    and the program would end with a crash (PySide 6.11).
    """
    model = QStringListModel([""])
    made = model.mimeData([model.index(0)])
    made.clear()
    made.setText(text)
    return made
