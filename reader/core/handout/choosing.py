"""Which sections a handout holds, how deep each stands in it, and what of each is shown."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from reader.core.depth import on_paper
from reader.core.fuzzy import alike
from reader.core.guide import Guide
from reader.core.handout.order import Order, Stretch
from reader.core.records import Section
from reader.core.source import printable
from reader.core.text import Block
from reader.errors import ReaderError

NO_DESCRIPTION = "A picture without a description."
NO_SECTION = "No section is chosen. Please tick at least one section, or choose the whole guide."
NO_WORDS = "No words are selected. Please select some in the article first."


class Choice(NamedTuple):
    """What is printed of a guide's text."""

    sections: tuple[Section, ...]  # in the order in which they are printed
    blocks: tuple[Block, ...]


def chosen(guide: Guide, order: Order) -> Choice:
    """Return what an order wants of the text; nothing where it wants only words explained.

    The levels of headings begin at 1 and never skip one (ISO 14289-1, 7.4.2). Raises ReaderError where nothing is
    chosen, and as `with_inside` does.
    """
    if order.what == "guide":
        sections: Sequence[Section] = guide.outline
    elif order.what == "sections":
        sections = [_section(guide, each) for each in dict.fromkeys(order.sections)]
        if not sections:
            raise ReaderError(NO_SECTION)
    elif order.what == "selection":
        return _selected(guide, order.selection, order.preset.depth)
    else:
        return Choice((), ())
    every: list[Block] = []
    for section, level in zip(sections, levels(sections), strict=True):
        blocks = guide.blocks(section.id)
        every += _with_level(blocks[:1], on_paper(blocks, order.preset.depth), section, level)
    return Choice(tuple(sections), tuple(_regular(every)))


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
        raise ReaderError(
            f"There is no section “{printable(identifier)}” in “{guide.about.title}”. Nearest: {', '.join(near)}."
        )
    return section


def _selected(guide: Guide, stretch: Stretch | None, depth: str) -> Choice:
    """Return what is selected, under the headings of the sections it stands in."""
    from reader.core.handout.selecting import selected  # late: its expressions take milliseconds to make

    if stretch is None:
        raise ReaderError(NO_WORDS)
    first, last = (_section(guide, each.section).id for each in stretch)
    ids = [each.id for each in guide.outline]
    sections = guide.outline[ids.index(first) : ids.index(last) + 1]
    every: list[Block] = []
    is_empty = True
    for section, level in zip(sections, levels(sections), strict=True):
        start = stretch.start if section.id == first else None
        end = stretch.end if section.id == last else None
        blocks = guide.blocks(section.id)
        kept = selected(blocks, start, end, depth)
        is_empty = is_empty and not kept
        if section.id == first and kept[:1] != blocks[:1]:
            kept = (*blocks[:1], *kept)
        every += _with_level(blocks[:1], kept, section, level)
    if is_empty:
        raise ReaderError(NO_WORDS)
    return Choice(tuple(sections), tuple(_regular(every)))


def _with_level(first: Sequence[Block], blocks: Sequence[Block], section: Section, level: int) -> list[Block]:
    """Return *blocks* of a section that begins with *first*, its own heading at *level*; without empty headings."""
    kept: list[Block] = []
    for block in blocks:
        if block.kind != "heading":
            text = NO_DESCRIPTION if block.kind == "image" and not _is_seen(block.text) else block.text
            kept.append(block._replace(text=text))
        elif _is_seen(block.text):
            is_own = block.id == first[0].id
            kept.append(block._replace(id=section.id if is_own else "", level=level + (not is_own)))
    return kept


def _is_seen(text: str) -> bool:
    return any(letter.isprintable() and not letter.isspace() for letter in text)


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
