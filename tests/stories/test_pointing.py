"""Where one is led to a paragraph, one can see which it is, until one goes on."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from reader.app import App
from reader.ui.evidence.dialog import EvidenceDialog
from reader.ui.guidance.go_to import GoToDialog
from tests.stories.hands import focus


def pointed(app: App) -> str:
    """Return the number of the paragraph that is shown to be the one; "" for none."""
    paragraph = app.window.article.destination.paragraph
    return paragraph.number if paragraph is not None else ""


def is_lit(app: App) -> bool:
    """Whether the ground and the bar are painted where one was led to."""
    article = app.window.article
    y = article.cursorRect().center().y()
    picture = article.grab().toImage()
    row = {picture.pixelColor(x, y).name() for x in range(picture.width())}
    return {app.looks.theme.accent.lower(), app.looks.theme.tint.lower()} <= row


def go_to(app: App, number: str) -> None:
    def answer() -> None:
        dialog = next(each for each in app.window.findChildren(GoToDialog) if each.isVisible())
        box = dialog.findChild(QLineEdit)
        assert box is not None
        QTest.keyClicks(box, number)
        QTest.keyClick(box, Qt.Key.Key_Return)

    QTimer.singleShot(0, answer)
    app.window.actions_by_id["go_to_paragraph"].trigger()


def test_the_paragraph_one_asked_for_is_lit_until_the_next_key(app: App) -> None:
    go_to(app, "4.1")
    assert pointed(app) == "4.1"
    assert is_lit(app)
    before = app.window.article.verticalScrollBar().value()
    QTest.keyClick(focus(), Qt.Key.Key_Shift)
    assert pointed(app) == ""
    assert not is_lit(app)
    assert app.window.article.verticalScrollBar().value() == before


def test_a_click_anywhere_lights_it_no_longer(app: App) -> None:
    go_to(app, "2.1")
    assert pointed(app) == "2.1"
    QTest.mouseClick(app.window.status, Qt.MouseButton.LeftButton)
    assert pointed(app) == ""


def test_the_paragraph_of_a_claim_is_lit(qtbot: QtBot, app: App) -> None:
    app.window.actions_by_id["evidence"].trigger()
    dialog = app.window.findChild(EvidenceDialog)
    assert dialog is not None
    qtbot.waitUntil(dialog.isActiveWindow)
    QTest.keyClick(focus(), Qt.Key.Key_Down)
    QTest.keyClick(focus(), Qt.Key.Key_Return)
    assert pointed(app) == "3.1"


def test_the_paragraph_of_a_search_is_lit_with_its_words(app: App) -> None:
    app.window.actions_by_id["search"].trigger()
    QTest.keyClicks(focus(), "keyhole")
    QTest.keyClick(focus(), Qt.Key.Key_Return)
    assert pointed(app).startswith("3.")
    assert app.window.article.selected_words() == "keyhole"


def test_while_one_paragraph_is_lit_alone_nothing_else_is(app: App) -> None:
    app.window.actions_by_id["steps"].trigger()
    go_to(app, "4.1")
    assert pointed(app) == ""
    assert app.window.article.guiding.lit is not None
    assert app.window.article.guiding.lit.number == "4.1"
