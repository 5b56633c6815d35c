"""Notes that another window deletes for good: this one brings none of them back, and says so to whoever writes."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel
from pytestqt.qtbot import QtBot

from reader import paths
from reader.app import App
from reader.core.notebook.store import Store
from reader.ui.notebook import scribe_work
from tests.stories.hands import focus, press

SMALL = Path(__file__).parents[1] / "guides" / "small"
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def app(opened: Callable[[Path | str], App], qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> App:
    """The reader with one note, on which one writes again."""
    monkeypatch.setattr(scribe_work, "LOOK_SECONDS", 0.05)
    made = opened(SMALL)
    made.window.article.setFocus()
    press(Qt.Key.Key_M)
    QTest.keyClicks(focus(), "Ask about sleep")
    press(Qt.Key.Key_Return, CONTROL)
    qtbot.waitUntil(lambda: len(made.acts.book) == 1 and made.window.editor.isHidden())
    press(Qt.Key.Key_M)
    QTest.keyClicks(focus(), ", and pain")
    return made


def other_window() -> Store:
    return Store(paths.data() / "notebook.sqlite")


def said(app: App) -> str:
    return " ".join(each.text() for each in app.window.editor.findChildren(QLabel) if each.isVisible())


def delete_all(app: App, qtbot: QtBot) -> Store:
    other = other_window()
    other.forget()
    qtbot.waitUntil(lambda: "deleted in another window" in said(app))
    return other


def test_what_one_is_writing_stays_in_the_box_and_is_kept_only_if_one_says_so(app: App, qtbot: QtBot) -> None:
    other = delete_all(app, qtbot)
    assert len(app.acts.book) == 0
    assert other.every() == []
    press(Qt.Key.Key_Return, CONTROL)
    qtbot.waitUntil(app.window.editor.isHidden)
    assert [each.body for each in other.every()] == ["Ask about sleep, and pain"]


def test_cancelling_brings_nothing_back_and_there_is_nothing_to_undo(app: App, qtbot: QtBot) -> None:
    other = delete_all(app, qtbot)
    assert not app.window.actions_by_id["undo"].isEnabled()
    (cancel,) = (each for each in app.window.editor.findChildren(QAbstractButton) if each.text() == "Cancel")
    QTest.mouseClick(cancel, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(app.window.editor.isHidden)
    assert app.scribe.finish()
    assert other.every() == []
