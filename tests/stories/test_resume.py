"""Reading on: at the same words, after days, in an edited guide, from guide to guide."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Callable
from pathlib import Path
from random import Random
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QListView, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from reader import paths
from reader.app import App
from reader.core.text import Place
from reader.ui.resume.recap_dialog import RecapDialog
from tests.guides.writing import ready

DAY = 24 * 3600
SECTIONS = 6
Open = Callable[[Path | str], App]


def article(first: int = 0, *, without: int = -1) -> str:
    """Return a text of numbered sections with numbered paragraphs of three lines each."""
    parts = []
    for number in range(first, SECTIONS):
        if number == without:
            continue
        gist = f"!!! gist\n    Part {number} in short.\n"
        paragraphs = [f"Paragraph {number}-{each} says {words(100 * number + each)}." for each in range(12)]
        parts.append("\n\n".join([f"# Part {number} {{#part-{number}}}", gist, *paragraphs]))
    return "\n\n".join(parts) + "\n"


def words(seed: int) -> str:
    """Return some forty words that no other paragraph has in this order."""
    random = Random(seed)  # noqa: S311
    return " ".join("".join(random.choices("abcdefghiklmnoprstu", k=random.randint(2, 9))) for _ in range(40))


@pytest.fixture(scope="module")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder for guides and for what is compiled of them: each text is compiled once."""
    return tmp_path_factory.mktemp("shelf")


@pytest.fixture(autouse=True)
def _keep_what_was_compiled(shelf: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(shelf / "cache"))


@pytest.fixture
def book(shelf: Path) -> Path:
    return written(shelf / "book", article())


@pytest.fixture
def other(shelf: Path) -> Path:
    return written(shelf / "other", article())


def written(folder: Path, text: str) -> Path:
    folder.mkdir(exist_ok=True)
    (folder / "article.md").write_text(text)
    (folder / "guide.toml").write_text(f'id = "{folder.name}"\ntitle = "The {folder.name}"\n')
    return ready(folder)


def scrolled(qtbot: QtBot, app: App, place: Place) -> None:
    """Bring a place to the reading line, as scrolling does: no jump that Back would know."""
    with qtbot.waitSignal(app.window.article.reading_at):
        app.window.article.show_place(place)


