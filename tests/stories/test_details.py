"""Small things that a tired reader stumbles over: words of what is not in sight, keys that do something else."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from reader.app import App
from reader.core.text import Place
from reader.ui.commands import COMMANDS
from reader.ui.references.list import ReferenceList
from tests.stories.hands import focus

NONE, SHIFT = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier


def words(part: QWidget) -> list[str]:
    """Return the words that can be seen in a part of the window, those of its buttons, too."""
    labels = [each.text() for each in part.findChildren(QLabel) if each.isVisible()]
    return [each for each in (*labels, *(b.text() for b in part.findChildren(QToolButton) if b.isVisible())) if each]


def test_the_status_line_and_the_title_rest_while_all_guides_are_shown(qtbot: QtBot, app: App) -> None:
    window = app.window
    window.resize(1280, 800)
    qtbot.waitUntil(lambda: len(words(window.status)) >= 3)
    status, header, height = words(window.status), words(window.header), window.status.height()
    title = window.windowTitle()
    assert title in header
    window.actions_by_id["guides"].trigger()
    assert words(window.status) == []
    assert title not in words(window.header)
    assert window.status.height() == height
    window.return_to_guide()
    assert words(window.status) == status
    assert words(window.header) == header


def test_the_reference_whose_words_are_copied_is_marked_from_the_first(app: App) -> None:
    window = app.window
    window.resize(1280, 800)
    window.companion.setCurrentWidget(window.companion.references)
    rows = window.companion.references.findChild(ReferenceList)
    assert rows is not None
    assert [each.row() for each in rows.selectedIndexes()] == [0]
    chosen = rows.current()
    assert chosen is not None
    assert chosen.number == 1


@pytest.mark.parametrize("field", ["find", "search", "filter_outline"])
def test_in_every_field_a_key_of_the_menus_does_what_they_say(app: App, field: str) -> None:
    app.window.resize(1280, 800)
    app.window.actions_by_id[field].trigger()
    box = focus()
    assert isinstance(box, QLineEdit)
    untouched = QKeyEvent(QEvent.Type.ShortcutOverride, Qt.Key.Key_Z.value, Qt.KeyboardModifier.ControlModifier)
    untouched.ignore()
    QApplication.sendEvent(box, untouched)
    assert not untouched.isAccepted(), "with no words of its own to undo, it leaves the last act to the window"
    QTest.keyClicks(box, "wo")
    taken = []
    for sequence in (each for command in COMMANDS for each in app.window.actions_by_id[command.id].shortcuts()):
        pressed = sequence[0]  # type: ignore[index]
        asked = QKeyEvent(QEvent.Type.ShortcutOverride, pressed.key().value, pressed.keyboardModifiers())
        asked.ignore()
        QApplication.sendEvent(box, asked)
        if asked.isAccepted() and pressed.keyboardModifiers() not in (NONE, SHIFT):
            taken.append(sequence.toString())
    assert set(taken) == {"Ctrl+Z", "Ctrl+Shift+Z", "Ctrl+Y"}  # which every field has for its own words
    QTest.keyClicks(box, "rds")
    for key, kept in ((Qt.Key.Key_A, "words"), (Qt.Key.Key_X, ""), (Qt.Key.Key_V, "words"), (Qt.Key.Key_Z, "")):
        QTest.keyClick(box, key, Qt.KeyboardModifier.ControlModifier)
        assert box.text() == kept


def test_f1_in_the_middle_of_a_guide_shows_the_help_from_its_very_top(qtbot: QtBot, app: App) -> None:
    for _ in range(3):
        QTest.keyClick(focus(), Qt.Key.Key_N)
    with qtbot.waitSignal(app.navigator.guide_opened, timeout=30_000):
        app.window.actions_by_id["help"].trigger()
    QTest.qWait(200)
    assert app.window.article.verticalScrollBar().value() == 0
    assert app.window.article.here() != Place("")


@pytest.mark.parametrize("field", ["find", "search", "filter_outline"])
def test_no_field_takes_a_key_of_the_menus_though_qt_would(
    app: App, field: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def take(box: QLineEdit, event: QEvent) -> bool:
        event.accept()  # as Qt does for Ctrl+E on the desktops of Linux
        return True

    app.window.resize(1280, 800)
    app.window.actions_by_id[field].trigger()
    box = focus()
    monkeypatch.setattr(QLineEdit, "event", take)
    asked = {}
    for letter in "EDAC":
        key = QKeyEvent(QEvent.Type.ShortcutOverride, ord(letter), Qt.KeyboardModifier.ControlModifier)
        key.ignore()
        box.event(key)
        asked[letter] = key.isAccepted()
    assert asked == {"E": False, "D": False, "A": True, "C": True}
