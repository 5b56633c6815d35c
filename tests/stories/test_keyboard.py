"""What opens over the text does not outlive its place, and hands the keyboard on to where one would look for it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reader.app import App
from tests.stories.hands import focus, press


@pytest.mark.parametrize("command", ["show_companion", "show_outline"])
def test_an_explanation_closes_when_a_column_hides_its_word(qtbot: QtBot, app: App, command: str) -> None:
    app.window.resize(360, 800)
    QApplication.processEvents()
    app.window.actions_by_id["define"].trigger()
    assert app.window.popup.isVisible()
    app.window.actions_by_id[command].trigger()
    qtbot.waitUntil(app.window.popup.isHidden)
    assert focus().isVisible()


@pytest.mark.parametrize("command", ["show_companion", "show_outline"])
def test_an_explanation_goes_with_its_word_when_the_columns_change(qtbot: QtBot, app: App, command: str) -> None:
    app.window.resize(1280, 800)
    QApplication.processEvents()
    app.window.actions_by_id["define"].trigger()
    for _ in range(2):
        app.window.actions_by_id[command].trigger()
        qtbot.wait(150)
        assert app.window.popup.isVisible()
        assert app.window.popup.isAncestorOf(focus()) or app.window.popup is focus()


def test_after_the_appearance_panel_the_article_has_the_keyboard_where_what_had_it_is_gone(app: App) -> None:
    app.window.resize(1280, 800)
    app.window.actions_by_id["search"].trigger()
    QTest.keyClicks(focus(), "cytok")
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Return)
    assert app.window.popup.isVisible()
    app.window.actions_by_id["appearance"].trigger()
    assert app.window.popup.isHidden()
    press(Qt.Key.Key_Escape)
    assert focus() is app.window.article


def test_tab_leads_from_the_list_of_hits_to_the_find_bar_or_to_the_article(app: App) -> None:
    app.window.resize(1280, 800)
    app.window.actions_by_id["find"].trigger()
    QTest.keyClicks(focus(), "naive")
    app.window.find_bar.list_requested.emit()
    assert app.window.companion.search.isAncestorOf(focus())
    press(Qt.Key.Key_Tab)
    assert app.window.find_bar.isAncestorOf(focus())
    app.window.find_bar.list_requested.emit()
    app.window.find_bar.close_bar()
    app.window.find_bar.list_requested.emit()
    press(Qt.Key.Key_Tab)
    assert focus() is app.window.article
