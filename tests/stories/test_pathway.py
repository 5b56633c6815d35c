"""The text, the drawing and its list are three views of one thing: each leads to the others and back."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from reader.app import App
from reader.core.text import Place
from reader.ui.pathway.steps import StepsList
from tests.stories.hands import focus, press
from tests.stories.pathways import BUNDLED, MESSENGERS, drawing_of

# The platform without a screen opens menus, but says that it cannot grab keys for them.
pytestmark = pytest.mark.qt_log_ignore("grabbing the keyboard", extend=True)

Opened = Callable[[Path | str], App]


@pytest.fixture
def whole(qtbot: QtBot, opened: Opened) -> App:
    """The reader at the section about shared messengers, at its key points."""
    app = opened(BUNDLED)
    app.window.resize(1280, 900)
    with qtbot.waitSignal(app.window.article.reading_at):
        app.navigator.open(Place(MESSENGERS))
    app.window.article.setFocus()
    return app


def do(app: App, command: str) -> None:
    app.window.actions_by_id[command].trigger()


def list_of(app: App) -> StepsList:
    found = app.window.companion.pathway.findChild(StepsList)
    assert isinstance(found, StepsList)
    return found


def show_list(app: App, *, is_list: bool = True) -> None:
    """Press the button that shows the list in place of the drawing, or the drawing again."""
    buttons = app.window.companion.pathway.findChildren(QPushButton)
    button = next(each for each in buttons if each.text() == "As a list")
    if button.isChecked() is not is_list:
        button.click()


def select(app: App, words: str) -> None:
    """Select words of the article below the reading line, as a double click does."""
    article = app.window.article
    found = article.document().find(words, article.top_position())
    assert not found.isNull(), words
    cursor = QTextCursor(found)
    article.setTextCursor(cursor)


def test_one_command_leads_from_a_word_to_its_node_and_esc_leads_back(whole: App) -> None:
    select(whole, "cytokines")
    before = whole.window.article.verticalScrollBar().value()
    do(whole, "show_in_pathway")
    panel = whole.window.companion.pathway
    assert focus() is drawing_of(whole)
    assert panel.rect().contains(panel.node_rect("cytokines"))
    press(Qt.Key.Key_Escape)
    assert focus() is whole.window.article
    assert whole.window.article.verticalScrollBar().value() == before
    assert whole.window.article.selected_words() == "cytokines"


def test_the_same_command_leads_on_from_an_explanation_that_is_open(whole: App) -> None:
    select(whole, "cytokines")
    do(whole, "define")
    assert whole.window.popup.isVisible()
    do(whole, "show_in_pathway")
    assert not whole.window.popup.isVisible()
    assert focus() is drawing_of(whole)


def test_a_right_click_on_a_word_that_has_a_node_offers_the_way_there(whole: App) -> None:
    article = whole.window.article
    for words, is_offered in (("cytokines", True), ("serotonin", False)):
        position = article.document().find(words, article.top_position()).selectionStart() + 2
        offered = [action.text() for action in article.menu.menu_at(position).actions()]
        assert ("Show it in the pat&hway" in offered) is is_offered, words


def test_words_without_a_node_are_answered_in_a_sentence(whole: App) -> None:
    select(whole, "serotonin")
    do(whole, "show_in_pathway")
    assert whole.window.notice.said() == "“serotonin” is not in the pathway."
    assert focus() is whole.window.article


def test_a_guide_without_pathway_says_so(app: App, opened: Opened, tmp_path: Path) -> None:
    (tmp_path / "note.md").write_text("# A note\n\nOne line.\n", encoding="utf-8")
    other = opened(tmp_path / "note.md")
    do(other, "show_in_pathway")
    assert other.window.notice.said() == "This guide has no pathway."


def test_the_node_that_one_is_at_marks_its_words_in_the_text_and_nothing_moves(whole: App) -> None:
    article = whole.window.article
    do(whole, "go_pathway")
    plain, before = article.viewport().grab().toImage(), article.verticalScrollBar().value()
    whole.window.companion.pathway.show_node("cytokines")
    assert article.viewport().grab().toImage() != plain
    assert article.verticalScrollBar().value() == before
    whole.window.companion.pathway.show_node("daily")  # no word of it is in view
    assert article.viewport().grab().toImage() == plain


def test_the_word_that_has_the_keyboard_marks_its_node_and_nothing_moves(whole: App) -> None:
    plain = drawing_of(whole).grab().toImage()
    press(Qt.Key.Key_Tab)
    while whole.window.article.links.held is not None and whole.window.article.links.held.address != "term:cytokine":
        press(Qt.Key.Key_Tab)
    assert drawing_of(whole).grab().toImage() != plain
    press(Qt.Key.Key_Down)
    assert drawing_of(whole).grab().toImage() == plain


def test_the_section_that_is_read_is_lit_in_the_list_as_in_the_drawing(qtbot: QtBot, whole: App) -> None:
    show_list(whole)
    rows = list_of(whole)
    for section, nodes in (("symptoms", ("fog", "pain")), ("nerves", ("microglia", "sfn", "nociceptor"))):
        with qtbot.waitSignal(whole.navigator.section_entered):
            whole.navigator.open(Place(section))
        assert any(not rows.rect_of(node).isEmpty() for node in nodes)


def test_the_list_and_the_drawing_are_at_the_same_node(whole: App) -> None:
    do(whole, "go_pathway")
    whole.window.companion.pathway.show_node("cytokines")
    show_list(whole)
    rows = list_of(whole)
    assert rows.currentIndex().data().startswith("Cytokines")
    rows.setFocus()
    QTest.keyClicks(rows, "microglia")
    show_list(whole, is_list=False)
    drawing_of(whole).setFocus()
    press(Qt.Key.Key_Return)
    assert whole.window.popup.view.current is not None
    assert whole.window.popup.view.current.words == "microglia"


def test_enter_on_a_node_in_the_list_brings_the_text_to_where_it_is_explained(qtbot: QtBot, whole: App) -> None:
    show_list(whole)
    rows = list_of(whole)
    rows.setFocus()
    QTest.keyClicks(rows, "fibro fog")
    with qtbot.waitSignal(whole.navigator.section_entered) as entered:
        press(Qt.Key.Key_Return)
    assert entered.args[0].id == "symptoms"
    assert whole.window.popup.isVisible()


def test_what_is_found_in_the_pathway_is_gone_to_and_given_back_by_esc(whole: App) -> None:
    do(whole, "find_node")
    QTest.keyClicks(focus(), "microglia")
    press(Qt.Key.Key_Return)
    panel = whole.window.companion.pathway
    assert panel.rect().contains(panel.node_rect("microglia"))
    press(Qt.Key.Key_Escape)
    do(whole, "go_article")
    assert focus() is whole.window.article


def test_a_question_is_typed_and_answered_in_sentences(qtbot: QtBot, whole: App) -> None:
    do(whole, "ask")
    for words in ("Cytokines", "Fatigue"):
        QTest.keyClicks(focus(), words)
        press(Qt.Key.Key_Return)
    panel = whole.window.companion.pathway
    told = " ".join(each.text() for each in panel.findChildren(QLabel) if each.isVisible())
    assert "Cytokines" in told
    assert "Step 1 of" in told
    press(Qt.Key.Key_Escape)
    assert whole.window.companion.pathway.isAncestorOf(focus())


def test_a_route_takes_the_text_along_and_leaves_the_keyboard(qtbot: QtBot, whole: App) -> None:
    panel = whole.window.companion.pathway
    do(whole, "go_pathway")
    with qtbot.waitSignal(whole.navigator.section_entered):
        panel.modes.walk("nerves")
    assert panel.isAncestorOf(focus())


def test_the_list_of_a_strangers_pathway_is_one_key_away(opened: Opened) -> None:
    app = opened(Path(__file__).parents[1] / "guides" / "gpml" / "WP530.gpml")
    do(app, "go_steps")
    rows = list_of(app)
    assert focus() is rows
    QTest.keyClicks(rows, "IL6")
    assert rows.currentIndex().data().startswith("IL6")
