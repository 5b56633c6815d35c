"""Lists of questions: those one will ask, numbered, and those of the guide, with a tick before each."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QColor,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QStandardItem,
    QStandardItemModel,
)
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from reader.ui import theme as look
from reader.ui.theme import Theme

Index = QModelIndex | QPersistentModelIndex
_BOX = 20  # pixels of a tick's box
_BEFORE = 48  # pixels before the words: for the box or the number
_SIDE = 12  # pixels beside them
NAME = Qt.ItemDataRole.UserRole  # the id of a note or a block


class Questions(QListView):
    """Rows as high as their words, which the whole row answers for."""

    ticked = Signal(str)  # the id of the one whose tick is to be put or taken away

    moved = Signal(int)  # the current one, by so many rows
    removed = Signal()  # likewise

    def __init__(self, name: str, theme: Theme, hint: str = "", parent: QWidget | None = None) -> None:
        """*hint* is said in the place of the first row where there is none."""
        super().__init__(parent)
        self._theme, self._hint = theme, hint
        self._rows = QStandardItemModel(self)
        self.setModel(self._rows)
        self.setAccessibleName(name)
        self.setItemDelegate(_Rows(theme, self))
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)

    def show_rows(self, rows: Sequence[tuple[str, str, bool | None]]) -> None:
        """Show questions: the id, the words, and whether it is ticked; None: it has a number instead.

        What is current stays so, and what is in view.
        """
        current, top = self.current(), self.verticalScrollBar().value()
        for number, (name, words, tick) in enumerate(rows):
            item = self._rows.item(number) or QStandardItem()
            item.setText(words)
            item.setData(name, NAME)
            item.setAccessibleText(words if tick is not None else f"{number + 1}. {words}")
            if tick is not None:
                item.setCheckable(True)
                item.setCheckState(Qt.CheckState.Checked if tick else Qt.CheckState.Unchecked)
            if number == self._rows.rowCount():
                self._rows.appendRow(item)
        self._rows.setRowCount(len(rows))
        self.choose(current)
        self.verticalScrollBar().setValue(top)

    def current(self) -> str:
        """Return the id of the current row, or "" where none is."""
        return self.currentIndex().data(NAME) or ""

    def choose(self, name: str) -> None:
        """Make a row current; where none has that id, the one that stands there now."""
        names = [self._rows.item(number).data(NAME) for number in range(self._rows.rowCount())]
        if name in names:
            self.setCurrentIndex(self._rows.index(names.index(name), 0))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the rows, or what is said where there are none."""
        super().paintEvent(event)
        if not self._rows.rowCount():
            with QPainter(self.viewport()) as painter:
                painter.setPen(QColor(self._theme.quiet))
                room = self.viewport().rect().adjusted(_SIDE, _SIDE, -_SIDE, 0)
                painter.drawText(room, Qt.TextFlag.TextWordWrap, self._hint)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move the current row by Alt with the arrows, and remove it by Del."""
        is_alt = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier == Qt.KeyboardModifier.AltModifier
        if is_alt and event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.moved.emit(-1 if event.key() == Qt.Key.Key_Up else 1)
        elif event.key() == Qt.Key.Key_Delete:
            self.removed.emit()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Set the rows anew at another width."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.scheduleDelayedItemsLayout()


class _Rows(QStyledItemDelegate):
    """Draws a tick or a number, and the words in lines."""

    def __init__(self, theme: Theme, view: Questions) -> None:
        super().__init__(view)
        self._theme, self._view = theme, view

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return how high a row is at the width of its list, and never lower than a tired hand needs."""
        width = self._view.viewport().width()
        room = QRect(0, 0, max(60, width - _BEFORE - _SIDE), 1 << 15)
        words = self._view.fontMetrics().boundingRect(room, Qt.TextFlag.TextWordWrap.value, index.data())
        return QSize(width, max(look.TARGET_PX, words.height() + 2 * look.scale().space["close"]))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw a row; the current one has a bar, as in all lists, and a ring while it has the keyboard."""
        theme, rect = self._theme, option.rect
        is_current = index == self._view.currentIndex()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if is_current or option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, QColor(theme.tint))
        if is_current:
            painter.fillRect(QRect(rect.left(), rect.top(), 4, rect.height()), QColor(theme.accent))
        if is_current and self._view.hasFocus():
            painter.setPen(QPen(QColor(theme.accent), 2))
            painter.drawRect(rect.adjusted(1, 1, -1, -1))
        words = QRect(rect.left() + _BEFORE, rect.top(), rect.width() - _BEFORE - _SIDE, rect.height())
        painter.setPen(QColor(theme.ink))
        painter.drawText(words, Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignVCenter, index.data())
        tick = index.data(Qt.ItemDataRole.CheckStateRole)
        before = QRect(rect.left() + 4, rect.top(), _BEFORE - 4, rect.height())
        if tick is None:
            painter.drawText(before, Qt.AlignmentFlag.AlignCenter, f"{index.row() + 1}.")
        else:
            self._draw_tick(painter, before, is_ticked=Qt.CheckState(tick) == Qt.CheckState.Checked)
        painter.restore()

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

    def editorEvent(self, event: QEvent, model: QAbstractItemModel, option: QStyleOptionViewItem, index: Index) -> bool:
        """Take a click anywhere in the row, and Space, for the tick; it is shown once it is kept."""
        if index.data(Qt.ItemDataRole.CheckStateRole) is None:
            return False
        is_click = (
            event.type() == QEvent.Type.MouseButtonRelease
            and isinstance(event, QMouseEvent)
            and event.button() == Qt.MouseButton.LeftButton
        )
        is_space = (
            event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Space
        )
        if is_click or is_space:
            self._view.ticked.emit(index.data(NAME))
        return is_click or is_space
