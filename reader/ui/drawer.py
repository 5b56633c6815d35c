"""A drawer over the left part of a narrow window: a panel, and a still shade over the rest."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRect, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from reader.ui.theme import Theme, icon

WIDTH = 320
LEFT_FREE = 48  # pixels of the window that a drawer leaves to what lies under it
EDGE = 1  # pixels
SHADE = QColor(0, 0, 0, 110)


class Drawer(QWidget):
    """Covers all of its parent while it is open, and lays nothing under it out anew.

    The keyboard stays inside until the drawer closes, and then returns to where it was. Esc, the button and a click on
    the shade close it.
    """

    closed = Signal()

    def __init__(self, name: str, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._under = parent
        self._theme = theme
        self._content: QWidget | None = None
        self._before: QWidget | None = None  # had the keyboard when the drawer opened
        self._panel = QFrame(self)
        self._panel.setObjectName("panel")
        self._panel.setAccessibleName(name)
        self._close = QPushButton(self.tr("Close"))
        self._close.setAutoDefault(True)
        self._close.setToolTip(self.tr("Close (Esc)"))
        self._close.clicked.connect(self.close_drawer)
        self._column = QVBoxLayout(self._panel)
        self._column.setContentsMargins(0, 0, 0, 0)
        parent.installEventFilter(self)
        self.set_theme(theme)
        self.hide()

    def set_theme(self, theme: Theme) -> None:
        """Draw in other colours."""
        self._theme = theme
        self._close.setIcon(icon("close", theme))
        self.update()

    def hold(self, content: QWidget, head: QHBoxLayout) -> None:
        """Take a widget into the drawer; the button that closes it goes into the widget's uppermost row, *head*."""
        if self._content is not content:
            self._content = content
            self._column.addWidget(content)
            head.addWidget(self._close)
            self._close.show()
            content.show()

    def release(self) -> None:
        """Close, and let somebody else have the widget."""
        self.close_drawer()
        self._content = None
        self._close.hide()
        self._close.setParent(self)

    def open_drawer(self) -> None:
        """Cover the parent. What is inside takes the keyboard by itself."""
        if self.isHidden():
            self._before = QApplication.focusWidget()
            self.setGeometry(self._under.rect())
            self.show()
            self.raise_()

    def close_drawer(self) -> None:
        """Uncover the parent; the keyboard returns to where it was."""
        if self.isHidden():
            return
        if self._has_keyboard() and self._before is not None and self._before.isVisible():
            self._before.setFocus(Qt.FocusReason.OtherFocusReason)
        self._before = None
        self.hide()
        self.closed.emit()

    def _has_keyboard(self) -> bool:
        focused = QApplication.focusWidget()
        return focused is not None and self.isAncestorOf(focused)

    # What Qt calls

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Be as large as the parent."""
        if watched is self._under and event.type() == QEvent.Type.Resize and not self.isHidden():
            self.setGeometry(self._under.rect())
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep some of the window free."""
        super().resizeEvent(event)
        width = min(WIDTH, self.width() - LEFT_FREE)
        self._panel.setGeometry(QRect(0, 0, width, self.height()))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the shade, and the drawer's edge: where contrast is high, shade and panel may be equally black."""
        painter = QPainter(self)
        painter.fillRect(event.rect(), SHADE)
        painter.fillRect(QRect(self._panel.width(), 0, EDGE, self.height()), QColor(self._theme.rule))
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Close: whoever presses the shade is done here."""
        if not self._panel.geometry().contains(event.position().toPoint()):
            self.close_drawer()
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close with Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_drawer()
        else:
            super().keyPressEvent(event)

    def focusNextPrevChild(self, forwards: bool) -> bool:
        """Let Tab go round inside: what lies under the shade cannot be reached."""
        stops = self._stops()
        focused = QApplication.focusWidget()
        if stops:
            step = 1 if forwards else -1
            at = stops.index(focused) if focused in stops else -step
            reason = Qt.FocusReason.TabFocusReason if forwards else Qt.FocusReason.BacktabFocusReason
            stops[(at + step) % len(stops)].setFocus(reason)
        return True

    def _stops(self) -> list[QWidget]:
        """Return what Tab stops at, in the order in which it was put into the drawer."""
        every = [each for each in self._panel.findChildren(QWidget) if each.isVisible() and each.isEnabled()]
        return [each for each in every if each.focusPolicy() & Qt.FocusPolicy.TabFocus and each.focusProxy() is None]
