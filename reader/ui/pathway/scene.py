"""The drawing as a scene: its parts, what is lit, and which node the keyboard is on."""

from __future__ import annotations

from itertools import groupby, islice

from PySide6.QtCore import QObject, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPen, QRegion
from PySide6.QtWidgets import QGraphicsScene

from reader.core.drawing import Drawing
from reader.core.pathway import Pathway
from reader.ui import theme as look
from reader.ui.pathway.hits import nearest
from reader.ui.pathway.labels import LARGE, SMALL, Labels, Seen
from reader.ui.pathway.marks import paint
from reader.ui.pathway.mood import Mood
from reader.ui.pathway.parts import Part
from reader.ui.pathway.sheet import Sheet
from reader.ui.theme import Theme

_AROUND = 24.0  # pixels of ground around the drawing
_RING = 5.0  # pixels on screen from a node's border to the ring of the keyboard
_EDGE = 2  # pixels on screen that a part may reach past its box when it is painted
_FOUND = 3.0  # the same, to the ring around what a search found
_STEP = 2.0  # pixels on screen: the width of a step's line where the drawing is small
_MOST_SPOTS = 500  # that are painted anew each on its own: to put more of them together takes longer than the whole


class PathwayScene(QGraphicsScene):
    """Holds the parts and paints them itself: three thousand graphics items would each ask Python for their place."""

    node_chosen = Signal(str)
    interaction_chosen = Signal(str)
    current_changed = Signal(str)  # the node the keyboard is on, or ""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.mood = Mood(theme)
        self.pathway: Pathway | None = None
        self.current = ""
        self.has_keyboard = False
        self._parts: list[Part] = []  # from back to front
        self._nodes: dict[str, Part] = {}
        self._lines: dict[str, Part] = {}
        self._stages: list[Part] = []
        self._sheet = Sheet([], self.mood)
        self._named: list[Part] | None = None  # what is drawn and has a name or says something; None after a change
        self._labels = Labels(self.mood)
        self.setItemIndexMethod(QGraphicsScene.ItemIndexMethod.NoIndex)

    def show_drawing(self, drawing: Drawing | None, pathway: Pathway | None = None) -> None:
        """Replace what is drawn. *pathway* is what it shows: for the keys that go along its interactions."""
        self._parts, self._nodes, self._lines, self._stages = [], {}, {}, []
        self.pathway = pathway if drawing is not None else None
        self.current = ""
        self.mood.forget()
        self._labels.forget()
        self.mood.paper = drawing.paper if drawing is not None else ""
        if drawing is None:
            self.setSceneRect(QRectF())
        else:
            self._add_parts(drawing)
            whole = QRectF(0, 0, drawing.width, drawing.height)
            self.setSceneRect(whole.adjusted(-_AROUND, -_AROUND, _AROUND, _AROUND))
        self._sheet = Sheet(self._parts, self.mood)
        self._repaint()

    def _add_parts(self, drawing: Drawing) -> None:
        for key, group in groupby(drawing.items, key=lambda item: item.key):
            items = list(group)
            for some in [items] if key else [[item] for item in items]:
                part = Part(key, some, self.mood)
                self._parts.append(part)
                if part.role == "node":
                    self._nodes.setdefault(key, part)
                elif part.role == "edge":
                    self._lines.setdefault(key, part)
                elif part.role == "stage":
                    self._stages.append(part)

    def set_theme(self, theme: Theme) -> None:
        """Paint in other colours."""
        self.mood.set_theme(theme)
        self._repaint()

    @property
    def has_own_colours(self) -> bool:
        """Whether the drawing came with colours of its own, and can be restyled."""
        return bool(self.mood.paper)

    @property
    def is_restyled(self) -> bool:
        """Whether a stranger's drawing is painted in our colours."""
        return self.mood.is_restyled

    def restyle(self, is_restyled: bool) -> None:
        """Paint strangers' drawings in our colours, by the kinds of their nodes, or as they were drawn."""
        self.mood.restyle(is_restyled)
        self._repaint()

    def light(self, keys: frozenset[str] | None, walked: frozenset[str] = frozenset()) -> None:
        """Let only these nodes and interactions stand out, and less so what a route has *walked*; None: everything.

        Where every node does, so does all that is drawn: lines, too, that a stranger tied to nothing.
        """
        keys = None if keys is not None and self._nodes and keys >= self._nodes.keys() else keys
        mood = self.mood
        before, walked_before, chosen = mood.lit, mood.walked, mood.chosen
        mood.lit, mood.walked, mood.chosen = keys, walked, ""
        if before is None or keys is None:
            self._repaint()
        else:
            self._repaint_only((before ^ keys) | (walked_before ^ walked) | {chosen} - {""})

    def show_lines(self, keys: frozenset[str] | None) -> None:
        """Draw only these interactions; None: all."""
        if keys != self.mood.lines:
            self.mood.lines = keys
            self._repaint()

    def show_nodes(self, keys: frozenset[str] | None) -> None:
        """Draw only these nodes, and what is written on them; None: all."""
        if keys != self.mood.nodes:
            self.mood.nodes = keys
            self._repaint()

    def ring(self, keys: frozenset[str]) -> None:
        """Draw a ring around each of these nodes: a search has found them."""
        self.mood.found = keys
        self.update()

    def is_drawn(self, part: Part) -> bool:
        """Whether a part is drawn now."""
        return self.mood.is_shown(part.key, part.role)

    def set_current(self, key: str) -> None:
        """Put the keyboard on a node."""
        if key != self.current:
            self.current = key if key in self._nodes else ""
            self.mood.chosen = ""
            self._repaint()
            self.current_changed.emit(self.current)

    def come_along(self, interaction: str, node: str) -> None:
        """Put the keyboard on a node that an interaction led to."""
        self.set_current(node)
        self.mood.chosen = interaction
        self._repaint()

    def set_keyboard(self, has_keyboard: bool) -> None:
        """Show the keyboard's ring only while the drawing has the keyboard."""
        self.has_keyboard = has_keyboard
        self.update()

    def part_at(self, point: QPointF, zoom: float) -> Part | None:
        """Return the node or line that a press at a point of the drawing means."""
        return nearest(self._parts, point, zoom, self.is_drawn, self.mood.is_lit)

    def choose_part(self, part: Part | None) -> None:
        """Choose what was clicked: a node or a line; the ground takes a choice back."""
        self.mood.chosen = part.key if part and part.role == "edge" else ""
        self._repaint()
        if part and part.role == "node":
            self.set_current(part.key)
            self.node_chosen.emit(part.key)
        elif part and part.role == "edge":
            self.interaction_chosen.emit(part.key)

    def part(self, key: str) -> Part | None:
        """Return a node or a line; None for one that is not in the drawing."""
        return self._nodes.get(key) or self._lines.get(key)

    def outline(self, key: str) -> QRectF:
        """Return the box of a node; an empty one for a node that is not drawn."""
        return self._nodes[key].box if key in self._nodes else QRectF()

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
            if stage.box.intersects(box):
                result = result.united(stage.box)
        return result

    def drawBackground(self, painter: QPainter, rect: QRectF | QRect) -> None:
        self.paint_ground(painter, QRectF(rect), QRegion(QRectF(rect).toAlignedRect()))

    def paint_ground(self, painter: QPainter, rect: QRectF, area: QRegion) -> None:
        """Paint the drawing without the words over it; of *rect* only what lies in *area* is needed."""
        mood = self.mood
        paper = self.sceneRect() if mood.ground == mood.paper else QRectF()
        if not paper.contains(rect):
            look.fill(painter, rect, mood.palette.ground)
        if not paper.isEmpty():  # a stranger's colours were chosen for their own paper
            look.fill(painter, paper, mood.paper)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint(painter, self._sheet.marks(), area, mood.ground)

    def drawForeground(self, painter: QPainter, rect: QRectF | QRect) -> None:
        zoom = painter.worldTransform().m11()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        seen = self._seen(zoom)
        step = self._line_of_step() if zoom < SMALL else None
        if step is not None:
            step.go_along(painter, self.mood.pointer, _STEP / zoom)
        if seen is not None:
            self._labels.paint(painter, self._with_names(), QRectF(rect), seen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for key in self.mood.found:
            self._paint_ring(painter, key, _FOUND / zoom, QPen(QColor(self.mood.pointer), 4 / zoom))
        if self.current and self.has_keyboard:
            self._paint_ring(painter, self.current, _RING / zoom, QPen(QColor(self.mood.pointer), 2.5 / zoom))

    def _line_of_step(self) -> Part | None:
        """Return the line of the step that one is at in a route, where it has one."""
        mood = self.mood
        lit = [self._lines[key] for key in mood.lit or () if key in self._lines] if mood.nodes is not None else []
        return lit[0] if len(lit) == 1 and self.is_drawn(lit[0]) else None

    def _repaint(self) -> None:
        self._named = None
        self._sheet.forget()
        self.update()

    def _repaint_only(self, keys: frozenset[str]) -> None:
        """Paint anew only where these parts are, and where words over the drawing came or went with them."""
        self._sheet.forget(keys)
        every = (spot for part in self._parts if part.key in keys for spot in part.spots())
        spots = list(islice(every, _MOST_SPOTS + 1))
        if len(spots) > _MOST_SPOTS:
            self.update()
            return
        for view in self.views():
            zoom = view.transform().m11()
            seen = self._seen(zoom)
            words = self._labels.changed(self._with_names(), seen, keys) if seen is not None else []
            region = QRegion()
            for spot in (*spots, *words):
                region += view.mapFromScene(spot).boundingRect().adjusted(-_EDGE, -_EDGE, _EDGE, _EDGE)
            view.viewport().update(region)

    def _seen(self, zoom: float) -> Seen | None:
        """Return what words over the drawing are placed for; None where there are none."""
        if self.pathway is None or SMALL <= zoom < LARGE:
            return None
        return Seen(zoom, self.current, self.pathway, self.sceneRect())

    def _with_names(self) -> list[Part]:
        if self._named is None:
            self._named = [part for part in self._parts if part.role and self.is_drawn(part)]
        return self._named

    def _paint_ring(self, painter: QPainter, key: str, away: float, ring: QPen) -> None:
        if key in self._nodes and self.is_drawn(self._nodes[key]):
            painter.setPen(ring)
            zoom = painter.worldTransform().m11()
            box = self._labels.box_of(key, zoom).united(self.outline(key))  # of its name, where that is larger
            painter.drawRoundedRect(box.adjusted(-away, -away, away, away), 2 * away, 2 * away)
