"""Words of the article as plain text, such as one would type them."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtGui import QTextBlock, QTextCursor, QTextListFormat, QTextTable

from reader.ui.article.words import LONGEST

_PLAIN = {
    "\ufffc\u2028": "",  # a picture above its words
    "\ufffc": "",  # a sign of evidence, and the space after it
    "\u2002": "",
    "\u2028": "\n",  # a line break in a paragraph
    "\u00a0": " ",
    "\u00ad": "",
}


def plain_text(selected: QTextCursor) -> str:
    """Return the words that a cursor has selected, as one would type them.

    An empty line stands between paragraphs, none between the items of a list; the cells of a row are parted by tabs.
    Pictures are left out: signs of evidence are there in words.
    """
    pieces: list[str] = []
    before: QTextBlock | None = None
    table: QTextTable | None = None
    for block, words in _selected(selected):
        inside = QTextCursor(block).currentTable()
        if before is not None:
            is_row = inside is not None and inside == table
            pieces.append(_between_cells(inside, before, block) if is_row else _between(before, block))
        pieces.append(_marker(block) + words if words and selected.selectionStart() <= block.position() else words)
        before, table = block, inside
    return _plain("".join(pieces))


def _selected(selected: QTextCursor) -> Iterator[tuple[QTextBlock, str]]:
    """Yield the blocks that have selected words, and these words."""
    start, end = selected.selectionStart(), selected.selectionEnd()
    block = selected.document().findBlock(start)
    while block.isValid() and block.position() < end:
        text = block.text()
        if start > block.position() or end < block.position() + block.length() - 1:
            # Qt counts in UTF-16, so that Python may not cut the text: a cursor can.
            words = QTextCursor(block)
            words.setPosition(max(start, block.position()))
            words.setPosition(min(end, block.position() + block.length() - 1), QTextCursor.MoveMode.KeepAnchor)
            text = words.selectedText()
        # Neither a rule nor a picture alone; but an empty cell has its place in the row.
        has_words = text.strip("\u2002\u2003\ufffc") and not _is_button(block)
        if has_words or QTextCursor(block).currentTable() is not None:
            yield block, text
        block = block.next()


def _is_button(block: QTextBlock) -> bool:
    """Whether a block is the line that opens a section which is shown in short: no words of the guide."""
    return block.charFormat().anchorHref().startswith("open:")


def _plain(text: str) -> str:
    for mark, plain in _PLAIN.items():
        text = text.replace(mark, plain)
    return text.strip("\n")


def _marker(block: QTextBlock) -> str:
    """Return the point or number before a list item, moved in as far as it is; "" before anything else."""
    items = block.textList()
    if items is None:
        return ""
    shape = items.format()
    is_numbered = shape.style() == QTextListFormat.Style.ListDecimal
    return "  " * (shape.indent() - 1) + (f"{shape.start() + items.itemNumber(block)}. " if is_numbered else "• ")


def _between_cells(table: QTextTable, before: QTextBlock, block: QTextBlock) -> str:
    return "\t" if table.cellAt(before.position()).row() == table.cellAt(block.position()).row() else "\n"


def _between(before: QTextBlock, block: QTextBlock) -> str:
    """Return what parts two blocks that follow one another."""
    if before.length() > LONGEST and block.blockFormat().topMargin() == 0:
        return " "  # both are one paragraph
    return "\n" if before.textList() is not None and block.textList() is not None else "\n\n"
