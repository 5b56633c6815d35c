"""A route through the pathway, walked with the pointer, from the keyboard, in the list and by ear."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QMenu, QPushButton, QScrollArea, QTreeView, QWidget
from pytestqt.qtbot import QtBot

from reader import paths
from reader.app import App
from reader.compiler import gpml
from reader.core.drawing import Drawing
from reader.core.evidence import WORDS
from reader.core.pathway import Pathway, Route, Step
from reader.ui import theme as look
from reader.ui.pathway import PathwayPanel, walk
from reader.ui.pathway.legend import Legend
from reader.ui.pathway.scene import PathwayScene
from reader.ui.pathway.strip import RouteStrip
from reader.ui.pathway.view import PathwayView
from reader.ui.theme import Theme
from tests.ui.drawn import drawn_keys

# The platform without a screen opens menus, but says that it cannot grab keys for them.
pytestmark = pytest.mark.qt_log_ignore("grabbing the keyboard", extend=True)

SMALL = Path(__file__).parents[1] / "guides" / "small"
BUNDLED = paths.bundled("content") / "fibromyalgia-and-the-immune-system" / "pathway.gpml"
LIT, PAPER = "#FDF0D2", "#FBFAF7"  # a molecule that is lit; the ground under a stage
WALKED = "#A87400"  # the border of a molecule
CAPTIONS = [
    "It begins with immune cells.",
    "They send out small messengers called cytokines.",
    "Early studies hint that these receptors catch them.",
    "The nerve may then take note.",
]
CLOSING = "That cells send cytokines is known. Whether these receptors hear them is not."

Picture = tuple[Pathway, Drawing]


def read(file: Path) -> Picture:
    pathway, drawing, problems = gpml.survey(file.read_bytes(), file.name)[:3]
    assert problems == []
    return pathway, drawing


@pytest.fixture(scope="module")
def small() -> Picture:
    return read(SMALL / "pathway.gpml")


@pytest.fixture(scope="module")
def bundled() -> Picture:
    return read(BUNDLED)


@pytest.fixture
def panel(qtbot: QtBot, theme: Theme, small: Picture) -> PathwayPanel:
    """The panel at its width in the window, on the section that explains receptors."""
    widget = PathwayPanel(theme)
    qtbot.addWidget(widget)
    widget.resize(388, 800)
    widget.show_pathway(*small)
    widget.show_sections({"receptors"}, "Receptors")
    with qtbot.waitActive(widget):
        widget.show()
        widget.activateWindow()
    return widget


def button(panel: QWidget, name: str) -> QPushButton:
    """Return the button that a screen reader calls so."""
    every = panel.findChildren(QPushButton)
    return next(each for each in every if name in (each.accessibleName(), each.text()))


def routes(panel: PathwayPanel) -> QPushButton:
    return button(panel, "Walk a route through the pathway")


def press(panel: PathwayPanel, name: str) -> None:
    QTest.mouseClick(button(panel, name), Qt.MouseButton.LeftButton)
    QApplication.processEvents()  # the layout follows


def choose(qtbot: QtBot, panel: PathwayPanel, number: int = 0) -> QMenu:
    """Open the menu of routes from the keyboard and take one."""
    routes(panel).setFocus()
    QTest.keyClick(routes(panel), Qt.Key.Key_Space)
    menu = routes(panel).menu()
    qtbot.waitUntil(menu.isVisible)
    for _ in range(number):  # the first is ready to be taken
        QTest.keyClick(menu, Qt.Key.Key_Down)
    QTest.keyClick(menu, Qt.Key.Key_Return)
    panel.window().activateWindow()  # what a window manager does when a menu closes
    qtbot.waitUntil(panel.isActiveWindow)
    return menu


def shown(panel: PathwayPanel) -> list[str]:
    """Return all that stands in words below the drawing."""
    return [label.text() for label in panel.findChildren(QLabel) if label.isVisible() and label.text()]


def evidence(panel: PathwayPanel) -> str:
    """Return the evidence of the step, as a screen reader hears it."""
    strip = panel.findChild(RouteStrip)
    assert isinstance(strip, RouteStrip)
    legend = strip.findChild(Legend)
    assert isinstance(legend, Legend)
    return legend.accessibleDescription() if legend.isVisible() else ""


def view(panel: PathwayPanel) -> PathwayView:
    found = panel.findChild(PathwayView)
    assert isinstance(found, PathwayView)
    return found


def colours_at(panel: PathwayPanel, node: str) -> tuple[str, str]:
    """Return the colour of a node's left border, and that just inside its upper one."""
    rect = panel.node_rect(node)
    image = panel.grab().toImage()
    border = {image.pixelColor(rect.left() + x, rect.center().y()).name().upper() for x in range(-2, 4)}
    inside = image.pixelColor(rect.center().x(), rect.top() + 4).name().upper()
    return (WALKED if WALKED in border else "", inside)


