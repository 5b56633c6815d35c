"""The drawing as a scene: its parts, what is lit, and which node the keyboard is on."""

from __future__ import annotations

from itertools import groupby

from PySide6.QtCore import QObject, QRect, QRectF, Signal
from PySide6.QtGui import QBrush, QColor, QPainter, QPen
from PySide6.QtWidgets import QGraphicsScene

from reader.core.drawing import Drawing
from reader.core.palette import palette_of
from reader.ui.pathway.parts import Mood, Part
from reader.ui.theme import Theme

_AROUND = 24.0  # pixels of ground around the drawing
_RING = 5.0  # from a node's border to the ring of the keyboard
_HEIGHT_OF_LIT_LINES = 0.5  # above all other lines, below nodes


class PathwayScene(QGraphicsScene):
    """Holds the parts; plain items have no signals, so the scene has them."""

    node_chosen = Signal(str)
    interaction_chosen = Signal(str)
    current_changed = Signal(str)  # the node the keyboard is on, or ""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.mood = Mood(palette_of(theme.name, theme._asdict()), theme.accent)
        self.current = ""
        self.has_keyboard = False
        self._nodes: dict[str, Part] = {}
        self._lines: list[tuple[Part, float]] = []
        self._stages: list[QRectF] = []

    def show_drawing(self, drawing: Drawing | None) -> None:
        """Replace what is drawn."""
        # Before clear(): wrappers of items that Qt has deleted raise when touched.
        self._nodes, self._lines, self._stages = {}, [], []
        self.clear()
        self.current, self.mood.chosen, self.mood.lit, self.mood.walked = "", "", None, frozenset()
        if drawing is None:
            self.setSceneRect(QRectF())
            return
        self.mood.ground = drawing.paper
        self._add_parts(drawing)
        self.setSceneRect(QRectF(0, 0, drawing.width, drawing.height).adjusted(-_AROUND, -_AROUND, _AROUND, _AROUND))

    def _add_parts(self, drawing: Drawing) -> None:
        number = 0
        for key, group in groupby(drawing.items, key=lambda item: item.key):
            items = list(group)
            # The ground in pieces: one great item would be painted whole for each small change.
            for some in [items] if key else [[item] for item in items]:
                part = Part(key, some, self.mood)
                part.setZValue(number)
                self.addItem(part)
                if part.role == "node":
                    self._nodes.setdefault(key, part)
                elif part.role == "edge":
                    self._lines.append((part, number))
                elif part.role == "stage":
                    self._stages.append(part.outline())
                number += 1

    def set_theme(self, theme: Theme) -> None:
        """Paint in other colours."""
        self.mood.palette, self.mood.accent = palette_of(theme.name, theme._asdict()), theme.accent
        self.update()

    def light(self, keys: frozenset[str] | None, walked: frozenset[str] = frozenset()) -> None:
        """Let only these nodes and interactions stand out, and less so what a route has *walked*; None: everything."""
        self.mood.lit, self.mood.walked, self.mood.chosen = keys, walked, ""
        top = max((number for _, number in self._lines), default=0.0) + _HEIGHT_OF_LIT_LINES
        for part, number in self._lines:
            part.setZValue(top if keys is not None and part.key in keys else number)
        self.update()

    def show_lines(self, keys: frozenset[str] | None) -> None:
        """Draw only these interactions; None: all."""
        for part, _ in self._lines:
            part.setVisible(keys is None or part.key in keys)

    def show_nodes(self, keys: frozenset[str] | None) -> None:
        """Draw only these nodes, and what is written on them; None: all."""
        for part in self.items():
            if isinstance(part, Part) and part.key and part.role != "edge":
                part.setVisible(keys is None or part.key in keys)

    def set_current(self, key: str) -> None:
        """Put the keyboard on a node."""
        if key != self.current:
            self.current = key if key in self._nodes else ""
            self.update()
            self.current_changed.emit(self.current)

    def set_keyboard(self, has_keyboard: bool) -> None:
        """Show the keyboard's ring only while the drawing has the keyboard."""
        self.has_keyboard = has_keyboard
        self.update()

    def choose_part(self, part: Part | None) -> None:
        """Choose what was clicked: a node or a line; the ground takes a choice back."""
        self.mood.chosen = part.key if part and part.role == "edge" else ""
        self.update()
        if part and part.role == "node":
            self.set_current(part.key)
            self.node_chosen.emit(part.key)
        elif part and part.role == "edge":
            self.interaction_chosen.emit(part.key)

    def outline(self, key: str) -> QRectF:
        """Return the box of a node; an empty one for a node that is not drawn."""
        return self._nodes[key].outline() if key in self._nodes else QRectF()

    def outlines(self, keys: frozenset[str]) -> QRectF:
        """Return the box around nodes."""
        box = QRectF()
        for key in keys:
            box = box.united(self.outline(key))
        return box

    def around(self, box: QRectF) -> QRectF:
        """Return a box widened to the stages it touches, so that their titles are seen with their nodes."""
        result = QRectF(box)
        for stage in self._stages:
            if stage.intersects(box):
                result = result.united(stage)
        return result

    def drawBackground(self, painter: QPainter, rect: QRectF | QRect) -> None:
        painter.fillRect(rect, QColor(self.mood.palette.ground))
        if self.mood.ground:  # a stranger's colours were chosen for their own paper
            painter.fillRect(self.sceneRect(), QColor(self.mood.ground))

    def drawForeground(self, painter: QPainter, rect: QRectF | QRect) -> None:
        if self.current and self.has_keyboard:
            box = self.outline(self.current).adjusted(-_RING, -_RING, _RING, _RING)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(QColor(self.mood.accent), 2.5))
            painter.setBrush(QBrush())
            painter.drawRoundedRect(box, 8, 8)
