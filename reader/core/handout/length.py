"""About how many pages a handout will have, known before they are set: in a hundredth of that time."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from reader.core.handout.handout import Handout

# On our guide's pages stand so many letters, times their size in points squared, times the leading.
ROOM = 520_000
SET_SMALLER = 0.9  # what is explained and referred to takes so much of the room
OF_EACH = 60  # letters: what the space around a block is worth


def pages(handout: Handout) -> int:
    """Return about how many; most often no more than a quarter too many or too few."""
    text = _letters(handout.blocks)
    after = _letters((*handout.entries, *handout.references, *handout.figures, handout.mine))
    size, leading = float(handout.layout["size"]), float(handout.layout["leading"])
    return max(1, round((text + SET_SMALLER * after) * size**2 * leading / ROOM))


def _letters(things: Iterable[Any]) -> int:
    """Return how many letters nested records hold; what is inside a record is looked at one level after the other."""
    count, waiting = 0, list(things)
    while waiting:
        each = waiting.pop()
        if isinstance(each, dict):
            count += OF_EACH + len(each.get("text", ""))
            waiting += [value for value in each.values() if isinstance(value, (dict, list, tuple))]
        elif isinstance(each, (list, tuple)):
            if each and isinstance(each[0], str):
                count += len(each[0])
            else:
                waiting += each
    return count
