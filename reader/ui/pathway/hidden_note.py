"""That an answer leaves out what one has hidden, with the button that shows it again."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from reader.ui.widgets.text_button import text_button


class HiddenNote(QWidget):
    """Is there only where something is left out."""

    show_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._words = QLabel()
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        self._words.setWordWrap(True)
        show = text_button(self.tr("Show them"), "link", "inline", name=self.tr("Show the weak lines"))
        show.clicked.connect(self.show_requested)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self._words, 1)
        row.addWidget(show, 0, Qt.AlignmentFlag.AlignTop)
        self.say("")

    def say(self, left_out: str) -> None:
        """Say how much is left out because one has hidden it, the end of a sentence; "" for nothing."""
        self._words.setText(self.tr("Weak lines are hidden; {0}").format(left_out) if left_out else "")
        self.setVisible(bool(left_out))

    @property
    def text(self) -> str:
        """What is said."""
        return self._words.text()
