"""Notes as a person makes them: marks, words, bookmarks, questions; each kept at once, and undone."""

from __future__ import annotations

import threading
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QPlainTextEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from reader import paths
from reader.app import App
from reader.core.notebook.notes import Note
from reader.core.notebook.store import Change, Store
from reader.core.text import Place
from reader.ui.notebook import leaving
from reader.ui.notebook.not_kept import NotKept
from reader.ui.notebook.question_rows import Questions
from reader.ui.notebook.questions_dialog import QuestionsDialog
from tests.guides.writing import folder, ready
from tests.stories.hands import focus, press

CONTROL, ALT, SHIFT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ShiftModifier,
)
ESC, ENTER, DOWN, SPACE, TAB = (
    Qt.Key.Key_Escape,
    Qt.Key.Key_Return,
    Qt.Key.Key_Down,
    Qt.Key.Key_Space,
    Qt.Key.Key_Tab,
)
H, M, B, Q, Z = Qt.Key.Key_H, Qt.Key.Key_M, Qt.Key.Key_B, Qt.Key.Key_Q, Qt.Key.Key_Z
ASK = (
    "# Talk {#talk}\n\nSome words about pain.\n\n# Ask {#ask}\n\n1. ☐ Why this test?\n2. ☐ And then?\n3. ☐ What now?\n"
)


def on_disk() -> list[Note]:
    """Return what another program would find in the file."""
    store = Store(paths.data() / "notebook.sqlite")
    try:
        return store.every()
    finally:
        store.close()


def kept(qtbot: QtBot, app: App, press_it: Callable[[], object]) -> None:
    """Do something, and wait until the window says that it is kept."""
    with qtbot.waitSignal(app.scribe.kept, timeout=10_000):
        press_it()
    qtbot.waitUntil(lambda: not app.acts.ledger.is_waiting)


def noted(app: App) -> list[tuple[str, str, str, str]]:
    """Return what the window shows of the notes: kind, style, quote and words."""
    return [(note.kind, note.style, note.target.quote, note.body) for note in app.acts.book.notes]


def select(app: App, words: str) -> None:
    found = app.window.article.document().find(words)
    app.window.article.set_caret(found)


def button(within: QWidget, words: str) -> QPushButton:
    return next(each for each in within.findChildren(QPushButton) if each.text() == words and each.isVisible())


def click(widget: QWidget, where: QPoint | None = None) -> None:
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton, pos=where or widget.rect().center())


def box(app: App) -> QPlainTextEdit:
    found = app.window.editor.findChild(QPlainTextEdit)
    assert found is not None
    return found


def view(app: App) -> tuple[int, int]:
    """Return what must not change for the eye: how far the text is scrolled, and where the caret is."""
    article = app.window.article
    return article.verticalScrollBar().value(), article.textCursor().position()


# Marks


def test_h_marks_the_words_selected_and_again_gives_the_next_style_and_never_a_second_mark(
    qtbot: QtBot, app: App
) -> None:
    select(app, "Immune cells")
    styles = []
    for _ in range(5):
        kept(qtbot, app, lambda: press(H))
        styles.append([style for _, style, _, _ in noted(app)])
    assert styles == [["important"], ["remember"], ["unclear"], ["mine"], ["important"]]
    assert [note.target.quote for note in on_disk()] == ["Immune cells"]


def test_the_style_used_last_is_the_next_marks_own(qtbot: QtBot, app: App) -> None:
    select(app, "Immune cells")
    kept(qtbot, app, lambda: press(Qt.Key.Key_3, CONTROL))
    select(app, "Nerves")
    kept(qtbot, app, lambda: press(H))
    assert [style for _, style, _, _ in noted(app)] == ["unclear", "unclear"]


def test_without_a_selection_the_paragraph_is_marked_in_which_the_caret_stands(qtbot: QtBot, app: App) -> None:
    select(app, "Nerves have")
    press(Qt.Key.Key_Right)  # nothing is selected any more,
    press(Qt.Key.Key_Right)  # and the caret goes on
    kept(qtbot, app, lambda: press(H))
    ((_, _, quote, _),) = noted(app)
    assert quote.startswith("Immune cells send cytokines")
    kept(qtbot, app, lambda: press(Qt.Key.Key_5, CONTROL))
    assert noted(app) == []


