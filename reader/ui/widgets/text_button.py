"""A button of words, as tall as a finger needs, that Enter presses."""

from __future__ import annotations

from PySide6.QtWidgets import QPushButton

from reader.ui import theme as look


def text_button(text: str, *sorts: str, name: str = "") -> QPushButton:
    """Return a button that shows *text* as it stands: a stranger's "&" makes no key of a letter.

    *sorts* are what the style sheet calls it: "framed", "link", "inline", "quiet". It is heard as *name*, or
    else as its text.
    """
    button = QPushButton(text.replace("&", "&&"))
    for sort in sorts:
        button.setProperty(sort, True)
    button.setMinimumHeight(look.TARGET_PX)
    button.setAutoDefault(True)  # Enter presses it, as Space does; without this, only in dialogs
    if name:
        button.setAccessibleName(name)
    return button
