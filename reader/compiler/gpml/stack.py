"""What is painted before what: by ZOrder, a group with its members as one, a State right after its node."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from reader.compiler.gpml.boxes import Box
from reader.compiler.gpml.lines import Line

Thing = Box | Line


def stacked(boxes: list[Box], lines: list[Line]) -> Iterator[Thing]:
    """Yield everything once, from back to front; among equals, the file's order holds.

    As on the site of WikiPathways, a group lies where the lowest of its members lies.
    """
    groups = {box.element.get("GroupId") or "": box for box in boxes if box.tag == "Group"}
    inside: dict[str, list[Thing]] = defaultdict(list)  # by the key of the group; "" for what is in none
    states: dict[str, list[Box]] = defaultdict(list)
    for box in boxes:
        if box.parent is not None:
            states[box.parent.key].append(box)
        else:
            inside[groups[box.group].key if box.group in groups else ""].append(box)
    for line in lines:
        name = line.element.get("GroupRef") or ""
        inside[groups[name].key if name in groups else ""].append(line)
    ahead = _in_order(inside[""])
    while ahead:
        thing = ahead.pop()
        yield thing
        if isinstance(thing, Box):
            ahead += _in_order(inside.pop(thing.key, [])) if thing.tag == "Group" else []
            yield from states[thing.key]


def _in_order(things: list[Thing]) -> list[Thing]:
    """Return things with the one to paint first at the end."""
    return sorted(things, key=lambda thing: thing.order)[::-1]
