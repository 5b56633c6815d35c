"""A box to choose from that shows the whole of what is chosen, in as many lines as it needs."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPaintEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import QComboBox, QListView, QSizePolicy, QStyle, QStyleOptionComboBox, QStylePainter

from reader.ui import theme as look
from reader.ui.widgets.wrapped_rows import WrappedRows

_ABOVE = 6  # pixels free above and below the words, at least
_FLAGS = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap


class WrappedChoice(QComboBox):
    """As high as the longest choice needs, so that what stands below never moves for another one."""

    def __init__(self) -> None:
        super().__init__()
        rows = QListView()
        rows.setWordWrap(True)
        rows.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setView(rows)
        self.setItemDelegate(WrappedRows(rows))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_choices(self, choices: Sequence[str]) -> None:
        """Offer these, the first one chosen."""
        self.clear()
        self.addItems(list(choices))
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        return QSize(200, self._height())

    def minimumSizeHint(self) -> QSize:
        return QSize(80, self._height())

    def _height(self) -> int:
        room = QRect(0, 0, max(40, self._words_at().width()), 100_000)
        bounds = self.fontMetrics().boundingRect
        texts = (self.itemText(number) for number in range(self.count()))
        tallest = max((bounds(room, int(_FLAGS), text).height() for text in texts), default=0)
        return max(look.TARGET_PX, tallest + 2 * _ABOVE)

    def _words_at(self) -> QRect:
        return self.style().subControlRect(
            QStyle.ComplexControl.CC_ComboBox, self._option(), QStyle.SubControl.SC_ComboBoxEditField, self
        )

    def _option(self) -> QStyleOptionComboBox:
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        return option

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the box as ever, but its words in lines."""
        painter = QStylePainter(self)
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, self._option())
        role = QPalette.ColorRole.Text
        painter.drawItemText(self._words_at(), int(_FLAGS), self.palette(), self.isEnabled(), self.currentText(), role)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()  # other widths, other heights
