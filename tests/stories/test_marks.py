"""Marks in the article, by keys alone: made, changed, gone to, opened, and said one step at a time."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reader.app import App
from reader.core.text import Place
from tests.guides.writing import folder, ready
from tests.stories.hands import press


def is_painted(app: App, colour: str) -> bool:
    """Return whether the text in view has a ground of this colour."""
    QApplication.processEvents()
    image = app.window.article.viewport().grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    step = range(0, image.width(), 5)
    return any(image.pixelColor(x, y).name().upper() == colour for y in range(0, image.height(), 5) for x in step)


def read_at(app: App, section: str, block: str) -> None:
    app.window.article.show_place(Place(section, block))
    app.window.article.setFocus()


def wait_for(qtbot: QtBot, app: App, styles: list[str]) -> None:
    qtbot.waitUntil(lambda: [note.style for note in app.acts.book.notes] == styles)


def test_h_marks_the_paragraph_one_reads_and_h_again_changes_how_it_is_marked(qtbot: QtBot, app: App) -> None:
    theme = app.looks.theme
    read_at(app, "first", "first.5")
    assert not is_painted(app, theme.important)
    press(Qt.Key.Key_H)
    wait_for(qtbot, app, ["important"])
    assert is_painted(app, theme.important)
    press(Qt.Key.Key_H)
    wait_for(qtbot, app, ["remember"])
    assert is_painted(app, theme.remember)
    assert not is_painted(app, theme.important)
    press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    wait_for(qtbot, app, [])
    assert not is_painted(app, theme.important)


@pytest.mark.parametrize("read", ["receptors.2", "receptors.3"])  # the words, and their mark of evidence
def test_a_paragraph_that_ends_with_a_citation_is_marked_once(qtbot: QtBot, app: App, read: str) -> None:
    read_at(app, "receptors", read)
    press(Qt.Key.Key_B)
    press(Qt.Key.Key_H)
    qtbot.waitUntil(lambda: len(app.acts.book) == 2)
    press(Qt.Key.Key_H)
    qtbot.waitUntil(lambda: "remember" in [note.style for note in app.acts.book.notes])
    press(Qt.Key.Key_B)
    wait_for(qtbot, app, ["remember"])
    (note,) = app.acts.book.notes
    assert note.target.quote.endswith("receptors matter.")


def test_j_goes_to_what_was_marked_elsewhere_enter_opens_it_in_the_notebook_and_back_leads_back(
    qtbot: QtBot, app: App
) -> None:
    article = app.window.article
    read_at(app, "naive", "naive.2")
    press(Qt.Key.Key_B)
    qtbot.waitUntil(lambda: len(app.acts.book) == 1)
    (bookmark,) = app.acts.book.notes
    app.navigator.open(Place("first"))
    article.setFocus()
    press(Qt.Key.Key_J)
    assert article.links.held is not None
    assert article.links.held.address == f"note:{bookmark.id}"
    here = article.here()
    assert here is not None
    assert here.section == "naive"
    with qtbot.waitSignal(article.noting.note_requested) as opened:
        press(Qt.Key.Key_Return)
    assert opened.args == [bookmark.id]
    app.window.actions_by_id["back"].trigger()
    here = article.here()
    assert here is not None
    assert here.section == "first"


def test_one_step_at_a_time_tells_the_marks_of_a_paragraph_before_its_words(
    qtbot: QtBot, app: App, monkeypatch: pytest.MonkeyPatch
) -> None:
    heard: list[str] = []
    monkeypatch.setattr("reader.ui.guidance.pacer.announce", lambda _who, said: heard.append(said))
    read_at(app, "naive", "naive.2")
    press(Qt.Key.Key_H)
    wait_for(qtbot, app, ["important"])
    press(Qt.Key.Key_F4)
    assert heard[-1].startswith("Paragraph 1 of 3 in this section. highlighted, important. Naïve cells have")
    press(Qt.Key.Key_Space)
    assert "highlighted" not in heard[-1]


def test_without_any_mark_the_key_says_how_to_make_one(app: App) -> None:
    app.window.article.setFocus()
    press(Qt.Key.Key_J)
    assert "Nothing is marked in this guide yet." in app.window.notice.said()


def test_from_its_heading_h_again_changes_the_mark_that_is_there(
    qtbot: QtBot, opened: Callable[[Path | str], App], tmp_path: Path
) -> None:
    """The paragraph below a heading is marked once, however often one presses H."""
    points = "# Sleep {#sleep}\n\n!!! key-points\n    - Pain wakes many people.\n    - Rest helps.\n"
    app = opened(ready(folder(tmp_path / "guide", article_md=points)))
    article = app.window.article
    heading = article.document().find("Key points")
    QTest.mouseClick(article.viewport(), Qt.MouseButton.LeftButton, pos=article.cursorRect(heading).center())
    press(Qt.Key.Key_H)
    wait_for(qtbot, app, ["important"])
    (first,) = app.acts.book.notes
    press(Qt.Key.Key_H)
    wait_for(qtbot, app, ["remember"])
    (second,) = app.acts.book.notes
    assert (second.id, second.target.quote) == (first.id, "Pain wakes many people.")
