"""The words of one block in the article's document: runs, marks of evidence, pictures, and where they stand."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import QUrl
from PySide6.QtGui import QImage, QTextCharFormat, QTextCursor, QTextDocument, QTextImageFormat, QTextLength

from reader.core.evidence import WORDS
from reader.core.guide import Guide
from reader.core.text import Block, Span
from reader.ui import theme as look
from reader.ui.article import formats
from reader.ui.article.formats import Formats
from reader.ui.article.parts import Part
from reader.ui.article.places import Hyperlink, Piece, Places
from reader.ui.theme import Theme

# Characters that would end a block or a frame in Qt, each replaced by one that does not: lengths stay.
_SAFE = str.maketrans({"\n": "\u2028", "\r": " ", "\u2029": " ", "\x00": " ", "\ufdd0": " ", "\ufdd1": " "})

LONGEST = 8_000  # characters of a paragraph that are one block of the document: Qt lays out whole blocks


class Words:
    """Inserts the words of blocks into one document, and takes note of where they stand."""

    def __init__(self, guide: Guide, document: QTextDocument, theme: Theme, of: Formats) -> None:
        self._guide, self._document, self._theme, self._formats = guide, document, theme, of
        self._signs: set[str] = set()  # evidence levels whose pictures the document has
        self._cursor = QTextCursor(document)
        self._taken = Places()

    def insert(self, block: Block, part: Part, letters: QTextCharFormat, cursor: QTextCursor, taken: Places) -> None:
        """Insert a block's words at *cursor*; *taken* takes note of them."""
        self._cursor, self._taken = cursor, taken
        start = self._cursor.position()
        inserted: list[int] = []
        if block.kind == "evidence":
            inserted = self._insert_evidence(block, letters)
        elif block.kind == "image" and (data := self._guide.image(block.image)) is not None:
            inserted = self._insert_picture(block, data, letters)
        else:
            self._insert_runs(block, letters, part.terms)
        if not block.text.isascii():
            # Qt counts UTF-16 units: a character outside the basic plane takes two places in the document.
            inserted += [at + 1 for at, character in enumerate(block.text) if character > "\uffff"]
        piece = Piece(start, part.section.id, block.id, len(block.text), tuple(sorted(inserted)))
        self._taken.add(piece)
        for span in block.spans:
            if span.kind == "term" and (block.id, span.start) not in part.terms:
                first, last = piece.position(span.start), piece.position(span.end)
                self._taken.add_unmarked(Hyperlink(first, last, f"term:{span.value}"))

    def _insert_evidence(self, block: Block, letters: QTextCharFormat) -> list[int]:
        inserted = []
        offset = 0
        if block.claims:
            letters = self._formats.mark(letters, block.claims)
        apart = QTextCharFormat(letters)  # sign and words: the line is under the words only
        apart.setUnderlineStyle(QTextCharFormat.UnderlineStyle.NoUnderline)
        start = self._cursor.position()
        side = self._formats.em(formats.SIGN)
        for level in (each for each in WORDS if each in block.levels):
            at = block.text.find(WORDS[level], offset)
            if at < 0:
                break
            self._cursor.insertText(block.text[offset:at], letters)
            sign = QTextImageFormat()
            sign.setName(self._sign(level, side))
            sign.setWidth(side)
            sign.setHeight(side)
            sign.setVerticalAlignment(QTextCharFormat.VerticalAlignment.AlignMiddle)
            sign.setAnchor(letters.isAnchor())
            sign.setAnchorHref(letters.anchorHref())
            self._cursor.insertImage(sign)
            inserted.append(at)
            self._cursor.insertText("\u2002", apart)
            inserted.append(at)
            offset = at
        self._cursor.insertText(block.text[offset:], letters)
        if block.claims:
            self._taken.add_link(Hyperlink(start, self._cursor.position(), letters.anchorHref()))
        return inserted

    def _sign(self, level: str, side: int) -> str:
        """Return the name of the picture of an evidence level, which the document has from now on."""
        name = f"sign:{level.replace(' ', '-')}"
        if level not in self._signs:
            self._signs.add(level)
            picture = look.image(name.replace("sign:", "evidence-"), self._theme.quiet, side, scale=2.0)
            self._document.addResource(QTextDocument.ResourceType.ImageResource, QUrl(name), picture)
        return name

    def _insert_picture(self, block: Block, data: bytes, letters: QTextCharFormat) -> list[int]:
        picture = QImage.fromData(data)
        if picture.isNull():
            self._cursor.insertText(block.text, letters)
            return []
        self._document.addResource(QTextDocument.ResourceType.ImageResource, QUrl(f"picture:{block.image}"), picture)
        shown = QTextImageFormat()
        shown.setName(f"picture:{block.image}")
        shown.setMaximumWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
        self._cursor.insertImage(shown)
        caption = self._formats.letters("evidence")
        self._cursor.insertText("\u2028" + block.text if block.text else "", caption)
        return [0, 0] if block.text else [0]

    def _insert_runs(self, block: Block, letters: QTextCharFormat, terms: frozenset[tuple[str, int]]) -> None:
        """Insert a block's text, cut where a span begins or ends."""
        text = block.text.translate(_SAFE)
        if block.kind != "item":
            text = _in_lengths(text)
        shown = [span for span in block.spans if span.kind != "term" or (block.id, span.start) in terms]
        if not shown:
            self._cursor.insertText(text, letters)
            return
        cuts = sorted({0, len(text), *(at for span in shown for at in (span.start, span.end))})
        over: list[Span] = []
        coming = 0
        for start, end in pairwise(cuts):
            over = [span for span in over if span.end > start]
            while coming < len(shown) and shown[coming].start <= start:  # they are ordered
                over += [shown[coming]] if shown[coming].end > start else []
                coming += 1
            if not over:
                self._cursor.insertText(text[start:end], letters)
                continue
            shape = self._formats.run(letters, over)
            before = self._cursor.position()
            self._cursor.insertText(text[start:end], shape)
            if shape.isAnchor():
                self._taken.add_link(Hyperlink(before, self._cursor.position(), shape.anchorHref()))


def safe(text: str) -> str:
    """Return *text* without the characters that would end a block or a frame in Qt."""
    return text.translate(_SAFE)


def _in_lengths(text: str) -> str:
    """Return *text* with a line end in the place of a space after every so many characters."""
    lengths = []
    start = 0
    while len(text) - start > LONGEST and (end := text.find(" ", start + LONGEST)) > 0:
        lengths.append(text[start:end])
        start = end + 1
    return "\n".join([*lengths, text[start:]]) if lengths else text
