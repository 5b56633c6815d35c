"""What the reader noted, marked in the text: grounds and lines of highlights, and which notes stand where."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QTextBlock

from reader.core.guide import Guide
from reader.core.notebook.book import Book
from reader.core.notebook.notes import Note
from reader.core.notebook.section_marks import Run, SectionMarks
from reader.core.numbering import Numbering, Paragraph
from reader.core.text import Place
from reader.ui.article.places import Places
from reader.ui.widgets.mark_styles import Marking, Stroke

if TYPE_CHECKING:
    from reader.ui.article.column import Column

ASCENT = 1.05  # of the faces of the text, of their size
MOST_KEPT = 500  # blocks whose marks are kept


class Standing(NamedTuple):
    """What the notes are marked in: a guide, what is shown of it, and where that stands in the document."""

    guide: Guide
    numbering: Numbering | None
    places: Places
    shown: Callable[[str], frozenset[str]]  # the blocks of a section that can be seen


class Noted:
    """The marks of the sections in view: each section's are worked out when it is first painted."""

    def __init__(self) -> None:
        self._book = Book()
        self._in: Standing | None = None
        self._sections: dict[str, SectionMarks] = {}
        self._markings: dict[tuple[Place, int, float, float], Marking] = {}  # of blocks of the document

    def __bool__(self) -> bool:
        """Return whether there is anything to mark."""
        return len(self._book) > 0 and self._in is not None

    def show(self, book: Book) -> None:
        """Mark these notes from now on."""
        self._book = book
        self._sections.clear()
        self._markings.clear()

    def stand_in(self, standing: Standing) -> None:
        """Mark them there."""
        self._in = standing
        self._sections.clear()
        self._markings.clear()

    def get(self, identifier: str) -> Note | None:
        """Return a note, or None."""
        return self._book.get(identifier)

    def has_any(self, section: str) -> bool:
        """Return whether anything in a section is noted."""
        return bool(self._book.of_section(section))

    def of_section(self, section: str) -> SectionMarks:
        """Return the marks of a section."""
        if section not in self._sections:
            notes = self._book.of_section(section) if self._in is not None else ()
            if self._in is None or not notes:
                self._sections[section] = SectionMarks((), (), ())
            else:
                blocks = self._in.guide.blocks(section)
                self._sections[section] = SectionMarks(notes, blocks, self._in.shown(section), self._paragraph(section))
        return self._sections[section]

    def between(self, start: int, end: int) -> list[Note]:
        """Return the notes that have words between two document positions."""
        low, high = (self._in.places.place(each) if self and self._in is not None else None for each in (start, end))
        if low is None or high is None:
            return []
        if low == high:  # at the end of a block
            low = low._replace(offset=max(low.offset - 1, 0))
        sections = self._sections_between(low.section, high.section)
        return [
            note
            for number, section in enumerate(sections, start=1)
            for note in self.of_section(section).between(
                (low.block, low.offset) if number == 1 else None,
                (high.block, high.offset) if number == len(sections) else None,
            )
        ]

    def _sections_between(self, first: str, last: str) -> list[str]:
        """Return the ids of the sections from one to another that have notes, both of these at all events."""
        every = [section.id for section in self._in.guide.outline] if self._in is not None else []
        between = every[every.index(first) : every.index(last) + 1]
        return [section for section in between if section in (first, last) or self.has_any(section)]

    def _paragraph(self, section: str) -> Callable[[str], str]:
        """Return what tells the block with which the paragraph of a block begins."""

        def first_of(block: str) -> str:
            numbering = self._in.numbering if self._in is not None else None
            paragraph = numbering.at(section, block) if numbering is not None else None
            return paragraph.block if paragraph is not None else block

        return first_of

    def beside(self, block: QTextBlock) -> Sequence[Note]:
        """Return the notes whose sign stands beside a block: its paragraph's, or those of all that is not shown."""
        if self._in is None:
            return ()
        places = self._in.places
        piece = places.piece_at(block.position())
        if piece is not None:
            return self.of_section(piece.section).beside(piece.block)
        here = places.place(block.position())
        line = places.short(here.section) if here is not None else None
        is_short = line is not None and block.contains(line)
        return self.of_section(here.section).hidden if is_short and here is not None else ()

    def markings(self, column: Column, only: Paragraph | None = None) -> Iterator[tuple[int, Marking]]:
        """Yield the y of each block in view, or *only* of a paragraph's, and what is highlighted in it."""
        span = self._in.places.span(only) if only is not None and self._in is not None else None
        for block, box in column.blocks_in_view():
            if span is None or span[0] <= block.position() < span[1]:
                marking = self._in_block(block, box, column)
                if marking is not None:
                    yield round(box.top()), marking

    def _in_block(self, block: QTextBlock, box: QRectF, column: Column) -> Marking | None:
        """Return what is highlighted in a block of the document, with pixels told from its top; None for nothing.

        It is kept: to ask Qt for each line again costs more than to paint it, and scrolling changes none of it.
        """
        here = self._in.places.place(block.position()) if self._in is not None else None
        if here is None or self._in is None or not (runs := self.of_section(here.section).runs(here.block)):
            return None
        if (self._in.places.position(here) or 0) >= block.position() + block.length():
            return None  # a title of ours above the words
        key = here, block.layout().lineCount(), box.left(), box.width()
        found = self._markings.get(key)
        if found is None:
            if len(self._markings) > MOST_KEPT:
                self._markings.clear()
            found = self._markings[key] = Marking(column.theme)
            alike = {(run.start, run.end, run.lane, run.note.style): run for run in runs}  # one is seen of those
            for run in alike.values():
                for stroke in _strokes(run, self._ends(run, here), block, column):
                    found.add(stroke._replace(foot=stroke.foot - round(box.top())), run.note.style)
        return found

    def _ends(self, run: Run, here: Place) -> tuple[int, int]:
        """Return where a run of the block at a place begins and ends in the document."""
        places = self._in.places if self._in is not None else Places()
        start, end = (places.position(here._replace(offset=offset)) for offset in (run.start, run.end))
        return start or 0, end or 0


