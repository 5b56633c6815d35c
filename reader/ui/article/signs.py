"""Signs beside the text: where the reader put a note, a bookmark or a question."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFontMetricsF,
    QMouseEvent,
    QPainter,
    QPen,
    QPixmap,
    QTextBlock,
    QWheelEvent,
)
from PySide6.QtWidgets import QApplication

from reader.core.notebook.notes import Note
from reader.ui import theme as look
from reader.ui.article.gutter import GUTTER, Gutter
from reader.ui.article.margin import NUMBER_PX, MarginNumbers
from reader.ui.article.noted import Noted
from reader.ui.article.ring import Ring
from reader.ui.theme import Theme

if TYPE_CHECKING:
    from reader.ui.article.column import Column

SIGN = 18  # pixels; more where the text is larger
AWAY = 6  # pixels from a sign to the text
TARGET = 44  # pixels that can be pressed, above one another; of two that are close, the nearer one
SMALL_CAPITAL = 0.33  # from the foot of the letters to the middle of the small ones, of their ascent
RING = 2  # pixels
ADDRESS = "note:"
MOST = 99  # what is told of several notes at one paragraph


class Signs:
    """A layer of the gutter: one sign a paragraph, with a number where it stands for several."""

    def __init__(self, noted: Noted, numbers: MarginNumbers, ring: Ring) -> None:
        self._noted, self._numbers, self._ring = noted, numbers, ring
        self._pictures: dict[tuple[str, str, int, float], QPixmap] = {}

    def paint_below(self, painter: QPainter, column: Column) -> None:
        """Paint the signs in view, and a ring around the one that has the keyboard."""
        if not self._noted:
            return
        painter.setFont(look.sans(NUMBER_PX))
        for notes, rect in self.in_view(column):
            self._paint(painter, column, notes, rect)

    def paint_above(self, painter: QPainter, column: Column) -> None:
        """Paint nothing."""

    def in_view(self, column: Column) -> Iterator[tuple[Sequence[Note], QRectF]]:
        """Yield the notes of each sign in view, and its rectangle in viewport pixels."""
        room = _room(column)
        away = AWAY if room == GUTTER else 1
        largest = max(SIGN, round(column.text_size()))
        for block, box in column.blocks_in_view():
            if block.layout().lineCount() and (notes := self._noted.beside(block)):
                side = min(largest, int(room - away - 1 - _width(_count(notes, room))))
                left = -away - side
                line = block.layout().lineAt(0)
                middle = box.top() + line.y() + line.ascent() * (1 - SMALL_CAPITAL)
                yield (
                    notes,
                    QRectF(left, round(middle + self._below(block, line.ascent(), side) - side / 2), side, side),
                )

    def _below(self, block: QTextBlock, ascent: float, side: int) -> float:
        """Return how far below the middle of the first line a sign stands: below the number, where there is one."""
        rows = self._numbers.rows_of(block)
        return ascent * SMALL_CAPITAL + (rows - 1) * NUMBER_PX * 1.3 + side / 2 + 3 if rows else 0.0

    def at(self, column: Column, point: QPointF) -> Sequence[Note]:
        """Return the notes of the sign at a point of the viewport; none where none is."""
        if not self._noted:
            return ()
        near = ((notes, rect) for notes, rect in self.in_view(column) if _target(rect, column).contains(point))
        return min(near, key=lambda each: abs(each[1].center().y() - point.y()), default=((), None))[0]

    def _paint(self, painter: QPainter, column: Column, notes: Sequence[Note], rect: QRectF) -> None:
        theme, sharp = column.theme, column.devicePixelRatioF()
        kinds = {_sign(note) for note in notes}
        picture = self._picture(kinds.pop() if len(kinds) == 1 else "notes", theme, round(rect.width()), sharp)
        painter.drawPixmap(rect.topLeft(), picture)
        around = QRectF(rect)
        if count := _count(notes, _room(column)):
            around.setLeft(rect.left() - 1 - _width(count))
            painter.setPen(QColor(theme.ink))
            middle = rect.center().y() + QFontMetricsF(painter.font()).capHeight() / 2
            painter.drawText(QPointF(around.left(), middle), count)
        held = self._ring.link.address if self._ring.link is not None else ""
        if held.startswith(ADDRESS) and column.hasFocus() and any(held == address(note) for note in notes):
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(QColor(theme.accent), RING))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(around.adjusted(-3, -3, 3, 3), 4, 4)

    def _picture(self, name: str, theme: Theme, side: int, sharp: float) -> QPixmap:
        key = name, theme.ink, side, sharp
        if key not in self._pictures:
            self._pictures[key] = QPixmap.fromImage(look.image(name, theme.ink, side, sharp))
        return self._pictures[key]


class SignStrip(Gutter):
    """The strip before the text in which signs can be pressed; elsewhere the mouse goes on to the column."""

    pressed = Signal(object)  # the notes of a sign

    def __init__(self, column: Column, signs: Signs) -> None:
        super().__init__(column, (signs,), before=True)
        self.signs = signs
        self._held: Sequence[Note] = ()
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents, False)
        self.setMouseTracking(True)

    def _at(self, event: QMouseEvent) -> Sequence[Note]:
        shift = self._column.viewport().pos() - self.pos()
        return self.signs.at(self._column, event.position() - QPointF(shift))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Hold the sign that is pressed."""
        self._held = self._at(event) if event.button() == Qt.MouseButton.LeftButton else ()
        event.setAccepted(bool(self._held))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Open the sign that was pressed, and let go."""
        held, self._held = self._held, ()
        if held and self._at(event) == held:
            self.pressed.emit(held)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show that a sign can be pressed."""
        self.setCursor(Qt.CursorShape.PointingHandCursor if self._at(event) else Qt.CursorShape.ArrowCursor)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll the text."""
        QApplication.sendEvent(self._column.viewport(), event)


def address(note: Note) -> str:
    """Return the address of the Hyperlink that stands for a note."""
    return f"{ADDRESS}{note.id}"


def _sign(note: Note) -> str:
    """Return the name of the sign of a note: a highlight that has a sign has one for what is written on it."""
    return "note" if note.kind in ("highlight", "word") else note.kind


def _count(notes: Sequence[Note], room: int) -> str:
    """Return how many notes a sign stands for, where there is room to say so; "" for one."""
    return str(min(len(notes), MOST)) if len(notes) > 1 and room == GUTTER else ""


@lru_cache
def _width(count: str) -> float:
    return QFontMetricsF(look.sans(NUMBER_PX)).horizontalAdvance(count)


def _room(column: Column) -> int:
    return min(GUTTER, column.viewport().x())


def _target(rect: QRectF, column: Column) -> QRectF:
    """Return where a sign can be pressed: all the room before the text, and as high as it must be."""
    size = QSize(_room(column), max(TARGET, round(rect.height())))
    return QRectF(-size.width(), rect.center().y() - size.height() / 2, size.width(), size.height())
