"""Everything a reader wrote can leave, come back and be deleted."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QLabel
from pytestqt.qtbot import QtBot

from reader import paths
from reader.app import App
from reader.core.notebook import backup, copies
from reader.core.notebook.notes import Note, Target
from reader.core.notebook.store import Store, add
from reader.ui.notebook.delete_dialog import DeleteDialog
from reader.ui.notebook.export_dialog import ExportDialog
from reader.ui.notebook.restore_dialog import RestoreDialog
from tests.stories.hands import focus, press

WORDS = "Ask about my zolpidem"
HOSTILE = "<b>bold</b><img src='file:///etc/passwd'>"
QUOTE = Target("passage", quote="Naïve cells have", section="naive", block="naive.2", last_block="naive.2", end=16)
HERE = Note("1", "small", "note", QUOTE, WORDS, made=1.0)
T = TypeVar("T", bound=QDialog)
THERE = Note("2", "other", "question", Target(), f"{WORDS} {HOSTILE}", made=2.0)


@pytest.fixture
def written() -> Store:
    """A notebook with a note in each of two guides, copies of two days, and a file that was set aside."""
    store = Store(paths.data() / "notebook.sqlite")
    store.apply(add([HERE]))
    copies.make(store, paths.data() / "copies", lambda: "2026-11-21")
    store.apply(add([THERE]))
    store.name_guides({"small": "A small guide", "other": "Another guide"})
    copies.make(store, paths.data() / "copies", lambda: "2026-11-22")
    (paths.data() / "notebook.damaged-1.sqlite").write_bytes(b"not whole: " + WORDS.encode())
    return store


@pytest.fixture
def app(written: Store, opened: Callable[[Path | str], App], qtbot: QtBot) -> App:
    """The reader on the small guide, with its one note."""
    assert len(written.every()) == 2
    made = opened(Path(__file__).parents[1] / "guides" / "small")
    qtbot.waitUntil(lambda: len(made.acts.book) == 1)
    return made


def choose_file(monkeypatch: pytest.MonkeyPatch, file: Path) -> None:
    """Let the next dialogs for files answer with *file*."""
    monkeypatch.setattr(QFileDialog, "exec", lambda _: True)
    monkeypatch.setattr(QFileDialog, "selectedFiles", lambda _: [str(file)])


def begin(app: App, qtbot: QtBot, command: str, kind: type[T]) -> T:
    """Choose a command of the menu Notes, and return its window once it stands."""
    app.window.actions_by_id[command].trigger()
    qtbot.waitUntil(lambda: any(each.isVisible() for each in app.window.findChildren(kind)))
    dialog = next(each for each in app.window.findChildren(kind) if each.isVisible())
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    return dialog


def traces(*words: str) -> list[str]:
    """Return the files of ours that hold one of these words, in any of the ways in which text is kept."""
    every = [file for folder in (paths.data(), paths.state(), paths.config()) for file in folder.rglob("*")]
    forms = [form for word in words for form in (word.encode(), word.encode("utf-16-le"), json.dumps(word).encode())]
    return [file.name for file in every if file.is_file() and any(form in file.read_bytes() for form in forms)]


def test_all_notes_leave_as_text(app: App, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    dialog = begin(app, qtbot, "export_notes", ExportDialog)
    assert [dialog.what.itemText(row) for row in range(dialog.what.count())] == [
        "All in this guide: A small guide (1 note)",
        "All in all guides (2 notes)",
    ]
    press(Qt.Key.Key_Down)
    choose_file(monkeypatch, tmp_path / "mine.md")
    press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: app.window.notice.said() == f"2 notes saved as mine.md in {tmp_path}", timeout=20_000)
    text = (tmp_path / "mine.md").read_text()
    assert "### Naïve cells\n\n> Naïve cells have\n\n**Note** · paragraph 4.1" in text
    assert "&lt;b>bold&lt;/b>" in text
    assert app.session.print_folder == str(tmp_path)


def test_the_chosen_notes_leave_for_other_programs(
    app: App, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    app.notes.export_requested.emit(["2"])
    qtbot.waitUntil(lambda: bool(app.window.findChildren(ExportDialog)))
    (dialog,) = app.window.findChildren(ExportDialog)
    assert dialog.what.currentText() == "Those that are chosen (1 note)"
    dialog.form.setFocus()
    QTest.keyClick(dialog.form, Qt.Key.Key_End)
    choose_file(monkeypatch, tmp_path / "mine")
    QTest.mouseClick(dialog.save, Qt.MouseButton.LeftButton)
    qtbot.waitUntil((tmp_path / "mine.jsonld").exists, timeout=20_000)
    items = json.loads((tmp_path / "mine.jsonld").read_text())["first"]["items"]
    assert [body["value"] for item in items for body in item["body"]] == [THERE.body]


def test_what_is_backed_up_comes_back_in_one_act_that_is_undone(
    app: App, written: Store, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "mine.json"
    choose_file(monkeypatch, file)
    app.window.actions_by_id["back_up"].trigger()
    qtbot.waitUntil(file.exists)
    assert {note.id for note in backup.load(file).notes} == {"1", "2"}
    app.acts.remove(app.acts.book.notes)
    qtbot.waitUntil(lambda: len(written.every()) == 1)
    dialog = begin(app, qtbot, "restore", RestoreDialog)
    QTest.mouseClick(dialog.choose, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(dialog.restore.isEnabled)
    assert dialog.what.text() == "1 note will come back.\n1 note is here already."
    assert len(written.every()) == 1
    assert focus() is dialog.restore
    press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "1 note came back." in app.window.notice.said())
    assert {note.body for note in written.every()} == {HERE.body, THERE.body}
    assert len(app.acts.book) == 1
    app.window.actions_by_id["undo"].trigger()
    qtbot.waitUntil(lambda: [note.id for note in written.every()] == ["2"])


def test_the_daily_copies_are_offered_by_day_and_number_of_notes(app: App, written: Store, qtbot: QtBot) -> None:
    app.acts.remove(app.acts.book.notes)
    qtbot.waitUntil(lambda: len(written.every()) == 1)
    dialog = begin(app, qtbot, "restore", RestoreDialog)
    shown = [dialog.rows.item(row).text() for row in range(dialog.rows.count())]
    assert [each.rpartition(": ")[2] for each in shown] == ["2 notes", "1 note"]
    assert ["22" in shown[0], "21" in shown[1]] == [True, True]
    assert focus() is dialog.rows
    assert [item.text() for item in dialog.rows.selectedItems()] == shown[:1]
    qtbot.waitUntil(lambda: dialog.what.text() == "1 note will come back.\n1 note is here already.")
    press(Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: dialog.what.text() == "1 note will come back.")
    press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: {note.id for note in written.every()} == {"1", "2"})


def test_a_copy_that_brings_nothing_leaves_the_keyboard_and_the_notes(app: App, written: Store, qtbot: QtBot) -> None:
    dialog = begin(app, qtbot, "restore", RestoreDialog)
    qtbot.waitUntil(lambda: "here already" in dialog.what.text())
    press(Qt.Key.Key_Return)
    assert dialog.isVisible()
    assert focus() is dialog.rows
    assert not app.acts.ledger.undoing.words[0]


def test_what_is_no_backup_is_told_and_cannot_be_restored(
    app: App, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "<b>picture.png"
    file.write_bytes(b"\x89PNG" * 1000)
    choose_file(monkeypatch, file)
    dialog = begin(app, qtbot, "restore", RestoreDialog)
    QTest.mouseClick(dialog.choose, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "is not a backup of notes" in dialog.what.text())
    assert not dialog.restore.isEnabled()
    assert all(label.textFormat() == Qt.TextFormat.PlainText for label in dialog.findChildren(QLabel) if label.text())


def test_deleting_everything_leaves_no_word_in_any_file(app: App, written: Store, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: len(traces(WORDS)) >= 4)  # the notebook, two copies, the damaged file
    app.keeper.save()
    dialog = begin(app, qtbot, "delete_data", DeleteDialog)
    assert focus() is dialog.close_button
    dialog.what.setCurrentIndex(1)
    QTest.keyClick(dialog.reading, Qt.Key.Key_Space)
    assert dialog.reading.isChecked()
    QTest.mouseClick(dialog.delete, Qt.MouseButton.LeftButton)
    assert dialog.really.text() == "Delete 2 notes for good"
    assert len(written.every()) == 2
    written.close()
    QTest.mouseClick(dialog.really, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: app.window.notice.said() == "All your notes are deleted.")
    assert traces(WORDS) == []
    assert copies.listed(paths.data() / "copies") == []
    assert len(app.acts.book) == 0
    assert not app.acts.ledger.undoing.words[0]
    app.window.close()
    assert traces(WORDS, "Naïve cells have", "A small guide") == []


def test_deleting_one_guides_notes_leaves_those_of_the_others(app: App, written: Store, qtbot: QtBot) -> None:
    dialog = begin(app, qtbot, "delete_data", DeleteDialog)
    assert not dialog.reading.isEnabled()
    QTest.mouseClick(dialog.delete, Qt.MouseButton.LeftButton)
    QTest.mouseClick(dialog.really, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: app.window.notice.said() == "Your notes in this guide are deleted.")
    assert [note.id for note in written.every()] == ["2"]
    kept = [backup.load(each.file) for each in copies.listed(paths.data() / "copies")]
    assert [[note.id for note in each.notes] for each in kept] == [["2"]]
    assert traces("Naïve cells have", "A small guide") in ([], ["session.json"])


def test_enter_deletes_nothing_however_often_it_is_pressed(app: App, written: Store, qtbot: QtBot) -> None:
    begin(app, qtbot, "delete_data", DeleteDialog)
    press(Qt.Key.Key_Tab)
    press(Qt.Key.Key_Tab)
    press(Qt.Key.Key_Return)  # on "Delete…"
    (dialog,) = (each for each in app.window.findChildren(DeleteDialog) if each.isVisible())
    assert dialog.really.isVisible()
    assert "This cannot be undone." in {label.text() for label in dialog.findChildren(QLabel)}
    press(Qt.Key.Key_Return)
    assert not dialog.isVisible()
    QApplication.processEvents()
    assert len(written.every()) == 2


def test_a_backup_is_offered_before_anything_is_deleted(
    app: App, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    choose_file(monkeypatch, tmp_path / "mine.json")
    dialog = begin(app, qtbot, "delete_data", DeleteDialog)
    QTest.mouseClick(dialog.backup, Qt.MouseButton.LeftButton)
    qtbot.waitUntil((tmp_path / "mine.json").exists)
    assert dialog.isVisible()


def test_a_folder_that_cannot_be_written_is_told(
    app: App, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    choose_file(monkeypatch, tmp_path / "gone" / "mine.json")
    app.window.actions_by_id["back_up"].trigger()
    qtbot.waitUntil(lambda: "cannot be read or written" in app.window.notice.said())
    assert not (tmp_path / "gone").exists()