def _strokes(run: Run, ends: tuple[int, int], block: QTextBlock, column: Column) -> Iterator[Stroke]:
    """Yield the lines of a run of words in a block of the document; a long paragraph is several blocks."""
    first, last = block.position(), block.position() + block.length() - 1
    start, end = ends
    if start >= last or end <= first:
        return
    is_begun, is_ended = run.begins and start >= first, run.ends and end <= last
    feet = column.feet(max(start, first), min(end, last))
    for number, foot in enumerate(feet):
        left, right = sorted((round(foot.left), round(foot.right)))  # from right to left, too
        begins, ends_here = is_begun and number == 0, is_ended and number == len(feet) - 1
        yield Stroke(left, right, foot.y, foot.ascent / ASCENT, run.lane, begins, ends_here)


class NotedGrounds:
    """A layer below the text, over the grounds of callouts: what highlighted words stand on."""

    def __init__(self, noted: Noted) -> None:
        self._noted = noted
        self.only: Paragraph | None = None  # the paragraph that is lit: then nothing else has a ground

    def paint_below(self, painter: QPainter, column: Column) -> None:
        """Paint the grounds in view, those of shorter highlights last."""
        if self._noted:
            for y, marking in self._noted.markings(column, self.only):
                painter.save()
                painter.translate(0, y)
                marking.paint_grounds(painter)
                painter.restore()

    def paint_above(self, painter: QPainter, column: Column) -> None:
        """Paint nothing."""


class NotedLines:
    """A layer above the text: the lines by which the styles are known."""

    def __init__(self, noted: Noted) -> None:
        self._noted = noted

    def paint_below(self, painter: QPainter, column: Column) -> None:
        """Paint nothing: a line lies over the ground of a hit, too."""

    def paint_above(self, painter: QPainter, column: Column) -> None:
        """Paint the lines in view."""
        if self._noted:
            for y, marking in self._noted.markings(column):
                painter.save()
                painter.translate(0, y)
                marking.paint_lines(painter)
                painter.restore()
