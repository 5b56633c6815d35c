"""What the ends of lines are tied to: boxes, directly, through the anchors of other lines, or because they lie near."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Mapping
from typing import NamedTuple

from reader.compiler.gpml.network.nearby import NEAR, Nearby
from reader.compiler.gpml.things.boxes import Box
from reader.compiler.gpml.ways.lines import NO_HEAD, End, Line

_FARTHEST = 24  # ends of lines to look at for one tie: anchors on lines that end at anchors, and so on
_FELLOWS = 8  # lines at the anchors of one that are looked at


class Tie(NamedTuple):
    """What one end of a line is tied to."""

    box: str = ""  # the key of a box that can be a node; "" for none
    line: str = ""  # the key of the line at whose anchor it is
    is_near: bool = False  # the file does not say it: the box is only near


Ties = Mapping[str, tuple[Tie, Tie]]
"""Of the start and the end of each line, by its key."""


def ties_of(boxes: list[Box], lines: list[Line], *, guesses: bool) -> dict[str, tuple[Tie, Tie]]:
    """Return what the ends of each line are tied to.

    A State stands for its node. An anchor stands for what its line leads to, where another line ends at it (a catalyst
    of "A turns into B" acts on the making of B), and for what its line begins at, where another line begins there.
    With *guesses*, loose ends are tied to what is near.
    """
    return _Resolver(boxes, lines, Nearby(boxes if guesses else [])).all_ties(lines)


class _Resolver:
    def __init__(self, boxes: list[Box], lines: list[Line], nearby: Nearby) -> None:
        self._nearby = nearby
        self._boxes = {box.key: box.parent.key if box.parent is not None else box.key for box in boxes}
        self._owners = {anchor.key: line for line in lines for anchor in line.anchors if anchor.key}
        self._fellows: defaultdict[tuple[str, bool], list[Line]] = defaultdict(list)
        for line in lines:
            for is_target in (True, False):
                owner = self._owners.get(_end(line, is_target).ref)
                if owner is not None and len(self._fellows[owner.key, is_target]) < _FELLOWS:
                    self._fellows[owner.key, is_target].append(line)

    def all_ties(self, lines: list[Line]) -> dict[str, tuple[Tie, Tie]]:
        found = {}
        for line in lines:
            source, target = self._tie(line, is_target=False), self._tie(line, is_target=True)
            if source.box or target.box or _is_long_or_has_head(line):
                source = source if source.box else self._guess(_end(line, False), source, target.box)
                target = target if target.box else self._guess(_end(line, True), target, source.box)
            found[line.key] = (target, source) if line.points_back else (source, target)
        return found

    def _tie(self, line: Line, *, is_target: bool) -> Tie:
        """Return what a line leads to or begins at, as far as the file says it.

        Where the line of an anchor leads nowhere itself, what the other lines at its anchors lead to is meant: so do
        lines fork.
        """
        end = _end(line, is_target)
        owner = self._owners.get(end.ref)
        tie = Tie(line=owner.key) if owner is not None else Tie()
        seen, waiting = {line.key}, [end]
        for _ in range(_FARTHEST):
            if not waiting:
                break
            here = waiting.pop()
            owner = self._owners.get(here.ref)
            if owner is None:
                if box := self._boxes.get(here.ref, ""):
                    return tie._replace(box=box)
                if here is not end and (box := self._nearby.nearest(here.point)):
                    return tie._replace(box=box, is_near=True)
            elif owner.key not in seen:
                seen.add(owner.key)
                fellows = (each for each in self._fellows[owner.key, not is_target] if each.key not in seen)
                waiting += (_end(each, is_target) for each in fellows)
                waiting += (_end(owner, not is_target), _end(owner, is_target))
        return tie

    def _guess(self, end: End, tie: Tie, other: str) -> Tie:
        box = self._nearby.nearest(end.point, other)
        return tie._replace(box=box, is_near=bool(box))


def _is_long_or_has_head(line: Line) -> bool:
    """Whether a line may mean something by itself: short ones without a head are strokes of drawings."""
    has_head = line.start.head not in NO_HEAD or line.end.head not in NO_HEAD
    return has_head or math.dist(line.start.point, line.end.point) > NEAR


def _end(line: Line, is_target: bool) -> End:
    """Return the end that a line leads to, or the one that it begins at."""
    return line.start if is_target == line.points_back else line.end
