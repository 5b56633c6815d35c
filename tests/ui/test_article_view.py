"""The article: reading, jumping, terms by mouse and keyboard."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QRect, QRectF, Qt, QUrl
from PySide6.QtGui import QFontMetricsF, QImage, QTextDocument
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from reader.appearance import Appearance
from reader.core.find import FoldedText
from reader.core.guide import Guide
from reader.core.text import Place
from reader.ui import theme as look
from reader.ui.article.callouts import Callouts
from reader.ui.article.column import Column
from reader.ui.article.contents import HEADING_AT
from reader.ui.article.view import ArticleView
from reader.ui.theme import Theme


@pytest.fixture
def article(qtbot: QtBot, guide: Guide, theme: Theme) -> ArticleView:
    view = ArticleView(theme, Appearance())
    qtbot.addWidget(view)
    view.resize(700, 500)
    view.show()
    with qtbot.waitSignal(view.reading_at):
        view.show_guide(guide)
    return view


def y_of(view: ArticleView, words: str) -> int:
    cursor = view.document().find(words, options=QTextDocument.FindFlag.FindCaseSensitively)
    assert not cursor.isNull()
    return view.cursorRect(cursor).top()


def click(view: ArticleView, words: str) -> None:
    cursor = view.document().find(words)
    cursor.setPosition(cursor.selectionStart() + len(words) // 2)
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=view.cursorRect(cursor).center())


def click_on(view: ArticleView, address: str) -> None:
    link = next(each for each in view.places.links if each.address == address)
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=view.rects(*link[:2])[0].center().toPoint())


@pytest.mark.parametrize("section", ["middle", "receptors", "naive", "last"])
def test_any_section_even_the_last_and_shortest_comes_to_the_top(
    qtbot: QtBot, article: ArticleView, guide: Guide, section: str
) -> None:
    with qtbot.waitSignal(article.reading_at) as read:
        article.show_place(Place(section))
    found = guide.section(section)
    assert found is not None
    assert y_of(article, found.title) == pytest.approx(HEADING_AT, abs=3)
    assert read.args[0].section == section


def test_a_place_comes_back_exactly(qtbot: QtBot, article: ArticleView) -> None:
    article.show_place(Place("naive"))
    before = (article.verticalScrollBar().value(), article.here())
    article.show_place(Place("first"))
    assert before[1] is not None
    article.show_place(before[1])
    assert article.here() == before[1]


def test_the_line_holds_60_to_70_characters_however_wide_the_window(article: ArticleView) -> None:
    article.resize(1900, 500)
    sample = "the cells of the body send one another small messages all day long and so do the nerves"
    per_character = QFontMetricsF(look.reading(Appearance())).horizontalAdvance(sample) / len(sample)
    assert 60 <= article.viewport().width() / per_character <= 70


def test_what_is_read_keeps_its_height_when_the_window_changes(article: ArticleView) -> None:
    article.show_place(Place("naive"))
    before = y_of(article, "Naïve cells")
    for size in ((420, 500), (900, 640), (700, 500)):
        article.resize(*size)
        assert y_of(article, "Naïve cells") == before


def test_nothing_scrolls_sideways(article: ArticleView) -> None:
    article.resize(360, 500)
    assert article.horizontalScrollBar().maximum() == 0


def test_a_click_on_a_term_asks_for_its_entry_and_says_where_it_stands(qtbot: QtBot, article: ArticleView) -> None:
    with qtbot.waitSignal(article.links.entry_requested) as asked:
        click(article, "cytokines")
    identifier, where = asked.args
    cursor = article.document().find("cytokines")
    on_screen = article.viewport().mapToGlobal(article.cursorRect(cursor).center())
    assert identifier == "cytokine"
    assert isinstance(where, QRect)
    assert where.adjusted(0, 0, 2, 0).contains(on_screen)


def test_tab_and_enter_open_a_term_and_the_text_does_not_move(qtbot: QtBot, article: ArticleView) -> None:
    article.setFocus()
    QTest.keyClick(article, Qt.Key.Key_Tab)
    before = article.verticalScrollBar().value()
    with qtbot.waitSignal(article.links.entry_requested) as asked:
        QTest.keyClick(article, Qt.Key.Key_Return)
    assert asked.args[0] == "cytokine"
    assert article.verticalScrollBar().value() == before


def test_after_a_click_on_a_term_enter_opens_it_again(qtbot: QtBot, article: ArticleView) -> None:
    click(article, "cytokines")
    article.marks.forget_term()
    with qtbot.waitSignal(article.links.entry_requested) as asked:
        QTest.keyClick(article, Qt.Key.Key_Return)
    assert asked.args[0] == "cytokine"


def test_tab_begins_at_what_is_in_view(qtbot: QtBot, article: ArticleView) -> None:
    article.resize(700, 200)
    article.show_place(Place("receptors"))
    before = article.verticalScrollBar().value()
    QTest.keyClick(article, Qt.Key.Key_Tab)
    here = article.document().findBlock(article.textCursor().position())
    assert here.text().startswith("A receptor is where")
    assert abs(article.verticalScrollBar().value() - before) < 200


def test_a_citation_asks_for_its_reference(qtbot: QtBot, article: ArticleView) -> None:
    with qtbot.waitSignal(article.links.reference_requested) as asked:
        click_on(article, "cite:Known2020")
    assert asked.args == ["Known2020"]


def test_a_link_inside_the_guide_asks_for_its_place(qtbot: QtBot, article: ArticleView) -> None:
    article.resize(700, 900)
    with qtbot.waitSignal(article.links.link_requested) as asked:
        click(article, "what comes last")
    assert asked.args == ["#last"]


def test_down_keeps_the_caret_at_its_height_while_the_text_goes_by(article: ArticleView) -> None:
    article.resize(700, 220)
    article.setFocus()
    for _ in range(3):
        QTest.keyClick(article, Qt.Key.Key_Down)
    y = article.cursorRect().top()
    for _ in range(6):
        QTest.keyClick(article, Qt.Key.Key_Down)
    assert abs(article.cursorRect().top() - y) <= 2
    assert article.verticalScrollBar().value() > 100


def test_a_key_does_not_jump_back_to_a_caret_that_was_left_behind(article: ArticleView) -> None:
    article.resize(700, 220)
    article.verticalScrollBar().setValue(700)
    QTest.keyClick(article, Qt.Key.Key_Down)
    assert abs(article.verticalScrollBar().value() - 700) < 60


def test_hits_are_marked_and_the_current_one_differently(article: ArticleView, guide: Guide) -> None:
    text = FoldedText()
    for section in guide.outline:
        text.add(section.id, ((block.id, block.text) for block in guide.blocks(section.id)))
    article.marks.show_hits(text.find("talk"), 0)
    marks = article.extraSelections()
    assert [mark.cursor.selectedText() for mark in marks] == ["talk", "talk"]
    grounds = {mark.format.background().color().name() for mark in marks}
    assert len(grounds) == 2


def test_whatever_qt_asks_for_it_gets_an_empty_picture(article: ArticleView) -> None:
    for name in ("file:///etc/passwd", "../../secret.png", "http://example.org/x.png"):
        assert article.loadResource(2, QUrl(name)) == QImage()


def test_the_reading_line_names_the_first_section_at_the_very_top(article: ArticleView) -> None:
    article.verticalScrollBar().setValue(0)
    here = article.here()
    assert here is not None
    assert here.section == "first"
    assert article.viewport().rect().contains(QPoint(0, 0))


class Watched(Callouts):
    """Callouts that are counted in each picture."""

    def __init__(self) -> None:
        super().__init__()
        self.counts: list[int] = []

    def boxes(self, column: Column) -> list[tuple[QRectF, str]]:
        boxes = list(super().boxes(column))
        self.counts.append(len(boxes))
        return boxes


def test_the_first_picture_holds_the_callouts_so_nothing_flashes(qtbot: QtBot, theme: Theme, bundled: Guide) -> None:
    view = ArticleView(theme, Appearance())
    watched = Watched()
    view.layers.append(watched)
    qtbot.addWidget(view)
    view.resize(700, 800)
    view.show()
    view.show_guide(bundled)
    qtbot.waitUntil(lambda: len(watched.counts) > 0)
    assert watched.counts[0] == 2
