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
_MOST = 60  # names at once: more are clutter, and each takes its time


class _Label(NamedTuple):
    words: QStaticText
    box: QRectF  # in pixels on screen, from the drawing's corner
    part: Part


class Seen(NamedTuple):
    """What is looked at, and how."""

    zoom: float
    current: str  # the node the keyboard is on, or ""
    pathway: Pathway
    whole: QRectF  # of the drawing, beyond which nothing can be seen


class Labels:
    """Paints names over a small drawing, and words on the lines of a large one."""

    def __init__(self, mood: Mood) -> None:
        self._mood = mood
        self._font = QFont()  # made when first needed
        self._placed: list[_Label] = []
        self._placed_for: object = None

    def forget(self) -> None:
        """Forget names of parts that are no more."""
        self._placed, self._placed_for = [], None

    def paint(self, painter: QPainter, parts: list[Part], area: QRectF, seen: Seen) -> None:
        """Paint what this zoom asks for; *parts* are those drawn, *area* what is seen, in pixels of the drawing."""
        if self._placed_for is None:
            self._font = look.sans(_SIZE)
        painter.save()
        origin = painter.worldTransform().map(QPointF(0, 0))
        painter.resetTransform()
        painter.translate(origin)
        painter.setFont(self._font)
        # placed once for a zoom and a light: what stands where must not hang on which piece is painted
        mood = self._mood
        now = (seen.zoom, mood.lit, mood.found, mood.nodes, mood.lines, seen.current, len(parts))
        if self._placed_for != now:
            place = self._names if seen.zoom < SMALL else self._words
            self._placed, self._placed_for = list(place(parts, seen)), now
        on_screen = QRectF(area.topLeft() * seen.zoom, area.size() * seen.zoom)
        for label in self._placed:
            if label.box.intersects(on_screen):
                self._paint_label(painter, label)
        painter.restore()

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
        lit = [part for part in parts if part.role == "edge" and self._mood.is_lit(part.key)]
        if len(lit) > _MOST_WORDS:
            return
        taken = [QRectF(part.box.topLeft() * seen.zoom, part.box.size() * seen.zoom) for part in parts if _is_box(part)]
        for part in lit:
            if not (said := _said(part.key, seen.pathway)):
                continue
            for share in _SHARES:
                label = self._label(said, part, part.along(share) * seen.zoom)
                if not any(label.box.intersects(each) for each in taken):
                    taken.append(label.box)
                    yield label
                    break

    def _label(self, words: str, part: Part, middle: QPointF) -> _Label:
        text = QStaticText(words)
        text.setTextFormat(Qt.TextFormat.PlainText)
        text.prepare(font=self._font)
        box = QRectF(QPointF(), text.size().grownBy(QMarginsF(_PAD, 0, _PAD, 0)))
        box.moveCenter(middle)
        return _Label(text, box, part)

    def _names(self, parts: list[Part], seen: Seen) -> Iterator[_Label]:
        """Yield the names that have room, the most important first: where one stands, what was found, what is lit."""
        metrics = QFontMetricsF(self._font)
        taken: list[QRectF] = []
        for part, name in self._wanted(parts, seen):
            room = 2 * _WIDEST if part.role == "title" else _WIDEST
            words = metrics.elidedText(name, Qt.TextElideMode.ElideRight, room)
            label = self._label(words, part, part.box.center() * seen.zoom)
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

    def _wanted(self, parts: list[Part], seen: Seen) -> Iterator[tuple[Part, str]]:
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
        again: list[tuple[Part, str]] = []  # a name that is written already makes room for others
        for number, part in ((number, part) for number, some in enumerate(ranked) for part in some):
            node = seen.pathway.node(part.key)
            name = " ".join((node.label if node else part.words).split())
            if name and number == 2 and mood.lit is None and name in said:
                again.append((part, name))
            elif name:
                said.add(name)
                yield part, name
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
