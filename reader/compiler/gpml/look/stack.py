"""What is painted before what: by ZOrder, a group right below its lowest member, a State right after its node."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from reader.compiler.gpml.things.boxes import Box
from reader.compiler.gpml.ways.lines import Line

Thing = Box | Line


def stacked(boxes: list[Box], lines: list[Line]) -> Iterator[Thing]:
    """Yield everything once, from back to front; among equals, the file's order holds.

    Groups are in *boxes* with the inner ones first, and their order is that of their lowest member (see groups.py).
    """
    states: dict[str, list[Box]] = defaultdict(list)
    for box in boxes:
        if box.parent is not None:
            states[box.parent.key].append(box)
    groups = [box for box in reversed(boxes) if box.tag == "Group"]
    others = [box for box in boxes if box.tag != "Group" and box.parent is None]
    things: list[Thing] = [*groups, *others, *lines]
    for thing in sorted(things, key=lambda thing: thing.order):  # sorted() keeps equals in their order
        yield thing
        if isinstance(thing, Box):
            yield from states[thing.key]
