"""A reader adds a glossary of his own, reads with it, and loses it."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QRect, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QListWidget, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from reader import paths
from reader.app import App
from reader.core.explanation import Explanation
from reader.settings import Settings
from reader.ui.guides import watcher as watching
from reader.ui.settings.dialog import SettingsDialog
from tests.guides.writing import folder

SMALL = Path(__file__).parents[1] / "guides" / "small"
WAIT = 20_000

pytestmark = pytest.mark.slow  # each prepares a guide and its glossaries anew


@pytest.fixture
def more(tmp_path: Path) -> Path:
    """Return the folder of a glossary that explains a word of the small guide, and one that the guide explains."""
    return folder(tmp_path / "more", article_md="", glossary_md="message\n: What is sent.\n\ncytokine\n: Another.")


def in_settings(app: App, *steps: Callable[[SettingsDialog], None]) -> None:
    """Open the settings, do one step after the other, each once the window has answered the one before, and close."""
    left = list(steps)
    errors: list[AssertionError] = []

    def go_on() -> None:
        dialog = app.window.findChild(SettingsDialog)
        assert dialog is not None
        try:
            if left:
                left.pop(0)(dialog)
                QTimer.singleShot(50, go_on)
                return
        except AssertionError as error:
            errors.append(error)
        QTest.keyClick(dialog, Qt.Key.Key_Escape)

    QTimer.singleShot(0, go_on)
    app.window.actions_by_id["settings"].trigger()
    for error in errors:
        raise error


def tab_to(dialog: SettingsDialog, wanted: Callable[[QWidget], bool]) -> QWidget:
    """Press Tab until what has the keyboard is wanted."""
    for _ in range(60):
        has_it = dialog.focusWidget()
        if wanted(has_it):
            return has_it
        QTest.keyClick(has_it, Qt.Key.Key_Tab)
    raise AssertionError("Tab does not lead there")


def press(words: str) -> Callable[[SettingsDialog], None]:
    """Return the step that goes to a button by Tab and presses Enter."""

    def step(dialog: SettingsDialog) -> None:
        button = tab_to(dialog, lambda each: isinstance(each, QPushButton) and each.text() == words)
        QTest.keyClick(button, Qt.Key.Key_Return)

    return step


def add(place: Path) -> Callable[[SettingsDialog], None]:
    """Return the step that adds a folder by typing its path."""

    def type_path() -> None:
        dialog = QApplication.activeModalWidget()
        if not isinstance(dialog, QFileDialog):
            QTimer.singleShot(20, type_path)
            return
        field = dialog.findChild(QLineEdit, "fileNameEdit")
        assert isinstance(field, QLineEdit)
        field.setText(str(place))
        QTest.keyClick(field, Qt.Key.Key_Return)

    def step(dialog: SettingsDialog) -> None:
        QTimer.singleShot(0, type_path)
        press("Add a folder…")(dialog)

    return step


def rows(dialog: SettingsDialog) -> list[str]:
    """Return what the list says of each folder, without its path."""
    shown = dialog.findChild(QListWidget)
    assert shown is not None
    return [shown.item(row).text().split("\n")[0] for row in range(shown.count())]


def explained(app: App, words: str) -> Explanation:
    """Ask for words and return what the popup shows."""
    app.explaining.open_words(words, QRect(10, 10, 10, 10))
    found = app.window.popup.view.current
    assert isinstance(found, Explanation)
    return found


def wait_for_words(qtbot: QtBot, app: App, count: int) -> None:
    """Wait until the open guide explains so many words."""
    qtbot.waitUntil(lambda: app.navigator.guide is not None and len(app.navigator.guide.terms) == count, timeout=WAIT)


def test_a_glossary_added_by_keys_explains_a_word_and_is_named_and_goes_again(
    qtbot: QtBot, app: App, more: Path
) -> None:
    app.window.article.verticalScrollBar().setValue(200)
    in_settings(app, add(more))
    assert app.choices.settings.glossaries == [str(more)]
    assert not app.window.popup.isVisible()
    wait_for_words(qtbot, app, 4)
    assert abs(app.window.article.verticalScrollBar().value() - 200) < 20  # the same line
    assert explained(app, "messages").entry.glossary == "more"
    own = explained(app, "cytokine")
    assert (own.entry.glossary, [each.glossary for each in own.elsewhere]) == ("", ["more"])
    file = paths.config() / "settings.json"
    qtbot.waitUntil(lambda: file.exists() and Settings.load(file)[0].glossaries == [str(more)])

    def choose(dialog: SettingsDialog) -> None:
        assert rows(dialog) == ["more: 2 words"]
        tab_to(dialog, lambda each: isinstance(each, QListWidget))

    in_settings(app, choose, press("Remove"), lambda dialog: _is(rows(dialog), ["more: removed"]))
    assert app.choices.settings.glossaries == []
    wait_for_words(qtbot, app, 2)


def _is(found: object, wanted: object) -> None:
    assert found == wanted


def test_one_that_was_removed_by_mistake_is_put_back(qtbot: QtBot, app: App, more: Path) -> None:
    def choose(dialog: SettingsDialog) -> None:
        QTest.keyClick(tab_to(dialog, lambda each: isinstance(each, QListWidget)), Qt.Key.Key_Delete)

    in_settings(app, add(more), choose, lambda _: _is(app.choices.settings.glossaries, []), press("Put back"))
    assert app.choices.settings.glossaries == [str(more)]
    wait_for_words(qtbot, app, 4)


def test_a_folder_that_is_no_glossary_is_not_added_and_one_is_told_why(app: App, tmp_path: Path) -> None:
    (tmp_path / "photos").mkdir()

    def said(dialog: SettingsDialog) -> None:
        labels = [each.text() for each in dialog.findChildren(QWidget) if hasattr(each, "text")]
        assert "“photos” holds no glossary.md. Nothing was added." in labels
        assert rows(dialog) == []

    in_settings(app, add(tmp_path / "photos"), said)
    assert app.choices.settings.glossaries == []


def test_after_a_restart_the_words_are_still_explained(
    qtbot: QtBot, opened: Callable[[Path | str], App], more: Path
) -> None:
    Settings(glossaries=[str(more)]).save(paths.config() / "settings.json")
    app = opened(SMALL)
    assert explained(app, "message").entry.glossary == "more"
    assert app.window.notice.isHidden()


def test_a_glossary_that_is_not_there_is_said_once_and_the_guide_opens(
    qtbot: QtBot, opened: Callable[[Path | str], App], tmp_path: Path
) -> None:
    Settings(glossaries=[str(tmp_path / "stick" / "words")]).save(paths.config() / "settings.json")
    app = opened(SMALL)
    reason = "is not there now; it may be on a drive that is not connected"
    assert app.window.notice.said() == f"The glossary “words”, which you added, {reason}. The guide is open without it."
    assert app.navigator.guide is not None
    assert [each.message for each in app.navigator.guide.problems] == [
        f"The added glossary {reason}. The guide opens without it."
    ]
    in_settings(app, lambda dialog: _is(rows(dialog), [f"words: not used, as it {reason}"]))
    said: list[str] = []
    app.navigator.failed.connect(said.append)
    for guide in (str(folder(tmp_path / "other")), str(SMALL)):
        with qtbot.waitSignal(app.navigator.guide_opened, timeout=WAIT):
            app.navigator.open_guide(guide)
    assert said == []


def test_a_glossary_that_is_not_there_is_not_said_at_each_start_but_each_time_it_goes(
    opened: Callable[[Path | str], App], more: Path
) -> None:
    Settings(glossaries=[str(more)]).save(paths.config() / "settings.json")
    away = more.with_name("away")
    steps = [(False, False), (True, True), (True, False), (False, False), (True, True)]
    for is_away, is_said in steps:
        if is_away != away.exists():
            shutil.move(*((more, away) if is_away else (away, more)))
        app = opened(SMALL)
        assert app.window.notice.said().startswith("The glossary “more”, which you added, is not there") is is_said
        app.window.close()


def test_a_glossary_that_goes_while_one_reads_is_said_and_its_words_stay(
    qtbot: QtBot, opened: Callable[[Path | str], App], more: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(watching, "FIRST_MS", 0)
    Settings(glossaries=[str(more)]).save(paths.config() / "settings.json")
    app = opened(SMALL)
    qtbot.waitUntil(lambda: app.watcher.is_at_rest, timeout=WAIT)
    with qtbot.waitSignal(app.watcher.gone, timeout=WAIT):
        shutil.move(more, more.with_name("away"))
    assert app.window.notice.said() == (
        "A glossary that you added has gone. Its words stay until you open another guide."
    )
    assert explained(app, "message").entry.glossary == "more"


def test_a_glossary_that_changes_is_offered_as_a_new_version(
    qtbot: QtBot, opened: Callable[[Path | str], App], more: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(watching, "FIRST_MS", 0)
    Settings(glossaries=[str(more)]).save(paths.config() / "settings.json")
    app = opened(SMALL)
    qtbot.waitUntil(lambda: app.watcher.is_at_rest, timeout=WAIT)
    with qtbot.waitSignal(app.watcher.changed, timeout=WAIT):
        folder(more, glossary_md="message\n: What one reads.")
    with qtbot.waitSignal(app.navigator.guide_opened, timeout=WAIT):
        app.window.actions_by_id["reload"].trigger()
    assert explained(app, "message").entry.definition == "What one reads."


def test_a_list_that_changes_while_a_guide_is_prepared_counts_for_it(
    qtbot: QtBot, app: App, more: Path, tmp_path: Path
) -> None:
    app.navigator.open_guide(str(folder(tmp_path / "other", article_md="# A\n\nA message.")))
    with qtbot.waitSignal(app.navigator.guide_opened, timeout=WAIT):
        app.choices.choose("glossaries", [str(more)])
    assert app.navigator.guide is not None
    assert (app.navigator.guide.about.title, len(app.navigator.guide.terms)) == ("A", 2)


def test_the_help_is_not_prepared_anew(qtbot: QtBot, app: App, more: Path) -> None:
    with qtbot.waitSignal(app.navigator.guide_opened, timeout=WAIT):
        app.navigator.open_help()
    with qtbot.assertNotEmitted(app.navigator.guide_opened, wait=300):
        app.choices.choose("glossaries", [str(more)])
    assert app.window.notice.isHidden()
