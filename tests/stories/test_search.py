"""Find in the article, and search of the whole guide, as a person uses them."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QLabel, QLineEdit, QListView, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from reader.app import App
from reader.core.text import Place
from tests.guides.writing import ready
from tests.stories.hands import focus, press

ESC, ENTER, DOWN, UP, TAB = (
    Qt.Key.Key_Escape,
    Qt.Key.Key_Return,
    Qt.Key.Key_Down,
    Qt.Key.Key_Up,
    Qt.Key.Key_Tab,
)


def find(app: App, words: str) -> None:
    app.window.actions_by_id["find"].trigger()
    QTest.keyClicks(focus(), words)


def search(app: App, words: str) -> None:
    app.window.actions_by_id["search"].trigger()
    QTest.keyClicks(focus(), words)


def count(app: App) -> str:
    label = app.window.find_bar.findChild(QLabel, "count")
    assert label is not None
    return label.text()


def button(within: QWidget, name: str) -> QPushButton:
    return next(each for each in within.findChildren(QPushButton) if each.accessibleName() == name and each.isVisible())


def click(widget: QWidget) -> None:
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton)


def rows(app: App) -> list[str]:
    """Return the rows of the list as a screen reader says them."""
    view = app.window.companion.search.findChild(QListView)
    assert view is not None
    if not view.isVisible():
        return []
    role = Qt.ItemDataRole.AccessibleTextRole
    return [str(view.model().index(row, 0).data(role)) for row in range(view.model().rowCount())]


def said(app: App) -> str:
    labels = app.window.companion.search.findChildren(QLabel)
    return next(each.text() for each in labels if each.objectName() == "quiet")


def section(app: App) -> str:
    """Return the section of the caret, which stands where one was brought to."""
    here = app.window.article.places.place(app.window.article.textCursor().position())
    assert here is not None
    return here.section


def sees(app: App, words: str) -> bool:
    article = app.window.article
    return bool(article.viewport().rect().contains(article.cursorRect(article.document().find(words))))


def is_whole(part: QWidget, window: QWidget) -> bool:
    return QRect(QPoint(), window.size()).contains(QRect(part.mapTo(window, QPoint()), part.size()))


# Find in the article


def test_esc_returns_to_where_the_search_began_and_forward_leads_to_the_last_hit(qtbot: QtBot, app: App) -> None:
    before = app.window.article.here()
    find(app, "the end is")
    assert count(app) == "1 of 1"
    assert section(app) == "last"
    press(ESC)
    assert app.window.find_bar.isHidden()
    assert focus() is app.window.article
    assert app.window.article.here() == before
    assert not sees(app, "The end is")
    app.window.actions_by_id["forward"].trigger()
    assert sees(app, "The end is")


def test_closing_the_bar_stays_at_the_hit_and_back_returns(qtbot: QtBot, app: App) -> None:
    find(app, "the end is")
    click(button(app.window.find_bar, "Close"))
    assert section(app) == "last"
    app.window.actions_by_id["back"].trigger()
    assert not sees(app, "The end is")


def test_going_to_the_article_stays_at_the_hit_even_when_esc_follows(qtbot: QtBot, app: App) -> None:
    find(app, "the end is")
    app.window.actions_by_id["go_article"].trigger()
    app.window.actions_by_id["find"].trigger()
    press(ESC)
    assert section(app) == "last"


def test_a_search_that_finds_nothing_leaves_no_step_behind(qtbot: QtBot, app: App) -> None:
    find(app, "zzz")
    assert count(app) == "Not found"
    press(ESC)
    assert not app.window.actions_by_id["back"].isEnabled()
    assert not app.window.actions_by_id["forward"].isEnabled()


def test_whole_words_are_found_when_ticked_and_the_tick_stays(qtbot: QtBot, app: App) -> None:
    find(app, "cytokine")
    every = count(app)
    tick = app.window.find_bar.findChild(QCheckBox)
    assert tick is not None
    assert tick.height() >= 44
    tick.click()
    assert every == "1 of 4"
    assert count(app) == "1 of 1"
    press(ESC)
    find(app, "receptor")
    assert tick.isChecked()
    assert count(app) == "1 of 2"


def test_words_of_before_are_marked_but_the_text_waits_for_enter(qtbot: QtBot, app: App) -> None:
    find(app, "the end is")
    press(ESC)
    app.window.actions_by_id["find"].trigger()
    assert count(app) == "1 found"
    assert section(app) == "first"
    press(ENTER)
    assert section(app) == "last"


def test_f3_goes_on_with_the_words_of_before_when_the_bar_is_closed(qtbot: QtBot, app: App) -> None:
    find(app, "naive")
    click(button(app.window.find_bar, "Close"))
    app.window.actions_by_id["find_next"].trigger()
    assert app.window.find_bar.isVisible()
    assert count(app) in ("1 of 2", "2 of 2")
    one = count(app)
    app.window.actions_by_id["find_previous"].trigger()
    assert {one, count(app)} == {"1 of 2", "2 of 2"}


def test_typing_opens_no_section_that_is_shown_in_short_but_enter_does(qtbot: QtBot, app: App) -> None:
    app.window.actions_by_id["depth_gist"].trigger()
    find(app, "nobody has counted")
    assert count(app) == "1 found"
    assert app.window.article.document().find("nobody has").isNull()
    press(ENTER)
    assert count(app) == "1 of 1"
    assert sees(app, "nobody has counted")


def test_the_hit_one_is_at_has_a_line_below_and_covers_no_letter_beside_it(qtbot: QtBot, app: App) -> None:
    app.window.resize(1280, 800)
    article = app.window.article
    find(app, "zzz")
    (rect,) = article.rects(*_range(app, "send"))
    left = QRect(round(rect.left()) - 12, round(rect.top()) - 4, 11, round(rect.height()) + 8)
    before = article.viewport().grab(left).toImage()
    find(app, "send")
    assert article.viewport().grab(left).toImage() == before
    picture = article.viewport().grab().toImage()
    x, bottom = round(rect.center().x()), round(rect.bottom())
    column = [picture.pixelColor(x, y).name() for y in range(bottom - 2, bottom + 5)]
    accent, paper = app.looks.theme.accent.lower(), app.looks.theme.paper.lower()
    assert column[column.index(paper) :].count(accent) >= 2


def _range(app: App, words: str) -> tuple[int, int]:
    found = app.window.article.document().find(words)
    return found.selectionStart(), found.selectionEnd()


def test_all_places_are_listed_with_their_sections_and_enter_goes_to_one(qtbot: QtBot, app: App) -> None:
    find(app, "naive")
    click(button(app.window.find_bar, "List of all places"))
    assert [row.split(". ")[:2] for row in rows(app)] == [["1 of 2", "Naïve cells"], ["2 of 2", "Naïve cells"]]
    assert rows(app)[1].endswith("Naïve cells have not met anything yet. They wait.")
    press(DOWN)
    press(ENTER)
    assert count(app) == "2 of 2"
    assert focus() is app.window.article
    assert section(app) == "naive"


def test_the_list_follows_what_is_typed_into_the_bar(qtbot: QtBot, app: App) -> None:
    find(app, "naive")
    click(button(app.window.find_bar, "List of all places"))
    find(app, "receptors")
    assert len(rows(app)) == int(count(app).split()[-1]) > 2
    QTest.keyClicks(focus(), "zzz")
    assert rows(app) == []
    assert said(app) == "Not found in the article"


def test_the_list_leads_to_its_places_also_when_the_bar_is_closed(qtbot: QtBot, app: App) -> None:
    find(app, "the end is")
    click(button(app.window.find_bar, "List of all places"))
    app.window.find_bar.close_bar()
    app.navigator.open(Place("first"))
    assert not sees(app, "The end is")
    view = app.window.companion.search.findChild(QListView)
    assert view is not None
    view.setFocus()
    press(ENTER)
    assert sees(app, "The end is")
    assert app.window.article.selected_words() == "The end is"


def test_what_was_found_in_the_article_is_searched_in_the_whole_guide_at_a_click(qtbot: QtBot, app: App) -> None:
    find(app, "cytokine")
    click(button(app.window.find_bar, "List of all places"))
    whole = next(each for each in app.window.findChildren(QPushButton) if each.text() == "Search the whole guide")
    click(whole)
    assert rows(app)[0].startswith("Glossary. cytokine")
    assert whole.isHidden()


# Search of the whole guide


def test_all_kinds_are_found_as_one_types(qtbot: QtBot, app: App) -> None:
    search(app, "cytok")
    found = rows(app)
    assert found[0].startswith("Glossary. cytokine. ")
    assert {row.split(".")[0] for row in found} == {"Glossary", "Section text", "Pathway"}
    assert said(app) == f"{len(found)} found"


def test_a_hit_in_the_text_opens_there_with_its_words_selected(qtbot: QtBot, app: App) -> None:
    search(app, "keyhole")
    press(DOWN)
    press(ENTER)
    assert section(app) == "receptors"
    assert app.window.article.selected_words() == "keyhole"
    assert focus() is app.window.article
    app.window.actions_by_id["back"].trigger()
    assert section(app) == "first"


def test_a_hit_in_the_glossary_opens_the_explanation(qtbot: QtBot, app: App) -> None:
    search(app, "receptor")
    press(ENTER)
    assert app.window.popup.isVisible()
    assert app.window.popup.accessibleName() == "Explanation of receptor"
    press(ESC)
    assert app.window.companion.search.isAncestorOf(focus())


def test_a_hit_among_the_references_opens_them(qtbot: QtBot, app: App) -> None:
    search(app, "hinted")
    number = next(n for n, row in enumerate(rows(app)) if row.startswith("Reference"))
    for _ in range(number + 1):
        press(DOWN)
    press(ENTER)
    assert app.window.companion.currentWidget() is app.window.companion.references


def test_a_hit_in_the_pathway_shows_its_node(qtbot: QtBot, app: App) -> None:
    search(app, "cytokines")
    number = next(n for n, row in enumerate(rows(app)) if row.startswith("Pathway"))
    for _ in range(number + 1):
        press(DOWN)
    press(ENTER)
    assert app.window.companion.currentWidget() is app.window.companion.pathway


def test_up_from_the_first_row_and_esc_lead_back_to_the_box_and_to_the_article(qtbot: QtBot, app: App) -> None:
    search(app, "wait")
    box = focus()
    press(DOWN)
    assert isinstance(focus(), QListView)
    press(UP)
    assert focus() is box
    press(DOWN)
    press(ESC)
    assert focus() is box
    press(ESC)
    assert focus() is app.window.article


def test_words_like_a_mistyped_one_are_offered(qtbot: QtBot, app: App) -> None:
    search(app, "citokine")
    assert rows(app) == []
    assert said(app).startswith("Nothing found")
    qtbot.waitUntil(lambda: any(each.text() == "cytokine" for each in app.window.findChildren(QPushButton)))
    click(button(app.window, "Search for cytokine"))
    assert rows(app)[0].startswith("Glossary. cytokine")


def test_when_only_some_of_the_words_are_there_that_is_said(qtbot: QtBot, app: App) -> None:
    search(app, "keyhole nobody")
    qtbot.waitUntil(lambda: said(app) != "1 found")  # by the first word, while one typed on
    assert said(app).startswith("Nothing has all of these words. With some of them: ")


def test_selected_words_are_searched_at_once(qtbot: QtBot, app: App) -> None:
    find(app, "receptors")
    click(button(app.window.find_bar, "Close"))
    app.window.actions_by_id["search"].trigger()
    assert rows(app)[0].startswith("Glossary. receptor")


def test_a_text_without_anything_beside_it_can_be_searched(opened: Callable[[Path | str], App], tmp_path: Path) -> None:
    file = tmp_path / "plain.md"
    file.write_text("# One\n\nsome words\n")
    app = opened(ready(file))
    app.window.resize(1280, 800)
    assert not app.window.companion.isVisible()
    search(app, "words")
    assert app.window.companion.isVisible()
    assert rows(app) == ["Section text. One. some words"]


@pytest.mark.parametrize("width", [360, 800, 1280])
def test_every_row_and_control_can_be_hit_at_any_width(qtbot: QtBot, app: App, width: int) -> None:
    app.window.resize(width, 640)
    search(app, "cyto")
    panel = app.window.companion.search
    view, box = panel.findChild(QListView), panel.findChild(QLineEdit)
    assert view is not None
    assert box is not None
    heights = [view.visualRect(view.model().index(row, 0)).height() for row in range(view.model().rowCount())]
    assert min(heights) >= 44
    for part in (view, box):
        qtbot.waitUntil(partial(is_whole, part, app.window))
        assert part.isVisible()
    press(DOWN)
    press(ENTER)
    assert app.window.popup.isVisible()


def test_in_a_narrow_window_a_hit_gives_the_article_its_room_back(qtbot: QtBot, app: App) -> None:
    app.window.resize(360, 640)
    search(app, "keyhole")
    assert not app.window.article.isVisible()
    press(ENTER)
    assert app.window.article.isVisible()
    assert section(app) == "receptors"


def test_another_guide_begins_with_an_empty_search(qtbot: QtBot, app: App, tmp_path: Path) -> None:
    search(app, "cytokine")
    file = tmp_path / "plain.md"
    file.write_text("# One\n\nsome words\n")
    with qtbot.waitSignal(app.navigator.guide_opened, timeout=30_000):
        app.navigator.open_guide(str(file))
    app.window.actions_by_id["search"].trigger()
    assert rows(app) == []
    QTest.keyClicks(focus(), "words")
    assert rows(app) == ["Section text. One. some words"]


def test_one_who_clicked_the_tab_types_into_its_box(app: App) -> None:
    here = app.window.article.verticalScrollBar().value()
    tabs = app.window.companion.tabBar()
    at = tabs.tabRect(app.window.companion.indexOf(app.window.companion.search)).center()
    QTest.mouseClick(tabs, Qt.MouseButton.LeftButton, pos=at)
    QTest.keyClicks(focus(), "nf")
    box = app.window.companion.search.findChild(QLineEdit)
    assert box is not None
    assert box.text() == "nf"
    assert app.window.find_bar.isHidden()
    assert app.window.article.verticalScrollBar().value() == here


@pytest.mark.parametrize(("before", "after"), [(1280, 360), (360, 1280)])
def test_the_find_bar_is_as_high_as_it_stays_from_its_first_moment(
    qtbot: QtBot, app: App, before: int, after: int
) -> None:
    bar = app.window.find_bar
    app.window.resize(before, 640)
    app.window.actions_by_id["find"].trigger()
    QApplication.processEvents()
    press(ESC)
    app.window.resize(after, 640)
    QApplication.processEvents()
    app.window.actions_by_id["find"].trigger()
    first = bar.height()
    QApplication.processEvents()
    assert bar.height() == first
