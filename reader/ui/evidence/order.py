"""The table's headings: buttons in words above its columns, by which it is sorted."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from reader.core.claim_table import By
from reader.ui.evidence.table import LEVEL_WIDTH, SECTION_SHARE

ARROWS = ("↓", "↑")  # forwards, backwards


class Order(QWidget):
    """By which column the claims are sorted, and which way; again on the same heading turns it round."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.by: By = "place"
        self.backwards = False
        self._words: dict[By, str] = {
            "level": self.tr("Evidence"),
            "claim": self.tr("Claim"),
            "place": self.tr("Section"),
        }
        self._buttons: dict[By, QPushButton] = {by: QPushButton() for by in self._words}
        self._row = row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        for by, button in self._buttons.items():
            button.setCheckable(True)
            button.setProperty("heading", True)
            button.clicked.connect(lambda _=False, by=by: self._turn(by))
            row.addWidget(button, int(by == "claim"))
        self._show()

    def fit(self, width: int, beside: int, *, narrow: bool) -> None:
        """Stand above the columns of a table of this width, *beside* its scroll bar, in pixels."""
        self._row.setContentsMargins(0, 0, beside, 0)
        self._buttons["level"].setMinimumWidth(0 if narrow else LEVEL_WIDTH)
        self._buttons["place"].setMinimumWidth(0 if narrow else int(width * SECTION_SHARE))

    def in_words(self) -> str:
        """Return the order as the end of a sentence."""
        return {
            ("place", False): self.tr("in the order of the text"),
            ("place", True): self.tr("from the end of the text"),
            ("level", False): self.tr("best supported first"),
            ("level", True): self.tr("best supported last"),
            ("claim", False): self.tr("from A to Z"),
            ("claim", True): self.tr("from Z to A"),
        }[self.by, self.backwards]

    def _turn(self, by: By) -> None:
        self.backwards = by == self.by and not self.backwards
        self.by = by
        self._show()
        self.changed.emit()

    def _show(self) -> None:
        for by, button in self._buttons.items():
            words, is_chosen = self._words[by], by == self.by
            button.setChecked(is_chosen)
            button.setText(f"{words} {ARROWS[self.backwards]}" if is_chosen else words)
            button.setAccessibleName(self.tr("Sort by {0}").format(words))
            button.setAccessibleDescription(self.in_words() if is_chosen else "")
