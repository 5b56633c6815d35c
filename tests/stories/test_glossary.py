"""A word is looked up: read, followed, left, kept, found again; by mouse and by keyboard, and the text stays still."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor, QTextDocument
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QWidget
from pytestqt.qtbot import QtBot

from reader.app import App
from reader.core.explanation import Explanation, Unexplained
from reader.core.text import Place
from tests.guides.writing import folder, ready
from tests.stories.hands import focus, press

Opened = Callable[[Path | str], App]
SMALL = Path(__file__).parents[1] / "guides" / "small"
BUNDLED = "fibromyalgia-and-the-immune-system"
ALT = Qt.KeyboardModifier.AltModifier
NAMES = ("receptor", "cytokine", "antibody", "neuron", "synapse", "platelet", "mast cell", "spinal cord")
LONG = "Nothing is explained in this paragraph, which goes on, so that there is more than one screen of text.\n\n" * 12


@pytest.fixture
def whole(opened: Opened) -> App:
    """The reader at a section of the guide that ships with it, which has words of every kind."""
    app = opened(BUNDLED)
    app.window.resize(1280, 900)
    app.navigator.open(Place("cytokines"))
    return app


def tab_to(name: str) -> None:
    """Press Tab until what it leads to is called so."""
    names = []
    for _ in range(60):
        press(Qt.Key.Key_Tab)
        names.append(focus().accessibleName())
        if is_called(focus(), name):
            return
    raise AssertionError(f"Tab does not lead to {name}, but to {names}")


def is_called(part: QWidget, name: str) -> bool:
    """Whether a part has this name, or is what a name such as “See also: receptor” leads to."""
    words = part.text().replace("&&", "&") if isinstance(part, QAbstractButton) else ""
    spoken = part.accessibleName()
    return name in (words, spoken, spoken.partition(",")[0], *spoken.split(": "))


def button(within: QWidget, name: str) -> QAbstractButton:
    found = [each for each in within.findChildren(QAbstractButton) if each.isVisible() and is_called(each, name)]
    assert found, [each.accessibleName() for each in within.findChildren(QAbstractButton)]
    return found[0]


def click(part: QWidget) -> None:
    """Click a part; through a link that lies over its words, the words."""
    around = part.parentWidget()
    is_seen_through = part.testAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    hit = around if around is not None and is_seen_through else part
    QTest.mouseClick(hit, Qt.MouseButton.LeftButton, pos=part.mapTo(hit, part.rect().center()))


def cursor_at(app: App, words: str) -> QTextCursor:
    """Return where these words stand first below the top of what is in view."""
    article = app.window.article
    top = article.cursorForPosition(article.viewport().rect().topLeft())
    found = article.document().find(words, top, QTextDocument.FindFlag.FindCaseSensitively)
    assert not found.isNull(), words
    return found


def marked(app: App, words: str) -> QTextCursor:
    """Return where these words are first marked below the top of what is in view."""
    caret = cursor_at(app, words)
    while not caret.charFormat().anchorHref().startswith("term:"):
        caret = app.window.article.document().find(words, caret, QTextDocument.FindFlag.FindCaseSensitively)
        assert not caret.isNull(), words
    return caret


def click_word(app: App, words: str) -> None:
    article, caret = app.window.article, marked(app, words)
    caret.setPosition(caret.selectionStart() + 2)
    QTest.mouseClick(article.viewport(), Qt.MouseButton.LeftButton, pos=article.cursorRect(caret).center())


def tab_to_word(app: App, words: str) -> None:
    """Press Tab in the article until the ring is around these words."""
    app.keyboard.go_article()
    for _ in range(60):
        press(Qt.Key.Key_Tab)
        if ringed(app) == words:
            return
    raise AssertionError(f"Tab does not lead to {words}")


def ringed(app: App) -> str:
    """Return the words of the article that have the ring."""
    article = app.window.article
    if article.links.held is None:
        return ""
    caret = QTextCursor(article.document())
    caret.setPosition(article.links.held.start)
    caret.setPosition(article.links.held.end, QTextCursor.MoveMode.KeepAnchor)
    return caret.selectedText()


def scrolled(app: App) -> int:
    return app.window.article.verticalScrollBar().value()


def line_under(app: App, words: str) -> int:
    """Return how many pixels of the line under these words, where they are marked, are drawn."""
    article, caret = app.window.article, marked(app, words)
    right = article.cursorRect(caret)
    caret.setPosition(caret.selectionStart())
    left = article.cursorRect(caret)
    picture = article.viewport().grab(left.united(right).adjusted(0, 0, 0, 4)).toImage()
    rows = range(picture.height() * 3 // 4, picture.height())
    paper = picture.pixelColor(0, 0)
    return sum(picture.pixelColor(x, y) != paper for x in range(picture.width()) for y in rows)


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
    click(button(popup, "protein"))
    assert (explained(whole), popup.geometry()) == ("protein", place)
    click(button(popup, "Back to cytokine"))
    assert (explained(whole), popup.geometry()) == ("cytokine", place)
    click(button(popup, "Close"))
    assert popup.isHidden()
    assert focus() is whole.window.article
    assert scrolled(whole) == at


def test_tab_goes_on_past_the_evidence_of_a_paragraph(qtbot: QtBot, whole: App) -> None:
    whole.navigator.open(Place("shared-messengers"))
    qtbot.waitUntil(lambda: "the sickness response" in whole.window.article.toPlainText())  # built down to there
    whole.keyboard.go_article()
    stops: list[str] = []
    while "sickness response" not in stops and len(stops) < 60:
        press(Qt.Key.Key_Tab)
        stops.append(ringed(whole))
    assert stops.count("immune cells") == 1
    assert stops[-1] == "sickness response"


def test_by_keyboard_alone_a_word_leads_to_another_and_esc_returns_to_the_word(qtbot: QtBot, whole: App) -> None:
    tab_to_word(whole, "cytokines")
    at = scrolled(whole)
    press(Qt.Key.Key_Return)
    assert explained(whole) == "cytokine"
    tab_to("inflammation")  # in its explanation
    press(Qt.Key.Key_Return)
    assert explained(whole) == "inflammation"
    tab_to("neuroinflammation")  # see also
    press(Qt.Key.Key_Return)
    assert explained(whole) == "neuroinflammation"
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
    guide = shutil.copytree(SMALL, tmp_path / "guide")
    (guide / "article.md").write_text("# A letter {#letter}\n\nSomebody wrote that a cytokin may be higher.\n")
    app = opened(ready(guide))
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
    qtbot.waitUntil(lambda: is_called(focus(), "Remove from my words"))
    whole.window.close()
    again = opened("")
    again.navigator.open(Place("cytokines"))
    qtbot.waitUntil(lambda: len(again.acts.book) == 1)  # what was kept is read after the first picture
    tab_to_word(again, "cytokines")
    press(Qt.Key.Key_Return)
    tab_to("Remove from my words")
    press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: is_called(focus(), "Add to my words"))


def test_explanations_can_always_open_in_the_panel(qtbot: QtBot, whole: App) -> None:
    whole.choices.choose("explain_beside", False)
    at, page = scrolled(whole), whole.window.companion.words.page
    tab_to_word(whole, "cytokines")
    press(Qt.Key.Key_Return)
    assert whole.window.popup.isHidden()
    assert page.isVisible()
    tab_to("receptor")
    press(Qt.Key.Key_Return)
    assert isinstance(page.current, Explanation)
    assert page.current.words == "receptor"
    press(Qt.Key.Key_Escape)
    assert focus() is whole.window.article
    assert (ringed(whole), scrolled(whole)) == ("cytokines", at)


def test_the_pathway_shows_where_a_word_stands(qtbot: QtBot, whole: App) -> None:
    click_word(whole, "cytokines")
    at = scrolled(whole)
    click(button(whole.window.popup, "In the pathway"))
    companion = whole.window.companion
    assert companion.currentWidget() is companion.pathway
    assert not companion.pathway.node_rect("cytokines").isEmpty()
    assert companion.pathway.rect().intersects(companion.pathway.node_rect("cytokines"))
    assert scrolled(whole) == at


def test_one_goes_to_where_a_word_appears_and_comes_back(qtbot: QtBot, whole: App) -> None:
    tab_to_word(whole, "cytokines")
    at, article = scrolled(whole), whole.window.article
    press(Qt.Key.Key_Return)
    tab_to("What blood tests found")
    press(Qt.Key.Key_Return)
    assert whole.window.popup.isHidden()
    assert focus() is article
    here = article.here()
    assert here is not None
    assert here.section == "cytokine-levels"
    assert "ytokine" in article.textCursor().block().text()
    press(Qt.Key.Key_Left, ALT)
    qtbot.waitUntil(lambda: scrolled(whole) == at)


def test_a_source_of_an_explanation_is_shown_among_the_references(qtbot: QtBot, whole: App) -> None:
    tab_to_word(whole, "cytokines")
    at = scrolled(whole)
    press(Qt.Key.Key_Return)
    source = next(each for each in whole.window.popup.findChildren(QAbstractButton) if "Zhang" in each.text())
    tab_to(source.accessibleName())
    press(Qt.Key.Key_Return)
    companion = whole.window.companion
    assert companion.currentWidget() is companion.references
    assert "Zhang" in companion.references.rows.currentItem().text()
    assert scrolled(whole) == at


def test_a_word_found_in_the_list_is_marked_as_looked_up_in_the_text(qtbot: QtBot, whole: App) -> None:
    before, at = line_under(whole, "proteins"), scrolled(whole)
    press(Qt.Key.Key_G)
    QTest.keyClicks(focus(), "protien")
    press(Qt.Key.Key_Return)
    page = whole.window.companion.words.page
    assert isinstance(page.current, Explanation)
    assert page.current.words == "protein"
    press(Qt.Key.Key_Escape)
    press(Qt.Key.Key_Escape)
    assert focus() is whole.window.article
    assert 0 < line_under(whole, "proteins") < before  # fewer dots: told without colour
    assert scrolled(whole) == at


def test_a_glossary_of_ones_own_explains_what_the_guide_does_not(qtbot: QtBot, opened: Opened, tmp_path: Path) -> None:
    own = tmp_path / "own"
    own.mkdir()
    (own / "glossary.md").write_text("messages\n: What cells tell one another.\n\ncytokine\n: Explained otherwise.\n")
    (own / "guide.toml").write_text('title = "Words of my nurse"\n')
    app = opened(SMALL)
    with qtbot.waitSignal(app.navigator.guide_opened, timeout=30_000):
        app.choices.choose("glossaries", [str(own)])
    popup = app.window.popup
    app.keyboard.go_article()
    app.window.article.setTextCursor(cursor_at(app, "message"))
    press(Qt.Key.Key_D)
    assert explained(app) == "messages"
    assert "Words of my nurse" in popup.view.as_sentence()
    press(Qt.Key.Key_Escape)
    click_word(app, "cytokines")
    assert "Explained otherwise" not in popup.view.as_sentence()
    click(button(popup, "Also explained in Words of my nurse"))
    assert "Explained otherwise" in popup.view.as_sentence()


@pytest.mark.parametrize("size", [(1280, 900), (800, 600), (360, 640)])
def test_no_explanation_moves_the_text(qtbot: QtBot, opened: Opened, tmp_path: Path, size: tuple[int, int]) -> None:
    words = "".join(f"Here the text comes to a {name}, and goes on.\n\n" for name in NAMES)
    entries = "".join(f"{name}\n: What a {name} is, {'in many words, ' * 40}in the end.\n\n" for name in NAMES)
    app = opened(ready(folder(tmp_path / "guide", article_md=f"# A\n\n{LONG}{words}{LONG}", glossary_md=entries)))
    app.window.resize(*size)
    qtbot.waitUntil(lambda: app.window.size().toTuple() == size)
    app.keyboard.go_article()
    seen = []
    for _ in NAMES:
        press(Qt.Key.Key_Tab)
        at = scrolled(app)
        press(Qt.Key.Key_Return)
        seen.append(explained(app))
        assert scrolled(app) == at
        press(Qt.Key.Key_Escape)
        assert scrolled(app) == at
    assert seen == list(NAMES)
    assert at > 0
