"""The drawing by itself: what a press means, where arrows lead, what is written when, what a screen reader meets."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import (
    QAccessible,
    QAccessibleInterface,
    QColor,
    QImage,
    QKeyEvent,
    QNativeGestureEvent,
    QPainter,
    QPointingDevice,
    QWheelEvent,
)
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reader import paths
from reader.compiler import gpml
from reader.core.contrast import contrast
from reader.core.drawing import Drawing, Item, Shape, Text
from reader.core.pathway import Interaction, Node, Pathway
from reader.ui import theme as look
from reader.ui.pathway.labels import Labels, Seen
from reader.ui.pathway.mood import Mood
from reader.ui.pathway.parts import Part
from reader.ui.pathway.scene import PathwayScene
from reader.ui.pathway.view import PathwayView
from reader.ui.theme import Theme
from tests.ui.drawn import drawn_keys

FILE = paths.bundled("content") / "fibromyalgia-and-the-immune-system" / "pathway.gpml"
CONTROL, SHIFT, NONE = (
    Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.NoModifier
)  # fmt: skip


def box(key: str, x: float, y: float, *, kind: str = "Protein", w: float = 60, h: float = 20) -> list[Item]:
    """A stranger's node: red on yellow."""
    corners = (("M", x, y), ("L", x + w, y), ("L", x + w, y + h), ("L", x, y + h), ("Z",))
    label = Text((key,), x + w / 2, y + h / 2, 12, "node", key, colour="#FF0000")
    return [Shape(corners, "node", key, kind, "#FF0000", "#FFFF00"), label]


def line(key: str, *points: tuple[float, float]) -> Shape:
    first, *rest = points
    return Shape((("M", *first), *(("L", *each) for each in rest)), "edge", key, "", "#FF0000")


# a - b to the right, a - c and a - d below; e is linked with nothing
NODES = tuple(Node(each, each.upper(), "Protein") for each in "abcde")
EDGES = (("ab", "a", "b"), ("ac", "a", "c"), ("ad", "a", "d"))
SMALL = Pathway(
    "T", "", (), NODES, tuple(Interaction(key, one, other, "activates", "", "") for key, one, other in EDGES)
)
ITEMS = (
    line("ab", (160, 110), (300, 110)), line("ac", (130, 120), (130, 300)), line("ad", (140, 120), (230, 300)),
    *box("a", 100, 100), *box("b", 300, 100), *box("c", 100, 300), *box("d", 200, 300), *box("e", 500, 500),
)  # fmt: skip


@pytest.fixture
def scene(theme: Theme) -> PathwayScene:
    made = PathwayScene(theme)
    made.show_drawing(Drawing(600, 600, ITEMS, "#FFFFFF"), SMALL)
    return made


@pytest.fixture
def view(qtbot: QtBot, scene: PathwayScene) -> PathwayView:
    made = PathwayView(scene)
    qtbot.addWidget(made)
    made.resize(400, 400)
    with qtbot.waitExposed(made):
        made.show()
    made.zoom_by(1 / made.zoom)
    made.centerOn(200, 200)
    made.setFocus()
    return made


def press(view: PathwayView, x: float, y: float) -> None:
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=view.mapFromScene(QPointF(x, y)))


def test_a_press_beside_a_small_node_means_it_at_every_zoom(
    qtbot: QtBot, view: PathwayView, scene: PathwayScene
) -> None:
    view.fit_all()
    for _ in range(2):
        away = 20 / view.zoom  # pixels on screen from the middle of a box that is smaller
        with qtbot.waitSignal(scene.node_chosen) as caught:
            press(view, 530, 510 - away)
        assert caught.args == ["e"]
        view.zoom_by(0.6)


