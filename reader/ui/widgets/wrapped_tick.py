"""A box to tick whose words go on in the next line where they are too long for one."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QPaintEvent, QPalette
from PySide6.QtWidgets import QCheckBox, QSizePolicy, QStyle, QStyleOptionButton, QStylePainter, QWidget

from reader.ui import theme as look

_ABOVE = 6  # pixels free above and below the words, at least
_FLAGS = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap
_WORDS, _NARROWEST = 260, 160  # pixels: of the widest line where there is room, and where there is none


class WrappedTick(QCheckBox):
    """As high as its words need at its width; all of it can be clicked."""

    def __init__(self, words: str = "", parent: QWidget | None = None) -> None:
        super().__init__(words, parent)
        self._others: frozenset[str] = frozenset()
        self._heights: dict[tuple[str, int], int] = {}  # by words and width: a layout asks for each a hundred times
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def keep_room(self, others: Iterable[str]) -> None:
        """Be as high as the longest of these words needs: they may come later, and nothing is to move then."""
        self._others = frozenset(others)
        self._heights.clear()
        self.updateGeometry()

    def heightForWidth(self, width: int) -> int:
        """Return the height in pixels at a width."""
        key = (self.text(), width)
        if key not in self._heights:
            self._heights[key] = self._measured(width)
        return self._heights[key]

    def changeEvent(self, event: QEvent) -> None:
        """Measure anew in another face."""
        super().changeEvent(event)
        self._heights.clear()

    def sizeHint(self) -> QSize:
        """Return the size with all words in one line, where that is not too long."""
        width = min(_WORDS, super().sizeHint().width())
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Return the least size, at which words are still whole."""
        return QSize(_NARROWEST, look.TARGET_PX)

    def hitButton(self, pos: QPoint) -> bool:
        """Whether a click there ticks the box: anywhere."""
        return self.rect().contains(pos)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the box as ever, but its words in lines."""
        painter = QStylePainter(self)
        option = QStyleOptionButton()
        self.initStyleOption(option)
        option.text = ""
        painter.drawControl(QStyle.ControlElement.CE_CheckBox, option)
        role = QPalette.ColorRole.WindowText
        words = self._words_at(self.width())
        words.setHeight(self.height())
        words.moveTop(0)
        painter.drawItemText(words, int(_FLAGS), self.palette(), self.isEnabled(), self.text(), role)

    def _measured(self, width: int) -> int:
        room = QRect(0, 0, max(40, self._words_at(width).width()), 10_000)
        bounds = self.fontMetrics().boundingRect
        highest = max(bounds(room, int(_FLAGS), words).height() for words in {self.text(), *self._others})
        return max(look.TARGET_PX, highest + 2 * _ABOVE)

    def _words_at(self, width: int) -> QRect:
        option = QStyleOptionButton()
        self.initStyleOption(option)
        option.rect = QRect(0, 0, width, look.TARGET_PX)
        return self.style().subElementRect(QStyle.SubElement.SE_CheckBoxContents, option, self)
