"""Blocks in reading order -> sections, with ids, regular levels, and the mark of evidence under what has claims."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from reader.compiler.blocks import Article
from reader.core.evidence import ADVICE, LEVELS, in_words
from reader.core.records import Claim, Section
from reader.core.text import Block

_NOT_IN_A_SLUG = re.compile(r"[^\w]+")
_NO_WORDS = ("evidence", "image", "rule")


@dataclass(slots=True)
class Sections:
    """The sections of an article with their blocks, heading first, and where its anchors lead."""

    sections: list[tuple[Section, list[Block]]] = field(default_factory=list)
    targets: dict[str, str] = field(default_factory=dict)  # id in the source -> section id or block id
    repeated: list[str] = field(default_factory=list)  # section ids given twice


def cut(article: Article, claims: Mapping[str, Claim], title: str) -> Sections:
    """Return the article in sections; text before its first heading gets a section with the guide's *title*."""
    blocks = article.blocks
    headings = [index for index, block in enumerate(blocks) if block.kind == "heading"]
    result = Sections()
    identifiers = _Identifiers({block.id for block in blocks if block.kind == "heading" and block.id}, result.repeated)
    finals: list[str] = [""] * len(blocks)  # the final id of each block
    outline: list[tuple[int, str]] = []  # the headings around: level in the source, id
    starts = headings if headings[:1] == [0] else [-1, *headings]
    for start, end in zip(starts, [*starts[1:], len(blocks)], strict=True):
        heading = blocks[start] if start >= 0 else Block("", "heading", title, level=1)
        while outline and outline[-1][0] >= heading.level:
            outline.pop()
        identifier = identifiers.take(heading)
        parent = outline[-1][1] if outline else ""
        outline.append((heading.level, identifier))
        if start >= 0:
            finals[start] = identifier
        level = len(outline)
        written = [heading._replace(id=f"{identifier}.1", level=min(level, 6))]
        for block, index in _with_evidence(blocks, max(start + 1, 0), end, claims):
            final = f"{identifier}.{len(written) + 1}"
            written.append(block._replace(id=final))
            if index is not None:
                finals[index] = final
        words = sum(len(block.text.split()) for block in written if block.kind not in _NO_WORDS)
        result.sections.append((Section(identifier, heading.text, level, parent, words), written))
    result.targets = {name: finals[min(index, len(finals) - 1)] for name, index in article.anchors.items() if finals}
    return result


def _with_evidence(
    blocks: list[Block], start: int, end: int, claims: Mapping[str, Claim]
) -> Iterator[tuple[Block, int | None]]:
    """Yield the blocks with their index, each followed by its mark of evidence; after a table those of its cells."""
    waiting: list[Block] = []
    for index in range(start, end):
        block = blocks[index]
        if waiting and (block.kind != "cell" or (block.row, block.column) == (0, 0)):
            yield from ((mark, None) for mark in waiting)
            waiting = []
        if not block.claims:
            yield block, index
            continue
        block = block._replace(claims=tuple(each for each in block.claims if each in claims))
        yield block, index
        mark = _evidence(block, claims)
        if mark and block.kind == "cell":
            waiting.append(mark)
        elif mark:
            yield mark, None
    yield from ((mark, None) for mark in waiting)


def _evidence(block: Block, claims: Mapping[str, Claim]) -> Block | None:
    marked = tuple(each for each in block.claims if claims[each].level != ADVICE)
    levels = tuple(level for level in LEVELS if any(claims[each].level == level for each in marked))
    if not levels:
        return None
    return Block(
        "",
        "evidence",
        in_words(levels),
        level=block.level,
        callout=block.callout,
        title=block.title,
        box=block.box,
        claims=marked,
        levels=levels,
    )


class _Identifiers:
    """Gives every section an id of its own: the author's, or one made from its heading."""

    def __init__(self, reserved: set[str], repeated: list[str]) -> None:
        self._reserved = reserved
        self._taken: set[str] = set()
        self._repeated = repeated
        self._next: dict[str, int] = {}

    def take(self, heading: Block) -> str:
        if heading.id and heading.id not in self._taken:
            self._taken.add(heading.id)
            return heading.id
        if heading.id:
            self._repeated.append(heading.id)
        base = heading.id or _NOT_IN_A_SLUG.sub("-", heading.text.casefold())[:60].strip("-_") or "section"
        identifier, number = base, self._next.get(base, 2)
        while identifier in self._taken or identifier in self._reserved:
            identifier = f"{base}-{number}"
            number += 1
        self._next[base] = number
        self._taken.add(identifier)
        return identifier
