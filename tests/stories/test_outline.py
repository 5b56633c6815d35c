"""The outline, its drawer, the bar at the top and the line at the bottom, in windows wide and narrow."""

from __future__ import annotations

import json
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from reader import paths
from reader.app import App
from reader.core.text import Place
from reader.ui import theme as look
from reader.ui.drawer import Drawer
from reader.ui.header import ARROWS, WORDED
from reader.ui.status_line import StatusLine
from tests.stories.hands import press

SMALL = Path(__file__).parents[1] / "guides" / "small"


class Layouts(QObject):
    """Counts what makes a widget lay itself out anew."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: list[QEvent.Type] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Resize, QEvent.Type.LayoutRequest, QEvent.Type.Hide):
            self.seen.append(event.type())
        return False


@pytest.fixture
def narrow(qtbot: QtBot, app: App) -> App:
    """The reader in a window as narrow as a phone, with the keyboard in the article."""
    resize(qtbot, app, 360)
    app.keyboard.go_article()
    return app


def drawer(app: App) -> Drawer:
    found = app.window.findChild(Drawer)
    assert found is not None
    return found


def buttons(within: QWidget) -> dict[str, QToolButton]:
    """Return the buttons that are shown, by what a screen reader calls them."""
    return {each.accessibleName(): each for each in within.findChildren(QToolButton) if each.isVisible()}


def here(app: App) -> str:
    place = app.window.article.here()
    assert place is not None
    return place.section


def resize(qtbot: QtBot, app: App, width: int) -> None:
    app.window.resize(width, 640)
    qtbot.waitUntil(lambda: app.window.width() == width)


# Beside the article


def test_enter_opens_a_section_and_the_keyboard_goes_to_the_article(qtbot: QtBot, app: App) -> None:
    app.window.actions_by_id["go_outline"].trigger()
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Return)
    assert app.window.article.hasFocus()
    assert here(app) == "middle"


def test_esc_leads_from_the_outline_back_to_the_article(app: App) -> None:
    app.window.actions_by_id["filter_outline"].trigger()
    QTest.keyClicks(app.window.outline.box, "last")
    press(Qt.Key.Key_Escape)
    assert app.window.outline.box.text() == ""
    press(Qt.Key.Key_Escape)
    assert app.window.article.hasFocus()


def test_tab_stops_at_the_box_the_headings_and_the_buttons(app: App) -> None:
    outline = app.window.outline
    app.window.actions_by_id["filter_outline"].trigger()
    press(Qt.Key.Key_Tab)
    assert outline.tree.hasFocus()
    press(Qt.Key.Key_Tab)
    focused = QApplication.focusWidget()
    assert focused is not None
    assert focused.property("text") == "Collapse all"
    press(Qt.Key.Key_Backtab)
    press(Qt.Key.Key_Backtab)
    assert outline.box.hasFocus()


def test_an_explanation_does_not_move_the_outline(qtbot: QtBot, app: App) -> None:
    tree = app.window.outline.tree
    before = (tree.currentIndex(), tree.verticalScrollBar().value(), tree.viewport().grab().toImage())
    app.explaining.open_entry("cytokine", app.window.rect())
    assert app.window.popup.isVisible()
    assert (tree.currentIndex(), tree.verticalScrollBar().value(), tree.viewport().grab().toImage()) == before


def test_the_outline_that_was_hidden_stays_hidden_at_the_next_start(
    qtbot: QtBot, app: App, opened: Callable[[Path | str], App]
) -> None:
    app.window.resize(1200, 700)
    app.window.actions_by_id["show_outline"].trigger()
    assert not app.window.outline.isVisible()
    session = paths.state() / "session.json"
    qtbot.waitUntil(lambda: session.exists() and not json.loads(session.read_text())["outline"], timeout=3000)
    app.window.close()
    again = opened("")
    assert not again.window.outline.isVisible()
    again.window.actions_by_id["show_outline"].trigger()
    assert again.window.outline.isVisible()


def test_where_three_columns_have_no_room_outline_and_companion_take_turns(qtbot: QtBot, app: App) -> None:
    window, shown = app.window, app.window.actions_by_id
    resize(qtbot, app, 860)
    for command, turn in (("show_companion", (False, True)), ("show_outline", (True, False))):
        shown[command].trigger()
        assert (window.outline.isVisible(), window.companion.isVisible()) == turn
        assert (shown["show_outline"].isChecked(), shown["show_companion"].isChecked()) == turn
        assert window.article.isVisible()


# In a drawer


@pytest.mark.parametrize("way", ["F6", "F9", "the button"])
def test_the_drawer_opens_over_the_text_and_lays_nothing_out_anew(qtbot: QtBot, narrow: App, way: str) -> None:
    article, layouts = narrow.window.article, Layouts()
    before = (article.viewport().size(), article.verticalScrollBar().value())
    article.installEventFilter(layouts)
    article.viewport().installEventFilter(layouts)
    if way == "the button":
        QTest.mouseClick(buttons(narrow.window.header)["Outline"], Qt.MouseButton.LeftButton)
    else:
        narrow.window.actions_by_id["go_outline" if way == "F6" else "show_outline"].trigger()
    QApplication.processEvents()
    tree = narrow.window.outline.tree
    assert tree.isVisible()
    assert tree.hasFocus()
    assert article.isVisible()
    assert (article.viewport().size(), article.verticalScrollBar().value()) == before
    assert layouts.seen == []
    right = tree.mapTo(narrow.window, QPoint(tree.width(), 0)).x()
    assert right == 312, "some of the text can be seen beside it"
    assert narrow.window.actions_by_id["show_outline"].isChecked()


def test_the_drawer_closes_in_four_ways_and_the_keyboard_returns(qtbot: QtBot, narrow: App) -> None:
    window = narrow.window

    def close_with_the_button() -> None:
        close = next(each for each in drawer(narrow).findChildren(QPushButton) if each.text() == "Close")
        QTest.mouseClick(close, Qt.MouseButton.LeftButton)

    ways: dict[str, Callable[[], object]] = {
        "Esc": lambda: press(Qt.Key.Key_Escape),
        "the shade": lambda: QTest.mouseClick(drawer(narrow), Qt.MouseButton.LeftButton, pos=QPoint(340, 300)),
        "the button": close_with_the_button,
        "the command": window.actions_by_id["show_outline"].trigger,
    }
    for way, close in ways.items():
        window.actions_by_id["show_outline"].trigger()
        assert window.outline.tree.hasFocus(), way
        close()
        assert not drawer(narrow).isVisible(), way
        assert window.article.hasFocus(), way
        assert not window.actions_by_id["show_outline"].isChecked(), way


def test_a_drawer_that_was_opened_over_the_pathway_gives_back_the_pathway(narrow: App) -> None:
    narrow.window.actions_by_id["go_companion"].trigger()
    before = QApplication.focusWidget()
    narrow.window.actions_by_id["go_outline"].trigger()
    press(Qt.Key.Key_Escape)
    assert narrow.window.companion.isVisible()
    assert QApplication.focusWidget() is before


def test_tab_goes_round_inside_the_drawer(narrow: App) -> None:
    narrow.window.actions_by_id["show_outline"].trigger()
    stops = []
    for _ in range(8):
        press(Qt.Key.Key_Tab)
        focused = QApplication.focusWidget()
        assert focused is not None
        assert drawer(narrow).isAncestorOf(focused)
        stops.append(focused.accessibleName() or focused.property("text"))
    assert {"Close", "Filter the outline", "Outline", "Collapse all"} <= set(stops)
    press(Qt.Key.Key_Backtab)


def test_a_drawer_that_is_open_becomes_a_column_when_the_window_grows(qtbot: QtBot, narrow: App) -> None:
    narrow.window.actions_by_id["show_outline"].trigger()
    narrow.window.resize(900, 640)
    qtbot.waitUntil(lambda: not drawer(narrow).isVisible())
    assert narrow.window.outline.isVisible()
    narrow.window.resize(360, 640)
    qtbot.waitUntil(lambda: not narrow.window.outline.isVisible())
    narrow.window.actions_by_id["show_outline"].trigger()
    assert narrow.window.outline.isVisible()


def test_the_drawer_of_a_narrow_window_changes_nothing_for_a_wide_one(qtbot: QtBot, narrow: App) -> None:
    narrow.window.actions_by_id["show_outline"].trigger()
    press(Qt.Key.Key_Escape)
    narrow.window.resize(900, 640)
    qtbot.waitUntil(narrow.window.outline.isVisible)
    assert not drawer(narrow).isVisible()


def test_where_the_companion_took_the_articles_place_a_button_leads_back(qtbot: QtBot, narrow: App) -> None:
    narrow.window.actions_by_id["go_companion"].trigger()
    assert not narrow.window.article.isVisible()
    every = narrow.window.columns.findChildren(QPushButton)
    back = next(each for each in every if each.text() == "Back to the article")
    tabs = narrow.window.companion.tabBar()
    assert tabs.rect().contains(tabs.tabRect(tabs.count() - 1)), "every tab can be seen"
    QTest.mouseClick(back, Qt.MouseButton.LeftButton)
    assert narrow.window.article.hasFocus()
    assert not back.isVisible()


# The bar at the top


def test_in_a_narrow_window_no_button_is_cut_and_each_can_be_hit(narrow: App) -> None:
    header = narrow.window.header
    found = buttons(header)
    assert {"Menu", "Outline", "Back", "Find in the article", "Appearance"} <= set(found)
    for button in found.values():
        assert min(button.width(), button.height()) >= look.TARGET_PX
        assert header.rect().contains(button.geometry())


def test_every_button_tells_its_key_even_once_it_could_be_pressed(app: App) -> None:
    app.navigator.open(Place("last"))
    tips = {name: each.toolTip() for name, each in buttons(app.window.header).items()}
    assert tips["Back"] == "Back (Alt+Left)"
    assert tips["Find in the article"] == "Find in the article (Ctrl+F)"
    assert all(tip.endswith(")") for tip in tips.values())


def test_the_icons_take_the_ink_of_the_theme(qtbot: QtBot, narrow: App) -> None:
    narrow.window.actions_by_id["theme_contrast-dark"].trigger()
    narrow.window.actions_by_id["back"].setEnabled(True)
    for name in ("show_outline", *ARROWS[:1], *WORDED):
        picture = narrow.window.actions_by_id[name].icon().pixmap(20).toImage()
        drawn = {
            picture.pixelColor(x, y).name() for x in range(20) for y in range(20) if picture.pixelColor(x, y).alpha()
        }
        assert "#ffffff" in drawn
        assert "#000000" not in drawn


def test_a_window_between_narrow_and_wide_shows_as_much_of_the_title_as_fits(qtbot: QtBot, app: App) -> None:
    for width in (360, 500, 700, 760, 900, 1280):
        resize(qtbot, app, width)
        shown = sorted((each.geometry() for each in buttons(app.window.header).values()), key=lambda rect: rect.left())
        assert not any(left.intersects(right) for left, right in pairwise(shown))
        assert shown[-1].right() < width


# The line at the bottom


def test_the_line_at_the_bottom_is_always_as_high(qtbot: QtBot) -> None:
    line = StatusLine(look.chosen("light"))
    qtbot.addWidget(line)
    line.resize(360, 10)
    line.show()
    heights = set()
    for depth, number in (("", ""), ("Full text", ""), ("One sentence (this section: full text)", "4.3")):
        line.show_depth(depth)
        line.show_paragraph(number)
        line.show_reading("A heading that is far too long for the room that there is", 3, 2)
        QApplication.processEvents()
        heights.add(line.height())
        shown = [each for each in line.findChildren(QWidget) if each.isVisible()]
        assert line.width() == 360
        assert all(each.geometry().right() < 360 for each in shown)
    assert len(heights) == 1


@pytest.mark.parametrize(
    ("minutes", "left", "said"),
    [(3, 3, "Cytokines · 3 minutes"), (3, 2, "Cytokines · 2 of 3 minutes left"), (1, 1, "Cytokines · 1 minute")],
)
def test_the_line_at_the_bottom_says_what_is_left(qtbot: QtBot, minutes: int, left: int, said: str) -> None:
    line = StatusLine(look.chosen("light"))
    qtbot.addWidget(line)
    line.show_reading("Cytokines", minutes, left)
    assert said in {each.accessibleName() for each in line.findChildren(QWidget)}
