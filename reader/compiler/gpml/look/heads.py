"""The heads of lines: what GPML's ArrowHead names look like, and how far before them the line ends.

Shapes and sizes of strangers' are those of the site of WikiPathways, and PathVisio's where the site draws none
(receptors, ligands, branchings: PathVisio, too, draws a branching "left" on the right of the line). They do not grow
with the line's thickness. Those of our own pathways are a little finer.
"""

from __future__ import annotations

from typing import NamedTuple

from reader.compiler.gpml.look.outlines import ROUND, oval, polygon
from reader.compiler.gpml.ways.lines import NO_HEAD, Line
from reader.compiler.gpml.ways.paths import Point, heading, turned
from reader.core.drawing import Command, Shape

_BROAD = 4.5  # pixels across: a broader line does not hide behind the tip of a head


class Part(NamedTuple):
    """One shape of a head. Its path runs in pixels back from the line's end, and to the right of the line."""

    role: str  # of the Shape: "head" (filled), "open head", "bar head" (not closed)
    path: tuple[Command, ...]


class Head(NamedTuple):
    """What stands at the end of a line."""

    parts: tuple[Part, ...]
    gap: float  # pixels before the line's end at which the line itself ends
    broad_gap: float = 0.0  # the same of a broad line, if it is more

    def room(self, across: float) -> float:
        """Return how many pixels before its end a line ends that is so many pixels across."""
        return max(self.gap, self.broad_gap) if across > _BROAD else self.gap


def _closed(role: str, *points: Point) -> Part:
    return Part(role, polygon(points))


def _wire(*points: Point) -> Part:
    return Part("bar head", (("M", *points[0]), *(("L", *point) for point in points[1:])))


def _circle(role: str, back: float, r: float) -> Part:
    return Part(role, oval((back - r, -r, 2 * r, 2 * r)))


_TRIANGLE = Head((_closed("head", (0, 0), (12, 5), (12, -5)),), 5.8, 11.5)
_BAR = Head((_wire((7, 10), (7, -10)),), 7.0)
_CUP = 7 * ROUND
HEADS = {
    "Arrow": _TRIANGLE,
    "mim-conversion": _TRIANGLE,
    "mim-translocation": _TRIANGLE,
    "mim-modification": Head((_closed("head", (0, 0), (11, 5), (11, -5)),), 11.0),
    "mim-binding": Head((_closed("head", (0, 0), (12, 6), (5, 0), (12, -6)),), 1.0, 5.0),
    "mim-stimulation": Head((_closed("open head", (0, 0), (11, 5), (11, -5)),), 11.0),
    "mim-necessary-stimulation": Head((_closed("open head", (0, 0), (9, 5), (9, -5)), _wire((14, 6), (14, -6))), 9.0),
    "mim-transcription-translation": Head(  # the line runs past its corner, as in PathVisio and on the site
        (_wire((15, 0), (15, 7), (8, 7)), _closed("open head", (0, 7), (8, 3), (8, 11))), 11.0
    ),
    "mim-catalysis": Head((_circle("open head", 6, 5.3),), 11.0),
    "mim-inhibition": _BAR,
    "TBar": _BAR,
    "mim-cleavage": Head((_wire((18, 0.5), (18, -15), (0, 15)),), 18.0),
    "mim-covalent-bond": Head((_wire((1, -5), (11, -5), (11, 5), (1, 5)),), 11.0),
    "mim-gap": Head((), 5.3),
    "mim-branching-left": Head((_wire((8, 0), (0, 8)),), 8.0),
    "mim-branching-right": Head((_wire((8, 0), (0, -8)),), 8.0),
    "LigandRound": Head((_circle("head", 0, 5.5),), 0.0),
    "LigandSquare": Head((_closed("head", (0, 5.5), (8, 5.5), (8, -5.5), (0, -5.5)),), 0.0),
    "Receptor": Head((_wire((-10, 6), (0, 0), (-10, -6)),), 0.0),
    "ReceptorSquare": Head((_wire((-10, 6), (0, 6), (0, -6), (-10, -6)),), 0.0),
    "ReceptorRound": Head(
        (Part("bar head", (("M", -7, 7), ("C", -7 + _CUP, 7, 0, _CUP, 0, 0), ("C", 0, -_CUP, -7 + _CUP, -7, -7, -7))),),
        0.0,
    ),
}  # fmt: skip
"""By GPML's names. ``Line`` is no head; what is not here is drawn as an Arrow, so that no direction is lost."""

_WEDGE = ((0, 0), (10, 4.5), (10, -4.5))
_OUR_ARROW = Head((_closed("head", *_WEDGE),), 8.0)
_OUR_OPEN = Head((_closed("open head", *_WEDGE),), 10.0)
_OUR_BAR = Head((_wire((3, 5), (3, -5)),), 3.0)
_OUR_ROUND = Head((_circle("open head", 4, 4),), 8.0)
_OURS = {
    "mim-stimulation": _OUR_OPEN,
    "mim-transcription-translation": _OUR_OPEN,
    "mim-necessary-stimulation": Head((*_OUR_OPEN.parts, _wire((13, 5), (13, -5))), 10.0),
    "TBar": _OUR_BAR,
    "mim-inhibition": _OUR_BAR,
    "mim-cleavage": _OUR_BAR,
    "mim-gap": _OUR_BAR,
    "mim-catalysis": _OUR_ROUND,
    "ReceptorRound": _OUR_ROUND,
    "LigandRound": _OUR_ROUND,
    "mim-binding": Head((_wire((10, 4.5), (0, 0), (10, -4.5)),), 0.0),
    "mim-conversion": Head((_closed("head", (0, 0), (11, 4.5), (6, 0), (11, -4.5)),), 6.0),
}
_NO_HEAD = Head((), 0.0)


def head_of(name: str, *, is_ours: bool = False) -> Head:
    """Return the head that an ArrowHead names."""
    if name in NO_HEAD:
        return _NO_HEAD
    return _OURS.get(name, _OUR_ARROW) if is_ours else HEADS.get(name, _TRIANGLE)


def heads_on(line: Line, first: Head, last: Head) -> list[Shape]:
    """Return the shapes of the heads at the start and at the end of a line, without colours."""
    shapes = []
    for head, end, way in ((first, line.start, turned(line.way)), (last, line.end, line.way)):
        along = heading(way) if head.parts else (0.0, 0.0)
        for part in head.parts:
            path = tuple(_there(command, way[-1][-1], along) for command in part.path)
            fill = "none" if part.role == "bar head" else ""
            shapes.append(Shape(path, part.role, fill=fill, head=end.head))
    return shapes


def _there(command: Command, tip: Point, along: Point) -> Command:
    (x, y), (ax, ay) = tip, along
    numbers = [float(number) for number in command[1:]]
    there: list[float] = []
    for back, right in zip(numbers[0::2], numbers[1::2], strict=True):
        there += (x - ax * back - ay * right, y - ay * back + ax * right)
    return (command[0], *there)