def lines(panel: PathwayPanel) -> set[str]:
    """Return the interactions that are drawn."""
    return drawn_keys(scene(panel), "edge")


def scene(panel: PathwayPanel) -> PathwayScene:
    found = view(panel).scene()
    assert isinstance(found, PathwayScene)
    return found


def is_in_sight(panel: PathwayPanel, node: str) -> bool:
    drawn = view(panel)
    return QRect(drawn.mapTo(panel, QPoint()), drawn.size()).contains(panel.node_rect(node))


def test_a_pathway_without_routes_offers_none(panel: PathwayPanel, small: Picture) -> None:
    assert routes(panel).isVisible()
    panel.show_pathway(small[0]._replace(routes=()), small[1])
    assert not routes(panel).isVisible()


def test_nothing_is_built_for_routes_before_one_is_walked(panel: PathwayPanel) -> None:
    assert panel.findChild(RouteStrip) is None
    assert routes(panel).menu().isEmpty()


def test_the_menu_names_the_routes_and_begins_the_one_that_is_chosen(qtbot: QtBot, panel: PathwayPanel) -> None:
    menu = choose(qtbot, panel)
    assert [action.text() for action in menu.actions()] == ["How a message arrives"]
    assert set(shown(panel)[-4:]) == {"How a message arrives", "Step 1 of 4", "Immune cells", CAPTIONS[0]}


def test_next_and_previous_go_through_the_steps_to_the_closing_words_and_back(
    qtbot: QtBot, panel: PathwayPanel
) -> None:
    choose(qtbot, panel)
    told = []
    for _ in range(6):  # once more than there is to tell
        told.append(shown(panel)[-1])
        press(panel, "Next")
    assert told == [*CAPTIONS, CLOSING, CLOSING]
    press(panel, "Previous")
    assert {"Step 4 of 4", CAPTIONS[3]} <= set(shown(panel))


def test_a_step_names_both_its_ends_which_the_drawing_may_have_no_room_for(qtbot: QtBot, panel: PathwayPanel) -> None:
    choose(qtbot, panel)
    press(panel, "Next")
    assert "Immune cells → Cytokines" in shown(panel)
    for _ in range(3):
        press(panel, "Next")
    assert not any("→" in text for text in shown(panel)), "the closing words belong to no step"


def test_a_step_lights_its_nodes_and_its_line_and_what_was_walked_stays_without_fill(
    qtbot: QtBot, panel: PathwayPanel
) -> None:
    choose(qtbot, panel)
    assert colours_at(panel, "cytokines") == ("", PAPER)
    assert lines(panel) == set()
    press(panel, "Next")
    assert colours_at(panel, "cytokines")[1] == LIT
    assert lines(panel) == {"E1"}
    press(panel, "Next")
    press(panel, "Next")
    press(panel, "Show the whole pathway")
    assert colours_at(panel, "cytokines") == (WALKED, PAPER)
    assert lines(panel) == {"E1", "E2"}


def test_the_closing_words_stand_beside_the_whole_route(qtbot: QtBot, panel: PathwayPanel) -> None:
    choose(qtbot, panel)
    for _ in range(4):
        press(panel, "Next")
    assert colours_at(panel, "cytokines")[1] == LIT
    assert evidence(panel) == ""


def test_each_interaction_says_its_evidence_in_words(qtbot: QtBot, panel: PathwayPanel) -> None:
    choose(qtbot, panel)
    said = [evidence(panel)]
    for _ in range(3):
        press(panel, "Next")
        said.append(evidence(panel))
    assert said == ["", "Well supported", "Weak: early studies", ""]


def test_what_studies_speak_against_is_not_supported_here_too(panel: PathwayPanel, bundled: Picture) -> None:
    panel.show_pathway(*bundled)
    every = {each.id: each.evidence for each in bundled[0].interactions}
    told = [
        (route.id, at)
        for route in bundled[0].routes
        for at, step in enumerate(route.steps)
        if every.get(step.interaction) == "contradicted"
    ]
    assert told
    for route, at in told:
        panel.modes.walk(route, at)
        assert evidence(panel) == WORDS["contradicted"]


