"""Which node an arrow key leads to: along an interaction, to the end that lies most in the key's direction."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF

from reader.core.pathway import Interaction, Pathway

_WIDEST = math.cos(math.radians(67.5))  # away from the key's direction; four keys share the circle and overlap a little


class Way(NamedTuple):
    """An interaction that leads from a node to another."""

    interaction: Interaction
    node: str  # where it leads


def ways(
    pathway: Pathway,
    node: str,
    direction: tuple[int, int],
    box_of: Callable[[str], QRectF],
    shown: Callable[[str], bool],
) -> list[Way]:
    """Return the ways from a node in a direction, (1, 0) for right and (0, 1) for down, the straightest first.

    Only interactions that are drawn count, and of several to one node the first. Where a line leads against its
    direction, from what it acts on to what acts, it is a way all the same.
    """
    here = box_of(node)
    found: dict[str, tuple[float, Way]] = {}
    for each in pathway.touching(node):
        other = each.target if each.source == node else each.source
        box = box_of(other)
        if other == node or other in found or box.isEmpty() or not shown(each.id) or not shown(other):
            continue
        x, y = _apart(here, box)
        distance = math.hypot(x, y)
        straight = (x * direction[0] + y * direction[1]) / distance if distance else 0.0
        if straight >= _WIDEST:
            found[other] = (distance * (2 - straight), Way(each, other))
    return [way for _, way in sorted(found.values(), key=lambda pair: pair[0])]


def _apart(here: QRectF, there: QRectF) -> tuple[float, float]:
    """Return the way between two boxes: that of their middles, less where the boxes lie beside one another."""
    away: QPointF = there.center() - here.center()
    gap_x = max(there.left() - here.right(), here.left() - there.right(), 0.0)
    gap_y = max(there.top() - here.bottom(), here.top() - there.bottom(), 0.0)
    if gap_x and not gap_y:
        return away.x(), away.y() / 2
    if gap_y and not gap_x:
        return away.x() / 2, away.y()
    return away.x(), away.y()
