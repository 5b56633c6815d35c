"""The installed PySide6 keeps None alive.

PySide6 6.12.0 on Python 3.10 and 3.11 gives one reference to None away in every void call; after a few thousand
the interpreter aborts. Python 3.12 made None immortal.
"""

from __future__ import annotations

import sys

import pytest
from PySide6.QtCore import QPointF
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QGraphicsRectItem


@pytest.mark.usefixtures("qapp")
def test_a_thousand_calls_that_return_nothing_leave_none_alone() -> None:
    item, font, place = QGraphicsRectItem(), QFont(), QPointF(1, 1)
    before = sys.getrefcount(None)
    for _ in range(1000):
        item.setPos(place)
        font.setPixelSize(12)
    assert abs(sys.getrefcount(None) - before) < 100
