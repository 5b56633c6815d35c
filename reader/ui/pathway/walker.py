"""What keys do in the drawing: arrows go along interactions, others zoom, move what is seen, open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QKeyEvent

from reader.ui.announce import announce
from reader.ui.pathway.along import Way, ways
from reader.ui.pathway.scene import PathwayScene

if TYPE_CHECKING:
    from reader.ui.pathway.view import PathwayView

Key, Modifier = Qt.Key, Qt.KeyboardModifier
_ARROWS: dict[int, tuple[int, int]] = {
    Key.Key_Left: (-1, 0),
    Key.Key_Right: (1, 0),
    Key.Key_Up: (0, -1),
    Key.Key_Down: (0, 1),
}


class Walker(QObject):
    """Walks from node to node. It remembers the ways of the last arrow, so that the others of them can be asked for."""

    def __init__(self, scene: PathwayScene, view: PathwayView) -> None:
        super().__init__(view)
        self._scene, self._view = scene, view
        self._ways: list[Way] = []  # that led from the node before in the direction of the last arrow
        self._at = 0  # which of them was taken

    def press(self, event: QKeyEvent) -> bool:
        """Do what a key means here; False for one that means nothing."""
        view, scene = self._view, self._scene
        key, text = event.key(), event.text()  # not Key(…): letters of other scripts are none of them
        held = event.modifiers() & ~Modifier.KeypadModifier
        if key in _ARROWS:
            return self._arrow(_ARROWS[key], held)
        if held & (Modifier.ControlModifier | Modifier.AltModifier | Modifier.MetaModifier):
            return False
        if key in (Key.Key_PageDown, Key.Key_PageUp):
            view.step_requested.emit(1 if key == Key.Key_PageDown else -1)
        elif key in (Key.Key_End, Key.Key_Home):
            view.end_requested.emit(1 if key == Key.Key_End else -1)
        elif text in ("+", "=", "-"):
            view.zoom_in() if text != "-" else view.zoom_out()
        elif text == "0":
            view.fit_all()
        elif key in (Key.Key_Return, Key.Key_Enter, Key.Key_Space) and scene.current:
            self._open(is_line=bool(held & Modifier.ShiftModifier))
        else:
            return False
        return True

    def _open(self, *, is_line: bool) -> None:
        if not is_line:
            self._scene.node_chosen.emit(self._scene.current)
        elif self._scene.mood.chosen:
            self._scene.interaction_chosen.emit(self._scene.mood.chosen)
        else:
            self._say(self.tr("Go along a line with an arrow key first."))

    def _arrow(self, direction: tuple[int, int], held: Qt.KeyboardModifier) -> bool:
        if held == Modifier.ShiftModifier:
            self._view.pan(*direction)
        elif held == Modifier.ControlModifier:
            self._take_another()
        elif held == Modifier.NoModifier:
            self._go(direction)
        else:
            return False
        return True

    def _go(self, direction: tuple[int, int]) -> None:
        scene = self._scene
        if not scene.current:
            self._view.step_requested.emit(1)
            return
        if scene.pathway is None:
            return
        found = ways(scene.pathway, scene.current, direction, scene.outline, self._is_drawn)
        if not found:
            self._say(self.tr("Nothing is linked in this direction."))
            return
        self._ways, self._at = found, 0
        self._take()

    def _take_another(self) -> None:
        """Go to another of the nodes that the last arrow could have led to."""
        if not self._ways or self._ways[self._at].node != self._scene.current or len(self._ways) == 1:
            self._say(self.tr("There is no other way in this direction."))
            return
        self._at = (self._at + 1) % len(self._ways)
        self._take()

    def _take(self) -> None:
        """Go where a way leads: what is said of the node says of the line, too."""
        way, count = self._ways[self._at], len(self._ways)
        self._scene.come_along(way.interaction.id, way.node)
        self._view.bring_into_view(frozenset({way.node}))
        if count > 1:  # after the node is told, which would cut it off
            more = self.tr("{0} of {1} in this direction; Ctrl and an arrow go to the others.")
            self._say(more.format(self._at + 1, count))

    def _is_drawn(self, key: str) -> bool:
        part = self._scene.part(key)
        return part is not None and self._scene.is_drawn(part)

    def _say(self, text: str) -> None:
        announce(self._view, text)
