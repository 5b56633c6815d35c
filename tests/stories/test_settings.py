"""The settings act at once, show what is chosen elsewhere, and fit every window."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QCheckBox,
    QComboBox,
    QLabel,
    QListWidget,
    QScrollArea,
    QSpinBox,
    QWidget,
)
from pytestqt.qtbot import QtBot

from reader import paths
from reader.app import App
from reader.settings import SCALES, Settings
from reader.ui.settings.dialog import SettingsDialog


@pytest.fixture
def dialog(qtbot: QtBot, app: App) -> SettingsDialog:
    """The settings, open and connected as the program connects them."""
    shown = SettingsDialog(app.choices.settings, app.window)
    qtbot.addWidget(shown)
    shown.chosen.connect(app.choices.choose)
    app.choices.changed.connect(shown.show_settings)
    shown.show()
    return shown


def click(dialog: QWidget, words: str) -> None:
    """Click the tick box or radio button with these words."""
    button = next(each for each in dialog.findChildren(QAbstractButton) if each.text() == words)
    button.click()


def test_the_command_opens_the_settings_and_a_choice_acts_at_once(qtbot: QtBot, app: App) -> None:
    def choose() -> None:
        shown = app.window.findChild(SettingsDialog)
        assert shown is not None
        click(shown, "Single letters are commands")
        click(shown, "Close")

    QTimer.singleShot(0, choose)
    app.window.actions_by_id["settings"].trigger()
    assert not app.choices.settings.single_keys
    assert [key.toString() for key in app.window.actions_by_id["find"].shortcuts()] == ["Ctrl+F"]


@pytest.mark.parametrize(
    ("words", "name", "value"),
    [
        ("Key points", "depth", "key-points"),
        ("Numbers beside the paragraphs", "paragraph_numbers", True),
        ("A ruler at the line one reads", "ruler", True),
        ("Copied words say where they are from", "copy_source", True),
        ("Every mention", "marking", "every"),
        ("None", "marking", "none"),
        ("Always in the panel at the right", "explain_beside", False),
        ("Open when the pointer rests on a word", "hover", True),
    ],
)
def test_a_click_changes_its_setting_and_the_file(
    qtbot: QtBot, app: App, dialog: SettingsDialog, words: str, name: str, value: object
) -> None:
    click(dialog, words)
    assert getattr(app.choices.settings, name) == value
    file = paths.config() / "settings.json"
    qtbot.waitUntil(lambda: file.exists() and getattr(Settings.load(file)[0], name) == value)


def test_a_pause_is_offered_after_the_minutes_chosen_or_never(app: App, dialog: SettingsDialog) -> None:
    minutes = dialog.findChild(QSpinBox)
    assert minutes is not None
    assert minutes.text() == "Never"
    QTest.keyClick(minutes, Qt.Key.Key_Up)
    assert app.choices.settings.stop_after == 5
    QTest.keyClick(minutes, Qt.Key.Key_Down)
    QTest.keyClick(minutes, Qt.Key.Key_Down)
    assert app.choices.settings.stop_after == 0


def test_what_is_chosen_elsewhere_is_shown(app: App, dialog: SettingsDialog) -> None:
    app.choices.choose("paragraph_numbers", True)
    box = next(each for each in dialog.findChildren(QCheckBox) if each.text() == "Numbers beside the paragraphs")
    assert box.isChecked()


def test_who_has_explanations_in_the_panel_is_not_offered_that_a_pointer_opens_them(
    app: App, dialog: SettingsDialog
) -> None:
    hover = next(each for each in dialog.findChildren(QCheckBox) if each.text().startswith("Open when the pointer"))
    assert hover.isEnabled()
    click(dialog, "Always in the panel at the right")
    assert not hover.isEnabled()


def test_every_row_of_the_glossaries_is_whole_and_comes_into_view(qtbot: QtBot, app: App) -> None:
    names = [f"/media/stick/a-folder-with-a-long-name/{'words' * 9}-{number}" for number in range(20)]
    shown = SettingsDialog(Settings(glossaries=names), app.window)
    qtbot.addWidget(shown)
    shown.show()
    shown.resize(360, 640)
    rows = shown.findChild(QListWidget)
    area = shown.findChild(QScrollArea)
    assert rows is not None
    assert area is not None
    for number in (*range(1, 20), *range(18, -1, -1)):
        QTest.keyClick(rows, Qt.Key.Key_Down if number > rows.currentRow() else Qt.Key.Key_Up)
        assert rows.currentRow() == number
        row = rows.visualItemRect(rows.currentItem())
        assert row.height() >= 44
        assert row.bottom() <= rows.height()
        top = rows.mapTo(area.viewport(), row.topLeft()).y()
        assert 0 <= top <= area.viewport().height() - row.height()


def test_the_folders_are_named_and_can_be_copied(dialog: SettingsDialog) -> None:
    places = {each.text(): each for each in dialog.findChildren(QLabel)}
    for folder in (paths.config(), paths.state(), paths.cache()):
        label = places[str(folder)]
        assert label.textInteractionFlags() & Qt.TextInteractionFlag.TextSelectableByKeyboard


def test_nothing_is_cut_where_the_window_is_narrow(qtbot: QtBot, dialog: SettingsDialog) -> None:
    dialog.resize(360, 640)
    qtbot.waitUntil(lambda: dialog.width() == 360)
    kinds = (QAbstractButton, QComboBox, QLabel, QSpinBox)
    shown = [each for each in dialog.findChildren(QWidget) if isinstance(each, kinds) and each.isVisible()]
    assert len(shown) > 16
    assert [each for each in shown if each.width() < each.minimumSizeHint().width()] == []
    assert [each for each in shown if each.mapTo(dialog, each.rect().topRight()).x() >= 360] == []


def test_the_size_of_the_window_is_chosen_from_a_list(app: App, dialog: SettingsDialog) -> None:
    sizes = dialog.findChild(QComboBox)
    assert sizes is not None
    assert [sizes.itemData(row) for row in range(sizes.count())] == list(SCALES)
    sizes.setFocus()
    QTest.keyClick(sizes, Qt.Key.Key_End)
    assert app.choices.settings.scale == 200


RATIO = """
import os, sys
from PySide6.QtGui import QGuiApplication
from reader.app import _settings, _size_window
_size_window(_settings()[0].scale)
print(QGuiApplication(sys.argv[:1]).devicePixelRatio())
"""


@pytest.mark.parametrize(
    ("saved", "told", "ratio"),
    [
        ("200", "", 2.0),
        ("200", "1.5", 1.5),
        # each starts a program of its own
        pytest.param("125", "", 1.25, marks=pytest.mark.slow),
        pytest.param("100", "", 1.0, marks=pytest.mark.slow),
        pytest.param("5000", "", 1.0, marks=pytest.mark.slow),
        pytest.param('"2"', "", 1.0, marks=pytest.mark.slow),
    ],
)
def test_the_next_start_has_the_size_chosen_unless_qt_was_told_another(saved: str, told: str, ratio: float) -> None:
    paths.config().mkdir(parents=True)
    (paths.config() / "settings.json").write_text(f'{{"scale": {saved}}}')
    environment = {**os.environ, "QT_SCALE_FACTOR": told} if told else dict(os.environ)
    shown = subprocess.run([sys.executable, "-c", RATIO], env=environment, capture_output=True, text=True, check=True)
    assert float(shown.stdout) == ratio
