"""Qt's own dialog for printers, where the desktop has none, on a small screen."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import TypeVar

import pytest
from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import QScreen
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QDialogButtonBox,
    QLabel,
    QLineEdit,
    QRadioButton,
    QScrollArea,
    QSpinBox,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from reader.ui.printing import printer_dialog
from reader.ui.theme import Theme

pytestmark = pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="the system has a dialog of its own")
Part = TypeVar("Part", bound=QWidget)
SCREENS = [QSize(360, 640), QSize(800, 600), QSize(1280, 900)]


@pytest.fixture
def window(qtbot: QtBot, theme: Theme) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.show()
    return made


def asked(window: QWidget, look: Callable[[QPrintDialog], None]) -> None:
    """Let *look* see the dialog once it is there, and call it off."""
    seen = []

    def use() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, QPrintDialog)
        seen.append(dialog)
        try:
            look(dialog)
        finally:
            dialog.reject()

    QTimer.singleShot(100, use)
    assert not printer_dialog.ask(QPrinter(QPrinter.PrinterMode.HighResolution), 3, window)
    assert seen


def found(dialog: QWidget, sort: type[Part], name: str = "") -> Part:
    part = dialog.findChild(sort, name) if name else dialog.findChild(sort)
    assert isinstance(part, sort)
    return part


@pytest.mark.parametrize("screen", SCREENS, ids=lambda size: f"{size.width()}x{size.height()}")
def test_all_of_it_can_be_reached_on_the_screen(
    window: QWidget, monkeypatch: pytest.MonkeyPatch, screen: QSize
) -> None:
    monkeypatch.setattr(QScreen, "availableSize", lambda _: screen)

    def look(dialog: QPrintDialog) -> None:
        assert dialog.width() <= screen.width() and dialog.height() <= screen.height()
        buttons = found(dialog, QDialogButtonBox)
        assert dialog.rect().contains(buttons.geometry())
        assert not found(dialog, QScrollArea).horizontalScrollBar().isVisible()
        assert [each.text() for each in buttons.buttons() if each.isVisible()] == ["&Print", "Cancel"]

    asked(window, look)


def test_tab_brings_each_part_in_sight_and_comes_round(window: QWidget, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QScreen, "availableSize", lambda _: QSize(360, 640))

    def look(dialog: QPrintDialog) -> None:
        dialog.activateWindow()
        first, names = dialog.focusWidget(), []
        for _ in range(20):
            now = dialog.focusWidget()
            names.append(now.objectName() or getattr(now, "text", str)())
            page = found(dialog, QScrollArea).viewport()
            if page.isAncestorOf(now):
                assert page.rect().contains(now.mapTo(page, now.rect().center())), names[-1]
            QTest.keyClick(now, Qt.Key.Key_Tab)
            if dialog.focusWidget() is first:
                break
        assert names[-2:] == ["&Print", "Cancel"]
        assert {"copies", "collate", "reverse", "printAll"} <= set(names)

    asked(window, look)


def test_each_field_says_what_it_is_for(window: QWidget) -> None:
    def look(dialog: QPrintDialog) -> None:
        fields = [found(dialog, QSpinBox, name) for name in ("from", "to", "copies")]
        assert [field.accessibleName() for field in fields] == ["From page", "To page", "Copies"]
        assert found(dialog, QLineEdit, "pagesLineEdit").accessibleName() == "Pages, such as 1-3,5"

    asked(window, look)


def test_shades_of_grey_can_be_chosen_and_reach_the_printer(window: QWidget) -> None:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    seen: list[bool] = []

    def choose() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, QPrintDialog)
        found(dialog, QTabWidget, "tabs").setCurrentIndex(1)
        row = next(each for each in dialog.findChildren(QRadioButton) if each.text() == "In shades of grey")
        seen.append(row.isVisible())
        row.click()
        dialog.accept()

    QTimer.singleShot(100, choose)
    assert printer_dialog.ask(printer, 3, window)
    assert seen == [True]
    assert printer.colorMode() == QPrinter.ColorMode.GrayScale


def test_what_opens_over_it_stays_on_the_screen_too(window: QWidget, monkeypatch: pytest.MonkeyPatch) -> None:
    screen = QSize(800, 600)
    monkeypatch.setattr(QScreen, "availableSize", lambda _: screen)

    def look(dialog: QPrintDialog) -> None:
        over = QDialog(dialog)  # as Qt makes that of a printer's properties
        column, tall = QVBoxLayout(over), QLabel("Paper")
        tall.setMinimumHeight(900)
        column.addWidget(tall)
        column.addWidget(buttons := QDialogButtonBox(QDialogButtonBox.StandardButton.Ok))
        over.open()
        assert over.height() <= screen.height()
        assert over.rect().contains(buttons.geometry())
        assert found(over, QScrollArea).verticalScrollBar().maximum() > 0

    asked(window, look)
