"""An article as a QTextDocument that grows at both ends, part by part.

Blocks are inserted one by one from the text model; no HTML is ever given to Qt, which would load what it names.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QCoreApplication, QDate, QLocale, Qt
from PySide6.QtGui import (
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextListFormat,
    QTextTable,
)

from reader.appearance import Appearance
from reader.core.guide import Guide
from reader.core.records import About
from reader.core.text import Block
from reader.ui import theme as look
from reader.ui.article import formats
from reader.ui.article.formats import BOX, CALLOUT, Formats
from reader.ui.article.parts import Part
from reader.ui.article.places import Hyperlink, Places
from reader.ui.article.words import Words, safe
from reader.ui.theme import Theme


class ArticleDocument:
    """The document of a guide. A table of more than *columns* columns is set as a list of its rows."""

    def __init__(self, guide: Guide, theme: Theme, appearance: Appearance, columns: int = 4) -> None:
        self.document = QTextDocument()
        self.document.setUndoRedoEnabled(False)
        self.document.setDocumentMargin(0)
        self.document.setDefaultFont(look.reading(appearance))
        self.places = Places()
        self._guide = guide
        self._formats = Formats(theme, appearance, columns)
        self.document.setIndentWidth(self._formats.across(formats.INDENT))
        self._words = Words(guide, self.document, theme, self._formats)
        self._columns = columns
        self._cursor = QTextCursor(self.document)
        self._taken = self.places  # what takes note of what is being added
        self._is_blank = True  # whether an empty block waits where the next one is to stand
        self._room: int | None = None  # pixels after the text, in a block of their own
        self._boxes = 0

    def add_after(self, parts: Iterable[Part]) -> None:
        """Add parts at the end."""
        self._cursor.movePosition(QTextCursor.MoveOperation.End)
        self._taken = self.places
        self._cursor.beginEditBlock()
        for part in parts:
            self._add(part)
        self._cursor.endEditBlock()

    def add_before(self, parts: Iterable[Part]) -> int:
        """Add parts at the beginning, and return by how many characters the others have moved on."""
        before = self.document.characterCount()
        first = self.document.firstBlock()
        shape, letters = first.blockFormat(), first.charFormat()
        self._taken = Places()
        self._cursor.beginEditBlock()
        self._cursor.setPosition(0)
        self._cursor.insertBlock(shape, letters)
        self._cursor.setPosition(0)
        self._is_blank = True
        for part in parts:
            self._add(part)
        self._cursor.endEditBlock()
        length = self.document.characterCount() - before
        self.places.put_before(self._taken, length)
        return length

    def set_room(self, pixels: int) -> None:
        """Leave so much room after the text, once it is whole.

        The room is a block of its own: with a margin of the frame, Qt would lay out everything anew.
        """
        if pixels != self._room:
            self._cursor.movePosition(QTextCursor.MoveOperation.End)
            if not self._has_foot:
                self._new_block(QTextBlockFormat(), self._formats.letters("paragraph"))
            self._room = pixels
            self._cursor.setBlockFormat(self._formats.room(pixels))

    def end(self) -> float:
        """Return where the text ends, in pixels of the document; lays out all of it."""
        layout, last = self.document.documentLayout(), self.document.lastBlock()
        rect = layout.blockBoundingRect(last)
        return rect.top() if self._has_foot else rect.bottom()

    @property
    def _has_foot(self) -> bool:
        return self._room is not None

    def _add(self, part: Part) -> None:
        blocks = part.blocks
        if part.is_first:
            self._add_title(self._guide.about, part.section.title)
        index = 0
        while index < len(blocks):
            block = blocks[index]
            before = blocks[index - 1] if index else part.before
            if block.kind == "cell":
                end = index + 1
                while (
                    end < len(blocks) and blocks[end].kind == "cell" and (blocks[end].row, blocks[end].column) > (0, 0)
                ):
                    end += 1
                self._add_table(blocks[index:end], part)
                index = end
                continue
            if block.box and (before is None or before.box != block.box):
                self._boxes += 1
                self._add_callout_title(block, after_box=before is not None and before.box > 0)
            after = blocks[index + 1] if index + 1 < len(blocks) else None
            self._add_block(block, before, after, part)
            index += 1
        if part.minutes_left_out:
            self._add_way_on(part, blocks[-1])

    def _add_title(self, about: About, heading: str) -> None:
        """Add the guide's title, and who reviewed it and when the evidence was checked."""
        if heading == about.title:
            return  # a plain text file: its first heading is its title
        lines = [("guide-title", about.title), ("subtitle", about.subtitle), ("review", review_line(about))]
        for kind, text in lines:
            if text:
                letters = self._formats.letters(kind)
                self._new_block(self._formats.block(kind, 0, text), letters)
                self._cursor.insertText(safe(text), letters)

    def _new_block(self, shape: QTextBlockFormat, letters: QTextCharFormat) -> None:
        if not self._is_blank:
            self._cursor.insertBlock(shape, letters)
            if self._cursor.currentList() is not None:
                self._cursor.currentList().remove(self._cursor.block())
        else:
            self._cursor.setBlockFormat(shape)
            self._cursor.setBlockCharFormat(letters)
            self._is_blank = False

    def _add_callout_title(self, block: Block, *, after_box: bool) -> None:
        shape = self._formats.block("title", 0, block.title)
        inset = self._formats.across(formats.BOX_INSET)
        ground = self._formats.em(formats.CALLOUT_ABOVE)
        shape.setProperty(BOX, self._boxes)
        shape.setProperty(CALLOUT, block.callout)
        shape.setLeftMargin(inset)
        shape.setRightMargin(inset)
        shape.setTopMargin(3 * ground + self._formats.em(formats.CALLOUT_BELOW) if after_box else 2 * ground)
        self._new_block(shape, self._formats.letters("title"))
        self._cursor.insertText(safe(block.title), self._formats.letters("title"))

    def _add_block(self, block: Block, before: Block | None, after: Block | None, part: Part) -> None:
        em = self._formats.em
        shape = self._formats.block(block.kind, block.level, block.text)
        if block.box:
            inset = self._formats.across(formats.BOX_INSET)
            shape.setProperty(BOX, self._boxes)
            shape.setProperty(CALLOUT, block.callout)
            shape.setLeftMargin(shape.leftMargin() + inset)
            shape.setRightMargin(inset)
        if before is not None and before.kind == "item" and block.kind == "paragraph" and before.box == block.box:
            shape.setTopMargin(shape.bottomMargin())  # a list's items stand closer to one another than to what follows
        if before is not None and before.box and not block.box:
            shape.setTopMargin(max(int(shape.topMargin()), em(formats.BOX_AWAY)))  # clear of the callout's edge
        if after is not None and after.kind == "evidence":
            shape.setBottomMargin(em(formats.MARK_AWAY))  # a mark stands close to what it speaks of
        if part.is_first and self._cursor.position() == 0:
            shape.setTopMargin(0)
        letters = self._formats.letters(block.kind, block.level)
        self._new_block(shape, letters)
        if block.kind == "item":
            self._make_item(block)
        if block.kind == "rule":
            self._cursor.insertText("\u2003", letters)
            return
        first = self._cursor.block()
        self._insert_text(block, part, letters)
        self._close_up(first)

    def _close_up(self, first: QTextBlock) -> None:
        """Take the room from between *first* and the blocks after it: they are one paragraph."""
        last = self._cursor.block()
        block = first
        while block != last:
            for each, side in ((block, "setBottomMargin"), (block.next(), "setTopMargin")):
                shape = each.blockFormat()
                getattr(shape, side)(0)
                QTextCursor(each).setBlockFormat(shape)
            block = block.next()

    def _make_item(self, block: Block) -> None:
        style = QTextListFormat()
        style.setIndent(block.level)
        number = block.marker.rstrip(".")
        if number.isdigit():
            style.setStyle(QTextListFormat.Style.ListDecimal)
            style.setStart(int(number))
        else:
            style.setStyle(QTextListFormat.Style.ListStyleUndefined)  # the column draws a point: Qt's is a blot
        self._cursor.createList(style)

    def _add_way_on(self, part: Part, last: Block) -> None:
        """End a section that is shown in short with one quiet line that says so, and opens it."""
        words = QCoreApplication.translate("article", "Show the full text · {0} min").format(part.minutes_left_out)
        letters = self._formats.way(f"open:{part.section.id}")
        shape = self._formats.block("more", 0)
        if last.box:
            shape.setTopMargin(self._formats.em(formats.BOX_AWAY))
        self._new_block(shape, letters)
        start = self._cursor.position()
        self._cursor.insertText(words, letters)
        self._taken.add_link(Hyperlink(start, self._cursor.position(), letters.anchorHref()))
        self._taken.add_short(part.section.id, start)

    def _insert_text(self, block: Block, part: Part, letters: QTextCharFormat) -> None:
        self._words.insert(block, part, letters, self._cursor, self._taken)

    def _add_table(self, cells: Sequence[Block], part: Part) -> None:
        height, width = max(cell.row for cell in cells) + 1, max(cell.column for cell in cells) + 1
        if width > self._columns:
            self._add_list(cells, part)
            return
        self._new_block(self._formats.block("gap", 0), self._formats.letters("paragraph"))
        table: QTextTable = self._cursor.insertTable(height, width, self._formats.table())
        outer = self._cursor
        for cell in cells:
            place = table.cellAt(cell.row, cell.column)
            self._cursor = place.firstCursorPosition()
            kind = "header" if cell.header else "cell"
            letters = self._formats.letters(kind)
            self._cursor.setBlockFormat(self._formats.block(kind, 0, cell.text))
            shape = self._formats.cell(header=cell.header)
            shape.merge(letters)
            place.setFormat(shape)  # Qt keeps a cell's shape in the letters of its first block: one without the other
            self._insert_text(cell, part, letters)
        self._cursor = outer
        self._cursor.setPosition(table.lastPosition() + 1)

    def _add_list(self, cells: Sequence[Block], part: Part) -> None:
        """Add a table as a list: each cell under the head of its column, and each head once as itself."""
        heads = {cell.column: cell for cell in cells if cell.header and cell.row == 0}
        for cell in (each for each in cells if not (each.header and each.row == 0)):
            head = heads.get(cell.column)
            kind = "header" if cell.header else "cell"
            is_first = cell.column == 0
            if head is not None and cell.row == 1:
                self._add_listed(head, part, "head", apart=is_first)
            elif head is not None:
                self._new_block(self._formats.listed("head", apart=is_first), self._formats.letters("title"))
                self._cursor.insertText(safe(head.text), self._formats.letters("title"))
            self._add_listed(cell, part, kind, apart=is_first and head is None)

    def _add_listed(self, cell: Block, part: Part, kind: str, *, apart: bool) -> None:
        letters = self._formats.letters("title" if kind == "head" else kind)
        self._new_block(self._formats.listed(kind, apart=apart), letters)
        self._insert_text(cell, part, letters)


def review_line(about: About) -> str:
    """Return who reviewed the guide, when its evidence was checked, and that this should have been done again by now.

    One line; empty when the guide says nothing of it.
    """
    said = [
        about.review,
        _dated(QCoreApplication.translate("article", "Evidence checked {0}."), about.evidence_checked, about),
        _dated(QCoreApplication.translate("article", "The next check was due on {0}."), about.next_check, about)
        if about.is_overdue
        else "",
    ]
    return " ".join(part for part in said if part)


def _dated(sentence: str, iso: str, about: About) -> str:
    """Return the sentence with a date as the guide's language writes it; "" without one."""
    date = QDate.fromString(iso, Qt.DateFormat.ISODate)
    return sentence.format(QLocale(about.language).toString(date, "d MMMM yyyy")) if date.isValid() else ""
