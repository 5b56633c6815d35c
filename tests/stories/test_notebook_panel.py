"""The notebook beside the article, as one uses it with keys and mouse."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QListView, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from reader.app import App
from reader.core.notebook import passage
from reader.core.notebook.notes import Kind, Note, Style, Target
from reader.core.notebook.store import add
from reader.core.section_text import SectionTexts
from reader.core.text import Place
from reader.ui.notebook.panel_list import NoteList
from reader.ui.widgets.filter_box import FilterBox
from tests.stories.hands import focus, press

DOWN, UP, ENTER, ESC = Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_Return, Qt.Key.Key_Escape
CTRL, SHIFT, NONE = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.NoModifier,
)
LOST = Target("passage", quote="What the guide said before.", section="gone", block="gone.1")


def on(app: App, words: str) -> Target:
    """Return the passage of the guide that is open which has these words."""
    guide = app.navigator.guide
    assert guide is not None
    for section in guide.outline:
        for block in guide.blocks(section.id):
            if (at := block.text.find(words)) >= 0:
                ends = Place(section.id, block.id, at), Place(section.id, block.id, at + len(words))
                return passage.make(SectionTexts(guide), *ends)[0]
    raise LookupError(words)


def made(name: str, target: Target, kind: Kind = "highlight", body: str = "", style: Style = "") -> Note:
    return Note(name, "small", kind, target, body=body, style=style, made=time.time())


def keep(qtbot: QtBot, app: App, *notes: Note) -> None:
    """Put notes into the notebook, as if they had been made one by one."""
    guide = app.navigator.guide
    assert guide is not None
    with qtbot.waitSignal(app.scribe.kept):
        app.scribe.write(add(note._replace(guide=guide.about.id) for note in notes))


@pytest.fixture
def noted(qtbot: QtBot, app: App) -> App:
    """The reader in a wide window, with six notes and the keyboard in their list."""
    app.window.resize(1280, 900)
    keep(
        qtbot,
        app,
        made("end", on(app, "The end is short."), "bookmark"),
        made("send", on(app, "send cytokines"), style="important"),
        made("small", on(app, "cytokines are small"), "note", "Ask Dr. Özdemir about this."),
        made("naive", on(app, "Naïve cells have not met"), style="unclear"),
        made("lost", LOST, "note", "Where did it go?"),
        made("whole", Target("guide"), "question", "What can I do myself?"),
    )
    QTest.keyClicks(focus(), "t")
    qtbot.waitUntil(lambda: rows(app).count() > 6)
    return app


def rows(app: App) -> NoteList:
    found = app.window.companion.notes.findChild(NoteList)
    assert isinstance(found, NoteList)
    return found


def heard(app: App) -> list[str]:
    """Return the rows as a screen reader says them, the day left out."""
    model = rows(app).model()
    role = Qt.ItemDataRole.AccessibleTextRole
    return [str(model.index(row, 0).data(role)).removesuffix(". Today") for row in range(model.rowCount())]


def listed(app: App) -> list[str]:
    """Return the ids of the notes in the list."""
    model = rows(app)._model
    return [note.id for row in range(model.rowCount()) if (note := model.note(row)) is not None]


def current(app: App) -> str:
    note = rows(app).current()
    return note.id if note is not None else ""


def text(app: App) -> str:
    return " | ".join(each.text() for each in app.window.companion.notes.findChildren(QLabel) if each.isVisible())


def button(app: App, words: str) -> QPushButton:
    every = app.window.companion.notes.findChildren(QPushButton)
    return next(each for each in every if each.text().strip() == words and each.isVisible())


def choose(app: App, words: str, choice: str) -> None:
    """Choose from a button that opens choices."""
    menu = button(app, words).menu()
    next(action for action in menu.actions() if action.text() == choice).trigger()


def click_row(app: App, name: str, modifiers: Qt.KeyboardModifier = NONE) -> None:
    view = rows(app)
    number = view._model.number(name)
    assert number is not None
    index = view.model().index(number, 0)
    view.scrollTo(index)
    at = view.visualRect(index).center()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, modifiers, at)


def section(app: App) -> str:
    here = app.window.article.places.place(app.window.article.textCursor().position())
    assert here is not None
    return here.section


# What is listed


def test_one_letter_leads_to_the_notes_in_the_order_in_which_one_reads(noted: App) -> None:
    assert focus() is rows(noted)
    assert heard(noted) == [
        "First things, heading, 2 notes",
        "Highlight, important on “send cytokines”, in First things",
        "Note on “cytokines are small”, in First things: Ask Dr. Özdemir about this",
        "Naïve cells, heading, 1 note",
        "Highlight, unclear on “Naïve cells have not met”, in Naïve cells",
        "Last things, heading, 1 note",
        "Bookmark on “The end is short.”, in Last things",
        "The whole guide, heading, 1 note",
        "Question, in The whole guide: What can I do myself?",
        "Not found in this version, heading, 1 note",
        "Note on “What the guide said before.”, in Not found in this version: Where did it go?",
    ]
    assert "6 notes" in text(noted)


def test_the_list_is_a_list_for_a_screen_reader_and_its_rows_are_notes(noted: App) -> None:
    view = QAccessible.queryAccessibleInterface(rows(noted))
    assert view.role() == QAccessible.Role.List
    assert view.text(QAccessible.Text.Name) == "Notes"
    names = [view.child(number).text(QAccessible.Text.Name) for number in range(view.childCount())]
    assert names[1].startswith("Highlight, important on “send cytokines”")
    assert view.child(1).role() == QAccessible.Role.ListItem
    assert view.child(1).rect().height() >= 44


def test_rows_and_buttons_are_large_enough_for_a_tired_hand(noted: App) -> None:
    view = rows(noted)
    for row in range(view.count()):
        rect = view.visualRect(view.model().index(row, 0))
        assert view._model.note(row) is None or rect.height() >= 44
    for each in noted.window.companion.notes.findChildren(QPushButton):
        assert not each.isVisible() or each.height() >= 44


def test_notes_can_stand_by_kind_and_by_date(noted: App) -> None:
    choose(noted, "By section", "By kind")
    assert [row for row in heard(noted) if "heading" in row] == [
        "Highlights, heading, 2 notes",
        "Notes, heading, 1 note",
        "Bookmarks, heading, 1 note",
        "Questions, heading, 1 note",
        "Not found in this version, heading, 1 note",
    ]
    choose(noted, "By kind", "By date")
    assert heard(noted)[0] == "Today, heading, 5 notes"


def test_a_kind_is_chosen_with_its_count(noted: App) -> None:
    QTest.mouseClick(button(noted, "Highlights 2"), Qt.MouseButton.LeftButton)
    assert listed(noted) == ["send", "naive"]
    assert "2 of 6" in text(noted)
    press(Qt.Key.Key_Right)
    assert listed(noted) == ["small", "lost"]


def test_what_is_typed_in_the_list_finds_notes_without_their_accents(noted: App) -> None:
    QTest.keyClicks(focus(), "ozdemir")
    assert listed(noted) == ["small"]
    assert "1 of 6" in text(noted)
    press(DOWN)
    assert focus() is rows(noted)
    press(UP)
    press(ESC)
    assert len(listed(noted)) == 6
    QTest.keyClicks(focus(), "zzz")
    assert "Nothing found. Fewer or shorter words find more." in text(noted)
    assert not rows(noted).isVisible()


def test_an_empty_notebook_says_how_to_begin_by_mouse_and_with_the_keys_of_now(qtbot: QtBot, app: App) -> None:
    app.window.resize(1280, 900)
    QTest.keyClicks(focus(), "t")
    qtbot.waitUntil(lambda: "By key: press H to highlight them" in text(app))
    assert listed(app) == []
    assert "By mouse: press the right button on them" in text(app)


def test_a_quote_is_shown_and_copied_without_the_numbers_of_citations(qtbot: QtBot, noted: App) -> None:
    keep(qtbot, noted, made("cited", on(noted, "to one another.1 Nerves have"), "bookmark"))
    qtbot.waitUntil(lambda: "cited" in listed(noted))
    assert "Bookmark on “to one another. Nerves have”, in First things" in heard(noted)
    rows(noted).bring("cited")
    press(Qt.Key.Key_C, CTRL)
    assert QApplication.clipboard().text() == "“to one another. Nerves have”"


# What one does


def test_enter_goes_to_the_words_and_back_returns(noted: App) -> None:
    press(DOWN)
    press(DOWN)
    assert current(noted) == "naive"
    press(ENTER)
    assert focus() is noted.window.article
    assert section(noted) == "naive"
    noted.window.actions_by_id["back"].trigger()
    assert section(noted) == "first"


def test_a_click_goes_there_but_not_one_that_chooses_several(noted: App) -> None:
    click_row(noted, "end")
    assert section(noted) == "last"
    click_row(noted, "naive", CTRL)
    assert section(noted) == "last"
    assert {note.id for note in rows(noted).chosen()} == {"end", "naive"}


def test_a_note_whose_words_are_lost_says_so_and_goes_nowhere(noted: App) -> None:
    press(Qt.Key.Key_End)
    assert current(noted) == "lost"
    assert not button(noted, "Go there").isEnabled()
    press(ENTER)
    assert noted.window.notice.said() == "The words of this note are not in this version of the guide."
    assert section(noted) == "first"


def test_a_note_on_a_term_opens_its_card(qtbot: QtBot, noted: App) -> None:
    guide = noted.navigator.guide
    assert guide is not None
    keep(qtbot, noted, made("term", Target("entry", "receptor", "receptor"), "note", "Like a keyhole."))
    noted.notes.open_note("term")
    assert current(noted) == "term"
    press(ENTER)
    qtbot.waitUntil(noted.window.popup.isVisible)


def test_delete_takes_what_is_chosen_and_undo_brings_it_back(qtbot: QtBot, noted: App) -> None:
    press(DOWN, SHIFT)
    assert button(noted, "Delete 2").isEnabled()
    with qtbot.waitSignal(noted.scribe.kept):
        press(Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: len(listed(noted)) == 4)
    assert listed(noted) == ["naive", "end", "whole", "lost"]
    assert current(noted) == "naive"
    assert focus() is rows(noted)
    with qtbot.waitSignal(noted.scribe.kept):
        press(Qt.Key.Key_Z, CTRL)
    qtbot.waitUntil(lambda: len(listed(noted)) == 6)
    assert current(noted) == "naive"


def test_f2_edits_the_current_note(noted: App) -> None:
    wishes: list[Note] = []
    noted.notes.edit_requested.connect(wishes.append)
    press(DOWN)
    press(Qt.Key.Key_F2)
    assert [note.id for note in wishes] == ["small"]


def test_copied_notes_have_the_words_of_the_guide_and_ones_own(noted: App) -> None:
    press(DOWN, SHIFT)
    press(Qt.Key.Key_C, CTRL)
    copied = QApplication.clipboard().text()
    assert copied == "“send cytokines”\n\n“cytokines are small”\nAsk Dr. Özdemir about this."
    assert noted.window.notice.said() == "2 notes were copied."


def test_the_chosen_notes_are_exported_by_their_ids(qtbot: QtBot, noted: App) -> None:
    noted.notes.export_requested.disconnect()
    wishes: list[list[str]] = []
    noted.notes.export_requested.connect(wishes.append)
    press(DOWN, SHIFT)
    more = noted.window.companion.notes.findChild(QWidget, "more")
    assert isinstance(more, QPushButton)
    next(each for each in more.menu().actions() if each.text() == "Export the 2 chosen notes…").trigger()
    assert wishes == [["send", "small"]]


def test_letters_in_the_list_are_no_commands(noted: App) -> None:
    QTest.keyClicks(focus(), "nh")
    box = noted.window.companion.notes.findChild(FilterBox)
    assert box is not None
    assert box.text() == "nh"
    assert section(noted) == "first"


def test_esc_leads_back_to_the_article(noted: App) -> None:
    press(ESC)
    assert focus() is noted.window.article


# In step with the notebook


def test_what_is_added_comes_in_and_nothing_else_moves(qtbot: QtBot, noted: App) -> None:
    noted.window.resize(1280, 640)
    press(DOWN)
    press(DOWN)
    view = rows(noted)
    before = view.visualRect(view.currentIndex()).top()
    keep(qtbot, noted, made("new", on(noted, "Immune cells"), "note", "A word before.\nAnd another line."))
    qtbot.waitUntil(lambda: "new" in listed(noted))
    assert current(noted) == "naive"
    assert [note.id for note in view.chosen()] == ["naive"]
    assert focus() is view
    assert view.visualRect(view.currentIndex()).top() == before
    assert view.verticalScrollBar().value() > 0


def test_a_bookmark_made_in_the_article_is_listed_at_once(qtbot: QtBot, noted: App) -> None:
    press(ESC)
    with qtbot.waitSignal(noted.scribe.kept):
        QTest.keyClicks(focus(), "b")
    qtbot.waitUntil(lambda: len(listed(noted)) == 7)
    assert sum(words.startswith("Bookmark") for words in heard(noted)) == 2


def test_all_guides_are_listed_with_their_titles_and_open_at_the_note(
    qtbot: QtBot, noted: App, opened: Callable[[Path | str], App]
) -> None:
    small = noted.navigator.guide
    assert small is not None
    with qtbot.waitSignal(noted.acts.changed), qtbot.waitSignal(noted.navigator.guide_opened, timeout=30_000):
        noted.navigator.open_guide("fibromyalgia-and-the-immune-system")
    noted.window.actions_by_id["go_notes"].trigger()
    choose(noted, "This guide", "All guides")
    qtbot.waitUntil(lambda: len(listed(noted)) == 6)
    assert heard(noted)[0] == f"{small.about.title}, heading, 6 notes"
    assert button(noted, "By guide").isVisible()
    rows(noted).bring("end")
    with qtbot.waitSignal(noted.navigator.guide_opened, timeout=30_000):
        press(ENTER)
    qtbot.waitUntil(lambda: section(noted) == "last")
    assert rows(noted).isVisible()  # the next one is in the same list


def test_the_order_and_the_guides_of_the_list_are_those_of_last_time(
    qtbot: QtBot, noted: App, opened: Callable[[Path | str], App]
) -> None:
    choose(noted, "By section", "By kind")
    choose(noted, "This guide", "All guides")
    noted.window.close()
    again = opened("")
    again.window.resize(1280, 900)
    QTest.keyClicks(focus(), "t")
    qtbot.waitUntil(lambda: len(listed(again)) == 6)
    assert heard(again)[0] == "Highlights, heading, 2 notes"
    assert button(again, "All guides").isVisible()


def test_questions_stand_by_kind_as_one_asks_them(qtbot: QtBot, noted: App) -> None:
    first = made("first", on(noted, "The end is short."), "question")._replace(rank=1)
    then = made("then", on(noted, "send cytokines"), "question")._replace(rank=2)
    keep(qtbot, noted, then, first)
    choose(noted, "By section", "By kind")
    qtbot.waitUntil(lambda: "then" in listed(noted))
    assert [name for name in listed(noted) if name in ("whole", "first", "then")] == ["whole", "first", "then"]


def test_a_question_picked_from_the_guide_says_its_words_once(qtbot: QtBot, noted: App) -> None:
    keep(qtbot, noted, made("picked", on(noted, "Nerves have receptors"), "question", "Nerves have receptors"))
    qtbot.waitUntil(lambda: "picked" in listed(noted))
    assert "Question, in First things: Nerves have receptors" in heard(noted)
    rows(noted).bring("picked")
    press(Qt.Key.Key_C, CTRL)
    assert QApplication.clipboard().text() == "Nerves have receptors"


def test_the_words_of_the_list_grow_with_the_article(noted: App) -> None:
    def height() -> int:
        return rows(noted).visualRect(rows(noted).model().index(1, 0)).height()

    before = height()
    for _ in range(8):
        noted.window.actions_by_id["larger"].trigger()
    assert height() > 1.3 * before


def test_a_note_of_another_guide_is_edited_called_off_and_undone_as_one_of_this_guide(
    qtbot: QtBot, noted: App, opened: Callable[[Path | str], App]
) -> None:
    with qtbot.waitSignal(noted.acts.changed), qtbot.waitSignal(noted.navigator.guide_opened, timeout=30_000):
        noted.navigator.open_guide("fibromyalgia-and-the-immune-system")
    noted.window.actions_by_id["go_notes"].trigger()
    choose(noted, "This guide", "All guides")
    qtbot.waitUntil(lambda: len(listed(noted)) == 6)

    def small() -> str:
        rows(noted).bring("small")
        note = rows(noted).current()
        return note.body if note is not None else ""

    for leave in ("Cancel", "Keep"):
        qtbot.waitUntil(lambda: small() == "Ask Dr. Özdemir about this.")
        rows(noted).setFocus()
        press(Qt.Key.Key_F2)
        qtbot.waitUntil(noted.window.editor.isVisible)  # once it was read
        QTest.keyClicks(focus(), " Now.")
        found = noted.window.editor.findChildren(QPushButton)
        next(each for each in found if each.text() == leave).click()
        qtbot.waitUntil(lambda: noted.window.editor.isHidden() and not noted.acts.ledger.is_waiting)
        qtbot.wait(100)  # the notes of all guides are read anew
    qtbot.waitUntil(lambda: small() == "Ask Dr. Özdemir about this. Now.")
    noted.window.actions_by_id["undo"].trigger()
    qtbot.waitUntil(lambda: small() == "Ask Dr. Özdemir about this.")
    assert len(listed(noted)) == 6


# Where there is little room


@pytest.mark.parametrize("size", [(1280, 900), (800, 600), (360, 640)])
def test_every_tab_and_every_button_can_be_seen(qtbot: QtBot, noted: App, size: tuple[int, int]) -> None:
    noted.window.resize(*size)
    noted.window.actions_by_id["go_notes"].trigger()
    qtbot.waitUntil(rows(noted).isVisible)
    tabs = noted.window.companion.tabBar()
    assert tabs.rect().contains(tabs.tabRect(tabs.count() - 1))
    page = noted.window.companion.notes
    for each in page.findChildren(QPushButton):
        if each.isVisible():
            at = each.mapTo(page, QPoint())
            assert page.rect().contains(at), each.text()
            assert page.rect().contains(at + QPoint(each.width() - 1, each.height() - 1)), each.text()
    assert rows(noted).height() >= 3 * 44


def test_the_tab_can_be_reached_with_a_click_and_takes_the_keyboard(qtbot: QtBot, noted: App) -> None:
    noted.keyboard.go_article()
    noted.window.companion.show_tab("words")
    tabs = noted.window.companion.tabBar()
    at = tabs.tabRect(noted.window.companion.indexOf(noted.window.companion.notes)).center()
    QTest.mouseClick(tabs, Qt.MouseButton.LeftButton, pos=at)
    assert focus() is rows(noted)


def test_a_text_that_has_nothing_beside_it_can_have_notes(
    qtbot: QtBot, opened: Callable[[Path | str], App], tmp_path: Path
) -> None:
    (tmp_path / "plain.md").write_text("# One\n\nSome words.\n", encoding="utf-8")
    app = opened(tmp_path / "plain.md")
    app.window.resize(1280, 900)
    QTest.keyClicks(focus(), "t")
    qtbot.waitUntil(lambda: "Your notes on this guide will be listed here." in text(app))
    found = app.window.companion.notes.findChild(QListView)
    assert found is not None
    assert not found.isVisible()
