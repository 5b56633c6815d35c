"""The window with all claims of a guide: filter, order, table, and what is known of the chosen one."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from reader.core import claim_table
from reader.core.claim_table import Row
from reader.core.guide import Guide
from reader.core.text import Place
from reader.ui import theme as look
from reader.ui.announce import announce
from reader.ui.evidence.chosen import Chosen
from reader.ui.evidence.levels import Levels
from reader.ui.evidence.order import Order
from reader.ui.evidence.table import NARROW, ClaimTable
from reader.ui.theme import Theme
from reader.ui.widgets.elided import Elided

SIZE = QSize(1080, 820)
LEAST = QSize(320, 360)
FRAME = QSize(16, 48)  # what a desktop puts around a window: the buttons stay on the screen
LOW = 640  # pixels of height; below, the ticks are in a menu
BELOW = (96, 260)  # pixels: the least and the most for what is below the table
BELOW_SHARE = 0.28  # of the height, between the two


class EvidenceDialog(QDialog):
    """Every claim, how sure it is, why, and where the text makes it."""

    place_requested = Signal(Place)

    def __init__(self, guide: Guide, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._every = claim_table.rows(guide)
        self._title = QLabel(self.tr("All claims, and how sure they are"))
        self._box = QLineEdit()
        self._levels = Levels(claim_table.counts(self._every))
        self._count = Elided()
        self._order = Order()
        self._table = ClaimTable(theme)
        self._chosen = Chosen(guide)
        self._go = self._button(self.tr("Read it in the text"))
        self._close = self._button(self.tr("Close"))
        self._lay_out()
        self._box.textChanged.connect(self._filter)
        self._levels.changed.connect(self._filter)
        self._order.changed.connect(self._filter)
        self._table.row_chosen.connect(self._chosen.show_row)
        self._table.row_opened.connect(self._open)
        self._chosen.copied.connect(self._say)
        self._go.clicked.connect(self._open_chosen)
        self._close.clicked.connect(self.reject)
        self.set_theme(theme)
        self._filter()

    def _lay_out(self) -> None:
        self.setWindowTitle(self.tr("Evidence"))
        self.setMinimumSize(LEAST)
        parent = self.parentWidget()
        self.resize(SIZE.boundedTo((parent or self).screen().availableSize() - FRAME))
        self._title.setObjectName("title")
        self._title.setMinimumHeight(40)
        self._box.setPlaceholderText(self.tr("Filter the claims"))
        self._box.setAccessibleName(self.tr("Filter the claims"))
        self._count.setObjectName("count")
        self._count.setProperty("quiet", True)
        self._count.setMinimumHeight(32)
        filters = QHBoxLayout()
        filters.setSpacing(8)
        filters.addWidget(self._box, 1)
        filters.addWidget(self._levels.menu_button)
        line = QHBoxLayout()
        line.setSpacing(12)
        line.addStretch(1)
        line.addWidget(self._go)
        line.addWidget(self._close)
        hair = QFrame()
        hair.setObjectName("hair")
        self._column = column = QVBoxLayout(self)
        column.setSpacing(0)
        column.addWidget(self._title)
        column.addLayout(filters)
        for part in (self._levels, self._count, self._order, self._table, hair, self._chosen):
            column.addWidget(part, int(part is self._table))
        column.addSpacing(8)
        column.addLayout(line)

    def _button(self, words: str) -> QPushButton:
        button = QPushButton(words)
        button.setProperty("framed", True)
        button.setMinimumHeight(look.TARGET_PX)
        button.setAutoDefault(False)  # Enter is the table's
        return button

    def set_theme(self, theme: Theme) -> None:
        """Draw in other colours."""
        for part in (self._levels, self._table):
            part.set_theme(theme)

    def show_claims(self, claims: Collection[str]) -> None:
        """Choose the first of these claims, the filter taken away that would hide it; none of them: as it was left."""
        row = next((each for each in self._every if each.claim.id in claims), None)
        if row is not None:
            self._box.clear()
            self._levels.tick_all()
            self._table.choose(row)

    def showEvent(self, event: QShowEvent) -> None:
        """Give the keyboard to the table."""
        super().showEvent(event)
        self._table.setFocus(Qt.FocusReason.OtherFocusReason)
        if (row := self._table.current()) is not None:
            self._table.choose(row)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the room out."""
        super().resizeEvent(event)
        size = event.size()
        narrow = size.width() < NARROW + 48
        is_small = narrow or size.height() < LOW
        edge = 12 if narrow else 24
        self._column.setContentsMargins(edge, 12 if is_small else 20, edge, 12 if is_small else 16)
        self._title.setVisible(not is_small)  # the window's own title says it
        self._levels.setVisible(not is_small)
        self._levels.menu_button.setVisible(is_small)
        self._chosen.setFixedHeight(max(BELOW[0], min(BELOW[1], int(size.height() * BELOW_SHARE))))
        bar = self._table.verticalScrollBar().sizeHint().width()
        self._order.fit(size.width() - 2 * edge - bar, bar, narrow=narrow)

    def _filter(self) -> None:
        rows = claim_table.filtered(self._every, self._levels.shown(), self._box.text())
        self._table.show_rows(claim_table.ordered(rows, self._order.by, backwards=self._order.backwards))
        self._go.setEnabled(bool(rows))
        self._say(
            self.tr("{0} of {1} claims, {2}").format(len(rows), len(self._every), self._order.in_words())
            if rows
            else self.tr("0 of {0} claims: empty the box, or tick more levels").format(len(self._every))
        )

    def _say(self, sentence: str) -> None:
        self._count.set_whole(sentence)
        if self.isVisible():
            announce(self, sentence)

    def _open_chosen(self) -> None:
        if (row := self._table.current()) is not None:
            self._open(row)

    def _open(self, row: Row) -> None:
        self.accept()  # first: the window behind it takes the keyboard back
        self.place_requested.emit(row.place)
