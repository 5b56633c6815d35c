"""Double borders: two lines and the room between them, each as wide as LineThickness says."""

from __future__ import annotations

from reader.compiler.gpml.look.outlines import OVALS, ROUND_CORNER, ROUNDED, Path, inset, outline
from reader.compiler.gpml.ways.paths import beside, commands, ways
from reader.core.drawing import Rect, bounds

_NESTING = {"Rectangle", *ROUNDED, *OVALS} - {"Mitochondria", "mim-degradation"}


def double(name: str, rect: Rect, wide: float) -> tuple[Path, Path]:
    """Return the outer and the inner line around a shape, both inside its box with all their width.

    Of boxes and ovals each is such an outline again; of other shapes the two run beside one in their middle.
    """
    if name in _NESTING:
        return _nested(name, rect, wide)
    middle = outline(name, inset(rect, 1.5 * wide, 1.5 * wide))
    outer: Path = ()
    inner: Path = ()
    for way in ways(middle):
        both = [commands(beside(way, side)) for side in (-wide, wide)]
        both.sort(key=lambda path: sum(bounds(path)[2:]))
        inner, outer = (*inner, *both[0]), (*outer, *both[1])
    return outer, inner


def _nested(name: str, rect: Rect, wide: float) -> tuple[Path, Path]:
    _, _, w, h = rect
    (left, left_inside), (top, top_inside) = _two_lines(w, wide), _two_lines(h, wide)
    outer = outline(name, inset(rect, left, top), ROUND_CORNER + wide)
    return outer, outline(name, inset(rect, left_inside, top_inside), max(1.0, ROUND_CORNER - wide))


def _two_lines(side: float, wide: float) -> tuple[float, float]:
    """Return how far the two lines of a double border lie inside a box, half of each line included.

    As on the site of WikiPathways, which shrinks the outline until both fit: in small boxes they lie closer.
    """
    shrunk = (side + wide) / (side + 5 * wide)
    middle, half = 2 * wide * shrunk - wide / 2, (1 + shrunk) * wide / 2
    return middle - half, middle + half
