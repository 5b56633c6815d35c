"""The pathway's panel: what is lit, what moves, and that pointer, keyboard and list reach everything."""

from __future__ import annotations

from typing import TypeVar

import pytest
from PySide6.QtCore import QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QTreeView, QWidget
from pytestqt.qtbot import QtBot

from reader import paths
from reader.compiler import gpml
from reader.core.drawing import Drawing
from reader.core.pathway import Node, Pathway, Stage
from reader.ui import theme as look
from reader.ui.pathway import PathwayPanel
from reader.ui.pathway.about import About
from reader.ui.pathway.legend import Legend
from reader.ui.pathway.scene import PathwayScene
from reader.ui.pathway.sight import READABLE
from reader.ui.pathway.view import PathwayView
from reader.ui.theme import Theme
from tests.ui.drawn import drawn_keys

FILE = paths.bundled("content") / "fibromyalgia-and-the-immune-system" / "pathway.gpml"
CYTOKINES = {
    "cytokines",
    "shared-messengers",
    "cytokine-levels",
    "inflammation-idea",
}  # the section and those inside it
AUTOIMMUNITY = {"autoimmunity", "autoimmune-meaning", "igg-in-mice", "two-autoantibodies"}


@pytest.fixture(scope="module")
def bundled() -> tuple[Pathway, Drawing]:
    pathway, drawing, _ = gpml.survey(FILE.read_bytes(), FILE.name)[:3]
    return pathway, drawing


@pytest.fixture
def panel(qtbot: QtBot, theme: Theme, bundled: tuple[Pathway, Drawing]) -> PathwayPanel:
    """The panel at its width in the window, on the section about cytokines."""
    widget = PathwayPanel(theme)
    qtbot.addWidget(widget)
    widget.resize(388, 800)
    widget.show_pathway(*bundled)
    widget.show_sections(CYTOKINES, "Release of cytokines")
    with qtbot.waitExposed(widget):
        widget.show()
    return widget


def view(panel: PathwayPanel) -> PathwayView:
    return part(panel, PathwayView)


def scene(panel: PathwayPanel) -> PathwayScene:
    found = view(panel).scene()
    assert isinstance(found, PathwayScene)
    return found


W = TypeVar("W", bound=QWidget)


def part(panel: PathwayPanel, kind: type[W]) -> W:
    found = panel.findChild(kind)
    assert isinstance(found, kind)
    return found


def button(panel: PathwayPanel, name: str) -> QPushButton:
    return next(each for each in panel.findChildren(QPushButton) if each.accessibleName() == name)


def press(panel: PathwayPanel, node: str, *, then_move: int = 0) -> None:
    """Press on a node, move, let go."""
    viewport = view(panel).viewport()
    here = viewport.mapFrom(panel, panel.node_rect(node).center())
    QTest.mousePress(viewport, Qt.MouseButton.LeftButton, pos=here)
    there = here + QPoint(then_move, 0)
    if then_move:
        QTest.mouseMove(viewport, there)
    QTest.mouseRelease(viewport, Qt.MouseButton.LeftButton, pos=there)


