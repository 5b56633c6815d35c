"""An article as a QTextDocument, built section by section.

Blocks are inserted one by one from the text model; no HTML is ever given to Qt, which would load what it names.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

from PySide6.QtCore import QCoreApplication, QDate, QLocale, Qt, QUrl
from PySide6.QtGui import (
    QImage,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QTextImageFormat,
    QTextLength,
    QTextListFormat,
    QTextTable,
)

from reader.core.evidence import WORDS
from reader.core.guide import About, Guide, Section
from reader.core.text import Block, Span
from reader.ui import theme as look
from reader.ui.article.formats import Formats
from reader.ui.article.places import Anchor, Piece, Places
from reader.ui.theme import Theme

BOX = QTextFormat.Property.UserProperty + 1  # on a block: the number of the callout it stands in
CALLOUT = QTextFormat.Property.UserProperty + 2  # beside it: "gist", "key-points", "note", "warning", …
BOX_INSET = 20  # from the callout's edge to its text
# Characters that would end a block or a frame in Qt, each replaced by one that does not: lengths stay.
_SAFE = str.maketrans({"\n": "\u2028", "\r": " ", "\u2029": " ", "\x00": " ", "\ufdd0": " ", "\ufdd1": " "})


class ArticleDocument:
    """The document of a guide, built section by section with `append`."""

    def __init__(self, guide: Guide, theme: Theme) -> None:
        self.document = QTextDocument()
        self.document.setUndoRedoEnabled(False)
        self.document.setDocumentMargin(0)
        self.document.setIndentWidth(28)
        self.document.setDefaultFont(look.serif())
        self.places = Places()
        self._guide = guide
        self._formats = Formats(theme)
        self._theme = theme
        self._cursor = QTextCursor(self.document)
        self._boxes = 0
        self._add_signs()

    def add_title(self, about: About, first: Section | None) -> None:
        """Begin with the guide's title, and with who reviewed it and when the evidence was checked."""
        if first is not None and first.title == about.title:
            return  # a plain text file: its first heading is its title
        lines = [("guide-title", about.title), ("subtitle", about.subtitle), ("review", review_line(about))]
        for kind, text in lines:
            if text:
                letters = self._formats.letters(kind)
                self._new_block(self._formats.block(kind, 0), letters)
                self._cursor.insertText(text.translate(_SAFE), letters)

    def append(self, section: Section) -> None:
        """Add a section at the end."""
        seen: set[str] = set()
        cursor = self._cursor
        cursor.beginEditBlock()
        blocks = self._guide.blocks(section.id)
        index = 0
        while index < len(blocks):
            block = blocks[index]
            if block.kind == "cell":
                end = index + 1
                while (
                    end < len(blocks) and blocks[end].kind == "cell" and (blocks[end].row, blocks[end].column) > (0, 0)
                ):
                    end += 1
                self._add_table(blocks[index:end], section.id, seen)
                index = end
                continue
            before = blocks[index - 1] if index else None
            if block.box and (before is None or before.box != block.box):
                self._boxes += 1
                self._add_callout_title(block, after_box=before is not None and before.box > 0)
            self._add_block(block, before, section.id, seen)
            index += 1
        cursor.endEditBlock()

    def _add_signs(self) -> None:
        for level in WORDS:
            name = level.replace(" ", "-")
            picture = look.image(f"evidence-{name}", self._theme.quiet, 16, scale=2.0)
            self.document.addResource(QTextDocument.ResourceType.ImageResource, QUrl(f"sign:{name}"), picture)

    def _new_block(self, shape: QTextBlockFormat, letters: QTextCharFormat) -> None:
        # The document is born with one empty block: the first block takes it over.
        if self.places.first is not None or self._cursor.position() > 0:
            self._cursor.insertBlock(shape, letters)
            if self._cursor.currentList() is not None:
                self._cursor.currentList().remove(self._cursor.block())
        else:
            self._cursor.setBlockFormat(shape)
            self._cursor.setBlockCharFormat(letters)

    def _add_callout_title(self, block: Block, *, after_box: bool) -> None:
        shape = self._formats.block("title", 0)
        shape.setProperty(BOX, self._boxes)
        shape.setProperty(CALLOUT, block.callout)
        shape.setLeftMargin(BOX_INSET)
        shape.setRightMargin(BOX_INSET)
        shape.setTopMargin(40 if after_box else 24)  # 12 px of it are the callout's own ground
        self._new_block(shape, self._formats.letters("title"))
        self._cursor.insertText(block.title, self._formats.letters("title"))

    def _add_block(self, block: Block, before: Block | None, section: str, seen: set[str]) -> None:
        shape = self._formats.block(block.kind, block.level)
        if block.box:
            shape.setProperty(BOX, self._boxes)
            shape.setProperty(CALLOUT, block.callout)
            shape.setLeftMargin(shape.leftMargin() + BOX_INSET)
            shape.setRightMargin(BOX_INSET)
        if before is not None and before.kind == "item" and block.kind == "paragraph" and before.box == block.box:
            shape.setTopMargin(14)  # a list's items stand closer to one another than to what follows
        if before is not None and before.box and not block.box:
            shape.setTopMargin(max(shape.topMargin(), 28))  # clear of the callout's edge
        if self._cursor.position() == 0:
            shape.setTopMargin(0)
        letters = self._formats.letters(block.kind, block.level)
        self._new_block(shape, letters)
        if block.kind == "item":
            self._make_item(block, before)
        if block.kind == "rule":
            self._cursor.insertText("\u2003", letters)
            return
        self._insert_text(block, section, letters, seen)

    def _make_item(self, block: Block, before: Block | None) -> None:
        style = QTextListFormat()
        style.setIndent(block.level)
        number = block.marker.rstrip(".")
        if number.isdigit():
            style.setStyle(QTextListFormat.Style.ListDecimal)
            style.setStart(int(number))
        else:
            style.setStyle(QTextListFormat.Style.ListStyleUndefined)  # the column draws a point: Qt's is a blot
        self._cursor.createList(style)

    def _insert_text(self, block: Block, section: str, letters: QTextCharFormat, seen: set[str]) -> None:
        start = self._cursor.position()
        inserted: list[int] = []
        if block.kind == "evidence":
            inserted = self._insert_evidence(block, letters)
        elif block.kind == "image" and (data := self._guide.image(block.image)) is not None:
            inserted = self._insert_picture(block, data, letters)
        else:
            self._insert_runs(block, letters, seen)
        # Qt counts UTF-16 units: a character outside the basic plane takes two places in the document.
        inserted += [at + 1 for at, character in enumerate(block.text) if character > "\uffff"]
        self.places.add(Piece(start, section, block.id, len(block.text), tuple(sorted(inserted))))

    def _insert_evidence(self, block: Block, letters: QTextCharFormat) -> list[int]:
        inserted = []
        offset = 0
        for level in (each for each in WORDS if each in block.levels):
            at = block.text.find(WORDS[level], offset)
            if at < 0:
                break
            self._cursor.insertText(block.text[offset:at], letters)
            sign = QTextImageFormat()
            sign.setName(f"sign:{level.replace(' ', '-')}")
            sign.setWidth(16)
            sign.setHeight(16)
            sign.setVerticalAlignment(QTextCharFormat.VerticalAlignment.AlignMiddle)
            self._cursor.insertImage(sign)
            inserted.append(at)
            self._cursor.insertText("\u2002", letters)
            inserted.append(at)
            offset = at
        self._cursor.insertText(block.text[offset:], letters)
        return inserted

    def _insert_picture(self, block: Block, data: bytes, letters: QTextCharFormat) -> list[int]:
        picture = QImage.fromData(data)
        if picture.isNull():
            self._cursor.insertText(block.text, letters)
            return []
        self.document.addResource(QTextDocument.ResourceType.ImageResource, QUrl(f"picture:{block.image}"), picture)
        shown = QTextImageFormat()
        shown.setName(f"picture:{block.image}")
        shown.setMaximumWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
        self._cursor.insertImage(shown)
        caption = self._formats.letters("evidence")
        self._cursor.insertText("\u2028" + block.text if block.text else "", caption)
        return [0, 0] if block.text else [0]

    def _insert_runs(self, block: Block, letters: QTextCharFormat, seen: set[str]) -> None:
        """Insert a block's text, cut where a span begins or ends."""
        if not block.spans:
            self._cursor.insertText(block.text.translate(_SAFE), letters)
            return
        shown = [span for span in block.spans if span.kind != "term" or _first(span, seen)]
        cuts = sorted({0, len(block.text), *(at for span in shown for at in (span.start, span.end))})
        for start, end in pairwise(cuts):
            over = [span for span in shown if span.start <= start and end <= span.end]
            text = block.text[start:end].translate(_SAFE)
            shape = self._formats.run(letters, over) if over else letters
            before = self._cursor.position()
            self._cursor.insertText(text, shape)
            if shape.isAnchor():
                self.places.add_anchor(Anchor(before, self._cursor.position(), shape.anchorHref()))

    def _add_table(self, cells: Iterable[Block], section: str, seen: set[str]) -> None:
        rows = list(cells)
        height, width = max(cell.row for cell in rows) + 1, max(cell.column for cell in rows) + 1
        if self.places.first is not None:
            self._new_block(self._formats.block("gap", 0), self._formats.letters("paragraph"))
        table: QTextTable = self._cursor.insertTable(height, width, self._formats.table())
        for cell in rows:
            place = table.cellAt(cell.row, cell.column)
            cursor = place.firstCursorPosition()
            kind = "header" if cell.header else "cell"
            letters = self._formats.letters(kind)
            cursor.setBlockFormat(self._formats.block(kind, 0))
            shape = self._formats.cell(header=cell.header)
            shape.merge(letters)
            place.setFormat(shape)  # Qt keeps a cell's shape in the letters of its first block: one without the other
            outer, self._cursor = self._cursor, cursor
            self._insert_text(cell, section, letters, seen)
            self._cursor = outer
        self._cursor.movePosition(QTextCursor.MoveOperation.End)


def _first(span: Span, seen: set[str]) -> bool:
    """Say whether this is the first mention of its term, and remember it."""
    if span.value in seen:
        return False
    seen.add(span.value)
    return True


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
