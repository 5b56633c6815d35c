"""A drawing cut into parts, each line that is cut marked with the words for where it goes on: "to Fatigue, part 4"."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from reader.core.drawing import Command, Drawing, Item, Rect, Shape, Text, bounds, text_bounds, union
from reader.core.handout.edge_words import End, framed, together
from reader.core.handout.fitting import is_line, segments
from reader.core.pathway import Interaction, Pathway
from reader.core.sentences import called

MOST = 60  # lines that are cut at one side of a part; nobody finds one among more
_NAME = 40  # letters of a name in a mark
_BITS = 8  # straight pieces that a curve is taken for
_EDGE = 0.01  # pixels by which a point may lie outside

_Point = tuple[float, float]


class Part(NamedTuple):
    """One part of a drawing, and what stands at the lines that are cut in it."""

    drawing: Drawing
    ends: tuple[str, ...] = ()  # such as "to Fatigue, part 4"


def places_of(drawing: Drawing, pathway: Pathway, boxes: Sequence[Rect]) -> dict[str, int]:
    """Return in which of the boxes each node stands, by its id: the number of the box, from 0."""
    found: dict[str, int] = {}
    for item in drawing.items:
        if item.key not in found and pathway.node(item.key) is not None:
            middle = _middle(item)
            inside = (number for number, box in enumerate(boxes) if _holds(box, middle))
            if (number := next(inside, -1)) >= 0:
                found[item.key] = number
    return found


def parts(drawing: Drawing, pathway: Pathway, boxes: Sequence[Rect], letters: float) -> list[Part]:
    """Return what stands in each box, which together cover the drawing; words have this many pixels of height.

    A line that begins or ends in a part is drawn as far as its edge, with the words for its other end there; one that
    only passes is left out, for its two ends are marked where they are. Returns nothing where more lines are cut than
    can be marked.
    """
    if len(boxes) == 1:
        return [Part(drawing)]
    places = places_of(drawing, pathway, boxes)
    made = []
    for number, box in enumerate(boxes):
        marks = (item for item in drawing.items if item.role in ("cross", "note"))
        marked = {item.key for item in marks if _holds(box, _middle(item))}
        view = _View(pathway, places, boxes, number, frozenset(marked))
        kept = [item for item in drawing.items if view.has(item)]
        whole = _whole(kept, box)
        ends = [end for item in kept if is_line(item) for end in view.ends(item, whole)]
        sides = together(ends)
        if any(len(every) > MOST for every in sides.values()):
            return []
        words = tuple(dict.fromkeys(end.words for end in ends))
        made.append(Part(framed(drawing, kept, whole, sides, letters), words))
    return made


def _whole(kept: Sequence[Item], box: Rect) -> Rect:
    """Return the box, made as large as the things in it need that lie over its edge."""
    things = (bounds(item.path) for item in kept if isinstance(item, Shape) and item.role == "node")
    names = (text_bounds(item) for item in kept if isinstance(item, Text) and not item.turn)
    near = [each for each in (*things, *names) if each[2] <= box[2] / 2 and each[3] <= box[3] / 2]
    return union([box, *near])


def where(each: Interaction, places: Mapping[str, int]) -> str:
    """Return between which parts an interaction goes, in words; "" where it stays in one."""
    first, last = places.get(each.source), places.get(each.target)
    return f"part {first + 1} to part {last + 1}" if first is not None and last is not None and first != last else ""


def _crossings(path: Sequence[Command], box: Rect) -> Iterator[tuple[str, float]]:
    """Yield each place where a line passes the edge of a box: the side, and how far along it."""
    for start, end in _straight(path):
        if _holds(box, start) != _holds(box, end):
            yield _at_edge(start, end, box)


def _straight(path: Sequence[Command]) -> Iterator[tuple[_Point, _Point]]:
    for start, command in segments(path):
        numbers = [float(each) for each in command[1:]]
        if command[0] == "L":
            yield start, (numbers[0], numbers[1])
            continue
        here = start
        for bit in range(1, _BITS + 1):
            t = bit / _BITS
            u = 1 - t
            weights = (u**3, 3 * u * u * t, 3 * u * t * t, t**3)
            points = (start, *zip(numbers[0::2], numbers[1::2], strict=True))
            there = (
                sum(w * x for w, (x, _) in zip(weights, points, strict=True)),
                sum(w * y for w, (_, y) in zip(weights, points, strict=True)),
            )
            yield here, there
            here = there


def _at_edge(one: _Point, other: _Point, box: Rect) -> tuple[str, float]:
    """Return where a straight piece, one of whose ends is inside, passes the edge."""
    inside, outside = (one, other) if _holds(box, one) else (other, one)
    (x, y), (left, top, width, height) = inside, box
    dx, dy = outside[0] - x, outside[1] - y
    shares = {
        "left": (left - x) / dx if dx < 0 else math.inf,
        "right": (left + width - x) / dx if dx > 0 else math.inf,
        "top": (top - y) / dy if dy < 0 else math.inf,
        "bottom": (top + height - y) / dy if dy > 0 else math.inf,
    }
    side = min(shares, key=lambda each: shares[each])
    share = max(0.0, shares[side])
    return side, (y + share * dy - top) if side in ("left", "right") else (x + share * dx - left)


def _nearest_edge(point: _Point, box: Rect) -> tuple[str, float]:
    """Return where the edge of a box is nearest to a point in it: a line may end there, short of what it ties."""
    (x, y), (left, top, width, height) = point, box
    away = {"left": x - left, "right": left + width - x, "top": y - top, "bottom": top + height - y}
    side = min(away, key=lambda each: away[each])
    return side, y - top if side in ("left", "right") else x - left


class _View(NamedTuple):
    """What can be asked of one part."""

    pathway: Pathway
    places: Mapping[str, int]
    boxes: Sequence[Rect]
    number: int
    marked: frozenset[str]  # ids of the interactions that are crossed out, or noted, in it

    @property
    def box(self) -> Rect:
        return self.boxes[self.number]

    def has(self, item: Item) -> bool:
        """Whether an item belongs to the part: a thing where its middle is, a line where it has an end or a mark."""
        if item.role == "stage":
            return False
        each = self.pathway.interaction(item.key)
        if item.key in self.places and each is None:
            return self.places[item.key] == self.number
        if isinstance(item, Text) or (item.key and not is_line(item)):
            return _holds(self.box, _middle(item))
        if not is_line(item):
            return _meet(bounds(item.path), self.box)
        known = self._known(each)
        return _meet(bounds(item.path), self.box) and (not known or self.number in known or item.key in self.marked)

    def ends(self, line: Shape, whole: Rect) -> Iterator[End]:
        """Yield where a line leaves the part, of which *whole* is shown, with what it goes to or comes from."""
        each, crossings = self.pathway.interaction(line.key), list(_crossings(line.path, whole))
        known = self._known(each)
        if not known or each is None:
            for side, at in crossings:
                if (beyond := self._beyond(side, at, whole)) >= 0:
                    yield End(side, at, f"goes on in part {beyond + 1}", line)
        elif len(set(known)) > 1 and (way := list(_straight(line.path))):
            if self.places[each.target] != self.number:
                at_end = crossings[-1] if crossings else _nearest_edge(way[-1][1], whole)
                yield End(*at_end, self._said("to", each.target), line)
            if self.places[each.source] != self.number:
                at_start = crossings[0] if crossings else _nearest_edge(way[0][0], whole)
                yield End(*at_start, self._said("with" if each.both_ways else "from", each.source), line)

    def _known(self, each: Interaction | None) -> list[int]:
        """Return the parts in which an interaction begins and ends; nothing where one of them is not known."""
        ends = (each.source, each.target) if each is not None else ()
        found = [self.places[end] for end in ends if end in self.places]
        return found if len(found) == 2 else []

    def _beyond(self, side: str, at: float, whole: Rect) -> int:
        left, top, width, height = whole
        point = {
            "left": (left - 1, top + at), "right": (left + width + 1, top + at),
            "top": (left + at, top - 1), "bottom": (left + at, top + height + 1),
        }[side]  # fmt: skip
        return next((number for number, box in enumerate(self.boxes) if _holds(box, point)), -1)

    def _said(self, word: str, node: str) -> str:
        name = called(self.pathway.node(node), self.pathway)
        short = name if len(name) <= _NAME else f"{name[: _NAME - 1].rstrip()}…"
        return f"{word} {short}, part {self.places[node] + 1}"


def _middle(item: Item) -> _Point:
    left, top, width, height = bounds(item.path) if isinstance(item, Shape) else text_bounds(item)
    return (left + width / 2, top + height / 2)


def _holds(box: Rect, point: _Point) -> bool:
    """Whether a point lies in a box; each point lies in one of those that touch."""
    return box[0] <= point[0] < box[0] + box[2] and box[1] <= point[1] < box[1] + box[3]


def _meet(one: Rect, other: Rect) -> bool:
    return (
        one[0] <= other[0] + other[2] + _EDGE
        and other[0] <= one[0] + one[2] + _EDGE
        and one[1] <= other[1] + other[3] + _EDGE
        and other[1] <= one[1] + one[3] + _EDGE
    )
