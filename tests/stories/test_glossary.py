"""A word is looked up: read, followed, left, kept, found again; by mouse and by keyboard, and the text stays still."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor, QTextDocument
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from reader.app import App
from reader.core.explanation import Explanation, Unexplained
from reader.core.text import Place

Opened = Callable[[Path | str], App]
SMALL = Path(__file__).parents[1] / "guides" / "small"
BUNDLED = "fibromyalgia-and-the-immune-system"
ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def whole(opened: Opened) -> App:
    """The reader at a section of the guide that ships with it, which has words of every kind."""
    app = opened(BUNDLED)
    app.window.resize(1280, 900)
    app.navigator.open(Place("cytokines"))
    return app


def focus() -> QWidget:
    """Return the widget that has the keyboard."""
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def press(key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(focus(), key, modifier)


def tab_to(name: str) -> None:
    """Press Tab until what it leads to has this name or these words."""
    names = []
    for _ in range(60):
        press(Qt.Key.Key_Tab)
        names.append(named(focus()))
        if name in names[-1]:
            return
    raise AssertionError(f"Tab does not lead to {name}, but to {names}")


def named(part: QWidget) -> tuple[str, str]:
    return part.accessibleName(), part.text().replace("&&", "&") if isinstance(part, QPushButton) else ""


def button(within: QWidget, name: str) -> QPushButton:
    return next(each for each in within.findChildren(QPushButton) if each.isVisible() and name in named(each))


def click(part: QWidget) -> None:
    QTest.mouseClick(part, Qt.MouseButton.LeftButton)


def cursor_at(app: App, words: str) -> QTextCursor:
    """Return where these words stand first below the top of what is in view."""
    article = app.window.article
    top = article.cursorForPosition(article.viewport().rect().topLeft())
    found = article.document().find(words, top, QTextDocument.FindFlag.FindCaseSensitively)
    assert not found.isNull(), words
    return found


def click_word(app: App, words: str) -> None:
    """Click these words where they are first marked below the top of what is in view."""
    article, caret = app.window.article, cursor_at(app, words)
    while not caret.charFormat().anchorHref().startswith("term:"):
        caret = article.document().find(words, caret, QTextDocument.FindFlag.FindCaseSensitively)
        assert not caret.isNull(), words
    caret.setPosition(caret.selectionStart() + 2)
    QTest.mouseClick(article.viewport(), Qt.MouseButton.LeftButton, pos=article.cursorRect(caret).center())


def tab_to_word(app: App, words: str) -> None:
    """Press Tab in the article until the ring is around these words."""
    app.window.go_article()
    for _ in range(60):
        press(Qt.Key.Key_Tab)
        if ringed(app) == words:
            return
    raise AssertionError(f"Tab does not lead to {words}")


def ringed(app: App) -> str:
    """Return the words of the article that have the ring."""
    article = app.window.article
    if article.anchor is None:
        return ""
    caret = QTextCursor(article.document())
    caret.setPosition(article.anchor.start)
    caret.setPosition(article.anchor.end, QTextCursor.MoveMode.KeepAnchor)
    return caret.selectedText()


def scrolled(app: App) -> int:
    return app.window.article.verticalScrollBar().value()


def explained(app: App) -> str:
    """Return the word that the popup explains; empty where it is closed, or says that there is no entry."""
    popup = app.window.popup
    found = popup.view.current if popup.isVisible() else None
    return found.words if isinstance(found, Explanation) else ""


def test_by_mouse_a_word_leads_to_another_and_back_and_the_text_stays(qtbot: QtBot, whole: App) -> None:
    at, popup = scrolled(whole), whole.window.popup
    click_word(whole, "cytokines")
    assert explained(whole) == "cytokine"
    place = popup.geometry()
    click(button(popup, "receptor"))
    assert (explained(whole), popup.geometry()) == ("receptor", place)
    click(button(popup, "Back to cytokine"))
    assert (explained(whole), popup.geometry()) == ("cytokine", place)
    click(button(popup, "Close"))
    assert popup.isHidden()
    assert focus() is whole.window.article
    assert scrolled(whole) == at


def test_by_keyboard_alone_a_word_leads_to_another_and_esc_returns_to_the_word(qtbot: QtBot, whole: App) -> None:
    tab_to_word(whole, "cytokines")
    at = scrolled(whole)
    press(Qt.Key.Key_Return)
    assert explained(whole) == "cytokine"
    tab_to("chemokine")
    press(Qt.Key.Key_Return)
    assert explained(whole) == "chemokine"
    tab_to("eotaxin")
    press(Qt.Key.Key_Return)
    assert explained(whole) == "eotaxin"
    press(Qt.Key.Key_Left, ALT)
    press(Qt.Key.Key_Left, ALT)
    assert explained(whole) == "cytokine"
    press(Qt.Key.Key_Escape)
    assert whole.window.popup.isHidden()
    assert focus() is whole.window.article
    assert (ringed(whole), scrolled(whole)) == ("cytokines", at)
    press(Qt.Key.Key_Return)
    assert explained(whole) == "cytokine"


def test_a_misspelt_word_leads_to_the_one_it_is_nearest_to(qtbot: QtBot, opened: Opened, tmp_path: Path) -> None:
    folder = tmp_path / "guide"
    shutil.copytree(SMALL, folder)
    (folder / "article.md").write_text("# A letter {#letter}\n\nSomebody wrote that a cytokin may be higher.\n")
    app = opened(folder)
    article, popup = app.window.article, app.window.popup
    where = article.cursorRect(cursor_at(app, "cytokin")).center()
    QTest.mouseDClick(article.viewport(), Qt.MouseButton.LeftButton, pos=where)
    assert popup.isHidden()
    assert article.textCursor().selectedText() == "cytokin"
    press(Qt.Key.Key_D)
    found = popup.view.current
    assert isinstance(found, Unexplained)
    assert found.words == "cytokin"
    tab_to("cytokine")
    press(Qt.Key.Key_Return)
    assert explained(app) == "cytokine"
    press(Qt.Key.Key_Escape)
    assert focus() is article
    assert article.textCursor().selectedText() == "cytokin"


def test_a_pinned_word_stays_while_one_reads_on(qtbot: QtBot, whole: App) -> None:
    at = scrolled(whole)
    tab_to_word(whole, "cytokines")
    press(Qt.Key.Key_Return)
    tab_to("Pin")
    press(Qt.Key.Key_Return)
    words = whole.window.companion.words
    assert whole.window.popup.isHidden()
    assert focus() is whole.window.article
    assert scrolled(whole) == at
    press(Qt.Key.Key_PageDown)
    qtbot.waitUntil(lambda: scrolled(whole) > at)
    assert words.page.isVisible()
    assert isinstance(words.page.current, Explanation)
    assert words.page.current.words == "cytokine"


def test_a_word_among_my_words_is_there_after_a_restart_until_it_is_removed(
    qtbot: QtBot, opened: Opened, whole: App
) -> None:
    tab_to_word(whole, "cytokines")
    press(Qt.Key.Key_Return)
    tab_to("Add to my words")
    press(Qt.Key.Key_Return)
    assert explained(whole) == "cytokine"
    assert "Remove from my words" in named(focus())
    whole.window.close()
    again = opened("")
    again.navigator.open(Place("cytokines"))
    tab_to_word(again, "cytokines")
    press(Qt.Key.Key_Return)
    tab_to("Remove from my words")
    press(Qt.Key.Key_Return)
    assert "Add to my words" in named(focus())


def test_the_pathway_shows_where_a_word_stands(qtbot: QtBot, whole: App) -> None:
    click_word(whole, "cytokines")
    at = scrolled(whole)
    click(button(whole.window.popup, "In the pathway"))
    companion = whole.window.companion
    assert companion.currentWidget() is companion.pathway
    assert not companion.pathway.node_rect("cytokines").isEmpty()
    assert companion.pathway.rect().intersects(companion.pathway.node_rect("cytokines"))
    assert scrolled(whole) == at


@pytest.mark.parametrize("size", [(1280, 900), (800, 600), (360, 640)])
def test_no_explanation_moves_the_text(qtbot: QtBot, whole: App, size: tuple[int, int]) -> None:
    whole.window.resize(*size)
    qtbot.waitUntil(lambda: whole.window.size().toTuple() == size)
    whole.navigator.open(Place("shared-messengers"))
    whole.window.go_article()
    seen = set()
    for _ in range(12):
        press(Qt.Key.Key_Tab)
        anchor, at = whole.window.article.anchor, scrolled(whole)
        if anchor is not None and anchor.address.startswith("term:"):
            press(Qt.Key.Key_Return)
            seen.add(explained(whole))
            assert scrolled(whole) == at
            press(Qt.Key.Key_Escape)
            assert scrolled(whole) == at
    assert len(seen) > 5