def test_a_press_beside_a_line_means_it_at_every_zoom(qtbot: QtBot, view: PathwayView, scene: PathwayScene) -> None:
    for zoom in (0.5, 1.0, 3.0):
        view.zoom_by(zoom / view.zoom)
        view.centerOn(230, 110)
        with qtbot.waitSignal(scene.interaction_chosen) as caught:
            press(view, 235, 110 + 8 / view.zoom)
        assert caught.args == ["ab"]
    with qtbot.assertNotEmitted(scene.interaction_chosen):
        press(view, 235, 110 + 14 / view.zoom)


def test_what_lies_in_a_box_is_meant_before_the_box(qtbot: QtBot, view: PathwayView, scene: PathwayScene) -> None:
    cell = box("e", 50, 50, kind="Shape", w=500, h=400)
    scene.show_drawing(Drawing(600, 600, (*cell, *ITEMS[:-2]), "#FFFFFF"), SMALL)
    view.centerOn(230, 110)
    with qtbot.waitSignal(scene.interaction_chosen):
        press(view, 235, 115)
    with qtbot.waitSignal(scene.node_chosen) as caught:
        press(view, 130, 110)
    assert caught.args == ["a"]
    with qtbot.waitSignal(scene.node_chosen) as caught:
        press(view, 250, 200)
    assert caught.args == ["e"]


def test_arrows_go_along_the_edges_in_their_direction(qtbot: QtBot, view: PathwayView, scene: PathwayScene) -> None:
    scene.set_current("a")
    with qtbot.waitSignal(scene.current_changed):
        QTest.keyClick(view, Qt.Key.Key_Right)
    assert (scene.mood.chosen, scene.current) == ("ab", "b")
    QTest.keyClick(view, Qt.Key.Key_Right)
    assert scene.current == "b", "nothing is linked there"
    QTest.keyClick(view, Qt.Key.Key_Left)
    QTest.keyClick(view, Qt.Key.Key_Down)
    assert scene.current == "c"
    QTest.keyClick(view, Qt.Key.Key_Down, CONTROL)
    assert scene.current == "d", "another way down"
    QTest.keyClick(view, Qt.Key.Key_Down, CONTROL)
    assert scene.current == "c", "and around again"


def test_shift_and_enter_tell_the_interaction_one_came_by(qtbot: QtBot, view: PathwayView, scene: PathwayScene) -> None:
    scene.set_current("a")
    with qtbot.assertNotEmitted(scene.interaction_chosen):
        QTest.keyClick(view, Qt.Key.Key_Return, SHIFT)
    QTest.keyClick(view, Qt.Key.Key_Right)
    with qtbot.waitSignal(scene.interaction_chosen) as caught:
        QTest.keyClick(view, Qt.Key.Key_Return, SHIFT)
    assert caught.args == ["ab"]
    with qtbot.waitSignal(scene.node_chosen) as caught:
        QTest.keyClick(view, Qt.Key.Key_Return)
    assert caught.args == ["b"]


def test_a_letter_of_another_script_does_nothing(view: PathwayView) -> None:
    event = QKeyEvent(QEvent.Type.KeyPress, ord("Ж"), NONE, "ж")
    QApplication.sendEvent(view, event)
    assert not event.isAccepted()


def test_arrows_do_not_go_along_what_is_not_drawn(view: PathwayView, scene: PathwayScene) -> None:
    scene.show_lines(frozenset({"ac"}))
    scene.set_current("a")
    QTest.keyClick(view, Qt.Key.Key_Right)
    assert scene.current == "a"


def test_the_node_one_came_to_is_in_sight(view: PathwayView, scene: PathwayScene) -> None:
    view.zoom_by(4 / view.zoom)
    scene.set_current("a")
    view.centerOn(scene.outline("a").center())
    QTest.keyClick(view, Qt.Key.Key_Down)
    assert view.viewport().rect().contains(view.rect_of("c"))


def turn(view: PathwayView, by: int, held: Qt.KeyboardModifier) -> None:
    here = QPointF(200, 200)
    event = QWheelEvent(
        here, here, QPoint(), QPoint(0, by), Qt.MouseButton.NoButton, held, Qt.ScrollPhase.NoScrollPhase, False
    )
    QApplication.sendEvent(view.viewport(), event)


