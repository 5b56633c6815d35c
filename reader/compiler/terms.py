"""Which words of a text are terms of the glossary, which of them are marked, and how often each entry is used."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import NamedTuple

from reader.compiler.blocks import regular
from reader.compiler.term_trie import Trie
from reader.core.inflection import is_verb, variants
from reader.core.letters import SIGNS, folded_words, name_key, name_sign
from reader.core.records import Entry
from reader.core.text import Block, Span

NONE = "none"  # [pain]{term=none}: this word is no term here
MARKED = ("once", "first", "every")  # of Entry.mark: the uses that a text leads from without its author's doing
_UNMARKED_BLOCKS = ("heading", "code", "image", "evidence", "rule")
_WHOLE = ("link", "code", "term")  # a word that is partly in one of these is no word of its own
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+|\S+@\S+\.\w+")


class Terms:
    """The terms of a glossary, ready to be found in texts.

    Of entries with the same form the first counts, as `naming` gives them. Where one term holds another, the longer one
    is meant, whatever its mark: an entry that is never marked keeps the terms in it unmarked.
    """

    def __init__(self, entries: Iterable[Entry]) -> None:
        self._entries = {entry.id: entry for entry in entries}
        self._names: dict[str, str] = {}  # as it is written, and folded -> entry id
        self._trie = Trie()
        self._numbers: dict[str, str] = {}  # in databases, as `_number` has them -> entry id
        self.unnamed: list[str] = []  # what authors tied words to and no entry is called
        for entry, written in naming(self._entries.values()):
            self._trie.add(entry.id, written, is_verb=is_verb(entry.term, entry.definition))
        for entry in self._entries.values():
            for number in entry.ids:
                self._numbers.setdefault(_number(number), entry.id)

    def named(self, written: str) -> str | None:
        """Return the id of the entry with this name in any spelling or number, or None."""
        if written in self._entries:
            return written
        if not self._names:
            for entry, name in naming(self._entries.values()):
                self._names.setdefault(name, entry.id)
                self._names.setdefault(name_key(name), entry.id)
        words = folded_words(written)
        before, space, last = words.rpartition(" ")
        forms = [written, *(f"{words}{sign}" for sign in SIGNS[name_sign(written)])]
        forms += (f"{before}{space}{form}" for form in sorted(variants(last)))
        found = next((self._names[form] for form in forms if form in self._names), None)
        return found if found is not None else self.whole(written) or None  # in another spelling

    def whole(self, words: str) -> str:
        """Return the id of the entry that an article would mark all of these words as, or ""."""
        words = words.strip()
        return next((entry for start, end, entry in self._trie.find(words) if end - start == len(words)), "")

    def with_number(self, number: str) -> str:
        """Return the id of the entry with this number in a database ("Ensembl:ENSG00000136244"), or ""."""
        return self._numbers.get(_number(number), "") if number else ""

    def uses(self, block: Block) -> tuple[list[Span], list[Span]]:
        """Return where a block uses entries, as ``term`` spans: where its author tied a word to one, and elsewhere."""
        if block.kind in _UNMARKED_BLOCKS:
            return [], []
        tied = []
        for span in block.spans:
            if span.kind == "term" and (entry := self.named(span.value)):
                tied.append(span._replace(value=entry))
            elif span.kind == "term" and span.value != NONE:
                self.unnamed.append(span.value)
        found = self._trie.find(_bare(block))
        return tied, [Span(start, end, "term", entry) for start, end, entry in found]

    def mark_of(self, entry: str) -> str:
        """Return where the entry with this id is marked: `Entry.mark`."""
        return self._entries[entry].mark

    def mark(self, block: Block) -> Block:
        """Return the block with a ``term`` span over every use that may be marked; "once" counts as "every" here."""
        tied, found = self.uses(block)
        return with_terms(block, tied + [span for span in found if self.mark_of(span.value) in MARKED])

    def within(self, entry: Entry) -> tuple[tuple[int, int, str], ...]:
        """Return the terms in an entry's definition, each once and not itself: start, end, the id of its entry."""
        found: dict[str, tuple[int, int, str]] = {}
        for each in self._trie.find(entry.definition):
            if each.entry != entry.id and self.mark_of(each.entry) in MARKED:
                found.setdefault(each.entry, each)
        return tuple(found.values())


class Mention(NamedTuple):
    """The uses of an entry in a section."""

    entry: str  # its id
    section: int  # its number
    times: int
    places: tuple[tuple[str, int], ...]  # each block that uses it, and where in the block first


class Marking:
    """One way through an article.

    Every use counts, whatever the entry's mark: who looks up pain wants to see where it is spoken of.
    """

    def __init__(self, terms: Terms) -> None:
        self.terms = terms
        self._seen: set[str] = set()  # entries that are marked once, and have been
        self._counts: Counter[tuple[int, str]] = Counter()  # by section and entry
        self._places: defaultdict[tuple[int, str], dict[str, int]] = defaultdict(dict)  # block -> where in it first

    def mark(self, section: int, block: Block) -> Block:
        """Return the next block of the article, which stands in the section of this number, with its terms marked."""
        tied, found = self.terms.uses(block)
        uses = sorted(with_terms(block, tied + found).spans)
        for span in uses:
            if span.kind == "term":
                self._counts[section, span.value] += 1
                self._places[section, span.value].setdefault(block.id, span.start)
        self._seen.update(span.value for span in tied)
        return with_terms(block, tied + [span for span in found if self._is_marked(span)])

    def mentions(self) -> Iterator[Mention]:
        """Yield where each entry is used, section by section."""
        for (section, entry), count in self._counts.items():
            yield Mention(entry, section, count, tuple(self._places[section, entry].items()))

    def _is_marked(self, span: Span) -> bool:
        mark = self.terms.mark_of(span.value)
        if mark == "once":
            if span.value in self._seen:
                return False
            self._seen.add(span.value)
        return mark in MARKED


def naming(entries: Iterable[Entry]) -> Iterator[tuple[Entry, str]]:
    """Yield all names of the entries, each with its entry, in the order in which they count.

    A glossary's terms come before its other names: what another entry is also called takes nobody's term away.
    """
    for _, glossary in groupby(entries, key=lambda entry: entry.glossary):
        own = list(glossary)
        yield from ((entry, entry.term) for entry in own)
        yield from ((entry, name) for entry in own for name in (*entry.short_forms, *entry.other_names))


def _number(written: str) -> str:
    """Return a number in a database as all writers' spellings have it: ``ChEBI:CHEBI:15365`` is ``chebi:15365``."""
    database, _, number = (part.strip() for part in written.casefold().partition(":"))
    return f"{database}:{number.removeprefix(f'{database}:')}"


def with_terms(block: Block, terms: list[Span]) -> Block:
    """Return the block with these ``term`` spans, and no others."""
    others = [span for span in block.spans if span.kind != "term"]
    if not terms and len(others) == len(block.spans):
        return block
    return block._replace(spans=regular(others + terms, len(block.text)))


def _bare(block: Block) -> str:
    """Return a block's text, as long as it is, without what holds no terms: links, code, tied words, citations."""
    pieces: list[str] = []
    done = 0
    for span in block.spans:
        if (span.kind in _WHOLE or span.kind == "cite") and span.end > done:
            start = max(span.start, done)
            filler = "\0" if span.kind == "cite" else "_"  # a word may end where a citation begins
            pieces += (block.text[done:start], filler * (span.end - start))
            done = span.end
    text = "".join((*pieces, block.text[done:]))
    if "://" in text or "www." in text or "@" in text:
        text = _ADDRESS.sub(lambda match: "_" * len(match[0]), text)
    return text
