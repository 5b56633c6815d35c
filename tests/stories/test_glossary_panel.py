"""The glossary in the panel: any word found and opened with the mouse or the keys alone, and the way back."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from reader.app import App
from reader.core.text import Place
from reader.ui.glossary.word_list import WordList
from reader.ui.glossary.word_model import ROW
from reader.ui.glossary.word_page import WordPage
from tests.guides.writing import folder, ready

Open = Callable[[Path | str], App]
TERMS = ("antibody", "cytokine", "gate", "interleukin-6", "nerve", "neuron", "receptor")
GLOSSARY = """
cytokine
: A small protein that carries a message.

interleukin-6
: One of the messengers.
: short: IL-6
: also: B-cell factor

receptor
: Where a message fits.
: see: gate

gate
: A way in.

antibody
: It sticks to what is foreign.

nerve
: A cord that carries feelings.

neuron
: A cell of a nerve.
"""
ARTICLE = """
# Messengers

A receptor takes what a cytokine brings.

## Inside

An antibody, and the receptor again.

# Feelings

A nerve has many a neuron.
"""


@pytest.fixture
def app(opened: Open, tmp_path: Path) -> App:
    """The reader in a wide window, on a guide with seven words."""
    app = opened(ready(folder(tmp_path / "words", article_md=ARTICLE, glossary_md=GLOSSARY)))
    app.window.resize(1280, 900)
    return app


def mine(app: App) -> str:
    """Return what the button of my words says: how many there are."""
    return button(app, "My words").text()


def press(key: Qt.Key | str, times: int = 1, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """Press a key where the keyboard is."""
    for _ in range(times):
        focused = QApplication.focusWidget()
        assert focused is not None
        QTest.keyClick(focused, key, modifier)  # type: ignore[arg-type]


def type_word(app: App, word: str) -> None:
    """Go to the glossary, by its one key, and type."""
    app.window.article.setFocus()
    press(Qt.Key.Key_G)
    box = QApplication.focusWidget()
    assert isinstance(box, QLineEdit)
    QTest.keyClicks(box, word)


def rows(app: App) -> WordList:
    (found,) = app.window.companion.words.findChildren(WordList)
    return found


def page(app: App) -> WordPage:
    (found,) = app.window.companion.words.findChildren(WordPage)
    return found


def listed(app: App) -> list[str]:
    model = rows(app).model()
    return [model.index(number, 0).data(ROW).term for number in range(model.rowCount())]


def current(app: App) -> str:
    return str(rows(app).currentIndex().data(ROW).term)


def said(app: App) -> list[str]:
    labels = app.window.companion.words.findChildren(QLabel)
    return [label.text() for label in labels if label.isVisible() and label.text()]


def button(app: App, words: str) -> QPushButton:
    every = app.window.companion.words.findChildren(QPushButton)
    return next(each for each in every if each.isVisible() and each.text().startswith(words))


def has_keyboard(part: QWidget) -> bool:
    focused = QApplication.focusWidget()
    return focused is part or (focused is not None and part.isAncestorOf(focused))


def choose(app: App, scope: str) -> None:
    QTest.mouseClick(button(app, scope), Qt.MouseButton.LeftButton)


def read_on(app: App, section: str) -> None:
    app.window.article.setFocus()
    app.navigator.open(Place(section))


def test_all_words_are_listed_and_counted(app: App) -> None:
    app.keyboard.go_words()
    assert listed(app) == list(TERMS)
    assert "7 words" in said(app)


@pytest.mark.parametrize(
    ("typed", "found", "why"),
    [
        ("cyt", "cytokine", "A small protein"),
        ("B-cell", "interleukin-6", "also called B-cell factor"),
        ("il6", "interleukin-6", "also called IL-6"),
        ("6", "interleukin-6", "One of the messengers."),  # a later word of the term
        ("foreign", "antibody", "It sticks to what is foreign."),
        ("cytokien", "cytokine", "written like it"),
    ],
)
def test_a_word_is_found_by_what_one_knows_of_it(app: App, typed: str, found: str, why: str) -> None:
    type_word(app, typed)
    assert current(app) == found
    assert why in rows(app).currentIndex().data(ROW).says.text
    assert any(each.endswith("of 7 words") for each in said(app))


def test_nothing_found_is_said_with_what_helps(app: App) -> None:
    type_word(app, "xqzz")
    assert listed(app) == []
    assert any("No word fits “xqzz”" in each and "Fewer letters find more" in each for each in said(app))
    press(Qt.Key.Key_Return)  # nothing to open
    press(Qt.Key.Key_Down)  # nowhere to go
    assert isinstance(QApplication.focusWidget(), QLineEdit)


def test_by_keys_alone_one_opens_a_word_and_comes_back_to_its_row(app: App) -> None:
    type_word(app, "")
    press(Qt.Key.Key_Down, 3)
    assert current(app) == "gate"
    scrolled = rows(app).verticalScrollBar().value()
    press(Qt.Key.Key_Return)
    assert page(app).hasFocus()
    assert "A way in." in page(app).view.as_sentence()
    press(Qt.Key.Key_Escape)
    assert rows(app).hasFocus()
    assert (current(app), rows(app).verticalScrollBar().value()) == ("gate", scrolled)
    press(Qt.Key.Key_Escape)
    assert app.window.article.hasFocus()


def test_enter_in_the_box_opens_the_best_and_esc_clears_it_before_it_leaves(app: App) -> None:
    type_word(app, "nerv")
    press(Qt.Key.Key_Return)
    assert "A cord" in page(app).view.as_sentence()
    press(Qt.Key.Key_Escape)
    press(Qt.Key.Key_Up)
    assert isinstance(QApplication.focusWidget(), QLineEdit)
    press(Qt.Key.Key_Escape)
    assert listed(app) == list(TERMS)
    press(Qt.Key.Key_Escape)
    assert app.window.article.hasFocus()


def test_letters_typed_in_the_list_go_on_into_the_box(app: App) -> None:
    type_word(app, "")
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_N)  # elsewhere: the next section
    press("e")
    assert listed(app)[:2] == ["nerve", "neuron"]
    press(Qt.Key.Key_Down)
    assert rows(app).hasFocus()
    press("u")
    assert listed(app)[:1] == ["neuron"]
    press(Qt.Key.Key_Return)
    assert "A cell of a nerve." in page(app).view.as_sentence()


def test_the_keyboard_goes_from_the_list_to_the_page_and_back_through_nothing_else(qtbot: QtBot, app: App) -> None:
    type_word(app, "")
    press(Qt.Key.Key_Down, 2)
    went: list[QWidget] = []
    QApplication.instance().focusChanged.connect(lambda _, now: went.append(now))  # type: ignore[union-attr]
    press(Qt.Key.Key_Return)
    assert [part for part in went if part is not None] == [page(app)]
    press(Qt.Key.Key_Escape)
    assert [part for part in went if part is not None] == [page(app), rows(app)]


def test_the_last_of_my_words_can_be_put_back_by_the_keys(qtbot: QtBot, app: App) -> None:
    type_word(app, "gate")
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Insert)
    qtbot.waitUntil(lambda: mine(app) == "My words (1)")
    choose(app, "My words")
    rows(app).setFocus()
    press(Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: listed(app) == [])
    press(Qt.Key.Key_Z, modifier=Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: listed(app) == ["gate"])
    assert [note.target.name for note in app.acts.book.notes] == ["gate"]


def test_undo_puts_no_word_back_once_something_else_was_done(qtbot: QtBot, app: App) -> None:
    type_word(app, "gate")
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Insert)
    qtbot.waitUntil(lambda: mine(app) == "My words (1)")
    choose(app, "My words")
    rows(app).setFocus()
    press(Qt.Key.Key_Delete)
    (undo,) = (each for each in app.window.companion.words.findChildren(QPushButton) if each.text() == "Undo")
    qtbot.waitUntil(undo.isVisible)
    assert undo.accessibleName() == "Put gate back"
    app.window.article.setFocus()
    press(Qt.Key.Key_B)
    qtbot.waitUntil(undo.isHidden)
    press(Qt.Key.Key_Z, modifier=Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: undo.isVisible() and len(app.acts.book) == 0)  # the bookmark went, and the word is next
    QTest.mouseClick(undo, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: listed(app) == ["gate"])


def test_a_click_opens_a_word_and_another_leads_back(app: App) -> None:
    app.keyboard.go_words()
    where = rows(app).visualRect(rows(app).model().index(2, 0)).center()
    QTest.mouseClick(rows(app).viewport(), Qt.MouseButton.LeftButton, pos=where)
    assert "A way in." in page(app).view.as_sentence()
    QTest.mouseClick(button(app, "‹ All words"), Qt.MouseButton.LeftButton)
    assert current(app) == "gate"


def test_words_of_the_section_come_as_they_are_read_with_those_inside_it(app: App) -> None:
    app.keyboard.go_words()
    choose(app, "In this section")
    assert listed(app) == ["receptor", "cytokine", "antibody"]
    assert "3 words in “Messengers”" in said(app)


def test_the_words_of_the_section_follow_the_reading_but_wait_while_they_are_used(app: App) -> None:
    app.keyboard.go_words()
    choose(app, "In this section")
    QTest.mouseMove(app.window.article, QPoint(5, 5))
    read_on(app, "feelings")
    assert listed(app) == ["nerve", "neuron"]
    assert app.window.article.hasFocus()
    rows(app).setFocus()
    press(Qt.Key.Key_Down)
    app.navigator.open(Place("inside"))
    assert (listed(app), current(app)) == (["nerve", "neuron"], "neuron")
    app.window.article.setFocus()
    assert listed(app) == ["antibody", "receptor"]


def test_typing_looks_through_all_words_and_clearing_brings_the_chosen_list_back(app: App) -> None:
    app.keyboard.go_words()
    choose(app, "In this section")
    type_word(app, "neuron")
    assert listed(app)[:1] == ["neuron"]
    assert button(app, "All words").isChecked()
    press(Qt.Key.Key_Escape)
    assert button(app, "In this section").isChecked()
    assert listed(app) == ["receptor", "cytokine", "antibody"]


def test_tab_stops_once_at_the_three_lists_and_the_arrows_choose(app: App) -> None:
    type_word(app, "")
    press(Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is button(app, "All words")
    press(Qt.Key.Key_Right)
    assert QApplication.focusWidget() is button(app, "In this section")
    assert listed(app) == ["receptor", "cytokine", "antibody"]
    press(Qt.Key.Key_Tab)
    assert rows(app).hasFocus()
    press(Qt.Key.Key_Tab, modifier=Qt.KeyboardModifier.ShiftModifier)
    assert QApplication.focusWidget() is button(app, "In this section")
    press(Qt.Key.Key_Left, 2)  # round and round
    assert QApplication.focusWidget() is button(app, "My words")


def test_words_are_kept_and_let_go_from_the_list_and_undone(qtbot: QtBot, app: App) -> None:
    type_word(app, "")
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Insert)
    press(Qt.Key.Key_Down, 2)
    press(Qt.Key.Key_Insert)
    qtbot.waitUntil(lambda: mine(app) == "My words (2)")
    choose(app, "My words")
    assert listed(app) == ["gate", "antibody"]
    rows(app).setFocus()
    press(Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: listed(app) == ["antibody"])
    assert "“gate” was removed." in [each.accessibleName() for each in app.window.companion.words.findChildren(QLabel)]
    press(Qt.Key.Key_Z, modifier=Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: listed(app) == ["gate", "antibody"])
    assert current(app) == "gate"


def test_what_one_knows_of_a_word_is_told_in_words(qtbot: QtBot, app: App) -> None:
    type_word(app, "")
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Insert)
    qtbot.waitUntil(lambda: mine(app) == "My words (1)")
    press(Qt.Key.Key_Return)
    press(Qt.Key.Key_Escape)
    cell = QAccessible.queryAccessibleInterface(rows(app)).child(0)
    assert cell.role() == QAccessible.Role.ListItem
    name = cell.text(QAccessible.Text.Name)
    assert name == "antibody. It sticks to what is foreign. One of my words. Looked up before"


def test_back_and_forward_on_the_page_are_for_its_words(app: App) -> None:
    type_word(app, "receptor")
    press(Qt.Key.Key_Return)
    app.window.companion.words.page.entry_requested.emit("gate")  # see also
    assert "A way in." in page(app).view.as_sentence()
    alt = Qt.KeyboardModifier.AltModifier
    press(Qt.Key.Key_Left, modifier=alt)
    assert "Where a message fits." in page(app).view.as_sentence()
    press(Qt.Key.Key_Tab)  # also from a button, for which Left is another button
    press(Qt.Key.Key_Right, modifier=alt)
    assert "A way in." in page(app).view.as_sentence()


def test_a_way_that_leads_to_no_word_of_the_page_is_that_of_the_article(qtbot: QtBot, app: App) -> None:
    begun = app.window.article.here()
    assert begun is not None
    read_on(app, "feelings")
    type_word(app, "gate")
    press(Qt.Key.Key_Return)
    assert page(app).hasFocus()
    with qtbot.waitSignal(app.navigator.place_opened) as opened:
        press(Qt.Key.Key_Left, modifier=Qt.KeyboardModifier.AltModifier)
    assert opened.args[0].section == begun.section
    assert "A way in." in page(app).view.as_sentence()


def pin(app: App, entry: str) -> None:
    app.explaining.open_entry(entry, QRect(app.window.mapToGlobal(app.window.rect().center()), QSize(9, 9)))
    button = next(each for each in app.window.popup.findChildren(QPushButton) if each.text() == "Pin")
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def test_a_pinned_word_stays_while_one_reads_on_and_looks_at_other_tabs(app: App) -> None:
    pin(app, "cytokine")
    assert app.window.popup.isHidden()
    assert app.window.article.hasFocus()
    assert "Pinned" in said(app)
    read_on(app, "feelings")
    app.window.companion.setCurrentWidget(app.window.companion.search)
    app.window.companion.setCurrentWidget(app.window.companion.words)
    assert page(app).isVisible()
    app.keyboard.go_companion()
    assert page(app).hasFocus()
    press(Qt.Key.Key_Escape)
    assert app.window.article.hasFocus()
    assert page(app).isVisible()
    app.keyboard.go_words()
    assert current(app) == "cytokine"


def test_with_explanations_always_in_the_panel_esc_gives_the_keyboard_back_to_the_text(app: App) -> None:
    app.choices.choose("explain_beside", False)
    app.window.article.setFocus()
    press(Qt.Key.Key_Tab)
    press(Qt.Key.Key_Return)
    assert app.window.popup.isHidden()
    assert page(app).hasFocus()
    press(Qt.Key.Key_Escape)
    assert app.window.article.hasFocus()
    assert page(app).isVisible()
    QTest.mouseClick(button(app, "Close"), Qt.MouseButton.LeftButton)
    assert rows(app).isVisible()


def test_in_a_narrow_window_one_key_leads_from_a_word_to_the_article(qtbot: QtBot, app: App) -> None:
    app.choices.choose("explain_beside", False)
    app.window.resize(360, 640)
    qtbot.waitUntil(app.window.companion.isHidden)
    app.window.article.setFocus()
    press(Qt.Key.Key_Tab)
    press(Qt.Key.Key_Return)
    assert page(app).hasFocus()
    assert not app.window.article.isVisible()
    press(Qt.Key.Key_Escape)
    assert app.window.article.hasFocus()


def test_pinning_in_a_narrow_window_does_not_take_the_article_away(qtbot: QtBot, app: App) -> None:
    app.window.resize(360, 640)
    qtbot.waitUntil(app.window.companion.isHidden)
    pin(app, "cytokine")
    assert app.window.article.hasFocus()
    assert "F8" in app.window.notice.said()
    app.keyboard.go_companion()
    assert page(app).hasFocus()


def lies(app: App) -> tuple[QRect, int]:
    """Return where the text lies on the screen, and how high it is: another width would break its lines anew."""
    article = app.window.article
    corner = article.mapToGlobal(QPoint(0, 0))
    return QRect(corner, article.size()), article.verticalScrollBar().maximum()


def resize(qtbot: QtBot, app: App, width: int) -> None:
    app.window.resize(width, 600)
    qtbot.waitUntil(lambda: app.window.columns.width() == width)


@pytest.mark.parametrize("width", [720, 800, 999, 1000, 1280])
def test_the_text_does_not_move_when_an_explanation_opens_in_the_panel(qtbot: QtBot, app: App, width: int) -> None:
    app.choices.choose("explain_beside", False)
    resize(qtbot, app, width)
    before, outline = lies(app), app.window.outline.isVisible()
    app.window.article.setFocus()
    press(Qt.Key.Key_Tab)
    press(Qt.Key.Key_Return)
    assert page(app).hasFocus()
    assert lies(app) == before
    press(Qt.Key.Key_Escape)
    assert app.window.article.hasFocus()
    assert (lies(app), app.window.outline.isVisible()) == (before, outline)
    press(Qt.Key.Key_G)
    assert lies(app) == before
    press(Qt.Key.Key_Escape)
    assert (lies(app), app.window.outline.isVisible()) == (before, outline)


@pytest.mark.parametrize("width", [1000, 1280])
@pytest.mark.parametrize("outline", [True, False])
def test_the_text_does_not_move_when_an_explanation_opens_the_panel_that_was_closed_by_hand(
    qtbot: QtBot, app: App, width: int, outline: bool
) -> None:
    app.choices.choose("explain_beside", False)
    resize(qtbot, app, width)
    app.window.columns.reveal_outline(outline)
    before = lies(app)
    app.window.actions_by_id["show_companion"].trigger()
    assert app.window.companion.isHidden()
    kept = next(each for each in app.window.findChildren(QLabel) if each.text() == "Explanations open here.")
    assert kept.isVisible()
    assert lies(app) == before
    app.window.article.setFocus()
    press(Qt.Key.Key_Tab)
    press(Qt.Key.Key_Return)
    assert page(app).hasFocus()
    assert not kept.isVisible()
    assert lies(app) == before


def test_who_has_explanations_beside_the_word_gets_the_room_of_a_closed_panel(qtbot: QtBot, app: App) -> None:
    resize(qtbot, app, 1280)
    before = app.window.article.width()
    app.window.actions_by_id["show_companion"].trigger()
    assert app.window.article.width() > before
    app.choices.choose("explain_beside", False)
    assert app.window.article.width() == before


def test_pinning_into_a_panel_that_was_closed_by_hand_does_not_move_the_text(qtbot: QtBot, app: App) -> None:
    resize(qtbot, app, 1280)
    app.window.actions_by_id["show_companion"].trigger()
    before = app.window.article.geometry()
    pin(app, "cytokine")
    assert "F8" in app.window.notice.said()
    now = app.window.article.geometry()
    assert (now.topLeft(), now.width()) == (before.topLeft(), before.width())  # the notice stands below it
    app.keyboard.go_companion()
    assert page(app).hasFocus()


def test_a_pinned_word_takes_the_outlines_place_until_that_is_wanted(qtbot: QtBot, app: App) -> None:
    resize(qtbot, app, 800)
    before = lies(app)
    pin(app, "cytokine")
    assert page(app).isVisible()
    app.keyboard.go_companion()
    press(Qt.Key.Key_Escape)
    assert page(app).isVisible()
    assert lies(app) == before
    app.keyboard.go_outline()
    assert app.window.outline.isVisible()
    assert lies(app) == before


def test_without_an_outline_the_panel_comes_in_the_place_of_the_text(qtbot: QtBot, app: App) -> None:
    app.choices.choose("explain_beside", False)
    resize(qtbot, app, 800)
    app.window.columns.reveal_outline(False)
    before = lies(app)
    app.window.article.setFocus()
    press(Qt.Key.Key_Tab)
    press(Qt.Key.Key_Return)
    assert page(app).hasFocus()
    press(Qt.Key.Key_Escape)
    assert app.window.article.hasFocus()
    assert lies(app) == before
    app.choices.choose("explain_beside", True)
    pin(app, "cytokine")
    assert "F8" in app.window.notice.said()
    assert app.window.article.isVisible()


def test_the_panel_stands_at_the_right_again_when_the_window_grows(qtbot: QtBot, app: App) -> None:
    resize(qtbot, app, 800)
    widths = app.window.columns.widths
    app.keyboard.go_words()
    resize(qtbot, app, 1280)
    x = app.window.article.mapToGlobal(QPoint(0, 0)).x()
    assert app.window.outline.mapToGlobal(QPoint(0, 0)).x() < x < rows(app).mapToGlobal(QPoint(0, 0)).x()
    assert has_keyboard(app.window.companion)
    assert app.window.columns.widths == widths


def test_nothing_is_built_or_read_before_the_words_are_looked_at(opened: Open) -> None:
    app = opened(Path(__file__).parents[1] / "guides" / "small")  # its pathway comes first
    app.window.resize(1280, 900)
    assert app.navigator.guide is not None
    assert app.window.companion.words.findChildren(WordList) == []
    assert "terms" not in vars(app.navigator.guide)
    app.window.companion.setCurrentWidget(app.window.companion.words)
    assert rows(app).isVisible()


def test_another_guide_brings_its_own_words_at_once(qtbot: QtBot, app: App) -> None:
    type_word(app, "cyt")
    press(Qt.Key.Key_Return)
    with qtbot.waitSignal(app.navigator.guide_opened, timeout=30_000):
        app.navigator.open_help()
    assert app.navigator.guide is not None
    app.keyboard.go_words()
    assert listed(app) == [term for _, term in app.navigator.guide.terms]