def test_the_wheel_moves_and_with_control_it_zooms(view: PathwayView) -> None:
    before, zoom = view.rect_of("a"), view.zoom
    turn(view, -120, NONE)
    assert (view.rect_of("a").top(), view.zoom) == (before.top() - 64, zoom)
    turn(view, 120, CONTROL)
    assert view.zoom > zoom


def test_two_fingers_zoom_around_themselves(view: PathwayView) -> None:
    zoom, here = view.zoom, view.rect_of("c").center()
    pinch = QNativeGestureEvent(
        Qt.NativeGestureType.ZoomNativeGesture, QPointingDevice.primaryPointingDevice(), 2,
        QPointF(here), QPointF(here), QPointF(here), 0.3, QPointF(),
    )  # fmt: skip
    QApplication.sendEvent(view.viewport(), pinch)
    assert view.zoom == pytest.approx(zoom * 1.3)
    assert (view.rect_of("c").center() - here).manhattanLength() <= 3


def touch(view: PathwayView, *frames: tuple[QPoint, ...]) -> None:
    """Put fingers down where the first frame says, move them from frame to frame, and lift them."""
    screen, port = QTest.createTouchDevice(), view.viewport()
    for frame in (*frames, ()):
        hand = QTest.touchEvent(port, screen, False)
        for finger, place in enumerate(frame or frames[-1]):
            do = hand.press if frame is frames[0] else hand.move if frame else hand.release
            do(finger, place, port)
        hand.commit()


def test_fingers_on_a_screen_zoom_about_what_lies_between_them(view: PathwayView) -> None:
    zoom, here = view.zoom, view.rect_of("c").center()
    touch(view, *((here - QPoint(far, 0), here + QPoint(far, 0)) for far in range(40, 121, 10)))
    assert view.zoom == pytest.approx(zoom * 3, rel=0.01)
    assert (view.rect_of("c").center() - here).manhattanLength() <= 8


def test_fingers_move_the_drawing_with_them_and_choose_nothing(
    qtbot: QtBot, view: PathwayView, scene: PathwayScene
) -> None:
    here, by = view.rect_of("a").center(), QPoint(-6, -5)
    for others in ((), (QPoint(60, 10),)):
        before, zoom = view.rect_of("a"), view.zoom
        with qtbot.assertNotEmitted(scene.node_chosen):
            touch(view, *((here + by * n, *(here + each + by * n for each in others)) for n in range(9)))
        moved = view.rect_of("a").topLeft() - before.topLeft() - by * 8
        assert (moved.manhattanLength(), view.zoom) == (0, zoom)


def test_a_tap_chooses_once(view: PathwayView, scene: PathwayScene) -> None:
    chosen: list[str] = []
    scene.node_chosen.connect(chosen.append)
    view.clearFocus()
    here = view.rect_of("b").center()
    touch(view, (here,), (here + QPoint(2, 1),))
    assert (chosen, scene.current, view.hasFocus()) == (["b"], "b", True)


def test_the_point_under_the_pointer_stays_even_at_the_edge(view: PathwayView) -> None:
    view.fit_all()
    before = view.rect_of("e").center()
    for by in (120, 120, 120, -120, -120):
        here = QPointF(before)
        turned = QWheelEvent(
            here, here, QPoint(), QPoint(0, by), Qt.MouseButton.NoButton, CONTROL, Qt.ScrollPhase.NoScrollPhase, False
        )
        QApplication.sendEvent(view.viewport(), turned)
        assert (view.rect_of("e").center() - before).manhattanLength() <= 4


def test_keys_that_zoom_keep_the_node_in_sight(view: PathwayView, scene: PathwayScene) -> None:
    view.fit_all()
    scene.set_current("e")
    QTest.keyClicks(view, "++++++++")
    assert view.zoom > 2
    assert view.viewport().rect().contains(view.rect_of("e"))


