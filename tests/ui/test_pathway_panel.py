"""The pathway's panel: its buttons, what it tells of a choice, its search, what it hides, and the whole window."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QListWidget, QMenu, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from reader import paths
from reader.app import App
from reader.compiler import gpml
from reader.core.drawing import Drawing
from reader.core.guide import Guide
from reader.core.pathway import Pathway
from reader.ui import theme as look
from reader.ui.pathway import PathwayPanel
from reader.ui.pathway.about import About
from reader.ui.pathway.find_strip import FindStrip
from reader.ui.pathway.legend import Legend
from reader.ui.pathway.scene import PathwayScene
from reader.ui.pathway.steps import StepsList
from reader.ui.pathway.strip import RouteStrip
from reader.ui.pathway.tools import Tools
from reader.ui.pathway.trace_strip import TraceStrip
from reader.ui.pathway.view import PathwayView
from reader.ui.theme import Theme
from tests.ui.drawn import drawn_keys

# The platform without a screen opens menus, but says that it cannot grab keys for them.
pytestmark = pytest.mark.qt_log_ignore("grabbing the keyboard", extend=True)

SMALL = Path(__file__).parents[1] / "guides" / "small"
BUNDLED = paths.bundled("content") / "fibromyalgia-and-the-immune-system" / "pathway.gpml"

Picture = tuple[Pathway, Drawing]


@pytest.fixture(scope="module")
def bundled() -> Picture:
    return gpml.survey(BUNDLED.read_bytes(), BUNDLED.name)[:2]


@pytest.fixture
def panel(qtbot: QtBot, theme: Theme, guide: Guide) -> PathwayPanel:
    """The panel at its width in the window, on the small guide's first section."""
    widget = PathwayPanel(theme)
    qtbot.addWidget(widget)
    widget.resize(388, 800)
    widget.show_pathway(guide.pathway, guide.drawing, guide)
    widget.show_sections({"first"}, "First")
    with qtbot.waitActive(widget):
        widget.show()
        widget.activateWindow()
    return widget


def button(panel: QWidget, name: str) -> QPushButton:
    """Return the button that is in sight and that a screen reader calls so."""
    every = (each for each in panel.findChildren(QPushButton) if each.isVisible())
    return next(each for each in every if name in (each.accessibleName(), each.text()))


def press(panel: QWidget, name: str) -> None:
    QTest.mouseClick(button(panel, name), Qt.MouseButton.LeftButton)
    QApplication.processEvents()


def menu_of(qtbot: QtBot, panel: PathwayPanel, name: str) -> list[str]:
    """Open a button's menu from the keyboard and return what it offers; the menu stays open."""
    opener = button(panel, name)
    opener.setFocus()
    QTest.keyClick(opener, Qt.Key.Key_Space)
    qtbot.waitUntil(opener.menu().isVisible)
    return [action.text() for action in opener.menu().actions() if not action.isSeparator()]


def choose(qtbot: QtBot, panel: PathwayPanel, name: str, words: str) -> None:
    """Take one thing in a button's menu from the keyboard."""
    number = menu_of(qtbot, panel, name).index(words)
    menu = button(panel, name).menu()
    for _ in range(number):  # the first is ready to be taken
        QTest.keyClick(menu, Qt.Key.Key_Down)
    QTest.keyClick(menu, Qt.Key.Key_Return)
    panel.window().activateWindow()  # what a window manager does when a menu closes
    qtbot.waitUntil(panel.isActiveWindow)


def buttons(panel: PathwayPanel) -> list[str]:
    found = panel.findChild(Tools)
    assert isinstance(found, Tools)
    return [each.text() or each.accessibleName() for each in found.findChildren(QPushButton) if each.isVisible()]


def view(panel: PathwayPanel) -> PathwayView:
    found = panel.findChild(PathwayView)
    assert isinstance(found, PathwayView)
    return found


