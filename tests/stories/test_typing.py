"""Typing into the find bar: the text moves no more than it must, and goes back where nothing is found."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from reader.app import App
from reader.core.text import Place
from tests.guides.writing import ready
from tests.stories.hands import focus


def begin(app: App) -> None:
    app.window.actions_by_id["find"].trigger()


def count(app: App) -> str:
    label = app.window.find_bar.findChild(QLabel, "count")
    assert label is not None
    return label.text()


def scrolled(app: App) -> int:
    return app.window.article.verticalScrollBar().value()


def test_while_nothing_is_found_the_text_is_where_the_search_began_and_nothing_is_marked(app: App) -> None:
    article = app.window.article
    article.verticalScrollBar().setValue(57)  # in the middle of a line
    begin(app)
    QTest.keyClicks(focus(), "the end is")
    assert count(app) == "1 of 1"
    assert scrolled(app) != 57
    QTest.keyClicks(focus(), "zzz")
    assert count(app) == "Not found"
    assert scrolled(app) == 57
    assert article.selected_words() == ""
    assert article.extraSelections() == []
    assert not app.window.actions_by_id["back"].isEnabled()
    assert not app.window.actions_by_id["forward"].isEnabled()
    for _ in "zzz":
        QTest.keyClick(focus(), Qt.Key.Key_Backspace)
    assert count(app) == "1 of 1"
    QTest.keyClick(focus(), Qt.Key.Key_Escape)
    assert scrolled(app) == 57


def test_typing_does_not_move_a_heading_that_one_has_jumped_to(qtbot: QtBot, app: App) -> None:
    with qtbot.waitSignal(app.window.article.reading_at):
        app.navigator.open(Place("receptors"))
    before = scrolled(app)
    assert before > 0
    begin(app)
    for letter in "receptors":
        QTest.keyClicks(focus(), letter)
        assert scrolled(app) == before
    assert count(app) == "2 of 3"


def test_the_bar_is_one_line_where_there_is_room(app: App) -> None:
    heights = []
    for width in (1280, 1600, 360):
        app.window.resize(width, 800)
        begin(app)
        QApplication.processEvents()  # the columns first
        QApplication.processEvents()  # then what stands in them
        heights.append(app.window.find_bar.height())
    assert heights[0] == heights[1] < 60
    assert heights[2] > 88
    for width in (1280, 1600, 360):
        app.window.resize(width, 800)
        QApplication.processEvents()
        parts = [each for each in app.window.find_bar.findChildren(QWidget) if each.isVisible() and each.width() > 4]
        assert min(each.width() for each in parts if not isinstance(each, QLabel)) >= 44
        rects = [each.geometry() for each in parts]
        assert not any(a.intersects(b) for n, a in enumerate(rects) for b in rects[:n])


@pytest.mark.slow  # a guide of 3,000 sections is compiled for it
def test_while_a_long_article_is_read_for_the_first_time_the_bar_says_so(
    qtbot: QtBot, opened: Callable[[Path | str], App], tmp_path: Path
) -> None:
    file = tmp_path / "long.md"
    file.write_text("\n\n".join(f"# Part {number}\n\nSome words." for number in range(3000)))
    app = opened(ready(file))
    begin(app)
    QTest.keyClicks(focus(), "w")
    assert count(app) == "Searching…"
    qtbot.waitUntil(lambda: count(app) == "1 of 3000", timeout=20_000)
