"""What is printed: this section, my handout, selected words, and the rest that there is."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QRadioButton, QVBoxLayout, QWidget

from reader.core.handout import asking
from reader.core.handout.printables import Printables
from reader.ui import theme as look
from reader.ui.widgets.elided import Elided
from reader.ui.widgets.sheet import label
from reader.ui.widgets.text_button import text_button

RARE = ("pathway", "notes")  # what is offered where it was asked for: all else goes without saying
INDENT = 36  # pixels, from the sign of a row to its words


class What(QWidget):
    """A row for each wish, with what belongs to it."""

    chosen = Signal()  # another one
    change_requested = Signal()  # of what is in the handout

    def __init__(self, printables: Printables, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: dict[str, QRadioButton] = {}
        self._was_emptied = False  # the handout, while it was chosen, and nothing else was chosen since
        self._together = QButtonGroup(self)
        self._together.buttonToggled.connect(self._lead_tab)
        self.change = text_button("", "link")
        self.change.clicked.connect(self.change_requested)
        title = label(self.tr("What to print"))
        title.setObjectName("title")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(title)
        words = self._words()
        if printables.chosen is not None:
            words["notes"] = self.tr("My &notes ({0} chosen)").format(len(printables.chosen))
        for wish in asking.wishes(printables):
            if wish not in RARE or wish == printables.wish:
                self._add(wish, words[wish])
        self._add_section_title(printables)
        self.show_basket(len(printables.basket))
        self.choose(printables.wish)
        self._together.buttonClicked.connect(self._take)

    @property
    def wish(self) -> str:
        """The wish that is chosen."""
        return next(wish for wish, row in self._rows.items() if row.isChecked())

    def choose(self, wish: str) -> None:
        """Choose a wish, which is not told: the whole guide where that one cannot be had."""
        self._was_emptied = False
        row = self._rows.get(wish)
        (row if row is not None and row.isEnabled() else self._rows["guide"]).setChecked(True)

    def show_basket(self, count: int) -> None:
        """Tell how many sections are in the handout."""
        row = self._rows["handout"]
        words = self.tr("My &handout (1 section)") if count == 1 else self.tr("My &handout ({0} sections)")
        row.setText(words.format(count) if count else self.tr("My &handout (nothing yet)"))
        row.setEnabled(count > 0)
        self.change.setText(self.tr("Change…") if count else self.tr("Choose…"))
        self.change.setAccessibleName(
            self.tr("Change my handout") if count else self.tr("Choose sections for my handout")
        )
        if not count and row.isChecked():
            self.choose("section")
            self._was_emptied = True
        elif count and self._was_emptied:  # it was put back
            self.choose("handout")

    def _take(self) -> None:
        self._was_emptied = False
        self.chosen.emit()

    def _words(self) -> dict[str, str]:
        return {
            "section": self.tr("&This section"),
            "handout": "",
            "selection": self.tr("S&elected words"),
            "guide": self.tr("&Whole guide"),
            "pathway": self.tr("The pathwa&y"),
            "glossary": self.tr("&Glossary"),
            "words": self.tr("My wor&ds"),
            "notes": self.tr("My &notes"),
        }

    def _add(self, wish: str, words: str) -> None:
        row = self._rows[wish] = QRadioButton(words)
        row.setAccessibleDescription(self.tr("What to print"))
        self._together.addButton(row)
        if wish != "handout":
            self._column.addWidget(row)
            return
        line = QHBoxLayout()
        line.setSpacing(look.scale().space["near"])
        line.addWidget(row, 1)
        line.addWidget(self.change)
        self._column.addLayout(line)

    def _lead_tab(self) -> None:
        """Let Tab find the row that is chosen, also from below: Qt does so only after each had the keyboard."""
        for row in self._rows.values():
            row.setFocusPolicy(Qt.FocusPolicy.StrongFocus if row.isChecked() else Qt.FocusPolicy.ClickFocus)

    def _add_section_title(self, printables: Printables) -> None:
        """Say below its row which section is being read."""
        section = printables.guide.section(printables.section)
        if section is None:
            return
        title = Elided()
        title.setProperty("quiet", True)
        title.setContentsMargins(INDENT, 0, 0, look.scale().space["tight"])
        title.set_whole(section.title)
        self._column.insertWidget(self._column.indexOf(self._rows["section"]) + 1, title)
        self._rows["section"].setAccessibleDescription(section.title)
