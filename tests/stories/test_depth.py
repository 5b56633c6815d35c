"""Reading in short: all sections or one of them, and what is hidden is a step away."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reader import paths
from reader.app import App
from reader.core.text import Place
from tests.guides.writing import ready
from tests.stories.hands import press

WAY_ON = "Show the full text · 1 min"
SMALL = Path(__file__).parents[1] / "guides" / "small"


def lines(app: App) -> list[str]:
    return app.window.article.document().toPlainText().splitlines()


ALT, SHIFT = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ShiftModifier


def test_one_key_shows_one_sentence_of_each_section_and_another_all_again(app: App) -> None:
    before = lines(app)
    press(Qt.Key.Key_1, ALT)
    heading = lines(app).index("First things")
    assert lines(app)[heading + 2 : heading + 5] == ["Cells talk with cytokines.", WAY_ON, "Middle things"]
    assert app.window.status.how_much.text() == "One sentence"
    assert app.window.actions_by_id["depth_gist"].isChecked()
    press(Qt.Key.Key_3, ALT)
    assert lines(app) == before
    assert app.window.status.how_much.text() == "Full text"


def test_one_section_can_be_in_full_and_the_status_line_says_so(qtbot: QtBot, app: App) -> None:
    press(Qt.Key.Key_1, ALT)
    press(Qt.Key.Key_3, ALT | SHIFT)
    assert WAY_ON not in lines(app)
    assert app.window.status.how_much.text() == "One sentence (this section: full text)"
    assert app.window.actions_by_id["section_full"].isChecked()
    assert app.session.of_guide("small").depths == {"first": "full"}
    press(Qt.Key.Key_2, ALT)
    assert app.session.of_guide("small").depths == {}


def test_tab_and_enter_reach_the_line_that_opens_a_section(qtbot: QtBot, app: App) -> None:
    article = app.window.article
    press(Qt.Key.Key_1, ALT)
    while article.links.held is None or not article.links.held.address.startswith("open:"):
        press(Qt.Key.Key_Tab)
        assert article.links.held is not None, "no such line"
    press(Qt.Key.Key_Return)
    assert WAY_ON not in lines(app)
    assert app.session.of_guide("small").depths == {"first": "full"}


def test_a_click_opens_the_section_where_the_line_stood(app: App) -> None:
    article = app.window.article
    press(Qt.Key.Key_1, ALT)
    line = article.document().find(WAY_ON)
    line.setPosition(line.selectionStart() + 3)
    where = article.cursorRect(line).center()
    QTest.mouseClick(article.viewport(), Qt.MouseButton.LeftButton, pos=where)
    begins = article.document().find("Immune cells send")
    begins.setPosition(begins.selectionStart())
    assert abs(article.cursorRect(begins).center().y() - where.y()) < 40


def test_what_is_found_in_hidden_text_is_shown(qtbot: QtBot, app: App) -> None:
    press(Qt.Key.Key_1, ALT)
    press(Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    field = QApplication.focusWidget()
    assert field is not None
    QTest.keyClicks(field, "something to scroll past")
    assert not any("something to scroll past" in line for line in lines(app))  # typing opens no section
    QTest.keyClick(field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: any("something to scroll past" in line for line in lines(app)))
    marks = [mark.cursor.selectedText() for mark in app.window.article.extraSelections()]
    assert marks == ["something to scroll past"]


def test_a_place_in_hidden_text_is_opened_and_reached(app: App) -> None:
    press(Qt.Key.Key_1, ALT)
    place = Place("first", "first.5", 4)
    app.navigator.open(place)
    assert app.window.article.here() == place
    assert app.window.status.how_much.text() == "One sentence (this section: full text)"


@pytest.mark.parametrize("key", [Qt.Key.Key_1, Qt.Key.Key_2])
def test_hiding_and_showing_again_ends_where_one_was(
    qtbot: QtBot, opened: Callable[[Path | str], App], key: Qt.Key
) -> None:
    app = opened(paths.bundled("content") / "fibromyalgia-and-the-immune-system")
    article = app.window.article
    block = app.navigator.guide.blocks("cytokines")[-3] if app.navigator.guide else None
    assert block is not None
    place = Place("cytokines", block.id, 11)
    app.navigator.open(place)
    y = article.y_of(article.places.position(place) or 0)
    press(key, ALT)
    here = article.here()
    assert here is not None
    assert here.section == "cytokines"
    with qtbot.waitSignal(article.reading_at):
        press(Qt.Key.Key_3, ALT)
    assert article.here() == place
    assert article.y_of(article.places.position(place) or 0) == y


def test_the_depth_is_the_same_at_the_next_start(opened: Callable[[Path | str], App]) -> None:
    app = opened(SMALL)
    press(Qt.Key.Key_1, ALT)
    app.window.close()
    again = opened(SMALL)
    assert WAY_ON in lines(again)
    assert again.window.status.how_much.text() == "One sentence"


def test_a_file_without_gists_has_no_choice_of_depths_in_the_status_line(
    opened: Callable[[Path | str], App], tmp_path: Path
) -> None:
    plain = tmp_path / "plain.md"
    plain.write_text("# A text\n\nWith one paragraph.\n", encoding="utf-8")
    app = opened(ready(plain))
    assert not app.window.status.how_much.isVisible()
