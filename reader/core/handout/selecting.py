"""Selected words as blocks: cut where the selection begins and ends, and made whole where a part would say nothing."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence

from reader.core.depth import shown
from reader.core.letters import IDEOGRAPHS, INVISIBLE
from reader.core.text import Block, Place, Span
from reader.errors import ReaderError

NOT_FOUND = "The selected words are not found in this version of the guide. Please select them again."
_WHOLE = ("heading", "cell", "evidence", "image", "rule")  # a row is one statement; the others cannot be cut
# What stands in words that have no spaces between them: Chinese, Japanese, Korean; Thai, Lao; Burmese; Khmer.
_UNSPACED = re.compile(rf"[{IDEOGRAPHS}\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff]")
_UNSEEN = re.compile(rf"[{INVISIBLE}]")
_IN_WORDS, _IN_NUMBERS = "-\u2010\u2011'’ʼ", ".,"


def selected(blocks: Sequence[Block], start: Place | None, end: Place | None, depth: str) -> tuple[Block, ...]:
    """Return what stands in a section from *start* up to *end*; None is its beginning, or its end.

    The section is taken as *depth* shows it, or whole where that hides the block in which the selection begins or ends.
    Of a table, the head and whole rows are kept; of a definition, the word; of a paragraph that is selected to its end,
    its mark of evidence. Raises ReaderError where the section has no such block.
    """
    if end is not None and not end.block:  # the selection ends before this section
        return ()
    ends = {place.block for place in (start, end) if place is not None and place.block}
    seen = shown(blocks, depth)
    if ends <= {block.id for block in seen}:
        blocks = seen
    index = {block.id: number for number, block in enumerate(blocks)}
    if not ends <= index.keys():
        raise ReaderError(NOT_FOUND)
    first = index[start.block] if start is not None and start.block else 0
    last = index[end.block] if end is not None else len(blocks) - 1
    pieces: dict[int, Block] = {}
    for number in range(first, last + 1):
        low = start.offset if start is not None and number == first else 0
        high = end.offset if end is not None and number == last else len(blocks[number].text)
        if (piece := _piece(blocks[number], low, high)) is not None:
            pieces[number] = piece
    if not pieces:
        return ()
    return (*_before(blocks, min(pieces)), *pieces.values(), *_after(blocks, max(pieces), pieces[max(pieces)]))


def _piece(block: Block, low: int, high: int) -> Block | None:
    """Return a block from the character *low* up to *high*, in whole words; None where that is nothing."""
    words = block.text[low:high]
    if not words.strip():
        return None if block.text else block
    if block.kind in _WHOLE:
        return block
    low += len(words) - len(words.lstrip())
    high = low + len(words.strip())
    cited = {span.start for span in block.spans if span.kind == "cite"}  # a word ends there, though no space follows
    while low not in cited and _goes_on(block.text, low):
        low -= 1
    while high not in cited and _goes_on(block.text, high):
        high += 1
    return block._replace(text=block.text[low:high], spans=tuple(_clipped(block.spans, low, high)))


def _goes_on(text: str, at: int) -> bool:
    """Whether a word, or a number, goes on from the letter before *at* to the one there: in|flamed, IL|-6, 0|.5."""
    if not 0 < at < len(text) or _UNSPACED.search(text[at - 1 : at + 1]):
        return False
    if _is_of_word(text[at - 1]):
        return _is_of_word(text[at]) or _joins(text, at)
    return _is_of_word(text[at]) and _joins(text, at - 1)


def _joins(text: str, at: int) -> bool:
    """Whether a sign stands inside a word or a number."""
    if not 0 < at < len(text) - 1:
        return False
    before, sign, after = text[at - 1], text[at], text[at + 1]
    if sign in _IN_NUMBERS:
        return before.isdigit() and after.isdigit()
    return sign in _IN_WORDS and _is_of_word(before) and _is_of_word(after)


def _is_of_word(letter: str) -> bool:
    return letter.isalnum() or letter == "_" or unicodedata.category(letter)[0] == "M" or bool(_UNSEEN.match(letter))


def _clipped(spans: Sequence[Span], low: int, high: int) -> Iterator[Span]:
    for span in spans:
        start, end = max(span.start, low), min(span.end, high)
        if start < end:
            yield span._replace(start=start - low, end=end - low)


def _before(blocks: Sequence[Block], first: int) -> Sequence[Block]:
    """Return what belongs to the first block and stands before it: its row and its table's head, or its word."""
    if blocks[first].kind == "definition":
        word = first
        while word > 0 and blocks[word].kind == "definition":
            word -= 1
        return blocks[word : word + 1] if blocks[word].kind == "term" else ()
    if blocks[first].kind != "cell":
        return ()
    row = first
    while row > 0 and blocks[row].column > 0 and blocks[row - 1].row == blocks[first].row:
        row -= 1
    table = row
    while table > 0 and (blocks[table].row, blocks[table].column) != (0, 0) and blocks[table - 1].kind == "cell":
        table -= 1
    head = table
    while head < row and blocks[head].header and blocks[head].row < blocks[row].row:
        head += 1
    return (*blocks[table:head], *blocks[row:first])


def _after(blocks: Sequence[Block], last: int, piece: Block) -> Sequence[Block]:
    """Return what belongs to the last block and stands after it: the rest of its row, or its mark of evidence."""
    end = last + 1
    if piece.kind == "cell":
        while end < len(blocks) and blocks[end].kind == "cell" and blocks[end].row == piece.row and blocks[end].column:
            end += 1
    if end < len(blocks) and blocks[end].kind == "evidence" and blocks[last].text.rstrip().endswith(piece.text):
        end += 1
    return blocks[last + 1 : end]
