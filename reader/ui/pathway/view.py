"""The drawing on screen: what the pointer, two fingers and the keyboard do in it."""

from __future__ import annotations

from functools import cache, cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleInterface,
    QColor,
    QFocusEvent,
    QInputDevice,
    QKeyEvent,
    QMouseEvent,
    QNativeGestureEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QRegion,
    QTouchEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QApplication, QGraphicsView, QWidget

from reader.core.notebook.book import Book
from reader.ui.pathway.parts import Part
from reader.ui.pathway.scene import PathwayScene
from reader.ui.pathway.sight import PAN, STEP, Sight

if TYPE_CHECKING:
    from reader.ui.pathway.fingers import Fingers
    from reader.ui.pathway.walker import Walker

LEAST_HEIGHT = 44  # pixels of drawing or list, in a very low window
_FRAME = 2  # pixels around the drawing that has the keyboard


class PathwayView(Sight):
    """Lets one zoom, move and choose in what is seen.

    The wheel moves the drawing, as it moves the text beside it: whoever scrolls on with the pointer over the drawing
    has not asked for another size. With Ctrl it zooms around the pointer, as in other programs; so do two fingers.
    """

    step_requested = Signal(int)  # to the next node (1) or the one before (-1) in reading order
    end_requested = Signal(int)  # to the last node (1) or the first (-1)

    def __init__(self, scene: PathwayScene, parent: QWidget | None = None) -> None:
        super().__init__(scene, parent)
        self.book = Book()  # what the reader put on nodes, to be heard with them
        self._pressed: QPoint | None = None
        self._asked: QRegion | None = None  # what is to be painted, in a paint
        self.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
        self.setDragMode(QGraphicsView.DragMode.ScrollHandDrag)
        self.setViewportUpdateMode(QGraphicsView.ViewportUpdateMode.SmartViewportUpdate)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAcceptDrops(False)  # files are for the window; Qt would give them to the scene
        self.viewport().setMouseTracking(True)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)  # the drawing paints its whole ground
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_AcceptTouchEvents)
        self.viewport().ungrabGesture(Qt.GestureType.PanGesture)  # Qt’s own, which would move it a second time
        _offer_to_screen_readers()

    @cached_property
    def _walker(self) -> Walker:
        from reader.ui.pathway.walker import Walker  # late: most readings press no key here

        return Walker(self._scene, self)

    @cached_property
    def _fingers(self) -> Fingers:
        from reader.ui.pathway.fingers import Fingers  # late: most screens feel none

        return Fingers(self)

    def wheelEvent(self, event: QWheelEvent) -> None:
        turned, exact = event.angleDelta(), event.pixelDelta()
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom_by(STEP ** (turned.y() / 120), event.position().toPoint())
        elif not exact.isNull():
            self.move_by(-exact.x(), -exact.y())
        else:
            across, along = (round(-part / 120 * PAN) for part in (turned.x(), turned.y()))
            sideways = event.modifiers() & Qt.KeyboardModifier.ShiftModifier and not across
            self.move_by(along if sideways else across, 0 if sideways else along)
        event.accept()

    def viewportEvent(self, event: QEvent) -> bool:
        """Zoom as two fingers on a touchpad ask, and follow those on a screen."""
        if isinstance(event, QNativeGestureEvent):
            if event.gestureType() == Qt.NativeGestureType.ZoomNativeGesture:
                self.zoom_by(max(0.1, 1 + event.value()), event.position().toPoint())
                return True
        elif isinstance(event, QTouchEvent) and event.deviceType() == QInputDevice.DeviceType.TouchScreen:
            event.accept()
            self._fingers.feel(event)
            return True
        return super().viewportEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pressed = event.position().toPoint() if event.button() == Qt.MouseButton.LeftButton else None
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        here = event.position().toPoint()
        if self._pressed is not None and self._is_drag(here):
            self._pressed, self._wanted = None, frozenset()
        super().mouseMoveEvent(event)
        if event.buttons() == Qt.MouseButton.NoButton:
            shape = Qt.CursorShape.PointingHandCursor if self._part_at(here) else Qt.CursorShape.OpenHandCursor
            if self.viewport().cursor().shape() != shape:
                self.viewport().setCursor(shape)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        event.accept()  # which Qt leaves to items
        here = event.position().toPoint()
        if self._pressed is not None and not self._is_drag(here):
            self.choose_at(here)
        self._pressed = None

    def choose_at(self, where: QPoint) -> None:
        """Choose what is at a point of the viewport: a node, a line, or nothing."""
        self._scene.choose_part(self._part_at(where))

    def _is_drag(self, here: QPoint) -> bool:
        return (here - (self._pressed or here)).manhattanLength() >= QApplication.startDragDistance()

    def _part_at(self, where: QPoint) -> Part | None:
        return self._scene.part_at(self.mapToScene(where), self.zoom)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._walker.press(event):
            event.ignore()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._scene.set_keyboard(True)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._scene.set_keyboard(False)

    def drawBackground(self, painter: QPainter, rect: QRectF | QRect) -> None:
        """Paint what is asked for and no more: Qt tells only the box around it."""
        if self._asked is None:
            super().drawBackground(painter, rect)
            return
        area = QRegion()
        for each in self._asked:  # type: ignore[attr-defined]  # its stub does not know that it is one
            area += self.mapToScene(each.adjusted(-1, -1, 1, 1)).boundingRect().toAlignedRect()
        self._scene.paint_ground(painter, QRectF(rect), area)

    def paintEvent(self, event: QPaintEvent) -> None:
        self._asked = event.region()
        super().paintEvent(event)
        self._asked = None
        if self.hasFocus():
            painter = QPainter(self.viewport())
            painter.setPen(QPen(QColor(self._scene.mood.accent), _FRAME))
            painter.drawRect(self.viewport().rect().adjusted(1, 1, -1, -1))

    def scrollContentsBy(self, right: int, down: int) -> None:
        """Move what is painted, but for the frame around it, which Qt moves along."""
        super().scrollContentsBy(right, down)
        if self.hasFocus():
            whole = self.viewport().rect()
            frame = QRegion(whole) - QRegion(whole.adjusted(_FRAME, _FRAME, -_FRAME, -_FRAME))
            self.viewport().update(frame + frame.translated(right, down))


@cache
def _offer_to_screen_readers() -> None:
    QAccessible.installFactory(_spoken)


def _spoken(name: str, part: QObject | None) -> QAccessibleInterface | None:
    if name != PathwayView.__name__ or not isinstance(part, PathwayView):
        return None
    from reader.ui.pathway.accessible import SpokenDrawing  # late: only where somebody listens

    return SpokenDrawing(part)
