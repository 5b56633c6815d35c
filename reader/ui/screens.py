"""Where a window can stand: whole, on a screen that is there."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRect, QSize

FIRST_SIZE = QSize(1280, 900)
FARTHEST = 1 << 15  # pixels: X11 counts no farther, and a damaged file may
LEAST = 200  # pixels; a window that was smaller is nobody's choice


def first(screen: QRect) -> QRect:
    """Return the place of a window that was never anywhere: in the middle of a screen."""
    return _centred(FIRST_SIZE, screen)


def whole(remembered: Sequence[int], screens: Sequence[QRect]) -> QRect:
    """Return the place of a window that had these x, y, width and height, on one of *screens*, the main one first.

    All in logical pixels; of the screens what docks and panels leave of them. It keeps its place on a screen that is
    still there and its size as far as that fits, and is moved only as far as needed. From a screen that has gone it
    comes to the middle of the main one.
    """
    if len(remembered) != 4 or min(remembered[2:]) <= LEAST or max(map(abs, remembered)) >= FARTHEST:
        return first(screens[0])
    wanted = QRect(*remembered)
    home = max(screens, key=lambda screen: _area(screen.intersected(wanted)))
    if not _area(home.intersected(wanted)):
        return _centred(wanted.size(), screens[0])
    size = wanted.size().boundedTo(home.size())
    x = min(max(wanted.x(), home.x()), home.x() + home.width() - size.width())
    y = min(max(wanted.y(), home.y()), home.y() + home.height() - size.height())
    return QRect(QPoint(x, y), size)


def _centred(size: QSize, screen: QRect) -> QRect:
    place = QRect(QPoint(0, 0), size.boundedTo(screen.size()))
    place.moveCenter(screen.center())
    return place


def _area(rect: QRect) -> int:
    return max(rect.width(), 0) * max(rect.height(), 0)
