"""What helps to keep one's place in the article: numbers in the margin, the ruler, the lit paragraph."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QImage, QTextDocument
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reader.appearance import Appearance
from reader.core.contrast import contrast
from reader.core.numbering import Paragraph
from reader.core.text import Place
from reader.settings import Settings
from reader.ui import theme as look
from reader.ui.article.gutter import GUTTER, Gutter
from reader.ui.article.view import ArticleView
from reader.ui.theme import Theme
from tests.ui.article_picture import picture

THEMES = tuple(look.themes())


def paragraph(view: ArticleView, said: str) -> Paragraph:
    assert view.contents.numbering is not None
    return view.contents.numbering.find(said)


def y_of(view: ArticleView, words: str) -> int:
    cursor = view.document().find(words)
    cursor.setPosition(cursor.selectionStart())
    return view.cursorRect(cursor).top()


def dress(view: ArticleView, theme: Theme) -> None:
    """Show the article in another theme."""
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    look.apply(application, theme)
    view.set_look(theme, Appearance())


def ink(image: QImage, left: int, top: int, width: int, height: int, paper: str) -> int:
    """Return how many pixels of a part of a picture are not paper."""
    wanted = QColor(paper).rgb()
    return sum(image.pixel(x, y) != wanted for x in range(left, left + width) for y in range(top, top + height))


def test_numbers_stand_in_the_margin_on_the_first_line_and_move_nothing(article: ArticleView, theme: Theme) -> None:
    text_left = article.viewport().x()
    y = y_of(article, "A second paragraph")
    before = picture(article)
    article.set_choices(Settings(paragraph_numbers=True))
    after = picture(article)
    assert y_of(article, "A second paragraph") == y
    assert article.viewport().x() == text_left
    assert ink(before, text_left - GUTTER, y, GUTTER, 24, theme.paper) == 0
    assert ink(after, text_left - GUTTER, y, GUTTER, 24, theme.paper) > 20
    assert ink(after, text_left - GUTTER, y + 30, GUTTER, 20, theme.paper) == 0  # its second line has none
    column = (text_left, 0, article.viewport().width(), 400)
    assert before.copy(*column) == after.copy(*column)


def test_numbers_follow_the_text_in_a_narrow_window_at_the_largest_size(article: ArticleView) -> None:
    settings = Settings(paragraph_numbers=True, appearance=Appearance(size=40))
    article.resize(360, 640)
    article.set_look(article.theme, settings.appearance)
    article.set_choices(settings)
    article.show_place(Place("receptors", "receptors.2"))
    numbers = {number for number, _ in article.guiding.numbers.in_view(article)}
    assert "3.1" in numbers
    gutter = article.findChildren(Gutter)[0].geometry()
    assert gutter.left() >= 0
    assert gutter.right() < article.viewport().x()


def test_a_narrow_column_of_large_text_takes_the_room_that_numbers_leave_free(article: ArticleView) -> None:
    article.resize(360, 640)
    usual = article.viewport().width()
    article.set_look(article.theme, Appearance(size=40))
    assert article.viewport().width() >= usual + 32
    settings = Settings(paragraph_numbers=True, appearance=Appearance(size=40))
    article.show_place(Place("receptors", "receptors.2"))
    height = y_of(article, "A second paragraph")
    article.set_choices(settings)
    assert article.viewport().width() == usual
    assert article.findChildren(Gutter)[0].geometry().left() >= 0
    article.set_choices(Settings(appearance=settings.appearance))
    assert article.viewport().width() >= usual + 32
    assert y_of(article, "A second paragraph") == pytest.approx(height, abs=1)
    article.guiding.light(paragraph(article, "1.3"))
    ground = article.guiding.lit_ground.ground(article)
    assert ground is not None
    assert article.viewport().x() + ground.left() >= 0  # its bar is seen


@pytest.mark.parametrize("name", THEMES)
def test_what_is_lit_stands_out_and_the_rest_stays_readable(qtbot: QtBot, article: ArticleView, name: str) -> None:
    theme = look.themes()[name]
    dress(article, theme)
    article.guiding.light(paragraph(article, "1.3"))
    image = picture(article)
    left, words = article.viewport().x(), article.guiding.lit_ground.rect(article)
    assert words is not None
    assert image.pixelColor(left - GUTTER + 1, int(words.center().y())).name() == QColor(theme.accent).name()
    assert image.pixelColor(left - 10, int(words.center().y())).name() == QColor(theme.tint).name()
    assert image.pixelColor(left - GUTTER + 8, int(words.top()) - 6).name() == QColor(theme.edge).name()
    dimmed = image.copy(left, 0, article.viewport().width(), int(words.top()) - 12)
    seen = [
        contrast(dimmed.pixelColor(x, y).name(), theme.paper)
        for x in range(dimmed.width())
        for y in range(dimmed.height())
    ]
    assert contrast(theme.quiet, theme.paper) >= 7
    assert max(seen) == pytest.approx(contrast(theme.quiet, theme.paper), rel=0.01)
    assert sorted(seen)[len(seen) // 2] == 1.0  # the paper between the words is what it was


@pytest.mark.parametrize("name", THEMES)
def test_the_bar_of_a_callout_neither_crosses_what_is_lit_nor_sticks_out_of_it(article: ArticleView, name: str) -> None:
    theme = look.themes()[name]
    dress(article, theme)
    article.guiding.light(paragraph(article, "1.1"))
    image = picture(article)
    words = article.guiding.lit_ground.rect(article)
    assert words is not None
    across = [  # down the line on which the callout has its bar, from before it to after it
        image.pixelColor(article.viewport().x() + 2, y).name()
        for y in range(int(words.top()) - 30, int(words.bottom()) + 30)
    ]
    paper, tint, edge = (QColor(each).name() for each in (theme.paper, theme.tint, theme.edge))
    shapes = [colour for colour, before in zip(across, ["", *across], strict=False) if colour != before]
    assert shapes == ([paper, tint, paper] if edge == tint else [paper, edge, paper, edge, paper])


@pytest.mark.parametrize("name", THEMES)
def test_a_dimmed_link_keeps_its_contrast(name: str) -> None:
    theme = look.themes()[name]
    veil = max if not theme.is_dark else min
    accent, quiet = QColor(theme.accent), QColor(theme.quiet)
    dimmed = QColor(*(veil(part(accent), part(quiet)) for part in (QColor.red, QColor.green, QColor.blue)))
    assert contrast(dimmed.name(), theme.paper) >= 7


def test_the_lit_paragraph_comes_to_the_reading_line_even_the_last(article: ArticleView) -> None:
    for said, words in (("1.3", "A second paragraph"), ("4.3", "They wait on."), ("5.1", "The end")):
        article.guiding.light(paragraph(article, said))
        assert y_of(article, words) == pytest.approx(article.reading_line(), abs=1)


@pytest.mark.parametrize(
    ("width", "said", "above", "is_lit"),
    [
        (700, "1.1", "In one sentence", True),  # the name of a box
        (360, "3.3", "Word", True),  # of a table that is set as a list: the names of its columns
        (700, "1.2", "Cells talk", False),
        (700, "1", "First things", True),
    ],
)
def test_the_name_of_what_is_lit_is_lit_with_it(
    article: ArticleView, width: int, said: str, above: str, is_lit: bool
) -> None:
    article.resize(width, 500)
    if width == 360:
        article.set_look(article.theme, Appearance(size=40))
    article.guiding.light(paragraph(article, said))
    words = article.guiding.lit_ground.rect(article)
    assert words is not None
    start = article.places.span(paragraph(article, said))
    assert start is not None
    title = article.document().find(above, start[0], QTextDocument.FindFlag.FindBackward)
    title = title if not title.isNull() else article.document().find(above)
    assert words.contains(article.block_rect(title.block()).center()) is is_lit


def test_a_long_paragraph_is_walked_by_screenfuls(article: ArticleView) -> None:
    article.resize(360, 110)
    article.guiding.light(paragraph(article, "1.3"))
    screens = 0
    while article.guiding.read_on(1):
        screens += 1
    words = article.guiding.lit_ground.rect(article)
    assert screens >= 2
    assert words is not None
    assert words.bottom() <= article.viewport().height()
    while article.guiding.read_on(-1):
        pass
    words = article.guiding.lit_ground.rect(article)
    assert words is not None
    assert words.top() == pytest.approx(article.reading_line(), abs=5)


def click(view: ArticleView, words: str) -> None:
    cursor = view.document().find(words, options=QTextDocument.FindFlag.FindCaseSensitively)
    cursor.setPosition(cursor.selectionStart() + 3)
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=view.cursorRect(cursor).center())


def test_a_click_chooses_a_paragraph_and_a_click_on_a_word_explains_it_too(qtbot: QtBot, article: ArticleView) -> None:
    article.guiding.light(paragraph(article, "1.1"), bring=False)
    chosen: list[Paragraph] = []
    article.guiding.paragraph_chosen.connect(chosen.append)
    click(article, "A second paragraph")
    with qtbot.waitSignal(article.links.entry_requested):
        click(article, "receptors for them")
    assert [each.number for each in chosen] == ["1.3", "1.2"]


def test_tab_stays_with_the_words_of_the_lit_paragraph(article: ArticleView) -> None:
    article.setFocus()
    article.guiding.light(paragraph(article, "1.2"))
    seen: list[Paragraph | None] = []
    while article.focusNextPrevChild(True) and article.links.held is not None and len(seen) < 20:
        seen.append(article.contents.paragraph_at(article.links.held.start))
    assert len(seen) >= 2
    assert set(seen) == {paragraph(article, "1.2")}


def test_in_the_ruler_each_key_brings_the_next_line_to_the_same_height(article: ArticleView) -> None:
    article.set_choices(Settings(ruler=True))
    article.setFocus()
    article.show_place(Place("first", "first.4"))
    starts = []
    for _ in range(6):
        QTest.keyClick(article, Qt.Key.Key_Down)
        starts.append(article.textCursor().position())
        assert article.y_of(starts[-1]) == pytest.approx(article.reading_line(), abs=1)
    assert starts == sorted(set(starts))
    for expected in reversed(starts[:-1]):
        QTest.keyClick(article, Qt.Key.Key_Up)
        assert article.textCursor().position() == expected


def test_the_ruler_misses_no_line(article: ArticleView) -> None:
    article.set_choices(Settings(ruler=True))
    article.show_place(Place("middle"))
    article.guiding.move_line(1)
    first, seen = article.textCursor().position(), {article.textCursor().position()}
    while True:
        article.guiding.move_line(1)
        if article.textCursor().position() in seen:
            break
        seen.add(article.textCursor().position())
    rows = set()
    block = article.document().findBlock(first)
    while block.isValid():
        for number in range(block.layout().lineCount()):
            line = block.layout().lineAt(number)
            if block.position() + line.textStart() >= first:
                rows.add(round(article.block_rect(block).top() + line.y()))
        block = block.next()
    assert len(seen) == len(rows)  # the cells of a row are one line


@pytest.mark.parametrize("name", THEMES)
def test_the_ruler_stands_still_between_two_rules_while_the_text_goes_by(
    qtbot: QtBot, article: ArticleView, name: str
) -> None:
    theme = look.themes()[name]
    dress(article, theme)
    article.set_choices(Settings(ruler=True))
    band = article.guiding.ruler.band(article)
    bar = article.verticalScrollBar()
    for scrolled in (0, 37, 400):
        bar.setValue(scrolled)
        image = picture(article)
        x = article.viewport().x() - 20
        for y, colour in ((band.top(), theme.rule), (band.center().y(), theme.tint), (band.bottom() - 1, theme.rule)):
            assert image.pixelColor(QPoint(x, int(y))).name() == QColor(colour).name()
        assert image.pixelColor(QPoint(x, int(band.bottom()) + 2)).name() == QColor(theme.paper).name()
