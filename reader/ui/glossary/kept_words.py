"""The words one kept: their explanations as cards, the newest first."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from reader.core.explanation import Explanation
from reader.ui.glossary.entry_text import EntryText


class KeptWords(QScrollArea):
    """The explanations that were kept, the newest first."""

    entry_requested = Signal(str, QRect)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setAccessibleName(self.tr("Kept words"))
        self._cards: dict[str, QWidget] = {}
        page = QWidget()
        page.setObjectName("panel")
        self._column = QVBoxLayout(page)
        self._column.setContentsMargins(0, 8, 0, 8)
        self._column.setSpacing(0)
        self._empty = QLabel(self.tr("Words that you keep stay here.\n\nOpen a word in the text and choose Keep."))
        self._empty.setWordWrap(True)
        self._empty.setMargin(24)
        self._empty.setProperty("quiet", True)
        self._column.addWidget(self._empty)
        self._column.addStretch(1)
        self.setWidget(page)

    def clear(self) -> None:
        """Keep nothing."""
        for identifier in list(self._cards):
            self._remove(identifier)

    def keep(self, explanation: Explanation) -> None:
        """Put an explanation at the top."""
        entry = explanation.entry
        self._remove(entry.id)
        text = EntryText()
        text.show_explanation(explanation)
        text.entry_requested.connect(self._see_also)
        remove = QPushButton(self.tr("Remove"))
        remove.setProperty("link", True)
        remove.setAutoDefault(True)  # Enter presses it, as Space does
        remove.setAccessibleName(self.tr("Remove {0}").format(entry.term))
        remove.clicked.connect(lambda: self._remove(entry.id))
        line = QFrame()
        line.setObjectName("hair")
        card = QWidget()
        column = QVBoxLayout(card)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(text)
        row = QHBoxLayout()
        row.setContentsMargins(6, 0, 6, 4)
        row.addWidget(remove)
        row.addStretch(1)
        column.addLayout(row)
        column.addWidget(line)
        self._cards[entry.id] = card
        self._column.insertWidget(0, card)
        self._empty.hide()
        self.verticalScrollBar().setValue(0)

    def _see_also(self, identifier: str) -> None:
        where = QRect(self.mapToGlobal(self.rect().topLeft()), QSize(1, 1))
        self.entry_requested.emit(identifier, where)

    def _remove(self, identifier: str) -> None:
        card = self._cards.pop(identifier, None)
        if card is not None:
            card.hide()
            card.deleteLater()
        self._empty.setVisible(not self._cards)
