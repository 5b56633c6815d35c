"""Words at the edges of a part of a drawing, each at the line that is cut there; none over other words or lines."""

from __future__ import annotations

import textwrap
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from reader.core.drawing import LINE_HEIGHT, Command, Drawing, Item, Rect, Shape, Text, moved

SIDE = 96.0  # pixels beside a part for words at its left or right, for letters of 10 pixels
_LETTER = 0.5  # of a letter's size: how wide it is, about
_GAP = 5.0  # pixels between a line and its words
_NARROW = 12  # letters that a line of words has at least
_NEAR = 4.0  # pixels between lines that end as one

_Point = tuple[float, float]


class End(NamedTuple):
    """Where a line is cut."""

    side: str  # top, bottom, left, right
    at: float  # pixels along that side
    words: str
    line: Shape


def together(ends: Iterable[End]) -> dict[str, list[End]]:
    """Return the ends of each side from left to right, or from the top; those that lie upon one another as one."""
    sides: defaultdict[str, list[End]] = defaultdict(list)
    for end in sorted(ends, key=lambda each: (each.side, each.at)):
        every = sides[end.side]
        if every and end.at - every[-1].at < _NEAR:
            if end.words not in every[-1].words.split("; "):
                every[-1] = every[-1]._replace(words=f"{every[-1].words}; {end.words}")
        else:
            every.append(end)
    return sides


class _Mark(NamedTuple):
    """The words at an end, and how far they stand off the edge."""

    end: End
    lines: tuple[str, ...]
    is_before: bool  # left of the line
    off: float


class _Listed(NamedTuple):
    """The words at an end at the left or the right, and how far from the top they begin."""

    end: End
    lines: tuple[str, ...]
    at: float


def framed(
    drawing: Drawing, kept: Sequence[Item], box: Rect, sides: Mapping[str, list[End]], letters: float
) -> Drawing:
    """Return what stands in a box, with room around it for the words at its edges."""
    left, top, width, height = box
    marks = {side: _spread(sides.get(side, []), width, letters) for side in ("top", "bottom")}
    deep = {side: _depth(every, letters) for side, every in marks.items()}
    beside = {side: SIDE * letters / 10 if sides.get(side) else 0.0 for side in ("left", "right")}
    lists = {side: list(_listed(sides.get(side, []), letters)) for side in ("left", "right")}
    lowest = max(
        (y + len(lines) * letters * LINE_HEIGHT for every in lists.values() for _, lines, y in every), default=0.0
    )
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


def _spread(ends: Sequence[End], width: float, letters: float) -> list[_Mark]:
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
        boxes.append((low, high, off + len(lines) * letters * LINE_HEIGHT))
    return marks


def _wrapped(words: str, room: float, letters: float) -> tuple[str, ...]:
    held = words.replace("part ", "part\u00a0")
    return tuple(textwrap.wrap(held, max(_NARROW, int(room / (letters * _LETTER)))))


def _depth(marks: Sequence[_Mark], letters: float) -> float:
    return max((mark.off + len(mark.lines) * letters * LINE_HEIGHT + _GAP for mark in marks), default=0.0)


def _listed(ends: Sequence[End], letters: float) -> Iterator[_Listed]:
    """Yield words for ends along a side from the top, each with where it begins: none lies over another."""
    below = 0.0
    for end in ends:
        lines = _wrapped(end.words, (SIDE - 3 * _GAP) * letters / 10, letters)
        high = len(lines) * letters * LINE_HEIGHT
        begins = max(below, end.at - high / 2)
        yield _Listed(end, lines, begins)
        below = begins + high + _GAP / 2


def _upright(mark: _Mark, x: float, edge: float, down: float, letters: float) -> list[Item]:
    high = len(mark.lines) * letters * LINE_HEIGHT
    middle = edge + down * (mark.off + high / 2)
    line = mark.end.line._replace(path=(("M", x, edge), ("L", x, middle)), head="")
    align, by = ("end", -_GAP) if mark.is_before else ("start", _GAP)
    return [line, Text(mark.lines, x + by, middle, letters, align=align, italic=True)]


def _across(listed: _Listed, corner: _Point, out: float, letters: float) -> list[Item]:
    (end, lines, at), (edge, top) = listed, corner
    middle = at + len(lines) * letters * LINE_HEIGHT / 2
    path: tuple[Command, ...] = (("M", edge, top + end.at), ("L", edge + out * 2 * _GAP, top + middle))
    words = Text(
        lines, edge + out * 2.5 * _GAP, top + middle, letters, align="start" if out > 0 else "end", italic=True
    )
    return [end.line._replace(path=path, head=""), words]


def _rect(box: Rect) -> tuple[Command, ...]:
    left, top, width, height = box
    right, bottom = left + width, top + height
    return (("M", left, top), ("L", right, top), ("L", right, bottom), ("L", left, bottom), ("Z",))
