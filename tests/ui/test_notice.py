"""The line that says one sentence."""

from __future__ import annotations

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget
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


def test_only_what_is_wrong_has_the_sign(qtbot: QtBot, theme: Theme) -> None:
    notice = Notice(theme)
    qtbot.addWidget(notice)
    signs = [label for label in notice.findChildren(QLabel) if not label.pixmap().isNull()]
    assert signs == []
    notice.warn("Your place could not be saved.")
    (sign,) = [label for label in notice.findChildren(QLabel) if not label.pixmap().isNull()]
    assert sign.isVisible()
    for harmless in (notice.say, lambda words: notice.offer(words, "Show", QAction(notice))):
        harmless("The files of this guide have not changed.")
        assert not sign.isVisible()
        notice.warn("Your place could not be saved.")
        assert sign.isVisible()
