"""How each kind of block and run looks: block and character formats of one theme."""

from __future__ import annotations

from PySide6.QtGui import (
    QBrush,
    QColor,
    QFont,
    QTextBlockFormat,
    QTextCharFormat,
    QTextFormat,
    QTextFrameFormat,
    QTextLength,
    QTextTableCellFormat,
    QTextTableFormat,
)

from reader.core.text import Span
from reader.ui import theme as look
from reader.ui.theme import Theme

LINE = 1.55  # of the type size (WCAG 1.4.8 asks for 1.5 at least)
HEADING_PX = {1: 27.0, 2: 22.0, 3: 18.5}


class Formats:
    """Block and character formats of one theme."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self._ink, self._quiet, self._accent = QColor(theme.ink), QColor(theme.quiet), QColor(theme.accent)
        self._letters: dict[tuple[str, int], QTextCharFormat] = {}

    def block(self, kind: str, level: int) -> QTextBlockFormat:
        """Return the shape of a block."""
        shape = QTextBlockFormat()
        size = HEADING_PX.get(level, look.ARTICLE_PX) if kind == "heading" else look.ARTICLE_PX
        top, bottom = {
            "heading": (40 if level <= 1 else 32, 12),
            "item": (0, 8),
            "evidence": (-6, 18),
            "cell": (0, 0),
            "header": (0, 0),
            "title": (0, 2),
            "gap": (0, 0),
            "term": (8, 0),
            "guide-title": (0, 4),
            "subtitle": (0, 8),
            "review": (0, 8),
        }.get(kind, (0, 14))
        height = {"heading": 1.25 * size, "guide-title": 42, "evidence": 22, "review": 22, "title": 22, "gap": 1}.get(
            kind, LINE * size
        )
        shape.setLineHeight(height, QTextBlockFormat.LineHeightTypes.MinimumHeight.value)
        if kind not in ("heading", "guide-title", "evidence", "review", "title", "gap", "image", "rule"):
            shape.setLineHeight(height, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
        shape.setTopMargin(top)
        shape.setBottomMargin(bottom)
        if kind == "heading":
            shape.setHeadingLevel(level)
        elif level and kind != "item":
            shape.setIndent(level)
        if kind == "quote":
            shape.setLeftMargin(24)
        if kind == "definition":
            shape.setLeftMargin(24)
        if kind == "rule":
            shape.setProperty(
                QTextFormat.Property.BlockTrailingHorizontalRulerWidth,
                QTextLength(QTextLength.Type.PercentageLength, 100),
            )
        return shape

    def letters(self, kind: str, level: int = 0) -> QTextCharFormat:
        """Return the characters of a kind of block."""
        key = (kind, level if kind == "heading" else 0)
        if key not in self._letters:
            self._letters[key] = self._make_letters(*key)
        return self._letters[key]

    def _make_letters(self, kind: str, level: int) -> QTextCharFormat:
        letters = QTextCharFormat()
        font = look.serif()
        colour = self._ink
        if kind == "heading":
            font = look.serif(HEADING_PX.get(level, look.ARTICLE_PX), strong=True)
        elif kind == "guide-title":
            font = look.serif(34, strong=True)
        elif kind == "subtitle":
            colour = self._quiet
        elif kind == "term":
            font = look.serif(strong=True)
        elif kind in ("evidence", "title", "review"):
            font, colour = look.sans(look.SMALL_PX, strong=kind == "title"), self._quiet
        elif kind in ("cell", "header"):
            font = look.sans(16, strong=kind == "header")
        elif kind == "code":
            font = QFont(["DejaVu Sans Mono", "monospace"])
            font.setStyleHint(QFont.StyleHint.Monospace)
            font.setPointSizeF(look.sans(16).pointSizeF())
        letters.setFont(font)
        letters.setForeground(QBrush(colour))
        return letters

    def run(self, base: QTextCharFormat, spans: list[Span]) -> QTextCharFormat:
        """Return the characters of a run that lies under *spans*."""
        letters = QTextCharFormat(base)
        for span in spans:
            match span.kind:
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
                    self._anchor(letters, f"term:{span.value}", QTextCharFormat.UnderlineStyle.DotLine)
                case "cite":
                    self._anchor(letters, f"cite:{span.value}", QTextCharFormat.UnderlineStyle.NoUnderline)
                    letters.setForeground(QBrush(self._accent))
                    letters.setFontFamilies([look.SANS, "sans-serif"])
                case "link":
                    self._anchor(letters, f"link:{span.value}", QTextCharFormat.UnderlineStyle.SingleUnderline)
                    letters.setForeground(QBrush(self._accent))
        return letters

    def _anchor(self, letters: QTextCharFormat, address: str, line: QTextCharFormat.UnderlineStyle) -> None:
        letters.setAnchor(True)
        letters.setAnchorHref(address)
        letters.setUnderlineStyle(line)
        letters.setUnderlineColor(self._accent)

    def cell(self, *, header: bool) -> QTextTableCellFormat:
        """Return the shape of a cell: room around its words and a line under it."""
        shape = QTextTableCellFormat()
        shape.setPadding(8)
        shape.setLeftPadding(0)
        shape.setBottomBorder(1)
        shape.setBottomBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
        shape.setBottomBorderBrush(QBrush(QColor(self._theme.rule if header else self._theme.hair)))
        return shape

    def table(self) -> QTextTableFormat:
        """Return the shape of a table: as wide as the column, lines between rows only."""
        shape = QTextTableFormat()
        shape.setBorder(0)
        shape.setBorderCollapse(True)
        shape.setCellSpacing(0)
        shape.setTopMargin(8)
        shape.setBottomMargin(20)
        shape.setHeaderRowCount(1)
        shape.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
        return shape