def test_reading_on_does_not_change_the_light_until_the_route_ends(qtbot: QtBot, panel: PathwayPanel) -> None:
    choose(qtbot, panel)
    press(panel, "Next")
    panel.show_sections({"receptors"}, "Receptors")
    assert colours_at(panel, "cytokines")[1] == LIT
    assert CAPTIONS[1] in shown(panel)
    press(panel, "End the route")
    assert colours_at(panel, "cytokines")[1] == PAPER
    assert "Receptors" in shown(panel)
    assert any("belongs to this section" in text for text in shown(panel))
    assert CAPTIONS[1] not in shown(panel)


@pytest.mark.parametrize("name", ["Next", "Pathway"])
def test_escape_ends_the_route_wherever_the_keyboard_is(qtbot: QtBot, panel: PathwayPanel, name: str) -> None:
    choose(qtbot, panel)
    where = view(panel) if name == "Pathway" else button(panel, name)
    where.setFocus()
    QTest.keyClick(where, Qt.Key.Key_Escape)
    assert CAPTIONS[0] not in shown(panel)
    assert view(panel).hasFocus()


def test_one_enter_too_many_ends_no_route_and_the_keyboard_is_never_lost(qtbot: QtBot, panel: PathwayPanel) -> None:
    choose(qtbot, panel)
    for _ in range(4):
        assert button(panel, "Next").hasFocus()
        QTest.keyClick(button(panel, "Next"), Qt.Key.Key_Return)
    assert button(panel, "Previous").hasFocus()
    for _ in range(4):
        QTest.keyClick(button(panel, "Previous"), Qt.Key.Key_Return)
    assert button(panel, "Next").hasFocus()
    button(panel, "End the route").setFocus()
    QTest.keyClick(button(panel, "End the route"), Qt.Key.Key_Return)
    assert view(panel).hasFocus()


def test_page_keys_walk_the_route_from_the_drawing(qtbot: QtBot, panel: PathwayPanel) -> None:
    choose(qtbot, panel)
    view(panel).setFocus()
    QTest.keyClick(view(panel), Qt.Key.Key_PageDown)
    assert shown(panel)[-1] == CAPTIONS[1]
    with qtbot.waitSignal(panel.node_chosen) as caught:
        QTest.keyClick(view(panel), Qt.Key.Key_Return)
    assert caught.args == ["cytokines"]
    QTest.keyClick(view(panel), Qt.Key.Key_End)
    assert shown(panel)[-1] == CLOSING
    QTest.keyClick(view(panel), Qt.Key.Key_Home)
    assert shown(panel)[-1] == CAPTIONS[0]
    QTest.keyClick(view(panel), Qt.Key.Key_PageUp)
    assert shown(panel)[-1] == CAPTIONS[0]


