"""Notes made where one does not read but look: on a card, in the pathway. One is led back to where one was."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from reader.app import App
from reader.ui.glossary.link_stop import LinkStop
from tests.stories.hands import focus, press

B, H, M, ESC = Qt.Key.Key_B, Qt.Key.Key_H, Qt.Key.Key_M, Qt.Key.Key_Escape


@pytest.fixture
def on_node(qtbot: QtBot, app: App) -> App:
    """The reader in a wide window, with the keyboard on a node of the pathway."""
    app.window.resize(1280, 900)
    app.keyboard.go_pathway()
    press(Qt.Key.Key_Right)
    assert app.window.companion.pathway.node_here() is not None
    return app


def write(qtbot: QtBot, app: App, words: str) -> None:
    QTest.keyClicks(focus(), words)
    with qtbot.waitSignal(app.acts.told, timeout=10_000):
        press(ESC)
    qtbot.waitUntil(app.window.editor.isHidden)


def kinds(app: App) -> list[tuple[str, str]]:
    return [(note.kind, note.target.about) for note in app.acts.book.notes]


@pytest.mark.parametrize("width", [1280, 360])
@pytest.mark.parametrize("by", ["key", "button"])
def test_a_note_on_a_node_leads_back_to_the_node(qtbot: QtBot, on_node: App, by: str, width: int) -> None:
    pathway = on_node.window.companion.pathway
    on_node.window.resize(width, 640)
    qtbot.wait(50)
    on_node.keyboard.go_pathway()
    node = pathway.node_here()
    if by == "key":
        press(M)
    else:
        button = next(each for each in pathway.findChildren(QPushButton) if each.text() == "Write a note…")
        button.setFocus()
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    write(qtbot, on_node, "Here it begins.")
    assert pathway.isVisible()
    assert pathway.isAncestorOf(focus())
    assert pathway.node_here() == node


def test_a_note_on_a_word_of_a_node_leads_back_to_the_pathway(qtbot: QtBot, on_node: App) -> None:
    on_node.explaining.open_entry("cytokine", QRect(500, 300, 60, 20))
    press(M)
    write(qtbot, on_node, "Mine.")
    assert kinds(on_node) == [("note", "entry")]
    assert on_node.window.companion.pathway.isAncestorOf(focus())


def test_a_note_on_a_word_in_the_panel_leads_back_to_the_panel(qtbot: QtBot, on_node: App) -> None:
    on_node.choices.choose("explain_beside", False)
    on_node.explaining.open_entry("cytokine", QRect(500, 300, 60, 20))
    page = on_node.window.companion.words.page
    link = next(each for each in page.findChildren(LinkStop) if each.accessibleName() == "Write a note…")
    link.setFocus()
    QTest.mouseClick(link, Qt.MouseButton.LeftButton)
    write(qtbot, on_node, "Mine.")
    assert on_node.window.companion.words.isAncestorOf(focus())


def test_a_note_on_a_word_of_the_text_leads_back_to_the_text(qtbot: QtBot, app: App) -> None:
    app.explaining.open_entry("cytokine", QRect(500, 300, 60, 20))
    press(M)
    write(qtbot, app, "Mine.")
    assert app.window.article.isAncestorOf(focus()) or focus() is app.window.article


@pytest.mark.parametrize("width", [1280, 360])
def test_b_in_the_pathway_is_for_the_node_and_again_takes_it_away(qtbot: QtBot, on_node: App, width: int) -> None:
    on_node.window.resize(width, 640)
    qtbot.wait(50)
    on_node.keyboard.go_pathway()
    for expected in ([("bookmark", "node")], []):
        with qtbot.waitSignal(on_node.acts.told):
            press(B)
        assert kinds(on_node) == expected
    assert on_node.window.companion.pathway.isAncestorOf(focus())


def test_h_in_the_pathway_highlights_nothing_and_says_why(qtbot: QtBot, on_node: App) -> None:
    for key, modifiers in (
        (H, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_3, Qt.KeyboardModifier.ControlModifier),
        (Qt.Key.Key_5, Qt.KeyboardModifier.ControlModifier),
    ):
        press(key, modifiers)
        assert on_node.window.notice.said().startswith("Only words of the article can be highlighted.")
        on_node.window.notice.withdraw()
    assert not on_node.acts.ledger.is_waiting
    assert kinds(on_node) == []


def test_b_on_an_explanation_is_for_its_word(qtbot: QtBot, app: App) -> None:
    app.explaining.open_entry("cytokine", QRect(500, 300, 60, 20))
    with qtbot.waitSignal(app.acts.told):
        app.window.actions_by_id["bookmark"].trigger()
    assert kinds(app) == [("bookmark", "entry")]