def test_all_of_a_drawing_can_be_seen_however_large_it_is(view: PathwayView, scene: PathwayScene) -> None:
    scene.show_drawing(Drawing(9000, 9000, ITEMS, "#FFFFFF"), SMALL)
    view.fit_all()
    whole = view.zoom
    view.zoom_by(1.2)
    view.zoom_by(1 / 1.2)
    assert view.zoom == pytest.approx(whole, rel=0.02)


def test_a_strangers_drawing_is_seen_whole_until_somebody_zooms(view: PathwayView, scene: PathwayScene) -> None:
    everything = frozenset("abcde")
    for width, height in ((3000, 1000), (900, 2000)):
        scene.show_drawing(Drawing(width, height, ITEMS, "#FFFFFF"), SMALL)
        view.forget_zoom()
        view.bring_into_view(everything)
        view.resize(500, 300)
        view.resize(400, 400)
        port, shown = view.viewport().rect(), view.mapFromScene(0, 0, width, height).boundingRect()
        assert port.contains(shown)
        assert abs(shown.center().x() - port.center().x()) < 3
        assert abs(shown.center().y() - port.center().y()) < 3
    scene.show_drawing(Drawing(3000, 1000, ITEMS[:3], "#FFFFFF"), SMALL._replace(nodes=(), interactions=()))
    view.bring_into_view(frozenset())
    assert port.contains(view.mapFromScene(0, 0, 3000, 1000).boundingRect()), "without any node, too"
    scene.show_drawing(Drawing(900, 2000, ITEMS, "#FFFFFF"), SMALL)
    view.bring_into_view(everything)
    view.zoom_by(4)
    near = view.zoom
    view.bring_into_view(frozenset("e"))
    assert view.zoom == near
    assert port.contains(view.rect_of("e"))


def test_a_small_drawing_of_a_stranger_begins_at_no_giant_size(view: PathwayView, scene: PathwayScene) -> None:
    scene.show_drawing(Drawing(80, 40, (*box("a", 10, 10),), "#FFFFFF"), SMALL)
    view.forget_zoom()
    view.bring_into_view(frozenset("a"))
    assert view.zoom == 1.5


def colours(view: PathwayView, key: str) -> set[str]:
    image: QImage = view.viewport().grab().toImage()
    rect = view.rect_of(key)
    rows, columns = range(rect.top() - 8, rect.bottom() + 8), range(rect.left() - 8, rect.right() + 8)
    return {image.pixelColor(x, y).name().upper() for y in rows for x in columns if image.rect().contains(x, y)}


def test_a_strangers_colours_can_be_ours(view: PathwayView, scene: PathwayScene) -> None:
    assert scene.has_own_colours
    assert "#FFFF00" in colours(view, "a")
    scene.restyle(True)
    assert "#FFFF00" not in colours(view, "a")
    assert "#DCEEFA" in colours(view, "a")
    scene.set_theme(look.themes()["dark"])
    assert {"#163349", "#1E2327"} <= colours(view, "a")
    scene.restyle(False)
    assert {"#FFFF00", "#FFFFFF"} <= colours(view, "a")


def test_the_line_of_a_step_is_found_in_a_small_drawing(view: PathwayView, scene: PathwayScene) -> None:
    def on_line(key: str) -> set[str]:
        there = view.mapFromScene(scene.part(key).along(0.5))  # type: ignore[union-attr]
        seen = view.viewport().grab(QRect(there - QPoint(2, 2), QSize(5, 5))).toImage()
        return {seen.pixelColor(x, y).name() for x in range(5) for y in range(5)}

    view.zoom_by(0.3)
    scene.show_nodes(frozenset("abc"))
    scene.light(frozenset({"a", "ab", "b"}), walked=frozenset({"a", "ac", "c"}))
    assert scene.mood.pointer.lower() in on_line("ab")
    assert scene.mood.pointer.lower() not in on_line("ac")
    scene.light(frozenset({"a", "ab", "ac", "b", "c"}))  # the whole of the route: no line before the others
    assert scene.mood.pointer.lower() not in on_line("ab")


