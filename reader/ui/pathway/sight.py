"""What is seen of a drawing: at which zoom, and what is brought into view when it is out of sight."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSizeF, Qt, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent, QTransform
from PySide6.QtWidgets import QFrame, QGraphicsView, QWidget

from reader.ui.pathway.cover import Cover
from reader.ui.pathway.labels import SMALL
from reader.ui.pathway.scene import PathwayScene

LEAST_ZOOM, MOST_ZOOM = 0.15, 4.0  # less where the whole of a large drawing needs it
MOST_AT_FIRST = 1.5  # of a small drawing of a stranger, which would else begin huge
STEP = 1.2  # one notch of the wheel, one press of a button
READABLE = (0.82, 1.15)  # zooms at which 14 px text is read with ease: 11.5 px at least
PAN = 64  # pixels for one press of an arrow key, or one notch of the wheel
_NAME = 18  # pixels on screen for a half of a name over a small node, and the keyboard's ring
_AROUND = 6.0  # pixels of the drawing kept around what is brought into view


class Sight(QGraphicsView):
    """Shows a PathwayScene. What the user did with the zoom stays; only what is out of sight is brought into view."""

    fitted = Signal()  # the whole drawing was asked for

    def __init__(self, scene: PathwayScene, parent: QWidget | None = None) -> None:
        super().__init__(scene, parent)
        self.setViewport(QWidget())  # one that Python knows: see reader.ui.viewport
        self._scene = scene  # Qt does not own it
        self.cover = Cover(self.viewport())  # nodes are brought into view above it
        # kept in view while the window takes its size, until they move the drawing
        self._wanted: frozenset[str] = frozenset()
        self._most_wanted = ""
        self._is_step = False
        self._zoom_is_theirs = False
        self._zoom_before = 0.0  # to be given back; 0 while no step has taken another
        self.setFrameShape(QFrame.Shape.NoFrame)
        # zoom_by holds the point itself: Qt's anchor trusts the last move of the mouse, which a wheel may lack
        self.setTransformationAnchor(QGraphicsView.ViewportAnchor.NoAnchor)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    @property
    def drawing(self) -> PathwayScene:
        """The scene that is shown."""
        return self._scene

    @property
    def zoom(self) -> float:
        """Pixels on screen for one of the drawing."""
        return self.transform().m11()

    def forget_zoom(self) -> None:
        """Choose the zoom anew for the next thing shown."""
        self._zoom_is_theirs, self._zoom_before = False, 0.0
        self._wanted = frozenset()
        self._leave_no_room()

    def _leave_no_room(self) -> None:
        self.setSceneRect(QRectF())  # the scene's own

    def zoom_by(self, factor: float, around: QPoint | None = None) -> None:
        """Zoom around a point of the viewport; without one, around the node the keyboard is on, or the middle."""
        least = min(LEAST_ZOOM, self._whole_zoom())
        # of few digits: back at a zoom, the letters of this size are still there
        zoom = float(f"{min(MOST_ZOOM, max(least, self.zoom * factor)):.4g}")
        self._zoom_is_theirs, self._zoom_before, self._wanted = True, 0.0, frozenset()
        point = self._middle() if around is None else around
        held = self.mapToScene(point)
        self.setTransform(QTransform.fromScale(zoom, zoom))
        # there is room beyond the drawing's edge, as far as the point needs it to stay
        sight = QRectF(held - QPointF(point) / zoom, QSizeF(self.viewport().size()) / zoom)
        self.setSceneRect(self._scene.sceneRect().united(sight))
        away = self.mapFromScene(held) - point
        self._pan(away.x(), away.y())
        if around is None and point != self.viewport().rect().center():  # a large node near the edge
            self.ensureVisible(self._scene.outline(self._scene.current), round(_AROUND), round(_AROUND))

    def _middle(self) -> QPoint:
        port, current = self.viewport().rect(), self.rect_of(self._scene.current).translated(-self.viewport().pos())
        return current.center() if port.contains(current.center()) and not current.isEmpty() else port.center()

    def zoom_in(self) -> None:
        """Zoom in by a step."""
        self.zoom_by(STEP)

    def zoom_out(self) -> None:
        """Zoom out by a step."""
        self.zoom_by(1 / STEP)

    def pan(self, right: int, down: int) -> None:
        """Move what is seen by a step: 1 to the right or down, -1 back, 0 not at all."""
        self.move_by(right * PAN, down * PAN)

    def _whole_zoom(self) -> float:
        """Return the zoom at which the whole drawing is seen."""
        whole, port = self._scene.sceneRect(), self.viewport().rect()
        return min(port.width() / max(1.0, whole.width()), port.height() / max(1.0, whole.height()), MOST_ZOOM)

    def fit_all(self) -> None:
        """Show the whole drawing."""
        self._zoom_is_theirs, self._zoom_before, self._wanted = True, 0.0, frozenset()
        self._show_whole(MOST_ZOOM)
        self.fitted.emit()

    def _show_whole(self, most: float) -> None:
        zoom = min(self._whole_zoom(), most)
        self._leave_no_room()
        self.setTransform(QTransform.fromScale(zoom, zoom))
        self.centerOn(self._scene.sceneRect().center())

    def bring_into_view(self, keys: frozenset[str], above_all: str = "", *, is_step: bool = False) -> None:
        """Show nodes: nothing moves when all of them are in sight; else as many as can be read at once.

        Where not all can be, the first are shown, or *above_all*, and nothing moves where that is in sight. The two
        ends of a step are both shown, at a smaller zoom, which is given back when something else is shown. A stranger's
        drawing is shown whole, as its author laid it out, until somebody zooms.
        """
        self._wanted, self._most_wanted, self._is_step = keys, above_all, is_step
        if not self.isVisible():
            return
        if self._scene.has_own_colours and not self._zoom_is_theirs:
            if not self._is_uncovered(keys):
                self._show_whole(MOST_AT_FIRST)
        elif is_step and self._is_far(keys):
            self._step_back(keys)
        else:
            self._give_zoom_back()
            if keys:
                self._bring(keys, above_all)
        self.uncover(keys)
        if above_all:
            self.uncover(frozenset({above_all}))

    def _bring(self, keys: frozenset[str], above_all: str, *, anew: bool = False) -> None:
        box, most, sight = self._boxed(keys), self._scene.outline(above_all), self._in_sight()
        is_chosen_zoom = self._zoom_is_theirs or READABLE[0] <= self.zoom <= READABLE[1]
        is_too_large = sight.width() < box.width() or sight.height() < box.height()
        if not anew and is_chosen_zoom and sight.contains(most if above_all and is_too_large else box):
            return
        whole = self._scene.around(box)
        self._leave_no_room()
        if not self._zoom_is_theirs:
            self._zoom_to(whole)
        sight = self._in_sight()
        x, y = whole.center().x(), whole.center().y()
        # with the titles of stages, which stand at the left and at the top, where they have room
        if sight.width() < whole.width():
            x = min(box.left(), max(whole.left(), box.right() - sight.width())) + sight.width() / 2
        if sight.height() < whole.height():
            y = min(box.top(), max(whole.top(), box.bottom() - sight.height())) + sight.height() / 2
        if sight.height() < box.height():  # too tall to be read at once: begin at its top
            y = most.center().y() if above_all else whole.top() + sight.height() / 2
        if sight.width() < box.width() and above_all:
            x = most.center().x()
        self.centerOn(x, y)

    def has_room_for(self, keys: frozenset[str]) -> bool:
        """Return whether these nodes can be seen at once, each with its name; true of what is not looked at."""
        return not self.isVisible() or self._zoom_for(keys) >= LEAST_ZOOM

    def _zoom_for(self, keys: frozenset[str]) -> float:
        box, port = self._boxed(keys), self.viewport().rect().adjusted(_NAME, _NAME, -_NAME, -_NAME)
        return min(port.width() / max(1.0, box.width()), port.height() / max(1.0, box.height()))

    def _is_far(self, keys: frozenset[str]) -> bool:
        """Return whether nodes are too far apart for the zoom, but not for a smaller one."""
        zoom = (self._zoom_before or self.zoom) if self._zoom_is_theirs else READABLE[0]
        return LEAST_ZOOM <= self._zoom_for(keys) < zoom

    def _step_back(self, keys: frozenset[str]) -> None:
        """Show nodes that are far apart, at a zoom at which names are written over them: those are always readable."""
        if self._zoom_before and self._in_sight().contains(self._scene.outlines(keys)):
            return  # at the zoom that another step has taken
        self._zoom_before = self._zoom_before or self.zoom
        zoom = min(self._zoom_for(keys), SMALL - 0.01)
        self._leave_no_room()
        self.setTransform(QTransform.fromScale(zoom, zoom))
        self.centerOn(self._boxed(keys).center())

    def _give_zoom_back(self) -> None:
        if self._zoom_before:
            zoom, self._zoom_before = self._zoom_before, 0.0
            self.setTransform(QTransform.fromScale(zoom, zoom))
            self.centerOn(self._scene.outline(self._scene.current).center())

    def _boxed(self, keys: frozenset[str]) -> QRectF:
        return self._scene.outlines(keys).adjusted(-_AROUND, -_AROUND, _AROUND, _AROUND)

    def _seen(self, keys: frozenset[str]) -> QRect:
        return self.mapFromScene(self._boxed(keys)).boundingRect()

    def _is_uncovered(self, keys: frozenset[str]) -> bool:
        """Return whether something lies over the whole drawing, but not over these nodes."""
        clear = self.cover.clear()
        is_whole = self.zoom == min(self._whole_zoom(), MOST_AT_FIRST)
        return bool(keys) and clear != self.viewport().rect() and is_whole and clear.contains(self._seen(keys))

    def uncover(self, keys: frozenset[str]) -> None:
        """Move the drawing up where something lies over these nodes, and they have room above it.

        One that is too tall begins at the top.
        """
        seen, clear = self._seen(keys), self.cover.clear()
        can_move = len(keys) == 1 or (bool(keys) and seen.height() <= clear.height())
        over = min(seen.bottom() - clear.bottom(), max(0, seen.top()))
        if can_move and over > 0 and clear != self.viewport().rect() and self.isVisible():
            held = self.mapToScene(QPoint())
            self.setSceneRect(self.sceneRect().united(self._in_sight().translated(0, over / self.zoom)))
            away = self.mapFromScene(held)
            self._pan(away.x(), away.y() + over)

    def _zoom_to(self, box: QRectF) -> None:
        # By width alone: then the zoom is the same for every stage, and nothing jumps from section to section.
        zoom = min(READABLE[1], max(READABLE[0], self.viewport().width() / (box.width() + 2 * _AROUND)))
        self.resetTransform()
        self.scale(zoom, zoom)

    def _in_sight(self) -> QRectF:
        return self.mapToScene(self.viewport().rect()).boundingRect()

    def rect_of(self, key: str) -> QRect:
        """Return where a node is on screen, in the view's own coordinates; nowhere for one that is not drawn."""
        outline = self._scene.outline(key)
        if outline.isEmpty():
            return QRect()
        on_viewport = self.mapFromScene(outline).boundingRect()
        return on_viewport.translated(self.viewport().pos())

    def move_by(self, right: int, down: int) -> None:
        """Move what is seen by some pixels on screen; it then stays where they moved it."""
        self._wanted = frozenset()
        self._pan(right, down)

    def _pan(self, right: int, down: int) -> None:
        across, along = self.horizontalScrollBar(), self.verticalScrollBar()
        across.setValue(across.value() + right)
        along.setValue(along.value() + down)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        is_ours = bool(self._wanted) and not (self._zoom_is_theirs or self._is_step or self._scene.has_own_colours)
        if is_ours and self.isVisible() and event.size().width() != event.oldSize().width():
            self._bring(self._wanted, self._most_wanted, anew=True)  # at another width, another zoom
        self.bring_into_view(self._wanted, self._most_wanted, is_step=self._is_step)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.bring_into_view(self._wanted, self._most_wanted, is_step=self._is_step)
