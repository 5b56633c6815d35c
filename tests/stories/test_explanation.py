"""Explanations in the real window: what they lead to, looking up words inside them, and where they stand."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import createdByPython

from reader.app import App
from reader.core.text import Place
from reader.ui.glossary.linked_text import LinkedText
from tests.guides.writing import ready
from tests.stories.hands import focus

Opened = Callable[[Path | str], App]
SMALL = Path(__file__).parents[1] / "guides" / "small"
CTRL = Qt.KeyboardModifier.ControlModifier
ALT, NONE = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.NoModifier
GLOSSARY = """# Glossary

cytokine
: A small protein that fits a receptor, and carries a message to other cells when something hurts.
: short: CK
: say: SY-toh-kyn
: mesh: D016207
: also: messenger protein
: see: receptor
: sources: Hinted2021

receptor
: The part of a cell where a message fits.
: see: cytokine

messenger RNA
: A copy of a plan.
"""


@pytest.fixture
def app(opened: Opened, tmp_path: Path) -> App:
    """The reader on a guide whose entries say all that entries can say."""
    folder = tmp_path / "guide"
    shutil.copytree(SMALL, folder)
    (folder / "glossary.md").write_text(GLOSSARY)
    app = opened(ready(folder))
    app.explaining.open_entry("cytokine", word(app))
    return app


def word(app: App) -> QRect:
    """Return where an explained word stands on the screen."""
    article = app.window.article
    cursor = article.document().find("cytokines")
    cursor.setPosition(cursor.selectionStart())
    return QRect(
        article.viewport().mapToGlobal(article.cursorRect(cursor).topLeft()), article.cursorRect(cursor).size()
    )


def text(app: App) -> LinkedText:
    found = app.window.popup.view.stops()[0]
    assert isinstance(found, LinkedText)
    return found


def tab_to(name: str) -> QWidget:
    names = []
    for _ in range(40):
        QTest.keyClick(focus(), Qt.Key.Key_Tab)
        names.append(focus().accessibleName())
        if names[-1] == name:
            return focus()
    raise AssertionError(f"Tab does not lead to {name}, but to {names}")


def click(app: App, name: str) -> None:
    """Click the words of a link of the explanation, as a person does who sees them."""
    view, links = app.window.popup.view, text(app).links()
    link = next(each for each in links if each.accessibleName() == name)
    view.reveal(link)
    on_card = link.mapTo(app.window.popup, link.rect().center())
    assert app.window.popup.rect().contains(on_card)
    QTest.mouseClick(text(app).viewport(), Qt.MouseButton.LeftButton, pos=link.geometry().center())


def select(app: App, words: str) -> None:
    reading = text(app)
    found = reading.document().find(words)
    assert not found.isNull()
    reading.setTextCursor(found)
    reading.setFocus()


def test_it_says_all_there_is_in_one_order(app: App) -> None:
    shown = text(app).toPlainText().replace("\N{NO-BREAK SPACE}", " ")
    order = [
        "cytokine (CK)",
        "SY-toh-kyn",
        "A small protein",
        "Also: messenger protein",
        "Where it appears",
        "In the pathway",
        "See also",
        "receptor",
        "Sources",
        "What is hinted",
        "MeSH D016207",
    ]
    places = [shown.index(words, shown.index("See also") if words == "receptor" else 0) for words in order]
    assert places == sorted(places)


def test_a_section_that_has_the_word_is_a_click_away(qtbot: QtBot, app: App) -> None:
    link = next(
        each for each in text(app).links() if "time" in each.accessibleName() or "once" in each.accessibleName()
    )
    section = next(each for each in app.navigator.guide.outline if link.accessibleName().startswith(each.title))  # type: ignore[union-attr]
    click(app, link.accessibleName())
    assert app.window.popup.isHidden()
    assert app.window.article.hasFocus()
    here = app.window.article.here()
    assert here is not None
    assert here.section == section.id
    assert app.window.article.destination.paragraph is not None


def test_a_source_and_a_node_are_an_enter_away(qtbot: QtBot, app: App) -> None:
    source = next(each.accessibleName() for each in text(app).links() if each.accessibleName().startswith("Source"))
    QTest.keyClick(tab_to(source), Qt.Key.Key_Return)
    assert app.window.popup.isHidden()
    companion = app.window.companion
    assert companion.currentWidget() is companion.references
    app.explaining.open_entry("cytokine", word(app))
    node = next(
        each.accessibleName() for each in text(app).links() if each.accessibleName().startswith("In the pathway")
    )
    QTest.keyClick(tab_to(node), Qt.Key.Key_Return)
    assert companion.currentWidget() is companion.pathway


def test_a_term_of_the_definition_opens_in_the_same_card(qtbot: QtBot, app: App) -> None:
    at = app.window.popup.geometry()
    QTest.keyClick(tab_to("receptor, explained word"), Qt.Key.Key_Return)
    assert app.window.popup.accessibleName() == "Explanation of receptor"
    assert app.window.popup.geometry() == at
    assert focus() is text(app)
    QTest.keyClick(focus(), Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert app.window.popup.accessibleName() == "Explanation of cytokine"


def test_a_double_click_on_a_term_selects_the_word_and_follows_no_second_link(qtbot: QtBot, app: App) -> None:
    link = next(each for each in text(app).links() if each.accessibleName() == "receptor, explained word")
    where = link.geometry().center()
    QTest.mousePress(text(app).viewport(), Qt.MouseButton.LeftButton, pos=where)
    QTest.mouseDClick(text(app).viewport(), Qt.MouseButton.LeftButton, pos=where)
    assert text(app).textCursor().selectedText() == "receptor"
    assert app.window.popup.accessibleName() == "Explanation of cytokine"


@pytest.mark.parametrize("modifier", [CTRL, Qt.KeyboardModifier.NoModifier])
def test_words_of_an_explanation_are_looked_up_in_the_same_card(app: App, modifier: Qt.KeyboardModifier) -> None:
    at = app.window.popup.geometry()
    select(app, "message")
    QTest.keyClick(focus(), Qt.Key.Key_D, modifier)
    assert app.window.popup.isVisible()
    assert app.window.popup.accessibleName() == "Explanation of message"
    assert text(app).toPlainText().startswith("No entry for “message”")
    assert app.window.popup.geometry() == at
    QTest.keyClick(focus(), Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert app.window.popup.accessibleName() == "Explanation of cytokine"


def test_by_keyboard_alone_words_of_an_explanation_are_selected_copied_and_looked_up(qtbot: QtBot, app: App) -> None:
    QTest.keyClick(focus(), Qt.Key.Key_Down)
    QTest.keyClick(focus(), Qt.Key.Key_Down)
    for _ in range(3):
        QTest.keyClick(focus(), Qt.Key.Key_Right, CTRL | Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClick(focus(), Qt.Key.Key_C, CTRL)
    assert QApplication.clipboard().text().strip() == "A small protein"
    assert not createdByPython(QApplication.clipboard().mimeData())  # Qt deletes it after Python has ended
    QTest.keyClick(focus(), Qt.Key.Key_D)
    assert app.window.popup.accessibleName() == "Explanation of A small protein"


def test_the_menu_of_an_explanation_names_what_it_will_explain(qtbot: QtBot, app: App) -> None:
    select(app, "message")
    action = next(each for each in text(app).menu().actions() if "Explain" in each.text())
    assert action.text() == "&Explain “message”"
    action.trigger()
    assert app.window.popup.accessibleName() == "Explanation of message"


def open_word(app: App) -> None:
    """Open the popup of a term of the article, by keyboard."""
    article = app.window.article
    app.window.popup.close_popup()
    app.navigator.open(Place("first"))
    app.keyboard.go_article()
    while article.links.held is None or article.links.held.address != "term:cytokine":
        QTest.keyClick(article, Qt.Key.Key_Tab)
    QTest.keyClick(article, Qt.Key.Key_Return)


def test_the_card_stays_beside_its_word_when_the_window_or_the_text_changes(qtbot: QtBot, app: App) -> None:
    window, article, popup = app.window, app.window.article, app.window.popup
    window.resize(1280, 900)
    open_word(app)
    changes: tuple[Callable[[], object], ...] = (
        lambda: window.resize(1180, 860),
        window.actions_by_id["larger"].trigger,
        window.actions_by_id["theme_dark"].trigger,
        window.actions_by_id["show_outline"].trigger,
        lambda: window.resize(800, 600),
    )
    for change in changes:
        change()
        qtbot.wait(150)
        assert popup.isVisible()
        term = article.marks.term
        assert term is not None
        corner = article.viewport().mapTo(window, QPoint())
        lines = [each.toAlignedRect().translated(corner) for each in article.rects(term.start, term.end)]
        card = QRect(popup.mapTo(window, QPoint()), popup.size())
        assert window.rect().contains(card)
        assert not any(card.intersects(line) for line in lines)
        assert any(abs(card.top() - line.bottom()) < 40 or abs(card.bottom() - line.top()) < 40 for line in lines)


def test_the_card_closes_when_its_word_is_out_of_view_and_the_article_has_the_keyboard(qtbot: QtBot, app: App) -> None:
    app.window.resize(1280, 420)
    open_word(app)
    bar = app.window.article.verticalScrollBar()
    bar.setValue(bar.maximum())
    qtbot.waitUntil(app.window.popup.isHidden)
    assert app.window.article.hasFocus()


@pytest.mark.parametrize(
    ("points", "size"),
    [  # the ends of both; what is between them is looked at by the slow tests
        (12.0, (1280, 900)),
        (40.0, (360, 400)),
        *(
            pytest.param(points, size, marks=pytest.mark.slow)
            for points in (12.0, 28.0, 40.0)
            for size in ((1280, 900), (800, 600), (360, 640), (360, 400))
            if (points, size) not in ((12.0, (1280, 900)), (40.0, (360, 400)))
        ),
    ],
)
def test_every_word_of_the_article_is_explained_beside_its_lines(
    qtbot: QtBot, app: App, size: tuple[int, int], points: float
) -> None:
    window, article, popup = app.window, app.window.article, app.window.popup
    window.resize(*size)
    app.choices.choose("appearance", app.choices.settings.appearance._replace(size=points))
    app.navigator.open(Place("first"))
    article.setFocus()
    seen = 0
    for _ in range(20):
        QTest.keyClick(article, Qt.Key.Key_Tab)
        anchor, at = article.links.held, article.verticalScrollBar().value()
        if not article.hasFocus():
            break
        if anchor is None or not anchor.address.startswith("term:"):
            continue
        QTest.keyClick(article, Qt.Key.Key_Return)
        corner = article.viewport().mapTo(window, QPoint())
        lines = [each.toAlignedRect().translated(corner) for each in article.rects(anchor.start, anchor.end)]
        card = QRect(popup.mapTo(window, QPoint()), popup.size())
        assert popup.isVisible()
        assert window.rect().contains(card)
        assert not any(card.intersects(line.adjusted(-2000, 0, 2000, 0)) for line in lines)
        assert article.verticalScrollBar().value() == at
        assert [each for each in popup.findChildren(QAbstractButton) if each.accessibleName() == "Close"]
        seen += 1
        QTest.keyClick(focus(), Qt.Key.Key_Escape)
        assert article.hasFocus()
    assert seen > 1


@pytest.mark.parametrize(("key", "modifier"), [(Qt.Key.Key_Escape, NONE), (Qt.Key.Key_Left, ALT)])
@pytest.mark.parametrize("is_beside", [True, False])
def test_from_its_node_in_the_pathway_a_key_leads_back_to_the_word(
    app: App, key: Qt.Key, modifier: Qt.KeyboardModifier, is_beside: bool
) -> None:
    article, companion = app.window.article, app.window.companion
    app.choices.choose("explain_beside", is_beside)
    app.navigator.open(Place("first"))
    app.keyboard.go_article()
    while article.links.held is None or article.links.held.address != "term:cytokine":
        QTest.keyClick(article, Qt.Key.Key_Tab)
    term, at = article.links.held, article.verticalScrollBar().value()
    QTest.keyClick(article, Qt.Key.Key_Return)
    tab_to("In the pathway: Cytokines")
    QTest.keyClick(focus(), Qt.Key.Key_Return)
    assert companion.pathway.isAncestorOf(focus())
    QTest.keyClick(focus(), key, modifier)
    if is_beside:
        assert article.hasFocus()
    else:
        assert companion.words.isAncestorOf(focus())
        QTest.keyClick(focus(), Qt.Key.Key_Escape)
    assert (article.links.held, article.verticalScrollBar().value()) == (term, at)
    assert article.hasFocus()
    app.keyboard.go_pathway()  # by oneself: no word has led here
    QTest.keyClick(focus(), Qt.Key.Key_Escape)
    assert companion.pathway.isAncestorOf(focus())
