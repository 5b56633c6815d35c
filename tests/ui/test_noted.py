"""What the reader noted, in the text and beside it: seen in every theme, pressed, gone to, and said."""

from __future__ import annotations

from itertools import combinations

import pytest
from PySide6.QtCore import QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QTextCursor, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reader.appearance import Appearance
from reader.core.guide import Guide
from reader.core.notebook import passage
from reader.core.notebook.book import Book
from reader.core.notebook.notes import STYLES, Kind, Note, Style
from reader.core.section_text import SectionTexts
from reader.core.text import Place
from reader.settings import Settings
from reader.ui import theme as look
from reader.ui.article.signs import SIGN, SignStrip
from reader.ui.article.view import ArticleView
from reader.ui.widgets.mark_styles import SAMPLE_WIDTH, paint_sample, style_name
from tests.ui.article_picture import picture

THEMES = tuple(look.themes())


@pytest.fixture
def heard(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What a screen reader is told."""
    words: list[str] = []
    for module in ("leading", "view"):
        monkeypatch.setattr(f"reader.ui.article.{module}.announce", lambda _who, said: words.append(said))
    return words


def noted(
    guide: Guide, section: str, words: str, kind: Kind = "highlight", body: str = "", style: Style = "important"
) -> Note:
    """Return a note on some words of a section, which are its id, too."""
    texts = SectionTexts(guide)
    text = texts.of(section)
    low = text.text.index(words)
    last = text.place(low + len(words) - 1)
    target = passage.make(texts, text.place(low), last._replace(offset=last.offset + 1))[0]
    return Note(f"{kind}: {words}", guide.about.id, kind, target, body, style if kind == "highlight" else "")


def show(view: ArticleView, *notes: Note) -> None:
    view.noting.show(Book(notes[0].guide, notes))
    QApplication.processEvents()


def box(view: ArticleView, words: str) -> QRectF:
    """Return where words stand, in pixels of the widget."""
    found = view.document().find(words)
    assert not found.isNull()
    whole = QRectF()
    for rect in view.rects(found.selectionStart(), found.selectionEnd()):
        whole = whole.united(rect)
    return whole.translated(QPointF(view.viewport().pos()))


def colours(image: QImage, rect: QRectF) -> set[str]:
    area = rect.toAlignedRect() & image.rect()
    return {
        image.pixelColor(x, y).name().upper()
        for x in range(area.left(), area.right() + 1)
        for y in range(area.top(), area.bottom() + 1)
    }


def signs(view: ArticleView) -> list[tuple[list[str], QRectF]]:
    """Return the ids of the notes of each sign in view, and its rectangle in pixels of the strip."""
    strip = view.findChild(SignStrip)
    assert strip is not None
    shift = view.viewport().pos() - strip.pos()
    return [([each.id for each in notes], rect.translated(shift)) for notes, rect in strip.signs.in_view(view)]


def press_sign(view: ArticleView, at: QPoint) -> None:
    """Press a sign with the mouse, wherever the strip stands."""
    strip = view.findChild(SignStrip)
    assert strip is not None
    QTest.mouseClick(strip, Qt.MouseButton.LeftButton, pos=at)


@pytest.mark.usefixtures("theme")
@pytest.mark.parametrize("name", THEMES)
def test_each_style_has_a_form_of_its_own_without_its_colour(name: str) -> None:
    theme = look.themes()[name]
    paper = QColor(theme.paper).lightness()
    forms = {}
    for style in STYLES:
        image = QImage(SAMPLE_WIDTH, 24, QImage.Format.Format_RGB32)
        image.fill(QColor(theme.paper))
        with QPainter(image) as painter:
            paint_sample(painter, QRectF(image.rect()), style, theme)
        ink = QColor(theme.ink).lightness()
        forms[style] = {  # what is nearer to ink than to paper: letters and lines, and no ground
            (x, y)
            for x in range(image.width())
            for y in range(image.height())
            if abs(image.pixelColor(x, y).lightness() - ink) < abs(image.pixelColor(x, y).lightness() - paper)
        }
    assert all(len(forms[a] ^ forms[b]) > 20 for a, b in combinations(STYLES, 2))
    assert len({style_name(style) for style in STYLES}) == len(STYLES)


@pytest.mark.parametrize("name", THEMES)
def test_a_highlight_is_seen_in_every_theme_and_its_neighbours_are_not_marked(
    article: ArticleView, guide: Guide, name: str
) -> None:
    theme = look.themes()[name]
    article.set_look(theme, Appearance())
    plain = picture(article)
    show(article, noted(guide, "first", "second paragraph", style="remember"))
    marked, words = picture(article), box(article, "second paragraph").adjusted(4, 0, -4, 2)
    line = words.adjusted(0, words.height() - 2, 0, 4)
    assert theme.quiet in colours(marked, line)
    assert theme.quiet not in colours(plain, line)
    if theme.remember != theme.paper:
        assert theme.remember in colours(marked, words)
    before = box(article, "stands here").adjusted(4, 0, 0, 4)
    assert colours(marked, before) == colours(plain, before)


def test_both_of_two_highlights_that_overlap_are_seen(article: ArticleView, guide: Guide) -> None:
    one = noted(guide, "first", "second paragraph stands here")
    two = noted(guide, "first", "stands here, so that", style="remember")
    show(article, one)
    words = box(article, "stands here").adjusted(4, 0, -4, 8)
    alone = picture(article).copy(words.toAlignedRect())
    show(article, one, two)
    both = picture(article).copy(words.toAlignedRect())

    def rows(image: QImage) -> int:
        return sum(image.pixelColor(2, y) == QColor(article.theme.quiet) for y in range(image.height()))

    assert rows(both) > rows(alone) >= 2


def test_words_that_the_depth_hides_are_marked_nowhere_and_their_sign_stands_at_the_line_that_opens_them(
    article: ArticleView, guide: Guide
) -> None:
    show(article, noted(guide, "first", "second paragraph"), noted(guide, "first", "Cells talk", style="mine"))
    assert signs(article) == []  # a highlight alone has none
    article.contents.set_depths("gist", {})
    QApplication.processEvents()
    (ids, _), *rest = signs(article)
    assert ids == ["highlight: second paragraph"]
    assert rest == []
    image = picture(article)
    assert article.theme.mine in colours(image, box(article, "Cells talk"))
    assert article.theme.important not in colours(image, QRectF(image.rect()).adjusted(100, 40, -300, -200))


@pytest.mark.parametrize("name", THEMES)
def test_words_with_a_note_have_a_line_turned_up_at_their_ends_and_a_whole_paragraph_has_none(
    article: ArticleView, guide: Guide, name: str
) -> None:
    theme = look.themes()[name]
    article.set_look(theme, Appearance())
    plain = picture(article)
    show(article, noted(guide, "first", "second paragraph", "note", "Which?"))
    marked, words = picture(article), box(article, "second paragraph")

    def inked(image: QImage, x: float) -> int:
        return sum(image.pixelColor(round(x), y).name().upper() == theme.quiet for y in below)

    below = range(round(words.bottom()) - 4, round(words.bottom()) + 6)
    assert inked(marked, words.center().x()) == inked(plain, words.center().x()) + 1
    assert inked(marked, words.left()) >= inked(plain, words.left()) + 3
    assert inked(marked, words.right() - 1) >= inked(plain, words.right() - 1) + 3
    whole = next(block.text for block in guide.blocks("first") if block.text.startswith("A second paragraph"))
    show(article, noted(guide, "first", whole, "note", "Which?"))
    assert picture(article).copy(words.toAlignedRect()) == plain.copy(words.toAlignedRect())


@pytest.mark.parametrize("width", [360, 700])
@pytest.mark.parametrize("points", [12, 28])
def test_signs_grow_with_the_text_and_can_be_pressed_where_the_window_is_narrow(
    article: ArticleView, guide: Guide, width: int, points: int
) -> None:
    article.resize(width, 640)
    article.set_look(article.theme, Appearance(size=points))
    QApplication.processEvents()
    show(article, noted(guide, "first", "Immune cells", "bookmark"))
    article.show_place(Place("first", noted(guide, "first", "Immune cells").target.block))
    QApplication.processEvents()
    ((_, rect),) = signs(article)
    strip = article.findChild(SignStrip)
    assert strip is not None
    room = article.viewport().x()
    assert rect.width() >= min(article.text_size() - 1, room - 8)
    opened: list[str] = []
    article.noting.note_requested.connect(opened.append)
    right = strip.width() - 1
    for x, y in ((right, 0), (right - 23, 0), (right, 21), (right, -21)):  # WCAG 2.2, 2.5.8: 24 pixels at least
        press_sign(article, QPoint(x, round(rect.center().y()) + y))
    assert len(opened) == 4


def test_signs_of_one_paragraph_are_one_sign_which_opens_the_first(
    qtbot: QtBot, article: ArticleView, guide: Guide
) -> None:
    show(
        article,
        noted(guide, "first", "many of them", "question", "How many?"),
        noted(guide, "first", "second paragraph", "bookmark"),
        noted(guide, "first", "Immune cells", "note", "Which?"),
    )
    found = signs(article)
    assert [ids for ids, _ in found] == [
        ["note: Immune cells"],
        ["bookmark: second paragraph", "question: many of them"],
    ]
    with qtbot.waitSignal(article.noting.note_requested) as opened:
        press_sign(article, found[1][1].center().toPoint())
    assert opened.args == ["bookmark: second paragraph"]


def test_a_sign_can_be_pressed_24_pixels_around_and_nothing_beside_it(article: ArticleView, guide: Guide) -> None:
    show(article, noted(guide, "first", "second paragraph", "bookmark"))
    opened: list[str] = []
    article.noting.note_requested.connect(opened.append)
    middle = signs(article)[0][1].center().toPoint()
    around = [QPoint(0, 11), QPoint(0, -11), QPoint(11, 0), QPoint(-12, 0)]  # WCAG 2.2, 2.5.8: 24 pixels
    for away in around:
        press_sign(article, middle + away)
    assert len(opened) == len(around)
    strip = article.findChild(SignStrip)
    assert strip is not None
    assert strip.signs.at(article, QPointF(middle + QPoint(0, 2 * SIGN) - article.viewport().pos() + strip.pos())) == ()


def test_a_number_and_a_sign_beside_one_paragraph_do_not_touch(article: ArticleView, guide: Guide) -> None:
    show(article, noted(guide, "first", "second paragraph", "bookmark"))
    free = signs(article)[0][1]
    article.set_choices(Settings(paragraph_numbers=True))
    QApplication.processEvents()
    beside = signs(article)[0][1]
    line = box(article, "second paragraph")
    assert free.top() < line.bottom() - 4
    assert beside.top() >= line.top() + 18  # below the number, which stands on the line of the first words


def test_the_wheel_scrolls_the_text_beside_it_too(article: ArticleView, guide: Guide) -> None:
    show(article, noted(guide, "first", "second paragraph", "bookmark"))
    strip = article.findChild(SignStrip)
    assert strip is not None
    middle = signs(article)[0][1].center()
    wheel = QWheelEvent(
        middle,
        QPointF(strip.mapToGlobal(middle.toPoint())),
        QPoint(),
        QPoint(0, -240),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(strip, wheel)
    assert article.verticalScrollBar().value() > 0


def test_a_click_on_highlighted_words_is_a_click_on_the_words(qtbot: QtBot, article: ArticleView, guide: Guide) -> None:
    show(article, noted(guide, "first", "Cells talk with cytokines", body="Which?"))
    term = next(each for each in article.places.links if each.address.startswith("term:"))
    with qtbot.waitSignal(article.links.entry_requested), qtbot.assertNotEmitted(article.noting.note_requested):
        middle = article.rects(term.start, term.end)[0].center().toPoint()
        QTest.mouseClick(article.viewport(), Qt.MouseButton.LeftButton, pos=middle)


def test_keys_lead_from_mark_to_mark_through_all_sections_and_enter_opens_one(
    qtbot: QtBot, article: ArticleView, guide: Guide
) -> None:
    article.leading.mark_requested.connect(article.lead_to)
    show(
        article,
        noted(guide, "naive", "They wait", "note", "For what?"),
        noted(guide, "first", "second paragraph"),
        noted(guide, "receptors", "its keyhole", "bookmark"),
    )
    way = []
    for _ in range(3):
        article.leading.next_mark()
        assert article.links.held is not None
        assert article.in_view(article.links.held.start)
        way.append(article.links.held.address)
    assert way == ["note:highlight: second paragraph", "note:bookmark: its keyhole", "note:note: They wait"]
    with qtbot.waitSignal(article.leading.told) as told:
        article.leading.next_mark()
    assert told.args == ["No mark stands after this."]
    article.leading.previous_mark()
    with qtbot.waitSignal(article.noting.note_requested) as opened:
        QTest.keyClick(article, Qt.Key.Key_Return)
    assert opened.args == ["bookmark: its keyhole"]


def test_the_first_mark_is_reached_where_it_is_what_one_reads(article: ArticleView, guide: Guide) -> None:
    heading = next(block.text for block in guide.blocks("first") if block.kind == "heading")
    show(article, noted(guide, "first", heading), noted(guide, "first", "second paragraph"))
    way = []
    for _ in range(2):
        article.leading.next_mark()
        assert article.links.held is not None
        way.append(article.links.held.address)
    assert way == [f"note:highlight: {heading}", "note:highlight: second paragraph"]


def test_a_mark_that_the_depth_hides_is_opened_when_one_goes_to_it(article: ArticleView, guide: Guide) -> None:
    article.leading.mark_requested.connect(article.lead_to)
    article.contents.set_depths("gist", {})
    show(article, noted(guide, "first", "second paragraph"))
    article.leading.next_mark()
    assert article.links.held is not None
    assert article.document().findBlock(article.links.held.start).text().startswith("A second paragraph")


def test_what_one_comes_into_by_keyboard_is_said_once(article: ArticleView, guide: Guide, heard: list[str]) -> None:
    show(article, noted(guide, "first", "second", style="unclear", body="Ask about this"))
    caret = article.document().find("A second")
    caret.setPosition(caret.selectionStart())
    article.set_caret(caret)
    for _ in range(12):
        QTest.keyClick(article, Qt.Key.Key_Right)
    assert heard == ["highlighted, unclear, with your note: Ask about this"]
    for _ in range(6):
        QTest.keyClick(article, Qt.Key.Key_Left)
    assert len(heard) == 2  # it was left, and come to again


def test_a_line_that_the_caret_comes_to_tells_all_its_marks(
    article: ArticleView, guide: Guide, heard: list[str]
) -> None:
    show(article, noted(guide, "first", "paragraph", style="mine"), noted(guide, "first", "second", "bookmark"))
    caret = article.document().find("Immune cells send")
    caret.setPosition(caret.selectionStart())
    article.set_caret(caret)
    for _ in range(4):
        QTest.keyClick(article, Qt.Key.Key_Down)
    assert "bookmark; highlighted, mine" in heard


def test_a_term_that_gets_the_keyboard_in_a_highlight_says_so(
    article: ArticleView, guide: Guide, heard: list[str]
) -> None:
    show(article, noted(guide, "first", "Cells talk with cytokines", style="remember"))
    QTest.keyClick(article, Qt.Key.Key_Tab)
    assert heard == ["cytokines, explained word, highlighted, remember"]


def test_the_button_that_shows_what_is_hidden_says_how_many_marks_are_in_it(
    article: ArticleView, guide: Guide, heard: list[str]
) -> None:
    article.contents.set_depths("gist", {})
    show(article, noted(guide, "first", "second paragraph"), noted(guide, "first", "nobody", "bookmark"))
    for _ in range(2):
        QTest.keyClick(article, Qt.Key.Key_Tab)
    assert heard[-1].startswith("Show the full text")
    assert heard[-1].endswith("button, 2 marks in it")


def test_the_notes_at_hand_are_those_of_the_selection_or_of_the_caret(article: ArticleView, guide: Guide) -> None:
    one, two = noted(guide, "first", "second paragraph"), noted(guide, "first", "many of them", "note", "Yes")
    show(article, one, two)
    words = article.document().find("second")
    article.set_caret(words)
    assert article.selection.notes() == [one]
    article.set_caret(article.document().find("nobody"))
    assert article.selection.notes() == []
    many = article.document().find("many of")
    assert article.selection.notes(many.selectionStart()) == [two]


def test_a_paragraph_that_is_chosen_is_its_words_without_the_mark_of_evidence(
    article: ArticleView, guide: Guide
) -> None:
    article.show_place(Place("receptors", "receptors.2"))
    texts = SectionTexts(guide)
    ends = article.selection.passage()
    assert ends is not None
    (target,) = passage.make(texts, *ends)
    assert target.quote.startswith("A receptor is where")
    assert "Weak" not in target.quote
    assert target.quote.endswith("matter.") or target.quote[-1].isdigit()


def test_a_selection_that_runs_into_the_mark_of_evidence_is_of_the_words_before_it(
    article: ArticleView, guide: Guide
) -> None:
    texts = SectionTexts(guide)
    article.show_place(Place("receptors", "receptors.2"))
    paragraph = article.selection.passage()
    assert paragraph is not None
    begins, ends = (article.places.position(each) for each in paragraph)
    assert begins is not None
    assert ends is not None
    mark = article.document().find("Weak", ends)
    assert not mark.isNull()
    for start, wanted in ((begins + 2, "receptor is where"), (mark.selectionStart(), "A receptor is where")):
        caret = article.textCursor()
        caret.setPosition(start)
        caret.setPosition(mark.selectionEnd(), QTextCursor.MoveMode.KeepAnchor)
        article.set_caret(caret)
        chosen = article.selection.passage()
        assert chosen is not None
        assert chosen[1] == paragraph[1]
        (target,) = passage.make(texts, *chosen)
        assert target.quote.startswith(wanted)


@pytest.mark.qt_log_ignore("not accepted by receiving widget")  # Qt's text leaves a click to whoever wants it
def test_what_the_mouse_has_clicked_is_chosen_until_one_moves_on(article: ArticleView) -> None:
    second = article.document().find("second paragraph")
    QTest.mouseClick(article.viewport(), Qt.MouseButton.LeftButton, pos=article.cursorRect(second).center())
    ends = article.selection.passage()
    assert ends is not None
    assert ends[0].block == article.places.place(second.position()).block  # type: ignore[union-attr]
    article.show_place(Place("naive"))
    ends = article.selection.passage()
    assert ends is not None
    assert ends[0].section == "naive"
