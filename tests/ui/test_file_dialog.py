"""Qt's own file dialog, where the desktop has none, as somebody fills it in."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, QSize, Qt, QTimer
from PySide6.QtGui import QScreen
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QDialogButtonBox,
    QFileDialog,
    QLineEdit,
    QMessageBox,
    QToolButton,
    QTreeView,
    QWidget,
)
from pytestqt.qtbot import QtBot

from reader.ui import file_dialog
from reader.ui.theme import Theme


@pytest.fixture
def window(qtbot: QtBot, theme: Theme) -> Iterator[QWidget]:
    made = QWidget()
    qtbot.addWidget(made)
    made.show()
    yield made


def answering(do: Callable[[QFileDialog], None]) -> None:
    """Let *do* use the next dialog once it is there."""

    def use() -> None:
        dialog = QApplication.activeModalWidget()
        if not isinstance(dialog, QFileDialog):
            QTimer.singleShot(20, use)
            return
        try:
            do(dialog)
        finally:
            if dialog.isVisible():
                dialog.reject()

    QTimer.singleShot(0, use)


def type_in(dialog: QFileDialog, words: str) -> None:
    field = dialog.findChild(QLineEdit, "fileNameEdit")
    assert isinstance(field, QLineEdit)
    field.setText(words)
    QTest.keyClick(field, Qt.Key.Key_Return)


def test_a_file_is_chosen_by_typing_its_name(window: QWidget, tmp_path: Path) -> None:
    (tmp_path / "notes.md").write_text("# Notes\n")
    answering(lambda dialog: type_in(dialog, "notes.md"))
    assert file_dialog.file(window, "Open", str(tmp_path), "Text (*.md)") == str(tmp_path / "notes.md")


def test_a_folder_is_chosen_by_typing_its_name(window: QWidget, tmp_path: Path) -> None:
    (tmp_path / "sleep").mkdir()
    answering(lambda dialog: type_in(dialog, str(tmp_path / "sleep")))
    assert file_dialog.folder(window, "Open", str(tmp_path)) == str(tmp_path / "sleep")


def test_who_thinks_better_of_it_chooses_nothing(window: QWidget, tmp_path: Path) -> None:
    answering(lambda dialog: QTest.keyClick(dialog, Qt.Key.Key_Escape))
    assert file_dialog.file(window, "Open", str(tmp_path), "Text (*.md)") == ""


def test_nothing_can_be_renamed_or_deleted_and_needless_parts_are_gone(window: QWidget, tmp_path: Path) -> None:
    seen: list[object] = []

    def look(dialog: QFileDialog) -> None:
        view = dialog.findChild(QTreeView, "treeView")
        assert isinstance(view, QTreeView)
        seen.append(dialog.testOption(QFileDialog.Option.ReadOnly))
        seen.append(view.isColumnHidden(file_dialog.KIND))
        seen.append([button.objectName() for button in dialog.findChildren(QToolButton) if button.isVisible()])

    answering(look)
    file_dialog.folder(window, "Open", str(tmp_path))
    assert seen == [True, True, ["backButton", "forwardButton", "toParentButton"]]


@pytest.mark.parametrize(("answer", "is_replaced"), [("Keep it", False), ("Replace", True)])
def test_a_file_whose_suffix_was_not_typed_is_asked_about_too(
    window: QWidget, tmp_path: Path, answer: str, is_replaced: bool
) -> None:
    (tmp_path / "ward.3.pdf").write_text("kept")

    def press() -> None:
        box = QApplication.activeModalWidget()
        if not isinstance(box, QMessageBox):
            QTimer.singleShot(20, press)
            return
        assert "ward.3.pdf is there already" in box.text()
        next(each for each in box.buttons() if each.text() == answer).click()

    def name(dialog: QFileDialog) -> None:
        QTimer.singleShot(0, press)
        type_in(dialog, "ward.3")

    answering(name)
    found = file_dialog.target(window, "Save", str(tmp_path), "ward", {"pdf": "PDF (*.pdf)"})
    assert found == (tmp_path / "ward.3.pdf" if is_replaced else None)


@pytest.mark.parametrize("screen", [QSize(360, 640), QSize(800, 600)], ids=["narrow", "wide"])
def test_all_of_it_is_on_the_screen_and_a_name_can_be_typed(
    window: QWidget, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, screen: QSize
) -> None:
    monkeypatch.setattr(QScreen, "availableSize", lambda _: screen)
    sizes: list[QSize] = []

    def look(dialog: QFileDialog) -> None:
        sizes.append(dialog.size())
        for sort, name in ((QLineEdit, "fileNameEdit"), (QDialogButtonBox, "buttonBox"), (QToolButton, "backButton")):
            part = dialog.findChild(sort, name)
            assert isinstance(part, QWidget)
            assert dialog.rect().contains(part.geometry()), name
        kinds = dialog.findChild(QComboBox, "fileTypeCombo")
        assert isinstance(kinds, QComboBox) and not kinds.isVisible()  # there is one only
        type_in(dialog, "sleep")

    answering(look)
    found = file_dialog.target(window, "Save", str(tmp_path), "ward", {"pdf": "PDF (*.pdf)"})
    assert found == tmp_path / "sleep.pdf"
    assert sizes[0].width() <= screen.width() and sizes[0].height() <= screen.height()


def test_on_a_narrow_screen_tab_goes_down_and_kinds_can_be_chosen(
    window: QWidget, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QScreen, "availableSize", lambda _: QSize(360, 640))
    places: list[int] = []

    def look(dialog: QFileDialog) -> None:
        kinds = dialog.findChild(QComboBox, "fileTypeCombo")
        assert isinstance(kinds, QComboBox) and kinds.isVisible()
        first = dialog.focusWidget()
        while True:
            now = dialog.focusWidget()
            places.append(now.mapTo(dialog, now.rect().topLeft()).y())
            QTest.keyClick(now, Qt.Key.Key_Tab)
            if dialog.focusWidget() is first or len(places) > 12:
                break

    answering(look)
    file_dialog.target(window, "Save", str(tmp_path), "ward", {"pdf": "PDF (*.pdf)", "json": "JSON (*.json)"})
    top = places.index(min(places))
    assert len(places) <= 12
    assert (places[top:] + places[:top]) == sorted(places)


def test_one_sees_where_the_keyboard_is(qtbot: QtBot, window: QWidget, tmp_path: Path) -> None:
    stops: dict[str, bool] = {}  # the name of each: whether it looks otherwise with the keyboard

    def look(dialog: QFileDialog) -> None:
        dialog.activateWindow()
        qtbot.waitUntil(dialog.isActiveWindow)
        first = dialog.focusWidget()
        while True:
            now = dialog.focusWidget()
            place = QRect(now.mapTo(dialog, QPoint()), now.size()).adjusted(-4, -4, 4, 4)
            with_keyboard = dialog.grab().toImage().copy(place)
            QTest.keyClick(now, Qt.Key.Key_Tab)
            stops[now.objectName() or now.property("text")] = dialog.grab().toImage().copy(place) != with_keyboard
            if dialog.focusWidget() is first or len(stops) > 12:
                break

    answering(look)
    file_dialog.folder(window, "Open", str(tmp_path))
    assert {"fileNameEdit", "treeView", "sidebar", "lookInCombo", "Cancel"} <= set(stops)
    assert all(stops.values()), stops


def test_a_list_of_choices_says_what_it_is_for(window: QWidget, tmp_path: Path) -> None:
    told: list[str] = []

    def look(dialog: QFileDialog) -> None:
        for name in ("lookInCombo", "fileTypeCombo"):
            box = dialog.findChild(QComboBox, name)
            assert isinstance(box, QComboBox)
            told.append(box.accessibleDescription())

    answering(look)
    file_dialog.file(window, "Open", str(tmp_path), "Text (*.md);;All (*)")
    assert told == ["Look in", "Files of type"]
