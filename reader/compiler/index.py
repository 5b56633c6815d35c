"""What the search of a guide finds: its passages with their words, and the stems of the words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, NamedTuple

from reader.core.excerpt import raised
from reader.core.stems import stems
from reader.core.tokens import LONGEST, words

if TYPE_CHECKING:
    from reader.compiler.store import Compiled
    from reader.core.pathway import Pathway
    from reader.core.records import Entry, Section
    from reader.core.text import Block

PASSAGE = 2000  # characters: a longer block is several passages, so that no search reads without end
BEGINNING = 300  # characters of a section that stand under its heading in a list
UNSEARCHED = ("evidence", "rule")  # blocks of the article that say nothing of their own


class Passage(NamedTuple):
    """A piece of a guide that is found as a whole: *head* is what it is called, *body* what it says."""

    kind: str  # of search.Kind; "heading" in the text, "interaction" in the pathway
    target: str  # the id of its section, entry, reference, node or interaction
    head: str
    body: str
    block: str = ""  # of a section
    start: int = 0  # where the passage begins in the block
    shown: str = ""  # the text of a section that is shown with it


def passages(compiled: Compiled) -> Iterator[Passage]:
    """Yield everything that can be found in a guide."""
    for entry in compiled.entries:
        yield _of_entry(entry)
    for section, blocks in compiled.sections:
        yield from _of_section(section, blocks)
    if compiled.pathway is not None:
        yield from _of_pathway(compiled.pathway[0])
    for each in compiled.references:
        body = " ".join((each.text, each.doi, each.pmid, each.note))
        yield Passage("reference", each.key, "", body[:PASSAGE])


class Indexed(NamedTuple):
    """A passage as it stands in the full-text index."""

    ordinal: int
    head: str  # words with single spaces between them
    body: str
    joined: str  # words of both that hyphens tie, written as one


def indexed(every: Iterable[Passage], vocabulary: set[str]) -> Iterator[Indexed]:
    """Yield the passages as the index takes them, and add their words to *vocabulary*."""
    for ordinal, each in enumerate(every):
        head, tied_in_head = words(each.head)
        body, tied_in_body = words(each.body)
        vocabulary.update(head, body)
        yield Indexed(ordinal, " ".join(head), " ".join(body), " ".join(tied_in_head + tied_in_body))


def stemmed(vocabulary: set[str]) -> Iterator[tuple[str, str]]:
    """Yield stem and word for each English word that is not its own stem."""
    english = (word for word in vocabulary if 2 < len(word) < LONGEST and word.isascii() and word.isalpha())
    return ((stem, word) for word, stem in stems(english).items() if stem != word)


def _of_section(section: Section, blocks: list[Block]) -> Iterator[Passage]:
    after = next((raised(block)[:BEGINNING] for block in blocks[1:] if block.kind not in UNSEARCHED), "")
    for block in blocks:
        if block.kind == "heading":
            yield Passage("heading", section.id, block.text[:PASSAGE], "", block.id, 0, after)
        elif block.kind not in UNSEARCHED:
            for start, text in _pieces(raised(block)):
                yield Passage("text", section.id, "", text, block.id, start, text)


def _pieces(text: str) -> Iterator[tuple[int, str]]:
    """Yield a text in pieces that end between words, each with where it begins."""
    start = 0
    while len(text) - start > PASSAGE:
        end = text.rfind(" ", start + PASSAGE // 2, start + PASSAGE) + 1 or start + PASSAGE
        yield start, text[start:end]
        start = end
    if text[start:].strip():
        yield start, text[start:]


def _of_entry(entry: Entry) -> Passage:
    names = ", ".join((entry.term, *entry.short_forms, *entry.other_names))
    return Passage("glossary", entry.id, names[:PASSAGE], entry.definition[:PASSAGE])


def _of_pathway(pathway: Pathway) -> Iterator[Passage]:
    for node in pathway.nodes:
        yield Passage("pathway", node.id, node.label[:PASSAGE], "")
    for each in pathway.interactions:
        if each.sentence:
            yield Passage("interaction", each.id, "", each.sentence[:PASSAGE])
