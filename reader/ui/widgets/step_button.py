"""A square button that makes the amount beside it a step more or less."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QPushButton, QWidget

from reader.ui import theme as look


class StepButton(QPushButton):
    """A framed button with the sign of plus or minus, which the style sheet draws; held down it goes on."""

    def __init__(self, sign: str, name: str, parent: QWidget | None = None) -> None:
        """Make a button with the *sign* "plus" or "minus", and a *name* for those who do not see it."""
        super().__init__(parent)
        self.setProperty("sign", sign)
        self.setProperty("framed", True)
        self.setProperty("square", True)
        self.setAccessibleName(name)
        self.setIconSize(QSize(look.ICON_PX, look.ICON_PX))
        self.setFixedSize(look.TARGET_PX, look.TARGET_PX)
        self.setAutoRepeat(True)
        self.setAutoDefault(True)  # Enter presses it, as Space does
