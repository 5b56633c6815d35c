"""Words at a size that can be read at any zoom: a small drawing keeps the names that matter, a large one says more."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from PySide6.QtCore import QMarginsF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen, QStaticText

from reader.core.evidence import CONTRADICTED, WORDS
from reader.core.pathway import Pathway
from reader.core.relations import relation
from reader.ui import theme as look
from reader.ui.pathway.mood import Mood
from reader.ui.pathway.parts import GROUNDS, SMALLEST_TEXT, Part

SMALL = 0.7  # zoom below which the drawing's own words, of 12 to 14 pixels, cannot be read with ease
_MUTE = SMALLEST_TEXT / 12  # zoom below which the drawing's own words, of 12 pixels, are left out
LARGE = 1.5  # zoom from which there is room for words on the lines
_SIZE = 13  # pixels on screen
_PAD = 3.0
_SHARES = (0.5, 0.35, 0.65, 0.2, 0.8)  # of a line's length, where words may stand
_WIDEST = 180.0  # pixels of a name; a longer one ends in dots
_MOST_WORDS = 120  # lines that are lit, beyond which none has words
_RINGED = QMarginsF(10, 10, 10, 10)  # pixels on screen around a name that a ring may take
_MOST = 60  # names at once: more are clutter, and each takes its time


class _Label(NamedTuple):
    words: QStaticText
    box: QRectF  # in pixels on screen, from the drawing's corner
    part: Part


class _Wanted(NamedTuple):
    part: Part
    words: str
    room: float  # in pixels on screen


class Seen(NamedTuple):
    """What is looked at, and how."""

    zoom: float
    current: str  # the node the keyboard is on, or ""
    pathway: Pathway
    whole: QRectF  # of the drawing, beyond which nothing can be seen


class Labels:
    """Paints names over a small drawing, and words on the lines of a large one.

    Words are set once for a drawing: they have one size on screen. Which of them are wanted is asked for each light,
    where they stand for each zoom.
    """

    def __init__(self, mood: Mood) -> None:
        self._mood = mood
        self.forget()

    def forget(self) -> None:
        """Forget names of parts that are no more."""
        self._font = QFont()  # made when first needed
        self._set: dict[tuple[str, float], QStaticText] = {}
        self._wanted: list[_Wanted] = []
        self._wanted_for: object = None
        self._placed: list[_Label] = []
        self._placed_for: object = None

    def paint(self, painter: QPainter, parts: list[Part], area: QRectF, seen: Seen) -> None:
        """Paint what this zoom asks for; *parts* are those drawn, *area* what is seen, in pixels of the drawing."""
        self._place(parts, seen)
        painter.save()
        origin = painter.worldTransform().map(QPointF(0, 0))
        painter.resetTransform()
        painter.translate(origin)
        painter.setFont(self._font)
        on_screen = QRectF(area.topLeft() * seen.zoom, area.size() * seen.zoom)
        for label in self._placed:
            if label.box.intersects(on_screen):
                self._paint_label(painter, label)
        painter.restore()

    def _place(self, parts: list[Part], seen: Seen) -> None:
        """Find what stands where, once for a zoom and a light: it must not hang on which piece is painted."""
        if self._wanted_for is None:
            self._font = look.sans(_SIZE)
        mood, is_small, is_mute = self._mood, seen.zoom < SMALL, seen.zoom < _MUTE
        now = (mood.lit, mood.found, mood.nodes, mood.lines, seen.current, len(parts), is_small, is_mute)
        if self._wanted_for != now:
            wanted = self._named(parts, seen) if is_small else self._said(parts, seen)
            self._wanted, self._wanted_for, self._placed_for = list(wanted), now, None
        if self._placed_for != seen.zoom:
            place = self._names(seen) if is_small else self._words(parts, seen)
            self._placed, self._placed_for = list(place), seen.zoom

    def changed(self, parts: list[Part], seen: Seen, keys: frozenset[str]) -> list[QRectF]:
        """Return where words came or went, or belong to *keys*, now that these are lit otherwise.

        In pixels of the drawing.
        """
        if self._placed_for != seen.zoom:
            return [seen.whole]
        before = self._placed
        self._place(parts, seen)
        old, new = ({(id(each.words), each.box.getRect()) for each in some} for some in (before, self._placed))
        return [
            QRectF(each.box.topLeft() / seen.zoom, each.box.size() / seen.zoom).marginsAdded(_RINGED / seen.zoom)
            for each in (*before, *self._placed)
            if each.part.key in keys or (id(each.words), each.box.getRect()) in old ^ new
        ]

    def box_of(self, key: str, zoom: float) -> QRectF:
        """Return where the name of a node stands, in pixels of the drawing; an empty box where it is not written."""
        found = (each.box for each in self._placed if each.part.key == key and each.part.role == "node")
        box = next(found, QRectF()) if zoom < SMALL else QRectF()
        return QRectF(box.topLeft() / zoom, box.size() / zoom)

    def _paint_label(self, painter: QPainter, label: _Label) -> None:
        mood = self._mood
        colours = mood.palette if mood.ground != mood.paper else None  # None: on a stranger's paper
        ground, border = QColor(mood.ground), QPen(Qt.PenStyle.NoPen)
        if label.part.role == "node":
            ground = QColor(colours.fill(label.part.kind)) if colours and mood.is_lit(label.part.key) else ground
            border = QPen(QColor(colours.border(label.part.kind) if colours else "#595959"), 1.3)
        elif label.part.role == "title":
            ground = QColor(mood.palette.stage)
        painter.setBrush(ground)
        painter.setPen(border)
        painter.drawRoundedRect(label.box, 4, 4)
        painter.setPen(QColor(colours.ink if colours else "#000000"))
        size = label.words.size()
        painter.drawStaticText(label.box.center() - QPointF(size.width() / 2, size.height() / 2), label.words)

    def _words(self, parts: list[Part], seen: Seen) -> Iterator[_Label]:
        """Yield what stands on the lines that are lit, where it hides no node and no other word."""
        nodes = (part for part in parts if _is_box(part)) if self._wanted else ()
        taken = [QRectF(part.box.topLeft() * seen.zoom, part.box.size() * seen.zoom) for part in nodes]
        for wanted in self._wanted:
            for share in _SHARES:
                label = self._label(wanted, wanted.part.along(share) * seen.zoom)
                if not any(label.box.intersects(each) for each in taken):
                    taken.append(label.box)
                    yield label
                    break

    def _said(self, parts: list[Part], seen: Seen) -> Iterator[_Wanted]:
        """Yield the lines that are lit, unless they are too many, and what is said of each."""
        lit = [part for part in parts if part.role == "edge" and self._mood.is_lit(part.key)]
        for part in lit if len(lit) <= _MOST_WORDS else ():
            if said := _said(part.key, seen.pathway):
                yield _Wanted(part, said, 2 * _WIDEST)

    def _label(self, wanted: _Wanted, middle: QPointF) -> _Label:
        """Return words around a point of the screen, with dots at their end where they have no room."""
        part, words, room = wanted
        text = self._set.get((words, room))
        if text is None:
            shown = QFontMetricsF(self._font).elidedText(words, Qt.TextElideMode.ElideRight, room)
            text = self._set[words, room] = QStaticText(shown)
            text.setTextFormat(Qt.TextFormat.PlainText)
            text.prepare(font=self._font)
        box = QRectF(QPointF(), text.size().grownBy(QMarginsF(_PAD, 0, _PAD, 0)))
        box.moveCenter(middle)
        return _Label(text, box, part)

    def _names(self, seen: Seen) -> Iterator[_Label]:
        """Yield the names that have room, the most important first: where one stands, what was found, what is lit."""
        taken: list[QRectF] = []
        for wanted in self._wanted:
            part = wanted.part
            label = self._label(wanted, part.box.center() * seen.zoom)
            if part.role == "title":
                label.box.moveLeft(part.left * seen.zoom)
            else:  # the name takes the place of the node
                own = QRectF(part.box.topLeft() * seen.zoom, part.box.size() * seen.zoom)
                label = label._replace(box=_inside(label.box.united(own), seen))
            if not any(label.box.intersects(each) for each in taken):
                taken.append(label.box)
                yield label
            if len(taken) == _MOST:
                return

    def _is_named(self, part: Part, zoom: float) -> bool:
        """Whether a node's name matters: it is lit; where all are, only once its own words are gone."""
        if self._mood.lit is None:
            return zoom < _MUTE and part.kind.lower() not in GROUNDS
        return self._mood.is_lit(part.key)

    def _named(self, parts: list[Part], seen: Seen) -> Iterator[_Wanted]:
        """Yield what is named, the most important first."""
        mood = self._mood
        ranked: tuple[list[Part], ...] = ([], [], [], [])
        for part in parts:
            if part.role == "title":
                ranked[3].append(part)
            elif part.role == "node":
                if part.key == seen.current:
                    ranked[0].append(part)
                elif part.key in mood.found:
                    ranked[1].append(part)
                elif self._is_named(part, seen.zoom):
                    ranked[2].append(part)
        if mood.lit is None:
            ranked[2].sort(key=lambda part: len(seen.pathway.touching(part.key)), reverse=True)
        said: set[str] = set()
        again: list[_Wanted] = []  # a name that is written already makes room for others
        for number, part in ((number, part) for number, some in enumerate(ranked) for part in some):
            node = seen.pathway.node(part.key)
            name = " ".join((node.label if node else part.words).split())
            if not name:
                continue
            each = _Wanted(part, name, 2 * _WIDEST if part.role == "title" else _WIDEST)
            if number == 2 and mood.lit is None and name in said:
                again.append(each)
            else:
                said.add(name)
                yield each
        yield from again


def _inside(box: QRectF, seen: Seen) -> QRectF:
    """Return the box of a name, moved from beyond an edge of the drawing."""
    left, right = seen.whole.left() * seen.zoom, seen.whole.right() * seen.zoom
    return box.translated(max(0.0, left - box.left()) or min(0.0, right - box.right()), 0)


def _is_box(part: Part) -> bool:
    return part.role == "node" and part.kind.lower() not in GROUNDS


def _said(key: str, pathway: Pathway) -> str:
    """Return what stands on a line: how sure it is, or where nobody said, what it does; one of our notes is enough."""
    each = pathway.interaction(key)
    if each is None or each.evidence == CONTRADICTED:
        return ""
    return WORDS[each.evidence].partition(":")[0] if each.evidence in WORDS else relation(each.relation).one