def test_words_in_several_sections_are_one_act(qtbot: QtBot, app: App) -> None:
    article = app.window.article
    caret = article.textCursor()
    caret.setPosition(article.document().find("Nerves have").selectionStart())
    caret.setPosition(article.document().find("They wait").selectionEnd(), caret.MoveMode.KeepAnchor)
    article.set_caret(caret)
    kept(qtbot, app, lambda: press(H))
    assert len({note.target.section for note in app.acts.book.notes}) == len(noted(app)) > 1
    kept(qtbot, app, lambda: press(Z, CONTROL))
    assert on_disk() == []


def test_nothing_moves_for_an_act_and_its_undoing(qtbot: QtBot, app: App) -> None:
    app.window.article.show_place(Place("naive"))
    qtbot.wait(100)
    select(app, "They wait")
    before = view(app)
    for keys in ((H,), (H,), (B,), (Z, CONTROL), (Z, CONTROL | SHIFT), (Z, CONTROL), (Z, CONTROL)):
        kept(qtbot, app, partial(press, *keys))
        assert view(app) == before


def test_what_was_done_is_said_and_the_button_beside_it_undoes_it(qtbot: QtBot, app: App) -> None:
    notice = app.window.notice
    kept(qtbot, app, lambda: press(B))
    assert notice.said() == "Bookmark put."
    assert app.window.actions_by_id["undo"].text() == "&Undo: Bookmark"
    kept(qtbot, app, lambda: click(button(notice, "Undo")))
    assert notice.said() == "Undone: Bookmark."
    assert noted(app) == []
    kept(qtbot, app, lambda: click(button(notice, "Do it again")))
    assert [kind for kind, _, _, _ in noted(app)] == ["bookmark"]


def test_b_again_takes_the_bookmark_away(qtbot: QtBot, app: App) -> None:
    kept(qtbot, app, lambda: press(B))
    kept(qtbot, app, lambda: press(B))
    assert on_disk() == []


def test_nothing_to_undo_is_not_offered(app: App) -> None:
    assert not app.window.actions_by_id["undo"].isEnabled()
    assert not app.window.actions_by_id["redo"].isEnabled()


# The article's menu


def menu_at(app: App, words: str) -> QMenu:
    """Return what a click with the right button on *words* offers."""
    article = app.window.article
    return article.menu.menu_at(article.document().find(words).position())


def item(menu: QMenu, words: str) -> None:
    """Choose what a menu calls *words*."""
    next(each for each in menu.actions() if each.text().replace("&", "") == words).trigger()


def test_the_menu_marks_the_paragraph_it_was_opened_on_in_the_style_one_chooses(qtbot: QtBot, app: App) -> None:
    styles = menu_at(app, "send cytokines").findChild(QMenu, "styles")
    assert styles is not None
    assert [each.text() for each in styles.actions()] == ["&Important", "&Remember", "&Unclear", "&Mine"]
    assert not any(each.icon().isNull() for each in styles.actions())
    kept(qtbot, app, styles.actions()[2].trigger)
    ((kind, style, quote, _),) = noted(app)
    assert (kind, style) == ("highlight", "unclear")
    assert quote.startswith("Immune cells send cytokines")
    kept(qtbot, app, lambda: item(menu_at(app, "send cytokines"), "Remove highlight"))
    assert noted(app) == []


def test_the_menu_highlights_with_one_choice_in_the_style_used_last(qtbot: QtBot, app: App) -> None:
    kept(qtbot, app, lambda: press(Qt.Key.Key_2, CONTROL))
    kept(qtbot, app, lambda: item(menu_at(app, "send cytokines"), "Highlight"))
    assert [style for _, style, _, _ in noted(app)] == ["remember", "remember"]
    words = [each.text().replace("&", "") for each in menu_at(app, "send cytokines").actions()]
    assert "Highlight" not in words
    assert {"Highlight as", "Remove highlight"} <= set(words)


def test_the_menu_takes_away_what_overlaps(qtbot: QtBot, app: App) -> None:
    for words in ("Highlight", "Bookmark", "Note…"):
        done = partial(item, menu_at(app, "send cytokines"), words)
        if words == "Note…":
            done()
            QTest.keyClicks(focus(), "mine")
            done = partial(press, ENTER, CONTROL)
        kept(qtbot, app, done)
    offered = {each.text().replace("&", "") for each in menu_at(app, "send cytokines").actions()}
    assert {"Remove highlight", "Remove bookmark"} <= offered


