"""What fingers on a screen do: one moves the drawing or chooses a part, two zoom about the place between them."""

from __future__ import annotations

from math import hypot
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QEventPoint, QTouchEvent
from PySide6.QtWidgets import QApplication

if TYPE_CHECKING:
    from reader.ui.pathway.view import PathwayView

_NEAREST = 24.0  # pixels between two fingers that are still told apart: nearer ones would zoom by leaps


class Fingers:
    """Follows the fingers on the viewport of a PathwayView, from the first that comes to the last that goes.

    Qt would let the first finger drag as a mouse does while both are taken for a pinch: the drawing would run away
    from under them.
    """

    def __init__(self, view: PathwayView) -> None:
        self._view = view
        self._ids: list[int] = []  # of those that are down
        self._at = QPointF()  # the middle between them
        self._apart = _NEAREST  # pixels
        self._tapped: QPointF | None = None  # where the only finger came down, while it may be a tap

    def feel(self, event: QTouchEvent) -> None:
        """Do what the fingers ask for."""
        down = [each for each in event.points() if each.state() != QEventPoint.State.Released]
        ids = [each.id() for each in down]
        if event.type() == QEvent.Type.TouchBegin:
            self._ids = []
            self._tapped = down[0].position() if down else None
            self._view.setFocus(Qt.FocusReason.MouseFocusReason)
        if event.type() == QEvent.Type.TouchCancel or len(ids) > 1:
            self._tapped = None
        if ids == self._ids and ids:
            self._follow(down)
        elif ids:
            self._ids, self._at, self._apart = ids, _middle(down), _apart(down)
        elif self._tapped is not None:
            self._view.choose_at(self._tapped.toPoint())

    def _follow(self, down: list[QEventPoint]) -> None:
        middle, apart = _middle(down), _apart(down)
        if self._tapped is not None:
            if (middle - self._tapped).manhattanLength() < QApplication.startDragDistance():
                return
            self._tapped = None
        moved = (middle - self._at).toPoint()
        self._view.move_by(-moved.x(), -moved.y())
        self._at += QPointF(moved)  # not to the middle itself: parts of a pixel add up
        if len(down) > 1 and apart != self._apart:
            self._view.zoom_by(apart / self._apart, middle.toPoint())
            self._apart = apart


def _middle(down: list[QEventPoint]) -> QPointF:
    x = sum(each.position().x() for each in down) / len(down)
    y = sum(each.position().y() for each in down) / len(down)
    return QPointF(x, y)


def _apart(down: list[QEventPoint]) -> float:
    between = down[0].position() - down[-1].position()
    return max(_NEAREST, hypot(between.x(), between.y()))
