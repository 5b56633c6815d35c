"""Where the glossary popup stands: below its word or above it, of one size, whole inside the window."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize

WIDTH = 396
HEIGHT = 330  # where half of the window is as high: always the same, so that the eye learns where to look
LINE = 32  # a line of the article at its usual size
GAP = 6  # between the word's lines and the popup
EDGE, TIGHT = 12, 4  # between the popup and the edge of its room; of the whole window


def place(room: QRect, window: QRect, word: QRect) -> QRect:
    """Return where the popup stands for *word*, a rectangle around all its lines.

    It stands in *room*, the part of the *window* that is read, and reaches over the bars around it where the room is
    too low. It is as high as the half of the window that is left beside a line, wherever the word is; less only for a
    word of several lines, or of very large ones. All in the same coordinates.
    """
    height = min(HEIGHT, (window.height() - 2 * TIGHT - LINE) // 2 - GAP)
    areas = (room.adjusted(EDGE, EDGE, -EDGE, -EDGE), window.adjusted(TIGHT, TIGHT, -TIGHT, -TIGHT))
    width = min(WIDTH, areas[0].width())
    for area in areas:
        below, above = _sides(area, word)
        if below >= height or above >= height:
            break
    under = below >= height or below >= above
    height = max(min(height, below if under else above), 0)
    left = max(area.left(), min(word.left(), area.right() + 1 - width))
    top = word.bottom() + 1 + GAP if under else word.top() - GAP - height
    top = max(area.top(), min(top, area.bottom() + 1 - height))  # for a word that is out of view
    return QRect(QPoint(left, top), QSize(width, height))


def _sides(area: QRect, word: QRect) -> tuple[int, int]:
    """Return how much room an area has below a word and above it, in pixels."""
    below = area.bottom() - max(word.bottom(), area.top()) - GAP
    above = min(word.top(), area.bottom() + 1) - GAP - area.top()
    return below, above
