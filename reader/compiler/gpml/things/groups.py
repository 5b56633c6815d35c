"""Groups: boxes around their members, and right below the lowest of them."""

from __future__ import annotations

from collections import defaultdict
from xml.etree import ElementTree

from reader.compiler.gpml.reading.markup import Source, child, children
from reader.compiler.gpml.things.boxes import Box, Maker
from reader.core.drawing import Rect, union

_DEEPEST = 20  # groups in groups; published pathways have two or three
_MARGIN = {"Complex": 12.0, "Group": 8.0}  # pixels around the members; else 9, of which 1 is for the border


def read_groups(root: ElementTree.Element, boxes: list[Box], maker: Maker) -> list[Box]:
    """Return the groups that hold something, each around its members; a group in a group stands before the one around
    it. Groups that lie in themselves, and what is nested deeper than twenty, are problems and left out.
    """
    groups: dict[str, Box] = {}
    for element in children(root, "Group"):
        name = element.get("GroupId") or ""
        if name and name in groups:
            maker.source.complain(element, f"The GroupId {name[:40]!r} is used twice; the first Group is drawn.")
        elif name:
            groups[name] = maker.box(element, (0, 0, 0, 0))
    _fill(groups, boxes, maker.source)
    lines = _line_ends(root, maker.source) if groups else {}
    placed: dict[str, Box] = {}  # by key
    for _ in range(_DEEPEST):
        before = len(placed)
        for name, group in groups.items():
            rects = [member.rect for member in group.members] + lines.get(name, [])
            is_ready = all(member.key in placed for member in group.members if member.tag == "Group")
            if group.key not in placed and rects and is_ready:
                _place(group, rects)
                placed[group.key] = group
        if len(placed) == before:
            break
    for group in groups.values():
        if group.key not in placed and group.members:
            message = "This Group lies in itself, or in too many others, so it is not drawn; its members are."
            maker.source.complain(group.element, message)
    return list(placed.values())


def _fill(groups: dict[str, Box], boxes: list[Box], source: Source) -> None:
    for box in [*boxes, *groups.values()]:
        if box.group in groups:
            groups[box.group].members.append(box)
        elif box.group:
            source.complain(box.element, f"It belongs to the group {box.group[:40]!r}, which is not in the file.")


def _place(group: Box, rects: list[Rect]) -> None:
    x, y, w, h = union(rects)
    margin = _MARGIN.get(group.element.get("Style") or "None", 9.0)
    group.rect = (x - margin, y - margin, w + 2 * margin, h + 2 * margin)
    group.order = min((member.order for member in group.members), default=group.order)


def _line_ends(root: ElementTree.Element, source: Source) -> dict[str, list[Rect]]:
    """Return, by group, the ends of the lines that belong to it, as boxes without a size."""
    ends: dict[str, list[Rect]] = defaultdict(list)
    for tag in ("Interaction", "GraphicalLine"):
        for element in children(root, tag):
            group, graphics = element.get("GroupRef"), child(element, "Graphics")
            if not group or graphics is None:
                continue
            points = children(graphics, "Point")
            for point in (*points[:1], *points[-1:]):
                ends[group].append((source.number(point, "X"), source.number(point, "Y"), 0.0, 0.0))
    return ends
