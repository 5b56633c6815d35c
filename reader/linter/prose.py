"""What of an article is prose, and its sentences: the part of a guide that readability is counted in."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from reader.core.text import Block, SpanKind
from reader.linter.words.sentences import Sentence, sentences

# Headings and cells are no sentences, and code is no language; a definition list is prose from its second half on.
_KINDS = ("paragraph", "item", "quote", "definition")
_ENDED = re.compile(r"[.?!:…][\"'”’)\]]*$")
_CITATION = re.compile(r"\[@[^\[\]\n]{1,2000}\]")
FRAGMENT = 6  # words up to which an item without a full stop, such as "night sweats", is no sentence


class Passage(NamedTuple):
    """A block of prose and the sentences in it; their offsets are the block's."""

    block: Block
    sentences: list[Sentence]


def passages(blocks: Iterable[Block]) -> list[Passage]:
    """Return the prose among blocks.

    Short items without a full stop are left out: counted as sentences, they would make any text look easier.
    """
    found = []
    for block in blocks:
        if block.kind not in _KINDS:
            continue
        text = without_spans(block, "cite")  # the numbers of citations are no words
        parts = sentences(text)
        if parts and (len(parts) > 1 or len(parts[0].words) > FRAGMENT or _ENDED.search(text.rstrip())):
            found.append(Passage(block, parts))
    return found


def without_spans(block: Block, *kinds: SpanKind) -> str:
    """Return the text of a block, as long as it is, with blanks for what has a span of these kinds.

    A citation that names no reference has no span, and stays as it was written: it is blank with those of "cite".
    """
    pieces, done = [], 0
    for span in block.spans:
        if span.kind in kinds and span.start >= done:
            pieces += [block.text[done : span.start], " " * (span.end - span.start)]
            done = span.end
    text = "".join([*pieces, block.text[done:]])
    return _CITATION.sub(lambda match: " " * len(match[0]), text) if "cite" in kinds else text