def scene(panel: PathwayPanel) -> PathwayScene:
    found = view(panel).scene()
    assert isinstance(found, PathwayScene)
    return found


def told(panel: QWidget) -> str:
    """Return all that stands in words below the drawing, its evidence with it."""
    about = panel.findChild(About)
    assert isinstance(about, About)
    labels = [label.text() for label in about.findChildren(QLabel) if label.isVisible()]
    return "\n".join([*labels, *(each.accessibleDescription() for each in about.findChildren(Legend))])


def click_between(panel: PathwayPanel, above: str, below: str) -> None:
    """Press the line from a node to the one below it."""
    first, second = panel.node_rect(above), panel.node_rect(below)
    where = QPoint(second.center().x(), (first.bottom() + second.top()) // 2)
    viewport = view(panel).viewport()
    QTest.mouseClick(viewport, Qt.MouseButton.LeftButton, pos=viewport.mapFrom(panel, where))
    QApplication.processEvents()


def test_all_buttons_stand_in_two_rows_and_in_a_low_window_in_one(panel: PathwayPanel) -> None:
    every = ["Smaller", "Larger", "Fit", "As a list", "Whole window", "Find", "Ask", "Routes", "More"]
    assert buttons(panel) == every
    for width, height, rows in ((388, 800, 2), (320, 800, 2), (360, 400, 1), (1200, 800, 1)):
        panel.resize(width, height)
        QApplication.processEvents()
        shown = [each for each in panel.findChildren(QPushButton) if each.isVisible() and each.parent() in tools(panel)]
        assert len({each.mapTo(panel, QPoint()).y() for each in shown}) <= rows
        assert all(panel.rect().contains(QRect(each.mapTo(panel, QPoint()), each.size())) for each in shown)
        assert all(min(each.width(), each.height()) >= look.TARGET_PX for each in shown)
    assert buttons(panel) == every


def tools(panel: PathwayPanel) -> list[Tools]:
    return panel.findChildren(Tools)


def test_what_has_no_room_as_a_button_stands_in_the_menu_and_does_the_same(qtbot: QtBot, panel: PathwayPanel) -> None:
    panel.resize(330, 400)
    QApplication.processEvents()
    assert "Ask" not in buttons(panel)
    offered = menu_of(qtbot, panel, "More")
    assert "Show the whole pathway" in offered
    assert "How a message arrives" in offered
    QTest.keyClick(button(panel, "More").menu(), Qt.Key.Key_Escape)
    choose(qtbot, panel, "More", "How a message arrives")
    assert isinstance(panel.findChild(RouteStrip), RouteStrip)


def test_after_a_route_what_is_told_is_where_the_keyboard_is(panel: PathwayPanel, guide: Guide) -> None:
    assert guide.pathway is not None
    panel.show_node("immune-cells")
    assert told(panel).startswith("Immune cells")
    panel.modes.walk(guide.pathway.routes[0].id)
    press(panel, "Next")
    press(panel, "End the route")
    assert told(panel).startswith("Cytokines")


def test_escape_leads_back_from_a_search_and_close_leaves_one_at_the_hit(panel: PathwayPanel) -> None:
    panel.show_node("immune-cells")
    for leave, here in (("Escape", "Immune cells"), ("Close", "Cytokines")):
        panel.modes.find()
        QTest.keyClicks(box(panel), "cytokines")
        if leave == "Escape":
            QTest.keyClick(box(panel), Qt.Key.Key_Escape)
        else:
            press(panel, "Close, and stay here")
        assert told(panel).startswith(here)
        assert view(panel).hasFocus()


@pytest.mark.parametrize("width", range(220, 400, 10))
def test_larger_and_smaller_stand_side_by_side_or_both_in_the_menu(panel: PathwayPanel, width: int) -> None:
    panel.resize(width, 400)
    QApplication.processEvents()
    assert ("Larger" in buttons(panel)) == ("Smaller" in buttons(panel))


def test_tracing_in_a_low_window_leaves_room_for_the_drawing(panel: PathwayPanel, qtbot: QtBot) -> None:
    panel.resize(300, 420)
    panel.modes.trace("cytokines", "upstream")
    QApplication.processEvents()
    assert view(panel).height() >= 2 * look.TARGET_PX
    panel.resize(300, 800)
    sentences = panel.findChildren(TraceStrip)[0].findChildren(QListWidget)[0]
    qtbot.waitUntil(lambda: sentences.height() > 2 * look.TARGET_PX)


def test_a_click_on_a_line_tells_its_sentence_evidence_ends_section_and_references(
    panel: PathwayPanel, guide: Guide, qtbot: QtBot
) -> None:
    click_between(panel, "immune-cells", "cytokines")
    assert "Immune cells release cytokines." in told(panel)
    assert "Well supported" in told(panel)
    assert button(panel, "Immune cells").height() >= look.TARGET_PX
    known = guide.reference("Known2020")
    assert known is not None
    with qtbot.waitSignal(panel.reference_requested) as caught:
        press(panel, f"{known.number}. {known.text}")
    assert caught.args == ["Known2020"]
    section = guide.section(guide.claims[0].section)
    assert section is not None
    with qtbot.waitSignal(panel.place_requested) as caught:
        press(panel, f"Read about it: {section.title}")
    assert caught.args[0].section == section.id


def test_an_end_of_a_line_leads_to_its_node_and_escape_back_to_the_section(panel: PathwayPanel) -> None:
    before = told(panel)
    click_between(panel, "immune-cells", "cytokines")
    press(panel, "Cytokines")
    assert scene(panel).current == "cytokines"
    assert view(panel).hasFocus()
    assert told(panel).startswith("Cytokines · molecule. Linked with Immune cells and Receptors.")
    QTest.keyClick(view(panel), Qt.Key.Key_Escape)
    assert told(panel).splitlines()[0] == before.splitlines()[0]


def test_the_section_of_another_guide_is_not_that_of_this_one(panel: PathwayPanel, guide: Guide) -> None:
    panel.show_sections({"receptors"}, "Receptors")
    panel.show_pathway(guide.pathway, guide.drawing, guide)
    panel.modes.find()
    panel.modes.leave()
    assert panel.lit_part()[1] == frozenset(), "nothing is read yet"


def test_what_is_told_stays_while_one_reads_on_until_it_is_closed(panel: PathwayPanel) -> None:
    click_between(panel, "immune-cells", "cytokines")
    panel.show_sections({"receptors"}, "Receptors")
    assert "Immune cells release cytokines." in told(panel)
    assert "E1" in drawn_keys(scene(panel), "edge"), "the line one reads about is still drawn"
    press(panel, "Close")
    assert "belongs to this section" in told(panel)


def test_the_drawing_stays_where_it_is_however_much_is_told(panel: PathwayPanel, bundled: Picture) -> None:
    panel.show_pathway(*bundled)
    panel.show_sections({"cytokines"}, "Idea 1")
    QApplication.processEvents()
    heights = {view(panel).height()}
    for node in ("cytokines", "fibromyalgia", "pain"):
        panel.show_node(node)
        QApplication.processEvents()
        heights.add(view(panel).height())
    assert len(heights) == 1


def test_the_legend_names_only_what_is_drawn(panel: PathwayPanel) -> None:
    panel.show_sections({"receptors"}, "Receptors")
    said = told(panel).splitlines()[-1]
    assert said == "Weak: early studies. Binds to. Receptor"


def test_beside_the_list_no_signs_are_explained(panel: PathwayPanel) -> None:
    press(panel, "Show the pathway as a list")
    assert not any(each.isVisible() for each in panel.findChildren(Legend))
    press(panel, "Show the pathway as a list")
    assert any(each.isVisible() for each in panel.findChildren(Legend))


def box(panel: PathwayPanel) -> QLineEdit:
    strip = panel.findChild(FindStrip)
    assert isinstance(strip, FindStrip)
    found = strip.findChild(QLineEdit)
    assert isinstance(found, QLineEdit)
    return found


def found_words(panel: PathwayPanel) -> str:
    strip = panel.findChild(FindStrip)
    assert isinstance(strip, FindStrip)
    return strip.said()


def test_finding_counts_rings_and_goes_round_and_escape_gives_back_what_was_lit(panel: PathwayPanel) -> None:
    lit = scene(panel).mood.lit
    press(panel, "Find in the pathway")
    assert box(panel).hasFocus()
    QTest.keyClicks(box(panel), "c")
    assert found_words(panel) == "1 of 2. Cytokines"
    assert scene(panel).mood.found == {"cytokines", "immune-cells"}
    assert scene(panel).current == "cytokines"
    QTest.keyClick(box(panel), Qt.Key.Key_Return)
    assert found_words(panel) == "2 of 2. Immune cells"
    QTest.keyClick(box(panel), Qt.Key.Key_Return)
    assert scene(panel).current == "cytokines"
    QTest.keyClick(box(panel), Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert scene(panel).current == "immune-cells"
    QTest.keyClick(box(panel), Qt.Key.Key_Escape)
    assert scene(panel).mood.found == frozenset()
    assert scene(panel).mood.lit == lit
    assert view(panel).hasFocus()


def test_where_nothing_is_called_so_the_nearest_names_are_said(panel: PathwayPanel) -> None:
    press(panel, "Find in the pathway")
    QTest.keyClicks(box(panel), "cytokinse")
    assert found_words(panel) == "Not found. Perhaps Cytokines"
    assert scene(panel).mood.found == frozenset()


def test_another_word_for_it_is_found_and_said(panel: PathwayPanel, guide: Guide) -> None:
    entry = guide.entry("cytokine")
    assert entry is not None
    other = next(iter((*entry.other_names, *entry.short_forms)), "")
    press(panel, "Find in the pathway")
    QTest.keyClicks(box(panel), other or "cytokine")
    assert scene(panel).current == "cytokines"


def test_a_hit_that_is_in_sight_moves_nothing(panel: PathwayPanel) -> None:
    press(panel, "Show the whole pathway")
    before = panel.node_rect("receptors").size()
    press(panel, "Find in the pathway")
    place = panel.node_rect("receptors")
    QTest.keyClicks(box(panel), "rec")
    assert panel.node_rect("receptors") == place
    assert place.size() == before


def test_one_way_ends_when_another_begins(qtbot: QtBot, panel: PathwayPanel) -> None:
    panel.modes.walk("talk")
    press(panel, "Find in the pathway")
    strip = panel.findChild(RouteStrip)
    assert isinstance(strip, RouteStrip)
    assert not strip.isVisible()
    assert box(panel).hasFocus()
    panel.modes.walk("talk", 1)
    assert strip.isVisible()
    assert scene(panel).mood.found == frozenset()


def test_hiding_what_is_weak_says_how_much_and_a_route_shows_its_own_steps_all_the_same(
    qtbot: QtBot, panel: PathwayPanel
) -> None:
    panel.show_sections({"receptors"}, "Receptors")
    assert "E2" in drawn_keys(scene(panel), "edge")
    choose(qtbot, panel, "More", "Hide what is weak or not supported")
    assert "E2" not in drawn_keys(scene(panel), "edge")
    assert "One line is hidden: weak or not supported." in told(panel)
    panel.modes.walk("talk", 2)
    assert "E2" in drawn_keys(scene(panel), "edge")
    QTest.keyClick(view(panel), Qt.Key.Key_Escape)
    assert "E2" not in drawn_keys(scene(panel), "edge")
    choose(qtbot, panel, "More", "Hide what is weak or not supported")
    assert "E2" in drawn_keys(scene(panel), "edge")


def test_a_pathway_of_strangers_says_how_much_it_holds_and_draws_all_its_lines(
    panel: PathwayPanel, guide: Guide
) -> None:
    assert guide.pathway is not None
    nodes = tuple(node._replace(section="", stage="") for node in guide.pathway.nodes)
    plain = tuple(each._replace(evidence="", sentence="") for each in guide.pathway.interactions)
    strange = guide.pathway._replace(nodes=nodes, interactions=plain, routes=(), stages=(), organism="Mus musculus")
    panel.show_pathway(Pathway(*strange), guide.drawing)
    panel.show_sections((), "")
    assert told(panel).startswith(f"Mus musculus. {len(nodes)} nodes, {len(plain)} interactions.")
    assert drawn_keys(scene(panel), "edge") == {each.id for each in plain}
    assert "Routes" not in buttons(panel)


def test_a_section_of_a_strangers_pathway_lights_its_part_and_takes_no_line_away(
    panel: PathwayPanel, guide: Guide
) -> None:
    assert guide.pathway is not None
    panel.show_pathway(Pathway(*guide.pathway._replace(stages=())), guide.drawing)
    panel.show_sections({"receptors"}, "Receptors")
    assert scene(panel).mood.lit == frozenset({"receptors"})
    assert drawn_keys(scene(panel), "edge") == {"E1", "E2"}
    panel.show_sections({"elsewhere"}, "Elsewhere")
    assert scene(panel).mood.lit is None, "where a section has no part, all of it stands out"


def test_what_a_drawing_holds_is_counted_in_words(panel: PathwayPanel, guide: Guide) -> None:
    assert guide.pathway is not None
    every, lines = guide.pathway.nodes, guide.pathway.interactions
    for nodes, interactions, said in (
        (every[:0], lines[:0], "Nothing in this drawing can be chosen."),
        (every[:1], lines[:0], "One node. Choose it to read about it."),
        (every, lines[:1], f"{len(every)} nodes, one interaction. Choose one to read about it."),
    ):
        strange = guide.pathway._replace(nodes=nodes, interactions=interactions, routes=(), stages=(), organism="")
        panel.show_pathway(Pathway(*strange), guide.drawing)
        panel.show_sections((), "")
        assert told(panel).splitlines()[0] == said


def test_a_section_that_tells_of_all_of_a_strangers_pathway_says_what_all_is(panel: PathwayPanel, guide: Guide) -> None:
    assert guide.pathway is not None
    panel.show_pathway(Pathway(*guide.pathway._replace(stages=())), guide.drawing)
    panel.show_sections({node.section for node in guide.pathway.nodes if node.section}, "All of it")
    assert told(panel).startswith(f"Homo sapiens. {len(guide.pathway.nodes)} nodes")
    assert scene(panel).mood.lit is None


def test_a_neighbour_is_named_once_and_one_of_the_same_name_as_another(panel: PathwayPanel, guide: Guide) -> None:
    assert guide.pathway is not None
    nodes = tuple(
        each._replace(label="" if each.id == "receptors" else "STAT3", kind="") for each in guide.pathway.nodes
    )
    panel.show_pathway(Pathway(*guide.pathway._replace(nodes=nodes)), guide.drawing)
    panel.show_node("cytokines")
    assert told(panel).startswith("STAT3. Linked with STAT3 elsewhere in the drawing and a part without a name.")
    panel.show_node("receptors")
    assert told(panel).startswith("A part without a name. Linked with STAT3")


@pytest.fixture
def open_small(qtbot: QtBot, theme: Theme) -> Iterator[Callable[[], App]]:
    """Open the whole reader on the small guide, wide enough for three columns."""
    apps: list[App] = []

    def opened() -> App:
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        app = App(application)
        apps.append(app)
        qtbot.addWidget(app.window)
        with qtbot.waitSignal(app.window.article.reading_at, timeout=30_000):
            app.start(str(SMALL))
        app.window.resize(1280, 900)
        app.window.activateWindow()
        qtbot.waitUntil(app.window.isActiveWindow)
        return app

    yield opened
    for app in apps:
        app.deleteLater()


def test_the_article_follows_a_route_and_back_leads_to_where_one_was(
    qtbot: QtBot, open_small: Callable[[], App]
) -> None:
    app = open_small()
    for _ in range(10):
        app.looks.make_larger()  # not all of the text is in view at once
    panel = app.window.companion.pathway
    choose(qtbot, panel, "Routes", "How a message arrives")
    for name in ("Next", "Next", "Previous", "Next"):  # from section to section and back, and there again
        press(panel, f"{name} step")
    assert app.window.outline.tree.currentIndex().data() == "Receptors"
    focused = QApplication.focusWidget()
    assert focused is not None
    assert panel.isAncestorOf(focused), "the text takes no keyboard"
    app.window.actions_by_id["back"].trigger()
    assert not app.window.actions_by_id["back"].isEnabled(), "one step, however many the route had"


def test_a_key_goes_on_in_the_route_while_one_reads(qtbot: QtBot, open_small: Callable[[], App]) -> None:
    app = open_small()
    app.window.companion.pathway.modes.walk("talk")
    app.keyboard.go_article()
    article = app.window.article
    QTest.keyClick(
        article, Qt.Key.Key_PageDown, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    )
    strip = app.window.findChild(RouteStrip)
    assert isinstance(strip, RouteStrip)
    assert strip.said().startswith("Step 2 of 4.")
    assert article.hasFocus()


def test_a_route_is_gone_on_with_where_one_stopped(qtbot: QtBot, open_small: Callable[[], App]) -> None:
    app = open_small()
    app.window.companion.pathway.modes.walk("talk", 2)
    app.window.close()
    again = open_small()
    panel = again.window.companion.pathway
    choose(qtbot, panel, "Routes", "Go on with “How a message arrives”, step 3")
    strip = again.window.findChild(RouteStrip)
    assert isinstance(strip, RouteStrip)
    assert strip.said().startswith("Step 3 of 4.")
    for _ in range(2):
        press(panel, "Next step")
    press(panel, "End the route")
    assert [each.routes for each in again.session.guides.values()] == [{}]
    assert menu_of(qtbot, panel, "Routes") == ["How a message arrives"], "what was walked to its end is over"
    menu = button(panel, "Routes").menu()
    assert isinstance(menu, QMenu)
    menu.close()


def test_the_pathway_has_the_whole_window_until_the_same_key_or_escape(
    qtbot: QtBot, open_small: Callable[[], App]
) -> None:
    app = open_small()
    window, panel = app.window, app.window.companion.pathway
    window.article.verticalScrollBar().setValue(40)
    for leave in (Qt.Key.Key_F8, Qt.Key.Key_Escape):
        QTest.keyClick(window, Qt.Key.Key_F8, Qt.KeyboardModifier.ShiftModifier)
        assert not window.article.isVisible()
        assert not window.outline.isVisible()
        assert panel.width() == window.width()
        assert view(panel).hasFocus()
        held = Qt.KeyboardModifier.ShiftModifier if leave == Qt.Key.Key_F8 else Qt.KeyboardModifier.NoModifier
        QTest.keyClick(view(panel), leave, held)
        assert window.article.isVisible()
        assert window.outline.isVisible()
        assert window.article.verticalScrollBar().value() == 40
    press(panel, "Show the pathway in the whole window")
    press(window, "Back to the article")
    assert window.article.hasFocus()
    assert not window.actions_by_id["whole_pathway"].isChecked()


def test_tab_goes_from_the_drawing_through_what_a_card_leads_to(open_small: Callable[[], App]) -> None:
    app = open_small()
    panel = app.window.companion.pathway
    panel.show_node("receptors")
    click_between(panel, "immune-cells", "cytokines")
    view(panel).setFocus()
    came = []
    for _ in range(6):
        QTest.keyClick(app.window, Qt.Key.Key_Tab)
        focused = QApplication.focusWidget()
        came.append(focused.accessibleName() if focused is not None else "")
    assert came[:3] == ["Immune cells", "Cytokines", "Close"]
    assert came[3].startswith("Read about it: ")
    assert came[5] == "What is chosen in the pathway", "where the arrow keys scroll what has no room"


def test_one_who_hears_the_drawing_is_told_every_key(panel: PathwayPanel) -> None:
    said = view(panel).accessibleDescription()
    assert all(key in said for key in ("Arrows", "Page Down", "Enter", "Shift and Enter", "Plus", "minus", "0"))


def about_of(panel: PathwayPanel) -> About:
    found = panel.findChild(About)
    assert isinstance(found, About)
    return found


@pytest.mark.parametrize(
    ("width", "height", "share"), [(388, 800, 0.5), (640, 700, 0.6), (300, 450, 0.6), (500, 250, 0.5)]
)
def test_while_nothing_is_chosen_the_drawing_has_most_of_the_height(
    panel: PathwayPanel, bundled: Picture, width: int, height: int, share: float
) -> None:
    panel.resize(width, height)
    panel.show_pathway(*bundled)
    panel.show_sections({"cytokines"}, "Idea 1")
    QApplication.processEvents()
    assert view(panel).height() >= share * height
    assert about_of(panel).geometry().top() == view(panel).mapTo(panel, QPoint()).y() + view(panel).height()


def test_in_a_low_and_wide_panel_the_words_stand_beside_the_drawing(panel: PathwayPanel) -> None:
    panel.resize(640, 250)
    QApplication.processEvents()
    words, shown = about_of(panel).geometry(), QRect(view(panel).mapTo(panel, QPoint()), view(panel).size())
    assert shown.height() >= 0.8 * panel.height()
    assert (words.top(), words.height()) == (shown.top(), shown.height())
    assert words.left() > shown.right()
    panel.show_node("receptors")
    QApplication.processEvents()
    assert about_of(panel).geometry() == words
    assert shown.contains(panel.node_rect("receptors"))


@pytest.mark.parametrize("own_colours", [False, True])
def test_a_card_lies_over_the_drawing_and_not_over_what_it_tells_of(
    panel: PathwayPanel, bundled: Picture, own_colours: bool
) -> None:
    pathway, drawing = bundled
    panel.show_pathway(pathway, drawing._replace(paper="#ffffff") if own_colours else drawing)
    panel.show_sections((), "")
    QApplication.processEvents()
    frame, about = view(panel).geometry(), about_of(panel)
    calm = about.height()
    for node in reversed(pathway.nodes):
        panel.show_node(node.id)
        QApplication.processEvents()
        assert view(panel).geometry() == frame
        assert about.height() > calm
        assert not panel.node_rect(node.id).intersects(about.geometry())
    panel.modes.find()
    QApplication.processEvents()
    assert not about.isVisible()
    press(panel, "Close, and stay here")
    QTest.keyClick(view(panel), Qt.Key.Key_Escape)
    QApplication.processEvents()
    assert about.height() == calm


def test_beside_the_list_a_sentence_has_little_room_and_a_card_takes_it_from_the_list(panel: PathwayPanel) -> None:
    press(panel, "Show the pathway as a list")
    about, steps = about_of(panel), panel.findChildren(StepsList)[0]
    assert about.height() < 100
    before = steps.height()
    steps.setFocus()
    for _ in range(3):
        QTest.keyClick(steps, Qt.Key.Key_Down)
    QApplication.processEvents()
    assert steps.height() < before
    assert steps.mapTo(panel, QPoint()).y() + steps.height() <= about.y()
    assert steps.viewport().rect().contains(steps.visualRect(steps.currentIndex()).center())