def test_the_menu_writes_a_note_and_puts_and_removes_a_bookmark(qtbot: QtBot, app: App) -> None:
    kept(qtbot, app, lambda: item(menu_at(app, "send cytokines"), "Bookmark"))
    kept(qtbot, app, lambda: item(menu_at(app, "send cytokines"), "Remove bookmark"))
    item(menu_at(app, "send cytokines"), "Note…")
    QTest.keyClicks(focus(), "mine")
    kept(qtbot, app, lambda: press(ENTER, CONTROL))
    assert [(kind, body) for kind, _, _, body in noted(app)] == [("note", "mine")]


# Writing


@pytest.mark.parametrize("press_it", [partial(press, ENTER, CONTROL), partial(press, ESC)], ids=["Enter", "Esc"])
def test_ctrl_enter_and_esc_keep_what_was_written_and_lead_back(
    qtbot: QtBot, app: App, press_it: Callable[[], None]
) -> None:
    before = view(app)
    press(M)
    assert focus() is box(app)
    assert view(app) == before
    QTest.keyClicks(focus(), "Ask Dr. B about this")
    kept(qtbot, app, press_it)
    assert app.window.editor.isHidden()
    assert focus() is app.window.article
    assert [note.body for note in on_disk()] == ["Ask Dr. B about this"]
    assert app.window.notice.said() == "Note kept."
    assert view(app) == before


def test_a_note_on_a_mark_is_the_marks_own_and_is_written_on_again(qtbot: QtBot, app: App) -> None:
    select(app, "Immune cells")
    kept(qtbot, app, lambda: press(H))
    for more in ("one", " two"):
        press(M)
        QTest.keyClicks(focus(), more)
        kept(qtbot, app, lambda: press(ESC))
    assert noted(app) == [("highlight", "important", "Immune cells", "one two")]
    kept(qtbot, app, lambda: press(Qt.Key.Key_5, CONTROL))
    assert noted(app) == [("note", "", "Immune cells", "one two")]  # what one wrote stays


def test_cancel_gives_back_what_was_there_and_the_words_can_still_be_had(qtbot: QtBot, app: App) -> None:
    press(M)
    QTest.keyClicks(focus(), "old")
    kept(qtbot, app, lambda: press(ESC))
    press(M)
    QTest.keyClicks(focus(), " and new")
    click(button(app.window.editor, "Cancel"))
    qtbot.waitUntil(lambda: app.window.notice.said() == "Undone: Note.")
    assert [note.body for note in on_disk()] == ["old"]
    kept(qtbot, app, lambda: press(Z, CONTROL | SHIFT))
    assert [note.body for note in on_disk()] == ["old and new"]


def test_an_empty_note_is_none(qtbot: QtBot, app: App) -> None:
    press(M)
    QTest.keyClicks(focus(), "  ")
    press(ESC)
    assert app.window.editor.isHidden()
    press(B)
    qtbot.waitUntil(lambda: [kind for kind, _, _, _ in noted(app)] == ["bookmark"])
    assert [note.kind for note in on_disk()] == ["bookmark"]


def test_ctrl_z_in_the_box_is_the_boxs_own(qtbot: QtBot, app: App) -> None:
    kept(qtbot, app, lambda: press(B))
    press(M)
    QTest.keyClicks(focus(), "word")
    press(Z, CONTROL)
    assert box(app).toPlainText() == ""
    assert [kind for kind, _, _, _ in noted(app)] == ["bookmark"]


def test_a_draft_is_on_the_disk_while_one_writes_and_is_undone_as_one_act(qtbot: QtBot, app: App) -> None:
    press(M)
    for words in ("first", " second"):
        QTest.keyClicks(focus(), words)
        kept(qtbot, app, app.window.article.setFocus)  # the keyboard goes elsewhere
        click(box(app))
    assert [note.body for note in on_disk()] == ["first second"]
    kept(qtbot, app, lambda: press(ESC))
    kept(qtbot, app, lambda: press(Z, CONTROL))
    assert on_disk() == []


@pytest.mark.slow
def test_a_draft_is_kept_by_itself_after_a_rest(qtbot: QtBot, app: App) -> None:
    press(M)
    kept(qtbot, app, lambda: QTest.keyClicks(focus(), "left alone"))
    assert [note.body for note in on_disk()] == ["left alone"]
    assert focus() is box(app)


