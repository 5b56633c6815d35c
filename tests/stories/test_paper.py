"""From reading to paper: the keys, the real pages, and what is remembered of it."""

from __future__ import annotations

import json
import subprocess
import time
from collections.abc import Callable
from pathlib import Path

import psutil
import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QListView
from pytestqt.qtbot import QtBot

from reader import paths
from reader.app import App
from reader.core.notebook.book import Book
from reader.core.notebook.notes import Target
from reader.ui.notebook.questions_dialog import QuestionsDialog
from reader.ui.printing.dialog import PrintDialog
from reader.ui.printing.paper import Paper
from tests.stories.conftest import SMALL
from tests.stories.hands import focus, press

CTRL = Qt.KeyboardModifier.ControlModifier


def dialog(qtbot: QtBot, app: App) -> PrintDialog:
    """Return the print dialog, once it has the keyboard."""
    qtbot.waitUntil(lambda: any(each.isActiveWindow() for each in app.window.findChildren(PrintDialog)))
    return next(each for each in app.window.findChildren(PrintDialog) if each.isActiveWindow())


def typesetters() -> list[psutil.Process]:
    """Return the processes that make pages."""
    return [each for each in psutil.Process().children() if "reader.core.handout" in " ".join(each.cmdline())]


def look_at_pages(qtbot: QtBot, app: App) -> str:
    """Ask for the pages of what is read, close their window once they are there, and return what it said."""
    press(Qt.Key.Key_P, CTRL)
    shown = dialog(qtbot, app)
    qtbot.waitUntil(lambda: shown.preview.count > 0, timeout=20_000)
    said = shown.foot.words.accessibleName()
    shown.reject()
    app.window.activateWindow()  # a desktop does so by itself
    qtbot.waitUntil(app.window.article.hasFocus)
    return said


def text_of(pdf: Path) -> str:
    return subprocess.run(["pdftotext", "-layout", pdf, "-"], capture_output=True, text=True, check=True).stdout


def test_two_keys_lead_from_reading_to_paper(
    qtbot: QtBot, app: App, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    printed: list[str] = []

    def take(paper: Paper, pdf: Path, printer: QPrinter) -> None:
        printed.append(text_of(pdf))
        paper.finished.emit("Sent to the printer.")

    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", lambda: ["Office"])
    monkeypatch.setattr(QPrintDialog, "exec", lambda _: 1)
    monkeypatch.setattr(Paper, "print", take)
    press(Qt.Key.Key_P, CTRL)
    shown = dialog(qtbot, app)
    press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: shown.foot.words.accessibleName() == "Sent to the printer.", timeout=20_000)
    (page,) = printed
    assert "First things" in page
    assert "Immune cells send cytokines to one another." in page
    assert "The middle has two parts." not in page
    press(Qt.Key.Key_Escape)
    app.window.activateWindow()  # a desktop does so by itself
    qtbot.waitUntil(app.window.article.hasFocus)


def test_what_one_used_and_saved_is_there_after_the_next_start(
    qtbot: QtBot, opened: Callable[[Path | str], App], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = opened(SMALL)
    monkeypatch.setattr(QFileDialog, "exec", lambda _: 1)
    monkeypatch.setattr(QFileDialog, "selectedFiles", lambda _: [str(tmp_path / "out.pdf")])
    press(Qt.Key.Key_P, CTRL)
    shown = dialog(qtbot, app)
    shown.choices.look.paper.setFocus()
    letter = "a4" if shown.choices.paper == "letter" else "letter"
    press(Qt.Key.Key_Right)
    shown._presets._keep("Ward 3")
    shown.foot.save.setFocus()
    press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: shown.foot.words.accessibleName().startswith("Saved as"), timeout=20_000)
    app.window.close()
    kept = json.loads((paths.config() / "settings.json").read_text())
    assert list(kept["presets"]) == ["Ward 3"]
    again = opened(SMALL)
    press(Qt.Key.Key_P, CTRL)
    shown = dialog(qtbot, again)
    assert shown.choices.presets.key == "Ward 3"
    assert shown.choices.paper == letter
    shown.reject()


