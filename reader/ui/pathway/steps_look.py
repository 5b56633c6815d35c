"""How the rows of the list look: as tall as their words, indented, with the sign of what is inside and of evidence."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QImage, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTreeView

from reader.ui import theme as look
from reader.ui.pathway.steps_model import Index, StepsModel
from reader.ui.pathway.steps_rows import HEADING, NODE, ROUTE, Row
from reader.ui.theme import Theme

GUTTER = 30  # pixels left of the words: the bar, and the sign of what is inside
INDENT = 12  # more of it for each row that it stands in
RIGHT = 12
BAR = 4
PADDING = 10  # above and below the words
SIGN = 16
BETWEEN = 6  # a sign and its words
LEAST_ROOM = 60
WRAPPED = int(Qt.TextFlag.TextWordWrap)
UP_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)


class StepsLook(QStyledItemDelegate):
    """Draws the rows of one list. Heights are measured once for each row and width."""

    def __init__(self, theme: Theme, tree: QTreeView) -> None:
        super().__init__(tree)
        self.theme = theme
        self.lit: frozenset[str] = frozenset()  # keys of nodes and interactions that stand out
        self.found: frozenset[str] = frozenset()
        self._tree = tree
        self._plain, self._strong, self._small = look.sans(), look.sans(strong=True), look.sans(look.SMALL_PX)
        self._measures = {font: QFontMetrics(face) for font, face in self._faces().items()}
        self._heights: dict[tuple[int, int], int] = {}
        self._signs: dict[tuple[str, str], QImage] = {}

    def _faces(self) -> dict[str, QFont]:
        return {"plain": self._plain, "strong": self._strong, "small": self._small}

    def left(self, row: Row) -> int:
        """Return where the words of a row begin; what is left of them opens and closes what is inside."""
        return GUTTER + row.depth * INDENT

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return how tall a row is at the width of its list."""
        width = self._tree.viewport().width()
        model = index.model()
        assert isinstance(model, StepsModel)  # noqa: S101
        key = (index.internalId(), width)
        height = self._heights.get(key)
        if height is None:
            height = self._heights[key] = self._height(model.row(index), width)
        return QSize(width, height)

    def _height(self, row: Row, width: int) -> int:
        room = max(LEAST_ROOM, width - self.left(row) - RIGHT)
        words = self._tall("strong" if row.sort in (HEADING, NODE, ROUTE) else "plain", row.text, room)
        note = self._tall("small", row.note, self._beside_sign(row, room)) if row.note else 0
        return max(look.TARGET_PX, words + note + 2 * PADDING)

    def _beside_sign(self, row: Row, room: int) -> int:
        return room - (SIGN + BETWEEN if row.evidence else 0)

    def _tall(self, face: str, text: str, room: int) -> int:
        measure = self._measures[face]
        if "\n" not in text and measure.horizontalAdvance(text) <= room:
            return measure.height()
        return measure.boundingRect(QRect(0, 0, room, 100_000), WRAPPED | UP_LEFT, text).height()

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw a row."""
        model = index.model()
        assert isinstance(model, StepsModel)  # noqa: S101
        row, rect = model.row(index), option.rect
        is_lit = row.key in self.lit
        painter.save()
        self._draw_ground(painter, option, is_lit=is_lit)
        self._draw_words(painter, row, rect, is_lit=is_lit)
        if row.has_inside:
            top = rect.top() + min(rect.height(), look.TARGET_PX) / 2 + 0.5
            centre = QPointF(self.left(row) - (GUTTER - BAR) / 2, top)
            _chevron(painter, centre, self.theme.quiet, is_open=self._tree.isExpanded(index))
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
            painter.setPen(QPen(QColor(self.theme.accent), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(rect.adjusted(2, 2, -2, -2))
        painter.restore()

    def _draw_ground(self, painter: QPainter, option: QStyleOptionViewItem, *, is_lit: bool) -> None:
        rect = option.rect
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, QColor(self.theme.edge))
            painter.fillRect(rect.adjusted(0, 2, 0, -2), QColor(self.theme.tint))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, QColor(self.theme.tint))
        if is_lit:
            painter.fillRect(QRect(0, rect.top(), BAR, rect.height()), QColor(self.theme.accent))

    def _draw_words(self, painter: QPainter, row: Row, rect: QRect, *, is_lit: bool) -> None:
        is_strong = row.sort in (HEADING, ROUTE) or (row.sort == NODE and is_lit)
        font = QFont(self._strong if is_strong else self._plain)
        font.setUnderline(row.key in self.found and row.sort == NODE)
        painter.setFont(font)
        painter.setPen(QColor(self.theme.ink))
        left = self.left(row)
        room = max(LEAST_ROOM, rect.right() - left - RIGHT)
        tall = self._tall("strong" if is_strong else "plain", row.text, room)
        note = self._tall("small", row.note, self._beside_sign(row, room)) if row.note else 0
        top = rect.top() + (rect.height() - tall - note) // 2
        painter.drawText(QRect(left, top, room, tall), WRAPPED | UP_LEFT, row.text)
        if row.note:
            painter.setFont(self._small)
            painter.setPen(QColor(self.theme.quiet))
            if row.evidence:
                line = self._measures["small"].height()
                painter.drawImage(QPoint(left, top + tall + (line - SIGN) // 2), self._sign(row.evidence))
                left += SIGN + BETWEEN
            painter.drawText(QRect(left, top + tall, self._beside_sign(row, room), note), WRAPPED | UP_LEFT, row.note)

    def _sign(self, level: str) -> QImage:
        key = (level, self.theme.ink)
        if key not in self._signs:
            scale = self._tree.devicePixelRatioF()
            self._signs[key] = look.image(f"evidence-{level.replace(' ', '-')}", key[1], SIGN, scale=scale)
        return self._signs[key]


def _chevron(painter: QPainter, centre: QPointF, colour: str, *, is_open: bool) -> None:
    """Draw the sign of a row with others inside: pointing down where they are shown. As in the outline."""
    points = [(-4, -2), (0, 2), (4, -2)] if is_open else [(-2, -4), (2, 0), (-2, 4)]
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(colour), 1.7, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPolyline(QPolygonF([centre + QPointF(x, y) for x, y in points]))
