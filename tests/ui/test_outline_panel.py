"""The outline, used with mouse and keys, and as a screen reader meets it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QAccessible, QContextMenuEvent, QFontMetricsF, QHelpEvent, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLabel, QPushButton, QToolTip, QWidget
from pytestqt.qtbot import QtBot

from reader.core.handout.basket import Basket
from reader.core.records import Section
from reader.ui import theme as look
from reader.ui.outline import OutlinePanel
from reader.ui.outline.tree import REST
from reader.ui.outline.wrap import Wrapper
from reader.ui.theme import Theme

LONG = "word " * 1000  # a heading of 5,000 characters
SECTIONS = (
    Section("start", "Introduction", 1, "", 400),
    Section("immune", "How the immune system may play a part", 1, "", 400),
    Section("cells", "Naïve cells", 2, "immune", 200),
    Section("shared", "Shared messengers", 3, "cells", 200),
    Section("nerves", "How nerves boost pain", 1, "", 600),
    *(Section(f"more{number}", f"More of it, part {number}", 1, "", 200) for number in range(30)),
    Section("long", LONG, 1, "", 200),
)


class Clock:
    """What the outline takes for the time, in seconds."""

    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    clock = Clock()
    monkeypatch.setattr("reader.ui.outline.tree.monotonic", clock)
    return clock


@pytest.fixture
def panel(qtbot: QtBot, theme: Theme, clock: Clock) -> Iterator[OutlinePanel]:
    """The outline of SECTIONS, with the first one being read and the keyboard elsewhere."""
    window = QWidget()
    qtbot.addWidget(window)
    elsewhere, panel = QPushButton("Article"), OutlinePanel(theme)
    row = QHBoxLayout(window)
    row.addWidget(elsewhere)
    row.addWidget(panel)
    panel.setFixedSize(288, 600)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    elsewhere.setFocus()
    panel.show_outline(SECTIONS)
    panel.mark("start")
    yield panel


def rows(panel: OutlinePanel) -> list[str]:
    """Return the ids of the rows that are shown, from the top."""
    tree, found = panel.tree, []
    index = tree.headings.index(0, 0)
    if tree.isRowHidden(0, index.parent()):
        index = tree.indexBelow(index)
    while index.isValid():
        found.append(SECTIONS[tree.headings.indexes.index(index)].id)
        index = tree.indexBelow(index)
    return found


def row(panel: OutlinePanel, section: str) -> QPoint:
    """Return the middle of a row."""
    tree = panel.tree
    return tree.visualRect(tree.headings.indexes[tree.headings.position(section)]).center()


def click(panel: OutlinePanel, section: str, x: int = 100) -> None:
    QTest.mouseClick(panel.tree.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(x, row(panel, section).y()))


def current(panel: OutlinePanel) -> str:
    return SECTIONS[panel.tree.headings.indexes.index(panel.tree.currentIndex())].id


def in_view(panel: OutlinePanel, section: str) -> bool:
    return panel.tree.viewport().rect().contains(row(panel, section))


def pressed(panel: OutlinePanel, words: str) -> None:
    button = next(each for each in panel.findChildren(QPushButton) if each.text() == words)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def words(panel: OutlinePanel) -> list[str]:
    """Return what the buttons say that are there."""
    return [each.text() for each in panel.findChildren(QPushButton) if each.isVisible()]


def heard(panel: OutlinePanel) -> dict[str, QAccessible.State]:
    """Return what a screen reader meets in the tree: the names of the rows and their states."""
    tree = QAccessible.queryAccessibleInterface(panel.tree)
    assert tree.role() == QAccessible.Role.Tree
    children = [tree.child(number) for number in range(tree.childCount())]
    items = [each for each in children if each.role() == QAccessible.Role.TreeItem]
    return {each.text(QAccessible.Text.Name): each.state() for each in items}


def picture(panel: OutlinePanel, section: str) -> QImage:
    tree = panel.tree
    rect = tree.visualRect(tree.headings.indexes[tree.headings.position(section)])
    return tree.viewport().grab(rect).toImage()


def colours(image: QImage) -> set[str]:
    return {image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())}


# Following


def test_the_section_that_is_read_wears_a_bar_a_ground_and_weight(panel: OutlinePanel, theme: Theme) -> None:
    before = picture(panel, "nerves")
    panel.mark("nerves")
    after = picture(panel, "nerves")
    assert {after.pixelColor(x, 4).name() for x in range(4)} == {theme.accent.lower()}
    assert after.pixelColor(200, 4).name() == theme.tint.lower()
    ink = look.themes()["light"].ink.lower()

    def darkness(image: QImage) -> int:
        letters = range(28, 180)
        return sum(image.pixelColor(x, y).name() == ink for x in letters for y in range(image.height()))

    assert darkness(after) > 1.2 * darkness(before)


@pytest.mark.parametrize("name", sorted(look.themes()))
def test_the_row_under_the_pointer_is_not_taken_for_the_one_being_read(
    qtbot: QtBot, panel: OutlinePanel, name: str
) -> None:
    theme = look.themes()[name]
    panel.set_theme(theme)
    before = picture(panel, "nerves")
    QTest.mouseMove(panel.tree.viewport(), row(panel, "immune"))
    QTest.mouseMove(panel.tree.viewport(), row(panel, "nerves"))
    after = picture(panel, "nerves")
    assert after != before
    assert {after.pixelColor(x, 4).name() for x in (0, 2, 200)} == {before.pixelColor(200, 4).name()}
    QApplication.sendEvent(panel.tree, QEvent(QEvent.Type.Leave))
    assert picture(panel, "nerves") == before


def test_it_follows_the_reading(panel: OutlinePanel) -> None:
    panel.mark("more29")
    assert in_view(panel, "more29")
    assert current(panel) == "more29"


@pytest.mark.parametrize("touch", ["click", "wheel", "key", "filter"])
def test_it_does_not_follow_while_the_user_is_at_it(panel: OutlinePanel, clock: Clock, touch: str) -> None:
    bar = panel.tree.verticalScrollBar()
    if touch == "click":
        click(panel, "nerves")
    elif touch == "wheel":
        bar.triggerAction(bar.SliderAction.SliderSingleStepAdd)
    elif touch == "key":
        QTest.keyClick(panel.tree, Qt.Key.Key_Down)
    else:
        panel.box.setText("more")
    before = (bar.value(), current(panel))
    clock.now += REST - 0.1
    panel.mark("more29")
    assert (bar.value(), current(panel)) == before
    clock.now += 0.2
    panel.mark("more29")
    assert in_view(panel, "more29")


def test_it_does_not_follow_while_it_has_the_keyboard(panel: OutlinePanel, clock: Clock) -> None:
    panel.take_keyboard()
    clock.now += 60
    panel.mark("more29")
    assert current(panel) == "start"
    assert panel.tree.verticalScrollBar().value() == 0


def test_what_was_not_shown_begins_at_what_is_being_read(qtbot: QtBot, panel: OutlinePanel) -> None:
    panel.hide()
    panel.mark("more29")
    panel.show()
    assert in_view(panel, "more29")


def test_the_one_around_wears_the_mark_when_what_is_read_is_closed(panel: OutlinePanel, theme: Theme) -> None:
    panel.mark("shared")
    pressed(panel, "Collapse all")
    assert picture(panel, "immune").pixelColor(1, 10).name() == theme.accent.lower()
    tree = panel.tree
    described = tree.currentIndex().data(Qt.ItemDataRole.AccessibleDescriptionRole)
    assert described == "what is being read is inside"
    panel.mark("cells")
    assert rows(panel)[:3] == ["start", "immune", "nerves"], "following opens nothing"
    pressed(panel, "Expand all")
    assert picture(panel, "immune").pixelColor(1, 10).name() != theme.accent.lower()
    assert picture(panel, "cells").pixelColor(1, 10).name() == theme.accent.lower()


# Opening and closing


def test_a_click_on_the_sign_closes_what_is_inside_and_opens_no_section(qtbot: QtBot, panel: OutlinePanel) -> None:
    with qtbot.assertNotEmitted(panel.place_requested):
        click(panel, "immune", x=4)
        assert rows(panel)[:3] == ["start", "immune", "nerves"]
        click(panel, "immune", x=27)
    assert rows(panel)[:4] == ["start", "immune", "cells", "shared"]


def test_a_click_on_a_heading_goes_there_once(qtbot: QtBot, panel: OutlinePanel) -> None:
    opened = []
    panel.place_requested.connect(lambda place: opened.append(place.section))
    click(panel, "cells")
    QTest.mouseDClick(panel.tree.viewport(), Qt.MouseButton.LeftButton, pos=row(panel, "cells"))
    QTest.mouseRelease(panel.tree.viewport(), Qt.MouseButton.LeftButton, pos=row(panel, "cells"))
    assert opened == ["cells"]
    assert rows(panel)[:3] == ["start", "immune", "cells"], "a double click closes nothing"


def test_left_closes_right_opens_and_enter_goes_there(qtbot: QtBot, panel: OutlinePanel) -> None:
    panel.take_keyboard()
    QTest.keyClick(panel.tree, Qt.Key.Key_Down)
    QTest.keyClick(panel.tree, Qt.Key.Key_Left)
    assert rows(panel)[:3] == ["start", "immune", "nerves"]
    QTest.keyClick(panel.tree, Qt.Key.Key_Right)
    QTest.keyClick(panel.tree, Qt.Key.Key_Right)
    with qtbot.waitSignal(panel.place_requested) as asked:
        QTest.keyClick(panel.tree, Qt.Key.Key_Return)
    assert asked.args is not None
    assert asked.args[0].section == "cells"
    QTest.keyClick(panel.tree, Qt.Key.Key_End)
    assert in_view(panel, "long")
    with qtbot.waitSignal(panel.left):
        QTest.keyClick(panel.tree, Qt.Key.Key_Escape)


def test_the_keyboard_never_stands_on_a_row_that_is_closed(panel: OutlinePanel) -> None:
    panel.tree.setCurrentIndex(panel.tree.headings.indexes[3])
    click(panel, "immune", x=4)
    assert current(panel) == "immune"


def test_a_guide_whose_sections_stand_side_by_side_has_nothing_to_close(panel: OutlinePanel) -> None:
    panel.show_outline(SECTIONS[4:])
    assert words(panel) == ["Choose sections to print"]


# Filtering


def test_the_filter_keeps_matches_and_what_is_around_them(panel: OutlinePanel) -> None:
    QTest.keyClicks(panel.box, "NAIVE")
    assert rows(panel) == ["immune", "cells"]
    panel.box.setText("pain nerv")
    assert rows(panel) == ["nerves"]
    QTest.keyClick(panel.box, Qt.Key.Key_Escape)
    assert rows(panel) == [section.id for section in SECTIONS]


def test_the_filter_needs_no_more_room_than_there_is(panel: OutlinePanel) -> None:
    panel.setMinimumWidth(0)
    panel.setMaximumWidth(1000)
    window = panel.window()
    before = window.width()
    panel.box.setText("pain")
    panel.box.clear()
    assert window.width() == before


def test_the_filter_finds_what_is_closed_and_leaves_it_closed(panel: OutlinePanel) -> None:
    click(panel, "immune", x=4)
    panel.box.setText("shared")
    assert rows(panel) == ["immune", "cells", "shared"]
    pressed(panel, "Show all sections")
    assert panel.box.text() == ""
    assert rows(panel)[:3] == ["start", "immune", "nerves"]


def test_the_one_around_wears_the_mark_when_the_filter_hides_what_is_read(panel: OutlinePanel, theme: Theme) -> None:
    panel.mark("shared")
    panel.box.setText("naive")
    assert picture(panel, "cells").pixelColor(1, 10).name() == theme.accent.lower()


def test_down_goes_from_the_box_to_the_first_match_and_enter_opens_it(qtbot: QtBot, panel: OutlinePanel) -> None:
    panel.take_filter()
    QTest.keyClicks(panel.box, "messengers")
    with qtbot.waitSignal(panel.place_requested) as asked:
        QTest.keyClick(panel.box, Qt.Key.Key_Return)
    assert asked.args is not None
    assert asked.args[0].section == "shared"
    QTest.keyClick(panel.box, Qt.Key.Key_Down)
    assert panel.tree.hasFocus()
    assert current(panel) == "shared"


def test_the_list_says_when_nothing_matches(panel: OutlinePanel) -> None:
    panel.box.setText("<b>zebra</b>")
    said = [each for each in panel.findChildren(QLabel) if each.isVisible()]
    assert [each.text() for each in said] == ["No heading holds “<b>zebra</b>”."]
    assert said[0].textFormat() == Qt.TextFormat.PlainText
    panel.box.clear()
    assert not said[0].isVisible()


# Long headings, progress, and what is heard


def test_a_heading_of_any_length_takes_three_lines_and_its_tip_tells_all(panel: OutlinePanel) -> None:
    tree = panel.tree
    index = tree.headings.indexes[-1]
    line = tree.fontMetrics().height()
    tree.scrollToBottom()
    rect = tree.visualRect(index)
    assert 3 * line <= rect.height() <= 3 * line + 24
    QApplication.sendEvent(tree.viewport(), QHelpEvent(QEvent.Type.ToolTip, rect.center(), QPoint(9, 9)))
    assert LONG.strip() in QToolTip.text()
    QToolTip.hideText()


@pytest.mark.parametrize(
    "text", [LONG, "x" * 5000, "How cells respond to mitogenic activators " * 3, "Sleep", "a " * 200]
)
def test_lines_fit_and_the_last_one_says_whether_more_follows(theme: Theme, text: str) -> None:
    metrics = QFontMetricsF(look.sans(strong=True))
    wrapper = Wrapper(metrics)
    for width in (60, 150, 400, 900, 9000):
        lines = wrapper.lines(text, width)
        assert len(lines) == wrapper.count(text, width) <= 3
        assert all(metrics.horizontalAdvance(line) <= width + 1 for line in lines)
        is_whole = "".join(lines).replace(" ", "") == text.replace(" ", "")
        assert is_whole != lines[-1].endswith("…")


def test_a_heading_without_spaces_is_broken_where_the_line_is_full(panel: OutlinePanel, theme: Theme) -> None:
    panel.show_outline((Section("a", "x" * 5000, 1, "", 10), Section("b", "Pneumonoultramicroscopicsilico", 1, "", 10)))
    heights = [panel.tree.visualRect(index).height() for index in panel.tree.headings.indexes]
    line = panel.tree.fontMetrics().height()
    assert 3 * line <= heights[0] <= 3 * line + 24
    assert heights[1] < heights[0]


def test_progress_is_drawn_and_heard(panel: OutlinePanel) -> None:
    untouched = picture(panel, "nerves")
    panel.show_progress({"nerves": 0.3, "start": 1.0, "immune": 0.01, "gone": 0.5})
    begun = picture(panel, "nerves")
    panel.show_progress({"nerves": 1.0})
    read = picture(panel, "nerves")
    assert untouched != begun
    assert begun != read
    names = list(heard(panel))
    assert names[:3] == [
        "Introduction, 2 min, read",
        "How the immune system may play a part, 2 min without the sections inside it",
        "Naïve cells, 1 min without the sections inside it",
    ]
    assert "How nerves boost pain, 3 min, read" in names


def test_a_screen_reader_hears_a_tree_whose_items_open_and_close(panel: OutlinePanel) -> None:
    def state() -> tuple[bool, bool]:
        found = next(state for name, state in heard(panel).items() if name.startswith("How the immune"))
        return bool(found.expandable), bool(found.expanded)

    assert state() == (True, True)
    assert not any(each.expanded for name, each in heard(panel).items() if name.startswith("More")), "nothing is inside"
    click(panel, "immune", x=4)
    assert state() == (True, False)


def test_the_hidden_header_has_a_name_and_not_a_number(panel: OutlinePanel) -> None:
    assert panel.tree.headings.headerData(0, Qt.Orientation.Horizontal) == "Sections"


# Ticking sections for a handout


@pytest.fixture
def handout(panel: OutlinePanel) -> Basket:
    """What is ticked in the panel."""
    basket = Basket(SECTIONS)

    def tick(section: str) -> None:
        basket.toggle(section)
        panel.show_basket(basket)

    def clear() -> None:
        basket.take(())
        panel.show_basket(basket)

    panel.ticked.connect(tick)
    panel.handout.clear_requested.connect(clear)
    return basket


def box(panel: OutlinePanel, section: str) -> QPoint:
    """Return the middle of the box at a row."""
    return QPoint(panel.tree.box_left() + 24, row(panel, section).y())


def press_box(panel: OutlinePanel, section: str) -> None:
    QTest.mouseClick(panel.tree.viewport(), Qt.MouseButton.LeftButton, pos=box(panel, section))


def test_space_ticks_a_section_and_those_inside_it(panel: OutlinePanel, handout: Basket) -> None:
    panel.take_keyboard()
    QTest.keyClick(panel.tree, Qt.Key.Key_Down)
    QTest.keyClick(panel.tree, Qt.Key.Key_Space)
    assert list(handout.sections) == ["immune", "cells", "shared"]
    assert panel.is_choosing, "one sees what was ticked"
    QTest.keyClick(panel.tree, Qt.Key.Key_Down)
    QTest.keyClick(panel.tree, Qt.Key.Key_Space)
    assert list(handout.sections) == ["immune"]
    assert current(panel) == "cells"


def test_boxes_come_and_go_where_the_minutes_were_and_no_row_moves(panel: OutlinePanel, handout: Basket) -> None:
    tree = panel.tree
    before = [tree.visualRect(index) for index in tree.headings.indexes], picture(panel, "nerves")
    left = tree.box_left()
    words = picture(panel, "nerves").copy(0, 0, left, 44)
    pressed(panel, "Choose sections to print")
    assert [tree.visualRect(index) for index in tree.headings.indexes] == before[0]
    assert picture(panel, "nerves").copy(0, 0, left, 44) == words, "only the end of the row is another"
    assert picture(panel, "nerves") != before[1]
    pressed(panel, "Done")
    assert ([tree.visualRect(index) for index in tree.headings.indexes], picture(panel, "nerves")) == before


def test_the_mouse_ticks_the_box_and_opens_the_words(qtbot: QtBot, panel: OutlinePanel, handout: Basket) -> None:
    pressed(panel, "Choose sections to print")
    with qtbot.assertNotEmitted(panel.place_requested):
        press_box(panel, "nerves")
        press_box(panel, "start")
    assert list(handout.sections) == ["start", "nerves"]
    with qtbot.waitSignal(panel.place_requested):
        click(panel, "nerves")
    assert list(handout.sections) == ["start", "nerves"]
    pressed(panel, "Done")
    with qtbot.waitSignal(panel.place_requested):
        press_box(panel, "nerves")
    assert list(handout.sections) == ["start", "nerves"], "where no box is, none is ticked"


def test_who_slips_off_the_box_ticks_nothing(panel: OutlinePanel, handout: Basket) -> None:
    pressed(panel, "Choose sections to print")
    view, left = panel.tree.viewport(), Qt.MouseButton.LeftButton
    QTest.mousePress(view, left, pos=box(panel, "start"))
    QTest.mouseRelease(view, left, pos=box(panel, "nerves"))
    assert list(handout.sections) == []


def test_boxes_are_large_enough_to_hit(panel: OutlinePanel) -> None:
    view = panel.tree.viewport()
    assert view.width() - panel.tree.box_left() >= look.TARGET_PX
    assert all(panel.tree.visualRect(index).height() >= look.TARGET_PX for index in panel.tree.headings.indexes)


@pytest.mark.parametrize("name", sorted(look.themes()))
def test_ticked_half_ticked_and_not_are_told_by_shape_alone(panel: OutlinePanel, handout: Basket, name: str) -> None:
    panel.set_theme(look.themes()[name])
    pressed(panel, "Choose sections to print")
    press_box(panel, "shared")
    left = panel.tree.box_left()

    def dark(section: str) -> set[tuple[int, int]]:
        image = picture(panel, section)
        grounds = {look.themes()[name].paper.lower(), look.themes()[name].panel.lower()}
        middle = image.height() // 2
        return {
            (x, y - middle)
            for x in range(left, image.width())
            for y in range(middle - 12, middle + 12)
            if image.pixelColor(x, y).name() not in grounds
        }

    ticked, half, none = dark("shared"), dark("cells"), dark("nerves")
    assert len(none) < len(half) < len(ticked)


def test_a_screen_reader_hears_what_is_checked_while_one_chooses(panel: OutlinePanel, handout: Basket) -> None:
    assert not any(state.checkable for state in heard(panel).values())
    pressed(panel, "Choose sections to print")
    press_box(panel, "cells")
    states = heard(panel)
    immune = "How the immune system may play a part, 2 min without the sections inside it"
    assert all(state.checkable for state in states.values())
    assert [name for name, state in states.items() if state.checked] == [
        "Naïve cells, 1 min without the sections inside it",
        "Shared messengers, 1 min",
    ]
    assert f"{immune}, partly checked" in states
    press_box(panel, "cells")
    assert immune in heard(panel)
    pressed(panel, "Done")
    assert not any(state.checkable for state in heard(panel).values())


def test_the_foot_tells_how_much_is_chosen_and_clearing_is_undone_in_its_place(
    qtbot: QtBot, panel: OutlinePanel, handout: Basket
) -> None:
    assert words(panel)[-1:] == ["Choose sections to print"]
    pressed(panel, "Choose sections to print")
    assert words(panel)[-3:] == ["Done", "Clear", "Print…"]
    press_box(panel, "cells")
    assert words(panel)[-3:] == ["Done", "Clear", "Print 2 sections…"]
    with qtbot.waitSignal(panel.handout.print_requested):
        pressed(panel, "Print 2 sections…")
    pressed(panel, "Clear")
    assert list(handout.sections) == []
    with qtbot.waitSignal(panel.handout.undo_requested):
        pressed(panel, "Undo")
    press_box(panel, "start")
    assert "Clear" in words(panel), "something else was done since"
    pressed(panel, "Done")
    assert words(panel)[-2:] == ["My handout: 1 section", "Print…"]
    heights = [each.height() for each in panel.handout.findChildren(QPushButton) if each.isVisible()]
    assert min(heights) >= look.TARGET_PX


def test_ticks_stay_when_the_outline_is_filtered(panel: OutlinePanel, handout: Basket) -> None:
    pressed(panel, "Choose sections to print")
    panel.box.setText("messengers")
    press_box(panel, "cells")
    assert list(handout.sections) == ["cells", "shared"]
    panel.box.clear()
    assert [name for name, state in heard(panel).items() if state.checked] != []


def test_a_right_click_asks_for_a_menu_of_that_section(qtbot: QtBot, panel: OutlinePanel) -> None:
    panel.tree.menu_requested.disconnect()
    where = row(panel, "nerves")
    reason = QContextMenuEvent.Reason
    for event, section in (
        (QContextMenuEvent(reason.Mouse, where, panel.tree.viewport().mapToGlobal(where)), "nerves"),
        (QContextMenuEvent(reason.Keyboard, where, QPoint()), "start"),
    ):
        with qtbot.waitSignal(panel.tree.menu_requested) as asked:
            QApplication.sendEvent(panel.tree.viewport(), event)
        assert asked.args is not None
        assert asked.args[0] == section
    with qtbot.waitSignal(panel.place_requested):
        panel.menu_at("nerves").actions()[0].trigger()
