"""To a paragraph by the number that somebody said: one field, and at once the words it leads to."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from reader.core.numbering import Numbering, Paragraph
from reader.core.text import Place
from reader.errors import ReaderError
from reader.ui import theme as look
from reader.ui.announce import announce
from reader.ui.widgets.text_button import text_button

LONGEST = 60  # characters; nobody says more
WIDTH = 480  # pixels, where there are so many


class GoToDialog(QDialog):
    """Asks for a number, and says where it leads before one goes."""

    place_chosen = Signal(Place)

    def __init__(self, numbering: Numbering, here: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("To a paragraph"))
        self._numbering = numbering
        self._found: Paragraph | None = None
        asked = QLabel(self.tr("&Number of the paragraph, such as 4.3"))
        self._box = QLineEdit()
        self._box.setMaxLength(LONGEST)
        self._box.setAccessibleName(asked.text().replace("&", ""))
        asked.setBuddy(self._box)
        self._title, self._words = QLabel(), QLabel()
        self._title.setFont(look.sans(strong=True))
        for label in (self._title, self._words):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
            label.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._close = text_button(self.tr("Close"), "framed")
        self._go = text_button(self.tr("Go there"), "framed")
        self._go.setDefault(True)
        self._place_parts(asked)
        room = parent.width() - 2 * look.scale().space["apart"]
        self.resize(min(WIDTH, max(room, 280)), self.sizeHint().height())
        self._box.textChanged.connect(self._look)
        self._go.clicked.connect(self._choose)
        self._close.clicked.connect(self.reject)
        self._box.setText(here)
        self._box.selectAll()

    def _place_parts(self, asked: QLabel) -> None:
        space = look.scale().space
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self._close)
        row.addWidget(self._go)
        column = QVBoxLayout(self)
        column.setContentsMargins(space["wide"], space["wide"], space["wide"], space["apart"])
        column.setSpacing(space["near"])
        for part in (asked, self._box, self._title, self._words):
            column.addWidget(part)
        column.addStretch(1)
        column.addLayout(row)
        line = self.fontMetrics().lineSpacing()
        self._title.setMinimumHeight(line)  # the buttons stay where they are, whatever is said
        self._words.setMinimumHeight(3 * line)

    def said(self) -> str:
        """Return where the number leads, or why it does not."""
        return f"{self._title.text()} {self._words.text()}".strip()

    def _look(self, said: str) -> None:
        """Say where the number leads."""
        try:
            self._found = self._numbering.find(said)
        except ReaderError as error:
            self._found = None
            title, words = "", str(error)
        else:
            title = f"{self._found.number} · {self._numbering.section(self._found).title}"
            is_heading = not self._found.ordinal
            words = self.tr("The beginning of this section.") if is_heading else self._numbering.opening(self._found)
        self._title.setText(title)
        self._words.setText(words)
        self._go.setEnabled(self._found is not None)
        announce(self, self.said())

    def _choose(self) -> None:
        if self._found is not None:
            self.accept()
            heading = not self._found.ordinal
            self.place_chosen.emit(Place(self._found.section, "" if heading else self._found.block))
