"""The glossary popup: a word's explanation beside the word, inside the window, never over it.

A see-also word opens in the same card, in the same place; the row at the top leads back and forward between them.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QGraphicsDropShadowEffect,
    QHBoxLayout,
    QMenuBar,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from reader.core.explanation import Explanation
from reader.core.trail import Trail
from reader.ui import theme as look
from reader.ui.announce import announce
from reader.ui.glossary.entry_text import EntryText
from reader.ui.glossary.trail_row import TrailRow
from reader.ui.theme import Theme

WIDTH = 396
GAP = 6  # between the word's line and the popup
EDGE = 12  # between the popup and the window


class GlossaryPopup(QFrame):
    """A card with one entry. It stays until Esc, the next word, or one goes elsewhere; never on a timer."""

    entry_requested = Signal(str, QRect)  # a see-also word: its entry id, and a null rectangle
    keep_requested = Signal(object)  # Explanation
    node_requested = Signal(str)  # node id
    closed = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._room = parent
        self.setObjectName("popup")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._trail = Trail()
        self._word = QRect()
        self._under: bool | None = None  # whether it stands below its word; it stays there while one goes on reading
        self._at_node = False  # whether it stands beside a node: it does not lead there then
        self._back_to: QWidget | None = None
        self._text = EntryText()
        self._text.entry_requested.connect(self._see_also)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setWidget(self._text)
        self._trail_row = TrailRow()
        self._keep = _link(self.tr("Keep"), self.tr("Keep this explanation at the right"))
        self._node = _link(self.tr("In the pathway"), self.tr("Show this word in the pathway"))
        self._close = _link(self.tr("Close"), self.tr("Close this explanation"))
        self._lay_out()
        self._trail_row.back_requested.connect(self._go_back)
        self._trail_row.forward_requested.connect(self._go_forward)
        self._keep.clicked.connect(self._keep_entry)
        self._node.clicked.connect(self._show_node)
        self._close.clicked.connect(self.close_popup)
        QApplication.instance().focusChanged.connect(self._focus_moved)  # type: ignore[union-attr]
        self.set_theme(theme)
        self.hide()

    def _lay_out(self) -> None:
        line = QFrame()
        line.setObjectName("hair")
        row = QHBoxLayout()
        row.setContentsMargins(6, 0, 6, 4)
        row.setSpacing(4)
        for button in (self._keep, self._node):
            row.addWidget(button)
        row.addStretch(1)
        row.addWidget(self._close)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(4)
        column.addWidget(self._trail_row)
        column.addWidget(self._scroll, 1)
        column.addWidget(line)
        column.addLayout(row)

    def set_theme(self, theme: Theme) -> None:
        """Cast the shadow that fits the theme."""
        shadow = QGraphicsDropShadowEffect(self)
        shadow.setBlurRadius(24)
        shadow.setOffset(0, 4)
        colour = QColor("#000000")
        colour.setAlpha(160 if theme.is_dark else 60)
        shadow.setColor(colour)
        self.setGraphicsEffect(shadow)

    def show_explanation(self, explanation: Explanation, where: QRect, *, at_node: bool = False) -> None:
        """Show a word beside *where*, a rectangle on the screen; a null one keeps the place."""
        if not where.isNull() or self.isHidden():
            self._trail = Trail()
            self._under = None
        if not where.isNull():
            self._word = QRect(self._room.mapFromGlobal(where.topLeft()), where.size())
        focus = QApplication.focusWidget()
        if focus is not None and not self.isAncestorOf(focus) and focus is not self:
            self._back_to = focus
        self._at_node = at_node
        self._trail.go(explanation)
        self._show_current()

    def _show_current(self) -> None:
        explanation = self._trail.current
        if explanation is None:
            return
        self._text.show_explanation(explanation)
        self._scroll.verticalScrollBar().setValue(0)
        self._node.setVisible(explanation.node is not None and not self._at_node)
        self.setAccessibleName(self.tr("Explanation of {0}").format(explanation.entry.term))
        self.setAccessibleDescription(self._text.as_sentence())
        self.setFocus(Qt.FocusReason.PopupFocusReason)  # first: a way that is hidden would pass the keyboard on
        self._trail_row.show_trail(self._trail)
        self._place()
        self.show()
        self.raise_()
        self.setFocus(Qt.FocusReason.PopupFocusReason)
        announce(self, self.accessibleDescription())  # some screen readers say a panel's name only
        QApplication.instance().installEventFilter(self)  # type: ignore[union-attr]

    def _go_back(self) -> None:
        self._trail.back()
        self._show_current()

    def _go_forward(self) -> None:
        self._trail.forward()
        self._show_current()

    def close_popup(self) -> None:
        """Close, and give the keyboard back to where it was."""
        if self.isHidden():
            return
        if self._back_to is not None:  # first: a card that hides with the keyboard in it hands it to its neighbour
            self._back_to.setFocus(Qt.FocusReason.PopupFocusReason)
        if not self.isHidden():
            self._hide()

    def _focus_moved(self, _before: QWidget | None, now: QWidget | None) -> None:
        """Close when the keyboard went elsewhere in the window: without it Esc would not reach the card."""
        if self.isHidden() or now is None or now is self or self.isAncestorOf(now) or isinstance(now, QMenuBar):
            return
        if now.window() is self.window():
            self._hide()

    def _hide(self) -> None:
        QApplication.instance().removeEventFilter(self)  # type: ignore[union-attr]
        self.hide()
        self.closed.emit()

    def _place(self) -> None:
        """Take the place below the word's line, or above it, whole inside the window."""
        area = self._room.rect().adjusted(EDGE, EDGE, -EDGE, -EDGE)
        width = min(WIDTH, area.width())
        wanted = self._wanted_height(width)
        below = area.bottom() - (self._word.bottom() + GAP)
        above = (self._word.top() - GAP) - area.top()
        under = (below >= wanted or below >= above) if self._under is None else self._under
        self._under = under
        height = min(wanted, max(below if under else above, 0))
        bar = Qt.ScrollBarPolicy  # asked for by need, one that was shown too small keeps its bar for ever
        self._scroll.setVerticalScrollBarPolicy(bar.ScrollBarAlwaysOff if height == wanted else bar.ScrollBarAsNeeded)
        left = max(area.left(), min(self._word.left(), area.right() - width))
        top = self._word.bottom() + GAP if under else self._word.top() - GAP - height
        self.setGeometry(QRect(QPoint(left, top), QSize(width, height)))

    def _wanted_height(self, width: int) -> int:
        buttons = look.TARGET_PX + 20  # with the line above them and the margins
        if not self._trail_row.isHidden():
            buttons += TrailRow.height_px + 4
        return self._text.height_at(width - 4) + buttons

    def _see_also(self, identifier: str) -> None:
        self.entry_requested.emit(identifier, QRect())

    def _keep_entry(self) -> None:
        if (explanation := self._trail.current) is not None:
            self.close_popup()
            self.keep_requested.emit(explanation)

    def _show_node(self) -> None:
        if (explanation := self._trail.current) is not None and explanation.node is not None:
            self.close_popup()
            self.node_requested.emit(explanation.node.id)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Keep Tab inside the card, round and round: Esc is the way out."""
        stops = [
            self,
            *(b for b in self.findChildren(QPushButton) if b.isVisibleTo(self) and b.isEnabled()),
        ]
        focus = QApplication.focusWidget()
        at = stops.index(focus) if focus in stops else 0
        target = stops[(at + (1 if forward else -1)) % len(stops)]
        target.setFocus(Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason)
        self._scroll.ensureWidgetVisible(target)
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes; the arrows scroll a long explanation; nothing goes through to the article."""
        bar = self._scroll.verticalScrollBar()
        match event.key():
            case Qt.Key.Key_Escape:
                self.close_popup()
            case Qt.Key.Key_Down:
                bar.setValue(bar.value() + 40)
            case Qt.Key.Key_Up:
                bar.setValue(bar.value() - 40)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click on the card is no click elsewhere."""
        event.accept()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Close at a click elsewhere; the click still does what it does."""
        if event.type() == QEvent.Type.MouseButtonPress and isinstance(watched, QWidget):
            inside = watched is self or self.isAncestorOf(watched)
            if not inside and watched.window() is self.window():
                self._hide()
        elif isinstance(event, QKeyEvent) and isinstance(watched, QWidget):
            return self._take_way(watched, event)
        elif event.type() == QEvent.Type.Wheel and isinstance(watched, QWidget):
            asked = self._back_to
            if asked is not None and (watched is asked or asked.isAncestorOf(watched)):
                return True  # the word does not move away under its open explanation
        return False

    def _take_way(self, watched: QWidget, event: QKeyEvent) -> bool:
        """Go back or forward inside the card by the keys that else do so in the article; say whether they did."""
        alt = _has_alt(event)
        match event.key():
            case Qt.Key.Key_Back:
                way = self._go_back
            case Qt.Key.Key_Left if alt:
                way = self._go_back
            case Qt.Key.Key_Forward:
                way = self._go_forward
            case Qt.Key.Key_Right if alt:
                way = self._go_forward
            case _:
                return False
        if not (watched is self or self.isAncestorOf(watched)):
            return False
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()  # the window's own shortcut must not take it
        elif event.type() == QEvent.Type.KeyPress:
            way()
        return True


def _has_alt(event: QKeyEvent) -> bool:
    return event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier == Qt.KeyboardModifier.AltModifier


def _link(text: str, name: str) -> QPushButton:
    button = QPushButton(text)
    button.setProperty("link", True)
    button.setAccessibleName(text)
    button.setAccessibleDescription(name)
    button.setMinimumHeight(look.TARGET_PX)
    return button