def at_the_line(app: App) -> str:
    """Return the words at the reading line, as far as the next line."""
    view = app.window.article
    cursor = view.cursorForPosition(QPoint(view.viewport().width() // 2, 100))
    cursor.movePosition(cursor.MoveOperation.StartOfLine)
    cursor.movePosition(cursor.MoveOperation.EndOfLine, cursor.MoveMode.KeepAnchor)
    return cursor.selectedText()


def state() -> Any:
    """Return what is on the disk; nothing is there at first."""
    if not (paths.state() / "session.json").exists():
        return {"guides": {}}
    return json.loads((paths.state() / "session.json").read_text())


def days_ago(app: App, identifier: str, days: float) -> None:
    """Close the window, and let days go by."""
    app.window.close()
    found = state()
    found["guides"][identifier]["when"] = time.time() - days * DAY
    (paths.state() / "session.json").write_text(json.dumps(found))


def button(within: QWidget, words: str) -> QPushButton:
    return next(each for each in within.findChildren(QPushButton) if each.text() == words and each.isVisible())


def signs_of_trouble(app: App) -> list[QLabel]:
    """Return the signs that stand before a notice about something that is wrong."""
    signs = app.window.notice.findChildren(QLabel)
    return [sign for sign in signs if sign.isVisible() and not sign.pixmap().isNull()]


def press(within: QWidget, words: str) -> None:
    QTest.mouseClick(button(within, words), Qt.MouseButton.LeftButton)


def here(app: App) -> Place:
    place = app.window.article.here()
    assert place is not None
    return place


def section_of(app: App) -> str:
    return here(app).section


# In the same guide


def test_the_next_start_is_at_the_same_line_and_the_text_stays(qtbot: QtBot, opened: Open, book: Path) -> None:
    app = opened(book)
    scrolled(qtbot, app, Place("part-3", "part-3.7", 30))
    words, place = at_the_line(app), here(app)
    app.window.close()
    again = opened("")
    assert (at_the_line(again), here(again)) == (words, place)
    qtbot.wait(200)
    assert at_the_line(again) == words


def test_a_window_of_another_shape_begins_at_the_same_words(qtbot: QtBot, opened: Open, book: Path) -> None:
    app = opened(book)
    scrolled(qtbot, app, Place("part-2", "part-2.6", 0))
    app.window.close()
    found = state()
    found["window"], found["columns"] = [0, 0, 480, 700], []
    (paths.state() / "session.json").write_text(json.dumps(found))
    again = opened("")
    assert at_the_line(again).startswith("Paragraph 2-3 says")


def test_what_stands_still_is_on_the_disk_while_one_reads(qtbot: QtBot, opened: Open, book: Path) -> None:
    app = opened(book)
    scrolled(qtbot, app, Place("part-4", "part-4.5", 0))
    qtbot.waitUntil(lambda: "part-4.5" in str(state()["guides"]), timeout=2000)
    assert state()["guides"]["book"]["anchor"][:2] == ["part-4", "part-4.5"]


def test_one_who_never_rests_is_remembered_too(qtbot: QtBot, opened: Open, book: Path) -> None:
    app = opened(book)
    for number in range(12):
        app.keeper.read_at(Place("part-1", f"part-1.{number + 1}"))
        qtbot.wait(100)
    assert state()["guides"]["book"]["anchor"][0] == "part-1"


def test_a_disk_that_does_not_answer_keeps_no_window_open(qtbot: QtBot, opened: Open, book: Path) -> None:
    app = opened(book)
    answers, done = threading.Event(), threading.Event()

    def write() -> None:
        answers.wait(30)
        done.set()

    app.keeper.file.writing = lambda: write  # type: ignore[method-assign]
    app.window.close()
    assert not app.window.isVisible()
    assert not done.is_set()
    answers.set()
    assert done.wait(10)


def test_a_folder_that_cannot_be_written_is_said_once(qtbot: QtBot, opened: Open, book: Path) -> None:
    app = opened(book)
    paths.state().parent.mkdir(parents=True, exist_ok=True)
    app.keeper.file.file = book / "article.md" / "session.json"  # below a file: nobody can write there
    with qtbot.waitSignal(app.keeper.failed, timeout=5000):
        app.keeper.save()
    assert "could not be saved" in app.window.notice.said()
    with qtbot.assertNotEmitted(app.keeper.failed, wait=300):
        app.keeper.save()


# Two windows


def test_two_windows_on_two_guides_keep_both_places(qtbot: QtBot, opened: Open, book: Path, other: Path) -> None:
    one, two = opened(book), opened(other)
    scrolled(qtbot, one, Place("part-1", "part-1.5"))
    scrolled(qtbot, two, Place("part-2", "part-2.5"))
    two.window.close()
    one.window.close()
    kept = state()["guides"]
    assert kept["book"]["anchor"][:2] == ["part-1", "part-1.5"]
    assert kept["other"]["anchor"][:2] == ["part-2", "part-2.5"]


# In an edited guide


def test_in_an_edited_guide_one_reads_on_at_the_same_words(qtbot: QtBot, opened: Open, book: Path) -> None:
    app = opened(book)
    scrolled(qtbot, app, Place("part-3", "part-3.7", 0))
    words = at_the_line(app)
    app.window.close()
    written(book, "# New {#new}\n\nSomething new.\n\n" + article(2))
    again = opened("")
    assert at_the_line(again) == words
    assert again.window.notice.isHidden()


def test_when_the_words_have_gone_a_sentence_says_where_one_is(qtbot: QtBot, opened: Open, book: Path) -> None:
    app = opened(book)
    scrolled(qtbot, app, Place("part-3", "part-3.7", 0))
    app.window.close()
    written(book, article(without=3))
    again = opened("")
    assert again.window.notice.said() == ("The part you were reading is no longer in this guide. You are at “Part 2”.")
    assert section_of(again) == "part-2"


@pytest.mark.parametrize(
    ("links", "said"),
    [
        (1, "A file of this guide has a mistake: see Help > Problems in this guide."),
        (2, "Some files of this guide have mistakes: see Help > Problems in this guide."),
    ],
)
def test_a_reader_is_not_told_the_mistakes_of_the_author_one_by_one(
    qtbot: QtBot, opened: Open, book: Path, links: int, said: str
) -> None:
    app = opened(book)
    scrolled(qtbot, app, Place("part-3", "part-3.7", 0))
    written(book, article(without=3) + "".join(f"\n\nA [link](#nowhere-{number})." for number in range(links)))
    with qtbot.waitSignal(app.navigator.guide_opened, timeout=30_000):
        QTest.keyClick(app.window.article, Qt.Key.Key_F5)
    lost = "The part you were reading is no longer in this guide. You are at “Part 2”."
    assert app.window.notice.said() == f"{lost} {said}"


def test_many_mistakes_are_one_sentence_when_a_guide_opens(opened: Open, tmp_path: Path) -> None:
    app = opened(written(tmp_path / "draft", "# A\n\n[One](#b) and [two](#c).\n"))
    assert app.window.notice.said() == ("Some files of this guide have mistakes: see Help > Problems in this guide.")


def test_reading_the_files_again_keeps_words_and_history(qtbot: QtBot, opened: Open, book: Path) -> None:
    app = opened(book)
    app.navigator.open(Place("part-4"))
    scrolled(qtbot, app, Place("part-4", "part-4.6", 0))
    words = at_the_line(app)
    written(book, "# New {#new}\n\nSomething new.\n\n" + article())
    with qtbot.waitSignal(app.navigator.guide_opened, timeout=30_000):
        QTest.keyClick(app.window.article, Qt.Key.Key_F5)
    qtbot.waitUntil(lambda: at_the_line(app) == words)
    QTest.keyClick(app.window.article, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: section_of(app) == "part-0")
    assert not app.window.actions_by_id["back"].isEnabled()


def test_files_that_have_not_changed_are_left_alone(qtbot: QtBot, opened: Open, book: Path) -> None:
    app = opened(book)
    with qtbot.assertNotEmitted(app.navigator.guide_opened):
        QTest.keyClick(app.window.article, Qt.Key.Key_F5)
    assert app.window.notice.said() == "The files of this guide have not changed."
    assert not signs_of_trouble(app)


def test_a_guide_that_has_gone_is_said_and_the_bundled_one_opens(qtbot: QtBot, opened: Open, book: Path) -> None:
    opened(book).window.close()
    (book / "article.md").unlink()
    app = opened("")
    assert app.window.notice.said().startswith("“The book”, which you read last, is no longer at")
    assert app.navigator.guide is not None
    assert app.navigator.guide.about.id == "fibromyalgia-and-the-immune-system"


# After days


@pytest.fixture
def after_two_days(qtbot: QtBot, opened: Open, book: Path) -> App:
    """The reader, two days after one stopped in the middle of Part 2."""
    app = opened(book)
    scrolled(qtbot, app, Place("part-2", "part-2.11", 0))
    days_ago(app, "book", 2)
    return opened("")


def test_after_days_a_line_says_where_one_was_and_goes_when_it_is_put_away(after_two_days: App) -> None:
    window = after_two_days.window
    assert window.return_line.said() == "You were reading “Part 2” · 1\u00a0minute left in this part"
    words = at_the_line(after_two_days)
    press(window.return_line, "Dismiss")
    assert window.return_line.said() == ""
    assert at_the_line(after_two_days) == words
    assert QApplication.focusWidget() is window.article


def test_from_the_line_one_gets_to_the_start_of_the_section_and_back(qtbot: QtBot, after_two_days: App) -> None:
    words = at_the_line(after_two_days)
    press(after_two_days.window.return_line, "Start of section")
    assert after_two_days.window.return_line.isHidden()
    assert here(after_two_days) == Place("part-2")
    after_two_days.window.actions_by_id["back"].trigger()
    assert at_the_line(after_two_days) == words


def test_the_line_is_reached_and_left_by_keyboard_alone(qtbot: QtBot, after_two_days: App) -> None:
    dismiss = button(after_two_days.window.return_line, "Dismiss")
    dismiss.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(dismiss, Qt.Key.Key_Escape)
    assert after_two_days.window.return_line.isHidden()
    assert QApplication.focusWidget() is after_two_days.window.article


def test_the_line_stays_while_one_looks_at_the_recap_and_goes_when_one_goes_elsewhere(
    qtbot: QtBot, after_two_days: App
) -> None:
    window = after_two_days.window
    for key, is_there in ((Qt.Key.Key_Escape, True), (Qt.Key.Key_Return, False)):
        press(window.return_line, "Recap")
        dialog = next(each for each in window.findChildren(RecapDialog) if each.isVisible())
        rows = dialog.findChildren(QListView)[0]
        qtbot.waitUntil(rows.hasFocus)
        QTest.keyClick(rows, key)
        assert window.return_line.isVisible() == is_there
    assert section_of(after_two_days) == "part-0"


def test_on_the_same_day_nothing_is_said(qtbot: QtBot, opened: Open, book: Path) -> None:
    app = opened(book)
    scrolled(qtbot, app, Place("part-2", "part-2.6", 0))
    days_ago(app, "book", 0.9)
    assert opened("").window.return_line.said() == ""


def test_one_who_had_not_begun_is_told_nothing(opened: Open, book: Path) -> None:
    days_ago(opened(book), "book", 2)
    assert opened("").window.return_line.said() == ""


def recap(app: App) -> QListView:
    """Press Ctrl+R and return the list that opens."""
    QTest.keyClick(app.window.article, Qt.Key.Key_R, Qt.KeyboardModifier.ControlModifier)
    dialog = app.window.findChild(RecapDialog)
    assert dialog is not None
    return dialog.findChild(QListView)  # type: ignore[return-value]


def test_the_recap_is_no_higher_than_its_rows_need(app: App) -> None:
    app.window.resize(1000, 900)
    rows = recap(app)
    last = rows.visualRect(rows.model().index(rows.model().rowCount() - 1, 0))
    assert rows.verticalScrollBar().maximum() == 0
    assert rows.viewport().height() - last.bottom() < 40


def said(rows: QListView) -> list[str]:
    model = rows.model()
    return [model.index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole) for row in range(model.rowCount())]


def test_the_recap_says_each_section_up_to_here_and_enter_goes_there(qtbot: QtBot, opened: Open, book: Path) -> None:
    app = opened(book)
    app.log.changed.emit({"part-0": 0.4})
    scrolled(qtbot, app, Place("part-2", "part-2.6", 0))
    rows = recap(app)
    assert rows.window().windowTitle() == "The guide up to here"
    assert said(rows) == [
        "Part 0. Part 0 in short.",
        "Part 1 (not read yet). Part 1 in short.",
        "Part 2 (you are here). Part 2 in short.",
    ]
    qtbot.waitUntil(rows.hasFocus)
    QTest.keyClick(rows, Qt.Key.Key_Down)
    QTest.keyClick(rows, Qt.Key.Key_Return)
    assert section_of(app) == "part-1"
    app.window.actions_by_id["back"].trigger()
    assert here(app) == Place("part-2", "part-2.6", 0)


def test_a_click_in_the_recap_goes_there_once(qtbot: QtBot, opened: Open, book: Path) -> None:
    app = opened(book)
    scrolled(qtbot, app, Place("part-2", "part-2.6", 0))
    rows = recap(app)
    with qtbot.waitSignals([app.navigator.place_opened], timeout=2000):
        where = rows.visualRect(rows.model().index(0, 0)).center()
        QTest.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=where)
    assert section_of(app) == "part-0"


