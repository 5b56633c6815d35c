"""A drawing cut into parts, each line that is cut marked with the words for where it goes on: "to Fatigue, part 4"."""

from __future__ import annotations

import math
import textwrap
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from reader.core.drawing import Command, Drawing, Item, Rect, Shape, Text, bounds, moved, text_bounds, union
from reader.core.handout.fitting import is_line, segments
from reader.core.pathway import Interaction, Pathway
from reader.core.sentences import called

SIDE = 96.0  # pixels beside a part for words at its left or right, for letters of 10 pixels
MOST = 60  # lines that are cut at one side of a part; nobody finds one among more
_NAME = 40  # letters of a name in a mark
_LETTER = 0.5  # of a letter's size: how wide it is, about
_GAP = 5.0  # pixels between a line and its words
_NARROW = 12  # letters that a line of words has at least
_BITS = 8  # straight pieces that a curve is taken for
_NEAR = 4.0  # pixels between lines that end as one
_EDGE = 0.01  # pixels by which a point may lie outside

_Point = tuple[float, float]


class Part(NamedTuple):
    """One part of a drawing, and what stands at the lines that are cut in it."""

    drawing: Drawing
    ends: tuple[str, ...] = ()  # such as "to Fatigue, part 4"


class _End(NamedTuple):
    """Where a line is cut."""

    side: str  # top, bottom, left, right
    at: float  # pixels along that side
    words: str
    line: Shape


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
        ends = [end for item in kept if is_line(item) for end in view.ends(item)]
        together = _together(ends)
        if any(len(every) > MOST for every in together.values()):
            return []
        whole = _whole(kept, box)
        made.append(Part(_framed(drawing, kept, whole, together, letters), tuple(dict.fromkeys(e.words for e in ends))))
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


def _together(ends: Sequence[_End]) -> dict[str, list[_End]]:
    """Return the ends of each side from left to right, or from the top; those that lie upon one another as one."""
    sides: defaultdict[str, list[_End]] = defaultdict(list)
    for end in sorted(ends, key=lambda each: (each.side, each.at)):
        every = sides[end.side]
        if every and end.at - every[-1].at < _NEAR:
            if end.words not in every[-1].words.split("; "):
                every[-1] = every[-1]._replace(words=f"{every[-1].words}; {end.words}")
        else:
            every.append(end)
    return sides


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

    def ends(self, line: Shape) -> Iterator[_End]:
        """Yield where a line leaves the part, with what it goes to or comes from."""
        each, crossings = self.pathway.interaction(line.key), list(_crossings(line.path, self.box))
        known = self._known(each)
        if not known or each is None:
            for side, at in crossings:
                if (beyond := self._beyond(side, at)) >= 0:
                    yield _End(side, at, f"goes on in part {beyond + 1}", line)
        elif crossings and len(set(known)) > 1:
            if self.places[each.target] != self.number:
                yield _End(*crossings[-1], self._said("to", each.target), line)
            if self.places[each.source] != self.number:
                yield _End(*crossings[0], self._said("with" if each.both_ways else "from", each.source), line)

    def _known(self, each: Interaction | None) -> list[int]:
        """Return the parts in which an interaction begins and ends; nothing where one of them is not known."""
        ends = (each.source, each.target) if each is not None else ()
        found = [self.places[end] for end in ends if end in self.places]
        return found if len(found) == 2 else []

    def _beyond(self, side: str, at: float) -> int:
        left, top, width, height = self.box
        point = {
            "left": (left - 1, top + at), "right": (left + width + 1, top + at),
            "top": (left + at, top - 1), "bottom": (left + at, top + height + 1),
        }[side]  # fmt: skip
        return next((number for number, box in enumerate(self.boxes) if _holds(box, point)), -1)

    def _said(self, word: str, node: str) -> str:
        name = called(self.pathway.node(node), self.pathway)
        short = name if len(name) <= _NAME else f"{name[: _NAME - 1].rstrip()}…"
        return f"{word} {short}, part {self.places[node] + 1}"


class _Mark(NamedTuple):
    """The words at an end, and how far they stand off the edge."""

    end: _End
    lines: tuple[str, ...]
    is_before: bool  # left of the line
    off: float


class _Listed(NamedTuple):
    """The words at an end at the left or the right, and how far from the top they begin."""

    end: _End
    lines: tuple[str, ...]
    at: float


