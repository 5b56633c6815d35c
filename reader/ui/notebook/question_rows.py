"""Lists of questions: those one will ask, numbered, and those of the guide, with a tick before each."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QModelIndex, QPoint, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent, QTextLayout
from PySide6.QtWidgets import QListView, QWidget

from reader.ui import theme as look
from reader.ui.notebook.panel_view import LongList
from reader.ui.notebook.question_model import Question, QuestionModel
from reader.ui.theme import Theme
from reader.ui.widgets.marked_text import laid_out

_BOX = 20  # pixels of a tick's box
_BEFORE = 48  # pixels before the words: for the box or the number
_SIDE = 12  # pixels beside them
_LINES = 6  # that a row shows
_FEW = 300  # rows that can be measured; of more, the letters are counted, which is rather a line too many


class Questions(LongList):
    """Rows as high as their words, which the whole row answers for."""

    ticked = Signal(str)  # the id of the one whose tick is to be put or taken away

    moved = Signal(int)  # the current one, by so many rows
    removed = Signal()  # likewise

    def __init__(self, name: str, theme: Theme, hint: str = "", parent: QWidget | None = None) -> None:
        """*hint* is said in the place of the first row where there is none."""
        super().__init__(parent)
        self._theme, self._hint = theme, hint
        self._hovered = -1
        self._model = QuestionModel(self)
        self.setModel(self._model)
        self.setAccessibleName(name)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)  # mostly there are few
        self.setMouseTracking(True)
        self.entered.connect(self._hover)
        self.clicked.connect(self._tick)

    def show_rows(self, rows: Sequence[Question]) -> None:
        """Show questions; what is current stays so, and what is in view."""
        current, top = self.current(), self.verticalScrollBar().value()
        self._model.show(rows)
        self.rows_changed()
        self.choose(current)
        self.verticalScrollBar().setValue(top)
        self._viewport.update()

    def current(self) -> str:
        """Return the id of the current row, or "" where none is."""
        row = self.currentIndex().row()
        return self._model.rows[row].name if 0 <= row < len(self._model.rows) else ""

    def choose(self, name: str) -> None:
        """Make a row current; where none has that id, the one that stands there now."""
        number = self._model.number(name)
        if number is not None:
            self.setCurrentIndex(self._model.index(number))

    def heights(self, width: int) -> list[int]:
        """Return how high each row is at a width, and never lower than a tired hand needs."""
        room, a_line = _room(width), self.fontMetrics().height()
        letters = max(1, room // self.fontMetrics().averageCharWidth())
        is_few = len(self._model.rows) <= _FEW
        result = []
        for row in self._model.rows:
            if is_few:
                high = round(self._laid_out(row, room).boundingRect().height())
            else:
                lines = -(-len(row.shown) // letters)
                high = a_line * min(_LINES, lines + (lines > 1))
            result.append(max(look.TARGET_PX, high + 2 * look.scale().space["close"]))
        return result

    def is_note(self, row: int) -> bool:
        """Whether the keyboard stops at a row: at each."""
        return 0 <= row < len(self._model.rows)

    def _laid_out(self, row: Question, room: int) -> QTextLayout:
        return laid_out(row.shown.replace("\n", "\u2028"), self.font(), room, _LINES, [])

    # Drawing

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the rows in view, or what is said where there are none."""
        rows = self._model.rows
        with QPainter(self._viewport) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            end = self.verticalOffset() + event.rect().bottom()
            number = self.row_at(self.verticalOffset() + event.rect().top())
            while 0 <= number < len(rows) and self.top(number) <= end:
                self._draw(painter, self.visualRect(self._model.index(number)), number)
                number += 1
            if not rows:
                painter.setPen(QColor(self._theme.quiet))
                room = self._viewport.rect().adjusted(_SIDE, _SIDE, -_SIDE, 0)
                painter.drawText(room, Qt.TextFlag.TextWordWrap, self._hint)

    def _draw(self, painter: QPainter, rect: QRect, number: int) -> None:
        """Draw a row; the current one has a bar, as in all lists, and a ring while it has the keyboard."""
        row, theme = self._model.rows[number], self._theme
        is_current = number == self.currentIndex().row()
        if is_current or number == self._hovered:
            painter.fillRect(rect, QColor(theme.tint))
        if is_current:
            painter.fillRect(QRect(rect.left(), rect.top(), 4, rect.height()), QColor(theme.accent))
        if is_current and self.hasFocus():
            painter.setPen(QPen(QColor(theme.accent), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(rect.adjusted(1, 1, -1, -1))
        painter.setPen(QColor(theme.ink))
        words = self._laid_out(row, _room(rect.width()))
        middle = QRectF(rect).center().y() - words.boundingRect().height() / 2
        words.draw(painter, QRectF(rect.left() + _BEFORE, middle, 0, 0).topLeft())
        before = QRect(rect.left() + 4, rect.top(), _BEFORE - 4, rect.height())
        if row.is_ticked is None:
            painter.drawText(before, Qt.AlignmentFlag.AlignCenter, f"{number + 1}.")
        else:
            self._draw_tick(painter, before, is_ticked=row.is_ticked)

    def _draw_tick(self, painter: QPainter, room: QRect, *, is_ticked: bool) -> None:
        box = QRect(0, 0, _BOX, _BOX)
        box.moveCenter(room.center())
        theme = self._theme
        painter.setPen(QPen(QColor(theme.accent if is_ticked else theme.rule), 2))
        painter.setBrush(QColor(theme.accent if is_ticked else theme.paper))
        painter.drawRoundedRect(box, 4, 4)
        if is_ticked:
            painter.setPen(QPen(QColor(theme.paper), 2.4, c=Qt.PenCapStyle.RoundCap, j=Qt.PenJoinStyle.RoundJoin))
            painter.drawPolyline([box.topLeft() + each for each in (QPoint(4, 10), QPoint(8, 14), QPoint(15, 6))])

    # What one does

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move the current row by Alt with the arrows, remove it by Del, put or take its tick by Space."""
        is_alt = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier == Qt.KeyboardModifier.AltModifier
        if is_alt and event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.moved.emit(-1 if event.key() == Qt.Key.Key_Up else 1)
        elif event.key() == Qt.Key.Key_Delete:
            self.removed.emit()
        elif event.key() == Qt.Key.Key_Space:
            self._tick(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def _tick(self, index: QModelIndex) -> None:
        """Wish for a tick, which is shown once it is kept."""
        row = self._model.rows[index.row()] if index.isValid() else None
        if row is not None and row.is_ticked is not None:
            self.ticked.emit(row.name)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Set the rows anew at another width."""
        super().resizeEvent(event)
        self.measure()

    def leaveEvent(self, event: QEvent) -> None:
        """Forget the row that the pointer was on."""
        super().leaveEvent(event)
        self._hover(QModelIndex())

    def _hover(self, index: QModelIndex) -> None:
        self._hovered = index.row()
        self._viewport.update()


def _room(width: int) -> int:
    """Return how wide the words of a row are in a list of a width."""
    return max(60, width - _BEFORE - _SIDE)
