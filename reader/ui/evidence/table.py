"""The table of claims: calm rows of wrapped words, each a way to its place in the text."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QImage, QKeyEvent, QMouseEvent, QPainter, QPen, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QAbstractItemView, QStyledItemDelegate, QStyleOptionViewItem, QTableView, QWidget

from reader.core.claim_table import Row
from reader.core.evidence import CLAIM_WORDS
from reader.ui import theme as look
from reader.ui.evidence.model import CLAIM, LEVEL, ROW, SECTION, ClaimModel, Index
from reader.ui.theme import Theme

NARROW = 640  # pixels; below, a row is the claim with the other two in a line under it
INSET = 16  # before and after the words of a cell
PAD = 12  # above and below them
SIGN = 16
BAR = 4  # before the row that is chosen
LEVEL_WIDTH = 216  # the widest words of a level on one line, with their sign
SECTION_SHARE = 0.26  # of the width
WRAP = int(Qt.TextFlag.TextWordWrap) | int(Qt.AlignmentFlag.AlignTop)


class ClaimTable(QTableView):
    """The claims. A click on a claim's words, or Enter, goes to its place; a click beside them chooses it."""

    row_chosen = Signal(object)  # Row, or None
    row_opened = Signal(object)  # Row

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.metrics = QFontMetrics(look.sans())
        self.claims = ClaimModel(self)
        self._heights: dict[tuple[str, int], int] = {}  # by claim and width: filtering asks for the same again
        self.setModel(self.claims)
        self.setItemDelegate(_Cells(self))
        self.setAccessibleName(self.tr("All claims"))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        self.horizontalHeader().hide()  # the buttons above the table say the same, and take the keyboard
        self.verticalHeader().hide()
        self.verticalHeader().setMinimumSectionSize(look.TARGET_PX)
        self.selectionModel().currentRowChanged.connect(self._tell)
        self.hovered: Row | None = None  # whose words the pointer is on

    def set_theme(self, theme: Theme) -> None:
        """Draw in other colours."""
        self.theme = theme
        self.viewport().update()

    def show_rows(self, rows: list[Row]) -> None:
        """Show these rows, and keep the one that is chosen if it is among them."""
        chosen = self.current()
        self.hovered = None
        self.claims.show_rows(rows)
        if self.isVisible():  # else its width is not known yet
            self._fit()
        kept = next((number for number, row in enumerate(rows) if row == chosen), 0)
        if rows:
            self.setCurrentIndex(self.claims.index(kept, CLAIM))
        self._tell()

    def choose(self, row: Row) -> None:
        """Choose a row, and bring it into view."""
        if row in self.claims.rows:
            index = self.claims.index(self.claims.rows.index(row), CLAIM)
            self.setCurrentIndex(index)
            self.scrollTo(index, QAbstractItemView.ScrollHint.PositionAtCenter)

    def current(self) -> Row | None:
        """Return the row that is chosen, or None."""
        index = self.currentIndex()
        return self.claims.rows[index.row()] if index.isValid() else None

    def words_rect(self, index: Index) -> QRect:
        """Return the rectangle of a claim's words, in pixels of the viewport."""
        cell = self.visualRect(self.claims.index(index.row(), CLAIM)).adjusted(INSET, PAD, -INSET, -PAD)
        return self.metrics.boundingRect(cell, WRAP, self.claims.rows[index.row()].claim.text)

    def _tell(self) -> None:
        self.row_chosen.emit(self.current())

    def _fit(self) -> None:
        """Give columns and rows the room that their words need."""
        width = self.viewport().width()
        narrow = width < NARROW
        self.claims.is_narrow = narrow
        for column in (LEVEL, SECTION):
            self.setColumnHidden(column, narrow)
        section = 0 if narrow else int(width * SECTION_SHARE)
        level = 0 if narrow else LEVEL_WIDTH
        for column, room in ((LEVEL, level), (CLAIM, width - level - section), (SECTION, section)):
            self.setColumnWidth(column, room)
        rows = self.verticalHeader()
        for number, row in enumerate(self.claims.rows):
            key = (row.claim.id, width)
            if key not in self._heights:
                self._heights[key] = self._height(row, width - level - section, section)
            rows.resizeSection(number, self._heights[key])

    def _height(self, row: Row, claim: int, section: int) -> int:
        def high(text: str, room: int) -> int:
            return self.metrics.boundingRect(QRect(0, 0, max(room - 2 * INSET, 60), 10_000), WRAP, text).height()

        below = high(row.section, section) if section else self.metrics.lineSpacing() + 4
        words = high(row.claim.text, claim)
        return max(look.TARGET_PX, 2 * PAD + (max(words, below) if section else words + below))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Wrap the words anew."""
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self._fit()

    def showEvent(self, event: QShowEvent) -> None:
        """Give rows that came while nobody looked their room."""
        super().showEvent(event)
        self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes to the claim; Home and End to the first and last row, not to the ends of a row."""
        row = self.current()
        match event.key():
            case Qt.Key.Key_Return | Qt.Key.Key_Enter if row is not None:
                self.row_opened.emit(row)
            case Qt.Key.Key_Home if row is not None:
                self.setCurrentIndex(self.claims.index(0, CLAIM))
            case Qt.Key.Key_End if row is not None:
                self.setCurrentIndex(self.claims.index(len(self.claims.rows) - 1, CLAIM))
            case _:
                super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Go to the claim on whose words one clicked."""
        super().mouseReleaseEvent(event)
        row = self._words_at(event.position().toPoint())
        if event.button() == Qt.MouseButton.LeftButton and row is not None and row == self.current():
            self.row_opened.emit(row)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show that a claim's words can be chosen."""
        super().mouseMoveEvent(event)
        self._hover(self._words_at(event.position().toPoint()))

    def leaveEvent(self, event: QEvent) -> None:
        """Forget where the pointer was."""
        super().leaveEvent(event)
        self._hover(None)

    def _hover(self, row: Row | None) -> None:
        if row != self.hovered:
            self.hovered = row
            self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if row else Qt.CursorShape.ArrowCursor)
            self.viewport().update()

    def _words_at(self, point: QPoint) -> Row | None:
        index = self.indexAt(point)
        is_on = index.isValid() and self.words_rect(index).adjusted(-4, -4, 4, 4).contains(point)
        return self.claims.rows[index.row()] if is_on else None