def test_esc_leaves_the_recap_where_one_was(qtbot: QtBot, opened: Open, book: Path) -> None:
    app = opened(book)
    scrolled(qtbot, app, Place("part-2", "part-2.6", 0))
    QTest.keyClick(recap(app), Qt.Key.Key_Escape)
    assert here(app) == Place("part-2", "part-2.6", 0)
    assert not app.window.actions_by_id["back"].isEnabled()


def test_the_recap_of_a_guide_goes_when_another_one_that_was_on_its_way_opens(
    qtbot: QtBot, opened: Open, book: Path, other: Path
) -> None:
    app = opened(book)
    recap(app)
    with qtbot.waitSignal(app.navigator.guide_opened):
        app.navigator.open_guide(str(other))
    qtbot.waitUntil(lambda: app.window.findChild(RecapDialog) is None)
    assert app.window.windowTitle() == "The other"


def test_a_guide_without_gists_says_so_kindly(qtbot: QtBot, opened: Open, tmp_path: Path) -> None:
    app = opened(written(tmp_path / "plain", "# A\n\nText.\n"))
    rows = recap(app)
    assert not rows.isVisible()
    dialog = app.window.findChild(RecapDialog)
    assert dialog is not None
    qtbot.waitUntil(button(dialog, "Close").hasFocus)
    dialog.close()


