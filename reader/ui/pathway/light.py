"""What stands out in the pathway, in the drawing as in its list."""

from __future__ import annotations

from typing import NamedTuple


class Light(NamedTuple):
    """Ids of nodes and interactions. None stands for all of them."""

    lit: frozenset[str] | None = None  # what stands out
    walked: frozenset[str] = frozenset()  # what one has gone past, which stands between
    lines: frozenset[str] | None = None  # the interactions that are drawn
    nodes: frozenset[str] | None = None  # the nodes that are drawn
    said: str = ""  # as what those that stand out do, for who hears the list


EVERYTHING = Light()
