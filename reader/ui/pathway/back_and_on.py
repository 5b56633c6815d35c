"""Two buttons, back and on: at either end the keyboard stays between them, so that one Enter too many ends nothing."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QPushButton


class BackAndOn(QObject):
    """Knows where there is a way; who shows the buttons places them."""

    stepped = Signal(int)  # back (-1) or on (1)

    def __init__(self, back: QPushButton, on: QPushButton) -> None:
        super().__init__(on)
        self.back, self.on = back, on
        back.clicked.connect(lambda: self.stepped.emit(-1))
        on.clicked.connect(lambda: self.stepped.emit(1))

    def enable(self, *, can_back: bool, can_on: bool) -> None:
        """Enable each button where there is a way; one that loses it hands the keyboard to the other."""
        ways = ((self.back, self.on, can_back, can_on), (self.on, self.back, can_on, can_back))
        for button, other, can, other_can in ways:
            if not can and other_can and button.hasFocus():
                other.setEnabled(True)
                other.setFocus(Qt.FocusReason.OtherFocusReason)  # before Qt gives it to the button after these two
        self.back.setEnabled(can_back)
        self.on.setEnabled(can_on)

    def take_keyboard(self) -> None:
        """Put the keyboard on the button that leads on, or at the end on the one that leads back."""
        button = self.on if self.on.isEnabled() else self.back
        button.setFocus(Qt.FocusReason.OtherFocusReason)