def test_where_every_node_is_lit_nothing_is_grey(view: PathwayView, scene: PathwayScene) -> None:
    untied = line("untied", (100, 400), (300, 400))
    scene.show_drawing(Drawing(600, 600, (untied, *ITEMS), "#FFFFFF"), SMALL)
    scene.light(frozenset("abcde") | {"ab", "ac", "ad"})
    assert scene.mood.is_lit("untied")
    scene.light(frozenset("ab"))
    assert not scene.mood.is_lit("untied")


def test_what_a_search_found_has_a_ring(view: PathwayView, scene: PathwayScene) -> None:
    before = colours(view, "a")
    scene.ring(frozenset({"a"}))
    ring = scene.mood.pointer.upper()
    assert ring not in before
    assert ring in colours(view, "a")
    assert ring not in colours(view, "b")
    assert contrast(ring, "#FFFFFF") >= 3


def test_names_that_matter_can_be_read_in_a_small_drawing(view: PathwayView, scene: PathwayScene) -> None:
    view.zoom_by(0.3 / view.zoom)
    scene.light(frozenset({"a"}))
    lit, quiet = colours(view, "a"), colours(view, "d")
    assert "#000000" in lit, "its name in black, at a size that can be read"
    assert "#000000" not in quiet
    scene.light(None)
    assert "#000000" in colours(view, "d"), "nothing is more than the rest: as many names as have room"
    view.zoom_by(0.6 / view.zoom)
    assert "#000000" not in colours(view, "d"), "its own words can be seen"


def test_where_names_lack_room_the_busiest_and_each_but_once_come_first(theme: Theme) -> None:
    twice = SMALL._replace(nodes=tuple(each._replace(label="B") if each.id == "c" else each for each in NODES))
    mood = Mood(theme)
    crowd = {"d": 125, "a": 100, "b": 300, "c": 400, "e": 430}  # d hides a, and c hides e
    parts = [Part(key, box(key, x, 100), mood) for key, x in crowd.items()]
    labels, paper = Labels(mood), QImage(200, 100, QImage.Format.Format_RGB32)
    painter = QPainter(paper)
    whole = QRectF(0, 0, 600, 300)
    labels.paint(painter, parts, whole, Seen(0.3, "", twice, whole))
    painter.end()
    written = {key for key in crowd if not labels.box_of(key, 0.3).isEmpty()}
    assert written == {"a", "b", "e"}


def test_a_name_longer_than_its_node_stays_in_the_drawing(theme: Theme) -> None:
    long = SMALL._replace(nodes=tuple(each._replace(label="Long plasma cell") for each in NODES))
    mood, whole = Mood(theme), QRectF(0, 0, 600, 300)
    parts = [Part("a", box("a", 5, 100), mood), Part("b", box("b", 535, 200), mood)]
    labels, paper = Labels(mood), QImage(200, 100, QImage.Format.Format_RGB32)
    painter = QPainter(paper)
    labels.paint(painter, parts, whole, Seen(0.3, "", long, whole))
    painter.end()
    assert labels.box_of("a", 0.3).width() > 200
    assert labels.box_of("a", 0.3).left() >= -0.01
    assert labels.box_of("b", 0.3).right() <= 600.01


def interface(view: PathwayView) -> QAccessibleInterface:
    return QAccessible.queryAccessibleInterface(view)


def names(view: PathwayView) -> list[str]:
    spoken = interface(view)
    return [spoken.child(number).text(QAccessible.Text.Name) for number in range(spoken.childCount())]


def test_a_screen_reader_meets_nodes_and_interactions_by_name(view: PathwayView, scene: PathwayScene) -> None:
    assert names(view) == [f"{each}, protein" for each in "ABCDE"] + [
        "A activates B.",
        "A activates C.",
        "A activates D.",
    ]
    spoken = interface(view)
    first = spoken.child(0)
    assert first.text(QAccessible.Text.Description) == "Linked with B, C and D."
    assert first.rect().size() == view.rect_of("a").size()
    assert spoken.indexOfChild(spoken.child(6)) == 6
    scene.show_lines(frozenset({"ab"}))
    assert names(view)[5:] == ["A activates B."]


