"""Which words, and which notes, an act is about: what is selected, or else the paragraph that is read."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint

from reader.core.notebook.notes import Note
from reader.core.numbering import Paragraph
from reader.core.text import Place
from reader.ui.article import asking
from reader.ui.article.column import Column
from reader.ui.article.contents import Contents
from reader.ui.article.guiding import Guiding
from reader.ui.article.noted import Noted
from reader.ui.article.places import Hyperlink


class Selection:
    """Knows them in a column, be they chosen by keyboard, by mouse, or by nobody."""

    def __init__(self, column: Column, contents: Contents, guiding: Guiding, noted: Noted) -> None:
        self._column, self._contents, self._guiding, self._noted = column, contents, guiding, noted
        self._clicked: Hyperlink | None = None  # where the mouse has put the caret

    def click(self) -> None:
        """Take note of where the mouse has put the caret."""
        caret = self._column.textCursor().position()
        self._clicked = Hyperlink(caret, caret, "")

    def carry(self, change: Callable[[Hyperlink], Hyperlink | None]) -> None:
        """Take along where the mouse was."""
        self._clicked = change(self._clicked) if self._clicked is not None else None

    def passage(self, position: int | None = None) -> tuple[Place, Place] | None:
        """Return from where to where the selection goes, where it is seen, or else the paragraph that is read.

        At a document *position*, such as a menu's: the selection that holds it, or else the paragraph there.
        """
        words = self._selected(position)
        span = self._before_evidence(words.start, words.end) if words is not None else None
        if span is None:
            span = self._words_alone(self._paragraph(words.start if words is not None else position))
        ends = [self._column.places.place(each) for each in span or ()]
        return (ends[0], ends[1]) if len(ends) == 2 and ends[0] is not None and ends[1] is not None else None

    def notes(self, position: int | None = None) -> list[Note]:
        """Return the notes that have words in the selection, or else hold the caret, or else the whole paragraph.

        Where the caret is in a heading or beside the words, the paragraph is the one that `passage` means.
        """
        words, at = self._selected(position), self.at_hand() if position is None else position
        if words is not None:
            return self._noted.between(words.start, words.end)
        span = self._words_alone(self._paragraph(position))
        if at is not None and (span is None or span[0] <= at <= span[1]):
            return self._noted.between(at, at + 1)
        if span is None:
            return []
        last = self._noted.between(max(span[1] - 1, span[0]), span[1])
        return [note for note in self._noted.between(span[0], span[0] + 1) if note in last]

    def at_hand(self) -> int | None:
        """Return where the caret is, where somebody sees it or has put it with the mouse; else None."""
        caret = self._column.textCursor().position()
        was_put = self._clicked is not None and self._clicked.start == caret
        return caret if (self._column.cursorWidth() or was_put) and self._column.in_view(caret) else None

    def _selected(self, position: int | None) -> Hyperlink | None:
        words = asking.selected(self._column)
        is_there = words is not None and (position is None or words.start <= position <= words.end)
        return words if is_there else None

    def _paragraph(self, position: int | None) -> Paragraph | None:
        """Return the paragraph at a position, else the one that is lit, at the caret, or at the reading line."""
        if position is None and self._guiding.lit is not None:
            return self._guiding.lit
        line = self._column.cursorForPosition(QPoint(0, self._column.reading_line())).position()
        places = (position, self.at_hand(), line)
        return self._contents.paragraph_at(next(each for each in places if each is not None))

    def _before_evidence(self, start: int, end: int) -> tuple[int, int] | None:
        """Return a selection without the mark of evidence at its end, or None where it is of nothing else.

        Shift+Down goes from a paragraph's last line into its mark: half of that is nothing to keep, or to print.
        """
        last, paragraph = self._column.places.place(end - 1), self._contents.paragraph_at(end - 1)
        guide = self._contents.guide
        if last is None or paragraph is None or guide is None:
            return start, end
        kinds = {block.id: block.kind for block in guide.blocks(last.section)}
        words = self._words_alone(paragraph) if kinds.get(last.block) == "evidence" else None
        if words is None:
            return start, end
        return (start, words[1]) if start < words[1] else None

    def _words_alone(self, paragraph: Paragraph | None) -> tuple[int, int] | None:
        """Return where the words of a paragraph stand in the document, without its mark of evidence.

        Citations at its end are no words, either: the passage that is kept ends before them.
        """
        guide, places = self._contents.guide, self._column.places
        if paragraph is None or guide is None:
            return None
        from reader.core.notebook.uncited import words_end  # not needed before somebody marks something

        mine = (block for block in guide.blocks(paragraph.section) if block.id in paragraph.blocks)
        words = [block for block in mine if block.kind != "evidence"]
        span = places.span(paragraph._replace(blocks=tuple(block.id for block in words))) if words else None
        end = places.position(Place(paragraph.section, words[-1].id, words_end(words[-1]))) if span else None
        return (span[0], end) if span and end is not None else span
