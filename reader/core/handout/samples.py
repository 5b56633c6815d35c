"""A sign of a drawing as a small picture, for the legend on paper: a piece of a line with its head, or a node."""

from __future__ import annotations

from collections.abc import Sequence

from reader.core.drawing import Drawing, Item, Shape, bounds, moved
from reader.core.palette import restyled
from reader.core.signs import Sign

WIDTH, HEIGHT = 48.0, 22.0  # pixels of a sample
_EDGE = 4.0  # pixels left free around it
_CROSS = 5.0  # pixels to each side of what is crossed out


def sample(sign: Sign) -> Drawing:
    """Return what the sign looks like, in the colours of a palette."""
    shapes = tuple(map(restyled, sign.shapes))
    return Drawing(WIDTH, HEIGHT, tuple(_node(shapes) if sign.is_node else _line(sign.level, shapes)))


def _line(level: str, heads: Sequence[Shape]) -> list[Item]:
    middle, end = HEIGHT / 2, WIDTH - _EDGE
    heads = [_scaled(head, min(1.0, (HEIGHT - _EDGE) / _size(heads))) for head in heads]
    tip = end - max((left + width for left, _, width, _ in map(_box, heads)), default=0.0)
    tail = tip + min((left + 1 for left, _, _, _ in map(_box, heads)), default=0.0)
    drawn: list[Item] = [Shape((("M", _EDGE, middle), ("L", tail, middle)), "edge", "", level)]
    if level == "contradicted":
        x, d = WIDTH / 2, _CROSS
        cross = (
            ("M", x - d, middle - d), ("L", x + d, middle + d), ("M", x - d, middle + d), ("L", x + d, middle - d),
        )  # fmt: skip
        drawn.append(Shape(cross, "cross", "", level))
    return [*drawn, *(moved(head, tip, middle) for head in heads)]


def _node(shapes: Sequence[Shape]) -> list[Item]:
    """Return a node's outline as high as the sample, and no wider: corners keep their shape where it is long."""
    drawn: list[Item] = []
    for shape in shapes:
        _, _, width, height = _box(shape)
        down = (HEIGHT - _EDGE) / max(1.0, height)
        scaled = _scaled(shape, min(down, (WIDTH - _EDGE) / max(1.0, width)), down)
        left, top, width, height = _box(scaled)
        drawn.append(moved(scaled, (WIDTH - width) / 2 - left, (HEIGHT - height) / 2 - top))
    return drawn


def _box(shape: Shape) -> tuple[float, float, float, float]:
    return bounds(shape.path)


def _size(shapes: Sequence[Shape]) -> float:
    return max((height for _, _, _, height in map(_box, shapes)), default=1.0) or 1.0


def _scaled(shape: Shape, across: float, down: float = 0.0) -> Shape:
    """Return a shape so many times as large, *across* in both directions where nothing is said of *down*."""
    by = (down or across, across)
    path = tuple(
        (command[0], *(float(n) * by[place % 2] for place, n in enumerate(command[1:], 1))) for command in shape.path
    )
    return shape._replace(path=path)
