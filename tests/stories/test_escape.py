"""Esc puts away what is open, one thing at a time, wherever the keyboard is."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from reader.app import App
from reader.ui.appearance import AppearancePanel


def escape_from(widget: QWidget) -> None:
    widget.setFocus()
    assert QApplication.focusWidget() is widget
    QTest.keyClick(widget, Qt.Key.Key_Escape)


def test_the_appearance_panel_closes_from_the_article_and_then_the_find_bar(app: App) -> None:
    app.window.actions_by_id["find"].trigger()
    app.window.actions_by_id["appearance"].trigger()
    panel = app.window.findChild(AppearancePanel)
    assert panel is not None
    escape_from(app.window.article)
    assert panel.isHidden()
    assert app.window.find_bar.isVisible()
    escape_from(app.window.article)
    assert app.window.find_bar.isHidden()


def test_a_notice_closes_from_the_outline_after_the_find_bar(app: App) -> None:
    app.window.notice.say("Something was said.")
    app.window.actions_by_id["find"].trigger()
    collapse = next(each for each in app.window.outline.findChildren(QPushButton) if each.text() == "Collapse all")
    escape_from(collapse)
    assert app.window.find_bar.isHidden()
    assert app.window.notice.said()
    escape_from(app.window.article)
    assert not app.window.notice.said()


def test_the_place_stays_where_one_clicked_after_finding(app: App) -> None:
    app.window.actions_by_id["find"].trigger()
    typing = QApplication.focusWidget()
    assert typing is not None
    QTest.keyClicks(typing, "cyto")
    app.window.article.setFocus()
    here = app.window.article.verticalScrollBar().value()
    escape_from(app.window.article)
    assert app.window.find_bar.isHidden()
    assert app.window.article.verticalScrollBar().value() == here
