"""Two buttons, back and on: at either end the keyboard stays between them, so that one Enter too many ends nothing."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton


def enable_both(back: QPushButton, on: QPushButton, *, can_back: bool, can_on: bool) -> None:
    """Enable each button where there is a way; one that loses it hands the keyboard to the other."""
    for button, other, can, other_can in ((back, on, can_back, can_on), (on, back, can_on, can_back)):
        if not can and other_can and button.hasFocus():
            other.setEnabled(True)
            other.setFocus(Qt.FocusReason.OtherFocusReason)  # before Qt gives it to the button after these two
    back.setEnabled(can_back)
    on.setEnabled(can_on)
