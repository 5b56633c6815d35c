"""Files of the open guide that change, the line that says so, and the help."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from reader.app import App
from reader.core.library import Library
from reader.ui.guides import watcher as watching
from tests.guides.writing import ready

SMALL = Path(__file__).parents[1] / "guides" / "small"
WAIT = 10_000


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """Return a copy of the small guide, long enough to scroll."""
    place = tmp_path / "own"
    shutil.copytree(SMALL, place)
    article = place / "article.md"
    article.write_text(article.read_text() + "\n\nMore words, which fill a line or two of it.\n" * 60)
    return place


@pytest.fixture
def app(opened: Callable[[Path | str], App], own: Path, monkeypatch: pytest.MonkeyPatch) -> App:
    """Return the reader, open on the copy, which it watches."""
    monkeypatch.setattr(watching, "FIRST_MS", 0)
    return opened(ready(own))


def button(app: App, words: str) -> QPushButton:
    return next(each for each in app.window.notice.findChildren(QPushButton) if each.text() == words)


def change(qtbot: QtBot, app: App, own: Path) -> None:
    """Change the article as an editor does, once it is watched, and wait until that is noticed."""
    qtbot.waitUntil(lambda: app.watcher.is_at_rest, timeout=WAIT)
    article = own / "article.md"
    with qtbot.waitSignal(app.watcher.changed, timeout=WAIT):
        article.write_text(article.read_text() + "\n\nThe newest words.\n")
    assert app.window.notice.said() == "This guide’s files have changed."


def at_the_reading_line(app: App) -> tuple[str, int]:
    """Return the words at the reading line and where they stand on the screen."""
    article = app.window.article
    cursor = article.cursorForPosition(QPoint(article.viewport().width() // 2, 100))
    line = article.cursorRect(cursor)
    return cursor.block().text(), article.viewport().mapToGlobal(line.topLeft()).y()


def test_nothing_reloads_by_itself_and_the_button_shows_the_new_version(qtbot: QtBot, app: App, own: Path) -> None:
    app.window.article.verticalScrollBar().setValue(500)
    before = at_the_reading_line(app)
    change(qtbot, app, own)
    assert "The newest words." not in app.window.article.toPlainText()
    with qtbot.waitSignal(app.navigator.guide_opened, timeout=30_000):
        QTest.mouseClick(button(app, "Show the new version"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "The newest words." in app.window.article.toPlainText(), timeout=WAIT)
    assert at_the_reading_line(app)[0] == before[0]
    assert app.window.notice.isHidden()


def test_f5_does_the_same_and_takes_the_offer_away(qtbot: QtBot, app: App, own: Path) -> None:
    change(qtbot, app, own)
    with qtbot.waitSignal(app.navigator.guide_opened, timeout=30_000):
        QTest.keyClick(app.window.article, Qt.Key.Key_F5)
    assert app.window.notice.isHidden()
    qtbot.waitUntil(lambda: app.watcher.is_at_rest, timeout=WAIT)
    assert app.window.notice.isHidden()


def test_dismissed_from_the_keyboard_it_gives_the_keyboard_back(qtbot: QtBot, app: App, own: Path) -> None:
    change(qtbot, app, own)
    close = button(app, "Dismiss")
    close.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(close, Qt.Key.Key_Return)
    assert app.window.notice.isHidden()
    assert QApplication.focusWidget() is app.window.article


@pytest.mark.parametrize(
    "share", [pytest.param(0.0, marks=pytest.mark.slow), 0.5, pytest.param(1.0, marks=pytest.mark.slow)]
)
@pytest.mark.parametrize("width", [360, 1100])
def test_the_text_keeps_its_place_when_the_line_comes_and_goes(
    qtbot: QtBot, app: App, own: Path, share: float, width: int
) -> None:
    app.window.resize(width, 640)
    bar = app.window.article.verticalScrollBar()
    bar.setValue(round(bar.maximum() * share))
    qtbot.wait(150)  # until the view has settled
    before = at_the_reading_line(app)
    change(qtbot, app, own)
    qtbot.wait(150)
    assert at_the_reading_line(app) == before
    QTest.mouseClick(button(app, "Dismiss"), Qt.MouseButton.LeftButton)
    qtbot.wait(150)
    assert at_the_reading_line(app) == before


def test_a_folder_that_goes_is_said_and_one_reads_on(qtbot: QtBot, app: App, own: Path) -> None:
    qtbot.waitUntil(lambda: app.watcher.is_at_rest, timeout=WAIT)
    with qtbot.waitSignal(app.watcher.gone, timeout=WAIT):
        shutil.rmtree(own)
    assert app.window.notice.said().startswith("The folder of this guide has gone.")
    assert app.window.article.isVisible()
    with qtbot.waitSignal(app.navigator.failed, timeout=WAIT):
        QTest.keyClick(app.window.article, Qt.Key.Key_F5)
    assert app.window.article.isVisible()


def test_an_offer_goes_when_another_guide_is_opened_and_a_sentence_stays(qtbot: QtBot, app: App, own: Path) -> None:
    change(qtbot, app, own)
    with qtbot.waitSignal(app.navigator.guide_opened, timeout=30_000):
        app.navigator.open_guide(str(SMALL))
    assert app.window.notice.isHidden()
    app.window.notice.say("Something to know.")
    with qtbot.waitSignal(app.navigator.guide_opened, timeout=30_000):
        app.navigator.open_guide(str(own))
    assert app.window.notice.said() == "Something to know."


@pytest.mark.parametrize("key", [Qt.Key.Key_F1, Qt.Key.Key_Question])
def test_one_key_opens_the_help_and_back_returns(qtbot: QtBot, app: App, own: Path, key: Qt.Key) -> None:
    with qtbot.waitSignal(app.navigator.guide_opened, timeout=30_000):
        QTest.keyClick(app.window.article, key)
    guide = app.navigator.guide
    assert guide is not None
    assert guide.about.id == Library.help
    assert guide.problems == ()
    with qtbot.waitSignal(app.navigator.guide_opened, timeout=30_000):
        QTest.keyClick(app.window.article, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert app.navigator.guide is not None
    assert app.navigator.guide.source == own