# Back and forward


def test_back_from_another_guide_returns_to_the_exact_place(
    qtbot: QtBot, opened: Open, book: Path, other: Path
) -> None:
    app = opened(book)
    scrolled(qtbot, app, Place("part-3", "part-3.8", 20))
    words = at_the_line(app)
    with qtbot.waitSignal(app.navigator.guide_opened, timeout=30_000):
        app.navigator.open_guide(str(other))
    scrolled(qtbot, app, Place("part-1", "part-1.8", 0))
    app.window.actions_by_id["back"].trigger()
    assert app.window.windowTitle() == "The book"
    assert at_the_line(app) == words
    assert not app.window.actions_by_id["back"].isEnabled()
    app.window.actions_by_id["forward"].trigger()
    assert app.window.windowTitle() == "The other"
    assert here(app) == Place("part-1", "part-1.8", 0)


def test_a_guide_that_has_gone_is_no_step_any_more(qtbot: QtBot, opened: Open, book: Path, other: Path) -> None:
    app = opened(other)
    with qtbot.waitSignal(app.navigator.guide_opened, timeout=30_000):
        app.navigator.open_guide(str(book))
    (other / "article.md").unlink()
    app.window.actions_by_id["back"].trigger()
    assert "is not a guide" in app.window.notice.said()
    assert app.window.windowTitle() == "The book"
    assert not app.window.actions_by_id["back"].isEnabled()


