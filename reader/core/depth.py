"""How much of a section is shown: one sentence, its key points, or all of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from reader.core.records import minutes
from reader.core.text import Block

FULL = "full"
DEPTHS = ("gist", "key-points", FULL)  # from the shortest to the whole; the first two are kinds of callouts, too
TO_TICK = "☐"  # begins what is ticked with a pen
WORDS = {"gist": "One sentence", "key-points": "Key points", FULL: "Full text"}  # as the window says them


def reached(blocks: Sequence[Block], depth: str) -> str:
    """Return the depth at which a section can be shown when *depth* is asked for.

    A section that lacks what is asked for shows the next fuller thing it has: nothing is ever empty.
    """
    held = {block.callout for block in blocks}
    wanted = DEPTHS[DEPTHS.index(depth) :] if depth in DEPTHS else ()
    return next((each for each in wanted if each in held), FULL)


def shown(blocks: Sequence[Block], depth: str) -> tuple[Block, ...]:
    """Return those of a section's *blocks* that *depth* shows, in their order.

    The gist is the heading and the sentence below it; the key points are both of these and the points.
    """
    found = reached(blocks, depth)
    if found == FULL:
        return tuple(blocks)
    wanted = DEPTHS[: DEPTHS.index(found) + 1]
    return tuple(block for block in blocks if block.kind == "heading" or block.callout in wanted)


def on_paper(blocks: Sequence[Block], depth: str) -> tuple[Block, ...]:
    """Return those of a section's *blocks* that *depth* prints: what it shows, and what is there to be ticked.

    Such a list is what a section is printed for, and its sentence may say so; what leads to it comes with it.
    """
    kept = {block.id for block in shown(blocks, depth)}
    before: Block | None = None
    for block in blocks:
        if block.text.startswith(TO_TICK):
            kept.add(block.id)
            if before is not None and before.kind == "paragraph" and before.text.endswith(":"):
                kept.add(before.id)
        before = block
    return tuple(block for block in blocks if block.id in kept)


def minutes_left_out(blocks: Sequence[Block], short: Sequence[Block]) -> int:
    """Return how many minutes it takes to read what *short* leaves out of *blocks*; 0 when that is nothing."""
    kept = {block.id for block in short}
    words = sum(len(block.text.split()) for block in blocks if block.id not in kept)
    return minutes(words) if words else 0


def chosen(for_all: str, of_sections: Mapping[str, str], section: str, depth: str) -> dict[str, str]:
    """Return the depths of single sections once *depth* was chosen for one of them: only those that differ."""
    return {name: each for name, each in {**of_sections, section: depth}.items() if each != for_all and each in DEPTHS}
