"""The drawing gets its room: in the whole window, in a low one, at every size; what is told of it never hides it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QRegion
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QTabBar, QWidget
from pytestqt.qtbot import QtBot

from reader.app import App
from reader.core.text import Place
from reader.ui.pathway.about import About
from reader.ui.pathway.card import of_interaction
from reader.ui.pathway.strip import RouteStrip
from tests.stories.pathways import BUNDLED, MESSENGERS, about_of, drawing_of

Opened = Callable[[Path | str], App]
Key = Qt.Key

SLOW = pytest.mark.slow
pytestmark = SLOW  # each begins a window and looks at several sizes
SIZES = [  # and the drawing's share, at least
    (1280, 900, 0.6),
    pytest.param(800, 600, 0.5, marks=SLOW),
    pytest.param(640, 450, 0.5, marks=SLOW),
    (360, 640, 0.5),
]


@pytest.fixture
def app(qtbot: QtBot, opened: Opened) -> App:
    """The reader at the section about shared messengers."""
    app = opened(BUNDLED)
    app.window.resize(1280, 900)
    with qtbot.waitSignal(app.window.article.reading_at):
        app.navigator.open(Place(MESSENGERS))
    return app


def on_window(app: App, part: QWidget) -> QRect:
    return QRect(part.mapTo(app.window, QPoint()), part.size())


def settle() -> None:
    for _ in range(3):  # a layout may ask for another one
        QApplication.processEvents()


def resize(app: App, width: int, height: int) -> None:
    app.window.resize(width, height)
    settle()


def do(app: App, command: str) -> None:
    app.window.actions_by_id[command].trigger()
    settle()


def press(app: App, name: str) -> None:
    buttons = (each for each in app.window.findChildren(QPushButton) if each.isVisible())
    found = next(each for each in buttons if name in (each.accessibleName(), each.text()))
    QTest.mouseClick(found, Qt.MouseButton.LeftButton)
    settle()


def key(app: App, which: Qt.Key) -> None:
    QTest.keyClick(QApplication.focusWidget() or app.window, which)
    settle()


@pytest.mark.parametrize(("width", "height", "share"), SIZES)
def test_in_the_whole_window_the_drawing_has_most_of_it_and_the_way_back_is_seen(
    app: App, width: int, height: int, share: float
) -> None:
    resize(app, width, height)
    do(app, "whole_pathway")
    assert drawing_of(app).height() >= share * app.window.height()
    assert not app.window.companion.tabBar().isVisible()
    press(app, "Back to the article")
    assert app.window.article.hasFocus()
    assert not app.window.actions_by_id["whole_pathway"].isChecked()
    do(app, "go_companion")
    assert app.window.companion.tabBar().isVisible()


@pytest.mark.parametrize(("width", "height", "share"), SIZES)
def test_in_the_whole_window_a_route_leaves_the_drawing_most_of_it(
    app: App, width: int, height: int, share: float
) -> None:
    resize(app, width, height)
    do(app, "whole_pathway")
    pathway = app.window.companion.pathway
    guide = app.navigator.guide
    assert guide is not None
    assert guide.pathway is not None
    pathway.modes.walk(guide.pathway.routes[0].id)
    settle()
    strip = pathway.findChild(RouteStrip)
    assert isinstance(strip, RouteStrip)
    assert not on_window(app, strip).intersects(on_window(app, drawing_of(app)))
    assert drawing_of(app).height() >= share * app.window.height()
    for each in filter(QPushButton.isVisible, strip.findChildren(QPushButton)):
        assert on_window(app, pathway).contains(on_window(app, each)), each.text()


def test_escape_leads_out_of_the_whole_window_step_by_step(app: App) -> None:
    do(app, "whole_pathway")
    do(app, "find_node")
    drawing_of(app).setFocus()
    key(app, Key.Key_Escape)
    assert app.window.columns.is_alone, "the search has ended, no more"
    key(app, Key.Key_PageDown)
    key(app, Key.Key_Escape)
    assert app.window.columns.is_alone, "the card has closed, no more"
    key(app, Key.Key_Escape)
    assert not app.window.columns.is_alone
    assert drawing_of(app).hasFocus()
    assert app.window.article.isVisible()


def names_by(app: App, which: Qt.Key, count: int) -> list[str]:
    """Press Tab or Backtab so many times, and return what a screen reader calls each part that has the keyboard."""
    names = []
    for _ in range(count):
        key(app, which)
        part = QApplication.focusWidget()
        names.append(part.accessibleName() if part is not None else "")
    return names


def test_in_the_whole_window_tab_goes_round_and_comes_by_every_tool(app: App) -> None:
    do(app, "whole_pathway")
    names = names_by(app, Key.Key_Tab, 24)
    way = names[names.index("Back to the article") :]
    assert way[:4] == ["Back to the article", "Smaller", "Larger", "Show the whole pathway"]
    assert "Pathway" in way, "and to the drawing again"


def test_beside_the_article_tab_goes_from_the_tabs_through_the_tools_to_the_drawing(app: App) -> None:
    do(app, "go_pathway")
    before = names_by(app, Key.Key_Backtab, 10)
    assert before[:2] == ["More for the pathway", "Walk a route through the pathway"]
    assert before[8] == "Smaller"
    assert isinstance(QApplication.focusWidget(), QTabBar)
    assert names_by(app, Key.Key_Tab, 10) == [*before[8::-1], "Pathway"]


def test_another_tab_gives_the_window_back(app: App) -> None:
    do(app, "whole_pathway")
    do(app, "go_words")
    assert app.window.article.isVisible()
    assert app.window.companion.tabBar().isVisible()
    assert not app.window.actions_by_id["whole_pathway"].isChecked()


def test_a_guide_without_a_pathway_keeps_its_article(opened: Opened) -> None:
    app = opened("pathway-reader-help")
    do(app, "whole_pathway")
    assert app.window.article.isVisible()
    assert not app.window.actions_by_id["whole_pathway"].isChecked()
    assert "no pathway" in app.window.notice.said()


@pytest.mark.parametrize(
    ("width", "height"),
    [(1280, 900), pytest.param(800, 600, marks=SLOW), (640, 450), pytest.param(360, 640, marks=SLOW)],
)
@pytest.mark.parametrize("is_whole", [False, True])
def test_a_card_never_hides_its_node_nor_too_much_of_the_drawing(
    app: App, width: int, height: int, is_whole: bool
) -> None:
    resize(app, width, height)
    do(app, "go_pathway")
    if is_whole:
        do(app, "whole_pathway")
    view, pathway = drawing_of(app), app.window.companion.pathway
    frame = view.geometry()
    for _ in range(9):
        key(app, Key.Key_PageDown)
        node = pathway.current
        here = QRect(pathway.mapTo(app.window, pathway.node_rect(node).topLeft()), pathway.node_rect(node).size())
        assert on_window(app, view).contains(here), node
        assert not here.intersects(on_window(app, about_of(app))), node
        assert view.cover.clear().height() >= 0.4 * pathway.height()
    seen = view.rect_of(pathway.current)
    key(app, Key.Key_Escape)
    assert (view.geometry(), view.rect_of(pathway.current)) == (frame, seen), "nothing moves when the card closes"


@pytest.mark.parametrize(("width", "height"), [(1280, 900), (360, 640)])
@pytest.mark.parametrize("zoom", [0.4, pytest.param(1.0, marks=SLOW), 2.5])
def test_a_node_clicked_at_the_lower_edge_is_seen_above_its_card(
    app: App, width: int, height: int, zoom: float
) -> None:
    resize(app, width, height)
    do(app, "go_pathway")
    view = drawing_of(app)
    port = view.viewport()
    for node in ("microglia", "cytokines", "fm"):  # of other sections: the text goes there
        view.zoom_by(zoom / view.zoom)
        view.centerOn(view.drawing.outline(node).center())
        view.move_by(0, view.rect_of(node).bottom() + 4 - port.height())
        QTest.mouseClick(port, Qt.MouseButton.LeftButton, pos=view.rect_of(node).center())
        app.window.popup.close_popup()
        settle()
        assert about_of(app).isVisible()
        assert view.cover.clear().contains(view.rect_of(node)), node


def test_in_another_width_the_titles_of_the_stages_are_still_whole(qtbot: QtBot, app: App) -> None:
    with qtbot.waitSignal(app.window.article.reading_at):
        app.navigator.open(Place("introduction"))
    for width, height in ((360, 640), (1280, 900), (800, 600)):
        resize(app, width, height)
        do(app, "go_pathway")
        view = drawing_of(app)
        stage = view.drawing.around(view.drawing.outlines(frozenset({"fm"})))
        assert view.mapToScene(0, 0).x() <= stage.left() + 4, "where its title begins"


def scrolling_card(app: App) -> tuple[About, QWidget]:
    """Choose a node in a small window; return its card, and the page that scrolls in it."""
    resize(app, 360, 640)
    do(app, "go_pathway")
    key(app, Key.Key_PageDown)
    card = about_of(app)
    page = card.widget()
    assert page is not None
    return card, page


def test_of_a_card_that_scrolls_only_whole_rows_are_seen(app: App) -> None:
    card, page = scrolling_card(app)
    bar = card.verticalScrollBar()
    cut = 0
    for value in range(0, bar.maximum() + 1, 7):
        bar.setValue(value)
        room = QRect(0, value, page.width(), card.viewport().height())
        seen = QRegion(room) if page.mask().isEmpty() else page.mask()
        for each in page.findChildren(QPushButton):
            row = QRect(each.mapTo(page, QPoint()), each.size())
            letters = row.adjusted(0, 12, 0, -12)
            if room.contains(row):
                assert seen.contains(row.center()), each.text()
            elif room.intersects(letters) and not room.contains(letters):
                cut += 1
                assert not seen.intersects(letters), each.text()
    assert cut, "else nothing was tried"


def test_of_a_card_too_low_for_a_whole_row_something_is_seen_at_every_place(app: App) -> None:
    card, page = scrolling_card(app)
    bar = card.verticalScrollBar()
    card.resize(card.width(), 40)
    assert bar.maximum() > 40
    for value in range(0, bar.maximum() + 1, 7):
        bar.setValue(value)
        room = QRect(0, value, page.width(), card.viewport().height())
        assert page.mask().isEmpty() or page.mask().intersects(room)


def test_a_card_gives_reasons_for_the_level_it_names_and_for_no_other(app: App) -> None:
    guide = app.navigator.guide
    assert guide is not None
    assert guide.pathway is not None
    by_id = {claim.id: claim for claim in guide.claims}
    mixed = 0
    for each in guide.pathway.interactions:
        claims = [by_id[claim] for claim in each.claims]
        others = {claim.reason for claim in claims if claim.level != each.evidence and claim.reason}
        mixed += len(others)
        assert not any(reason in of_interaction(each, guide.pathway, guide).why for reason in others)
    assert mixed, "else nothing was tried"


def test_while_a_card_is_open_the_section_that_is_read_moves_nothing(app: App) -> None:
    resize(app, 360, 640)
    do(app, "go_pathway")
    key(app, Key.Key_PageDown)
    before = drawing_of(app).mapToScene(0, 0)
    app.window.companion.pathway.show_sections({"shared-messengers"}, "Shared messengers")
    assert drawing_of(app).mapToScene(0, 0) == before
