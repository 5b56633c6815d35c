"""Below the drawing, while one reads: what is chosen in words, and what the lines mean."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from reader.ui import theme as look
from reader.ui.pathway.legend import Legend
from reader.ui.theme import Theme

_LINES = 4  # always room for so many, so that the drawing never moves because a sentence is long


class About(QWidget):
    """A caption and the legend."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._caption = QLabel()
        self._caption.setTextFormat(Qt.TextFormat.PlainText)  # labels come from a stranger's file
        self._caption.setWordWrap(True)
        self._caption.setFont(look.sans())
        self._caption.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self._caption.setFixedHeight(self._caption.fontMetrics().lineSpacing() * _LINES)
        self._legend = Legend(theme)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 8, 18, 12)
        column.setSpacing(8)
        column.addWidget(self._caption)
        column.addWidget(self._legend)

    def set_theme(self, theme: Theme) -> None:
        """Paint in another theme's colours."""
        self._legend.set_theme(theme)

    def show_levels(self, levels: Sequence[str]) -> None:
        """Say what the lines of these levels of evidence look like."""
        self._legend.show_levels(levels)

    def show_legend(self, is_wanted: bool) -> None:
        """Show what the lines mean, or keep the room."""
        self._legend.setVisible(is_wanted)

    def say(self, text: str) -> None:
        """Show a caption."""
        self._caption.setText(text)

    def has_room_for(self, text: str) -> bool:
        """Say whether a caption can be read whole."""
        flags, metrics = int(Qt.TextFlag.TextWordWrap), self._caption.fontMetrics()
        room = metrics.boundingRect(QRect(0, 0, self._caption.width(), 10_000), flags, text)
        return room.height() <= self._caption.height()