def test_what_makes_pages_waits_for_the_next_wish_and_ends_with_the_window(qtbot: QtBot, app: App) -> None:
    look_at_pages(qtbot, app)
    (waiting,) = typesetters()
    look_at_pages(qtbot, app)
    assert typesetters() == [waiting]
    app.window.close()
    assert typesetters() == []


def test_a_window_that_closes_before_the_pages_are_in_sight_makes_none(app: App) -> None:
    press(Qt.Key.Key_P, CTRL)
    assert typesetters() != []
    app.window.close()
    assert typesetters() == []
    QTest.qWait(50)  # the dialog would be there by then
    assert app.window.findChildren(PrintDialog) == []


def test_pages_that_are_there_before_their_window_are_shown_in_it(qtbot: QtBot, app: App) -> None:
    look_at_pages(qtbot, app)  # now there is a process that makes them at once
    press(Qt.Key.Key_P, CTRL)
    typesetting = app.print_desk._typesetting
    assert typesetting is not None
    end = time.monotonic() + 20
    while not typesetting._file("answer").exists() and time.monotonic() < end:
        time.sleep(0.01)  # the window does nothing meanwhile
    shown = dialog(qtbot, app)
    qtbot.waitUntil(lambda: shown.preview.count > 0)
    shown.reject()


def test_a_note_that_is_saved_while_the_pages_are_being_opened_is_on_them(qtbot: QtBot, app: App) -> None:
    look_at_pages(qtbot, app)  # meanwhile the notebook is read
    press(Qt.Key.Key_P, CTRL)
    assert app.window.findChildren(PrintDialog) == []
    question = app.acts.new("question", Target(), "Could my iron be low?")
    app.print_desk.show_book(Book("small", [question]))  # as it is told once it is saved
    shown = dialog(qtbot, app)
    assert [note.id for note in shown.choices.notes] == [question.id]
    shown.reject()


def test_the_key_for_paper_pressed_twice_opens_one_dialog(qtbot: QtBot, app: App) -> None:
    press(Qt.Key.Key_P, CTRL)
    press(Qt.Key.Key_P, CTRL)
    shown = dialog(qtbot, app)
    assert app.window.findChildren(PrintDialog) == [shown]
    shown.reject()


def test_what_makes_pages_does_not_wait_for_ever(qtbot: QtBot, app: App) -> None:
    app.print_desk._rest.setInterval(10)
    look_at_pages(qtbot, app)
    qtbot.waitUntil(lambda: typesetters() == [])
    look_at_pages(qtbot, app)


def test_a_preset_that_cannot_be_read_is_told_once_and_stays_in_the_settings(
    qtbot: QtBot, opened: Callable[[Path | str], App]
) -> None:
    file = paths.config() / "settings.json"
    file.parent.mkdir(parents=True, exist_ok=True)
    later = {"depth": "full", "parts": ["smells"], "layout": {}}
    file.write_text(json.dumps({"presets": {"Ward 3": later}}))
    app = opened(SMALL)
    assert "“Ward 3” cannot be read" in look_at_pages(qtbot, app)
    assert "Ward 3" not in look_at_pages(qtbot, app)
    press(Qt.Key.Key_P, CTRL)
    dialog(qtbot, app)._presets._keep("Ward 4")
    app.window.close()
    kept = json.loads(file.read_text())["presets"]
    assert list(kept) == ["Ward 4", "Ward 3"]
    assert kept["Ward 3"] == later


def test_a_question_written_meanwhile_is_on_the_sheet_for_the_doctor(qtbot: QtBot, app: App) -> None:
    press(Qt.Key.Key_P, CTRL)
    shown = dialog(qtbot, app)
    box = shown.choices.presets.list
    box.setFocus()
    for _ in range(box.findData("doctor")):
        press(Qt.Key.Key_Down)
    shown.choices.parts.questions.click()
    qtbot.waitUntil(lambda: any(each.isActiveWindow() for each in shown.findChildren(QuestionsDialog)))
    QTest.keyClicks(focus(), "Could my iron be low?")
    press(Qt.Key.Key_Return)
    mine = next(each for each in shown.findChildren(QuestionsDialog)).findChildren(QListView)[0]
    qtbot.waitUntil(lambda: mine.model().rowCount() == 1)
    press(Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: shown._made is not None and "iron" in text_of(shown._made.file), timeout=20_000)
    shown.reject()
