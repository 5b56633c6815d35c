"""Which sections a handout holds, how deep each stands in it, and what of each is shown."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from reader.core.depth import shown
from reader.core.fuzzy import alike
from reader.core.guide import Guide
from reader.core.records import Section
from reader.core.text import Block
from reader.errors import ReaderError

NO_DESCRIPTION = "A picture without a description."


def with_inside(guide: Guide, wanted: Iterable[str]) -> tuple[str, ...]:
    """Return the ids of these sections, each followed by those inside it, each once and in the order asked for.

    Raises ReaderError for an unknown section; the sentence names those with the nearest ids.
    """
    inside: dict[str, list[str]] = {}
    for section in guide.outline:
        inside.setdefault(section.parent, []).append(section.id)
    asked = [_section(guide, each).id for each in wanted]
    below = {each for root in asked for each in _family(root, inside)[1:]}
    return tuple(dict.fromkeys(each for root in asked if root not in below for each in _family(root, inside)))


def _family(root: str, inside: dict[str, list[str]]) -> list[str]:
    found, waiting = [], [root]
    while waiting:
        here = waiting.pop()
        found.append(here)
        waiting += reversed(inside.get(here, []))
    return found


def _section(guide: Guide, identifier: str) -> Section:
    section = guide.section(identifier)
    if section is None:
        known = [each.id for each in guide.outline]
        near = alike(identifier, known, 3, may_go_on=True) or known[:3]
        raise ReaderError(f"There is no section “{identifier}” in “{guide.about.title}”. Nearest: {', '.join(near)}.")
    return section


def levels(sections: Sequence[Section]) -> list[int]:
    """Return how deep each stands: one level below the section around it while that is being printed, else at 1."""
    found: list[int] = []
    around: list[tuple[str, int]] = []
    for section in sections:
        while around and around[-1][0] != section.parent:
            around.pop()
        level = around[-1][1] + 1 if around else 1
        around.append((section.id, level))
        found.append(level)
    return found


def blocks_of(guide: Guide, sections: Iterable[str], depth: str) -> tuple[list[Section], list[Block]]:
    """Return the sections with these ids, and their blocks as far as *depth* shows them.

    The levels of headings begin at 1 and never skip one (ISO 14289-1, 7.4.2). Raises ReaderError as `with_inside`.
    """
    chosen = [_section(guide, each) for each in sections]
    every: list[Block] = []
    for section, level in zip(chosen, levels(chosen), strict=True):
        every += _with_level(shown(guide.blocks(section.id), depth), section, level)
    return chosen, _regular(every)


def _with_level(blocks: Sequence[Block], section: Section, level: int) -> list[Block]:
    """Return a section's blocks with its first heading at *level*; a heading without words is left out."""
    kept: list[Block] = []
    for number, block in enumerate(blocks):
        if block.kind != "heading":
            text = NO_DESCRIPTION if block.kind == "image" and not block.text.strip() else block.text
            kept.append(block._replace(text=text))
        elif block.text.strip():
            kept.append(block._replace(id=section.id if number == 0 else "", level=level + (number > 0)))
    return kept


def _regular(blocks: Sequence[Block]) -> list[Block]:
    regular: list[Block] = []
    before = 0
    for block in blocks:
        if block.kind == "heading":
            before = min(block.level, before + 1)
            regular.append(block._replace(level=before))
        else:
            regular.append(block)
    return regular
