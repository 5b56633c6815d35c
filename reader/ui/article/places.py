"""The map between document positions and places in the guide, and what can be chosen where."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import NamedTuple

from reader.core.find import Hit
from reader.core.numbering import Paragraph
from reader.core.text import Place


class Piece(NamedTuple):
    """Where a block of the text model stands in the document."""

    start: int  # document position of its first character
    section: str
    block: str
    length: int  # characters of the model's text
    inserted: tuple[int, ...] = ()  # model offsets before which the document holds one character more (a sign)

    def position(self, offset: int) -> int:
        """Return the document position of a model offset."""
        offset = min(max(offset, 0), self.length)
        return self.start + offset + bisect_right(self.inserted, offset)

    def offset(self, position: int) -> int:
        """Return the model offset of a document position inside this block."""
        within = position - self.start
        for at in self.inserted:
            if at >= within:
                break
            within -= 1
        return min(max(within, 0), self.length)


class Hyperlink(NamedTuple):
    """Words that lead somewhere, and where to: to an explanation, a reference, a place, an address on the web."""

    start: int  # document positions
    end: int
    address: str  # "term:…", "cite:…", "link:…", or "open:…" for a section that is shown in short; "" for words alone

    def moved(self, by: int) -> Hyperlink:
        """Return the link after *by* characters came into the document before it."""
        return Hyperlink(self.start + by, self.end + by, self.address) if by else self


class Places:
    """Where every block, section and link of an article stands in its document, in reading order.

    A document may grow at both ends. What stands in it is numbered from where it began: only `_before`, the characters
    that came in front of that, changes when there are more.
    """

    def __init__(self) -> None:
        self._before = 0
        self._pieces: list[Piece] = []
        self._starts: list[int] = []
        self._links: list[Hyperlink] = []
        self._unmarked: list[Hyperlink] = []
        self._where: dict[tuple[str, str], Piece] = {}  # section and block; block "" is the section's first
        self._hidden: dict[str, int] = {}  # section that is shown in short -> where the line that says so stands

    @property
    def first(self) -> Piece | None:
        """The first block of all, or None."""
        return self._out(self._pieces[0]) if self._pieces else None

    @property
    def last_section(self) -> int | None:
        """The document position at which the last section starts, or None."""
        return self.position(Place(self._pieces[-1].section)) if self._pieces else None

    @property
    def links(self) -> list[Hyperlink]:
        """All links, in reading order."""
        return [each.moved(self._before) for each in self._links]

    def add(self, piece: Piece) -> None:
        """Take note of the next block."""
        piece = piece._replace(start=piece.start - self._before) if self._before else piece
        self._pieces.append(piece)
        self._starts.append(piece.start)
        self._know(piece)

    def add_link(self, link: Hyperlink) -> None:
        """Take note of the next link; one that is cut by bold letters stays one."""
        link = link.moved(-self._before)
        last = self._links[-1] if self._links else None
        if last is not None and (last.end, last.address) == (link.start, link.address):
            self._links[-1] = Hyperlink(last.start, link.end, link.address)
        else:
            self._links.append(link)

    def add_unmarked(self, term: Hyperlink) -> None:
        """Take note of the next term that is not marked: no link, but somebody may ask for it."""
        self._unmarked.append(term.moved(-self._before))

    def add_short(self, section: str, position: int) -> None:
        """Take note of the line that stands for what is not shown of a section."""
        self._hidden[section] = position - self._before

    def put_before(self, others: Places, length: int) -> None:
        """Take note of what came in at the head of the document: *others*, *length* characters."""
        self._before += length
        pieces = [each._replace(start=each.start - self._before) for each in others._pieces]
        self._pieces[:0] = pieces
        self._starts[:0] = [each.start for each in pieces]
        self._links[:0] = [each.moved(-self._before) for each in others._links]
        self._unmarked[:0] = [each.moved(-self._before) for each in others._unmarked]
        self._hidden |= {section: at - self._before for section, at in others._hidden.items()}
        for piece in reversed(pieces):
            self._where[piece.section, ""] = piece
            self._where[piece.section, piece.block] = piece

    def _know(self, piece: Piece) -> None:
        self._where.setdefault((piece.section, ""), piece)
        self._where[piece.section, piece.block] = piece

    def _out(self, piece: Piece) -> Piece:
        return piece._replace(start=piece.start + self._before) if self._before else piece

    def piece_at(self, position: int) -> Piece | None:
        """Return the block that starts at a document position, or None: a title of ours stands there."""
        index = bisect_left(self._starts, position - self._before)
        found = self._pieces[index] if index < len(self._pieces) else None
        return self._out(found) if found is not None and found.start == position - self._before else None

    def place(self, position: int) -> Place | None:
        """Return the place in the guide of a document position; None in an empty document."""
        if not self._pieces:
            return None
        position -= self._before
        index = max(bisect_right(self._starts, position) - 1, 0)
        piece = self._pieces[index]
        if position > piece.position(piece.length) and index + 1 < len(self._pieces):
            line = self._hidden.get(piece.section)
            if line is None or position < line:
                piece = self._pieces[index + 1]  # a callout's title belongs to what follows it
        return Place(piece.section, piece.block, piece.offset(position))

    def short(self, section: str) -> int | None:
        """Return where the line stands that says what is not shown of a section; None where all is shown."""
        line = self._hidden.get(section)
        return None if line is None else self._before + line

    def has(self, place: Place) -> bool:
        """Whether the very place is in the document: its section is, and its block, if it names one, is shown."""
        return (place.section, place.block) in self._where

    def position(self, place: Place) -> int | None:
        """Return the document position of a place, or of its section where the block is not shown; else None."""
        first = self._where.get((place.section, ""))
        if first is None:
            return None
        piece = self._where.get((place.section, place.block), first)
        return self._before + piece.position(place.offset if piece.block == place.block else 0)

    def ends(self, place: Place) -> tuple[int, int] | None:
        """Return the document positions at which the block of a place begins and ends; None where it is not shown."""
        piece = self._where.get((place.section, place.block))
        if piece is None:
            return None
        return self._before + piece.position(0), self._before + piece.position(piece.length)

    def span(self, paragraph: Paragraph) -> tuple[int, int] | None:
        """Return the document positions at which a paragraph begins and ends; None where it is not shown."""
        first, last = (self.ends(Place(paragraph.section, paragraph.blocks[each])) for each in (0, -1))
        return (first[0], last[1]) if first is not None and last is not None else None

    def range(self, hit: Hit) -> tuple[int, int]:
        """Return the document positions of a hit; (0, 0) for one that is not in the document."""
        piece = self._where.get((hit.section, hit.block))
        if piece is None:
            return (0, 0)
        return self._before + piece.position(hit.start), self._before + piece.position(hit.end)

    def link_at(self, position: int) -> Hyperlink | None:
        """Return the link at a document position, or None."""
        return self._at(self._links, position)

    def unmarked_at(self, position: int) -> Hyperlink | None:
        """Return the term at a document position that is not marked, or None."""
        return self._at(self._unmarked, position)

    def link_after(self, position: int) -> Hyperlink | None:
        """Return the first link that starts at or after a document position, or None."""
        return self._after(self._links, position)

    def unmarked_after(self, position: int) -> Hyperlink | None:
        """Return the first term that is not marked and starts at or after a document position, or None."""
        return self._after(self._unmarked, position)

    def links_between(self, first: int, last: int) -> list[Hyperlink]:
        """Return the links that stand between two document positions, or reach in there."""
        return self._between(self._links, first, last)

    def unmarked_between(self, first: int, last: int) -> list[Hyperlink]:
        """Return the terms that are not marked and stand between two document positions, or reach in there."""
        return self._between(self._unmarked, first, last)

    def link_before(self, position: int) -> Hyperlink | None:
        """Return the last link that starts before a document position, or None."""
        index = bisect_left(self._links, position - self._before, key=_start)
        return self._links[index - 1].moved(self._before) if index else None

    def _between(self, links: list[Hyperlink], first: int, last: int) -> list[Hyperlink]:
        start = max(bisect_right(links, first - self._before, key=_start) - 1, 0)
        end = bisect_right(links, last - self._before, key=_start)
        return [each.moved(self._before) for each in links[start:end]]

    def _at(self, links: list[Hyperlink], position: int) -> Hyperlink | None:
        position -= self._before
        index = bisect_right(links, position, key=_start) - 1
        if index < 0 or position > links[index].end:
            return None
        return links[index].moved(self._before)

    def _after(self, links: list[Hyperlink], position: int) -> Hyperlink | None:
        index = bisect_left(links, position - self._before, key=_start)
        return links[index].moved(self._before) if index < len(links) else None


def _start(link: Hyperlink) -> int:
    return link.start
