"""Which words of one text are which of another: those that stand together in both, stretch by stretch."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

TRUSTED = 8  # letters of words that stand together in both: fewer are in any sentence
REPLACED = 4  # words put in other words: across so few, what stands beside them is held


def pairs(one: Sequence[int], other: Sequence[int], letters: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Yield which word of *one* is which of *other*: of words in the same order only those that are no accident."""
    blocks = _blocks(one, other)
    trusted = [size > 1 and sum(letters[one[n]] for n in range(at, at + size)) >= TRUSTED for at, _, size in blocks]
    for step in (1, -1):  # words between which as many were put in as were taken out hold one another
        for here, there in pairwise(range(len(blocks))[::step]):
            (at, now, size), (next_at, next_now, next_size) = blocks[here], blocks[there]
            if trusted[here] and at - now == next_at - next_now:
                trusted[there] |= abs(next_at - at) <= min(size, next_size) + REPLACED
    for (at, now, size), is_trusted in zip(blocks, trusted, strict=True):
        if is_trusted:
            yield from ((at + n, now + n) for n in range(size))


def _blocks(one: Sequence[int], other: Sequence[int]) -> list[tuple[int, int, int]]:
    """Return the words that both have in the same order: where in the one, where in the other, and how many.

    Of all longest ways to pair them, one that leaves long stretches whole: these take what belongs to them first.
    """
    from rapidfuzz.distance import LCSseq  # here, because in a guide that nobody edited nothing is compared

    found = LCSseq.opcodes(one, other).as_matching_blocks()
    free, free_now = bytearray(b"\1" * len(one)), bytearray(b"\1" * len(other))
    blocks = []
    for block in sorted(found, key=lambda each: -each.size):
        left = [n for n in range(block.size) if free[block.a + n] and free_now[block.b + n]]
        if not left:
            continue
        low, high, shift = block.a + left[0], block.a + left[-1] + 1, block.b - block.a
        begin, end = max(0, -shift), min(len(one), len(other) - shift)
        while low > begin and one[low - 1] == other[low - 1 + shift] and free[low - 1] & free_now[low - 1 + shift]:
            low -= 1
        while high < end and one[high] == other[high + shift] and free[high] & free_now[high + shift]:
            high += 1
        free[low:high] = free_now[low + shift : high + shift] = bytes(high - low)
        blocks.append((low, low + shift, high - low))
    return sorted(blocks)
