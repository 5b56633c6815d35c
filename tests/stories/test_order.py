"""The way through the window by Tab and by a screen reader, and the names of its controls."""

from __future__ import annotations

from itertools import groupby

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QComboBox, QLabel, QSlider, QSpinBox, QWidget
from pytestqt.qtbot import QtBot

from reader.app import App
from reader.ui.appearance import AppearancePanel
from reader.ui.settings.dialog import SettingsDialog


def regions_by_tab(app: App) -> list[str]:
    """Return the regions of the window in the order in which Tab comes to them."""
    window = app.window
    regions = {
        "header": window.header,
        "outline": window.outline,
        "article": window.article,
        "companion": window.companion,
        "status": window.status,
    }
    way, stop = [], window.nextInFocusChain()
    while stop is not None and stop is not window:
        if stop.isVisible() and stop.focusPolicy() & Qt.FocusPolicy.TabFocus:
            way += [name for name, region in regions.items() if stop is region or region.isAncestorOf(stop)]
        stop = stop.nextInFocusChain()
    return [name for name, _ in groupby(way)]


@pytest.mark.parametrize("is_searching", [False, True])
def test_tab_goes_through_the_window_as_one_reads_it(app: App, is_searching: bool) -> None:
    app.window.resize(1280, 900)
    if is_searching:
        app.window.actions_by_id["search"].trigger()  # what is built late is no exception
    assert regions_by_tab(app) == ["header", "outline", "article", "companion", "status"]


def test_a_screen_reader_finds_outline_article_and_companion_in_this_order(app: App) -> None:
    app.window.resize(1280, 900)
    columns = app.window.columns._splitter
    inside = [each for each in columns.children() if isinstance(each, QWidget) and each.isVisible()]
    interface = QAccessible.queryAccessibleInterface(columns)
    found = [interface.child(number).object() for number in range(interface.childCount())]
    assert [each for each in found if each in inside and each.findChildren(QWidget)] == [
        columns.widget(number) for number in range(3)
    ]


def test_each_control_with_a_value_is_named_by_the_words_beside_it(qtbot: QtBot, app: App) -> None:
    """On Linux the name of a list is its value, whatever name it is given: only a label that is its buddy names it."""
    app.window.actions_by_id["appearance"].trigger()
    panel = app.window.findChild(AppearancePanel)
    assert panel is not None
    settings = SettingsDialog(app.choices.settings, app.window)
    qtbot.addWidget(settings)
    for place in (panel, settings):
        named = {label.buddy(): label.text() for label in place.findChildren(QLabel) if label.buddy() is not None}
        controls = [*place.findChildren(QComboBox), *place.findChildren(QSlider), *place.findChildren(QSpinBox)]
        assert len(controls) >= 2
        assert [each for each in controls if not named.get(each)] == []