def test_a_screen_reader_can_press_a_node_and_a_line_which_it_calls_a_link(
    qtbot: QtBot, view: PathwayView, scene: PathwayScene
) -> None:
    node, line = (interface(view).child(number) for number in (1, 6))
    assert (node.role(), line.role()) == (QAccessible.Role.Button, QAccessible.Role.Link)
    with qtbot.waitSignal(scene.node_chosen) as chosen:
        node.actionInterface().doAction("Press")
    assert chosen.args == ["b"]
    with qtbot.waitSignal(scene.interaction_chosen) as chosen:
        line.actionInterface().doAction("Press")
    assert chosen.args == ["ac"]


def test_a_screen_reader_learns_where_the_keyboard_is_and_what_is_lit(view: PathwayView, scene: PathwayScene) -> None:
    spoken = interface(view)
    scene.set_current("b")
    scene.light(frozenset({"c"}))
    states = [spoken.child(number).state() for number in range(5)]
    assert [bool(state.focused) for state in states] == [False, True, False, False, False]
    assert [bool(state.selected) for state in states] == [False, True, True, False, False]
    view.zoom_by(4)
    view.centerOn(100, 100)
    assert spoken.child(4).state().offscreen


def test_a_screen_reader_hears_each_node_the_keyboard_comes_to_and_by_which_line(
    qtbot: QtBot, view: PathwayView, monkeypatch: pytest.MonkeyPatch
) -> None:
    heard: list[str] = []

    def hear(parent: PathwayView, index: int) -> None:
        node = interface(parent).child(index)
        heard.extend(node.text(which) for which in (QAccessible.Text.Name, QAccessible.Text.Description))

    monkeypatch.setattr("reader.ui.pathway.accessible.focus_child", hear)
    interface(view)
    view.clearFocus()
    view.drawing.set_current("b")
    assert heard == []  # the keyboard is elsewhere
    view.setFocus()
    qtbot.waitUntil(lambda: heard == ["B, protein", "Linked with A."])
    heard.clear()
    view.drawing.come_along("ab", "a")
    assert heard[0] == "A, protein"
    description = interface(view).child(0).text(QAccessible.Text.Description)
    assert description == "A activates B. Linked with B, C and D."


def test_a_screen_reader_may_hold_on_to_what_is_gone(qtbot: QtBot, theme: Theme) -> None:
    scene = PathwayScene(theme)
    view = PathwayView(scene)
    for drawing in (Drawing(600, 600, ITEMS, "#FFFFFF"), None, Drawing(600, 600, ITEMS[-2:], "#FFFFFF")):
        scene.show_drawing(drawing, SMALL)
        spoken = interface(view)
        held = [spoken.child(number) for number in range(spoken.childCount())]
        scene.show_drawing(None)
        scene.set_theme(theme)
        assert spoken.childCount() == 0
        assert not any(each.isValid() or each.text(QAccessible.Text.Name) for each in held)
    scene.show_drawing(Drawing(600, 600, ITEMS, "#FFFFFF"), SMALL)
    held = [interface(view).child(number) for number in range(8)]
    view.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    assert not any(each.isValid() or each.rect().isValid() or each.parent() for each in held)


def test_all_of_our_own_diagram_is_drawn_without_colours_of_its_own(view: PathwayView, scene: PathwayScene) -> None:
    survey = gpml.survey(FILE.read_bytes(), FILE.name)
    scene.show_drawing(survey.drawing, survey.pathway)
    assert not scene.has_own_colours
    assert drawn_keys(scene, "node") == {node.id for node in survey.pathway.nodes}
    assert drawn_keys(scene, "edge") == {each.id for each in survey.pathway.interactions}
    view.fit_all()
    assert QColor(scene.mood.palette.ground) == view.viewport().grab().toImage().pixelColor(4, 200)
