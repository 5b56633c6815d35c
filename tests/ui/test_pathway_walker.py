"""The arrows go along the lines of the drawing, and say what a screen reader does not say of the node itself."""

from __future__ import annotations

import re

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from reader.core.guide import Guide
from reader.ui.pathway import walker
from reader.ui.pathway.twin import Twin
from reader.ui.theme import Theme

Key, CTRL = Qt.Key, Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def twin(qtbot: QtBot, theme: Theme, bundled: Guide) -> Twin:
    """The drawing with the keyboard on a node from which several lines lead down."""
    widget = Twin(theme)
    qtbot.addWidget(widget)
    widget.resize(800, 800)
    widget.show_pathway(bundled.pathway, bundled.drawing)
    with qtbot.waitExposed(widget):
        widget.show()
    widget.go_to("cytokines")
    return widget


def test_how_many_ways_there_are_is_said_after_the_node(twin: Twin, monkeypatch: pytest.MonkeyPatch) -> None:
    heard: list[str] = []
    monkeypatch.setattr(walker, "announce", lambda _who, said: heard.append(said))
    twin.current_changed.connect(heard.append)
    QTest.keyClick(twin.view, Key.Key_Down)
    QTest.keyClick(twin.view, Key.Key_Down, CTRL)
    first, how_many, second, which = heard
    assert len({first, second} - {"cytokines"}) == 2
    assert re.fullmatch(r"1 of \d in this direction; Ctrl and an arrow go to the others.", how_many)
    assert which.startswith("2 of ")


def test_where_nothing_leads_on_that_is_said(twin: Twin, monkeypatch: pytest.MonkeyPatch) -> None:
    heard: list[str] = []
    monkeypatch.setattr(walker, "announce", lambda _who, said: heard.append(said))
    twin.go_to("daily")
    QTest.keyClick(twin.view, Key.Key_Down)
    assert heard == ["Nothing is linked in this direction."]
    assert twin.current == "daily"
