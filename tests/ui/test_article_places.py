"""The place one reads: it stays where it is, whatever happens to the text around it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from reader.appearance import Appearance
from reader.core.guide import Guide
from reader.core.text import Place
from reader.ui import theme as look
from reader.ui.article import building, parts
from reader.ui.article.view import ArticleView
from reader.ui.theme import Theme

SIZES = (12.0, 13.0, 16.0, 18.0, 20.0, 24.0, 28.0, 32.0, 36.0, 40.0)


def shown(qtbot: QtBot, theme: Theme, guide: Guide, place: Place | None = None) -> ArticleView:
    """Return an article of 700 x 500 pixels with all of *guide* in it."""
    view = ArticleView(theme, Appearance())
    qtbot.addWidget(view)
    view.resize(700, 500)
    view.show()
    view.show_guide(guide, place)
    whole(qtbot, view)
    return view


def whole(qtbot: QtBot, view: ArticleView) -> None:
    """Wait until all of the article is in its document."""
    qtbot.waitUntil(lambda: view.contents.is_whole)


def some_places(guide: Guide) -> list[Place]:
    """Return a place in the middle of every ninth block."""
    every = [(section.id, block) for section in guide.outline for block in guide.blocks(section.id) if block.text]
    return [Place(section, block.id, len(block.text) // 2) for section, block in every[3::9]]


def y_of(view: ArticleView, place: Place) -> int:
    position = view.places.position(place)
    assert position is not None
    return view.y_of(position)


def test_one_is_exactly_where_one_went(qtbot: QtBot, theme: Theme, bundled: Guide) -> None:
    view = shown(qtbot, theme, bundled)
    places = some_places(bundled)
    assert len(places) > 30
    for place in places:
        view.show_place(place)
        assert view.here() == place
        assert y_of(view, place) == view.reading_line()


@pytest.mark.slow  # a change at a time is in the tests below
def test_ten_sizes_and_back_again_end_where_one_was(qtbot: QtBot, theme: Theme, bundled: Guide) -> None:
    view = shown(qtbot, theme, bundled)
    for place in some_places(bundled)[::7]:
        view.show_place(place)
        whole(qtbot, view)
        for size in SIZES:
            view.set_look(theme, Appearance(size=size))
            assert abs(y_of(view, place) - view.reading_line()) <= 1
        view.set_look(theme, Appearance())
        assert view.here() == place
        assert y_of(view, place) == view.reading_line()


@pytest.mark.slow
def test_a_line_that_one_scrolled_to_comes_back_after_every_change(qtbot: QtBot, theme: Theme, bundled: Guide) -> None:
    view = shown(qtbot, theme, bundled)
    bar = view.verticalScrollBar()
    for value in range(700, bar.maximum() - 600, bar.maximum() // 7):
        bar.setValue(value)
        here = view.here()
        assert here is not None
        before = y_of(view, here)
        for dark, appearance in (
            ("dark", Appearance()),
            ("dark", Appearance(face="sans", letter=0.12, word=0.16)),
            ("sepia", Appearance(width=40, paragraph=2.0, line=1.5)),
            ("light", Appearance()),
        ):
            view.set_look(look.chosen(dark), appearance)
            assert view.here() == here
        for width, height in ((360, 640), (1280, 300), (500, 900), (700, 500)):
            view.resize(width, height)
            assert view.here() == here
        assert y_of(view, here) == before


@pytest.mark.parametrize("size", [12.0, 40.0])
def test_near_the_end_of_what_is_built_so_far_one_comes_to_the_reading_line_and_stays(
    qtbot: QtBot, theme: Theme, bundled: Guide, size: float
) -> None:
    view = shown(qtbot, theme, bundled)
    view.show_place(Place("mitogenic-activators"))
    view.set_look(theme, Appearance(size=size))  # what is seen is built anew, and nothing else so far
    assert not view.contents.is_whole
    here = [each for each in some_places(bundled) if view.places.has(each)]
    place = here[-1]
    view.show_place(place)
    assert y_of(view, place) == view.reading_line()
    heights = set()
    while not view.contents.is_whole:
        qtbot.wait(1)
        heights.add(y_of(view, place))
    assert heights == {view.reading_line()}
    assert view.here() == place


def test_text_that_becomes_shorter_takes_nobody_away_from_the_place_read(
    qtbot: QtBot, theme: Theme, bundled: Guide
) -> None:
    view = shown(qtbot, theme, bundled)
    place = some_places(bundled)[-8]
    view.show_place(place)
    bar = view.verticalScrollBar()
    bar.setRange(0, bar.value() - 50)  # as Qt does when its first guess of the length was too long
    assert view.here() == place


def test_while_the_text_grows_before_it_what_is_read_does_not_move(
    qtbot: QtBot, theme: Theme, bundled: Guide, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(building, "SLICE", 1)  # part by part
    monkeypatch.setattr(parts, "PART", 500)
    place = Place("what-helps", "what-helps.9", 5)
    view = ArticleView(theme, Appearance())
    qtbot.addWidget(view)
    view.resize(700, 500)
    view.show()
    view.show_guide(bundled, place)
    seen = set()
    view.document().contentsChanged.connect(lambda: seen.add(view.document().characterCount()))
    while not view.contents.is_whole:
        qtbot.wait(1)
        assert y_of(view, place) == view.reading_line()
    assert view.here() == place
    assert len(seen) > 20


def test_what_was_selected_is_selected_after_a_change(qtbot: QtBot, theme: Theme, guide: Guide) -> None:
    view = shown(qtbot, theme, guide)
    view.setTextCursor(view.document().find("cytokines are small"))
    view.set_look(theme, Appearance(size=24))
    assert view.selected_words() == "cytokines are small"


def test_the_rest_of_the_text_waits_for_the_first_picture(qtbot: QtBot, theme: Theme, bundled: Guide) -> None:
    view = ArticleView(theme, Appearance())
    qtbot.addWidget(view)
    view.resize(700, 500)
    view.show_guide(bundled)
    before = view.document().characterCount()
    qtbot.wait(120)
    assert view.document().characterCount() == before
    with qtbot.waitSignal(view.contents.built):
        view.show()
    assert view.places.has(Place(bundled.outline[-1].id))


def test_a_jump_while_the_text_still_grows_arrives(
    qtbot: QtBot, theme: Theme, bundled: Guide, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(building, "UNSEEN_PAUSE_MS", 60_000)
    view = ArticleView(theme, Appearance())
    qtbot.addWidget(view)
    view.resize(700, 500)
    view.show()
    view.show_guide(bundled)
    last = bundled.outline[-1].id
    assert not view.places.has(Place(last))
    with qtbot.waitSignal(view.reading_at) as read:
        view.show_place(Place(last))
    assert read.args[0].section == last


def test_the_first_place_that_is_named_is_the_one_that_was_asked_for(
    qtbot: QtBot, theme: Theme, bundled: Guide
) -> None:
    view = ArticleView(theme, Appearance())
    qtbot.addWidget(view)
    view.show()
    place = Place("questions", "questions.2", 3)
    with qtbot.waitSignal(view.reading_at) as read:
        view.show_guide(bundled, place)
    assert read.args == [place]  # else the keeper would write the beginning over it


def test_at_the_very_beginning_one_stays_there(qtbot: QtBot, theme: Theme, guide: Guide) -> None:
    view = shown(qtbot, theme, guide)
    view.set_look(theme, Appearance(size=30))
    assert view.verticalScrollBar().value() == 0
    assert view.here() == Place("first", "first.1")


@pytest.mark.parametrize("face", ["serif", "sans", "A face that nobody has"])
@pytest.mark.parametrize("width", [360, 800])
def test_nothing_is_wider_than_the_window_in_the_largest_size(
    qtbot: QtBot, theme: Theme, bundled: Guide, face: str, width: int
) -> None:
    view = shown(qtbot, theme, bundled)
    view.resize(width, 640)
    largest = Appearance(face=face, size=40.0, line=2.5, paragraph=3.0, letter=0.2, word=0.5, width=90)
    view.set_look(theme, largest)
    whole(qtbot, view)
    after_the_last_letter = largest.letter * view.text_size()
    block = view.document().firstBlock()
    while block.isValid():
        for number in range(block.layout().lineCount()):
            line = block.layout().lineAt(number)
            assert line.x() + line.naturalTextWidth() <= view.viewport().width() + after_the_last_letter
        block = block.next()
    assert view.horizontalScrollBar().maximum() == 0


def test_the_measure_follows_face_size_spaces_and_width(qtbot: QtBot, theme: Theme, guide: Guide) -> None:
    view = shown(qtbot, theme, guide)
    view.resize(3000, 500)
    usual = view.viewport().width()
    for appearance, share in (
        (Appearance()._replace(width=40), 40 / 66),
        (Appearance()._replace(size=28.0), 2.0),
    ):
        view.set_look(theme, appearance)
        assert view.viewport().width() == pytest.approx(usual * share, rel=0.03)
    view.set_look(theme, Appearance(letter=0.1))
    assert view.viewport().width() > usual * 1.1


def test_every_size_of_the_text_grows_with_it(qtbot: QtBot, theme: Theme, guide: Guide) -> None:
    view = shown(qtbot, theme, guide)

    def sizes() -> list[float]:
        found = []
        block = view.document().firstBlock()
        while block.isValid():
            if block.text():
                found.append(block.charFormat().font().pointSizeF())
            block = block.next()
        return found

    before = sizes()
    view.set_look(theme, Appearance(size=28.0))
    whole(qtbot, view)
    assert sizes() == pytest.approx([2 * size for size in before], rel=0.01)


def test_ctrl_home_and_end_reach_the_ends_of_the_article(qtbot: QtBot, theme: Theme, bundled: Guide) -> None:
    view = ArticleView(theme, Appearance())
    qtbot.addWidget(view)
    view.resize(700, 500)
    view.show()
    view.show_guide(bundled, Place("what-helps"))
    QTest.keyClick(view, Qt.Key.Key_Home, Qt.KeyboardModifier.ControlModifier)
    assert view.here() == Place(bundled.outline[0].id, bundled.blocks(bundled.outline[0].id)[0].id)
    QTest.keyClick(view, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    here = view.here()
    assert here is not None
    assert here.section == bundled.outline[-1].id


def test_in_a_column_of_a_few_letters_headings_and_indents_give_way(qtbot: QtBot, theme: Theme, guide: Guide) -> None:
    view = shown(qtbot, theme, guide)
    view.set_look(theme, Appearance(size=40.0))

    def shares() -> tuple[float, float]:
        title = view.document().firstBlock().charFormat().font().pointSizeF()
        return title / 40, view.document().indentWidth() / view.text_size()

    view.resize(900, 640)
    assert shares() == pytest.approx((1.84, 1.5), abs=0.02)
    view.resize(360, 640)
    assert shares() == pytest.approx((1.0, 0.95), abs=0.02)
