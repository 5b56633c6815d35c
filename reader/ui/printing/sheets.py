"""How many pages and sheets of paper there are, in words."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication


def in_words(pages: int) -> str:
    """Return, for 7, "7 pages: 4 sheets of paper, printed on both sides."."""
    if pages == 1:
        return QCoreApplication.translate("Sheets", "1 page.")
    if pages == 2:
        return QCoreApplication.translate("Sheets", "2 pages: 1 sheet of paper, printed on both sides.")
    words = QCoreApplication.translate("Sheets", "{0} pages: {1} sheets of paper, printed on both sides.")
    return words.format(f"{pages:,}", f"{(pages + 1) // 2:,}")
