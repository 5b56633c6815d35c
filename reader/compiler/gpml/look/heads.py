"""The heads of lines: what GPML's ArrowHead names look like, and how far before them the line ends.

Shapes and sizes are those of the site of WikiPathways, and PathVisio's where the site draws none (receptors, ligands,
branchings). Neither lets them grow with the line's thickness.
"""

from __future__ import annotations

from typing import NamedTuple

from reader.compiler.gpml.ways.paths import Point
from reader.core.drawing import Command, Shape

_ROUND = 0.5523  # of a radius: where the control points of a quarter of a circle lie


class Part(NamedTuple):
    """One shape of a head. Its path runs in pixels back from the line's end, and to the right of the line."""

    role: str  # of the Shape: "head" (filled), "open head", "bar head" (not closed)
    path: tuple[Command, ...]


class Head(NamedTuple):
    """What stands at the end of a line."""

    parts: tuple[Part, ...]
    gap: float  # pixels before the line's end at which the line itself ends


def _closed(role: str, *points: Point) -> Part:
    return Part(role, (("M", *points[0]), *(("L", *point) for point in points[1:]), ("Z",)))


def _wire(*points: Point) -> Part:
    return Part("bar head", (("M", *points[0]), *(("L", *point) for point in points[1:])))


def _circle(role: str, back: float, r: float) -> Part:
    k, left, right = r * _ROUND, back - r, back + r
    return Part(
        role,
        (
            ("M", left, 0.0), ("C", left, k, back - k, r, back, r), ("C", back + k, r, right, k, right, 0.0),
            ("C", right, -k, back + k, -r, back, -r), ("C", back - k, -r, left, -k, left, 0.0), ("Z",),
        ),
    )  # fmt: skip


_TRIANGLE = Head((_closed("head", (0, 0), (12, 5), (12, -5)),), 5.8)
_BAR = Head((_wire((7, 10), (7, -10)),), 7.0)
_CUP = 7 * _ROUND
HEADS = {
    "Arrow": _TRIANGLE,
    "mim-conversion": _TRIANGLE,
    "mim-translocation": _TRIANGLE,
    "mim-modification": Head((_closed("head", (0, 0), (11, 5), (11, -5)),), 11.0),
    "mim-binding": Head((_closed("head", (0, 0), (12, 6), (5, 0), (12, -6)),), 1.0),
    "mim-stimulation": Head((_closed("open head", (0, 0), (11, 5), (11, -5)),), 11.0),
    "mim-necessary-stimulation": Head((_closed("open head", (0, 0), (9, 5), (9, -5)), _wire((14, 6), (14, -6))), 9.0),
    "mim-transcription-translation": Head(
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

_NO_HEAD = Head((), 0.0)


def head_of(name: str) -> Head:
    """Return the head that an ArrowHead names."""
    return _NO_HEAD if name in ("", "Line") else HEADS.get(name, _TRIANGLE)


def placed(head: Head, name: str, tip: Point, along: Point, colour: str) -> list[Shape]:
    """Return a head's shapes at the end of a line that arrives in the direction *along*."""
    shapes = []
    for part in head.parts:
        path = tuple(_there(command, tip, along) for command in part.path)
        stroke, fill = ("none", colour) if part.role == "head" else (colour, "none")
        shapes.append(Shape(path, part.role, stroke=stroke, fill=fill, head=name))
    return shapes


def _there(command: Command, tip: Point, along: Point) -> Command:
    (x, y), (ax, ay) = tip, along
    numbers = [float(number) for number in command[1:]]
    there: list[float] = []
    for back, right in zip(numbers[0::2], numbers[1::2], strict=True):
        there += (x - ax * back - ay * right, y - ay * back + ax * right)
    return (command[0], *there)
