"""Writing on a note that is there: as it is now, never as an older list shows it, and never more than it holds."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot

from reader import paths
from reader.app import App
from reader.core.notebook.notes import LONGEST_BODY, Note
from reader.core.notebook.store import Change, Store
from tests.stories.hands import focus, press

CONTROL = Qt.KeyboardModifier.ControlModifier
ESC, M = Qt.Key.Key_Escape, Qt.Key.Key_M


def on_disk() -> list[str]:
    """Return what was written, as another program finds it in the file."""
    store = Store(paths.data() / "notebook.sqlite")
    try:
        return [note.body for note in store.every()]
    finally:
        store.close()


def settle(qtbot: QtBot, app: App) -> None:
    qtbot.waitUntil(lambda: app.window.editor.isHidden() and not app.acts.ledger.is_waiting)


def write(qtbot: QtBot, app: App, words: str) -> Note:
    """Write on the paragraph and return the note."""
    press(M)
    QTest.keyClicks(focus(), words)
    press(ESC)
    settle(qtbot, app)
    return app.acts.book.notes[-1]


def box(app: App) -> QPlainTextEdit:
    found = app.window.editor.findChild(QPlainTextEdit)
    assert found is not None
    return found


def test_an_older_row_of_a_note_leads_to_the_note_as_it_is_now(qtbot: QtBot, app: App) -> None:
    older = write(qtbot, app, "Ask.")
    write(qtbot, app, " Now.")
    app.acts.edit(older)  # as from a list of all guides that was read before
    assert box(app).toPlainText() == "Ask. Now."
    QTest.keyClicks(focus(), " Please.")
    press(ESC)
    settle(qtbot, app)
    assert on_disk() == ["Ask. Now. Please."]


def test_words_still_on_their_way_to_the_disk_are_there_when_one_writes_on(qtbot: QtBot, app: App) -> None:
    older = write(qtbot, app, "Ask.")
    press(M)
    QTest.keyClicks(focus(), " Now.")
    app.window.editor.leave()
    app.acts.edit(older)
    qtbot.waitUntil(app.window.editor.isVisible)
    assert box(app).toPlainText() == "Ask. Now."
    press(ESC)
    settle(qtbot, app)
    assert on_disk() == ["Ask. Now."]


def test_a_note_that_was_removed_meanwhile_is_not_written_on(qtbot: QtBot, app: App) -> None:
    older = write(qtbot, app, "Ask.")
    app.acts.remove([older])
    app.acts.edit(older)
    qtbot.waitUntil(lambda: app.window.notice.said() == "This note was removed meanwhile.")
    assert app.window.editor.isHidden()
    assert on_disk() == []


@pytest.mark.slow  # a hundred thousand letters
def test_a_note_that_is_full_says_so_and_takes_no_more(qtbot: QtBot, app: App) -> None:
    press(M)
    QApplication.clipboard().setText("x" * (LONGEST_BODY - 2))
    press(Qt.Key.Key_V, CONTROL)
    said = next(each for each in app.window.editor.findChildren(QLabel) if each.objectName() == "said")
    assert said.isHidden()
    QTest.keyClicks(focus(), "yyYY")
    assert said.text().startswith("There is no more room in this note")
    assert box(app).toPlainText().endswith("xyy")
    press(Qt.Key.Key_Backspace)
    assert said.isHidden()
    QApplication.clipboard().setText("zzz")
    press(Qt.Key.Key_V, CONTROL)
    assert said.isVisible()
    press(ESC)
    settle(qtbot, app)
    (body,) = on_disk()
    assert len(body) == LONGEST_BODY
    assert body.endswith("xyz")


def test_what_another_window_deletes_for_good_comes_back_by_no_undo_and_only_by_keep(qtbot: QtBot, app: App) -> None:
    note = write(qtbot, app, "Ask.")
    press(M)
    QTest.keyClicks(focus(), " Now.")
    store = Store(paths.data() / "notebook.sqlite")
    store.forget("small")
    store.close()
    app.acts.book.take([Change(note, None)])  # as the book comes anew
    app.acts.hear_of_deletion()
    assert not app.window.actions_by_id["undo"].isEnabled()
    said = next(each for each in app.window.editor.findChildren(QLabel) if each.objectName() == "said")
    assert said.text().startswith("Your notes were deleted in another window.")
    buttons = app.window.editor.findChildren(QPushButton)
    next(each for each in buttons if each.text() == "Cancel").click()
    settle(qtbot, app)
    assert app.acts.book.notes == []
