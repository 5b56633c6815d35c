"""Where a block of an article stands in its file: Markdown keeps no lines, so the blocks' words are found again."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable

from reader.compiler.lines import line_at
from reader.core.text import Block
from reader.linter.prose import without_spans

_WORD = re.compile(r"[^\W_]+")
# What Markdown takes out of a text. Each is bounded, so that no text stalls the search.
_MARKUP = re.compile(
    r"\[@[^\]\n]{1,2000}\]"  # citations
    r"|\{[^{}\n]{1,2000}\}"  # ids, claims, tied terms
    r"|(?<=\])\([^()\n]{0,2000}\)"  # where a link leads
    r"|\[\^[^\]\n]{1,200}\]"  # footnotes
    r"|<[^<>]{1,2000}>"  # tags
    r"|^[ \t]*!!! .*$",  # the head of a box
    re.MULTILINE,
)
_RUN = 3  # words that are looked for together
_NEAR = 3000  # words; a run of fewer than three is no reason to leap further
_SLACK = 12  # words that may have been lost between the beginning of a block and a place in it


class Places:
    """The lines of an article's blocks."""

    def __init__(self, text: str, blocks: Iterable[Block]) -> None:
        self._text = text
        bare = _MARKUP.sub(lambda match: re.sub(r"[^\n]", " ", match[0]), text)
        found = [(match[0].casefold(), match.start()) for match in _WORD.finditer(bare)]
        self._words = [word for word, _ in found]
        self._offsets = [offset for _, offset in found]
        self._runs: dict[tuple[str, ...], list[int]] = {}
        for size in range(1, _RUN + 1):
            for index in range(len(found) - size + 1):
                self._runs.setdefault(tuple(self._words[index : index + size]), []).append(index)
        self._starts: dict[str, int] = {}  # block id -> which word of the file its first word is
        self._find_all(blocks)

    def line(self, block: Block, offset: int = 0) -> int:
        """Return the line, from 1, of a character of a block; 0 where the block was not found again."""
        start = self._starts.get(block.id)
        if start is None:
            return 0
        text = without_spans(block, "cite")
        before = _WORD.findall(text[:offset])
        here = _WORD.search(text, offset)
        index = min(start + len(before), len(self._words) - 1)
        if here is not None:
            index = self._nearest(here[0].casefold(), index)
        return line_at(self._text, self._offsets[index])

    def _nearest(self, word: str, index: int) -> int:
        """Return where *word* stands nearest to *index*; *index* where it does not."""
        for away in range(_SLACK):
            for candidate in (index - away, index + away):
                if 0 <= candidate < len(self._words) and self._words[candidate] == word:
                    return candidate
        return index

    def _find_all(self, blocks: Iterable[Block]) -> None:
        cursor = 0
        for block in blocks:
            words = [word.casefold() for word in _WORD.findall(without_spans(block, "cite"))]
            found = self._find(words, cursor) if block.kind != "evidence" else None
            if found is None:
                continue
            self._starts[block.id] = found
            if cursor <= found:
                cursor = found + 1

    def _find(self, words: list[str], cursor: int) -> int | None:
        """Return which word of the file the first of *words* is, looking onward first."""
        size = min(_RUN, len(words))
        for skipped in range(min(len(words) - size + 1, _SLACK) if size else 0):
            places = self._runs.get(tuple(words[skipped : skipped + size]), [])
            onward = bisect_left(places, cursor)
            if onward < len(places) and (size == _RUN or places[onward] - cursor < _NEAR):
                return max(0, places[onward] - skipped)
            if onward and size == _RUN:
                return max(0, places[onward - 1] - skipped)
        return None