def test_a_click_on_a_line_goes_to_the_step_that_tells_it(qtbot: QtBot, panel: PathwayPanel) -> None:
    choose(qtbot, panel)
    for _ in range(3):
        press(panel, "Next")
    above, below = panel.node_rect("immune-cells"), panel.node_rect("cytokines")
    where = QPoint(below.center().x(), (above.bottom() + below.top()) // 2)
    viewport = view(panel).viewport()
    QTest.mouseClick(viewport, Qt.MouseButton.LeftButton, pos=viewport.mapFrom(panel, where))
    assert shown(panel)[-1] == CAPTIONS[1]


def test_the_whole_pathway_is_seen_with_the_lines_of_the_route_alone(qtbot: QtBot, panel: PathwayPanel) -> None:
    choose(qtbot, panel)
    press(panel, "Next")
    press(panel, "Show the whole pathway")
    assert lines(panel) == {"E1"}


def test_buttons_and_drawing_stay_where_they_are_from_step_to_step(qtbot: QtBot, panel: PathwayPanel) -> None:
    choose(qtbot, panel)
    press(panel, "Show the whole pathway")  # everything is in sight now, so nothing has a reason to move
    places = set()
    for _ in range(5):
        drawing = panel.node_rect("cytokines")
        places.add((button(panel, "End the route").mapTo(panel, QPoint()).toTuple(), drawing.getRect()))
        press(panel, "Next")
    assert len(places) == 1


def test_a_step_far_away_is_brought_into_sight(panel: PathwayPanel, bundled: Picture) -> None:
    panel.show_pathway(*bundled)
    panel.show_sections({"cytokines"}, "Release of cytokines")
    for route in bundled[0].routes:
        panel.modes.walk(route.id)
        for step in route.steps:
            interaction = bundled[0].interaction(step.interaction)
            QApplication.processEvents()
            assert is_in_sight(panel, interaction.target if interaction else step.node), step
            press(panel, "Next")


def view_of(panel: PathwayPanel) -> PathwayView:
    view = panel.findChild(PathwayView)
    assert view is not None
    return view


def test_both_ends_of_a_long_step_are_seen_and_the_zoom_is_given_back(panel: PathwayPanel, bundled: Picture) -> None:
    panel.show_pathway(*bundled)
    panel.show_sections({"cytokine-levels"}, "What blood tests found")
    before = view_of(panel).zoom
    panel.modes.walk("cytokines", 5)  # across the whole drawing
    for node in ("il_up", "pain"):
        assert is_in_sight(panel, node)
    assert view_of(panel).zoom < before / 2
    panel.modes.walk("cytokines", 6)
    assert is_in_sight(panel, "fm")
    panel.modes.walk("cytokines", 0)  # a short one
    assert view_of(panel).zoom == before
    panel.modes.walk("cytokines", 5)
    press(panel, "End the route")
    assert view_of(panel).zoom == before


def test_a_zoom_of_ones_own_is_given_back_and_one_chosen_on_the_way_stays(
    panel: PathwayPanel, bundled: Picture
) -> None:
    panel.show_pathway(*bundled)
    press(panel, "Larger")
    press(panel, "Larger")
    own = view_of(panel).zoom
    panel.modes.walk("cytokines", 5)
    assert view_of(panel).zoom < own / 2
    press(panel, "End the route")
    assert view_of(panel).zoom == own
    panel.modes.walk("cytokines", 5)
    press(panel, "Larger")
    chosen = view_of(panel).zoom
    press(panel, "End the route")
    assert view_of(panel).zoom == chosen


def test_where_both_ends_have_no_room_a_step_shows_where_it_begins(panel: PathwayPanel, bundled: Picture) -> None:
    panel.show_pathway(*bundled)
    panel.resize(388, 380)
    panel.modes.walk("cytokines", 5)
    assert is_in_sight(panel, "il_up")
    assert panel.current == "il_up"


def test_each_step_is_said_aloud(qtbot: QtBot, panel: PathwayPanel, monkeypatch: pytest.MonkeyPatch) -> None:
    said: list[str] = []
    monkeypatch.setattr(walk, "announce", lambda speaker, text: said.append(text))
    choose(qtbot, panel)
    for _ in range(4):
        press(panel, "Next")
    assert said == [
        f"How a message arrives. Step 1 of 4. {CAPTIONS[0]}",
        f"Step 2 of 4. {CAPTIONS[1]} Well supported",
        f"Step 3 of 4. {CAPTIONS[2]} Weak: early studies",
        f"Step 4 of 4. {CAPTIONS[3]}",
        f"Known and not known. {CLOSING}",
    ]


def tree_of(panel: PathwayPanel) -> QTreeView:
    found = panel.findChild(QTreeView)
    assert isinstance(found, QTreeView)
    return found


def test_the_list_and_the_strip_walk_in_step(qtbot: QtBot, panel: PathwayPanel) -> None:
    press(panel, "Show the pathway as a list")
    tree = tree_of(panel)
    tops = [tree.model().index(row, 0) for row in range(tree.model().rowCount())]
    routes_of_all = next(each for each in tops if str(each.data()).startswith("Routes"))
    route = tree.model().index(0, 0, routes_of_all)
    tree.setCurrentIndex(tree.model().index(2, 0, route))
    QTest.keyClick(tree, Qt.Key.Key_Return)
    assert "Step 3 of 4" in shown(panel)
    press(panel, "Next")
    assert tree.currentIndex().row() == 3
    press(panel, "Next")
    assert tree.currentIndex().data() == f"Known and not known: {CLOSING}"
    press(panel, "Show the pathway as a list")  # and back to the drawing
    assert colours_at(panel, "cytokines")[1] == LIT


def test_another_guide_ends_the_route(qtbot: QtBot, panel: PathwayPanel, bundled: Picture) -> None:
    choose(qtbot, panel)
    panel.show_pathway(*bundled)
    assert CAPTIONS[0] not in shown(panel)
    panel.show_pathway(None, None)
    assert not routes(panel).isVisible()


def test_every_button_has_room_for_a_finger_in_a_narrow_window(qtbot: QtBot, panel: PathwayPanel) -> None:
    panel.resize(344, 560)
    choose(qtbot, panel)
    for each in filter(QPushButton.isVisible, panel.findChildren(QPushButton)):
        assert min(each.width(), each.height()) >= look.TARGET_PX
        assert panel.rect().contains(QRect(each.mapTo(panel, QPoint()), each.size())), each.text()


def test_in_a_low_window_long_words_scroll_and_the_buttons_stay(
    qtbot: QtBot, panel: PathwayPanel, small: Picture
) -> None:
    steps = (Step("", "cytokines", "word " * 48), Step("", "cytokines", "Short."))
    panel.show_pathway(small[0]._replace(routes=(Route("long", "Long words", "", "word " * 80, steps),)), small[1])
    panel.resize(344, 290)
    choose(qtbot, panel)
    QApplication.processEvents()
    strip = panel.findChild(RouteStrip)
    assert isinstance(strip, RouteStrip)
    words = strip.findChild(QScrollArea)
    assert isinstance(words, QScrollArea)
    assert words.verticalScrollBar().maximum() > 0
    QTest.keyClick(words, Qt.Key.Key_PageDown)
    assert words.verticalScrollBar().value() > 0
    for name in ("Previous", "Next", "End the route"):
        each = button(panel, name)
        assert panel.rect().contains(QRect(each.mapTo(panel, QPoint()), each.size()))


def test_the_strip_follows_the_theme(qtbot: QtBot, panel: PathwayPanel) -> None:
    panel.set_theme(look.themes()["dark"])
    choose(qtbot, panel)
    press(panel, "Next")
    assert colours_at(panel, "cytokines")[1] == "#3A2C0E"
    panel.set_theme(look.themes()["light"])
    assert colours_at(panel, "cytokines")[1] == LIT


def test_titles_from_a_strangers_file_are_shown_as_they_are(qtbot: QtBot, panel: PathwayPanel, small: Picture) -> None:
    strange = small[0].routes[0]._replace(title="<b>Pain & more</b>")
    panel.show_pathway(small[0]._replace(routes=(strange,)), small[1])
    menu = choose(qtbot, panel)
    assert menu.actions()[0].text() == "<b>Pain && more</b>"  # Qt shows && as &
    assert "<b>Pain & more</b>" in shown(panel)
    assert all(label.textFormat() == Qt.TextFormat.PlainText for label in panel.findChildren(QLabel))


@pytest.fixture
def app(qtbot: QtBot, theme: Theme) -> App:
    """The whole reader on the small guide, wide enough for three columns, at the second step of its route."""
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    opened = App(application)
    qtbot.addWidget(opened.window)
    with qtbot.waitSignal(opened.window.article.reading_at, timeout=30_000):
        opened.start(str(SMALL))
    opened.window.resize(1280, 900)
    choose(qtbot, opened.window.companion.pathway)
    press(opened.window.companion.pathway, "Next")
    return opened


def test_reading_on_in_the_text_leaves_the_route_alone(qtbot: QtBot, app: App) -> None:
    panel, outline = app.window.companion.pathway, app.window.outline.tree
    last = outline.model().index(outline.model().rowCount() - 1, 0)
    QTest.mouseClick(outline.viewport(), Qt.MouseButton.LeftButton, pos=outline.visualRect(last).center())
    qtbot.waitUntil(lambda: outline.currentIndex() == last)
    assert CAPTIONS[1] in shown(panel)
    press(panel, "End the route")
    assert "Immune cells release cytokines, which bind receptors." in shown(panel), "what all of it shows"
    assert CAPTIONS[1] not in shown(panel)


def test_tab_leads_from_the_drawing_to_the_strip(app: App) -> None:
    view(app.window.companion.pathway).setFocus()
    order = []
    for _ in range(3):
        QTest.keyClick(app.window, Qt.Key.Key_Tab)
        focused = QApplication.focusWidget()
        order.append(focused.text() if isinstance(focused, QPushButton) else repr(focused))
    assert order == ["Previous", "Next", "End the route"]


def test_while_a_route_is_walked_only_its_own_nodes_are_drawn(qtbot: QtBot, theme: Theme, bundled: Picture) -> None:
    panel = PathwayPanel(theme)
    qtbot.addWidget(panel)
    panel.show_pathway(*bundled)
    panel.modes.walk("mitogenic-activators")

    pathway = bundled[0]
    route = next(each for each in pathway.routes if each.id == "mitogenic-activators")
    assert drawn_keys(scene(panel), "node") == set().union(*(pathway.nodes_of(step) for step in route.steps))
    press(panel, "End the route")
    assert drawn_keys(scene(panel), "node") == {node.id for node in pathway.nodes}
