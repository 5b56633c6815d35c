"""Marks the terms of an article, block by block in reading order, and counts where each entry is used."""

from __future__ import annotations

from collections.abc import Iterator

from reader.compiler.terms import MARKED, Terms, with_terms
from reader.core.text import Block, Span


class Marking:
    """One way through an article.

    Every use counts, whatever the entry's mark: who looks up pain wants to see where it is spoken of.
    """

    def __init__(self, terms: Terms) -> None:
        self.terms = terms
        self._seen: set[str] = set()  # entries that are marked once, and have been
        self._uses: dict[tuple[int, str], tuple[int, str, int]] = {}  # section, entry -> how often; where first

    def mark(self, section: int, block: Block) -> Block:
        """Return the next block of the article, which stands in the section of this number, with its terms marked."""
        tied, found = self.terms.uses(block)
        uses = sorted(with_terms(block, tied + found).spans)
        for span in uses:
            if span.kind == "term":
                count, first, start = self._uses.get((section, span.value), (0, block.id, span.start))
                self._uses[section, span.value] = count + 1, first, start
        self._seen.update(span.value for span in tied)
        return with_terms(block, tied + [span for span in found if self._is_marked(span)])

    def mentions(self) -> Iterator[tuple[str, int, int, str, int]]:
        """Yield for each entry and section: entry id, number of the section, how often, and where first."""
        for (section, entry), (count, block, start) in self._uses.items():
            yield entry, section, count, block, start

    def _is_marked(self, span: Span) -> bool:
        mark = self.terms.mark_of(span.value)
        if mark == "once":
            if span.value in self._seen:
                return False
            self._seen.add(span.value)
        return mark in MARKED