class _Cells(QStyledItemDelegate):
    """Draws a cell: its words, the row's ground, bar and ring, and a line under it."""

    def __init__(self, table: ClaimTable) -> None:
        super().__init__(table)
        self._table = table
        self._signs: dict[tuple[str, str], QImage] = {}

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the size that the table gave the cell."""
        return QSize(self._table.columnWidth(index.column()), self._table.rowHeight(index.row()))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw the cell."""
        cell: QRect = option.rect
        row: Row = index.data(ROW)
        painter.save()
        self._paint_ground(painter, cell, index)
        words = cell.adjusted(INSET, PAD, -INSET, -PAD)
        if index.column() == CLAIM:
            self._paint_claim(painter, words, row)
        elif index.column() == LEVEL:
            self._paint_level(painter, words, row)
        else:
            self._write(painter, words, row.section, self._table.theme.quiet)
        painter.restore()

    def _paint_ground(self, painter: QPainter, cell: QRect, index: Index) -> None:
        table, theme = self._table, self._table.theme
        first = CLAIM if table.claims.is_narrow else LEVEL
        last = CLAIM if table.claims.is_narrow else SECTION
        painter.fillRect(QRect(cell.left(), cell.bottom(), cell.width(), 1), QColor(theme.hair))
        if index.row() != table.currentIndex().row():
            return
        painter.fillRect(cell, QColor(theme.tint))
        ring = QColor(theme.accent if table.hasFocus() else theme.edge)
        for line in (
            QRect(cell.left(), cell.top(), cell.width(), 2),
            QRect(cell.left(), cell.bottom() - 1, cell.width(), 2),
            *([QRect(cell.right() - 1, cell.top(), 2, cell.height())] if index.column() == last else ()),
        ):
            painter.fillRect(line, ring)
        if index.column() == first:
            painter.fillRect(QRect(cell.left(), cell.top(), BAR, cell.height()), QColor(theme.accent))

    def _paint_claim(self, painter: QPainter, words: QRect, row: Row) -> None:
        theme = self._table.theme
        self._write(painter, words, row.claim.text, theme.accent, underlined=row == self._table.hovered)
        if self._table.claims.is_narrow:
            line = self._table.metrics.lineSpacing()
            below = QRect(words.left(), words.bottom() - line + 1, words.width(), line)
            self._paint_level(painter, below, row, after=row.section)

    def _paint_level(self, painter: QPainter, words: QRect, row: Row, after: str = "") -> None:
        theme = self._table.theme
        line = self._table.metrics.lineSpacing()
        painter.drawImage(QPoint(words.left(), words.top() + (line - SIGN) // 2), self._sign(row.claim.level))
        text = f"{CLAIM_WORDS[row.claim.level]} · {after}" if after else CLAIM_WORDS[row.claim.level]
        beside = words.adjusted(SIGN + 8, 0, 0, 0)
        if after:
            text = self._table.metrics.elidedText(text, Qt.TextElideMode.ElideRight, beside.width())
        self._write(painter, beside, text, theme.quiet if after else theme.ink)

    def _write(self, painter: QPainter, where: QRect, text: str, colour: str, *, underlined: bool = False) -> None:
        font = look.sans()
        font.setUnderline(underlined)
        painter.setFont(font)
        painter.setPen(QPen(QColor(colour)))
        painter.drawText(where, WRAP, text)

    def _sign(self, level: str) -> QImage:
        key = (level, self._table.theme.ink)
        if key not in self._signs:
            scale = self._table.devicePixelRatioF()
            self._signs[key] = look.image(f"evidence-{level.replace(' ', '-')}", key[1], SIGN, scale=scale)
        return self._signs[key]
