"""A drawing of ours made to fit paper: empty stretches closed, and places found to cut it into parts of a page each.

Closing and cutting lean on one thing: a band in which nothing but straight vertical lines stands loses nothing when it
is made lower or cut through. A stranger's drawing has lines in all directions and stays as its author placed it.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import pairwise
from typing import TypeGuard

from reader.core.drawing import Command, Drawing, Item, Rect, Shape, Text, bounds, moved, text_bounds

GAP = 36.0  # pixels that an empty band keeps
_AROUND = 8.0  # pixels above and below what stands in a band
_SPARE = 1.15  # times as high as it should be a part may be: made smaller, it is read better than cut
_TITLE = 40.0  # pixels below the top of a band in which a stage's title begins it
_STRAIGHT = 0.5  # pixels by which a vertical line may lean


def closed_up(drawing: Drawing) -> Drawing:
    """Return the drawing with every empty band no higher than GAP."""
    edges, gone = [0.0], [0.0]  # from an edge on, so many pixels are gone; in the band after it, evenly more
    for top, bottom in _empty(drawing):
        edges += (top, bottom)
        gone += (gone[-1], gone[-1] + max(0.0, bottom - top - GAP))

    def raised(y: float) -> float:
        here = bisect_right(edges, y) - 1
        if here < 0 or here + 1 == len(edges):
            return y - gone[max(here, 0)]
        share = (y - edges[here]) / ((edges[here + 1] - edges[here]) or 1.0)
        return y - gone[here] - share * (gone[here + 1] - gone[here])

    return drawing._replace(height=raised(drawing.height), items=tuple(_moved(item, raised) for item in drawing.items))


def bands(drawing: Drawing, highest: float) -> list[Rect]:
    """Return boxes that cover the drawing from the top down, each cut where an empty band lets it.

    They are no higher than *highest* where there are such bands, and end best where a stage begins.
    """
    titles = sorted(item.y for item in drawing.items if isinstance(item, Text) and item.role == "title")
    empty = [((top + bottom) / 2, bottom) for top, bottom in _empty(drawing)]
    # No cut parts a stage's title from what stands below it.
    places = [band for band in empty if not _has_one(titles, band[0] - _TITLE, band[0])]
    cuts = [0.0]
    while drawing.height - cuts[-1] > highest * _SPARE:
        ahead = [place for place in places if cuts[-1] < place[0] <= cuts[-1] + highest]
        titled = [cut for cut, below in ahead if _has_one(titles, below, below + _TITLE)]
        if titled and titled[-1] >= cuts[-1] + highest / 2:
            cuts.append(titled[-1])
        elif ahead:
            cuts.append(ahead[-1][0])
        else:
            cuts.append(next((cut for cut, _ in places if cut > cuts[-1]), drawing.height))
    if cuts[-1] < drawing.height:
        cuts.append(drawing.height)
    return [(0.0, top, drawing.width, bottom - top) for top, bottom in pairwise(cuts)]


def _has_one(heights: Sequence[float], top: float, bottom: float) -> bool:
    """Whether one of these heights, from the top down, is in a band."""
    first = bisect_left(heights, top)
    return first < len(heights) and heights[first] <= bottom


def _empty(drawing: Drawing) -> list[tuple[float, float]]:
    """Return top and bottom of each band between two things in which nothing but straight vertical lines stands."""
    found: list[tuple[float, float]] = []
    filled = 0.0
    for top, bottom in sorted(_filled(drawing.items)):
        if top - _AROUND > filled > 0:
            found.append((filled, top - _AROUND))
        filled = max(filled, bottom + _AROUND)
    return found


def _filled(items: Iterable[Item]) -> Iterator[tuple[float, float]]:
    """Yield top and bottom of whatever is no straight vertical line."""
    for item in items:
        if is_line(item):
            for (x, y), command in segments(item.path):
                heights = [y, *map(float, command[2::2])]
                if _is_upright(x, command):
                    yield from ((height, height) for height in heights)
                else:
                    yield min(heights), max(heights)
        elif item.role != "stage":
            _, top, _, height = bounds(item.path) if isinstance(item, Shape) else text_bounds(item)
            yield top, top + height


def is_line(item: Item) -> TypeGuard[Shape]:
    """Whether an item is the line of an interaction."""
    return isinstance(item, Shape) and item.role == "edge"


def segments(path: Iterable[Command]) -> Iterator[tuple[tuple[float, float], Command]]:
    """Yield each straight or curved piece of a line, with the point it begins at."""
    here = (0.0, 0.0)
    for command in path:
        if command[0] in ("L", "C"):
            yield here, command
        if len(command) > 1:
            here = (float(command[-2]), float(command[-1]))


def _is_upright(x: float, command: Command) -> bool:
    return command[0] == "L" and abs(float(command[1]) - x) < _STRAIGHT


def _moved(item: Item, raised: Callable[[float], float]) -> Item:
    """Return an item elsewhere: a line point by point, everything else as it is."""
    if is_line(item):
        path = tuple(
            (command[0], *(raised(float(n)) if place % 2 else n for place, n in enumerate(command[1:])))
            for command in item.path
        )
        return item._replace(path=path)
    middle = _middle(item)
    return moved(item, 0.0, raised(middle) - middle)


def _middle(item: Item) -> float:
    if isinstance(item, Text):
        return item.y
    _, top, _, height = bounds(item.path)
    return top + height / 2
