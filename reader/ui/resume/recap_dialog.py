"""The recap: each section up to here in one sentence, as a list in which one can go there."""

from __future__ import annotations

from collections.abc import Container, Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen, QShowEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QListView,
    QPushButton,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from reader.core.recap import Gist
from reader.core.text import Place
from reader.ui import theme as look
from reader.ui.theme import Theme

WIDTH = 640
SMALLEST = QSize(300, 200)
GIST = Qt.ItemDataRole.UserRole
SECTION = Qt.ItemDataRole.UserRole + 1
LEVEL = Qt.ItemDataRole.UserRole + 2  # how deep the section is nested, from 0
LONGEST_TITLE, LONGEST_GIST = 200, 600  # characters
DEEPEST = 3  # levels that are set in; deeper ones stand below these
Index = QModelIndex | QPersistentModelIndex


class RecapDialog(QDialog):
    """A list of sentences; Enter or a click goes to the section, Esc closes."""

    place_requested = Signal(Place)

    def __init__(self, gists: Sequence[Gist], here: str, read: Container[str], theme: Theme, window: QWidget) -> None:
        super().__init__(window)
        self.setWindowTitle(self.tr("The guide up to here"))
        space = look.scale().space
        room = window.size() - QSize(space["broad"], space["far"])
        self.setMinimumSize(SMALLEST.boundedTo(room.expandedTo(QSize(1, 1))))
        titles = [self._title(gist, here, read) for gist in gists]
        self._list = _list(gists, titles, theme)
        self._list.setAccessibleName(self.tr("The sections up to here, each in one sentence"))
        words = QLabel(
            self.tr("Each section up to here in one sentence. Choose one to go there.")
            if gists
            else self.tr(
                "Up to here, this guide does not say its sections in one sentence each, so there is nothing to sum up. "
                "The outline lists its sections."
            )
        )
        words.setWordWrap(True)
        self._list.setVisible(bool(gists))
        close = QPushButton(self.tr("Close"))
        close.setProperty("framed", True)
        row = QHBoxLayout()
        row.setContentsMargins(space["apart"], 0, space["apart"], 0)
        row.addStretch(1)
        row.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, space["apart"], 0, space["apart"])
        column.setSpacing(space["close"])
        words.setContentsMargins(space["wide"], 0, space["wide"], 0)
        column.addWidget(words)
        column.addWidget(self._list, 1)
        if not gists:
            column.addStretch(1)
        column.addLayout(row)
        self._list.clicked.connect(self._go)
        self._list.activated.connect(self._go)
        close.clicked.connect(self.reject)
        height = room.height() if gists else SMALLEST.height()
        self.resize(QSize(WIDTH, height).boundedTo(room).expandedTo(SMALLEST))
        (self._list if gists else close).setFocus(Qt.FocusReason.PopupFocusReason)

    def showEvent(self, event: QShowEvent) -> None:
        """Be no higher than the rows need: now the list has its width, and they have their heights."""
        super().showEvent(event)
        if event.spontaneous() or self._list.isHidden():
            return
        free = self._list.viewport().height()
        for number in range(self._list.model().rowCount()):
            free -= self._list.sizeHintForIndex(self._list.model().index(number, 0)).height()
            if free <= 0:
                return
        self.resize(self.width(), max(SMALLEST.height(), self.height() - free))

    def _title(self, gist: Gist, here: str, read: Container[str]) -> str:
        title = _cut(gist.section.title, LONGEST_TITLE)
        if gist.section.id == here:
            return self.tr("{0} (you are here)").format(title)
        return title if gist.section.id in read else self.tr("{0} (not read yet)").format(title)

    def _go(self, index: QModelIndex) -> None:
        if self.isVisible():  # a click may activate, too: once is enough
            self.accept()
            self.place_requested.emit(Place(index.data(SECTION)))


def _list(gists: Sequence[Gist], titles: Sequence[str], theme: Theme) -> QListView:
    """Return a list with a row for each gist."""
    rows = QListView()
    rows.setObjectName("recap")
    model = QStandardItemModel(rows)
    least = min((gist.section.level for gist in gists), default=1)
    for (section, text), title in zip(gists, titles, strict=True):
        item = QStandardItem(title)
        item.setData(_cut(text, LONGEST_GIST), GIST)
        item.setData(section.id, SECTION)
        item.setData(min(section.level - least, DEEPEST), LEVEL)
        item.setAccessibleText(f"{item.text()}. {item.data(GIST)}")
        item.setEditable(False)
        model.appendRow(item)
    rows.setModel(model)
    rows.setItemDelegate(_Rows(theme, rows))
    rows.setResizeMode(QListView.ResizeMode.Adjust)
    rows.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
    rows.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    rows.setMouseTracking(True)
    rows.setCurrentIndex(model.index(0, 0))
    return rows


def _cut(text: str, longest: int) -> str:
    return text if len(text) <= longest else f"{text[:longest].rstrip()}…"


class _Rows(QStyledItemDelegate):
    """Draws a heading and its sentence below it, both wrapped."""

    def __init__(self, theme: Theme, view: QListView) -> None:
        super().__init__(view)
        self._theme = theme
        self._view = view
        self._title = look.sans(strong=True)
        self._gist = look.serif(look.scale().large)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the height of a row at the view's width."""
        width = self._view.viewport().width()
        _, gist = self._boxes(QRect(0, 0, width, 0), index)
        return QSize(width, max(look.TARGET_PX, gist.bottom() + 1 + look.scale().space["close"]))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw the ground of the row under the pointer, the words, and the ring of the one that has the keyboard."""
        rect: QRect = option.rect
        title, gist = self._boxes(rect, index)
        painter.save()
        if option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, QColor(self._theme.tint))
            painter.setPen(QPen(QColor(self._theme.edge), 2))
            painter.drawRect(rect.adjusted(1, 1, -1, -1))
        if self._view.hasFocus() and index == self._view.currentIndex():
            painter.setPen(QPen(QColor(self._theme.accent), 2))
            painter.drawRect(rect.adjusted(2, 2, -2, -2))
        for box, font, words in ((title, self._title, index.data()), (gist, self._gist, index.data(GIST))):
            painter.setFont(font)
            painter.setPen(QColor(self._theme.ink))
            painter.drawText(box, Qt.TextFlag.TextWordWrap.value, words)
        painter.restore()

    def _boxes(self, row: QRect, index: Index) -> tuple[QRect, QRect]:
        """Return where heading and sentence stand in a row."""
        space = look.scale().space
        left = row.left() + space["wide"] + index.data(LEVEL) * space["apart"]
        width = max(80, row.right() - space["apart"] - left)
        title = _box(self._title, QRect(left, row.top() + space["close"], width, 1 << 15), index.data())
        return title, _box(
            self._gist, QRect(left, title.bottom() + 1 + space["tight"], width, 1 << 15), index.data(GIST)
        )


def _box(font: QFont, room: QRect, words: str) -> QRect:
    """Return the rectangle that *words* take in a room."""
    height = QFontMetrics(font).boundingRect(room, Qt.TextFlag.TextWordWrap.value, words).height()
    return QRect(room.left(), room.top(), room.width(), height)
