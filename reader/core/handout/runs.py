"""A block's text cut into runs for print: what is strong, a link, a citation, the first mention of a term."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Container, Iterable, Sequence
from itertools import chain, pairwise
from typing import Any

from reader.core.guide import Guide
from reader.core.handout.glyphs import Glyphs
from reader.core.notebook.uncited import citations
from reader.core.text import Block, Span

LONG = re.compile(r"\S{41,}")  # a word this long may break anywhere, or it would run off the paper
LONGEST_ADDRESS = 100  # letters of one in print; the link has them all
BREAK = "\u200b"
LINE_BREAK = re.compile("[\u2028\u2029]")  # the first is what the compiler writes for a new line inside a block
STYLES = ("strong", "em", "code", "sup", "sub")


class Cutter:
    """Cuts the blocks of one handout, in reading order, and remembers what they use.

    A run is ``[text, kinds]``; kinds may hold ``strong``, ``em``, ``code``, ``sup``, ``sub`` (true), ``term`` (an
    entry's id, at its first mention), ``cite`` (a reference's number), ``to`` (a printed section's id), ``url`` with
    ``shown`` (the address as people type it; empty where the text says it).
    """

    def __init__(
        self, guide: Guide, printed: Container[str], glyphs: Glyphs, *, is_explained: bool = True, is_cited: bool = True
    ) -> None:
        """Cut for a handout with these sections.

        Terms are marked where they are explained on it, citations kept where their sources are listed.
        """
        self.terms: dict[str, Span] = {}  # id of an entry -> its first mention
        self.cited: dict[int, str] = {}  # number -> key of a reference
        self.missing: list[str] = []  # characters that no face has
        self._guide = guide
        self._printed = printed
        self._glyphs = glyphs
        self._is_explained = is_explained
        self._is_cited = is_cited

    def plain(self, text: str) -> str:
        """Return text that can be printed: every character has a letter, every word can be broken."""
        return LONG.sub(_breakable, self._glyphs.printable(LINE_BREAK.sub("\n", text), self.missing))

    def letters(self, text: str) -> str:
        """Return text that stands in a picture: as `plain`, but it breaks nowhere."""
        return self._glyphs.printable(text, self.missing)

    def citing(self, text: str, keys: Iterable[str]) -> list[Any]:
        """Return the runs of a sentence and of the references it rests on."""
        known = [reference for key in keys if (reference := self._guide.reference(key)) and reference.number]
        runs: list[Any] = [[self.plain(text), {}]]
        for reference in sorted(known, key=lambda each: each.number) if self._is_cited else ():
            self.cited[reference.number] = reference.key
            runs += [[", ", {"sup": True}]] * (len(runs) > 1)
            runs.append([str(reference.number), {"cite": reference.number}])
        return runs

    def runs(self, block: Block) -> list[Any]:
        """Return the runs of a block."""
        if not block.spans:
            return [[self.plain(block.text), {}]] if block.text else []
        runs: list[Any] = []
        gone = [] if self._is_cited else list(citations(block))
        for start, end, spans in _pieces(block, gone):
            kinds = self._kinds(spans, block.text)
            if "cite" in kinds and runs and "cite" in runs[-1][1]:
                runs.append([", ", {"sup": True}])  # [@a][@b], or 1 and 2 would make 12
            runs.append([self.plain(block.text[start:end]), kinds])
        return _rising(runs)

    def _kinds(self, spans: list[Span], text: str) -> dict[str, Any]:
        kinds: dict[str, Any] = {}
        for span in spans:
            if span.kind in STYLES:
                kinds[span.kind] = True
            elif span.kind == "cite" and (reference := self._guide.reference(span.value)):
                self.cited[reference.number] = reference.key
                kinds["cite"] = reference.number
            elif span.kind == "term" and self._is_first(span) and self._is_explained:
                kinds["term"] = span.value
            elif span.kind == "link" and span.value.startswith("#"):
                kinds |= self._to_section(span.value[1:])
            elif span.kind == "link" and span.value.startswith(("https://", "http://", "mailto:")):
                shown, words = address_in_print(span.value), text[span.start : span.end]
                kinds |= {"url": span.value, "shown": "" if shown.removesuffix("…") in words else self.plain(shown)}
        return kinds

    def _is_first(self, term: Span) -> bool:
        if term.value not in self.terms and self._guide.entry(term.value):
            self.terms[term.value] = term
        return self.terms.get(term.value) is term  # it may be cut in several pieces

    def _to_section(self, target: str) -> dict[str, str]:
        """Return where a link goes on paper: to its section, or to that of its block; nowhere if it is not printed."""
        section = target if target in self._printed else target.rpartition(".")[0]
        return {"to": section} if section in self._printed else {}


def _rising(runs: list[Any]) -> list[Any]:
    """Return runs in which the numbers of citations that stand together rise, whatever order the guide has them in."""
    places: list[int] = []  # of the group so far
    for place, (words, kinds) in enumerate([*runs, ["", {}]]):
        if "cite" in kinds:
            places.append(place)
        elif not ("sup" in kinds and words.strip() == ","):
            group = sorted((runs[each] for each in places), key=lambda run: run[1]["cite"])
            for each, run in zip(places, group, strict=True):
                runs[each] = run
            places = []
    return runs


def _pieces(block: Block, gone: Sequence[tuple[int, int]]) -> list[tuple[int, int, list[Span]]]:
    """Return the stretches of text over which no span begins or ends, with the spans that lie over them.

    What lies between the characters of *gone*, in their order, is left out.
    """
    edges = {0, len(block.text), *chain.from_iterable(gone)}
    for span in block.spans:
        edges |= {span.start, span.end}
    cuts = sorted(edge for edge in edges if 0 <= edge <= len(block.text))
    left_out = deque(gone)
    pieces = []
    begun: list[Span] = []
    waiting = sorted(block.spans, key=lambda span: span.start, reverse=True)
    for start, end in pairwise(cuts):
        while waiting and waiting[-1].start <= start:
            begun.append(waiting.pop())
        begun = [span for span in begun if span.end > start]
        while left_out and left_out[0][1] <= start:
            left_out.popleft()
        if not left_out or start < left_out[0][0]:
            pieces.append((start, end, list(begun)))
    return pieces


def address_in_print(url: str) -> str:
    """Return an address as people type it, cut where nobody would."""
    typed = re.sub(r"^(https?://|mailto:)", "", url).rstrip("/")
    return typed if len(typed) <= LONGEST_ADDRESS else f"{typed[: LONGEST_ADDRESS - 1]}…"


def _breakable(word: re.Match[str]) -> str:
    """Let a word break, first of all after the marks that addresses have."""
    return BREAK.join(re.findall(r"[^/._=&?-]{1,12}[/._=&?-]*|[/._=&?-]{1,12}", word[0]))
