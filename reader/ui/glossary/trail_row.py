"""The row that leads back and forward between the explanations one has read, each way named by its word."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from reader.core.trail import Trail
from reader.ui import theme as look
from reader.ui.widgets.elided import ElidedButton

ROOM = 4  # above the row


class TrailRow(QWidget):
    """Back and Forward; a row of one height, there once one of them leads somewhere."""

    back_requested = Signal()
    forward_requested = Signal()

    height_px = look.TARGET_PX + ROOM

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._back = self._button(self.tr("Back to the explanation before (Alt+Left)"))
        self._forward = self._button(self.tr("Forward again (Alt+Right)"))
        self._back.clicked.connect(self.back_requested)
        self._forward.clicked.connect(self.forward_requested)
        row = QHBoxLayout(self)
        row.setContentsMargins(6, ROOM, 6, 0)
        row.setSpacing(4)
        row.addWidget(self._back)
        row.addWidget(self._forward)

    def show_trail(self, trail: Trail) -> None:
        """Name where the ways lead now."""
        ways = (
            (self._back, trail.before, self.tr("‹ Back to {0}"), self.tr("Back to {0}")),
            (self._forward, trail.after, self.tr("Forward to {0} ›"), self.tr("Forward to {0}")),
        )
        for button, other, words, name in ways:
            button.setVisible(other is not None)
            if other is not None:
                button.set_whole(words.format(other.words))
                button.setAccessibleName(name.format(other.words))
        self.setVisible(trail.before is not None or trail.after is not None)

    def _button(self, description: str) -> ElidedButton:
        button = ElidedButton()
        button.setProperty("link", True)
        button.setProperty("row", True)
        button.setAutoDefault(True)  # Enter presses it, as Space does
        button.setAccessibleDescription(description)
        button.setMinimumHeight(look.TARGET_PX)
        return button
