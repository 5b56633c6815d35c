"""Where the text tells what a pathway shows: the paragraphs that name a node, and the one that says a step."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator
from itertools import islice
from typing import TYPE_CHECKING

from reader.core.mentions import mentioning
from reader.core.text import Block, Place

if TYPE_CHECKING:
    from reader.core.guide import Guide
    from reader.core.pathway import Node, Pathway, Step
    from reader.core.records import Claim

_NO_PARAGRAPH = ("heading", "evidence", "rule", "image")
_MOST, _LONGEST = 400, 3000  # paragraphs that are compared with a step; characters of each
_CLAIM = 2.0  # times as much counts what a paragraph shares with a step where it makes the step's claim


def naming(guide: Guide, node: Node) -> tuple[Place, ...]:
    """Return each paragraph that names a node, where it does so first, in reading order.

    A node that has an entry in the glossary is looked for by all names of it, any other by the words of its label.
    """
    if node.term:
        return tuple(place for each in mentioning(guide, node.term) for place in each.places)
    from reader.core.find import FoldedText  # late: nodes of our own guides have entries

    text = FoldedText()
    for section in guide.outline:
        text.add(section.id, ((block.id, block.text) for block in _paragraphs(guide, section.id)))
    first: dict[str, Place] = {}
    for hit in text.find(node.label, whole_words=True):
        first.setdefault(hit.block, hit.place)
    return tuple(first.values())


def claimed(guide: Guide, claim: Claim) -> Place:
    """Return the paragraph of a claim's section that makes it; without one, the section."""
    made = (block.id for block in _paragraphs(guide, claim.section) if claim.id in block.claims)
    return Place(claim.section, next(made, ""))


def telling(guide: Guide, pathway: Pathway, step: Step) -> Place | None:
    """Return the paragraph that says a step of a route, or the section of the node it leads to; None without either.

    It is looked for where the step's claims are made and in the sections of its nodes: the paragraph that shares most
    words with what the step says. Words that few of these paragraphs have count more (inverse document frequency,
    Spärck Jones 1972, doi:10.1108/eb026526), and so do those of a paragraph that makes one of the claims.
    """
    each = pathway.interaction(step.interaction)
    keys = (each.target, each.source) if each is not None else (step.node,)
    homes = [node.section for key in keys if (node := pathway.node(key)) and guide.section(node.section)]
    claims = each.claims if each is not None else ()
    told = [section for claim in claims for section in guide.sections_naming(claim)]
    every = (block for section in dict.fromkeys((*homes, *told)) for block in _paragraphs(guide, section))
    paragraphs = [block for block in islice(every, _MOST) if not block.callout]
    best = _most_alike(step.caption, paragraphs, claims)
    if best is not None:
        return Place(best.id.rpartition(".")[0], best.id)
    return Place(homes[0]) if homes else None


def _paragraphs(guide: Guide, section: str) -> Iterator[Block]:
    return (block for block in guide.blocks(section) if block.kind not in _NO_PARAGRAPH)


def _words(text: str) -> frozenset[str]:
    from reader.core.tokens import words

    return frozenset(words(text)[0])


def _most_alike(caption: str, paragraphs: list[Block], claims: tuple[str, ...]) -> Block | None:
    """Return the paragraph that shares most with a caption; None where none shares anything."""
    from reader.core.stems import stems

    texts = [_words(block.text[:_LONGEST]) for block in paragraphs]
    said = _words(caption)
    stem = stems(said.union(*texts))
    wanted = {stem.get(word, word) for word in said}
    shared = [wanted & {stem.get(word, word) for word in those} for those in texts]
    having = Counter(word for those in shared for word in those)

    def alike(number: int) -> float:
        weight = _CLAIM if {*claims} & {*paragraphs[number].claims} else 1.0
        return weight * sum(math.log(1 + len(paragraphs) / having[word]) for word in shared[number])

    best = max(range(len(paragraphs)), key=alike, default=-1)
    return paragraphs[best] if best >= 0 and shared[best] else None