def test_what_another_window_wrote_meanwhile_stays(qtbot: QtBot, app: App) -> None:
    press(M)
    QTest.keyClicks(focus(), "here")
    kept(qtbot, app, app.window.article.setFocus)
    store = Store(paths.data() / "notebook.sqlite")
    (note,) = store.every()
    store.apply([Change(note, note._replace(body="there"))])
    store.close()
    click(box(app))
    QTest.keyClicks(focus(), "!")
    kept(qtbot, app, app.window.article.setFocus)
    click(box(app))
    QTest.keyClicks(focus(), "!")
    kept(qtbot, app, lambda: press(ESC))
    assert [note.body for note in on_disk()] == ["there\n\nhere!!"]


def test_m_on_an_explanation_writes_on_its_word(qtbot: QtBot, app: App) -> None:
    press(TAB)
    press(ENTER)
    assert app.window.popup.isVisible()
    press(M)
    QTest.keyClicks(focus(), "like a letter")
    kept(qtbot, app, lambda: press(ESC))
    ((note),) = app.acts.book.notes
    assert (note.target.about, note.target.quote, note.body) == ("entry", "cytokine", "like a letter")


def test_closing_the_window_keeps_what_is_being_written(qtbot: QtBot, app: App) -> None:
    press(M)
    QTest.keyClicks(focus(), "not finished")
    assert app.window.close()
    assert [note.body for note in on_disk()] == ["not finished"]


# What cannot be kept


@pytest.fixture
def broken(app: App, monkeypatch: pytest.MonkeyPatch) -> Callable[[], None]:
    """A disk that refuses every act, and what mends it."""
    write = Store.apply

    def refuse(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Store, "apply", refuse)
    return lambda: monkeypatch.setattr(Store, "apply", write)


def copy_and_go_back(app: App) -> list[str]:
    """Answer the window that asks about what is not kept, once it stands; what was copied there is in the list."""
    copied: list[str] = []

    def answer() -> None:
        dialog = next((each for each in app.window.findChildren(NotKept) if each.isVisible()), None)
        if dialog is None:
            QTimer.singleShot(20, app, answer)
            return
        click(button(dialog, "Copy the words"))
        copied.append(QApplication.clipboard().text())
        click(button(dialog, "Go back"))

    QTimer.singleShot(20, app, answer)
    return copied


def test_words_that_cannot_be_kept_stay_in_the_box(qtbot: QtBot, app: App, broken: Callable[[], None]) -> None:
    press(M)
    QTest.keyClicks(focus(), "precious")
    with qtbot.waitSignal(app.scribe.failed):
        press(ESC)
    qtbot.waitUntil(lambda: not box(app).isReadOnly())
    assert app.window.editor.isVisible()
    assert box(app).toPlainText() == "precious"
    broken()
    kept(qtbot, app, lambda: click(button(app.window.editor, "Keep")))
    assert [note.body for note in on_disk()] == ["precious"]


def test_a_mark_that_cannot_be_kept_is_not_shown_and_is_tried_again(
    qtbot: QtBot, app: App, broken: Callable[[], None]
) -> None:
    with qtbot.waitSignal(app.acts.failed):
        press(H)
    assert noted(app) == []
    assert app.window.notice.said().startswith("This is not kept yet: Highlight.")
    broken()
    kept(qtbot, app, lambda: click(button(app.window.notice, "Try again")))
    assert [kind for kind, _, _, _ in noted(app)] == ["highlight"]


def test_a_window_asks_before_it_closes_on_what_is_not_kept(qtbot: QtBot, app: App, broken: Callable[[], None]) -> None:
    press(M)
    QTest.keyClicks(focus(), "precious")
    asked = copy_and_go_back(app)
    assert not app.window.close()
    assert app.window.isVisible()
    assert "precious" in asked[0]
    broken()
    kept(qtbot, app, app.window.actions_by_id["keep_again"].trigger)
    assert [note.body for note in on_disk()] == ["precious"]
    assert app.window.close()


