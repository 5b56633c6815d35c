"""What a part of a drawing uses: lines of evidence, heads of lines, kinds of nodes. Each sign is the drawing's own."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from reader.core.drawing import Drawing, Shape, bounds
from reader.core.evidence import WORDS
from reader.core.pathway import Pathway
from reader.core.relations import relation
from reader.core.sentences import kind_in_words

_MOST = 24  # kinds and relations of a stranger's pathway that are told; more is no legend


class Sign(NamedTuple):
    """One thing that a drawing uses to say something, and the words for it."""

    words: str
    level: str = ""  # of evidence, for a line
    shapes: tuple[Shape, ...] = ()  # of a node, or of a line's heads, pointing to the right; none for a plain line
    is_node: bool = False


def line_of(level: str) -> Sign:
    """Return the line of a level of evidence."""
    return Sign(WORDS[level], level)


def signs_of(
    drawing: Drawing, pathway: Pathway, lines: frozenset[str] | None = None, nodes: frozenset[str] | None = None
) -> list[Sign]:
    """Return the signs of these interactions and nodes of a drawing, ids all; None stands for all of them."""
    shapes = [each for each in drawing.items if isinstance(each, Shape) and each.key]
    drawn = [each for each in shapes if lines is None or each.key in lines]
    levels = {each.kind for each in drawn if each.role == "edge"}
    found = [line_of(level) for level in WORDS if level in levels]
    found += _relations(drawn, pathway)
    if not drawing.paper:  # a stranger's colours and outlines need not follow the kinds
        found += _kinds(shapes, pathway, nodes)
    return found


def _kinds(shapes: Iterable[Shape], pathway: Pathway, lit: frozenset[str] | None) -> Iterator[Sign]:
    told: set[str] = set()
    for shape in shapes:
        node = pathway.node(shape.key) if shape.role == "node" and (lit is None or shape.key in lit) else None
        words = kind_in_words(node.kind) if node is not None else ""
        if words and words not in told and len(told) < _MOST:
            told.add(words)
            yield Sign(words[0].upper() + words[1:], shapes=(shape,), is_node=True)


def _relations(shapes: Iterable[Shape], pathway: Pathway) -> Iterator[Sign]:
    """Return one sign for each relation, with the heads of the first line that says it and has any."""
    heads: dict[str, list[Shape]] = {}
    edges: dict[str, Shape] = {}
    for shape in shapes:
        if shape.head:
            heads.setdefault(shape.key, []).append(shape)
        elif shape.role == "edge":
            edges.setdefault(shape.key, shape)
    told: dict[str, tuple[Shape, ...]] = {}
    for key, edge in edges.items():
        each = pathway.interaction(key)
        words = relation(each.relation).one if each is not None else ""
        if words and not told.get(words) and (words in told or len(told) < _MOST):
            told[words] = _at_the_end(edge, heads.get(key, ()))
    return (Sign(words[0].upper() + words[1:], shapes=shapes) for words, shapes in told.items())


def _at_the_end(edge: Shape, heads: Iterable[Shape]) -> tuple[Shape, ...]:
    """Return the heads at the last end of a line, turned so that the line comes from the left and ends at (0, 0)."""
    points = [(float(each[-2]), float(each[-1])) for each in edge.path if len(each) > 2]
    if len(points) < 2:
        return ()
    first, end = points[0], points[-1]
    before = next((each for each in reversed(points) if each != end), first)
    angle = math.atan2(end[1] - before[1], end[0] - before[0])
    here = (head for head in heads if math.dist(_middle(head), end) <= math.dist(_middle(head), first))
    return tuple(_turned(head, end, -angle) for head in here)


def _middle(shape: Shape) -> tuple[float, float]:
    left, top, width, height = bounds(shape.path)
    return (left + width / 2, top + height / 2)


def _turned(shape: Shape, origin: tuple[float, float], angle: float) -> Shape:
    cos, sin = math.cos(angle), math.sin(angle)
    path = []
    for name, *numbers in shape.path:
        turned: list[float] = []
        for x, y in zip(numbers[0::2], numbers[1::2], strict=True):
            dx, dy = float(x) - origin[0], float(y) - origin[1]
            turned += (dx * cos - dy * sin, dx * sin + dy * cos)
        path.append((name, *turned))
    return shape._replace(path=tuple(path))
