"""Whatever appears below the text, and goes, leaves the words where they stand on the screen."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication

from reader.app import App

WORDS = "A sentence that says what happened to your notes, where they are, and what can be done about it now."


def y_on_screen(app: App, position: int) -> int:
    QApplication.processEvents()
    article = app.window.article
    return article.viewport().mapToGlobal(QPoint(0, article.y_of(position))).y()


@pytest.mark.parametrize("size", [(1280, 900), (360, 640), (640, 360)])
@pytest.mark.parametrize("scrolled", [0, 10, 60, -20, -1])
def test_a_notice_that_comes_and_goes_does_not_move_the_text(app: App, size: tuple[int, int], scrolled: int) -> None:
    app.window.resize(*size)
    QApplication.processEvents()
    bar, article = app.window.article.verticalScrollBar(), app.window.article
    bar.setValue(scrolled if scrolled >= 0 else bar.maximum() + 1 + scrolled)
    position = article.cursorForPosition(QPoint(60, article.reading_line())).position()
    before = y_on_screen(app, position)
    app.window.notice.warn(WORDS)
    assert y_on_screen(app, position) == before
    app.window.notice.put_away()
    assert y_on_screen(app, position) == before
