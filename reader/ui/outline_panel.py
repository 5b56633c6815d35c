"""The outline: every heading, nested, with the section being read marked by bar, ground and weight."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen, QResizeEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QTreeView, QWidget

from reader.core.guide import Section
from reader.core.text import Place
from reader.ui import theme as look
from reader.ui.theme import Theme

SECTION = Qt.ItemDataRole.UserRole
MINUTES = Qt.ItemDataRole.UserRole + 1
READING = Qt.ItemDataRole.UserRole + 2  # whether the section is being read
INDENT = 16
LEFT = 24
RIGHT = 16
MINUTES_WIDTH = 50
Index = QModelIndex | QPersistentModelIndex


class OutlinePanel(QTreeView):
    """A tree of headings. Click or Enter goes there; nothing collapses by itself."""

    place_requested = Signal(Place)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Outline"))
        self.setHeaderHidden(True)
        self.setRootIsDecorated(False)
        self.setItemsExpandable(False)
        self.setIndentation(0)  # the delegate indents, so that a row's ground reaches from edge to edge
        self.setEditTriggers(QTreeView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QTreeView.ScrollMode.ScrollPerPixel)
        self.setAutoScroll(False)
        self.setMouseTracking(True)
        self._model = QStandardItemModel(self)
        self.setModel(self._model)
        self._rows = _Rows(theme, self)
        self.setItemDelegate(self._rows)
        self._items: dict[str, QStandardItem] = {}
        self._reading = ""
        self.hovered = QModelIndex()  # asked of the style, this would load all its names at every start
        self.entered.connect(self._hover)
        self.clicked.connect(self._open)
        self.activated.connect(self._open)

    def set_theme(self, theme: Theme) -> None:
        """Draw in other colours."""
        self._rows.theme = theme
        self.viewport().update()

    def show_outline(self, sections: tuple[Section, ...]) -> None:
        """Show the headings of a guide."""
        self._model.clear()
        self._model.setHorizontalHeaderLabels([self.tr("Sections")])  # hidden, but a screen reader would say "1"
        self._items = {}
        self._reading = ""
        for section in sections:
            item = QStandardItem(section.title)
            item.setData(section.id, SECTION)
            item.setData(section.minutes, MINUTES)
            item.setAccessibleText(self.tr("{0}, {1} min").format(section.title, section.minutes))
            parent = self._items.get(section.parent)
            (parent if parent is not None else self._model.invisibleRootItem()).appendRow(item)
            self._items[section.id] = item
        self.expandAll()
        if sections:
            self.setCurrentIndex(self._model.index(0, 0))

    def mark(self, section: str) -> None:
        """Mark the section that is being read, and bring its row into view if it is out of it."""
        if section == self._reading:
            return
        if (before := self._items.get(self._reading)) is not None:
            before.setData(False, READING)
            before.setAccessibleDescription("")
        self._reading = section
        if (item := self._items.get(section)) is not None:
            item.setData(True, READING)
            item.setAccessibleDescription(self.tr("being read"))
            if not self.hasFocus():
                self.setCurrentIndex(item.index())
                self.scrollTo(item.index(), QTreeView.ScrollHint.EnsureVisible)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Wrap the headings anew."""
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    def leaveEvent(self, event: QEvent) -> None:
        """Forget the row that the pointer was on."""
        super().leaveEvent(event)
        self._hover(QModelIndex())

    def _hover(self, index: QModelIndex) -> None:
        self.hovered = index
        self.viewport().update()

    def _open(self, index: QModelIndex) -> None:
        self.place_requested.emit(Place(index.data(SECTION)))


class _Rows(QStyledItemDelegate):
    """Draws a heading: 44 px or more high, wrapped, its minutes at the right."""

    def __init__(self, theme: Theme, view: OutlinePanel) -> None:
        super().__init__(view)
        self.theme = theme
        self._view = view
        self._metrics = QFontMetrics(look.sans(strong=True))

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the height of a row at the view's width."""
        width = self._view.viewport().width()
        box = self._metrics.boundingRect(
            QRect(0, 0, max(60, width - self._left(index) - RIGHT - MINUTES_WIDTH), 2000),
            Qt.TextFlag.TextWordWrap.value,
            index.data(),
        )
        return QSize(width, max(look.TARGET_PX, box.height() + 16))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw the row's ground, bar, words, minutes and focus ring."""
        rect: QRect = option.rect
        reading = bool(index.data(READING))
        painter.save()
        if reading or index == self._view.hovered:
            painter.fillRect(rect, QColor(self.theme.tint))
        if reading:
            painter.fillRect(QRect(rect.left(), rect.top(), 4, rect.height()), QColor(self.theme.accent))
        painter.setFont(look.sans(strong=reading))
        painter.setPen(QColor(self.theme.ink))
        words = rect.adjusted(self._left(index), 0, -RIGHT - MINUTES_WIDTH, 0)
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap.value, index.data())
        painter.setFont(look.sans(look.SMALL_PX))
        painter.setPen(QColor(self.theme.quiet))
        minutes = self.tr("{0} min").format(index.data(MINUTES))
        painter.drawText(
            rect.adjusted(0, 0, -RIGHT, 0), Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, minutes
        )
        if self._view.hasFocus() and index == self._view.currentIndex():
            painter.setPen(QPen(QColor(self.theme.accent), 2))
            painter.drawRect(rect.adjusted(2, 2, -2, -2))
        painter.restore()

    def _left(self, index: Index) -> int:
        depth = 0
        while (index := index.parent()).isValid():
            depth += 1
        return LEFT + depth * INDENT
