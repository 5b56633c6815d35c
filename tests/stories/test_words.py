"""Words in the article: how many are marked, asked for by click, key, selection and pointer, and left again."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QCursor, QMouseEvent, QPointingDevice, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QPushButton
from pytestqt.qtbot import QtBot

from reader.app import App
from reader.core.text import Place
from reader.ui.article import hovering
from reader.ui.article.places import Hyperlink
from tests.guides.writing import folder, ready
from tests.stories.hands import focus

Open = Callable[[Path | str], App]
LEFT = Qt.MouseButton.LeftButton
REST_MS = 60  # in place of half a second

GLOSSARY = """# Glossary

cytokine
: A small protein that carries a message.
: see: receptor

receptor
: The part of a cell where a message fits.
: mark: every

IL-6
: One of the cytokines.
"""
ARTICLE = """# One

A cytokine fits a receptor. Each cytokine and each receptor is small; IL-6 is a cytokine.

Nothing new is explained in this paragraph: IL-6 comes again, and it goes on and on, so that there is more than anybody
would want to look up at once.

# Two

The cytokine again, and the receptor.
"""


@pytest.fixture
def words(opened: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> App:
    """The reader, open on a few words that are explained."""
    monkeypatch.setattr(hovering, "REST_MS", REST_MS)
    return opened(ready(folder(tmp_path / "words", article_md=ARTICLE, glossary_md=GLOSSARY)))


def marked(app: App) -> list[str]:
    """Return the words that are marked as terms, in reading order."""
    text = app.window.article.document().toPlainText()
    links = app.window.article.places.links
    return [text[each.start : each.end] for each in links if each.address.startswith("term:")]


def terms(app: App) -> list[Hyperlink]:
    return [each for each in app.window.article.places.links if each.address.startswith("term:")]


def middle(app: App, start: int, end: int) -> QPoint:
    return app.window.article.rects(start, end)[0].center().toPoint()


def place_of(app: App, words: str) -> tuple[int, int]:
    found = app.window.article.document().find(words)
    assert not found.isNull()
    return found.selectionStart(), found.selectionEnd()


def click(app: App, where: QPoint) -> None:
    QTest.mouseClick(app.window.article.viewport(), LEFT, pos=where)


def double_click(app: App, where: QPoint) -> None:
    """Press twice, as Qt tells it: the second press comes as a double click."""
    click(app, where)
    viewport = app.window.article.viewport()
    QTest.mouseDClick(viewport, LEFT, pos=where)


def drag(app: App, start: QPoint, end: QPoint) -> None:
    viewport = app.window.article.viewport()
    QTest.mousePress(viewport, LEFT, pos=start)
    for share in (0.25, 0.5, 0.75, 1):
        move(app, start + (end - start) * share, LEFT)
    QTest.mouseRelease(viewport, LEFT, pos=end)


def move(app: App, where: QPoint, buttons: Qt.MouseButton = Qt.MouseButton.NoButton) -> None:
    """Move a mouse over the article."""
    viewport = app.window.article.viewport()
    on_screen = viewport.mapToGlobal(where)
    QCursor.setPos(on_screen)
    moved = QMouseEvent(
        QEvent.Type.MouseMove,
        QPointF(where),
        QPointF(on_screen),
        Qt.MouseButton.NoButton,
        buttons,
        Qt.KeyboardModifier.NoModifier,
        QPointingDevice.primaryPointingDevice(),
    )
    QApplication.sendEvent(viewport, moved)


def select(app: App, start: int, end: int) -> None:
    article = app.window.article
    words = QTextCursor(article.document())
    words.setPosition(start)
    words.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
    article.setTextCursor(words)


def set_(app: App, **choices: object) -> None:
    for name, value in choices.items():
        setattr(app.choices.settings, name, value)
    app.choices.changed.emit(app.choices.settings)


def explained(app: App) -> str:
    """Return what is explained in the popup; "" where none is open."""
    popup = app.window.popup
    return popup.accessibleName().removeprefix("Explanation of ") if popup.isVisible() else ""


def looked_up(app: App) -> list[str]:
    assert app.navigator.guide is not None
    return app.session.of_guide(app.navigator.guide.about.id).looked_up


def lit(app: App) -> list[str]:
    """Return the words that have the ground of an open explanation."""
    ground = QColor(app.looks.theme.lit)
    marks = app.window.article.extraSelections()
    return [each.cursor.selectedText() for each in marks if each.format.background().color() == ground]


# How much is marked


def test_the_first_mention_in_each_section_is_marked_and_every_one_of_what_its_author_wants_so(words: App) -> None:
    assert marked(words) == ["cytokine", "receptor", "receptor", "IL-6", "cytokine", "receptor"]


def test_every_mention_or_none_is_marked_as_one_likes_and_the_text_stays(words: App) -> None:
    article = words.window.article
    article.show_place(Place("two"))
    select(words, *place_of(words, "Nothing new is explained"))
    text, y = article.document().toPlainText(), article.y_of(place_of(words, "The cytokine again")[0])
    for marking, count in (("every", 9), ("none", 0), ("first", 6)):
        set_(words, marking=marking)
        assert len(marked(words)) == count
        assert article.document().toPlainText() == text
        assert article.y_of(place_of(words, "The cytokine again")[0]) == y
        assert article.selected_words() == "Nothing new is explained"


def test_where_nothing_is_marked_tab_stops_at_no_word_and_d_explains_all_the_same(words: App) -> None:
    set_(words, marking="none")
    article = words.window.article
    QTest.keyClick(article, Qt.Key.Key_Tab)
    assert focus() is not article
    article.setFocus()
    QTest.keyClick(article, Qt.Key.Key_D)
    assert explained(words) == "cytokine"
    assert lit(words) == ["cytokine"]
    QTest.keyClick(focus(), Qt.Key.Key_Escape)
    assert lit(words) == []


# Words that were looked up


def line_of(app: App, term: Hyperlink) -> set[int]:
    """Return how long the gaps are in the line under a term, in pixels of the picture."""
    article = app.window.article
    picture = article.viewport().grab().toImage()
    box = article.rects(term.start, term.end)[0].toAlignedRect()
    accent = QColor(app.looks.theme.accent)
    rows = (
        [picture.pixelColor(x, y) == accent for x in range(box.left(), box.right())]
        for y in range(box.center().y(), box.bottom() + 1)
    )
    row = max(rows, key=sum)
    gaps = "".join("x" if each else " " for each in row).strip().split("x")
    return {len(each) for each in gaps if each}


def test_a_word_that_was_looked_up_has_sparser_dots_at_once_and_nothing_moves(words: App) -> None:
    article = words.window.article
    before, other, _ = (line_of(words, each) for each in terms(words)[:3])
    assert before == other != set()
    layout, scrolled = article.rects(*terms(words)[5][:2]), article.verticalScrollBar().value()
    click(words, middle(words, *terms(words)[0][:2]))
    QTest.keyClick(focus(), Qt.Key.Key_Escape)
    article.setCursorWidth(0)
    article.links.drop()
    assert min(line_of(words, terms(words)[0])) >= 3 * max(before)
    assert line_of(words, terms(words)[4]) == line_of(words, terms(words)[0])  # the next mention, too
    assert line_of(words, terms(words)[1]) == other
    assert article.rects(*terms(words)[5][:2]) == layout
    assert article.verticalScrollBar().value() == scrolled


def test_what_was_looked_up_is_seen_again_after_a_restart(opened: Open, tmp_path: Path) -> None:
    guide = ready(folder(tmp_path / "words", article_md=ARTICLE, glossary_md=GLOSSARY))
    app = opened(guide)
    click(app, middle(app, *terms(app)[0][:2]))
    app.window.close()
    app = opened("")
    assert min(line_of(app, terms(app)[0])) > max(line_of(app, terms(app)[1]))


# The mouse


def test_a_click_opens_a_term_and_a_hand_that_trembles_does_so_too(words: App) -> None:
    where = middle(words, *terms(words)[0][:2])
    drag(words, where, where + QPoint(3, 1))
    assert explained(words) == "cytokine"
    assert words.window.article.selected_words() == ""
    assert lit(words) == ["cytokine"]


def test_a_double_click_on_a_term_selects_it_and_leaves_nothing_open_or_looked_up(words: App) -> None:
    double_click(words, middle(words, *terms(words)[1][:2]))
    assert words.window.article.selected_words() == "receptor"
    assert explained(words) == ""
    assert lit(words) == []
    assert looked_up(words) == []


def test_a_third_click_selects_the_paragraph_and_opens_nothing(words: App) -> None:
    where = middle(words, *terms(words)[1][:2])
    double_click(words, where)
    click(words, where)
    assert words.window.article.selected_words().startswith("A cytokine fits a receptor. Each")
    assert explained(words) == ""


def test_dragging_over_terms_selects_and_opens_nothing(words: App) -> None:
    first, second = (middle(words, *each[:2]) for each in terms(words)[:2])
    for start, end in ((first, second), (first, first + QPoint(20, 0)), (second, first)):
        drag(words, start, end)
        assert words.window.article.selected_words() != ""
        assert explained(words) == ""


def test_a_citation_is_opened_by_a_click(app: App) -> None:
    cite = next(each for each in app.window.article.places.links if each.address.startswith("cite:"))
    click(app, middle(app, *cite[:2]))
    assert app.window.companion.currentWidget() is app.window.companion.references


# The pointer that rests


def test_a_pointer_that_rests_opens_nothing_unless_one_wants_it(qtbot: QtBot, words: App) -> None:
    move(words, middle(words, *terms(words)[0][:2]))
    qtbot.wait(REST_MS + 100)
    assert explained(words) == ""


def test_a_pointer_that_moved_and_rests_opens_its_word_and_takes_no_keyboard(qtbot: QtBot, words: App) -> None:
    set_(words, hover=True)
    words.window.article.setFocus()
    where = middle(words, *terms(words)[1][:2])
    move(words, where + QPoint(8, 0))
    move(words, where)
    assert explained(words) == ""
    qtbot.waitUntil(lambda: explained(words) == "receptor")
    assert focus() is words.window.article
    assert lit(words) == ["receptor"]
    assert looked_up(words) == []  # nobody has asked
    click(words, where)
    assert explained(words) == "receptor"
    assert looked_up(words) == ["receptor"]
    QTest.keyClick(focus(), Qt.Key.Key_Escape)
    assert (explained(words), lit(words)) == ("", [])


def test_esc_closes_what_a_pointer_opened_while_the_keyboard_is_in_the_article(qtbot: QtBot, words: App) -> None:
    set_(words, hover=True)
    words.window.article.setFocus()
    move(words, middle(words, *terms(words)[0][:2]))
    qtbot.waitUntil(lambda: explained(words) == "cytokine")
    QTest.keyClick(words.window.article, Qt.Key.Key_Escape)
    assert (explained(words), lit(words)) == ("", [])


def press(app: App, where: QPoint) -> None:
    QTest.mousePress(app.window.article.viewport(), LEFT, pos=where)


def scroll(app: App, _where: QPoint) -> None:
    app.window.article.verticalScrollBar().setValue(1)


def ring_by_tab(app: App, where: QPoint) -> None:
    QTest.keyClick(app.window.article, Qt.Key.Key_Tab)
    move(app, where + QPoint(9, 0))


def type_(app: App, _where: QPoint) -> None:
    QTest.keyClick(app.window.article, Qt.Key.Key_Shift)


def to_the_panel(app: App, _where: QPoint) -> None:
    set_(app, explain_beside=False)


@pytest.mark.parametrize("happens", [press, scroll, type_, ring_by_tab, to_the_panel])
def test_what_else_happens_keeps_a_resting_pointer_from_opening_anything(
    qtbot: QtBot, words: App, happens: Callable[[App, QPoint], None]
) -> None:
    words.window.resize(900, 400)
    set_(words, hover=True)
    where = middle(words, *terms(words)[0][:2])
    move(words, where)
    happens(words, where)
    qtbot.wait(REST_MS + 100)
    assert explained(words) == ""
    assert not words.window.companion.words.page.isVisible()


def test_a_pointer_that_rests_leaves_alone_what_one_clicked(qtbot: QtBot, words: App) -> None:
    set_(words, hover=True)
    click(words, middle(words, *terms(words)[0][:2]))
    move(words, middle(words, *terms(words)[1][:2]))
    qtbot.wait(REST_MS + 100)
    assert explained(words) == "cytokine"
    assert lit(words) == ["cytokine"]


# What is selected, or has the caret


def test_selected_words_are_looked_up_by_d_and_ctrl_d(words: App) -> None:
    for key, modifier in (
        (Qt.Key.Key_D, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier),
    ):
        select(words, *place_of(words, "IL-6"))
        QTest.keyClick(words.window.article, key, modifier)
        assert explained(words) == "IL-6"
        QTest.keyClick(focus(), Qt.Key.Key_Escape)
        assert words.window.article.selected_words() == "IL-6"


def test_words_without_an_entry_have_their_nearest_ones(words: App) -> None:
    select(words, *place_of(words, "small"))
    QTest.keyClick(words.window.article, Qt.Key.Key_D)
    assert words.window.popup.view.as_sentence().startswith("No entry for “small”")


def test_a_word_that_the_caret_was_moved_to_is_looked_up(words: App) -> None:
    article = words.window.article
    article.setFocus()
    for _ in range(4):
        QTest.keyClick(article, Qt.Key.Key_Right, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(article, Qt.Key.Key_D)
    assert words.window.popup.view.as_sentence().startswith("No entry for “fits”")


def test_a_whole_article_is_not_looked_up_and_one_is_told_so(words: App) -> None:
    QTest.keyClick(words.window.article, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(words.window.article, Qt.Key.Key_D)
    assert explained(words) == ""
    assert lit(words) == []
    assert "Select one word, or a few." in words.window.notice.said()


def test_in_a_guide_without_a_glossary_d_says_so(opened: Open, tmp_path: Path) -> None:
    app = opened(ready(folder(tmp_path / "plain")))
    QTest.keyClick(app.window.article, Qt.Key.Key_D)
    assert "This guide has no glossary." in app.window.notice.said()


def menu_words(app: App, position: int) -> tuple[QMenu, list[str]]:
    menu = app.window.article.menu.menu_at(position)
    return menu, [each.text().replace("&", "") for each in menu.actions()]


def test_the_menu_explains_any_word_or_what_is_selected(words: App) -> None:
    start, _ = place_of(words, "small")
    menu, said = menu_words(words, start + 1)
    assert said[-1] == "Explain “small”"
    first, last = place_of(words, "A cytokine fits a receptor. Each cytokine")
    select(words, first, last)
    assert menu_words(words, first + 2)[1][-1] == "Explain “A cytokine fits a receptor. Each cytokin…”"
    menu, said = menu_words(words, place_of(words, "IL-6")[0] + 1)
    assert said[-1] == "Explain “IL-6”"
    menu.actions()[-1].trigger()
    assert explained(words) == "IL-6"


def test_the_menu_explains_a_mention_that_is_not_marked(words: App) -> None:
    start, _ = place_of(words, "IL-6 comes again")
    menu, said = menu_words(words, start + 1)
    assert said[-1] == "Explain “IL-6”"
    menu.actions()[-1].trigger()
    assert explained(words) == "IL-6"
    assert lit(words) == ["IL-6"]


# The way back


def ring(app: App) -> str:
    """Return the word that has the keyboard's ring; "" where none has."""
    article = app.window.article
    if article.links.held is None or not article.hasFocus():
        return ""
    return article.document().toPlainText()[article.links.held.start : article.links.held.end]


