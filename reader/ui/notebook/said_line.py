"""What stands below a box in which one writes, where something is wrong with it: in one place for all boxes."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from reader.ui.announce import announce


class SaidLine(QLabel):
    """A sentence, or no line at all."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("said")
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setProperty("quiet", True)
        self.hide()

    def say(self, words: str) -> None:
        """Show a sentence, and tell it to a screen reader; "" takes it away."""
        is_new = words != self.text() or self.isHidden()
        self.setText(words)
        self.setVisible(bool(words))
        if words and is_new:
            announce(self, words)

    def say_not_kept(self, reason: str, button: str) -> None:
        """Say why the words are not on the disk, that they stay, and which *button* tries again."""
        said = self.tr("Not kept yet: your words stay here. {0} “{1}” tries again.")
        self.say(said.format(reason, button))

    def say_deleted(self, button: str) -> None:
        """Say that the note was deleted for good elsewhere, and what *button* does now."""
        said = self.tr("Your notes were deleted in another window. “{0}” keeps these words as a new note.")
        self.say(said.format(button))

    def say_full(self, is_full: bool) -> None:
        """Say that the box takes no more, or no longer."""
        full = self.tr("There is no more room in this note. What you add now is left out: please begin another note.")
        self.say(full if is_full else "")
