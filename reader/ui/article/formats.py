"""How each kind of block and run looks: formats in the colours of one theme and the sizes of one appearance."""

from __future__ import annotations

import re
from collections.abc import Iterable

from PySide6.QtGui import (
    QColor,
    QFont,
    QGuiApplication,
    QTextBlockFormat,
    QTextCharFormat,
    QTextFormat,
    QTextFrameFormat,
    QTextLength,
    QTextTableCellFormat,
    QTextTableFormat,
)

from reader.appearance import Appearance
from reader.core.text import Span
from reader.ui import theme as look
from reader.ui.theme import Theme

BOX = QTextFormat.Property.UserProperty + 1  # on a block: the number of the callout it stands in
CALLOUT = QTextFormat.Property.UserProperty + 2  # beside it: "gist", "key-points", "note", "warning", …

# Room, as multiples of the size of the text.
ABOVE = {"heading": 1.75, "term": 0.4, "more": 0.3}
BELOW = {
    "heading": 0.65,
    "title": 0.1,
    "term": 0,
    "guide-title": 0.2,
    "subtitle": 0.45,
    "review": 0.45,
    "evidence": 1.0,
}
ABOVE_FIRST_HEADING = 2.15  # of the outermost level
BOX_INSET = (0.25, 1.1)  # from the side of a callout to its text, in the narrowest column and in one wide enough
BOX_AWAY = 1.7  # from the foot of a callout to the text after it
CALLOUT_ABOVE = 0.65  # the ground of a callout above and below its text
CALLOUT_BELOW = 0.2  # more of it below: the last line has no room of its own there
INDENT = (0.95, 1.5)  # of each level of a list
QUOTE = (0.4, 1.3)
SIGN = 0.86  # the sign of an evidence level
CELL = 0.43  # around the words of a cell
MARK_BELOW = 1.0
MARK_AWAY = 0.43  # from a mark of evidence to what it speaks of
NEAR = 0.55  # of the room between paragraphs: between the items of a list
HEADING_LESS = 0.3  # lines of headings stand so much closer than those of the text, of their own size

WIDE = 2  # columns of a table, where headings have their full size

_TALL = re.compile("[^\u0000-\u052f\u1e00-\u22ff\ufb00-\ufb06\ufeff]")  # characters that our faces do not have
_OWN_LINES = ("heading", "guide-title", "evidence", "review", "title", "more")  # as high as they need


