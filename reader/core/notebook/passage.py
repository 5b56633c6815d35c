"""Ties a note to words of an article, and tells whether they stand there still."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, NamedTuple

from reader.core.notebook.notes import CONTEXT, LONGEST_QUOTE, Target
from reader.core.notebook.uncited import UncitedText
from reader.core.section_text import SectionText, SectionTexts
from reader.core.text import Place

How = Literal["exact", "moved", "changed", "lost"]
ALONE = 96  # characters, of a quote and all that is kept of what is around it, that are nobody else's
ENOUGH = 32  # characters in one run, the quote and what is around it, that are not there by chance


class Standing(NamedTuple):
    """Where that which a note is about stands in the guide that is open."""

    target: Target  # with the place, where there is one; quote and context are those that the reader chose
    how: How
    """The same words there; the same words elsewhere; other words in their place; not found in this version."""


def make(texts: SectionTexts, start: Place, end: Place) -> list[Target]:
    """Return the passages from *start* up to *end*: one for each section they touch, none where no words stand.

    The numbers of citations are no words, but where nothing else is chosen.
    """
    sections = [section.id for section in texts.guide.outline]
    if start.section not in sections or end.section not in sections:
        return []
    made = []
    for section in sections[sections.index(start.section) : sections.index(end.section) + 1]:
        ends = start if section == start.section else None, end if section == end.section else None
        uncited = UncitedText(section, texts.guide.blocks(section))
        made += list(_passages(uncited, *ends)) or list(_passages(texts.of(section), *ends))
    return made


def position(target: Target, texts: SectionTexts) -> tuple[int, int]:
    """Return where a passage begins and ends, in characters of its section's text (`SectionText.text`).

    In the terms of the W3C Web Annotation Data Model: the start and end of a Text Position Selector (4.2.5). Raises
    LookupError where the guide has no such blocks (any more).
    """
    text = texts.of(target.section)
    if not text.has(target.block) or not text.has(target.last_block):
        raise LookupError(target.block)
    start = text.at(Place(target.section, target.block, target.start))
    return start, max(start, text.at(Place(target.section, target.last_block, target.end)))


def unmoved(target: Target, text: SectionText) -> Standing | None:
    """Return where a passage stands in its section's *text*, if its words stand where they stood; else None.

    Or if all that stood around them has moved with them, and stands nowhere else in the section. Words that are few are
    anybody's: they must have some of those around them still, on the side where these are of the same block. So the
    beginning of the next paragraph is not taken for that of one that was deleted.
    """
    quote, before, after = target.quote, target.before, target.after
    low = text.at(Place(target.section, target.block, target.start))
    if not text.has(target.block) or not quote or not text.text.startswith(quote, low):
        return _shifted(target, text)
    high = low + len(quote)
    if not text.text.startswith(before + quote + after, low - len(before)) or low < len(before):
        inside = before[max(0, len(before) - target.start) :]
        left = common_end(inside, text.text[max(0, low - len(inside)) : low])
        right = common_start(after, text.text[high : high + len(after)])
        is_heading = low == 0 and text.span(target.block)[1] == high
        if left + len(quote) + right < ENOUGH and not is_heading:
            return _shifted(target, text)
    standing = stand_at(target, text, low, high)
    return Standing(standing, "exact" if standing == target else "moved")


def _shifted(target: Target, text: SectionText) -> Standing | None:
    """Return where a passage stands with all that stood around it, if it does so once."""
    whole = target.before + target.quote + target.after
    at = text.text.find(whole) if len(whole) >= ALONE else -1
    if at < 0 or text.text.find(whole, at + 1) >= 0:
        return None
    low = at + len(target.before)
    return Standing(stand_at(target, text, low, low + len(target.quote)), "moved")


def stand_at(target: Target, text: SectionText, low: int, high: int) -> Target:
    """Return *target* standing at these characters of a section."""
    start, last = text.place(low), text.place(max(low, high - 1))
    return target._replace(
        section=text.section, block=start.block, start=start.offset, last_block=last.block, end=last.offset + 1
    )


def common_start(one: str, other: str) -> int:
    """Return how many characters two texts begin with are the same."""
    return next((n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))


def common_end(one: str, other: str) -> int:
    """Return how many characters two texts end with are the same."""
    return common_start(one[::-1], other[::-1])


def _passages(text: SectionText, start: Place | None, end: Place | None) -> Iterator[Target]:
    """Yield the passages between two places of a section; None is its beginning, or its end."""
    low = text.at(start) if start is not None else 0
    high = text.at(end) if end is not None else len(text)
    while low < high:
        cut = _cut(text.text, low, high)
        target = _target(text, low, cut)
        if target is not None:
            yield target
        low = cut


def _cut(text: str, low: int, high: int) -> int:
    """Return where a passage from *low* ends: at *high*, or where it would be too long, between two words."""
    if high - low <= LONGEST_QUOTE:
        return high
    space = text.rfind(" ", low + 1, low + LONGEST_QUOTE)
    return space if space > low else low + LONGEST_QUOTE


def _target(text: SectionText, low: int, high: int) -> Target | None:
    """Return the passage between two characters of a section, without spaces at its ends."""
    quote = text.text[low:high]
    low += len(quote) - len(quote.lstrip())
    quote = quote.strip()
    if not quote:
        return None
    high = low + len(quote)
    before, after = text.text[max(0, low - CONTEXT) : low], text.text[high : high + CONTEXT]
    return stand_at(Target("passage", quote=quote, before=before, after=after), text, low, high)