def _framed(
    drawing: Drawing, kept: Sequence[Item], box: Rect, sides: Mapping[str, list[_End]], letters: float
) -> Drawing:
    """Return what stands in a box, with room around it for the words at its edges."""
    left, top, width, height = box
    marks = {side: _spread(sides.get(side, []), width, letters) for side in ("top", "bottom")}
    deep = {side: _depth(every, letters) for side, every in marks.items()}
    beside = {side: SIDE * letters / 10 if sides.get(side) else 0.0 for side in ("left", "right")}
    lists = {side: list(_listed(sides.get(side, []), letters)) for side in ("left", "right")}
    lowest = max((y + len(lines) * letters * 1.25 for every in lists.values() for _, lines, y in every), default=0.0)
    high = max(height, lowest)
    x, y = beside["left"], deep["top"]
    size = (x + width + beside["right"], y + high + deep["bottom"])
    items = [moved(item, x - left, y - top) for item in kept]
    ground = drawing.paper or "#FFFFFF"
    items += [Shape(_rect(each), fill=ground, stroke="none") for each in _around((x, y, width, height), size)]
    for side, edge, down in (("top", y, -1.0), ("bottom", y + height, 1.0)):
        for mark in marks[side]:
            items += _upright(mark, x + mark.end.at, edge, down, letters)
    for side, edge, out in (("left", x, -1.0), ("right", x + width, 1.0)):
        for each in lists[side]:
            items += _across(each, (edge, y), out, letters)
    return drawing._replace(width=size[0], height=size[1], items=tuple(items))


def _around(box: Rect, size: tuple[float, float]) -> Iterator[Rect]:
    """Yield what of a picture stands around a box, and a little more: it is to hide lines that go on there."""
    (left, top, width, height), (wide, high), more = box, size, _GAP
    right, bottom = left + width, top + height
    yield from ((-more, -more, wide + 2 * more, top + more), (-more, bottom, wide + 2 * more, high - bottom + more))
    yield from ((-more, -more, left + more, high + 2 * more), (right, -more, wide - right + more, high + 2 * more))


def _spread(ends: Sequence[_End], width: float, letters: float) -> list[_Mark]:
    """Return words for ends along an edge from left to right, beside their lines and never on another's.

    They stand right of the lines that come before the widest gap, and left of those after it, each as far off the edge
    as the words between it and the gap take.
    """
    if not ends:
        return []
    at = [0.0, *(end.at for end in ends), width]
    gap = max(range(len(at) - 1), key=lambda each: at[each + 1] - at[each])
    marks: list[_Mark] = []
    boxes: list[tuple[float, float, float]] = []  # left, right, how far off the lowest of it is
    order = [*((end, False) for end in reversed(ends[:gap])), *((end, True) for end in ends[gap:])]
    for end, is_before in order:
        room = end.at - at[gap] if is_before else at[gap + 1] - end.at
        lines = _wrapped(end.words, room - 2 * _GAP, letters)
        wide = max(map(len, lines)) * letters * _LETTER + 2 * _GAP
        low, high = (end.at - wide, end.at) if is_before else (end.at, end.at + wide)
        off = max((far for start, stop, far in boxes if start < high and low < stop), default=_GAP)
        marks.append(_Mark(end, lines, is_before, off))
        boxes.append((low, high, off + len(lines) * letters * 1.25))
    return marks


def _wrapped(words: str, room: float, letters: float) -> tuple[str, ...]:
    held = words.replace("part ", "part\u00a0")
    return tuple(textwrap.wrap(held, max(_NARROW, int(room / (letters * _LETTER)))))


def _depth(marks: Sequence[_Mark], letters: float) -> float:
    return max((mark.off + len(mark.lines) * letters * 1.25 + _GAP for mark in marks), default=0.0)


def _listed(ends: Sequence[_End], letters: float) -> Iterator[_Listed]:
    """Yield words for ends along a side from the top, each with where it begins: none lies over another."""
    below = 0.0
    for end in ends:
        lines = _wrapped(end.words, (SIDE - 3 * _GAP) * letters / 10, letters)
        high = len(lines) * letters * 1.25
        begins = max(below, end.at - high / 2)
        yield _Listed(end, lines, begins)
        below = begins + high + _GAP / 2


def _upright(mark: _Mark, x: float, edge: float, down: float, letters: float) -> list[Item]:
    high = len(mark.lines) * letters * 1.25
    middle = edge + down * (mark.off + high / 2)
    line = mark.end.line._replace(path=(("M", x, edge), ("L", x, middle)), head="")
    align, by = ("end", -_GAP) if mark.is_before else ("start", _GAP)
    return [line, Text(mark.lines, x + by, middle, letters, align=align, italic=True)]


def _across(listed: _Listed, corner: _Point, out: float, letters: float) -> list[Item]:
    (end, lines, at), (edge, top) = listed, corner
    middle = at + len(lines) * letters * 1.25 / 2
    path: tuple[Command, ...] = (("M", edge, top + end.at), ("L", edge + out * 2 * _GAP, top + middle))
    words = Text(
        lines, edge + out * 2.5 * _GAP, top + middle, letters, align="start" if out > 0 else "end", italic=True
    )
    return [end.line._replace(path=path, head=""), words]


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


def _rect(box: Rect) -> tuple[Command, ...]:
    left, top, width, height = box
    right, bottom = left + width, top + height
    return (("M", left, top), ("L", right, top), ("L", right, bottom), ("L", left, bottom), ("Z",))
