"""What the signs in a drawing mean: a piece of each line, the head of each relation, each kind of node, and words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QResizeEvent, QTransform
from PySide6.QtWidgets import QSizePolicy, QWidget

from reader.core.drawing import Shape
from reader.core.palette import DASHES, look_of, palette_of
from reader.core.signs import Sign, line_of
from reader.ui import theme as look
from reader.ui.pathway.ink import brush, painter_path, pen
from reader.ui.theme import Theme

ROW = 24  # pixels
_SAMPLE = 36  # pixels of line, or width of a node, before the words
_NODE_HEIGHT = 16
_GAP = 8
_BETWEEN = 16  # from one sign to the next


class Legend(QWidget):
    """Signs side by side, in as many rows as they need."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._signs: list[Sign] = []
        self._widths: dict[str, int] = {}
        self.set_theme(theme)
        self.setFont(look.sans(look.SMALL_PX))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("What the signs mean"))

    def show_levels(self, levels: Sequence[str]) -> None:
        """Show the lines of these levels of evidence; nothing at all for none."""
        self.show_signs([line_of(level) for level in levels])

    def show_signs(self, signs: Sequence[Sign]) -> None:
        """Show these signs; nothing at all for none."""
        self._signs = list(signs)
        self.setVisible(bool(signs))
        self.setAccessibleDescription(". ".join(sign.words for sign in signs))
        self.setFixedHeight(ROW * self._rows())
        self.update()

    def set_theme(self, theme: Theme) -> None:
        """Paint in other colours."""
        self._theme, self._palette = theme, palette_of(theme.name, theme._asdict())
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(320, ROW * self._rows())

    def _placed(self, signs: Sequence[Sign], room: QRect) -> Iterator[tuple[Sign, int, int]]:
        """Return each sign with its x in pixels and its row. Lines, relations and nodes begin a row each."""
        x, row, before = room.left(), 0, None
        for sign in signs:
            width = _SAMPLE + _GAP + self._width_of(sign.words)
            sort = (bool(sign.level), sign.is_node)
            if before is not None and (x + width > room.right() + 1 or sort != before):
                x, row = room.left(), row + 1
            yield sign, x, row
            x, before = x + width + _BETWEEN, sort

    def _width_of(self, words: str) -> int:
        """Return the pixels that words take: measured once, as a layout asks a hundred times while a window opens."""
        if words not in self._widths:
            self._widths[words] = self.fontMetrics().horizontalAdvance(words)
        return self._widths[words]

    def changeEvent(self, event: QEvent) -> None:
        """Measure again in another font."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._widths.clear()

    def _rows(self) -> int:
        return self.rows_of(self._signs, self.contentsRect().width())

    def rows_of(self, signs: Sequence[Sign], width: int) -> int:
        """Return how many rows these signs take in a width in pixels."""
        return max((row for _, _, row in self._placed(signs, QRect(0, 0, width, ROW))), default=-1) + 1

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.setFixedHeight(ROW * self._rows())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for sign, x, row in self._placed(self._signs, self.contentsRect()):
            y = row * ROW + ROW / 2
            if sign.is_node:
                self._paint_node(painter, sign, x, y)
            else:
                self._paint_line(painter, sign, x, y)
            painter.setPen(QColor(self._theme.quiet))
            words = QRectF(x + _SAMPLE + _GAP, y - ROW / 2, self.width(), ROW)
            painter.drawText(words, int(Qt.AlignmentFlag.AlignVCenter), sign.words)

    def _paint_line(self, painter: QPainter, sign: Sign, x: float, y: float) -> None:
        painter.setPen(pen(self._theme.ink, 1.7, DASHES.get(sign.level, ())))
        paths = [painter_path(head.path) for head in sign.shapes]
        tallest = max((path.controlPointRect().height() for path in paths), default=0.0)
        scale = min(1.0, _NODE_HEIGHT / max(1.0, tallest))
        paths = [QTransform.fromScale(scale, scale).map(path) for path in paths]
        boxes = [path.controlPointRect() for path in paths]
        tip = x + _SAMPLE - max((box.right() for box in boxes), default=0.0)
        painter.drawLine(QPointF(x, y), QPointF(tip + min((box.left() + 1 for box in boxes), default=0.0), y))
        if sign.level == "contradicted":
            middle = x + _SAMPLE / 2
            painter.setPen(pen(self._theme.ink, 2, ()))
            painter.drawLine(QPointF(middle - 5, y - 5), QPointF(middle + 5, y + 5))
            painter.drawLine(QPointF(middle - 5, y + 5), QPointF(middle + 5, y - 5))
        for head, path in zip(sign.shapes, paths, strict=True):
            self._paint_head(painter, head, path.translated(tip, y))

    def _paint_head(self, painter: QPainter, head: Shape, path: QPainterPath) -> None:
        """Paint a head in ink: a stranger's own colours were chosen for their own paper."""
        drawn = look_of(head, self._palette, is_lit=True)
        fills = {"none": brush("none", 1), "open head": brush(self._palette.ground, 1)}
        painter.setPen(Qt.PenStyle.NoPen if drawn.stroke == "none" else pen(self._theme.ink, drawn.width, ()))
        painter.setBrush(fills.get(drawn.fill) or fills.get(head.role) or brush(self._theme.ink, 1))
        painter.drawPath(path)

    def _paint_node(self, painter: QPainter, sign: Sign, x: float, y: float) -> None:
        for shape in sign.shapes:
            path, drawn = painter_path(shape.path), look_of(shape, self._palette, is_lit=True)
            box = path.controlPointRect()
            painter.save()
            painter.translate(x + _SAMPLE / 2, y)
            # By its height alone where it is long: corners keep their shape.
            scale = min(_NODE_HEIGHT / max(1.0, box.height()), _SAMPLE / max(1.0, box.width()) * 2)
            painter.scale(min(scale, (_SAMPLE - 2) / max(1.0, box.width())), scale)
            painter.translate(-box.center())
            stroke = pen(drawn.stroke, 1.7, ())
            stroke.setCosmetic(True)
            painter.setPen(stroke)
            painter.setBrush(brush(drawn.fill, 1))
            painter.drawPath(path)
            painter.restore()