def test_words_on_their_way_to_a_disk_that_does_not_answer_can_be_copied_before_the_window_closes(
    qtbot: QtBot, app: App, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(leaving, "WAIT_MS", 50)
    write, disk_answers = Store.apply, threading.Event()
    monkeypatch.setattr(Store, "apply", lambda *given: disk_answers.wait(20) and write(*given))
    press(M)
    QTest.keyClicks(focus(), "precious")
    asked = copy_and_go_back(app)
    assert not app.window.close()
    disk_answers.set()
    assert "precious" in asked[0]
    qtbot.waitUntil(lambda: not app.acts.ledger.is_waiting)
    assert [note.body for note in on_disk()] == ["precious"]


def test_what_is_not_kept_yet_outlives_the_deleting_of_another_guides_notes(
    qtbot: QtBot, app: App, broken: Callable[[], None]
) -> None:
    with qtbot.waitSignal(app.acts.failed):
        press(H)
    with qtbot.waitSignal(app.navigator.guide_opened, timeout=30_000):
        app.navigator.open_guide("pathway-reader-help")
    app.acts.forget(app.acts.book.guide)
    broken()
    kept(qtbot, app, app.window.actions_by_id["keep_again"].trigger)
    assert [note.kind for note in on_disk()] == ["highlight"]


# Questions


@pytest.fixture
def asking(opened: Callable[[Path | str], App], tmp_path: Path) -> App:
    about = 'id = "talk"\ntitle = "Talk"\nquestions = "ask"\n'
    return opened(ready(folder(tmp_path / "guide", guide_toml=about, article_md=ASK)))


def questions(qtbot: QtBot, app: App) -> tuple[QuestionsDialog, Questions, Questions]:
    app.window.activateWindow()
    qtbot.waitUntil(app.window.isActiveWindow)
    press(Q)
    dialog = next(each for each in app.window.findChildren(QuestionsDialog) if each.isVisible())
    qtbot.waitUntil(dialog.isActiveWindow)
    mine, suggested = dialog.findChildren(Questions)
    return dialog, mine, suggested


def go(to: QWidget | None) -> None:
    """Go to a part of the window by Tab."""
    for _ in range(12):
        if focus() is to:
            return
        press(TAB)
    raise AssertionError(focus())


def rows(listed: Questions) -> list[str]:
    return [listed.model().index(row, 0).data() for row in range(listed.model().rowCount())]


def ticks(listed: Questions) -> list[bool]:
    role = Qt.ItemDataRole.CheckStateRole
    states = [listed.model().index(row, 0).data(role) for row in range(listed.model().rowCount())]
    return [Qt.CheckState(each) == Qt.CheckState.Checked for each in states]


def test_questions_are_written_picked_and_put_in_order_by_keys(qtbot: QtBot, asking: App) -> None:
    dialog, mine, suggested = questions(qtbot, asking)
    assert rows(suggested) == ["Why this test?", "And then?", "What now?"]
    go(suggested)  # its first row is chosen
    kept(qtbot, asking, lambda: press(SPACE))
    press(DOWN)
    press(DOWN)
    kept(qtbot, asking, lambda: press(SPACE))
    assert ticks(suggested) == [True, False, True]
    go(dialog.findChild(QPlainTextEdit))
    QTest.keyClicks(focus(), "May I swim?")
    kept(qtbot, asking, lambda: press(ENTER))
    assert rows(mine) == ["May I swim?", "Why this test?", "What now?"]  # one's own come first
    go(mine)
    kept(qtbot, asking, lambda: press(DOWN, ALT))
    assert rows(mine) == ["Why this test?", "May I swim?", "What now?"]
    kept(qtbot, asking, lambda: press(Z, CONTROL))
    assert rows(mine) == ["May I swim?", "Why this test?", "What now?"]
    kept(qtbot, asking, lambda: press(Qt.Key.Key_Delete))
    press(ESC)
    assert dialog.isHidden()
    assert {note.body for note in on_disk()} == {"Why this test?", "What now?"}
    _, mine, suggested = questions(qtbot, asking)
    assert ticks(suggested) == [True, False, True]


def test_a_click_anywhere_in_a_row_ticks_it_and_again_takes_it_away(qtbot: QtBot, asking: App) -> None:
    _, mine, suggested = questions(qtbot, asking)
    where = suggested.visualRect(suggested.model().index(1, 0))
    assert where.height() >= 44
    kept(qtbot, asking, lambda: click(suggested.viewport(), where.center()))
    assert rows(mine) == ["And then?"]
    kept(qtbot, asking, lambda: click(suggested.viewport(), where.center()))
    assert rows(mine) == []


def test_undo_in_the_window_of_questions_goes_no_further_back_than_the_window(qtbot: QtBot, asking: App) -> None:
    kept(qtbot, asking, lambda: press(B))
    dialog, mine, suggested = questions(qtbot, asking)
    undo = button(dialog, "Undo")
    assert not undo.isEnabled()
    go(suggested)
    kept(qtbot, asking, lambda: press(SPACE))
    kept(qtbot, asking, lambda: press(Z, CONTROL))
    assert rows(mine) == []
    assert not undo.isEnabled()
    press(Z, CONTROL)
    press(ESC)
    assert [kind for kind, _, _, _ in noted(asking)] == ["bookmark"]
    kept(qtbot, asking, asking.window.actions_by_id["undo"].trigger)
    assert noted(asking) == []


def test_a_question_just_written_is_undone_from_the_empty_box_which_keeps_its_own_undo(
    qtbot: QtBot, asking: App
) -> None:
    _, mine, _ = questions(qtbot, asking)
    QTest.keyClicks(focus(), "May I swim?")
    kept(qtbot, asking, lambda: press(ENTER))
    kept(qtbot, asking, lambda: press(Z, CONTROL))
    assert rows(mine) == []
    kept(qtbot, asking, lambda: press(Z, CONTROL | SHIFT))
    assert rows(mine) == ["May I swim?"]
    QTest.keyClicks(focus(), "And")
    press(Z, CONTROL)
    press(Z, CONTROL)
    qtbot.wait(50)
    assert rows(mine) == ["May I swim?"]


def test_a_question_that_was_begun_is_kept_when_the_window_closes(qtbot: QtBot, asking: App) -> None:
    questions(qtbot, asking)
    QTest.keyClicks(focus(), "May I swim?")
    kept(qtbot, asking, lambda: press(ESC))
    qtbot.waitUntil(lambda: not any(each.isVisible() for each in asking.window.findChildren(QuestionsDialog)))
    assert [note.body for note in on_disk()] == ["May I swim?"]


def test_a_question_about_selected_words_leads_to_them(qtbot: QtBot, asking: App) -> None:
    select(asking, "words about pain")
    questions(qtbot, asking)
    QTest.keyClicks(focus(), "Why?")
    kept(qtbot, asking, lambda: press(ENTER))
    ((kind, _, quote, body),) = noted(asking)
    assert (kind, quote, body) == ("question", "words about pain", "Why?")


def test_a_guide_that_suggests_none_has_room_for_ones_own(qtbot: QtBot, app: App) -> None:
    _, _, suggested = questions(qtbot, app)
    assert suggested.isHidden()
    QTest.keyClicks(focus(), "Why?")
    kept(qtbot, app, lambda: press(ENTER))
    assert [kind for kind, _, _, _ in noted(app)] == ["question"]


# Where they cannot act


def test_without_single_keys_letters_do_nothing(qtbot: QtBot, app: App) -> None:
    app.choices.choose("single_keys", False)
    for key in (H, B, M, Q):
        press(key)
    assert app.window.editor.isHidden()
    kept(qtbot, app, lambda: press(B, CONTROL))
    assert [kind for kind, _, _, _ in noted(app)] == ["bookmark"]


def test_where_all_guides_are_shown_no_act_can_be_done(qtbot: QtBot, app: App) -> None:
    kept(qtbot, app, lambda: press(B))
    on = app.window.actions_by_id
    names = ("highlight", "highlight_mine", "remove_highlight", "note", "bookmark", "question", "undo")
    app.window.show_guides()
    assert not any(on[name].isEnabled() for name in names)
    app.window.return_to_guide()
    assert all(on[name].isEnabled() for name in names)


def test_notes_can_be_made_in_the_help(qtbot: QtBot, app: App) -> None:
    with qtbot.waitSignal(app.navigator.guide_opened, timeout=20_000):
        app.window.actions_by_id["help"].trigger()
    app.window.article.setFocus()
    kept(qtbot, app, lambda: press(B))
    assert [note.guide for note in on_disk()] == ["pathway-reader-help"]
    assert not app.window.actions_by_id["redo"].isEnabled()


@pytest.mark.parametrize(("width", "height"), [(1280, 900), (800, 600), (360, 640)])
def test_box_and_buttons_can_be_seen_and_hit_at_any_size(qtbot: QtBot, app: App, width: int, height: int) -> None:
    app.window.resize(width, height)
    press(M)
    editor = app.window.editor
    for part in (box(app), button(editor, "Keep"), button(editor, "Cancel")):
        place = part.mapTo(app.window, QPoint())
        assert app.window.rect().contains(part.rect().translated(place))
        assert part.height() >= 44
    assert app.window.article.viewport().height() >= 150
