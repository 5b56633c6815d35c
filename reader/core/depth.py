"""How much of a section is shown: one sentence, its key points, or all of it."""

from __future__ import annotations

from collections.abc import Sequence

from reader.core.guide import Section
from reader.core.text import Block

DEPTHS = ("gist", "key-points", "full")  # from the shortest to the whole; the first two are kinds of callouts, too
FULL = "full"
WORDS = {"gist": "One sentence", "key-points": "Key points", "full": "Full text"}  # as the window says them


def shown(blocks: Sequence[Block], depth: str) -> tuple[Block, ...]:
    """Return those of a section's *blocks* that *depth* shows, in their order.

    The gist is the heading and the sentence below it, the key points are both of these and the points. A section that
    has not got what is asked for shows the next fuller thing it has: nothing is ever empty.
    """
    held = {block.callout for block in blocks}
    if depth == "gist" and "gist" in held:
        wanted = {"gist"}
    elif depth in ("gist", "key-points") and "key-points" in held:
        wanted = {"gist", "key-points"}
    else:
        return tuple(blocks)
    return tuple(block for block in blocks if block.kind == "heading" or block.callout in wanted)


def minutes_left_out(section: Section, blocks: Sequence[Block], short: Sequence[Block]) -> int:
    """Return how many minutes it takes to read what *short* leaves out of *blocks*; 0 when that is nothing."""
    kept = {block.id for block in short}
    words = sum(len(block.text.split()) for block in blocks if block.id not in kept)
    return section._replace(words=words).minutes if words else 0
