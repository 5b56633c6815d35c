"""An entry as it is shown in the popup and in the companion panel: word, sound, explanation, see also."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from reader.core.explanation import Explanation
from reader.ui import theme as look


class EntryText(QWidget):
    """One entry. Everything is plain text: a definition is a stranger's."""

    entry_requested = Signal(str)  # entry id

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self._word = self._label(look.serif(20, strong=True))
        self._sound = self._label(look.sans(look.SMALL_PX), quiet=True)
        self._definition = self._label(look.sans(16))
        self._others = self._label(look.sans(look.SMALL_PX), quiet=True)
        self._see = QVBoxLayout()
        self._see.setSpacing(0)
        self._buttons: list[QPushButton] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 12, 18, 8)
        column.setSpacing(6)
        for label in (self._word, self._sound, self._definition, self._others):
            column.addWidget(label)
        column.addLayout(self._see)
        column.addStretch(1)

    def show_explanation(self, explanation: Explanation) -> None:
        """Show an entry and the words it points to."""
        entry = explanation.entry
        short = ", ".join(entry.short_forms)
        self._set(self._word, f"{entry.term} ({short})" if short else entry.term)
        self._set(self._sound, " · ".join(part for part in (entry.pronunciation, entry.parts) if part))
        self._set(self._definition, entry.definition)
        names = ", ".join(entry.other_names)
        self._set(self._others, self.tr("Also: {0}").format(names) if names else "")
        for button in self._buttons:
            button.hide()  # at once; deleteLater waits for the event loop
            self._see.removeWidget(button)
            button.deleteLater()
        self._buttons = [self._see_button(other.id, other.term) for other in explanation.see_also]

    def as_sentence(self) -> str:
        """Return what is shown, for a screen reader."""
        labels = (self._word, self._sound, self._definition, self._others)
        return ". ".join(label.text() for label in labels if label.text())

    def _see_button(self, identifier: str, term: str) -> QPushButton:
        button = QPushButton(self.tr("See also: {0}").format(term))
        button.setProperty("link", True)
        button.setStyleSheet("text-align: left; padding-left: 0;")
        button.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        button.setAutoDefault(False)
        button.clicked.connect(lambda: self.entry_requested.emit(identifier))
        self._see.addWidget(button)
        return button

    def _label(self, font: object, *, quiet: bool = False) -> QLabel:
        label = QLabel()
        label.setFont(font)  # type: ignore[arg-type]
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        if quiet:
            label.setProperty("quiet", True)
        return label

    @staticmethod
    def _set(label: QLabel, text: str) -> None:
        label.setText(text)
        label.setVisible(bool(text))
