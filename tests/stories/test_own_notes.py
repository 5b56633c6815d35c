"""What one wrote on a word or on a node of the pathway stands on its card, told as one's own."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from reader.app import App
from reader.ui.glossary.link_stop import LinkStop
from reader.ui.pathway.about import About
from reader.ui.pathway.steps import StepsList
from reader.ui.pathway.view import PathwayView
from tests.stories.hands import focus, press

CENTRE = QRect(500, 300, 60, 20)


@pytest.fixture
def app(app: App) -> App:
    """The reader in a wide window, on the small guide."""
    app.window.resize(1280, 900)
    return app


def link(within: QWidget, words: str) -> LinkStop:
    return next(each for each in within.findChildren(LinkStop) if each.isVisible() and each.accessibleName() == words)


def write(qtbot: QtBot, app: App, words: str) -> None:
    """Type what the keyboard is in, end it with Esc, and wait until it is kept."""
    QTest.keyClicks(focus(), words)
    with qtbot.waitSignal(app.scribe.kept, timeout=10_000):
        press(Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not app.acts.ledger.is_waiting)


def test_a_note_on_a_word_is_written_from_its_card_and_stands_there(qtbot: QtBot, app: App) -> None:
    app.explaining.open_entry("cytokine", CENTRE)
    assert "Your note" not in app.window.popup.view.as_sentence()
    QTest.mouseClick(link(app.window.popup, "Write a note…"), Qt.MouseButton.LeftButton)
    write(qtbot, app, "Ask about <b>IL-6</b>.")
    (note,) = app.acts.book.notes
    assert (note.kind, note.target.about, note.target.name, note.target.quote) == (
        "note",
        "entry",
        "cytokine",
        "cytokine",
    )
    app.explaining.open_entry("cytokine", CENTRE)
    text = app.window.popup.view.page.text.toPlainText()
    assert "Your note\nAsk about <b>IL-6</b>.\nChange your note…" in text
    assert "Your note. Ask about <b>IL-6</b>." in app.window.popup.view.as_sentence()
    app.explaining.open_entry("receptor", CENTRE)
    assert "Your note" not in app.window.popup.view.as_sentence()


def test_the_page_in_the_panel_follows_what_is_written_and_undone(qtbot: QtBot, app: App) -> None:
    app.choices.choose("explain_beside", False)
    app.explaining.open_entry("cytokine", CENTRE)
    page = app.window.companion.words.page
    QTest.mouseClick(link(page, "Write a note…"), Qt.MouseButton.LeftButton)
    write(qtbot, app, "Mine.")
    assert "Your note. Mine." in page.as_sentence()
    app.window.actions_by_id["undo"].trigger()
    qtbot.waitUntil(lambda: "Mine." not in page.as_sentence())
    assert link(page, "Write a note…").isVisible()


def test_a_bookmark_on_a_word_stands_on_its_card_until_it_is_taken_away(qtbot: QtBot, app: App) -> None:
    app.explaining.open_entry("cytokine", CENTRE)
    text = app.window.popup.view.page.text
    QTest.mouseClick(link(app.window.popup, "Put a bookmark"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "You put a bookmark on it.\nWrite a note…" in text.toPlainText())
    assert "You put a bookmark on it." in app.window.popup.view.as_sentence()
    assert [(note.kind, note.target.name) for note in app.acts.book.notes] == [("bookmark", "cytokine")]
    QTest.mouseClick(link(app.window.popup, "Take the bookmark away"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "You put" not in text.toPlainText())
    assert app.acts.book.notes == []


@pytest.mark.parametrize("has_the_window", [True, False], ids=["whole window", "narrow window"])
def test_where_one_writes_is_in_sight_when_the_panel_has_the_articles_place(
    qtbot: QtBot, app: App, has_the_window: bool
) -> None:
    pathway = app.window.companion.pathway
    if has_the_window:
        app.keyboard.go_pathway()
        app.keyboard.go_pathway_alone(True)
    else:
        app.window.resize(360, 640)
        qtbot.waitUntil(app.window.companion.isHidden)
        app.keyboard.go_pathway()
    assert not app.window.article.isVisible()
    press(Qt.Key.Key_Right)
    button = next(each for each in pathway.findChildren(QPushButton) if each.text() == "Write a note…")
    button.click()
    assert app.window.editor.isVisible()
    assert app.window.editor.isAncestorOf(focus())
    write(qtbot, app, "Mine.")
    assert [note.body for note in app.acts.book.notes] == ["Mine."]


def test_a_note_on_a_node_stands_on_its_card(qtbot: QtBot, app: App) -> None:
    pathway = app.window.companion.pathway
    (about,) = pathway.findChildren(About)
    app.keyboard.go_pathway()
    press(Qt.Key.Key_Right)
    node = pathway.current
    assert node
    button = next(each for each in about.findChildren(QPushButton) if each.text() == "Write a note…")
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    write(qtbot, app, "Here it begins.")
    (note,) = app.acts.book.notes
    assert (note.kind, note.target.about, note.target.name) == ("note", "node", node)

    def told() -> list[str]:
        return [each.text() for each in about.findChildren(QLabel) if each.isVisibleTo(about)]

    qtbot.waitUntil(lambda: "Your note: Here it begins." in told())
    app.window.actions_by_id["undo"].trigger()
    qtbot.waitUntil(lambda: not any(each.startswith("Your note") for each in told()))


def test_a_bookmark_on_a_node_stands_on_its_card_with_its_sign_and_is_heard(qtbot: QtBot, app: App) -> None:
    pathway = app.window.companion.pathway
    (about,) = pathway.findChildren(About)
    app.keyboard.go_pathway()
    press(Qt.Key.Key_Right)
    node = pathway.current
    (view,) = pathway.findChildren(PathwayView)

    def told() -> list[str]:
        return [each.text() for each in about.findChildren(QLabel) if each.isVisibleTo(about)]

    def signs() -> int:
        return sum(not each.pixmap().isNull() for each in about.findChildren(QLabel) if each.isVisibleTo(about))

    def heard() -> str:
        drawing = QAccessible.queryAccessibleInterface(view)
        parts = (drawing.child(row) for row in range(drawing.childCount()))
        return " ".join(each.text(QAccessible.Text.Description) for each in parts if each.state().focused)

    assert signs() == 0
    assert "bookmark" not in heard()
    put = next(each for each in about.findChildren(QPushButton) if each.text() == "Put a bookmark")
    put.setFocus()
    press(Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: "You put a bookmark on it." in told())
    pressed = focus()
    assert isinstance(pressed, QPushButton)
    assert pressed.text() == "Take the bookmark away"
    app.keyboard.go_pathway()
    assert [(note.kind, note.target.name) for note in app.acts.book.notes] == [("bookmark", node)]
    assert signs() == 1
    assert heard().endswith("You put a bookmark on it.")
    press(Qt.Key.Key_M)
    write(qtbot, app, "<b>Mine</b>.")
    qtbot.waitUntil(lambda: "Your note: <b>Mine</b>." in told())
    assert signs() == 2
    app.keyboard.go_pathway()
    app.keyboard.go_steps()
    rows = focus()
    assert isinstance(rows, StepsList)
    row = rows.currentIndex().data(Qt.ItemDataRole.AccessibleTextRole)
    assert row.endswith(". You put a bookmark on it. Your note: <b>Mine</b>.")
    for _ in range(2):
        app.window.actions_by_id["undo"].trigger()
        qtbot.waitUntil(lambda: not app.acts.ledger.is_waiting)
    qtbot.waitUntil(lambda: signs() == 0)
    assert "bookmark" not in rows.currentIndex().data(Qt.ItemDataRole.AccessibleTextRole)


def test_m_writes_on_the_node_that_the_keyboard_is_on(qtbot: QtBot, app: App) -> None:
    app.keyboard.go_pathway()
    press(Qt.Key.Key_Right)
    node = app.window.companion.pathway.node_here()
    press(Qt.Key.Key_M)
    write(qtbot, app, "Mine.")
    assert [note.target for note in app.acts.book.notes] == [node]
    assert node is not None
    assert node.about == "node"
    app.keyboard.go_article()
    press(Qt.Key.Key_M)
    write(qtbot, app, "Read.")
    assert [note.target.about for note in app.acts.book.notes] == ["node", "passage"]
