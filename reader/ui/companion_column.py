"""The column in which the companion stands, with a way back to the article where it took its place."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from reader.ui.theme import Theme, icon


class CompanionColumn(QWidget):
    """Holds the companion and, above it, the way back to the article where the companion took its place.

    Where the companion is closed and its place is kept free, it says what the place is for.
    """

    def __init__(self, companion: QWidget, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.back = QPushButton(self.tr("Back to the article"))
        self.back.setProperty("row", True)
        self.back.setAutoDefault(True)  # Enter presses it, as Space does
        self.back.hide()
        self._kept = QLabel(self.tr("Explanations open here."))
        self._kept.setProperty("quiet", True)
        self._kept.setWordWrap(True)
        self._kept.setMargin(16)
        self._kept.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._kept.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.back)
        column.addWidget(companion, 1)
        column.addWidget(self._kept, 1)

    def set_theme(self, theme: Theme) -> None:
        """Draw in other colours."""
        self._theme = theme
        if not self.back.isHidden():
            self.back.setIcon(icon("back", theme))

    def offer_way_back(self, offer: bool) -> None:
        """Show the way back, or not."""
        if offer and self.back.isHidden():
            self.back.setIcon(icon("back", self._theme))
        self.back.setVisible(offer)

    def keep_free(self, free: bool) -> None:
        """Say what the place is for while it is kept free, or not."""
        self._kept.setVisible(free)
