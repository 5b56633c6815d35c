"""What the reader put on a node, below one another: each with the sign that it has beside the text."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from reader.ui import theme as look
from reader.ui.theme import Theme
from reader.ui.widgets.own_notes import Own

_APART = 8  # pixels from a sign to its words


class OwnRows(QWidget):
    """A sign and words a row."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._own: Sequence[Own] = ()
        self._parts: list[QLabel] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(_APART)
        self._grid.setVerticalSpacing(_APART // 2)
        self._grid.setColumnStretch(1, 1)

    def show_own(self, own: Sequence[Own]) -> None:
        """Show these rows; nothing at all for none."""
        if own != self._own:
            self._own = own
            self._fill()
        self.setVisible(bool(own))

    def set_theme(self, theme: Theme) -> None:
        """Draw the signs in other colours."""
        self._theme = theme
        self._fill()

    def _fill(self) -> None:
        for part in self._parts:
            part.hide()  # at once; deleteLater waits for the event loop
            self._grid.removeWidget(part)
            part.deleteLater()
        self._parts = []
        for row, each in enumerate(self._own):
            sign, words = QLabel(), _words(each.words)
            sharp = look.image(each.kind, self._theme.ink, scale=self.devicePixelRatioF())
            sign.setPixmap(QPixmap.fromImage(sharp))
            sign.setFixedHeight(max(look.ICON_PX, words.fontMetrics().lineSpacing()))
            self._grid.addWidget(sign, row, 0, Qt.AlignmentFlag.AlignTop)
            self._grid.addWidget(words, row, 1)
            self._parts += (sign, words)


def _words(text: str) -> QLabel:
    label = QLabel()
    label.setTextFormat(Qt.TextFormat.PlainText)  # as one wrote it
    label.setWordWrap(True)
    label.setFont(look.sans())
    label.setText(text)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label
