"""The whole reader on a small guide, used as a person uses it."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QTextDocument
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QTextEdit, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from reader import paths
from reader.app import App
from reader.core.text import Place
from reader.ui import commands
from tests.guides.writing import ready
from tests.stories.hands import focus

Opened = Callable[[Path | str], App]
SMALL = Path(__file__).parents[1] / "guides" / "small"


def button(within: QWidget, words: str) -> QPushButton:
    return next(each for each in within.findChildren(QPushButton) if each.text() == words and each.isVisible())


def click_word(app: App, words: str) -> None:
    article = app.window.article
    cursor = article.document().find(words, options=QTextDocument.FindFlag.FindCaseSensitively)
    cursor.setPosition(cursor.selectionStart() + 2)
    QTest.mouseClick(article.viewport(), Qt.MouseButton.LeftButton, pos=article.cursorRect(cursor).center())


def marked(app: App) -> str:
    """Return the heading that the outline marks."""
    outline = app.window.outline.tree
    return str(outline.currentIndex().data())


def test_a_click_in_the_outline_goes_there_and_back_returns(qtbot: QtBot, app: App) -> None:
    window = app.window
    index = window.outline.tree.model().index(2, 0)
    QTest.mouseClick(
        window.outline.tree.viewport(), Qt.MouseButton.LeftButton, pos=window.outline.tree.visualRect(index).center()
    )
    here = window.article.here()
    assert here is not None
    assert here.section == "last"
    window.actions_by_id["back"].trigger()
    here = window.article.here()
    assert here is not None
    assert here.section == "first"
    assert window.actions_by_id["forward"].isEnabled()


def test_the_outline_marks_the_section_under_the_reading_line(qtbot: QtBot, app: App) -> None:
    with qtbot.waitSignal(app.navigator.section_entered, check_params_cb=lambda s, _: s.id == "receptors"):
        app.window.article.show_place(Place("receptors"))
    assert marked(app) == "Receptors"


def test_a_word_is_explained_kept_and_the_text_stays(qtbot: QtBot, app: App) -> None:
    window = app.window
    before = window.article.verticalScrollBar().value()
    click_word(app, "cytokines")
    assert window.popup.isVisible()
    assert "A small protein that carries a message." in window.popup.view.as_sentence()
    assert window.article.verticalScrollBar().value() == before
    keeping = button(window.popup, "Add to my words")
    QTest.mouseClick(keeping, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: keeping.text() == "Remove from my words")
    QTest.mouseClick(button(window.popup, "Pin"), Qt.MouseButton.LeftButton)
    assert window.companion.currentWidget() is window.companion.words
    assert window.popup.isHidden()


def test_by_keyboard_alone_a_word_opens_and_esc_returns_to_it(qtbot: QtBot, app: App) -> None:
    article = app.window.article
    article.setFocus()
    QTest.keyClick(article, Qt.Key.Key_Tab)
    QTest.keyClick(article, Qt.Key.Key_Return)
    assert app.window.popup.isVisible()
    QTest.keyClick(app.window.popup, Qt.Key.Key_Escape)
    assert article.hasFocus()
    QTest.keyClick(article, Qt.Key.Key_Return)
    assert app.window.popup.isVisible()


def test_enter_presses_the_buttons_of_an_explanation(qtbot: QtBot, app: App) -> None:
    click_word(app, "cytokines")
    keep = button(app.window.popup, "Pin")
    keep.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(keep, Qt.Key.Key_Return)
    assert app.window.popup.isHidden()
    assert app.window.companion.currentWidget() is app.window.companion.words


@pytest.mark.parametrize("command", ["go_outline", "go_article", "go_companion", "find"])
def test_an_explanation_closes_when_the_keyboard_goes_elsewhere(qtbot: QtBot, app: App, command: str) -> None:
    click_word(app, "cytokines")
    app.window.actions_by_id[command].trigger()
    assert app.window.popup.isHidden()
    assert not app.window.popup.isAncestorOf(focus())


def test_an_explanation_closes_when_the_text_goes_elsewhere(qtbot: QtBot, app: App) -> None:
    app.navigator.open(Place("last"))
    app.window.article.show_place(Place("first"))
    click_word(app, "cytokines")
    app.window.actions_by_id["back"].trigger()
    assert app.window.popup.isHidden()


def test_a_click_on_a_word_selects_nothing(qtbot: QtBot, app: App) -> None:
    click_word(app, "cytokines")
    assert not app.window.article.textCursor().hasSelection()


def test_in_a_narrow_window_the_outline_gives_way_to_the_section_chosen(qtbot: QtBot, app: App) -> None:
    window = app.window
    window.resize(360, 640)
    window.actions_by_id["go_outline"].trigger()
    outline = window.outline.tree
    assert outline.hasFocus()
    outline.setCurrentIndex(outline.model().index(2, 0))
    QTest.keyClick(outline, Qt.Key.Key_Return)
    assert not outline.isVisible()
    assert window.article.hasFocus()
    qtbot.waitUntil(lambda: (here := window.article.here()) is not None and here.section == "last")


@pytest.mark.parametrize("command", ["go_article", "find"])
def test_in_a_narrow_window_a_command_of_the_article_shows_it(qtbot: QtBot, app: App, command: str) -> None:
    app.window.resize(360, 640)
    app.window.actions_by_id["go_companion"].trigger()
    assert not app.window.article.isVisible()
    app.window.actions_by_id[command].trigger()
    assert app.window.article.isVisible()


def test_the_key_to_the_pathway_leads_to_its_drawing_or_its_list(qtbot: QtBot, app: App) -> None:
    panel = app.window.companion.pathway
    app.window.actions_by_id["go_companion"].trigger()
    assert focus().accessibleName() == "Pathway"
    QTest.mouseClick(button(panel, "As a list"), Qt.MouseButton.LeftButton)
    app.window.actions_by_id["go_companion"].trigger()
    assert focus().accessibleName() == "Steps of the pathway"


def test_a_node_brings_its_section_and_its_word(qtbot: QtBot, app: App) -> None:
    panel = app.window.companion.pathway
    app.window.article.show_place(Place("first"))
    panel.node_chosen.emit("receptors")
    here = app.window.article.here()
    assert here is not None
    assert here.section == "receptors"
    assert app.window.popup.isVisible()
    assert app.window.popup.accessibleName() == "Explanation of receptor"
    node = panel.node_rect("receptors")
    on_popup = app.window.popup.rect().translated(app.window.popup.mapTo(app.window, QPoint()))
    assert not on_popup.intersects(node.translated(panel.mapTo(app.window, QPoint())))


def test_a_node_of_the_section_one_reads_leaves_the_text_where_it_is(app: App) -> None:
    before = app.window.article.verticalScrollBar().value()
    app.window.companion.pathway.node_chosen.emit("cytokines")
    assert app.window.popup.isVisible()
    assert app.window.article.verticalScrollBar().value() == before
    assert not app.window.actions_by_id["back"].isEnabled()


def test_a_citation_shows_its_reference(app: App) -> None:
    app.navigator.open_reference("Hinted2021")
    references = app.window.companion.references
    assert app.window.companion.currentWidget() is references
    assert "What is hinted" in references.rows.currentItem().text()


def test_find_counts_and_goes_round_and_back_returns(qtbot: QtBot, app: App) -> None:
    window = app.window
    window.actions_by_id["find"].trigger()
    QTest.keyClicks(focus(), "NAIVE")
    count = window.find_bar.findChild(QWidget, "count")
    assert count is not None
    assert count.accessibleName() == "1 of 2"
    QTest.keyClick(focus(), Qt.Key.Key_Return)
    assert count.accessibleName() == "2 of 2"
    QTest.keyClick(focus(), Qt.Key.Key_Return)
    assert count.accessibleName() == "1 of 2"
    QTest.keyClick(focus(), Qt.Key.Key_Escape)
    assert window.find_bar.isHidden()
    assert window.article.hasFocus()
    window.actions_by_id["back"].trigger()
    here = window.article.here()
    assert here is not None
    assert here.section == "first"


def test_the_hit_stays_selected_when_the_search_is_over(qtbot: QtBot, app: App) -> None:
    app.window.actions_by_id["find"].trigger()
    QTest.keyClicks(focus(), "receptors")
    buttons = app.window.find_bar.findChildren(QPushButton)
    QTest.mouseClick(next(each for each in buttons if each.accessibleName() == "Close"), Qt.MouseButton.LeftButton)
    assert app.window.article.selected_words().casefold() == "receptors"


def test_the_keyboard_goes_straight_back_to_the_article(qtbot: QtBot, application: QApplication, app: App) -> None:
    went: list[QWidget] = []
    app.window.article.setFocus()
    app.window.actions_by_id["find"].trigger()
    application.focusChanged.connect(lambda _, now: went.append(now))
    QTest.keyClick(focus(), Qt.Key.Key_Escape)
    assert went == [app.window.article]
    click_word(app, "cytokines")
    button(app.window.popup, "Pin").setFocus()
    went.clear()
    QTest.keyClick(focus(), Qt.Key.Key_Escape)
    assert went == [app.window.article]


def test_the_first_picture_shows_the_section_that_is_read(qtbot: QtBot, application: QApplication, app: App) -> None:
    app.navigator.read_at(Place("naive", "naive.2", 0))
    app.session.of_guide("small").anchor = ["naive", "naive.2", 0]
    app.navigator.open_guide(str(SMALL))
    assert marked(app) == "Naïve cells"


def test_without_a_guide_what_needs_one_cannot_be_chosen(
    qtbot: QtBot, application: QApplication, tmp_path: Path
) -> None:
    app = App(application)
    qtbot.addWidget(app.window)
    app.start(str(tmp_path / "missing.md"))
    actions = app.window.actions_by_id
    assert [name for name in ("back", "forward", "find", "print") if actions[name].isEnabled()] == []
    app.navigator.open_guide(str(SMALL))
    qtbot.waitUntil(actions["find"].isEnabled, timeout=30_000)
    assert actions["print"].isEnabled()


def test_a_window_of_an_impossible_size_is_not_brought_back(qtbot: QtBot, application: QApplication, app: App) -> None:
    app.window.restore([0, 0, 10**12, 400], [], maximised=False, outline=True)
    assert app.window.width() <= 1280


def test_place_theme_and_window_come_back(qtbot: QtBot, opened: Opened, app: App) -> None:
    with qtbot.waitSignal(app.window.article.reading_at):
        app.window.article.show_place(Place("naive"))
    app.window.setGeometry(40, 50, 720, 600)
    app.window.actions_by_id["theme_dark"].trigger()
    session = paths.state() / "session.json"
    qtbot.waitUntil(session.exists, timeout=3000)
    qtbot.waitUntil(lambda: json.loads(session.read_text())["window"] == [40, 50, 720, 600], timeout=3000)
    here = app.window.article.here()
    app.window.close()
    again = opened("")
    assert again.window.article.here() == here
    assert again.looks.theme.name == "dark"
    assert again.window.geometry().size().toTuple() == (720, 600)


def test_one_markdown_file_is_a_guide_without_glossary_and_pathway(
    qtbot: QtBot, opened: Opened, tmp_path: Path
) -> None:
    file = tmp_path / "notes.md"
    file.write_text("# Notes\n\nSome words.\n\n## More\n\nOther words.\n")
    app = opened(ready(file))
    assert app.window.companion.isHidden()
    assert not app.window.actions_by_id["show_companion"].isEnabled()
    assert app.window.outline.tree.model().index(0, 0).data() == "Notes"
    assert app.window.notice.isHidden()


def test_what_is_wrong_in_a_guide_is_said_in_one_sentence_and_it_opens(
    qtbot: QtBot, opened: Opened, tmp_path: Path
) -> None:
    folder = tmp_path / "guide"
    shutil.copytree(SMALL, folder)
    article = folder / "article.md"
    article.write_text(article.read_text().replace("[@Known2020]", "[@Unknown]"))
    app = opened(ready(folder))
    assert app.window.notice.isVisible()
    assert "article.md, line 6" in app.window.notice.said()


def test_a_guide_that_cannot_be_opened_leaves_the_one_that_is_open(qtbot: QtBot, app: App, tmp_path: Path) -> None:
    with qtbot.waitSignal(app.navigator.failed) as failed:
        app.navigator.open_guide(str(tmp_path / "missing.md"))
    assert "missing.md" in failed.args[0]
    assert app.window.article.isVisible()
    assert app.navigator.guide is not None
    assert app.navigator.guide.about.id == "small"


def test_preparing_can_be_stopped(qtbot: QtBot, app: App, tmp_path: Path) -> None:
    slow = tmp_path / "slow.md"
    slow.write_text("[" * 50_000)
    with qtbot.waitSignal(app.navigator.preparing):
        app.navigator.open_guide(str(slow))
    with qtbot.waitSignal(app.navigator.not_opened):
        QTest.mouseClick(button(app.window.start_page, "Stop"), Qt.MouseButton.LeftButton)
    assert app.window.article.isVisible()


def test_a_damaged_settings_file_does_not_stop_the_start(qtbot: QtBot, opened: Opened) -> None:
    paths.config().mkdir(parents=True)
    (paths.config() / "settings.json").write_text("{")
    app = opened(SMALL)
    assert "settings.damaged-1.json" in app.window.notice.said()
    assert (paths.config() / "settings.damaged-1.json").exists()


def test_every_command_has_a_name_and_no_two_share_a_key(app: App) -> None:
    keys = [key.toString() for action in app.window.actions_by_id.values() for key in action.shortcuts()]
    assert len(keys) == len(set(keys))
    assert all(action.text() for action in app.window.actions_by_id.values())


def test_the_tab_that_has_the_keyboard_wears_the_ring_of_all_controls(qtbot: QtBot, app: App) -> None:
    tabs = app.window.companion.tabBar()
    tabs.setFocus(Qt.FocusReason.TabFocusReason)
    picture, tab = tabs.grab().toImage(), tabs.tabRect(0)
    assert picture.pixelColor(tab.center().x(), tab.top() + 1).name() == app.looks.theme.accent.lower()


def test_the_row_chosen_in_the_list_of_the_pathway_is_tinted_from_edge_to_edge(qtbot: QtBot, app: App) -> None:
    app.window.columns.reveal_companion()
    panel = app.window.companion.pathway
    QTest.mouseClick(button(panel, "As a list"), Qt.MouseButton.LeftButton)
    panel.show_node("receptors")
    rows = focus()
    row = panel.node_rect("receptors").translated(panel.mapTo(app.window, QPoint()))
    picture = app.window.grab().toImage()
    right = rows.mapTo(app.window, rows.rect().topRight()).x() - 40
    tints = {picture.pixelColor(x, row.top() + 4).name() for x in (row.left() + 4, right)}
    assert tints == {app.looks.theme.tint.lower()}


def test_the_window_may_be_as_narrow_as_a_phone(qtbot: QtBot, app: App) -> None:
    app.window.resize(1280, 800)
    assert app.window.minimumSizeHint().width() <= 360


@pytest.mark.parametrize("width", [360, 700, 800])
def test_in_a_narrow_window_no_button_of_the_find_bar_is_cut(qtbot: QtBot, app: App, width: int) -> None:
    app.window.resize(width, 600)
    app.window.actions_by_id["find"].trigger()
    qtbot.waitUntil(lambda: app.window.width() == width)
    buttons = [each for each in app.window.find_bar.findChildren(QPushButton) if each.isVisible()]
    assert [each.accessibleName() for each in buttons if each.width() < each.sizeHint().width()] == []
    assert len(buttons) == 4


def test_the_words_and_the_buttons_of_an_explanation_stand_in_one_line(qtbot: QtBot, app: App) -> None:
    click_word(app, "cytokines")
    popup = app.window.popup
    text = popup.view.stops()[0]
    assert isinstance(text, QTextEdit)
    words = text.mapTo(popup, text.cursorRect().topLeft()).x()
    back = next(each for each in popup.findChildren(QPushButton) if each.accessibleName() == "Back")
    icon = back.mapTo(popup, QPoint()).x() + (back.width() - back.iconSize().width()) // 2
    assert icon == words


def test_in_a_narrow_window_every_menu_is_behind_one_button(qtbot: QtBot, app: App) -> None:
    app.window.resize(360, 640)
    menu = next(each for each in app.window.header.findChildren(QToolButton) if each.accessibleName() == "Menu")
    qtbot.waitUntil(menu.isVisible)
    assert [each.menu() for each in menu.menu().actions()] == [app.window.menus[name] for name in commands.MENUS]
    assert not app.window.menu_bar.isVisible()


def test_ctrl_home_shows_the_room_above_the_title(qtbot: QtBot, app: App) -> None:
    app.navigator.open(Place("last"))
    QTest.keyClick(app.window.article, Qt.Key.Key_Home, Qt.KeyboardModifier.ControlModifier)
    assert app.window.article.verticalScrollBar().value() == 0


def test_a_click_on_a_line_that_is_half_in_view_does_not_move_the_text(qtbot: QtBot, app: App) -> None:
    article = app.window.article
    app.navigator.open(Place("first"))
    bar, view = article.verticalScrollBar(), article.viewport()
    for step in range(30):
        bar.setValue(40 + step)
        QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=QPoint(60, view.height() - 2))
        app.window.popup.close_popup()
        assert bar.value() == 40 + step


def test_a_list_has_small_points_well_away_from_its_words(qtbot: QtBot, opened: Opened, tmp_path: Path) -> None:
    file = tmp_path / "list.md"
    file.write_text("# Things\n\n* one\n* two\n")
    app = opened(file)
    article = app.window.article
    item = article.document().find("two")
    item.setPosition(item.selectionStart())
    line = article.cursorRect(item)
    picture, paper = article.viewport().grab().toImage(), app.looks.theme.paper.lower()
    columns = range(line.left() - 26, line.left() - 1)
    drawn = [
        x for x in columns if any(picture.pixelColor(x, y).name() != paper for y in range(line.top(), line.bottom()))
    ]
    assert 4 <= len(drawn) <= 8
    assert line.left() - drawn[-1] >= 8


def test_a_reference_of_any_length_is_shown_whole(qtbot: QtBot, app: App) -> None:
    app.window.resize(1280, 800)
    app.navigator.open_reference("Known2020")
    rows = app.window.companion.references.rows
    item = rows.currentItem()
    for count in range(10, 40):
        item.setText("Levels of a messenger " + "word " * count)
        rows.doItemsLayout()
        words = QRect(0, 0, rows.visualItemRect(item).width() - 42, 10_000)  # bar 4, padding 32, Qt's margins 6
        needed = rows.fontMetrics().boundingRect(words, int(Qt.TextFlag.TextWordWrap), item.text()).height() + 16
        assert rows.visualItemRect(item).height() >= needed
