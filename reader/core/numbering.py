"""Numbers for paragraphs, to be said on the phone: 4.3 is the third paragraph of the fourth section.

Sections are counted as they stand in the outline, from the first to the last, whatever their level: a number of two
parts is all that one has to say. What is hidden is counted, too, so that a number does not change with the depth.

What counts as a paragraph is what is read in one go: a paragraph, a list item, a quote, a code block, a picture; a
word of a definition list with its definition; a row of a table, because one row is one statement, and a whole table may
fill the window. A table's head belongs to its first row, the mark of evidence to what it speaks of. A rule is nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from reader.core.guide import Guide
from reader.core.records import Section
from reader.core.text import Block
from reader.errors import ReaderError

_DIGITS = re.compile(r"\d+")
_LONGEST = 9  # digits that a number may have


class Paragraph(NamedTuple):
    """What has one number: some blocks of a section that follow one another."""

    section: str  # its id
    of: int  # the number of its section, from 1
    ordinal: int  # in its section, from 1; 0 is the section's heading
    blocks: tuple[str, ...]  # ids, in reading order

    @property
    def number(self) -> str:
        """The number as it is said: ``4.3``; of a heading, that of its section: ``4``."""
        return f"{self.of}.{self.ordinal}" if self.ordinal else str(self.of)

    @property
    def block(self) -> str:
        """The id of the block it begins with."""
        return self.blocks[0]


class Numbering:
    """The numbers of a guide's paragraphs. A section is read when one of its numbers is first asked for."""

    def __init__(self, guide: Guide) -> None:
        self._guide = guide
        self._order = {section.id: index for index, section in enumerate(guide.outline)}
        self._paragraphs: dict[str, tuple[Paragraph, ...]] = {}
        self._by_block: dict[str, Paragraph] = {}
        self._texts: tuple[str, dict[str, str]] = ("", {})  # of the section that was asked for last

    @property
    def outline(self) -> tuple[Section, ...]:
        """The sections, in the order in which they are counted."""
        return self._guide.outline

    def section(self, paragraph: Paragraph) -> Section:
        """Return the section in which a paragraph stands."""
        return self.outline[paragraph.of - 1]

    def of_section(self, identifier: str) -> tuple[Paragraph, ...]:
        """Return a section's heading and its paragraphs; () for an id that is unknown."""
        if identifier not in self._order:
            return ()
        if identifier not in self._paragraphs:
            of = self._order[identifier] + 1
            groups = _groups(self._guide.blocks(identifier))
            made = tuple(Paragraph(identifier, of, ordinal, blocks) for ordinal, blocks in enumerate(groups))
            self._paragraphs[identifier] = made
            self._by_block.update((block, each) for each in made for block in each.blocks)
        return self._paragraphs[identifier]

    def at(self, section: str, block: str = "") -> Paragraph | None:
        """Return the paragraph to which a block belongs: a section's heading for no block, None for one unknown."""
        paragraphs = self.of_section(section)
        found = self._by_block.get(block)
        if found is not None and found.section == section:
            return found
        return paragraphs[0] if paragraphs and not block else None

    def find(self, said: str) -> Paragraph:
        """Return the paragraph, or the section's heading, whose number somebody said.

        Understands ``4.3``, ``4 3``, ``4,3``, ``§4.3``, ``para 4.3``, ``section 4 paragraph 3``, and ``4`` for the
        section; of a range such as ``4.3–4.5`` its beginning. Raises ReaderError with a sentence that says what there
        is instead.
        """
        numbers = _DIGITS.findall(said)
        if not numbers or max(map(len, numbers[:2])) > _LONGEST:
            raise ReaderError("Type a number such as 4.3: the fourth section, its third paragraph.")
        of, ordinal = int(numbers[0]), int(numbers[1]) if len(numbers) > 1 else 0
        if not 1 <= of <= len(self.outline):
            raise ReaderError(f"There is no section {of}. The last one is {len(self.outline)}.")
        paragraphs = self.of_section(self.outline[of - 1].id)
        if ordinal >= len(paragraphs):
            last = f"The last one of section {of} is {paragraphs[-1].number}."
            only = f"Section {of} has only its heading."
            raise ReaderError(f"There is no paragraph {of}.{ordinal}. {last if len(paragraphs) > 1 else only}")
        return paragraphs[ordinal]

    def text(self, paragraph: Paragraph) -> str:
        """Return all words of a paragraph, its mark of evidence last."""
        section, texts = self._texts
        if section != paragraph.section:
            texts = {block.id: block.text for block in self._guide.blocks(paragraph.section)}
            self._texts = paragraph.section, texts
        return " ".join(texts[block] for block in paragraph.blocks if texts[block])

    def opening(self, paragraph: Paragraph, length: int = 80) -> str:
        """Return the first words of a paragraph, at most about *length* characters."""
        words = " ".join(self.text(paragraph)[: 2 * length].split())
        return words if len(words) <= length else words[:length].rsplit(" ", 1)[0].rstrip(" .,;:") + "…"


def _groups(blocks: Sequence[Block]) -> Iterator[tuple[str, ...]]:
    """Yield the ids of the blocks that belong together, the heading's first."""
    group: list[Block] = []
    for block in blocks:
        if block.kind == "rule":
            continue
        if group and _begins(block, group[-1]):
            yield tuple(each.id for each in group)
            group = []
        group.append(block)
    if group:
        yield tuple(each.id for each in group)


def _begins(block: Block, before: Block) -> bool:
    """Whether a block begins a paragraph of its own after the one *before* it."""
    if before.kind == "heading":
        return True
    if block.kind == "evidence":
        return False
    if block.kind == "cell" and before.kind == "cell":
        return block.column == 0 and (block.row == 0 or not before.header)
    return before.kind != "term"
