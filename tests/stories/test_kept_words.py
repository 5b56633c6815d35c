"""My words reach the disk at once, whatever other windows do and however the program ends."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from reader import paths
from reader.app import App
from reader.session import Remembered, Session
from reader.ui.resume import keeper

SMALL = Path(__file__).parents[1] / "guides" / "small"


def remembered() -> Remembered:
    """Return what is on the disk of the small guide."""
    guides = list(Session.load(paths.state() / "session.json")[0].guides.values())
    assert len(guides) == 1
    return guides[0]


def words_of(app: App) -> list[str]:
    assert app.navigator.guide is not None
    return [identifier for identifier, _ in app.navigator.guide.terms]


def keep(app: App, word: str) -> None:
    """Open the explanation of a word and press "Add to my words", or what stands in its place."""
    app.explaining.open_words(word, QRect(10, 10, 10, 10))
    buttons = [each for each in app.window.popup.findChildren(QPushButton) if "my words" in each.text()]
    QTest.mouseClick(buttons[0], Qt.MouseButton.LeftButton)


def test_words_kept_in_two_windows_are_all_there(qtbot: QtBot, opened: Callable[[Path | str], App]) -> None:
    one, two = opened(SMALL), opened(SMALL)
    first, second = words_of(one)[:2]
    keep(two, second)
    two.keeper.finish()
    keep(one, first)
    one.keeper.finish()
    assert remembered().words == [first, second]


def test_a_kept_word_does_not_wait(
    qtbot: QtBot, opened: Callable[[Path | str], App], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(keeper, "REST_MS", 600_000)
    app = opened(SMALL)
    word = words_of(app)[0]
    keep(app, word)
    qtbot.waitUntil(lambda: (paths.state() / "session.json").exists() and remembered().words == [word])
    keep(app, word)  # once more: no longer
    qtbot.waitUntil(lambda: remembered().words == [])
