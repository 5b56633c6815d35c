"""Marks everyday words where a handout has them first: a guide marks them once, maybe where nothing is printed."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator

from reader.core.guide import Guide
from reader.core.handout.choosing import Choice
from reader.core.mentions import uses_in
from reader.core.records import Entry
from reader.core.text import Block, Span

_TAKEN = ("link", "cite", "term", "code")  # no term lies in or over one of these
_LONGEST = 20_000  # characters of a block that was cut through, and is searched


def marked(guide: Guide, choice: Choice, *, is_cut: bool) -> Choice:
    """Return what is printed with a mark at the first use of each such word that has none in it.

    Where blocks are cut (*is_cut*), words are not where the guide says that they are, and are looked for.
    """
    named = {span.value for block in choice.blocks for span in block.spans if span.kind == "term"}
    printed = {block.id: number for number, block in enumerate(choice.blocks)}
    new: defaultdict[int, list[Span]] = defaultdict(list)
    for identifier, places in uses_in(guide, choice.sections).items():
        entry = guide.entry(identifier) if identifier not in named else None
        if entry is None or entry.mark != "once":
            continue
        for block, start in places:
            number = printed.get(block, -1)
            span = _span(entry, choice.blocks[number], -1 if is_cut else start) if number >= 0 else None
            if span is not None:
                new[number].append(span)
                break
    blocks = list(choice.blocks)
    for number, spans in new.items():
        blocks[number] = _with(blocks[number], spans)
    return choice._replace(blocks=tuple(blocks))


def _span(entry: Entry, block: Block, start: int) -> Span | None:
    """Return where a word stands in a block, at *start* or, where that is -1, anywhere."""
    names = sorted((entry.term, *entry.short_forms, *entry.other_names), key=len, reverse=True)
    if start < 0:
        text = block.text if len(block.text) <= _LONGEST else ""
        found = (found for name in names for found in re.finditer(rf"(?<!\w){_written(name)}", text, re.IGNORECASE))
        first = min(found, key=re.Match.start, default=None)
    else:
        here = (re.compile(_written(name), re.IGNORECASE).match(block.text, start) for name in names)
        first = next(filter(None, here), None) or re.compile(r"\w+").match(block.text, start)
    return Span(first.start(), first.end(), "term", entry.id) if first is not None else None


def _written(name: str) -> str:
    """Return a pattern for a word with the ending that it may have."""
    return rf"{re.escape(name)}\w{{0,3}}(?!\w)"


def _with(block: Block, spans: list[Span]) -> Block:
    return block._replace(spans=tuple(sorted((*block.spans, *_free(block, spans)))))


def _free(block: Block, spans: list[Span]) -> Iterator[Span]:
    """Yield those spans that lie over nothing that keeps terms out."""
    taken = [span for span in block.spans if span.kind in _TAKEN]
    starts = [span.start for span in taken]
    for span in spans:
        after = bisect_left(starts, span.end)  # these begin behind it; of the others, the last ends last
        if not after or taken[after - 1].end <= span.start:
            yield span