class Formats:
    """Block and character formats of one theme and one appearance, where a table may have so many columns."""

    def __init__(self, theme: Theme, appearance: Appearance, columns: int) -> None:
        self._ink, self._quiet, self._accent = QColor(theme.ink), QColor(theme.quiet), QColor(theme.accent)
        self._rule, self._hair = QColor(theme.rule), QColor(theme.hair)
        self._appearance = appearance
        self._scale = look.scale()
        self._size = pixels(appearance)
        self._swelling = min(columns, WIDE) / WIDE  # large headings would be torn in a column of a few letters
        self._blocks: dict[tuple[str, int], QTextBlockFormat] = {}
        self._letters: dict[tuple[str, int], QTextCharFormat] = {}
        self._runs: dict[tuple[int, tuple[str, ...]], QTextCharFormat] = {}
        self._links: dict[tuple[str, int, tuple[str, ...]], QTextCharFormat] = {}

    def em(self, ratio: float) -> int:
        """Return a multiple of the size of the text, in whole pixels: what is added above must not blur the text."""
        return round(ratio * self._size)

    def across(self, ratios: tuple[float, float]) -> int:
        """Return room beside the text in pixels: the narrower the column, the less of it."""
        narrow, wide = ratios
        return self.em(narrow + (wide - narrow) * self._swelling)

    def block(self, kind: str, level: int, text: str = "") -> QTextBlockFormat:
        """Return the shape of a block that holds *text*."""
        key = (kind, level)
        if key not in self._blocks:
            self._blocks[key] = self._make_block(*key)
        shape = QTextBlockFormat(self._blocks[key])
        if not text.isascii() and _TALL.search(text):
            # A face that lends its glyphs may be taller than a line; lines of one height would be cut.
            shape.setLineHeight(shape.lineHeight(), QTextBlockFormat.LineHeightTypes.MinimumHeight.value)
        return shape

    def _make_block(self, kind: str, level: int) -> QTextBlockFormat:
        shape = QTextBlockFormat()
        types = QTextBlockFormat.LineHeightTypes
        paragraph = self._appearance.paragraph
        above = ABOVE_FIRST_HEADING if kind == "heading" and level <= 1 else ABOVE.get(kind, 0)
        below = BELOW.get(kind, paragraph)
        if kind == "evidence":
            below = max(paragraph, MARK_BELOW)
        if kind == "heading":
            above = max(above, paragraph + below)
        elif kind == "item":
            below = paragraph * NEAR
        elif kind in ("cell", "header", "gap"):
            above = below = 0
        shape.setTopMargin(self.em(above))
        shape.setBottomMargin(self.em(below))
        if kind == "gap":
            shape.setLineHeight(1, types.FixedHeight.value)
        elif kind in _OWN_LINES:
            tight = max(self._scale.tight, self._appearance.line - HEADING_LESS)
            line = tight if kind in ("heading", "guide-title") else self._appearance.line
            shape.setLineHeight(self.em(line * self._ratio(kind, level)), types.MinimumHeight.value)
        elif kind not in ("image", "rule"):
            shape.setLineHeight(self.em(self._appearance.line * self._ratio(kind, level)), types.FixedHeight.value)
        if kind == "heading":
            shape.setHeadingLevel(level)
        elif level and kind != "item":
            shape.setIndent(level)
        if kind in ("quote", "definition"):
            shape.setLeftMargin(self.across(QUOTE))
        if kind == "rule":
            whole = QTextLength(QTextLength.Type.PercentageLength, 100)
            shape.setProperty(QTextFormat.Property.BlockTrailingHorizontalRulerWidth, whole)
        return shape

    def _ratio(self, kind: str, level: int) -> float:
        """Return the size of a kind's letters, of the size of the text."""
        scale = self._scale
        if kind in ("heading", "guide-title"):
            ratio = scale.title if kind == "guide-title" else scale.heading.get(level, 1.0)
            return 1 + (ratio - 1) * self._swelling
        asides = dict.fromkeys(("evidence", "title", "review"), scale.aside)
        cells = dict.fromkeys(("cell", "header"), scale.table)
        return {"code": scale.code, "more": scale.table, **asides, **cells}.get(kind, 1.0)

    def letters(self, kind: str, level: int = 0) -> QTextCharFormat:
        """Return the characters of a kind of block."""
        key = (kind, level if kind == "heading" else 0)
        if key not in self._letters:
            self._letters[key] = self._make_letters(*key)
        return self._letters[key]

    def _make_letters(self, kind: str, level: int) -> QTextCharFormat:
        letters = QTextCharFormat()
        font = look.reading(
            self._appearance,
            self._ratio(kind, level),
            strong=kind in ("heading", "guide-title", "term", "title", "header"),
            aside=kind in ("evidence", "title", "review", "cell", "header", "more"),
        )
        if kind == "code":
            font.setFamilies(["DejaVu Sans Mono", "monospace"])
            font.setStyleHint(QFont.StyleHint.Monospace)
        letters.setFont(font)
        is_quiet = kind in ("evidence", "title", "review", "subtitle", "more")
        letters.setForeground(self._quiet if is_quiet else self._ink)
        return letters

    def run(self, base: QTextCharFormat, spans: list[Span]) -> QTextCharFormat:
        """Return the characters of a run of *base* (of `letters`) that lies under *spans*."""
        key = (id(base), tuple(span.kind for span in spans))
        if key not in self._runs:
            self._runs[key] = self._make_run(base, key[1])
        for span in spans:
            if span.kind in ("term", "cite", "link"):
                return self._to(self._runs[key], f"{span.kind}:{span.value}", key)
        return self._runs[key]

    def _to(self, letters: QTextCharFormat, address: str, key: tuple[int, tuple[str, ...]]) -> QTextCharFormat:
        """Return characters that lead to *address*; they never overlap those that lead elsewhere."""
        if (address, *key) not in self._links:
            made = QTextCharFormat(letters)
            made.setAnchorHref(address)
            self._links[address, *key] = made
        return self._links[address, *key]

    def _make_run(self, base: QTextCharFormat, kinds: tuple[str, ...]) -> QTextCharFormat:
        letters = QTextCharFormat(base)
        for kind in kinds:
            match kind:
                case "strong":
                    letters.setFontWeight(QFont.Weight.DemiBold)
                case "em":
                    letters.setFontItalic(True)
                case "code":
                    letters.setFontFamilies(["DejaVu Sans Mono", "monospace"])
                case "sup":
                    letters.setVerticalAlignment(QTextCharFormat.VerticalAlignment.AlignSuperScript)
                case "sub":
                    letters.setVerticalAlignment(QTextCharFormat.VerticalAlignment.AlignSubScript)
                case "term":
                    letters.setAnchor(True)  # its line is painted: that of a word that was looked up is another
                case "cite":
                    self._make_anchor(letters, QTextCharFormat.UnderlineStyle.NoUnderline)
                    letters.setForeground(self._accent)
                    letters.setFontFamilies([look.SANS, "sans-serif"])
                case "link":
                    self._make_anchor(letters, QTextCharFormat.UnderlineStyle.SingleUnderline)
                    letters.setForeground(self._accent)
        return letters

    def _make_anchor(self, letters: QTextCharFormat, line: QTextCharFormat.UnderlineStyle) -> None:
        letters.setAnchor(True)
        letters.setUnderlineStyle(line)
        letters.setUnderlineColor(self._accent)

    def listed(self, kind: str, *, apart: bool) -> QTextBlockFormat:
        """Return the shape of a cell, or of the head of its column, in a table that is set as a list."""
        shape = self.block("title" if kind == "head" else kind, 0)
        types = QTextBlockFormat.LineHeightTypes
        shape.setLineHeight(shape.lineHeight(), types.MinimumHeight.value)
        shape.setTopMargin(self.em(BOX_AWAY if apart else 0.15))
        shape.setBottomMargin(0 if kind == "head" else self.em(CELL))
        return shape

    def way(self, address: str) -> QTextCharFormat:
        """Return the characters of a line of ours that leads to *address*."""
        letters = QTextCharFormat(self.letters("more"))
        self._make_anchor(letters, QTextCharFormat.UnderlineStyle.SingleUnderline)
        letters.setForeground(self._accent)
        letters.setAnchorHref(address)
        return letters

    def mark(self, letters: QTextCharFormat, claims: Iterable[str]) -> QTextCharFormat:
        """Return the characters of a mark of evidence that leads to *claims*."""
        letters = QTextCharFormat(letters)
        self._make_anchor(letters, QTextCharFormat.UnderlineStyle.DotLine)
        letters.setAnchorHref(f"claims:{' '.join(claims)}")
        return letters

    def room(self, pixels: int) -> QTextBlockFormat:
        """Return the shape of an empty block of a height."""
        shape = QTextBlockFormat()
        shape.setLineHeight(max(pixels, 1), QTextBlockFormat.LineHeightTypes.FixedHeight.value)
        return shape

    def cell(self, *, header: bool) -> QTextTableCellFormat:
        """Return the shape of a cell: room around its words and a line under it."""
        shape = QTextTableCellFormat()
        shape.setPadding(self.em(CELL))
        shape.setLeftPadding(0)
        shape.setBottomBorder(1)
        shape.setBottomBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
        shape.setBottomBorderBrush(self._rule if header else self._hair)
        return shape

    def table(self) -> QTextTableFormat:
        """Return the shape of a table: as wide as the column, lines between rows only."""
        shape = QTextTableFormat()
        shape.setBorder(0)
        shape.setBorderCollapse(True)
        shape.setCellSpacing(0)
        shape.setTopMargin(self.em(CELL))
        shape.setBottomMargin(self.em(1.1))
        shape.setHeaderRowCount(1)
        shape.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
        return shape


def pixels(appearance: Appearance) -> float:
    """Return the size of the text in pixels."""
    return appearance.size * QGuiApplication.primaryScreen().logicalDotsPerInchY() / 72
