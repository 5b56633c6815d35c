"""Words of the guide that are written like one that it does not have, each to be searched for."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from reader.ui import theme as look
from reader.ui.widgets.flow import FlowLayout
from reader.ui.widgets.text_button import text_button


class SimilarWords(QWidget):
    """A few words as links, in as many lines as they need; hidden while there are none."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._flow = FlowLayout(4)
        self.setLayout(self._flow)
        self.hide()

    def show_words(self, words: list[str]) -> None:
        """Offer *words* in the place of those before."""
        while (item := self._flow.takeAt(0)) is not None:
            if (part := item.widget()) is not None:
                part.hide()
                part.deleteLater()
        if words:
            label = QLabel(self.tr("Words like it:"))
            label.setMinimumHeight(look.TARGET_PX)
            self._flow.addWidget(label)
        for word in words:
            self._flow.addWidget(self._button(word))
        self.setVisible(bool(words))

    def _button(self, word: str) -> QPushButton:
        button = text_button(word, "link", name=self.tr("Search for {0}").format(word))
        button.clicked.connect(lambda: self.chosen.emit(word))
        return button
