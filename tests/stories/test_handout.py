"""Collecting sections for a handout, and every way in to printing."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from reader import paths
from reader.app import App
from reader.core.handout.printables import Printables
from reader.core.text import Place
from reader.session import Session
from reader.ui.notebook.export_dialog import ExportDialog
from reader.ui.printing.dialog import PrintDialog
from reader.ui.resume.writer import Writer
from reader.ui.search.rows import FoundList
from tests.guides.calling import GPML
from tests.guides.writing import ready
from tests.stories.conftest import SMALL
from tests.stories.hands import focus, press

CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
CTRL_SHIFT = CTRL | Qt.KeyboardModifier.ShiftModifier
MIDDLE = ("middle", "receptors", "naive")


@pytest.fixture
def wishes(app: App) -> list[Printables]:
    """What was wished to be printed; no dialog is opened for it."""
    return wishes_of(app)


def wishes_of(app: App) -> list[Printables]:
    wanted: list[Printables] = []
    app.wishes.wanted.disconnect(app.print_desk.open)
    app.wishes.wanted.connect(wanted.append)
    return wanted


def collected(app: App) -> list[str]:
    return list(app.handout.sections)


def button(within: QWidget, words: str) -> QPushButton:
    return next(each for each in within.findChildren(QPushButton) if each.text() == words and each.isVisible())


def click(within: QWidget, words: str) -> None:
    QTest.mouseClick(button(within, words), Qt.MouseButton.LeftButton)


def go(app: App, qtbot: QtBot, section: str) -> None:
    with qtbot.waitSignal(app.navigator.section_entered):
        app.navigator.open(Place(section))


def remembered() -> list[str]:
    """Return what another start of the program would find."""
    session, _ = Session.load(paths.state() / "session.json")
    return session.guides["small"].basket if "small" in session.guides else []


def select(app: App, first: int, last: int) -> None:
    caret = QTextCursor(app.window.article.document())
    caret.setPosition(first)
    caret.setPosition(last, QTextCursor.MoveMode.KeepAnchor)
    app.window.article.setTextCursor(caret)


def texts(menu: QMenu) -> list[str]:
    return [each.text().replace("&", "") for each in menu.actions() if each.text()]


def choose(menu: QMenu, words: str) -> None:
    next(each for each in menu.actions() if each.text().replace("&", "") == words).trigger()


# Collecting


def test_by_keyboard_alone_sections_are_ticked_printed_and_remembered(app: App, qtbot: QtBot) -> None:
    press(Qt.Key.Key_F6)
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Space)
    press(Qt.Key.Key_Up)
    press(Qt.Key.Key_Space)
    assert collected(app) == ["first", *MIDDLE], "in reading order"
    qtbot.waitUntil(lambda: remembered() == ["first", *MIDDLE])
    press(Qt.Key.Key_P, ALT)
    qtbot.waitUntil(lambda: any(each.isVisible() for each in app.window.findChildren(PrintDialog)))
    (dialog,) = app.window.findChildren(PrintDialog)
    assert dialog.choices.order.sections == ("first", *MIDDLE)
    dialog.reject()


def test_by_mouse_alone_sections_are_ticked_and_printed(app: App, wishes: list[Printables]) -> None:
    outline = app.window.outline
    article = focus()
    click(outline, "Choose sections to print")
    tree = outline.tree
    row = tree.visualRect(tree.headings.indexes[1])
    QTest.mouseClick(tree.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(tree.box_left() + 20, row.center().y()))
    click(outline, "Print 3 sections…")
    assert [(each.wish, each.basket) for each in wishes] == [("handout", MIDDLE)]
    click(outline, "Done")
    assert button(outline, "My handout: 3 sections")
    assert focus() is article, "the keyboard stays where one reads"


def test_the_section_being_read_goes_in_with_a_key_and_out_again(app: App, qtbot: QtBot) -> None:
    notice, command = app.window.notice, app.window.actions_by_id["add_to_handout"]
    go(app, qtbot, "middle")
    press(Qt.Key.Key_P, CTRL_SHIFT)
    assert notice.said() == "Added to your handout: 3 sections. It has 3 sections now."
    assert command.text() == "Take this section out of my &handout"
    go(app, qtbot, "last")
    assert command.text() == "Add this section to my &handout"
    press(Qt.Key.Key_A)
    assert notice.said() == "Added to your handout: “Last things”. It has 4 sections now."
    press(Qt.Key.Key_A)
    assert notice.said() == "Taken out of your handout: “Last things”. It has 3 sections now."
    assert button(app.window.outline, "My handout: 3 sections")


def test_what_the_notice_tells_is_undone_and_nothing_else(app: App, qtbot: QtBot) -> None:
    notice = app.window.notice
    go(app, qtbot, "last")
    press(Qt.Key.Key_A)
    app.window.outline.ticked.emit("first")
    click(notice, "Undo")
    assert collected(app) == ["first"]
    assert notice.said() == "Undone. It has 1 section now."
    click(notice, "Do it again")
    assert collected(app) == ["first", "last"]
    click(notice, "Undo")
    assert collected(app) == ["first"]


def test_a_cleared_handout_comes_back(app: App, qtbot: QtBot) -> None:
    outline = app.window.outline
    app.handout.take(["last", "first"])
    click(outline, "My handout: 2 sections")
    click(outline, "Clear")
    assert collected(app) == []
    qtbot.waitUntil(lambda: remembered() == [])
    click(outline, "Undo")
    assert collected(app) == ["last", "first"], "in an order of one's own"
    qtbot.waitUntil(lambda: remembered() == ["last", "first"])


def test_the_handout_of_each_guide_is_there_when_one_comes_back(
    qtbot: QtBot, app: App, opened: Callable[[Path | str], App]
) -> None:
    app.handout.take(["last", "first"])
    with qtbot.waitSignal(app.navigator.guide_opened):
        app.navigator.open_help()
    assert collected(app) == []
    qtbot.waitUntil(lambda: remembered() == ["last", "first"])
    assert collected(opened(SMALL)) == ["last", "first"]


def test_two_windows_lose_nothing_of_each_other(app: App, opened: Callable[[Path | str], App], qtbot: QtBot) -> None:
    other = opened(SMALL)
    app.handout.tick("first")
    other.handout.tick("last")
    qtbot.waitUntil(lambda: remembered() == ["last", "first"] or remembered() == ["first", "last"])
    app.handout.tick("first")
    qtbot.waitUntil(lambda: remembered() == ["last"])


def test_what_an_edited_guide_no_longer_has_is_left_out_and_that_is_said_once(
    opened: Callable[[Path | str], App], tmp_path: Path, qtbot: QtBot
) -> None:
    own = Path(shutil.copytree(SMALL, tmp_path / "own"))
    app = opened(ready(own))
    app.handout.take(["first", "naive", "last"])
    article = own / "article.md"
    article.write_text(article.read_text().replace("{#naive}", "{#other}"))
    with qtbot.waitSignal(app.navigator.guide_opened, timeout=20_000):
        app.navigator.reload()
    wishes = wishes_of(app)
    said = app.window.notice.said()
    app.handout.tick("first")  # what was not said yet is not forgotten either
    qtbot.waitUntil(lambda: remembered() == ["last", "naive"])
    assert app.window.notice.said() == said, "not before it matters"
    app.wishes.print_handout()
    assert wishes[-1].basket == ("last",)
    words = "1 section of your handout cannot be found in this version of the guide, and is left out."
    assert app.window.notice.said() == words
    qtbot.waitUntil(lambda: remembered() == ["last"])
    app.window.notice.put_away()
    app.wishes.print_handout()
    assert app.window.notice.said() == ""


def test_a_tick_is_on_the_disk_at_once(app: App, monkeypatch: pytest.MonkeyPatch) -> None:
    written = []
    monkeypatch.setattr(Writer, "put", lambda self, file, write: written.append((file.name, write)))
    app.handout.tick("last")
    ((name, write),) = written
    write()
    assert (name, remembered()) == ("session.json", ["last"])


def test_damaged_baskets_are_read_as_far_as_they_can_be(opened: Callable[[Path | str], App]) -> None:
    basket = ["last", 7, None, "last", "x" * 999, "no-such", ["first"], "first"]
    paths.state().mkdir(parents=True)
    (paths.state() / "session.json").write_text(json.dumps({"guides": {"small": {"basket": basket}}}))
    assert collected(opened(SMALL)) == ["last", "first"]


def test_in_a_narrow_window_the_sections_are_chosen_in_the_drawer(app: App, qtbot: QtBot) -> None:
    app.window.resize(360, 640)
    app.window.actions_by_id["choose_sections"].trigger()
    tree = app.window.outline.tree
    qtbot.waitUntil(tree.hasFocus)
    press(Qt.Key.Key_Space)
    assert collected(app) == ["first"]
    for each in app.window.outline.handout.findChildren(QPushButton):
        inside = each.visibleRegion().boundingRect()
        assert (inside.width(), inside.height()) == (each.width(), each.height()), each.text()
    app.window.actions_by_id["choose_sections"].trigger()
    assert not app.window.outline.is_choosing


# Ways in


def test_ctrl_p_prints_the_section_being_read(app: App, qtbot: QtBot, wishes: list[Printables]) -> None:
    app.handout.take(["last"])
    go(app, qtbot, "receptors")
    press(Qt.Key.Key_P, CTRL)
    (wish,) = wishes
    assert (wish.wish, wish.section, wish.basket, wish.selection) == ("section", "receptors", ("last",), None)
    assert wish.depth == "full"


def test_the_menu_of_the_article_prints_the_section_under_the_pointer_or_the_selected_words(
    app: App, qtbot: QtBot, wishes: list[Printables]
) -> None:
    article = app.window.article
    there = article.places.position(Place("receptors"))
    assert there is not None
    menu = article.menu.menu_at(there)
    assert "Print the selected words…" not in texts(menu)
    choose(menu, "Add this section to my handout")
    assert collected(app) == ["receptors"]
    menu = article.menu.menu_at(there)
    choose(menu, "Take this section out of my handout")
    assert collected(app) == []
    choose(menu, "Print this section…")
    assert (wishes[-1].wish, wishes[-1].section) == ("section", "receptors")
    select(app, there, there + 9)
    choose(article.menu.menu_at(there), "Print the selected words…")
    selection = wishes[-1].selection
    assert wishes[-1].wish == "selection"
    assert selection is not None
    assert (selection.start.section, selection.end.offset - selection.start.offset) == ("receptors", 9)


def test_the_menu_of_the_outline_prints_a_section_that_is_not_read(app: App, wishes: list[Printables]) -> None:
    menu = app.window.outline.menu_at("last")
    choose(menu, "Print this section…")
    assert (wishes[-1].wish, wishes[-1].section) == ("section", "last")
    choose(menu, "Add this section to my handout")
    assert collected(app) == ["last"]


def test_the_menu_of_what_was_found_adds_the_section_that_holds_it(app: App, qtbot: QtBot) -> None:
    app.window.actions_by_id["search"].trigger()
    QTest.keyClicks(focus(), "receptors")
    panel = app.search.built()
    listed = panel.findChild(FoundList)
    assert listed is not None
    qtbot.waitUntil(lambda: listed.model().rowCount() > 0)
    offered = [texts(panel.menu_at(number)) for number in range(listed.model().rowCount())]
    assert all(each[0] == "Go there" for each in offered)
    number = next(number for number, each in enumerate(offered) if "Add this section to my handout" in each)
    choose(panel.menu_at(number), "Add this section to my handout")
    assert collected(app) == ["receptors"]


def test_who_prints_an_empty_handout_has_the_ticks_one_press_away(app: App, qtbot: QtBot) -> None:
    press(Qt.Key.Key_P, ALT)
    button = next(each for each in app.window.notice.findChildren(QPushButton) if each.text() == "&Choose sections")
    assert button.isVisible()
    press(Qt.Key.Key_C, ALT)
    qtbot.waitUntil(lambda: app.window.outline.is_choosing)
    assert app.window.notice.said() == ""
    qtbot.waitUntil(app.window.outline.tree.hasFocus)
    press(Qt.Key.Key_Space)
    assert collected(app) == ["first"]


@pytest.mark.parametrize("wish", ["guide", "pathway", "glossary"])
def test_the_file_menu_prints_whatever_there_is(app: App, wishes: list[Printables], wish: str) -> None:
    app.window.actions_by_id[f"print_{wish}"].trigger()
    assert [each.wish for each in wishes] == [wish]


@pytest.mark.parametrize(
    ("wish", "said"),
    [
        ("handout", "Your handout is empty. Tick the sections that you want on paper."),
        ("selection", "No words are selected. Select some in the article first."),
        ("words", "You have not kept any words of this guide yet."),
        ("notes", "There are no notes on this guide yet."),
    ],
)
def test_where_there_is_nothing_to_print_a_sentence_says_so(
    app: App, wishes: list[Printables], wish: str, said: str
) -> None:
    app.window.actions_by_id[f"print_{wish}"].trigger()
    assert wishes == []
    assert app.window.notice.said() == said


def test_bookmarks_alone_are_nothing_to_print(app: App, qtbot: QtBot, wishes: list[Printables]) -> None:
    app.acts.bookmark_at(40)
    qtbot.waitUntil(lambda: len(app.acts.book) == 1)
    app.window.actions_by_id["print_notes"].trigger()
    assert wishes == []
    assert app.window.notice.said().startswith("Bookmarks are not printed")


def test_the_route_that_one_walks_is_the_one_that_is_printed(app: App, wishes: list[Printables]) -> None:
    pathway = app.window.companion.pathway
    assert app.navigator.guide is not None
    assert app.navigator.guide.pathway is not None
    route = app.navigator.guide.pathway.routes[0].id
    pathway.modes.walk(route)
    app.window.actions_by_id["print_pathway"].trigger()
    pathway.modes.leave()
    app.window.actions_by_id["print_pathway"].trigger()
    assert [(each.wish, each.route) for each in wishes] == [("pathway", route), ("pathway", "")]


def test_of_a_lone_pathway_ctrl_p_prints_the_section_or_the_drawing(
    opened: Callable[[Path | str], App], tmp_path: Path
) -> None:
    file = tmp_path / "WP1.gpml"
    file.write_text(GPML, encoding="utf-8")
    app = opened(ready(file))
    wishes = wishes_of(app)
    app.window.actions_by_id["print"].trigger()
    app.wishes.print_one("")
    assert [each.wish for each in wishes] == ["section", "pathway"]


def test_the_list_of_words_prints_what_it_lists(app: App, qtbot: QtBot, wishes: list[Printables]) -> None:
    words = app.window.companion.words
    app.keyboard.go_words()
    click(words, "Print…")
    assert app.navigator.guide is not None
    app.kept_words.keep(app.navigator.guide.terms[0][0], True)
    mine = "My words (1)"
    qtbot.waitUntil(lambda: any(each.text() == mine for each in words.findChildren(QPushButton)))
    click(words, mine)
    assert button(words, "Print…").accessibleName() == "Print my words"
    click(words, "Print…")
    assert [each.wish for each in wishes] == ["glossary", "words"]
    assert [note.kind for note in wishes[-1].notes] == ["word"]


def test_notes_that_are_exported_can_become_pages(app: App, qtbot: QtBot, wishes: list[Printables]) -> None:
    for position in (40, 400):
        app.acts.highlight_at(position)
    qtbot.waitUntil(lambda: len(app.acts.book) == 2)
    first = app.acts.book.notes[0].id
    app.notes.export_requested.emit([first])
    qtbot.waitUntil(lambda: bool(app.window.findChildren(ExportDialog)))
    (dialog,) = app.window.findChildren(ExportDialog)
    dialog.form.setFocus()
    QTest.keyClick(dialog.form, Qt.Key.Key_Down)
    assert dialog.form.currentText() == "Pages to print, or to save as PDF"
    click(dialog, "Show the pages…")
    (wish,) = wishes
    assert (wish.wish, wish.chosen, len(wish.notes)) == ("notes", (first,), 2)
    qtbot.waitUntil(lambda: not dialog.isVisible())
