"""A guide without an id is moved: what happens where its notes cannot come along at once."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from reader.app import App
from reader.core.guide import Guide
from reader.core.notebook import finding
from reader.core.notebook.finding import Found
from reader.core.notebook.notes import Note
from reader.core.notebook.store import Store
from tests.guides.writing import folder, ready
from tests.stories.hands import press

ARTICLE = "# Sleep {#sleep}\n\nA fixed hour for getting up helps more than a fixed hour for going to bed.\n"
Open = Callable[[Path | str], App]


@pytest.fixture
def app(qtbot: QtBot, opened: Open, tmp_path: Path) -> App:
    """The reader on a guide that has a highlight."""
    app = opened(ready(folder(tmp_path / "nameless", article_md=ARTICLE)))
    with qtbot.waitSignal(app.scribe.kept):
        press(Qt.Key.Key_H)
    return app


def move(qtbot: QtBot, app: App, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    (tmp_path / "nameless").rename(elsewhere)
    with qtbot.waitSignal(app.navigator.guide_opened, timeout=10_000):
        app.navigator.open_guide(str(ready(elsewhere)))


def test_that_they_could_not_come_along_is_said_in_a_sentence(
    qtbot: QtBot, app: App, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch, qtbot.waitSignal(app.following.failed, timeout=10_000):
        patch.setattr(Store, "apply", refuse)
        move(qtbot, app, tmp_path)
    said = app.window.notice.said()
    assert said.startswith("This guide was moved, and your notes on it could not be brought along yet.")
    assert said.endswith("they come along when you open the guide again.")
    app.navigator.open_guide(str(tmp_path / "elsewhere"))
    qtbot.waitUntil(lambda: len(app.acts.book) == 1, timeout=10_000)


def test_what_one_writes_does_not_wait_until_they_are_found(
    qtbot: QtBot, app: App, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    find_all, is_long = finding.find_all, [True]

    def long(guide: Guide, notes: list[Note]) -> Iterator[Found]:
        while is_long:
            yield []
        yield from find_all(guide, notes)

    monkeypatch.setattr(finding, "find_all", long)
    move(qtbot, app, tmp_path)
    with qtbot.waitSignal(app.acts.told, timeout=5_000) as told:
        press(Qt.Key.Key_B)
    assert told.args == ["Bookmark put.", False]
    is_long.clear()
    qtbot.waitUntil(lambda: len(app.acts.book) == 2, timeout=10_000)
