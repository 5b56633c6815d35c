"""Choices and pages side by side, or in turns where there is no room for both; the foot is always in sight."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QScrollArea, QWidget

from reader.ui import theme as look
from reader.ui.printing.foot import LINES, Foot
from reader.ui.widgets.segments import Segments
from reader.ui.widgets.tab_order import put_after

NARROW = 720  # pixels, under which choices and pages take turns
LOW = 520  # pixels, under which less room is kept for what is said
WIDTH = 348  # pixels, of the choices beside the pages


class Sides(QWidget):
    """The choices at the left with the foot below them, the pages at the right. Nothing moves for another choice."""

    def __init__(self, choices: QWidget, last: QWidget, preview: QWidget, foot: Foot, parent: QWidget) -> None:
        """*last* is where Tab leaves the choices."""
        super().__init__(parent)  # first: all that has a parent before it has parts is given its style once
        self._preview, self._foot = preview, foot
        self._column = column = _Column(choices, self)
        self.turns = Segments({"choices": self.tr("Choices"), "pages": self.tr("Pages")})
        self.turns.ask(self.tr("What is in sight"))
        self._line = QFrame()
        self._line.setObjectName("upright")
        self._is_narrow: bool | None = None
        self._grid = grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(0)
        space = look.scale().space
        self.turns.setContentsMargins(space["apart"], space["near"], space["apart"], space["near"])
        grid.addWidget(self.turns, 0, 0, 1, 3)
        grid.addWidget(column, 1, 0)
        grid.addWidget(foot, 2, 0)
        grid.addWidget(self._line, 1, 1, 2, 1)
        grid.addWidget(preview, 1, 2, 2, 1)
        grid.setRowStretch(1, 1)
        put_after(self.turns, choices)
        put_after(last, foot)
        put_after(foot.close_button, preview)
        self.turns.chosen.connect(self._show)

    def show_count(self, pages: int) -> None:
        """Tell how many pages there are, where one cannot see them."""
        self.turns.set_words("pages", self.tr("Pages ({0})").format(f"{pages:,}"))

    def let_choose(self, can_choose: bool) -> None:
        """Let choices be made, or not while pages are on their way."""
        self._column.setEnabled(can_choose)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place the parts as the room allows."""
        super().resizeEvent(event)
        is_narrow = event.size().width() < NARROW
        has_room = not is_narrow and event.size().height() >= LOW
        self._foot.show_lines(LINES if has_room else LINES // 2)
        if is_narrow != self._is_narrow:
            self._is_narrow = is_narrow
            self._place()

    def _place(self) -> None:
        is_narrow = bool(self._is_narrow)
        self._grid.removeWidget(self._preview)
        if is_narrow:
            self._grid.addWidget(self._preview, 1, 0)
        else:
            self._grid.addWidget(self._preview, 1, 2, 2, 1)
        self._grid.setColumnStretch(0, int(is_narrow))
        self._grid.setColumnStretch(2, int(not is_narrow))
        self.turns.setVisible(is_narrow)
        self._line.setVisible(not is_narrow)
        self._show(self.turns.current)

    def _show(self, name: str) -> None:
        self._column.setVisible(not self._is_narrow or name == "choices")
        self._preview.setVisible(not self._is_narrow or name == "pages")


class _Column(QScrollArea):
    """Scrolls down only: it is as wide as what it holds."""

    def __init__(self, held: QWidget, parent: QWidget) -> None:
        super().__init__(parent)
        self._held = held
        self.setWidget(held)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def minimumSizeHint(self) -> QSize:
        """Return the least size: what is held, with the scroll bar beside it."""
        return QSize(self._held.minimumSizeHint().width() + look.scale().bar, look.TARGET_PX)

    def sizeHint(self) -> QSize:
        """Return the size it is best seen at."""
        return self.minimumSizeHint().expandedTo(QSize(WIDTH, 0))
