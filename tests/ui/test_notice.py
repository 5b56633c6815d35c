"""The line that says one sentence."""

from __future__ import annotations

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from reader.ui.notice import Notice
from reader.ui.theme import Theme


def test_an_offer_leaves_a_narrow_window_as_wide_as_it_is(qtbot: QtBot, theme: Theme) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    notice = Notice(theme)
    column = QVBoxLayout(window)
    column.setContentsMargins(0, 0, 0, 0)
    column.addStretch(1)
    column.addWidget(notice)
    window.resize(360, 640)
    with qtbot.waitExposed(window):
        window.show()
    notice.offer("This guide’s files have changed.", "Show the new version", QAction(window))
    buttons = notice.findChildren(QPushButton)
    qtbot.waitUntil(lambda: all(button.width() >= button.sizeHint().width() for button in buttons))
    assert window.width() == 360
    for button in buttons:
        assert notice.rect().contains(button.geometry())
