"""The sections of a handout in another order: each takes along those inside it that stand right after it."""

from __future__ import annotations

from collections.abc import Sequence

from reader.core.handout.choosing import levels
from reader.core.records import Section


def moved(sections: Sequence[Section], row: int, by: int) -> list[Section]:
    """Return *sections* with one, and those inside it, before the section that stands above (*by* -1) or after the one
    below (1). Nothing changes where there is none.
    """
    deep = levels(sections)
    start, end = row, _end(deep, row)
    if by > 0:
        after = _end(deep, end) if end < len(deep) else end
        return [*sections[:start], *sections[end:after], *sections[start:end], *sections[after:]]
    before = max((at for at in range(start) if deep[at] <= deep[row]), default=start)
    return [*sections[:before], *sections[start:end], *sections[before:start], *sections[end:]]


def carried(before: Sequence[Section], row: int, now: Sequence[Section]) -> list[Section]:
    """Return what comes of dragging the section that stood at *row* to where it stands *now*, with those inside it."""
    family = before[row : _end(levels(before), row)]
    inside = {section.id for section in family[1:]}
    others = [section for section in now if section.id not in inside]
    at = others.index(family[0])
    return [*others[:at], *family, *others[at + 1 :]]


def _end(deep: Sequence[int], row: int) -> int:
    """Return where the section at *row*, and what stands inside it, ends."""
    return next((at for at in range(row + 1, len(deep)) if deep[at] <= deep[row]), len(deep))
