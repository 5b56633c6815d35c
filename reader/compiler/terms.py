"""Which words of a text are terms of the glossary: one walk over its words, longest term first."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from reader.compiler.blocks import regular
from reader.compiler.sections import Sections
from reader.core.guide import Entry
from reader.core.letters import SOFT_HYPHEN, WORD, fold, plain, words
from reader.core.text import Block, Span

LONGEST = 12  # words of a term that are looked at
NONE = "none"  # [pain]{term=none}: this word is no term here
_UNMARKED_BLOCKS = ("heading", "code", "image", "evidence", "rule")
_UNMARKED_SPANS = ("link", "cite", "code", "term")
_BETWEEN = frozenset(" -/\u00a0\u2010\u2011\u2012\u2013\u2028" + SOFT_HYPHEN)  # stand between the words of one term
_APOSTROPHES = "'’"


@dataclass(frozen=True, slots=True)
class _Form:
    """A written form of an entry; *exact* is its spelling where capitals matter, else empty."""

    entry: str
    exact: str


@dataclass(frozen=True, slots=True)
class _Word:
    start: int
    end: int
    plain: str
    folded: str


class Terms:
    """The forms of a glossary, ready to be found in texts."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        self._by_name: dict[str, str] = {}  # any folded form -> entry id, for words that the author tied to an entry
        self._forms: dict[str, list[_Form]] = {}  # the words of a form, folded and joined by spaces
        self._lengths: dict[str, set[int]] = {}  # first word -> how many words forms that begin so have
        self.unnamed: list[str] = []  # what authors tied words to and no entry is called
        for entry in entries:
            for written in (entry.term, *entry.short_forms, *entry.other_names):
                # Short symbols such as PET or IL must be written as they are, so that "pet" is no term.
                is_symbol = sum(letter.isalpha() for letter in written) <= 3 or written.isupper()
                for form in (written, *plurals(written), *singulars(written)):
                    self._by_name.setdefault(fold(form), entry.id)
                    if entry.mark in ("once", "first", "every"):
                        self._add(entry.id, form, is_symbol)

    def named(self, written: str) -> str | None:
        """Return the id of the entry with this name in any spelling, or None."""
        return self._by_name.get(fold(written))

    def mark(self, block: Block) -> Block:
        """Return the block with a ``term`` span over every term, and those that its author tied resolved."""
        if block.kind in _UNMARKED_BLOCKS:
            return block
        taken = [span for span in block.spans if span.kind in _UNMARKED_SPANS]
        spans = [span for span in block.spans if span.kind != "term"]
        for span in block.spans:
            if span.kind == "term" and (entry := self.named(span.value)):
                spans.append(Span(span.start, span.end, "term", entry))
            elif span.kind == "term" and span.value != NONE:
                self.unnamed.append(span.value)
        found = self._find(block.text, sorted((span.start, span.end) for span in taken)) if self._forms else []
        if not found and not any(span.kind == "term" for span in block.spans):
            return block
        return block._replace(spans=regular(spans + found, len(block.text)))

    def within(self, entry: Entry) -> tuple[tuple[int, int, str], ...]:
        """Return the terms in an entry's definition, each once and not itself: start, end, the id of its entry."""
        found: dict[str, tuple[int, int, str]] = {}
        for span in self._find(entry.definition, []):
            if span.value != entry.id:
                found.setdefault(span.value, (span.start, span.end, span.value))
        return tuple(found.values())

    def _add(self, entry: str, written: str, is_symbol: bool) -> None:
        parts = words(written)
        if not 0 < len(parts) <= LONGEST:
            return
        form = _Form(entry, "".join(parts) if is_symbol else "")
        folded = [part.casefold() for part in parts]
        for key in {tuple(folded), ("".join(folded),)} if "-" in written else {tuple(folded)}:
            forms = self._forms.setdefault(" ".join(key), [])
            if form not in forms:
                forms.append(form)
            self._lengths.setdefault(key[0], set()).add(len(key))

    def _find(self, text: str, taken: list[tuple[int, int]]) -> list[Span]:
        found: list[Span] = []
        written = _words(text)
        index = 0
        for start, end in [*taken, (len(text), len(text))]:
            while index < len(written) and written[index].start < start:
                length, entry = self._longest(text, written, index, start)
                if entry:
                    found.append(Span(written[index].start, written[index + length - 1].end, "term", entry))
                index += length
            while index < len(written) and written[index].start < end:
                index += 1
        return found

    def _longest(self, text: str, written: list[_Word], index: int, limit: int) -> tuple[int, str]:
        """Return how many words the longest term at *index* has, and its entry; 1 and "" where none is."""
        first = written[index]
        lengths = self._lengths.get(first.folded)
        if not lengths or not _begins(text, first.start):
            return 1, ""
        reach = _reach(text, written, index, max(lengths), limit)
        for length in sorted(lengths, reverse=True):
            if length <= reach and _ends(text, written[index + length - 1].end):
                part = written[index : index + length]
                letters = "".join(word.plain for word in part)
                for form in self._forms.get(" ".join(word.folded for word in part), ()):
                    if not form.exact or letters == form.exact or letters == _sentence_case(form.exact):
                        return length, form.entry
        return 1, ""


