"""Asking, tracing and finding: by what is not hidden, with a card for what one chooses, and again later."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QListWidget, QPushButton
from pytestqt.qtbot import QtBot

from reader.app import App
from reader.ui.pathway import ask as asking
from reader.ui.pathway import reading
from reader.ui.pathway.view import PathwayView
from reader.ui.widgets.field import Field
from tests.stories.hands import focus, press

# The platform without a screen opens menus and lists, but says that it cannot grab keys for them.
pytestmark = pytest.mark.qt_log_ignore("grabbing the keyboard", extend=True)

Opened = Callable[[Path | str], App]
TICK = "Hide what is weak or not supported"


@pytest.fixture
def app(qtbot: QtBot, opened: Opened) -> App:
    """The reader on the bundled guide, with the keyboard on the drawing."""
    app = opened("fibromyalgia-and-the-immune-system")
    app.window.resize(1280, 900)
    app.window.actions_by_id["go_pathway"].trigger()
    return app


def do(app: App, command: str) -> None:
    app.window.actions_by_id[command].trigger()


def told(app: App) -> str:
    """Return all that is said in the panel in words, but for what stands on buttons."""
    panel = app.window.companion.pathway
    return "\n".join(label.text() for label in panel.findChildren(QLabel) if label.isVisible())


def offered(app: App) -> QComboBox:
    (found,) = app.window.companion.pathway.findChildren(QComboBox)
    return found


def button(app: App, words: str) -> QPushButton:
    every = app.window.companion.pathway.findChildren(QPushButton)
    return next(each for each in every if each.isVisible() and words in (each.text(), each.accessibleName()))


def drawing(app: App) -> PathwayView:
    found = app.window.companion.pathway.findChild(PathwayView)
    assert isinstance(found, PathwayView)
    return found


def tick(qtbot: QtBot, app: App, words: str) -> None:
    """Turn something in the menu of the pathway on or off, from the keyboard."""
    opener = button(app, "More for the pathway")
    opener.setFocus()
    press(Qt.Key.Key_Space)
    menu = opener.menu()
    qtbot.waitUntil(menu.isVisible)
    menu.setActiveAction(next(action for action in menu.actions() if action.text() == words))
    QTest.keyClick(menu, Qt.Key.Key_Return)
    app.window.activateWindow()  # what a window manager does when a menu closes
    qtbot.waitUntil(app.window.isActiveWindow)


def boxes(app: App) -> list[Field]:
    """Return the boxes that can be typed in."""
    return [box for box in app.window.companion.pathway.findChildren(Field) if box.isVisible()]


def ask(app: App, start: str, goal: str) -> None:
    do(app, "ask")
    for box, words in zip(boxes(app), (start, goal), strict=True):
        box.selectAll()
        QTest.keyClicks(box, words)
        QTest.keyClick(box, Qt.Key.Key_Return)


def find(app: App, words: str) -> None:
    do(app, "find_node")
    QTest.keyClicks(boxes(app)[0], words)


def trace(app: App, node: str) -> None:
    app.window.companion.pathway.show_node(node)
    do(app, "trace_after")


def click(app: App, node: str) -> None:
    """Click a node in the drawing."""
    panel, view = app.window.companion.pathway, drawing(app)
    place = view.viewport().mapFrom(panel, panel.node_rect(node).center())
    assert view.viewport().rect().contains(place)
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, QPoint(place))


# What is hidden


def test_who_hides_and_shows_weak_lines_hears_how_many(qtbot: QtBot, app: App, monkeypatch: pytest.MonkeyPatch) -> None:
    heard: list[str] = []
    monkeypatch.setattr(reading, "announce", lambda _who, said: heard.append(said))
    tick(qtbot, app, TICK)
    assert heard == ["15 lines are hidden: weak or not supported."]
    tick(qtbot, app, TICK)
    assert heard[1:] == ["All lines are drawn."]


def test_an_answer_uses_no_hidden_line_and_one_button_brings_them_back(qtbot: QtBot, app: App) -> None:
    tick(qtbot, app, TICK)
    ask(app, "cytokines", "fatigue")
    assert offered(app).currentText() == "Shortest: 4 steps, least sure: mixed"
    assert "Weak lines are hidden; 2 more routes use them." in told(app)
    button(app, "Show them").setFocus()
    press(Qt.Key.Key_Return)
    assert offered(app).itemText(0) == "Shortest: 3 steps, least sure: weak"
    assert offered(app).currentText() == "Another: 4 steps, least sure: mixed", "the route stays that one was at"
    assert "hidden" not in told(app)
    assert app.window.companion.pathway.isAncestorOf(focus())


def test_who_brings_hidden_lines_back_hears_only_where_one_is(
    qtbot: QtBot, app: App, monkeypatch: pytest.MonkeyPatch
) -> None:
    tick(qtbot, app, TICK)
    ask(app, "cytokines", "fatigue")
    button(app, "Next step").click()
    heard: list[str] = []
    monkeypatch.setattr(asking, "announce", lambda _who, said: heard.append(said))
    button(app, "Show them").click()
    (said,) = heard
    assert said.startswith("Another: 4 steps, least sure: mixed. Step 2 of 4.")


def test_hiding_weak_lines_while_an_answer_uses_them_answers_again(qtbot: QtBot, app: App) -> None:
    ask(app, "cytokines", "fatigue")
    assert offered(app).currentText() == "Shortest: 3 steps, least sure: weak"
    tick(qtbot, app, TICK)
    assert offered(app).currentText() == "Shortest: 4 steps, least sure: mixed"
    assert "Step 1 of 4." in told(app)


def test_that_no_route_is_known_is_not_said_where_hidden_lines_are_one(qtbot: QtBot, app: App) -> None:
    tick(qtbot, app, TICK)
    ask(app, "cytokines", "stiffness")
    assert offered(app).currentText() == "No route without weak lines"
    assert "There is no route from Cytokines to Stiffness without the lines that are hidden." in told(app)
    assert "Weak lines are hidden; 3 routes use them." in told(app)
    assert "No route is known" not in told(app)


def test_an_old_idea_that_is_hidden_is_told_but_not_offered(qtbot: QtBot, app: App) -> None:
    old = "Old idea: not supported: 1 step"
    ask(app, "cytokines", "inflamed muscles and joints")
    assert [offered(app).itemText(number) for number in range(offered(app).count())] == ["No route is known", old]
    assert "What is near can be chosen above." in told(app)
    tick(qtbot, app, TICK)
    assert [offered(app).itemText(number) for number in range(offered(app).count())] == ["No route is known"]
    assert "Studies do not support a direct link." in told(app)
    assert "can be chosen" not in told(app)


def test_a_trace_follows_no_hidden_line_and_says_how_many_there_are(qtbot: QtBot, app: App) -> None:
    tick(qtbot, app, TICK)
    trace(app, "cytokines")
    assert "14 in all" in told(app)
    assert "Weak lines are hidden; 3 lines are left out." in told(app)
    tick(qtbot, app, TICK)
    assert "15 in all" in told(app)
    assert "hidden" not in told(app)


# What is chosen meanwhile


@pytest.mark.parametrize("begin", [lambda app: ask(app, "cytokines", "fatigue"), lambda app: find(app, "cytok")])
def test_a_click_on_a_node_tells_it_and_esc_leads_back_to_where_one_was(app: App, begin: Callable[[App], None]) -> None:
    begin(app)
    for _ in range(5):
        QApplication.processEvents()  # the layout follows: one part after the other
    before, height = told(app), drawing(app).height()
    click(app, "cytokines")
    app.window.popup.hide()
    assert "Cytokines · molecule. Linked with" in told(app)
    assert drawing(app).height() == height
    drawing(app).setFocus()
    press(Qt.Key.Key_Escape)
    assert told(app) == before


def test_a_line_tells_its_sentence_its_evidence_and_its_references_while_one_traces(app: App) -> None:
    trace(app, "cytokines")
    drawing(app).setFocus()
    press(Qt.Key.Key_Down)  # along a line, to what nerves and immune cells share
    press(Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert "Cytokines carry some of the messages between nerves and immune cells." in told(app)
    assert "This is well established" in told(app)
    assert "What Cytokines lead to" not in told(app)
    names = [each.accessibleName() for each in app.window.companion.pathway.findChildren(QPushButton)]
    assert any(name.startswith("27. ") for name in names)
    press(Qt.Key.Key_PageDown)
    assert "Step 2 of 6" in told(app), "the next step is told in the strip"


def test_a_card_leads_on_to_another_trace(app: App) -> None:
    trace(app, "cytokines")
    click(app, "receptors")
    app.window.popup.hide()
    QTest.mouseClick(button(app, "What leads to it"), Qt.MouseButton.LeftButton)
    assert "What leads to Shared receptors" in told(app)
    assert button(app, "Further").hasFocus()


# Another guide, and back


def visit_another_guide(qtbot: QtBot, app: App) -> None:
    companion = app.window.companion
    do(app, "help")
    qtbot.waitUntil(lambda: companion.indexOf(companion.pathway) < 0)  # it has no pathway
    do(app, "back")
    qtbot.waitUntil(lambda: companion.indexOf(companion.pathway) >= 0)
    do(app, "go_pathway")
    app.window.activateWindow()
    qtbot.waitUntil(app.window.isActiveWindow)


def test_an_answer_stands_as_it_was_left(qtbot: QtBot, app: App) -> None:
    ask(app, "cytokines", "fatigue")
    QTest.keyClick(offered(app), Qt.Key.Key_Down)
    button(app, "Next step").setFocus()
    press(Qt.Key.Key_Return)
    assert "Step 2 of 7." in told(app)
    before = told(app)
    visit_another_guide(qtbot, app)
    assert "Step 2 of 7." not in told(app)
    do(app, "ask")
    assert told(app) == before
    assert offered(app).currentText() == "Best supported: 7 steps, least sure: mixed"
    QTest.mouseClick(button(app, "Ask again"), Qt.MouseButton.LeftButton)
    assert [box.text() for box in boxes(app)] == ["cytokines", "fatigue"]


def test_a_question_that_was_not_asked_yet_is_still_there(qtbot: QtBot, app: App) -> None:
    do(app, "ask")
    QTest.keyClicks(boxes(app)[0], "sleep")
    visit_another_guide(qtbot, app)
    do(app, "ask")
    assert [box.text() for box in boxes(app)] == ["sleep", ""]
    assert boxes(app)[1].hasFocus(), "the end that is empty has the keyboard"


def test_a_trace_stands_as_it_was_left(qtbot: QtBot, app: App) -> None:
    trace(app, "cytokines")
    press(Qt.Key.Key_Return)  # further
    before = told(app)
    assert "Step 2 of 6" in before
    visit_another_guide(qtbot, app)
    do(app, "trace_after")
    assert told(app) == before
    (sentences,) = app.window.companion.pathway.findChildren(QListWidget)
    assert sentences.count() > 0


def test_what_was_sought_is_found_again_at_the_same_hit(qtbot: QtBot, app: App) -> None:
    find(app, "pain")
    press(Qt.Key.Key_Return)
    assert "2 of 2" in told(app)
    visit_another_guide(qtbot, app)
    do(app, "find_node")
    assert "2 of 2" in told(app)
    (box,) = boxes(app)
    assert (box.text(), box.selectedText()) == ("pain", "pain")
