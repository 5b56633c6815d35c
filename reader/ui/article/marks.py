"""Marks over the text that are not part of it: the open term, the hits of a search."""

from __future__ import annotations

from PySide6.QtGui import QBrush, QColor, QTextCharFormat, QTextCursor, QTextDocument
from PySide6.QtWidgets import QTextEdit

from reader.ui.theme import Theme


def mark(
    document: QTextDocument, theme: Theme, start: int, end: int, *, current: bool = False
) -> QTextEdit.ExtraSelection:
    """Return a mark over the document positions *start* to *end*; the *current* one of several stands out."""
    made = QTextEdit.ExtraSelection()
    words = QTextCursor(document)
    words.setPosition(start)
    words.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
    letters = QTextCharFormat()
    letters.setBackground(QBrush(QColor(theme.accent if current else theme.lit)))
    letters.setForeground(QBrush(QColor(theme.paper if current else theme.ink)))
    made.cursor = words
    made.format = letters
    return made