def mentions(sections: Sections) -> Iterator[tuple[str, int, int, str, int]]:
    """Yield for each entry and section: entry id, number of the section, how often, and where first."""
    for number, (_, blocks) in enumerate(sections.sections):
        found: dict[str, list[tuple[str, int]]] = {}
        for block in blocks:
            for span in block.spans:
                if span.kind == "term":
                    found.setdefault(span.value, []).append((block.id, span.start))
        for entry, places in found.items():
            yield entry, number, len(places), *places[0]


def _words(text: str) -> list[_Word]:
    found = []
    for match in WORD.finditer(text):
        if word := plain(match[0]):
            found.append(_Word(match.start(), match.end(), word, word.casefold()))
    return found


def _reach(text: str, written: list[_Word], index: int, most: int, limit: int) -> int:
    """Return how many words from *index* on may belong to one term: nothing but a space or a hyphen between them."""
    count = 1
    while count < most and index + count < len(written):
        gap = text[written[index + count - 1].end : written[index + count].start]
        if len(gap) > 2 or not _BETWEEN.issuperset(gap):
            break
        count += 1
    while count > 0 and written[index + count - 1].end > limit:
        count -= 1
    return count


def _begins(text: str, start: int) -> bool:
    """Whether a word may begin here: not inside a longer one, not after an apostrophe as in ``don't``."""
    if start == 0:
        return True
    before = text[start - 1]
    return not (before.isalnum() or before == "_" or (before in _APOSTROPHES and text[start - 2 : start - 1].isalnum()))


def _ends(text: str, end: int) -> bool:
    after = text[end : end + 1]
    return not (after.isalnum() or after == "_")


def _sentence_case(exact: str) -> str:
    """Return a short word in small letters as it stands at the head of a sentence; capitals stay as they are."""
    return exact.capitalize() if exact.islower() else exact


def plurals(form: str) -> tuple[str, ...]:
    """Return the regular English plurals of a form's last word, written as in running text."""
    lower = form.lower()
    if re.search(r"[^aeiou]y$", lower):
        return (form[:-1] + "ies",)
    if lower.endswith("is"):
        return (form[:-2] + "es",)
    if re.search(r"(?:s|x|z|ch|sh)$", lower):
        return (form + "es",)
    return (form + "s",) if form[-1:].isalpha() else ()


def singulars(form: str) -> tuple[str, ...]:
    """Return what a form may be the regular English plural of; () where it does not look like one."""
    lower = form.lower()
    if len(form) < 4 or not lower.endswith("s") or re.search(r"(?:ss|us|is)$", lower):
        return ()
    if lower.endswith("ies"):
        return (form[:-3] + "y", form[:-1])
    if re.search(r"(?:s|x|z|ch|sh)es$", lower):
        return (form[:-2], form[:-1], form[:-2] + "is")
    return (form[:-1],)
