"""In a low window the bars below the text do not stack: most of it stays text."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reader.app import App


def shown(app: App) -> list[str]:
    QApplication.processEvents()
    window = app.window
    bars = {"find": window.find_bar, "steps": window.pace_bar, "return": window.return_line}
    return [name for name, bar in bars.items() if bar.isVisible()]


def come_back(app: App, height: int) -> None:
    app.window.resize(360, height)
    assert app.navigator.guide is not None
    app.navigator.returned.emit(app.navigator.guide.outline[0], 3)


def esc() -> None:
    focus = QApplication.focusWidget()
    assert focus is not None
    QTest.keyClick(focus, Qt.Key.Key_Escape)


def test_one_bar_at_a_time_stands_below_the_text_of_a_low_window(qtbot: QtBot, app: App) -> None:
    come_back(app, 640)
    on = app.window.actions_by_id
    assert shown(app) == ["return"]
    on["steps"].trigger()
    assert shown(app) == ["steps"]
    lit = app.window.article.guiding.lit
    on["find"].trigger()
    assert shown(app) == ["find"]
    app.window.notice.say("Something has happened.")
    qtbot.waitUntil(lambda: app.window.article.height() > 320)
    esc()
    assert shown(app) == ["steps"]
    assert app.window.article.guiding.lit == lit
    esc()
    assert shown(app) == []


def test_a_window_that_becomes_low_keeps_the_newest_bar(app: App) -> None:
    come_back(app, 900)
    app.window.actions_by_id["steps"].trigger()
    app.window.actions_by_id["find"].trigger()
    assert shown(app) == ["find", "steps", "return"]
    app.window.resize(360, 640)
    assert shown(app) == ["find"]
    app.window.resize(360, 900)
    assert shown(app) == ["find", "steps"]


@pytest.mark.parametrize("height", [640, 900])
def test_f4_twice_leaves_the_text_where_it_was(app: App, height: int) -> None:
    app.window.resize(800, height)
    QApplication.processEvents()
    bar = app.window.article.verticalScrollBar()
    bar.setValue(45)
    steps = app.window.actions_by_id["steps"]
    steps.trigger()
    QApplication.processEvents()
    assert bar.value() != 45
    steps.trigger()
    QApplication.processEvents()
    assert bar.value() == 45


def test_f4_after_some_steps_stays_where_they_led(app: App) -> None:
    app.window.article.verticalScrollBar().setValue(45)
    steps = app.window.actions_by_id["steps"]
    steps.trigger()
    for _ in range(4):
        QTest.keyClick(app.window.article, Qt.Key.Key_Space)
    there = app.window.article.here()
    steps.trigger()
    QApplication.processEvents()
    assert app.window.article.here() == there
