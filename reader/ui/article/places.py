"""The map between document positions and places in the guide, and what can be chosen where."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass

from reader.core.find import Hit
from reader.core.text import Place


@dataclass(frozen=True, slots=True)
class Piece:
    """Where a block of the text model stands in the document."""

    start: int  # document position of its first character
    section: str
    block: str
    length: int  # characters of the model's text
    inserted: tuple[int, ...] = ()  # model offsets before which the document holds one character more (a sign)

    def position(self, offset: int) -> int:
        """Return the document position of a model offset."""
        offset = min(max(offset, 0), self.length)
        return self.start + offset + sum(1 for at in self.inserted if at <= offset)

    def offset(self, position: int) -> int:
        """Return the model offset of a document position inside this block."""
        within = position - self.start
        for at in self.inserted:
            if at < within:
                within -= 1
        return min(max(within, 0), self.length)


@dataclass(frozen=True, slots=True)
class Anchor:
    """A term, citation or link: what can be chosen in the text."""

    start: int  # document positions
    end: int
    address: str  # "term:…", "cite:…" or "link:…"


class Places:
    """Where every block, section and anchor of an article stands in its document, in reading order."""

    def __init__(self) -> None:
        self.anchors: list[Anchor] = []
        self._pieces: list[Piece] = []
        self._starts: list[int] = []
        self._where: dict[tuple[str, str], int] = {}  # section and block -> index in pieces; block "" is the first

    @property
    def first(self) -> Piece | None:
        """The first block of all, or None."""
        return self._pieces[0] if self._pieces else None

    @property
    def last_section(self) -> int | None:
        """The document position at which the last section starts, or None."""
        return self.position(Place(self._pieces[-1].section)) if self._pieces else None

    def add(self, piece: Piece) -> None:
        """Take note of the next block."""
        self._pieces.append(piece)
        self._starts.append(piece.start)
        self._where.setdefault((piece.section, ""), len(self._pieces) - 1)
        self._where[piece.section, piece.block] = len(self._pieces) - 1

    def add_anchor(self, anchor: Anchor) -> None:
        """Take note of the next anchor; one that is cut by bold letters stays one."""
        last = self.anchors[-1] if self.anchors else None
        if last is not None and (last.end, last.address) == (anchor.start, anchor.address):
            self.anchors[-1] = Anchor(last.start, anchor.end, anchor.address)
        else:
            self.anchors.append(anchor)

    def place(self, position: int) -> Place | None:
        """Return the place in the guide of a document position; None in an empty document."""
        if not self._pieces:
            return None
        index = max(bisect_right(self._starts, position) - 1, 0)
        piece = self._pieces[index]
        if position > piece.position(piece.length) and index + 1 < len(self._pieces):
            piece = self._pieces[index + 1]  # a callout's title belongs to what follows it
        return Place(piece.section, piece.block, piece.offset(position))

    def position(self, place: Place) -> int | None:
        """Return the document position of a place, or of its section where the block is unknown; else None."""
        first = self._where.get((place.section, ""))
        if first is None:
            return None
        piece = self._pieces[self._where.get((place.section, place.block), first)]
        return piece.position(place.offset if piece.block == place.block else 0)

    def range(self, hit: Hit) -> tuple[int, int]:
        """Return the document positions of a hit; (0, 0) for one that is not in the document."""
        start = self.position(Place(hit.section, hit.block, hit.start))
        end = self.position(Place(hit.section, hit.block, hit.end))
        return (start or 0, end or 0)

    def anchor_at(self, position: int) -> Anchor | None:
        """Return the anchor at a document position, or None."""
        index = bisect_right(self.anchors, position, key=_start) - 1
        return self.anchors[index] if index >= 0 and position <= self.anchors[index].end else None

    def anchor_after(self, position: int) -> Anchor | None:
        """Return the first anchor that starts at or after a document position, or None."""
        index = bisect_left(self.anchors, position, key=_start)
        return self.anchors[index] if index < len(self.anchors) else None

    def anchor_before(self, position: int) -> Anchor | None:
        """Return the last anchor that starts before a document position, or None."""
        index = bisect_left(self.anchors, position, key=_start)
        return self.anchors[index - 1] if index else None


def _start(anchor: Anchor) -> int:
    return anchor.start
