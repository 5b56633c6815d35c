"""Words of the article as plain text, such as one would type them, for the clipboard."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QMimeData, QStringListModel
from PySide6.QtGui import QTextBlock, QTextCursor, QTextListFormat, QTextTable

_PLAIN = str.maketrans({"\u2028": "\n", "\u2029": "\n", "\u00a0": " ", "\u00ad": None, "\ufffc": None})


def plain_text(selected: QTextCursor) -> str:
    """Return the words that a cursor has selected, as one would type them.

    An empty line stands between paragraphs, none between the items of a list; the cells of a row are parted by tabs.
    What is hidden is left out, and so are pictures: signs of evidence are there in words.
    """
    pieces: list[str] = []
    before: QTextBlock | None = None
    for block, words in _selected(selected):
        if before is not None:
            pieces.append(_between(before, block))
        pieces.append(words)
        before = block
    return "".join(pieces)


def _selected(selected: QTextCursor) -> Iterator[tuple[QTextBlock, str]]:
    """Yield the blocks that have selected words, and these words."""
    start, end = selected.selectionStart(), selected.selectionEnd()
    block = selected.document().findBlock(start)
    while block.isValid() and block.position() < end:
        first, last = max(start - block.position(), 0), min(end - block.position(), block.length() - 1)
        # Qt counts in UTF-16, so that Python may not cut the text: a cursor can.
        words = QTextCursor(block)
        words.setPosition(block.position() + first)
        words.setPosition(block.position() + last, QTextCursor.MoveMode.KeepAnchor)
        text = words.selectedText().translate(_PLAIN).strip("\u2002\n")
        if text and block.isVisible():
            yield block, (_marker(block) if first == 0 else "") + text
        block = block.next()


def _marker(block: QTextBlock) -> str:
    """Return the point or number before a list item, moved in as far as it is; "" before anything else."""
    items = block.textList()
    if items is None:
        return ""
    shape = items.format()
    is_numbered = shape.style() == QTextListFormat.Style.ListDecimal
    return "  " * (shape.indent() - 1) + (f"{shape.start() + items.itemNumber(block)}. " if is_numbered else "• ")


def _between(before: QTextBlock, block: QTextBlock) -> str:
    """Return what parts two blocks that follow one another."""
    table = QTextCursor(block).currentTable()
    if isinstance(table, QTextTable) and table == QTextCursor(before).currentTable():
        return "\t" if table.cellAt(before.position()).row() == table.cellAt(block.position()).row() else "\n"
    return "\n" if before.textList() is not None and block.textList() is not None else "\n\n"


def mime_data(text: str) -> QMimeData:
    """Return *text* for the clipboard, made by Qt itself.

    Qt deletes what is on the clipboard after Python has ended. One made in Python would then call back into Python,
    and the program would end with a crash (PySide 6.11).
    """
    model = QStringListModel([""])
    made = model.mimeData([model.index(0)])
    made.clear()
    made.setText(text)
    return made
