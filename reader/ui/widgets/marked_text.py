"""A few lines of text with places marked in them, laid out for a row of a list.

What is marked is bold and underlined: two signs, neither of them a colour (WCAG 2.2, 1.4.1).
"""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QFont, QTextCharFormat, QTextLayout, QTextOption

from reader.core.excerpt import Mark


def marked(text: str, marks: Iterable[Mark]) -> list[QTextLayout.FormatRange]:
    """Return the formats that mark places of a text."""
    found = QTextCharFormat()
    found.setFontWeight(QFont.Weight.DemiBold)
    found.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
    return [ranged(text, start, end, found) for start, end in marks]


def strong() -> QTextCharFormat:
    """Return the format of what a row is called."""
    letters = QTextCharFormat()
    letters.setFontWeight(QFont.Weight.DemiBold)
    return letters


def coloured(colour: str) -> QTextCharFormat:
    """Return the format of words in a colour, such as ``#45525A``."""
    letters = QTextCharFormat()
    letters.setForeground(QColor(colour))
    return letters


def ranged(text: str, start: int, end: int, letters: QTextCharFormat) -> QTextLayout.FormatRange:
    """Return the format of the characters of *text* from *start* up to, not including, *end*."""
    made = QTextLayout.FormatRange()
    made.start, made.length, made.format = _units(text[:start]), _units(text[start:end]), letters
    return made


def _units(text: str) -> int:
    """Return how many places a text takes in Qt, which counts UTF-16 units."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2


def laid_out(text: str, font: QFont, width: int, most: int, ranges: list[QTextLayout.FormatRange]) -> QTextLayout:
    """Return a text in lines of a width, at most so many: what is more becomes an ellipsis."""
    layout = QTextLayout(text, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.setFormats(ranges)
    layout.beginLayout()
    y = 0.0
    end = 0
    for _ in range(most):
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(max(width, 40))
        line.setPosition(QPointF(0, y))
        y += line.height()
        end = line.textStart() + line.textLength()
    layout.endLayout()
    if end < _units(text) and most > 0:
        # Always shorter than before, however little a line holds: one letter may be wider than all the room.
        kept = text.encode("utf-16-le", "surrogatepass")[: 2 * max(end - 1, 0)].decode("utf-16-le", "ignore")
        return laid_out(kept.rstrip(" .,;:…") + "…", font, width, most, ranges)
    return layout