def colour_at(panel: PathwayPanel, node: str) -> str:
    """Return the colour just inside a node's left border."""
    rect = panel.node_rect(node)
    return panel.grab().toImage().pixelColor(rect.left() + rect.width() // 2, rect.top() + 4).name().upper()


def texts(panel: PathwayPanel) -> str:
    return " ".join(label.text() for label in panel.findChildren(QLabel))


def is_in_sight(panel: PathwayPanel, node: str) -> bool:
    shown = view(panel)
    return QRect(shown.mapTo(panel, QPoint()), shown.size()).contains(panel.node_rect(node))


def test_the_sections_nodes_are_lit_and_the_others_keep_only_their_border(panel: PathwayPanel) -> None:
    assert colour_at(panel, "cytokines") == "#FDF0D2"
    panel.show_sections({"symptoms"}, "Symptoms")
    panel.show_node("cytokines")
    assert colour_at(panel, "cytokines") == "#FBFAF7"


def test_every_node_of_the_section_can_be_seen_and_read(panel: PathwayPanel, bundled: tuple[Pathway, Drawing]) -> None:
    alone = ({each} for each in ("mitogenic-activators", "two-autoantibodies", "nerves", "symptoms", "other-factors"))
    for sections in (CYTOKINES, AUTOIMMUNITY, *alone):
        panel.show_sections(sections, "")
        lit = bundled[0].in_sections(sections)
        assert lit
        assert all(is_in_sight(panel, node) for node in lit), sections
        assert READABLE[0] <= view(panel).zoom <= READABLE[1]


def test_nothing_moves_when_the_sections_nodes_are_in_sight(panel: PathwayPanel) -> None:
    button(panel, "Show the whole pathway").click()
    before = panel.node_rect("pain")
    panel.show_sections({"symptoms"}, "Symptoms")
    assert panel.node_rect("pain") == before


def test_a_zoom_chosen_by_hand_stays_from_section_to_section(panel: PathwayPanel) -> None:
    button(panel, "Larger").click()
    chosen = view(panel).zoom
    panel.show_sections(AUTOIMMUNITY, "Autoimmunity")
    assert view(panel).zoom == chosen


def test_a_section_without_nodes_is_told_what_the_whole_pathway_shows(panel: PathwayPanel) -> None:
    panel.show_sections({"what-helps"}, "What helps")
    assert colour_at(panel, "cytokines") == "#FBFAF7"
    assert "Fibromyalgia, the immune system and the nerves" in texts(panel)
    assert "does not show that the immune system causes fibromyalgia" in texts(panel)
    assert "What helps" not in texts(panel)


def test_a_description_without_end_scrolls_and_takes_no_more_room(panel: PathwayPanel) -> None:
    about = part(panel, About)
    stages, nodes = (Stage("s", "Stage"),), (Node("a", "A", "cell", stage="s", section="elsewhere"),)
    heights = []
    for description in ("short", "long " * 500):
        panel.show_pathway(Pathway("T", description, stages, nodes, ()), Drawing(100, 100))
        panel.show_sections({"what-helps"}, "What helps")
        QApplication.processEvents()
        heights.append(about.height())
    assert heights[0] == heights[1]
    assert about.verticalScrollBar().maximum() > 0


def test_a_section_lights_the_nodes_of_the_sections_inside_it(panel: PathwayPanel) -> None:
    panel.show_sections({"immune-system"} | CYTOKINES, "How the immune system may play a part")
    assert colour_at(panel, "cytokines") == "#FDF0D2"


def test_a_click_on_a_node_chooses_it(qtbot: QtBot, panel: PathwayPanel) -> None:
    with qtbot.waitSignal(panel.node_chosen) as caught:
        press(panel, "cytokines")
    assert caught.args == ["cytokines"]
    assert "Cytokines · molecule. Linked with Immune cells" in texts(panel)


def test_a_press_that_becomes_a_drag_chooses_nothing_and_moves_the_drawing(qtbot: QtBot, panel: PathwayPanel) -> None:
    button(panel, "Larger").click()
    before = panel.node_rect("cytokines").left()
    with qtbot.assertNotEmitted(panel.node_chosen):
        press(panel, "cytokines", then_move=30)
    assert panel.node_rect("cytokines").left() == before + 30


def test_a_click_on_a_line_says_its_sentence_and_its_evidence(qtbot: QtBot, panel: PathwayPanel) -> None:
    cells, shared = panel.node_rect("immune_cells"), panel.node_rect("cytokines")
    viewport = view(panel).viewport()
    gap = QPoint((max(cells.left(), shared.left()) + min(cells.right(), shared.right())) // 2, 0)
    with qtbot.waitSignal(panel.interaction_chosen) as caught:
        for x in range(gap.x() - 25, gap.x() + 26, 3):  # somewhere under "Immune cells" its line comes out
            where = viewport.mapFrom(panel, QPoint(x, cells.bottom() + 8))
            QTest.mouseClick(viewport, Qt.MouseButton.LeftButton, pos=where)
    assert caught.args == ["E1"]
    assert "Immune cells release cytokines, small proteins that carry messages." in texts(panel)
    assert "Well supported" in [each.accessibleDescription() for each in panel.findChildren(Legend) if each.isVisible()]


def test_the_wheel_with_control_zooms_around_the_pointer(panel: PathwayPanel) -> None:
    shown = view(panel)
    before = panel.node_rect("cytokines")
    where = QPointF(shown.viewport().mapFrom(panel, before.center()))
    turn = QWheelEvent(
        where, shown.viewport().mapToGlobal(where), QPoint(), QPoint(0, 120), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.ControlModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    shown.wheelEvent(turn)
    after = panel.node_rect("cytokines")
    assert after.width() > before.width() * 1.15
    assert (after.center() - before.center()).manhattanLength() <= 3


def test_keys_zoom_pan_and_fit(panel: PathwayPanel) -> None:
    shown = view(panel)
    zoom = shown.zoom
    QTest.keyClicks(shown, "+")
    assert shown.zoom > zoom
    before = panel.node_rect("cytokines").top()
    QTest.keyClick(shown, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert panel.node_rect("cytokines").top() == before - 64
    QTest.keyClicks(shown, "0")
    assert all(is_in_sight(panel, node) for node in ("immune_cells", "daily"))


def test_page_keys_walk_through_the_section_and_enter_chooses(qtbot: QtBot, panel: PathwayPanel) -> None:
    shown = view(panel)
    shown.setFocus()
    with qtbot.waitSignal(panel.node_chosen) as caught:
        QTest.keyClick(shown, Qt.Key.Key_PageDown)
        QTest.keyClick(shown, Qt.Key.Key_PageDown)
        QTest.keyClick(shown, Qt.Key.Key_Return)
    assert caught.args == ["transmitters"]


def test_the_walk_ends_at_the_sections_last_node(qtbot: QtBot, panel: PathwayPanel) -> None:
    shown = view(panel)
    with qtbot.waitSignal(panel.node_chosen) as caught:
        QTest.keyClick(shown, Qt.Key.Key_End)
        QTest.keyClick(shown, Qt.Key.Key_PageDown)
        QTest.keyClick(shown, Qt.Key.Key_Return)
    assert caught.args == ["mj_inflam"]


def test_each_node_of_the_walk_is_brought_whole_into_sight(panel: PathwayPanel) -> None:
    shown = view(panel)
    for _ in range(4):
        button(panel, "Larger").click()
    QTest.keyClick(shown, Qt.Key.Key_Home)
    for node in ("transmitters", "cytokines", "receptors", "crosstalk", "il10", "il_up", "mj_inflam"):
        QTest.keyClick(shown, Qt.Key.Key_PageDown)
        assert is_in_sight(panel, node), node


def test_a_resize_does_not_take_back_where_they_went(panel: PathwayPanel) -> None:
    panel.show_node("daily")
    QTest.keyClick(view(panel), Qt.Key.Key_Up)
    before = panel.node_rect("daily")
    panel.resize(388, 790)
    assert panel.node_rect("daily").top() == pytest.approx(before.top(), abs=12)


def test_a_node_far_away_is_brought_into_sight_when_asked_for(panel: PathwayPanel) -> None:
    assert not is_in_sight(panel, "daily")
    panel.show_node("daily")
    assert is_in_sight(panel, "daily")


def test_the_list_chooses_as_the_drawing_does(qtbot: QtBot, panel: PathwayPanel) -> None:
    button(panel, "Show the pathway as a list").click()
    panel.show_node("cytokines")
    with qtbot.waitSignal(panel.node_chosen) as caught:
        QTest.keyClick(part(panel, QTreeView), Qt.Key.Key_Return)
    assert caught.args == ["cytokines"]
    assert panel.rect().contains(panel.node_rect("cytokines"))


def test_every_control_has_a_name_and_room_for_a_finger(panel: PathwayPanel) -> None:
    for each in panel.findChildren(QPushButton):
        assert each.accessibleName()
        assert min(each.width(), each.height()) >= look.TARGET_PX
    assert view(panel).accessibleName()
    said = [each.accessibleDescription() for each in panel.findChildren(Legend)]
    assert any(each.startswith("Well supported. Mixed") for each in said)


def test_labels_from_a_strangers_file_stay_plain_text(qtbot: QtBot, panel: PathwayPanel) -> None:
    assert all(label.textFormat() == Qt.TextFormat.PlainText for label in panel.findChildren(QLabel))


def test_a_guide_without_pathway_leaves_nothing_behind(panel: PathwayPanel) -> None:
    panel.show_pathway(None, None)
    panel.show_sections(CYTOKINES, "Release of cytokines")
    panel.show_node("cytokines")
    assert panel.node_rect("cytokines").isEmpty()
    assert all(each.isHidden() for each in panel.findChildren(Legend))


def test_another_theme_gives_other_colours(panel: PathwayPanel) -> None:
    panel.set_theme(look.themes()["dark"])
    assert colour_at(panel, "cytokines") == "#3A2C0E"


def test_only_lines_at_the_sections_nodes_are_drawn_until_the_whole_is_asked_for(panel: PathwayPanel) -> None:
    def drawn() -> set[str]:
        return drawn_keys(scene(panel))

    panel.show_sections({"introduction"}, "Introduction")
    assert "E9" in drawn()  # a cytokine as a marker of fibromyalgia
    assert "E1" not in drawn()  # immune cells and cytokines belong to another section
    button(panel, "Show the whole pathway").click()
    assert {"E1", "E9"} <= drawn()
    panel.show_sections({"what-helps"}, "What helps")
    assert not {key for key in drawn() if key.startswith("E")}, "no web beside a section that has no part in it"


def test_a_strangers_pathway_that_no_section_tells_of_has_all_its_lines(
    panel: PathwayPanel, bundled: tuple[Pathway, Drawing]
) -> None:
    pathway, drawing = bundled
    stray = pathway._replace(nodes=tuple(node._replace(section="") for node in pathway.nodes))
    panel.show_pathway(stray, drawing)
    panel.show_sections({"what-helps"}, "What helps")
    assert {each.id for each in pathway.interactions} <= drawn_keys(scene(panel), "edge")


def test_a_low_window_keeps_its_room_for_the_drawing(panel: PathwayPanel) -> None:
    words = part(panel, About).height()
    panel.resize(388, 300)
    QApplication.processEvents()
    assert part(panel, About).height() < words
    assert panel.minimumSizeHint().height() < 330
    panel.resize(388, 800)
    QApplication.processEvents()
    assert part(panel, About).height() == words


def test_the_frame_of_the_keyboard_stays_where_it_is_while_the_drawing_moves(
    qtbot: QtBot, panel: PathwayPanel, theme: Theme
) -> None:
    drawing = view(panel)
    drawing.setFocus()
    qtbot.waitUntil(drawing.hasFocus)
    drawing.zoom_in()
    for _ in range(3):
        drawing.move_by(10, -8)
        qtbot.wait(20)
    seen = QApplication.primaryScreen().grabWindow(panel.winId()).toImage()  # what is on screen; nothing anew
    port = QRect(drawing.viewport().mapTo(panel, QPoint()), drawing.viewport().size())
    middle = [seen.pixelColor(x, port.center().y()).name() for x in range(port.left(), port.right() + 1)]
    accent = theme.accent.lower()
    assert (middle[0], middle[-1]) == (accent, accent)
    assert accent not in middle[3:-3]
