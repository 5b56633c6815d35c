"""What is painted before what: by ZOrder, a group right below its lowest member, a State above its node."""

from __future__ import annotations

from collections.abc import Iterator

from reader.compiler.gpml.things.boxes import Box
from reader.compiler.gpml.ways.lines import Line

Thing = Box | Line


def stacked(boxes: list[Box], lines: list[Line]) -> Iterator[Thing]:
    """Yield everything once, from back to front; among equals, the file's order holds.

    Groups are in *boxes* with the inner ones first, and their order is that of their lowest member (see groups.py).
    PathVisio gives a State an order just above that of nodes, so that no other node covers it; one that stands on a
    node which was raised is raised with it.
    """
    groups = [box for box in reversed(boxes) if box.tag == "Group"]
    others = [box for box in boxes if box.tag not in ("Group", "State")]
    states = [box for box in boxes if box.tag == "State"]
    things: list[Thing] = [*groups, *others, *lines, *states]
    yield from sorted(things, key=_order)  # sorted() keeps equals in their order


def _order(thing: Thing) -> float:
    parent = thing.parent if isinstance(thing, Box) else None
    return thing.order if parent is None else max(thing.order, parent.order)
