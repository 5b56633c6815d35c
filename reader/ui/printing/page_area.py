"""Where the pages are scrolled: its keys, and the wheel."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QScrollArea, QWidget

from reader.ui.widgets.typed import typed_text

NOTCH = 120  # of a wheel, in eighths of a degree


class PageArea(QScrollArea):
    """Asks for the next page, for the ends and for sizes; arrows, Space and the wheel scroll."""

    turn_requested = Signal(int)  # by how many pages
    end_requested = Signal(bool)  # the last page, or the first
    zoom_requested = Signal(int)  # steps larger
    fit_requested = Signal()
    moved = Signal()  # something else is in view

    def __init__(self, pages: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pages = pages
        self._turned = 0  # of the wheel, since the last step
        self.setWidget(pages)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        for bar in (self.verticalScrollBar(), self.horizontalScrollBar()):
            bar.valueChanged.connect(self.moved)

    @property
    def area(self) -> QRect:
        """What is in view, as the pages count their pixels."""
        return self.viewport().rect().translated(-self._pages.pos())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.moved.emit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.DevicePixelRatioChange:
            self.moved.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, text = event.key(), typed_text(event)
        if key in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            self.turn_requested.emit(1 if key == Qt.Key.Key_PageDown else -1)
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self.end_requested.emit(key == Qt.Key.Key_End)
        elif key == Qt.Key.Key_Space:
            bar, is_back = self.verticalScrollBar(), event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            bar.setValue(bar.value() + (-bar.pageStep() if is_back else bar.pageStep()))
        elif text in ("+", "=", "-"):
            self.zoom_requested.emit(-1 if text == "-" else 1)
        elif text == "0":
            self.fit_requested.emit()
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            super().wheelEvent(event)
            return
        self._turned += event.angleDelta().y()
        steps = int(self._turned / NOTCH)
        self._turned -= steps * NOTCH
        if steps:
            self.zoom_requested.emit(steps)
        event.accept()