def test_the_help_is_nobodys_reading(qtbot: QtBot, opened: Open, book: Path) -> None:
    app = opened(book)
    with qtbot.waitSignal(app.navigator.guide_opened, timeout=30_000):
        app.window.actions_by_id["help"].trigger()
    qtbot.wait(200)
    app.window.close()
    kept = state()
    assert kept["guide"] == str(book)
    assert kept["recent"] == [str(book)]
    assert list(kept["guides"]) == ["book"]


def test_a_small_move_is_no_step(qtbot: QtBot, opened: Open, book: Path) -> None:
    app = opened(book)
    scrolled(qtbot, app, Place("part-2", "part-2.4", 0))
    app.navigator.open(Place("part-2", "part-2.6"))
    assert not app.window.actions_by_id["back"].isEnabled()
    app.navigator.open(Place("part-3", "part-3.2"))
    assert app.window.actions_by_id["back"].isEnabled()


def test_letters_walk_from_section_to_section_and_back(qtbot: QtBot, opened: Open, book: Path) -> None:
    app = opened(book)
    view = app.window.article
    QTest.keyClick(view, Qt.Key.Key_N)
    qtbot.waitUntil(lambda: section_of(app) == "part-1")
    scrolled(qtbot, app, Place("part-1", "part-1.9", 0))
    QTest.keyClick(view, Qt.Key.Key_P)  # well inside: to its beginning first
    with qtbot.waitSignal(view.reading_at):
        pass
    assert section_of(app) == "part-1"
    QTest.keyClick(view, Qt.Key.Key_PageUp, Qt.KeyboardModifier.ControlModifier)
    with qtbot.waitSignal(view.reading_at):
        pass
    assert section_of(app) == "part-0"


def test_after_the_last_section_there_is_a_sentence(qtbot: QtBot, opened: Open, book: Path) -> None:
    app = opened(book)
    app.navigator.open(Place("part-5"))
    QTest.keyClick(app.window.article, Qt.Key.Key_PageDown, Qt.KeyboardModifier.ControlModifier)
    assert app.window.notice.said() == "This is the last section."


def test_esc_after_a_search_is_as_if_one_had_never_searched(qtbot: QtBot, opened: Open, book: Path) -> None:
    app = opened(book)
    app.navigator.open(Place("part-2", "part-2.6"))
    qtbot.wait(150)
    words = at_the_line(app)
    QTest.keyClick(app.window.article, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    box = QApplication.focusWidget()
    assert box is not None
    QTest.keyClicks(box, "Paragraph 5-9")
    qtbot.waitUntil(lambda: section_of(app) == "part-5")
    QTest.keyClick(box, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: at_the_line(app) == words)
    app.window.actions_by_id["back"].trigger()
    assert section_of(app) == "part-0"
