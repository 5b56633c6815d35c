"""The glossary popup: a word's explanation beside the word, inside the window, never over it.

A word that it leads to opens in the same card, in the same place.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QGraphicsDropShadowEffect,
    QMenuBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from reader.core.explanation import Explanation, Unexplained
from reader.ui.announce import announce
from reader.ui.glossary.explanation_view import ExplanationView
from reader.ui.theme import Theme

WIDTH = 396
HEIGHT = 330  # where there is room for it: always the same, so that the eye learns where to look
GAP = 6  # between the word's line and the popup
EDGE = 12  # between the popup and the window


class GlossaryPopup(QFrame):
    """A card with one entry. It stays until Esc, the next word, or one goes elsewhere; never on a timer."""

    closed = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._room = parent
        self.setObjectName("popup")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._word = QRect()
        self._back_to: QWidget | None = None
        self.view = ExplanationView(can_be_pinned=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.addWidget(self.view)
        self.view.close_requested.connect(self.close_popup)
        self.view.place_requested.connect(self.close_popup)
        self.view.reference_requested.connect(self.close_popup)
        self.view.node_requested.connect(self.close_popup)
        self.view.shown.connect(self._show_word)
        QApplication.instance().focusChanged.connect(self._focus_moved)  # type: ignore[union-attr]
        self.set_theme(theme)
        self.hide()

    def set_theme(self, theme: Theme) -> None:
        """Cast the shadow that fits the theme."""
        shadow = QGraphicsDropShadowEffect(self)
        shadow.setBlurRadius(24)
        shadow.setOffset(0, 4)
        colour = QColor("#000000")
        colour.setAlpha(160 if theme.is_dark else 60)
        shadow.setColor(colour)
        self.setGraphicsEffect(shadow)

    def show_explanation(self, found: Explanation | Unexplained, where: QRect, *, at_node: bool = False) -> None:
        """Show a word beside *where*, a rectangle on the screen."""
        self._word = QRect(self._room.mapFromGlobal(where.topLeft()), where.size())
        focus = QApplication.focusWidget()
        if focus is not None and not self.isAncestorOf(focus) and focus is not self:
            self._back_to = focus
        self._place()
        self.view.begin(found, at_node=at_node)

    def _show_word(self) -> None:
        found = self.view.current
        if found is None:
            return
        self.setAccessibleName(self.tr("Explanation of {0}").format(found.words))
        self.setAccessibleDescription(self.view.as_sentence())
        self.show()
        self.raise_()
        self.setFocus(Qt.FocusReason.PopupFocusReason)
        announce(self, self.accessibleDescription())  # some screen readers say a panel's name only
        QApplication.instance().installEventFilter(self)  # type: ignore[union-attr]

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
        below = area.bottom() - (self._word.bottom() + GAP)
        above = (self._word.top() - GAP) - area.top()
        under = below >= HEIGHT or below >= above
        height = min(HEIGHT, max(below if under else above, 0))
        left = max(area.left(), min(self._word.left(), area.right() - width))
        top = self._word.bottom() + GAP if under else self._word.top() - GAP - height
        self.setGeometry(QRect(QPoint(left, top), QSize(width, height)))

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
        self.view.reveal(target)
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes; the arrows scroll a long explanation; nothing goes through to the article."""
        match event.key():
            case Qt.Key.Key_Escape:
                self.close_popup()
            case Qt.Key.Key_Down:
                self.view.scroll_by(40)
            case Qt.Key.Key_Up:
                self.view.scroll_by(-40)

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
                way = self.view.go_back
            case Qt.Key.Key_Left if alt:
                way = self.view.go_back
            case Qt.Key.Key_Forward:
                way = self.view.go_forward
            case Qt.Key.Key_Right if alt:
                way = self.view.go_forward
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