def go_to_receptor(app: App) -> None:
    app.window.article.setFocus()
    QTest.keyClick(app.window.article, Qt.Key.Key_Tab)
    QTest.keyClick(app.window.article, Qt.Key.Key_Tab)
    assert ring(app) == "receptor"
    QTest.keyClick(app.window.article, Qt.Key.Key_Return)


def test_esc_gives_the_keyboard_back_to_the_term_after_a_trail_too(words: App) -> None:
    words.window.article.setFocus()
    QTest.keyClick(words.window.article, Qt.Key.Key_Tab)
    QTest.keyClick(words.window.article, Qt.Key.Key_Return)
    words.window.popup.view.entry_requested.emit("receptor")
    assert explained(words) == "receptor"
    assert lit(words) == ["cytokine"]
    QTest.keyClick(focus(), Qt.Key.Key_Escape)
    assert ring(words) == "cytokine"


def test_pin_gives_the_keyboard_back_to_the_term(words: App) -> None:
    go_to_receptor(words)
    pin = next(each for each in words.window.popup.findChildren(QPushButton) if each.text() == "Pin")
    pin.setFocus()
    QTest.keyClick(pin, Qt.Key.Key_Return)
    assert ring(words) == "receptor"


def test_back_from_where_it_appears_leads_to_the_term_with_its_ring(words: App) -> None:
    go_to_receptor(words)
    words.window.popup.view.place_requested.emit(Place("two"))
    assert explained(words) == ""
    QTest.keyClick(words.window.article, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert ring(words) == "receptor"


def test_explained_in_the_panel_a_word_is_lit_as_long_as_the_page_shows_it(words: App) -> None:
    set_(words, explain_beside=False)
    go_to_receptor(words)
    panel = words.window.companion.words
    assert explained(words) == ""
    assert panel.page.isVisible()
    assert panel.isAncestorOf(focus())
    assert lit(words) == ["receptor"]
    panel.page.entry_requested.emit("cytokine")
    assert lit(words) == []


def test_esc_in_the_panels_page_gives_the_keyboard_back_to_the_term(words: App) -> None:
    words.window.resize(1280, 800)  # where the panel has a place of its own
    set_(words, explain_beside=False)
    go_to_receptor(words)
    QTest.keyClick(focus(), Qt.Key.Key_Escape)
    assert ring(words) == "receptor"
    assert lit(words) == ["receptor"]  # one reads on beside it
    words.window.companion.words.close_page()
    assert lit(words) == []
    assert ring(words) == "receptor"


def test_a_double_click_leaves_the_panel_alone(words: App) -> None:
    set_(words, explain_beside=False)
    companion = words.window.companion
    companion.open_search()
    double_click(words, middle(words, *terms(words)[1][:2]))
    assert words.window.article.selected_words() == "receptor"
    assert companion.currentWidget() is companion.search
    click(words, middle(words, *terms(words)[0][:2]))
    double_click(words, middle(words, *terms(words)[2][:2]))
    assert companion.words.page.isVisible()
    shown = companion.words.page.current
    assert shown is not None
    assert shown.words == "cytokine"
    assert lit(words) == []
