"""The text model: an article as flat blocks of plain text with spans, the same for screen, print, find and notes.

Qt drops unknown HTML attributes, and PDF, window and commands each need the same words in the same order. So the
compiler reduces HTML to this model once, and a position is always (section, block, offset).
"""

from __future__ import annotations

from typing import Any, Literal, NamedTuple

BlockKind = Literal[
    "heading",  # level 1-6
    "paragraph",
    "item",  # the first paragraph of a list item; `marker` holds its bullet or number, `level` its depth from 1
    "cell",  # one cell of a table, row by row; `row`, `column`, `header`
    "quote",
    "code",  # text holds line breaks (\n); a break inside any other block is U+2028
    "term",  # the word of a definition list
    "definition",  # its explanation
    "image",  # text is the alternative text, `image` the key in Guide.image
    "evidence",  # the mark under a paragraph: text in words, `levels`
    "rule",
]
SpanKind = Literal["strong", "em", "code", "sup", "sub", "link", "cite", "term"]
# link: value is `#section-id`, `#block-id` (Guide.place tells) or a full address (never followed without being asked);
# cite: a reference's key;
# term: an entry's id


class Span(NamedTuple):
    """What is special about the characters from *start* up to, not including, *end* of a block's text."""

    start: int
    end: int
    kind: SpanKind
    value: str = ""


class Block(NamedTuple):
    """One paragraph-like piece of an article: plain text and what is special about parts of it.

    Offsets count Python characters (code points). Spans are ordered by start; ``link``, ``cite`` and ``term`` never
    overlap one another; ``strong``, ``em`` and the like may lie over them.
    """

    id: str  # unique in the guide: section id, a dot, a number from 1
    kind: BlockKind
    text: str
    spans: tuple[Span, ...] = ()
    level: int = 0  # of a heading; or how deep in lists (0: not in a list)
    marker: str = ""  # of an item: "•" or "3."
    callout: str = ""  # "gist", "key-points", "note", "warning", …; empty outside callouts
    title: str = ""  # the callout's heading, on each of its blocks
    box: int = 0  # the blocks of one callout share a number from 1; 0 outside
    row: int = -1
    column: int = -1
    header: bool = False
    claims: tuple[str, ...] = ()
    levels: tuple[str, ...] = ()  # evidence levels, on an evidence block
    image: str = ""

    def to_json(self) -> list[Any]:
        """Return the block as a short JSON list (defaults left out of the last field)."""
        rest = {name: value for name, default in _OPTIONAL.items() if (value := getattr(self, name)) != default}
        spans = [[span.start, span.end, span.kind, span.value] for span in self.spans]
        return [self.id, self.kind, self.text, spans, rest]

    @classmethod
    def from_json(cls, data: list[Any]) -> Block:
        """Return the block that `to_json` wrote."""
        identifier, kind, text, spans, rest = data
        for name in ("claims", "levels"):
            if name in rest:
                rest[name] = tuple(rest[name])
        return cls(identifier, kind, text, tuple(Span(*span) for span in spans), **rest)


_OPTIONAL: dict[str, Any] = {
    "level": 0,
    "marker": "",
    "callout": "",
    "title": "",
    "box": 0,
    "row": -1,
    "column": -1,
    "header": False,
    "claims": (),
    "levels": (),
    "image": "",
}


class Place(NamedTuple):
    """Where someone is in a guide: a section, a block in it, a character in that block.

    An empty *block* means the section's beginning.
    """

    section: str
    block: str = ""
    offset: int = 0
