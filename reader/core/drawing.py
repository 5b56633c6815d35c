"""A pathway as a display list of shapes and texts; the window, the pictures and the pages all paint this list."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, NamedTuple

from reader.core.evidence import WORDS

Command = tuple[str | float, ...]
"""("M", x, y), ("L", x, y), ("C", x1, y1, x2, y2, x, y) or ("Z",), as in an SVG path."""

LINE_HEIGHT = 1.25  # from one base line to the next, in sizes of the letters

Rect = tuple[float, float, float, float]
"""Left, top, width, height."""


class Shape(NamedTuple):
    """An outline or a line. *role* says what it is, so that a palette can give it colours.

    Roles: ``stage`` (the ground under a step), ``node``, ``edge``, ``head`` (of an edge, filled as the edge is
    drawn), ``open head`` (filled with the ground), ``bar head`` (lines only), ``cross`` (on an edge that studies do not
    support), ``group``, ``other``.
    A shape with colours of its own, from a stranger's file, keeps them.
    """

    path: tuple[Command, ...]
    role: str = "other"
    key: str = ""  # the node or interaction it belongs to
    kind: str = ""  # a node's kind, an edge's evidence level
    stroke: str = ""  # #rrggbb, "none", or "" for the palette's
    fill: str = ""  # the same; "" on a line that encloses nothing is none
    width: float = 1.0
    dash: tuple[float, ...] = ()
    head: str = ""  # of a line's head: its name in GPML, such as "mim-inhibition"
    opacity: float = 1.0  # of the fill


class Text(NamedTuple):
    """Lines of text around a point. Roles as for Shape, and ``title`` (of a stage), ``note`` (on an edge), ``info``
    (what a stranger's pathway is, at the corner).
    """

    lines: tuple[str, ...]
    x: float  # of the middle of the lines, or of their left or right edge, as `align` says
    y: float  # of the middle of the block
    size: float  # in pixels
    role: str = "other"
    key: str = ""
    align: str = "middle"  # start, middle, end
    bold: bool = False
    italic: bool = False
    colour: str = ""
    face: str = ""  # the family that a stranger's file asks for, or "" for ours
    turn: float = 0.0  # radians clockwise around (x, y)
    underline: bool = False
    strike: bool = False
    leading: float = LINE_HEIGHT

    @property
    def line_height(self) -> float:
        """Return the distance from one base line to the next."""
        return self.size * self.leading


Item = Shape | Text


class Drawing(NamedTuple):
    """A display list from back to front, in pixels at 1x, y down.

    *paper* is the ground a stranger's colours were chosen for; "" where the palette gives every colour.
    """

    width: float
    height: float
    items: tuple[Item, ...] = ()
    paper: str = ""

    def node_bounds(self) -> dict[str, Rect]:
        """Return where each node stands."""
        return {
            item.key: bounds(item.path)
            for item in self.items
            if isinstance(item, Shape) and item.role == "node" and item.key
        }

    def evidence(self) -> list[str]:
        """Return the evidence levels whose line styles occur, best supported first."""
        found = {item.kind for item in self.items if isinstance(item, Shape) and item.role == "edge"}
        return [level for level in WORDS if level in found]

    def part(self, keys: frozenset[str], margin: float = 16.0) -> Drawing:
        """Return the drawing of only these nodes and interactions, moved to the corner, with a margin around."""
        kept = [item for item in self.items if item.key in keys and item.role not in ("stage", "title")]
        left, top, width, height = item_bounds(kept)
        there = tuple(moved(item, margin - left, margin - top) for item in kept)
        return Drawing(width + 2 * margin, height + 2 * margin, there, self.paper)

    def to_json(self) -> list[Any]:
        """Return the list as plain data, without what is left at its default."""
        return [self.width, self.height, self.paper, [_item_to_json(item) for item in self.items]]

    @classmethod
    def from_json(cls, data: list[Any]) -> Drawing:
        """Return the list that `to_json` wrote."""
        width, height, paper, items = data
        return cls(width, height, tuple(_item_from_json(item) for item in items), paper)


def bounds(path: Iterable[Command]) -> Rect:
    """Return the box around all points of a path (of a curve, its control points)."""
    numbers = [number for command in path for number in command[1:] if not isinstance(number, str)]
    xs, ys = numbers[0::2], numbers[1::2]
    return (min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys)) if xs else (0.0, 0.0, 0.0, 0.0)


def text_bounds(text: Text) -> Rect:
    """Return about where a text stands: half a size for each letter, as no face is known here."""
    width = max((len(line) for line in text.lines), default=0) * text.size * 0.5
    height = len(text.lines) * text.line_height
    left = text.x - {"start": 0.0, "middle": 0.5, "end": 1.0}[text.align] * width
    return (left, text.y - height / 2, width, height)


def item_bounds(items: Iterable[Item]) -> Rect:
    """Return the box around items."""
    return union(bounds(item.path) if isinstance(item, Shape) else text_bounds(item) for item in items)


def union(rects: Iterable[Rect]) -> Rect:
    """Return the box around boxes."""
    every = list(rects)
    if not every:
        return (0.0, 0.0, 0.0, 0.0)
    left, top = min(r[0] for r in every), min(r[1] for r in every)
    return (left, top, max(r[0] + r[2] for r in every) - left, max(r[1] + r[3] for r in every) - top)


def moved(item: Item, dx: float, dy: float) -> Item:
    """Return an item elsewhere."""
    if isinstance(item, Text):
        return item._replace(x=item.x + dx, y=item.y + dy)
    path = tuple(
        (command[0], *(float(n) + (dy if i % 2 else dx) for i, n in enumerate(command[1:]))) for command in item.path
    )
    return item._replace(path=path)


# Fields left at these values are not written: most items need few of them.
_SHAPE: dict[str, Any] = {
    "role": "other", "key": "", "kind": "", "stroke": "", "fill": "", "width": 1.0, "dash": (),
    "head": "", "opacity": 1.0,
}  # fmt: skip
_TEXT: dict[str, Any] = {
    "role": "other", "key": "", "align": "middle", "bold": False, "italic": False, "colour": "", "face": "",
    "turn": 0.0, "underline": False, "strike": False, "leading": LINE_HEIGHT,
}  # fmt: skip


def _item_to_json(item: Item) -> list[Any]:
    defaults = _SHAPE if isinstance(item, Shape) else _TEXT
    rest = {name: value for name, default in defaults.items() if (value := getattr(item, name)) != default}
    if isinstance(item, Shape):
        path = [[n if isinstance(n, str) else round(n, 2) for n in command] for command in item.path]
        return [path, rest]
    return [list(item.lines), round(item.x, 2), round(item.y, 2), item.size, rest]


def _item_from_json(data: list[Any]) -> Item:
    if len(data) == 2:
        path, rest = data
        if "dash" in rest:
            rest = {**rest, "dash": tuple(rest["dash"])}
        return Shape(tuple(tuple(command) for command in path), **rest)
    lines, x, y, size, rest = data
    return Text(tuple(lines), x, y, size, **rest)
