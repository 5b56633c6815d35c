"""My words are in the notebook at once, the same in all windows, and however the program ends."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from reader import paths
from reader.app import App
from reader.core.notebook.store import Store
from reader.ui.glossary.word_list import WordList
from reader.ui.glossary.word_model import ROW
from reader.ui.notebook import scribe_work

SMALL = Path(__file__).parents[1] / "guides" / "small"


def on_disk() -> list[str]:
    """Return the words that another program would find in the file, the newest first."""
    store = Store(paths.data() / "notebook.sqlite")
    try:
        return [note.target.name for note in reversed(store.every()) if note.kind == "word"]
    finally:
        store.close()


def words_of(app: App) -> list[str]:
    assert app.navigator.guide is not None
    return [identifier for identifier, _ in app.navigator.guide.terms]


def keep(app: App, word: str) -> QPushButton:
    """Open the explanation of a word and press "Add to my words", or what stands in its place."""
    app.explaining.open_words(word, QRect(10, 10, 10, 10))
    button = next(each for each in app.window.popup.findChildren(QPushButton) if "my words" in each.text())
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    return button


def mine(app: App) -> list[str]:
    """Return what is listed as my words, from the top."""
    panel = app.window.companion.words
    app.keyboard.go_words()
    scope = next(each for each in panel.findChildren(QPushButton) if each.text().startswith("My words"))
    QTest.mouseClick(scope, Qt.MouseButton.LeftButton)
    rows = panel.findChildren(WordList)[0].model()
    return [rows.index(number, 0).data(ROW).id for number in range(rows.rowCount())]


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let each window look at once whether another one has changed something."""
    monkeypatch.setattr(scribe_work, "LOOK_SECONDS", 0.05)


@pytest.mark.usefixtures("quick")
def test_words_kept_in_two_windows_are_in_both_and_one_removed_goes_from_both(
    qtbot: QtBot, opened: Callable[[Path | str], App]
) -> None:
    one, two = opened(SMALL), opened(SMALL)
    first, second = words_of(one)[:2]
    keep(two, second)
    qtbot.waitUntil(lambda: on_disk() == [second])
    keep(one, first)
    qtbot.waitUntil(lambda: mine(one) == [first, second])
    qtbot.waitUntil(lambda: mine(two) == [first, second])
    keep(two, first)  # once more: no longer
    qtbot.waitUntil(lambda: mine(one) == [second])
    assert on_disk() == [second]


@pytest.mark.slow
def test_a_word_kept_in_two_windows_at_once_is_kept_once(qtbot: QtBot, opened: Callable[[Path | str], App]) -> None:
    one, two = opened(SMALL), opened(SMALL)
    word = words_of(one)[0]
    buttons = [keep(one, word), keep(two, word)]  # neither has seen what the other did
    qtbot.waitUntil(lambda: [each.text() for each in buttons] == ["Remove from my words"] * 2)
    assert on_disk() == [word]


def test_a_word_is_shown_as_kept_once_it_is_on_the_disk(qtbot: QtBot, opened: Callable[[Path | str], App]) -> None:
    app = opened(SMALL)
    word = words_of(app)[0]
    button = keep(app, word)
    assert button.text() == "Add to my words"  # the disk was not waited for
    qtbot.waitUntil(lambda: button.text() == "Remove from my words")
    assert on_disk() == [word]
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: button.text() == "Add to my words")
    assert on_disk() == []


def test_a_word_that_cannot_be_written_is_not_shown_as_kept_and_that_is_said(
    qtbot: QtBot, opened: Callable[[Path | str], App], monkeypatch: pytest.MonkeyPatch
) -> None:
    app = opened(SMALL)

    def fail(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Store, "apply", fail)
    button = keep(app, words_of(app)[0])
    qtbot.waitUntil(lambda: "This is not kept yet: Add to my words" in app.window.notice.said())
    assert button.text() == "Add to my words"
    monkeypatch.undo()
    app.window.actions_by_id["keep_again"].trigger()
    qtbot.waitUntil(lambda: button.text() == "Remove from my words")


def test_a_session_file_with_words_in_it_is_read_without_a_word(
    qtbot: QtBot, opened: Callable[[Path | str], App]
) -> None:
    file = paths.state() / "session.json"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(json.dumps({"guides": {"small": {"words": ["cytokine"], "scope": "mine"}}}))
    app = opened(SMALL)
    assert app.window.notice.said() == ""
    assert mine(app) == []
