"""One part of the drawing, a node or a line or a piece of the ground, painted from the display list."""

from __future__ import annotations

import math
from collections.abc import Sequence
from functools import cached_property
from itertools import pairwise
from typing import Any

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath

from reader.core.drawing import Item, Shape, Text, text_bounds
from reader.core.faces import ARIAL, OURS, face_of
from reader.core.palette import look_of, restyled, text_colour
from reader.ui.pathway.dashes import pieces
from reader.ui.pathway.ink import Ink, Stroke, brush, painter_path, pen, quickest
from reader.ui.pathway.lettering import SetText, Words, set_text
from reader.ui.pathway.mood import Mood

SMALLEST_TEXT = 5.0  # pixels on screen below which letters are only grey: then labels.py writes the ones that matter
GROUNDS = ("group", "shape")  # kinds, in small letters, of nodes in which others lie
_ROLES = ("node", "edge", "stage", "title")
_SMALLEST_HEAD = 0.15  # zoom below which heads of lines are not painted
_BEYOND = 3.0  # pixels that a line may reach past its points
_MOST_SPOTS = 50  # commands of a path in pieces; a stranger's line has as many corners as it likes


class Part:
    """What belongs to one node or line, or one item of the ground. What it needs for painting is made when it is
    first painted, and kept.
    """

    def __init__(self, key: str, items: Sequence[Item], mood: Mood) -> None:
        self.key = key
        self.role = next((item.role for item in items if item.role in _ROLES), "")
        self._items = items
        self._mood = mood
        self._inks: dict[tuple[bool, ...], Ink] = {}
        self._inks_of = -1  # the version of the mood they were made in
        self.bounds = _bounds(items)
        self.rect = self.bounds.toAlignedRect()
        box = self.bounds
        self.edges = box.left(), box.top(), box.right(), box.bottom()

    @cached_property
    def kind(self) -> str:
        """The kind of the node, or the evidence of the line."""
        return next((item.kind for item in self._items if isinstance(item, Shape) and item.role == self.role), "")

    @cached_property
    def words(self) -> str:
        """What is written on it."""
        texts = (" ".join(item.lines) for item in self._items if isinstance(item, Text))
        return " ".join(texts)

    @cached_property
    def left(self) -> float:
        """Where the text of a title begins."""
        return next((text_bounds(item)[0] for item in self._items if isinstance(item, Text)), self.bounds.left())

    @cached_property
    def box(self) -> QRectF:
        """The box of the node or stage itself, without what stands at it."""
        own = (path for shape, path in self._shapes if shape.role == self.role)
        return next((path.controlPointRect() for path in own), self.bounds)

    @cached_property
    def line(self) -> list[tuple[float, float]]:
        """The points of a line, from its first end to its last."""
        path = next((path for shape, path in self._shapes if shape.role == "edge"), QPainterPath())
        return [(point.x(), point.y()) for piece in path.toSubpathPolygons() for point in piece.toList()]

    def along(self, share: float) -> QPointF:
        """Return the point after this share of a line's length."""
        return next((path for shape, path in self._shapes if shape.role == "edge"), QPainterPath()).pointAtPercent(
            share
        )

    @cached_property
    def _shapes(self) -> list[tuple[Shape, QPainterPath]]:
        return [(item, painter_path(item.path)) for item in self._items if isinstance(item, Shape)]

    @cached_property
    def _texts(self) -> list[SetText]:
        usual = face_of(ARIAL) if self._mood.paper else OURS
        return [set_text(item, usual) for item in self._items if isinstance(item, Text)]

    def go_along(self, painter: QPainter, colour: str, width: float) -> None:
        """Paint its line once more, in this colour and width, with its dashes made longer by as much."""
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for shape, path in self._shapes:
            if shape.role == "edge":
                look = look_of(shape, self._mood.drawn_palette, is_lit=True)
                by = width / max(look.width, 0.1)
                painter.setPen(pen(colour, width, tuple(each * by for each in look.dash)))
                painter.drawPath(path)

    def spots(self) -> list[QRectF]:
        """Return the boxes that hold all that it leaves on the ground: around each piece of a line with few corners."""
        boxes = []
        for item in self._items:
            if (
                isinstance(item, Shape)
                and item.role == "edge"
                and len(item.path) <= _MOST_SPOTS
                and all(command[0] in ("M", "L") for command in item.path)
            ):
                boxes += [_bounds([item._replace(path=piece)]) for piece in pairwise(item.path)]
            else:
                boxes.append(_bounds([item]))
        return boxes

    def ink(self) -> Ink:
        """Return what is painted now, as the mood wants it."""
        mood = self._mood
        if self._inks_of != mood.version:
            self._inks, self._inks_of = {}, mood.version
        key = self.key
        is_lit = mood.lit is None or not key or key in mood.lit
        state = (is_lit, key in mood.walked, key == mood.chosen != "" and self.role == "edge")
        found = self._inks.get(state)
        if found is None:
            strokes, words = self._strokes(*state), self._words(is_lit or state[1])
            only = strokes[0].shape if len(strokes) == 1 and not words else None
            found = self._inks[state] = Ink(strokes, words, only if isinstance(only, list) else [])
        return found

    def _strokes(self, is_lit: bool, is_walked: bool, is_chosen: bool) -> list[Stroke]:
        mood, strokes = self._mood, []
        for shape, path in self._shapes:
            shown = restyled(shape) if mood.is_restyled else shape
            look = look_of(shown, mood.drawn_palette, is_lit, is_walked)
            is_head = shape.role.endswith("head")
            if is_chosen:
                fill = mood.pointer if shape.role == "head" else look.fill
                look = look._replace(stroke=mood.pointer, fill=fill, width=look.width + 1)
            its_pen, its_brush = pen(look.stroke, look.width, look.dash), brush(look.fill, shape.opacity)
            is_dashed, is_open = bool(look.dash) and look.stroke != "none", look.fill == "none"
            draw, drawn = (QPainter.drawPath, path) if is_dashed else quickest(shape.path, path, is_open)
            least, dashed = _SMALLEST_HEAD if is_head else 0.0, look.width if is_dashed else math.inf
            apart = pieces(path, its_pen) if is_open and is_dashed else []
            strokes.append(Stroke(least, dashed, its_pen, its_brush, draw, drawn, apart))
        return strokes

    def _words(self, stands_out: bool) -> list[Words]:
        words = []
        for each in self._texts:
            text = each.text
            shown = restyled(text) if self._mood.is_restyled else text
            colour = text_colour(shown, self._mood.drawn_palette, stands_out)
            is_plain = not text.turn and text.role != "note"
            words.append(Words(SMALLEST_TEXT / text.size, pen(colour, 1.0, ()), is_plain, each))
        return words


def _bounds(items: Sequence[Item]) -> QRectF:
    """Return the box around all that items may leave on the ground. A text's own is a guess: as if it were wider, and
    on its side as well where it is turned.
    """
    boxes = []
    for item in items:
        if isinstance(item, Text):
            x, y, w, h = text_bounds(item)
            wide = 0.4 * w + 4
            if item.turn:
                x, y, w, h = item.x - w - h, item.y - w - h, 2 * (w + h), 2 * (w + h)
            boxes.append((x - wide, y - 4, x + w + wide, y + h + 4))
        else:
            numbers: Any = [number for command in item.path for number in command[1:]]
            across, along, wide = numbers[::2] or [0.0], numbers[1::2] or [0.0], item.width + _BEYOND
            boxes.append((min(across) - wide, min(along) - wide, max(across) + wide, max(along) + wide))
    left, top = min(box[0] for box in boxes), min(box[1] for box in boxes)
    return QRectF(left, top, max(box[2] for box in boxes) - left, max(box[3] for box in boxes) - top)
