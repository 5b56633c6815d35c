"""The glossary popup: a word's explanation beside the word, inside the window, never over it.

A word that it leads to opens in the same card, in the same place.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QGroupBox,
    QMenuBar,
    QWidget,
)
from shiboken6 import isValid

from reader.core.explanation import Explanation, Unexplained
from reader.ui.announce import announce
from reader.ui.glossary.explanation_view import ExplanationView
from reader.ui.glossary.placing import place
from reader.ui.glossary.pointer_watch import PointerWatch
from reader.ui.glossary.shadow import Shadow
from reader.ui.theme import Theme

BORDER = 1  # pixels
IDLE_MS = 1_500  # after which the window has been painted, and the first explanation is prepared
HEARD = (QEvent.Type.MouseButtonPress, QEvent.Type.KeyPress, QEvent.Type.ShortcutOverride, QEvent.Type.Wheel)
MODIFIERS = (Qt.Key.Key_Shift, Qt.Key.Key_Control, Qt.Key.Key_Alt, Qt.Key.Key_AltGr, Qt.Key.Key_Meta)


class GlossaryPopup(
    QGroupBox
):  # a group without a title: screen readers say its name, those of a plain frame they skip
    """A card with one explanation. It stays until Esc, the next word, or one goes elsewhere; never on a timer.

    One that opened under a pointer that rests takes no keyboard, and goes when the pointer leaves it and its word. With
    a click it becomes one as any other.
    """

    closed = Signal()

    def __init__(self, theme: Theme, window: QWidget, room: QWidget) -> None:
        """Make a part of *window* that stands in *room*, which is in it, wherever that is high enough."""
        super().__init__(window)
        self._window, self._room = window, room
        self.setObjectName("popup")
        self._word = QRect()
        self._is_hovering = False
        self._back_to: QWidget | None = None
        self._shadow = Shadow(window)
        self._pointer = PointerWatch(self)
        self.view = ExplanationView(can_be_pinned=True, parent=self)
        self.setFocusProxy(self.view)
        self.view.close_requested.connect(self.close_popup)
        self.view.place_requested.connect(self.close_popup)
        self.view.reference_requested.connect(self.close_popup)
        self.view.node_requested.connect(self.close_popup)
        self.view.shown.connect(self._show_word)
        self._pointer.left.connect(self.close_popup)
        QApplication.instance().focusChanged.connect(self._focus_moved)  # type: ignore[union-attr]
        self._idle = QTimer(self)
        self._idle.setSingleShot(True)
        self._idle.timeout.connect(self._prepare)
        self._idle.start(IDLE_MS)
        self.set_theme(theme)
        self.hide()

    def _prepare(self) -> None:
        """Polish and paint the empty card where nobody sees it, so that the first explanation comes as soon as all."""
        self.view.prepare()
        if self.isHidden():
            for part in (self._shadow, self):
                part.grab()

    def set_theme(self, theme: Theme) -> None:
        """Cast the shadow that fits the theme."""
        self._shadow.set_theme(theme)

    def show_explanation(
        self, found: Explanation | Unexplained, where: QRect, *, at_node: bool = False, hover: bool = False
    ) -> None:
        """Show a word beside *where*, a rectangle on the screen around all its lines.

        With *hover* nobody asked for it but a pointer that rests there: it takes no keyboard, and never the place of
        an explanation that one did ask for.
        """
        if hover and self.isVisible() and not self._is_hovering:
            return
        self._is_hovering = hover
        self._word = QRect(self._window.mapFromGlobal(where.topLeft()), where.size())
        self._back_to = None if hover else self._keyboard_elsewhere() or self._back_to
        self._place()
        self.view.begin(found, at_node=at_node)

    def stay_beside(self, where: QRect) -> None:
        """Stand beside *where*, a rectangle on the screen to which the lines of the word have moved."""
        self._word = QRect(self._window.mapFromGlobal(where.topLeft()), where.size())
        self._place()

    def _keyboard_elsewhere(self) -> QWidget | None:
        focus = QApplication.focusWidget()
        return None if focus is None or focus is self or self.isAncestorOf(focus) else focus

    def _show_word(self) -> None:
        self.setAccessibleName(self.view.name)
        self._shadow.show()
        self._shadow.raise_()
        self.show()
        self.raise_()
        QApplication.instance().installEventFilter(self)  # type: ignore[union-attr]
        if self._is_hovering:
            self._pointer.start(self._zone)
        else:
            self._take_keyboard()

    def _take_keyboard(self) -> None:
        self._pointer.stop()
        self.setFocus(Qt.FocusReason.PopupFocusReason)
        announce(self, self.view.as_sentence())

    def _settle(self, before: QWidget | None) -> None:
        """Stay, as an explanation that was asked for: one has clicked it, or gone to it by keyboard.

        *before* had the keyboard until then.
        """
        self._is_hovering = False
        self._back_to = before
        self._pointer.stop()

    def close_popup(self) -> None:
        """Close, and give the keyboard back to where it was."""
        if self.isHidden():
            return
        if self._back_to is not None and isValid(self._back_to):  # what had the keyboard may be gone meanwhile
            # First: a card that hides with the keyboard in it hands it to its neighbour.
            self._back_to.setFocus(Qt.FocusReason.PopupFocusReason)
        if not self.isHidden():
            self._hide()

    def _focus_moved(self, before: QWidget | None, now: QWidget | None) -> None:
        """Close when the keyboard went elsewhere in the window: without it Esc would not reach the card."""
        if self.isHidden() or now is None or isinstance(now, QMenuBar):
            return
        inside = now is self or self.isAncestorOf(now)
        if self._is_hovering:
            if inside:
                self._settle(before)
        elif not inside and now.window() is self.window():
            self._hide()

    def _hide(self) -> None:
        QApplication.instance().removeEventFilter(self)  # type: ignore[union-attr]
        self._pointer.stop()
        self._is_hovering = False
        self._shadow.hide()
        self.hide()
        self.closed.emit()

    def _place(self) -> None:
        room = QRect(self._room.mapTo(self._window, self._room.rect().topLeft()), self._room.size())
        self.setGeometry(place(room, self._window.rect(), self._word))
        self._shadow.cast(self.geometry())

    def _zone(self) -> list[QRect]:
        """Return where the pointer keeps a hovering card open: on the word, on the card, and between them."""
        card, word = self.geometry(), self._word
        between = card.united(word)
        top, bottom = sorted((card.bottom(), word.top())) if card.top() < word.top() else (word.bottom(), card.top())
        between.setTop(top)
        between.setBottom(bottom)
        return [QRect(self._window.mapToGlobal(rect.topLeft()), rect.size()) for rect in (card, word, between)]

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the explanation all the room inside the border; a group's layout would leave some for its title."""
        super().resizeEvent(event)
        self.view.setGeometry(self.rect().adjusted(BORDER, BORDER, -BORDER, -BORDER))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the card and not a group's frame."""
        from PySide6.QtWidgets import QStyle, QStyleOption  # late: QStyle has 500 names

        option = QStyleOption()
        option.initFrom(self)
        self.style().drawPrimitive(QStyle.PrimitiveElement.PE_Widget, option, QPainter(self), self)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Keep Tab inside the card, round and round: Esc is the way out."""
        self.view.go_round(forward)
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
        if event.type() not in HEARD or not isinstance(watched, QWidget):
            return False
        inside = watched is self or self.isAncestorOf(watched)
        if isinstance(event, QKeyEvent):
            return self._take_key(inside, event)
        if isinstance(event, QMouseEvent):
            self._take_press(inside, watched, event)
            return False
        return not inside and self._take_wheel(watched)

    def _take_press(self, inside: bool, watched: QWidget, event: QMouseEvent) -> None:
        if inside and self._is_hovering:  # on a part that takes no keyboard, or it would have settled already
            before = self._keyboard_elsewhere()
            self._settle(before)
            self.setFocus(Qt.FocusReason.MouseFocusReason)
        elif not inside and watched.window() is self.window():
            at = self._window.mapFromGlobal(event.globalPosition().toPoint())
            if not (self._is_hovering and self._word.contains(at)):  # its own word: it opens in a moment, to stay
                self._hide()

    def _take_key(self, inside: bool, event: QKeyEvent) -> bool:
        """Act on a key that is the card's, wherever the keyboard is; say whether it was one."""
        if self._is_hovering:
            if event.key() == Qt.Key.Key_Escape:
                return self._do(event, self.close_popup)
            if event.type() == QEvent.Type.KeyPress and event.key() not in MODIFIERS:
                self._hide()  # the text may move away under it
            return False
        return inside and self.view.take_way(event, even_nowhere=True)  # the article stays under the card

    @staticmethod
    def _do(event: QKeyEvent, action: Callable[[], None]) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()  # the window's own shortcut must not take it
        else:
            action()
        return True

    def _take_wheel(self, watched: QWidget) -> bool:
        """Say whether the wheel must not turn: the word does not move away under an explanation one asked for."""
        if self._is_hovering:
            self._hide()
            return False
        asked = self._back_to
        return asked is not None and isValid(asked) and (watched is asked or asked.isAncestorOf(watched))
