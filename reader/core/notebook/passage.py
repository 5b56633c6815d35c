"""Ties a note to words of an article, and finds them again in an edited guide."""

from __future__ import annotations

from typing import Literal, NamedTuple

from reader.core import anchor
from reader.core.notebook.notes import CONTEXT, LONGEST_QUOTE, Target
from reader.core.section_text import SectionText, SectionTexts
from reader.core.text import Place


class Standing(NamedTuple):
    """Where a passage stands in the guide that is open."""

    target: Target  # with the place, where there is one
    how: Literal["exact", "moved", "changed", "lost"]
    """The same words there; the same words elsewhere; other words in their place; not found in this version."""


def make(texts: SectionTexts, start: Place, end: Place) -> list[Target]:
    """Return the passages from *start* up to *end*: one for each section they touch, none where no words stand."""
    sections = [section.id for section in texts.guide.outline]
    if start.section not in sections or end.section not in sections:
        return []
    made = []
    for section in sections[sections.index(start.section) : sections.index(end.section) + 1]:
        text = texts.of(section)
        low = text.at(start) if section == start.section else 0
        high = text.at(end) if section == end.section else len(text)
        while low < high:
            target = _target(text, low, min(high, low + LONGEST_QUOTE))
            if target is not None:
                made.append(target)
            low += LONGEST_QUOTE
    return made


def find(target: Target, texts: SectionTexts) -> Standing:
    """Return where the words of *target* stand in the guide now."""
    if not target.quote:
        return Standing(target, "lost")
    text = texts.of(target.section)
    low = text.at(Place(target.section, target.block, target.start))
    if text.has(target.block) and text.text.startswith(target.quote, low):
        return Standing(target, "exact")
    found = anchor.find(_anchor(target), texts.guide)
    if found is None or found.how == "lost":
        return Standing(target, "lost")
    text = texts.of(found.place.section)
    low = text.at(found.place)
    high = low + len(target.quote)
    how: Literal["moved", "changed"] = "moved" if text.text.startswith(target.quote, low) else "changed"
    return Standing(_at(target, text, low, min(high, len(text))), how)


def _target(text: SectionText, low: int, high: int) -> Target | None:
    """Return the passage between two characters of a section, without spaces at its ends."""
    quote = text.text[low:high]
    low += len(quote) - len(quote.lstrip())
    quote = quote.strip()
    if not quote:
        return None
    high = low + len(quote)
    before, after = text.text[max(0, low - CONTEXT) : low], text.text[high : high + CONTEXT]
    return _at(Target("passage", quote=quote, before=before, after=after), text, low, high)


def _at(target: Target, text: SectionText, low: int, high: int) -> Target:
    """Return *target* standing at these characters of a section."""
    start, last = text.place(low), text.place(max(low, high - 1))
    return target._replace(
        section=text.section, block=start.block, start=start.offset, last_block=last.block, end=last.offset + 1
    )


def _anchor(target: Target) -> anchor.Anchor:
    place = Place(target.section, target.block, target.start)
    after = (target.quote[anchor.QUOTE :] + target.after)[: anchor.CONTEXT]
    return anchor.Anchor(place, target.quote[: anchor.QUOTE], target.before, after)
