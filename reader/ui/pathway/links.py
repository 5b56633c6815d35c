"""What a card leads to, each as a button of its own."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from reader.ui import theme as look
from reader.ui.pathway.card import TO_PLACE, TO_REFERENCE, Link
from reader.ui.widgets.elided import ElidedButton
from reader.ui.widgets.flow import FlowLayout
from reader.ui.widgets.text_button import text_button
from reader.ui.widgets.tip import tip


class Links(QWidget):
    """Short ones side by side; sections and references, which are long, one below the other."""

    chosen = Signal(str, str)  # what to go to; its key

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._links: Sequence[Link] = ()
        self._parts: list[QPushButton] = []
        self._short = FlowLayout(0)
        self._short.setContentsMargins(0, 0, 0, 0)
        self._long = QVBoxLayout()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._short)
        column.addLayout(self._long)

    def show_links(self, links: Sequence[Link]) -> None:
        """Show other links; the keyboard stays on the one that leads to the same, where there is one still."""
        held = next((link[:2] for link, part in zip(self._links, self._parts, strict=True) if part.hasFocus()), None)
        for part in self._parts:
            part.hide()  # at once; deleteLater waits for the event loop
            self._short.removeWidget(part)
            self._long.removeWidget(part)
            part.deleteLater()
        self._links, self._parts = links, [self._button(link) for link in links]
        for link, part in zip(links, self._parts, strict=True):
            if link[:2] == held:
                part.setFocus(Qt.FocusReason.OtherFocusReason)
        self.setVisible(bool(links))

    @property
    def buttons(self) -> list[QPushButton]:
        """Those of the links that are shown, in the order of Tab."""
        return list(self._parts)

    def _button(self, link: Link) -> QPushButton:
        if link.to in (TO_PLACE, TO_REFERENCE):
            button = _row(link.words)
            self._long.addWidget(button)
        else:
            button = text_button(link.words, "link", name=link.words)
            self._short.addWidget(button)
        button.clicked.connect(lambda: self.chosen.emit(link.to, link.key))
        button.show()
        return button


def _row(words: str) -> QPushButton:
    button = ElidedButton(words)
    button.setProperty("link", True)
    button.setProperty("row", True)
    button.setMinimumHeight(look.TARGET_PX)
    button.setToolTip(tip(words))
    button.setAutoDefault(True)  # Enter presses it, as Space does
    return button
