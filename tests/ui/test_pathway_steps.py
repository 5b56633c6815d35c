"""Steps of the pathway: the list says what the drawing shows, and answers to hand, keyboard and screen reader."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QTreeView
from pytestqt.qtbot import QtBot

from reader import paths
from reader.compiler import gpml
from reader.core.pathway import Interaction, Node, Pathway
from reader.ui import theme as look
from reader.ui.pathway.steps import StepsList
from reader.ui.theme import Theme

FILE = paths.bundled("content") / "fibromyalgia-and-the-immune-system" / "pathway.gpml"
NUMBERS = {"ZhangAn2007": 28, "Schaible2014": 30, "Staud2015": 27}
RELEASE = "Immune cells release cytokines, small proteins that carry messages."


@pytest.fixture(scope="module")
def pathway() -> Pathway:
    return gpml.survey(FILE.read_bytes(), FILE.name).pathway


@pytest.fixture
def steps(qtbot: QtBot, theme: Theme, pathway: Pathway) -> StepsList:
    """The list as wide as in the window, with the keyboard."""
    widget = StepsList(theme)
    qtbot.addWidget(widget)
    widget.resize(388, 700)
    widget.show_pathway(pathway, NUMBERS)
    with qtbot.waitActive(widget):
        widget.show()
        widget.activateWindow()
    widget.setFocus()
    return widget


def stranger(nodes: int) -> Pathway:
    """Return a pathway of somebody who knows nothing of stages, sections or sentences: one long chain."""
    every = tuple(Node(f"n{each}", f"Gene {each}", "GeneProduct") for each in range(nodes))
    links = (Interaction(f"e{each}", f"n{each}", f"n{each + 1}", "inhibits", "", "") for each in range(nodes - 1))
    return Pathway("A chain", "", (), every, tuple(links))


def rows(steps: StepsList, inside: QModelIndex | None = None) -> Iterator[QModelIndex]:
    """Yield the rows of all depths from top to bottom, opened or not."""
    model = steps.model()
    inside = inside or QModelIndex()
    for number in range(model.rowCount(inside)):
        index = model.index(number, 0, inside)
        yield index
        yield from rows(steps, index)


def row(steps: StepsList, words: str) -> QModelIndex:
    """Return the first row that begins with these words."""
    return next(index for index in rows(steps) if index.data().startswith(words))


def said(steps: StepsList, words: str) -> str:
    """Return what a screen reader says of the row that begins with these words."""
    return str(row(steps, words).data(Qt.ItemDataRole.AccessibleTextRole))


def names_inside(steps: StepsList, words: str) -> list[str]:
    model, index = steps.model(), row(steps, words)
    return [model.index(number, 0, index).data() for number in range(model.rowCount(index))]


def outermost(steps: StepsList) -> list[str]:
    model = steps.model()
    return [model.index(number, 0).data() for number in range(model.rowCount())]


def click(steps: StepsList, words: str, x: int = 120) -> None:
    """Click on the words of a row, or left of them."""
    index = row(steps, words)
    steps.scrollTo(index)
    QTest.mouseClick(steps.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(x, steps.visualRect(index).top() + 20))


def test_every_node_and_interaction_is_told_under_its_stage(steps: StepsList, pathway: Pathway) -> None:
    told = [index.data() for index in rows(steps)]
    assert {each.sentence for each in pathway.interactions} <= set(told)
    assert outermost(steps)[-6:] == [stage.title for stage in pathway.stages]
    assert all(any(text.startswith(node.label) for text in told) for node in pathway.nodes)


def test_it_begins_with_what_it_shows_and_the_routes(steps: StepsList, pathway: Pathway) -> None:
    first, second, third = outermost(steps)[:3]
    assert first.startswith("Links that studies looked at")
    assert second == "It shows 36 things in 6 stages and 57 links between them."
    assert third == "Routes"
    assert names_inside(steps, "Routes") == [route.title for route in pathway.routes]
    steps_of_first = names_inside(steps, pathway.routes[0].title)
    assert steps_of_first[0] == f"1. {pathway.routes[0].steps[0].caption}"
    assert steps_of_first[-1] == f"Known and not known: {pathway.routes[0].closing}"


def test_what_leads_to_a_node_comes_first_then_what_it_leads_to(steps: StepsList) -> None:
    assert names_inside(steps, "Stiffness") == [
        "Linked from: Central sensitization.",
        "Stiffness can make work and daily tasks harder.",
    ]
    steps.expand(row(steps, "Stiffness"))
    assert names_inside(steps, "Linked from: Central sensitization.")[0].startswith("Central sensitization ")


def test_a_sentence_is_said_with_its_evidence_its_references_and_its_place(steps: StepsList) -> None:
    assert said(steps, RELEASE) == f"{RELEASE[:-1]}. Well supported, Reference 28. 1 of 2"
    assert "References 27, 30. 1 of 3" in said(steps, "Cytokines bind to receptors")
    assert said(steps, "Cytokines · molecule") == "Cytokines, molecule. 6 links. 4 of 8"
    assert said(steps, "A lab test of") == "A lab test of blood cells. 3 things. 3 of 7"
    assert said(steps, "Known and not known: Nerves and").endswith("would help")  # it is no step, so it has no number


def test_a_screen_reader_hears_those_words(steps: StepsList) -> None:
    index = row(steps, "Cytokines · molecule")
    steps.setCurrentIndex(index)
    tree = QAccessible.queryAccessibleInterface(steps)
    spoken = [tree.child(number).text(QAccessible.Text.Name) for number in range(tree.childCount())]
    assert "Cytokines, molecule. 6 links. 4 of 8" in spoken


def test_enter_opens_a_node_an_interaction_and_a_step(qtbot: QtBot, steps: StepsList, pathway: Pathway) -> None:
    for words, signal, wanted in (
        ("Cytokines · molecule", steps.node_chosen, ["cytokines"]),
        (RELEASE, steps.interaction_chosen, ["E1"]),
        ("2. ", steps.step_chosen, [pathway.routes[0].id, 1]),
    ):
        steps.setCurrentIndex(row(steps, words))
        with qtbot.waitSignal(signal) as caught:
            QTest.keyClick(steps, Qt.Key.Key_Return)
        assert caught.args == wanted


def test_a_click_on_the_words_chooses_and_one_left_of_them_opens(qtbot: QtBot, steps: StepsList) -> None:
    with qtbot.waitSignal(steps.node_chosen) as caught:
        click(steps, "Tenderness")
    assert caught.args == ["tenderness"]
    assert not steps.isExpanded(row(steps, "Tenderness"))
    with qtbot.assertNotEmitted(steps.node_chosen):
        click(steps, "Tenderness", x=28)
    assert steps.isExpanded(row(steps, "Tenderness"))


def test_space_and_the_arrows_open_and_close_a_row(steps: StepsList) -> None:
    steps.setCurrentIndex(row(steps, "Microglia · "))
    for key, is_open in ((Qt.Key.Key_Space, True), (Qt.Key.Key_Space, False), (Qt.Key.Key_Right, True)):
        QTest.keyClick(steps, key)
        assert steps.isExpanded(row(steps, "Microglia · ")) is is_open


def test_letters_lead_to_a_row_and_are_no_commands(steps: StepsList) -> None:
    QTest.keyClicks(steps, "fibro fog")
    assert steps.currentIndex().data().startswith("Fibro fog")
    assert not steps.isExpanded(steps.currentIndex())


def test_what_is_lit_is_opened_and_comes_into_view(steps: StepsList) -> None:
    steps.clearFocus()
    steps.light(frozenset({"stress", "fm"}))
    steps.bring_into_view(frozenset({"stress", "fm"}))
    assert steps.isExpanded(row(steps, "Stress"))
    assert not steps.rect_of("stress").isEmpty()
    assert steps.currentIndex().data().startswith("Stress")  # so the keyboard begins where one reads
    steps.light(frozenset({"immune_cells"}))
    assert not steps.isExpanded(row(steps, "Stress"))


def test_nothing_moves_under_the_keyboard_when_another_section_is_lit(steps: StepsList) -> None:
    steps.light(frozenset({"immune_cells", "cytokines"}))
    steps.set_current("autoimmunity")
    before = steps.rect_of("autoimmunity")
    assert not before.isEmpty()
    steps.light(frozenset({"stress"}))  # two rows above it close
    assert steps.rect_of("autoimmunity") == before


def test_what_is_lit_is_heard_as_well_as_seen(steps: StepsList) -> None:
    steps.light(frozenset({"cytokines"}), "In the section that you read")
    assert said(steps, "Cytokines · molecule") == "Cytokines, molecule. 6 links. 4 of 8. In the section that you read"
    assert said(steps, "Microglia · ").endswith("1 of 6")


def test_a_screen_reader_hears_the_row_that_the_keyboard_comes_back_to(
    qtbot: QtBot, steps: StepsList, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []  # by QTreeView, in currentChanged
    monkeypatch.setattr(QTreeView, "currentChanged", lambda _tree, current, _before: told.append(current.data()))
    steps.clearFocus()
    steps.setFocus()
    qtbot.waitUntil(lambda: told != [])
    assert told == [steps.currentIndex().data()]


def test_a_row_that_is_opened_or_closed_by_a_key_is_told_again(
    qtbot: QtBot, steps: StepsList, monkeypatch: pytest.MonkeyPatch
) -> None:
    steps.setFocus()
    steps.set_current("cytokines")
    steps.setExpanded(steps.currentIndex(), False)
    qtbot.wait(1)
    told: list[str] = []  # by QTreeView, in currentChanged
    monkeypatch.setattr(QTreeView, "currentChanged", lambda _tree, current, _before: told.append(current.data()))
    name = steps.currentIndex().data()
    for number, key in enumerate((Qt.Key.Key_Right, Qt.Key.Key_Left, Qt.Key.Key_Space), 1):
        QTest.keyClick(steps, key)
        qtbot.waitUntil(lambda count=number: told == [name] * count)  # type: ignore[misc]
    QTest.keyClick(steps, Qt.Key.Key_Home)
    qtbot.wait(1)
    assert len(told) == 4  # the row it came to, once


def test_what_the_user_opened_stays_open(steps: StepsList) -> None:
    steps.expand(row(steps, "Microglia · "))
    steps.light(frozenset({"stress"}))
    steps.light(frozenset({"fm"}))
    assert steps.isExpanded(row(steps, "Microglia · "))


def test_the_user_is_followed_but_the_program_is_not(qtbot: QtBot, steps: StepsList) -> None:
    with qtbot.assertNotEmitted(steps.current_changed):
        steps.set_current("E1")
    assert steps.currentIndex().data() == RELEASE
    with qtbot.waitSignal(steps.current_changed) as caught:
        QTest.keyClick(steps, Qt.Key.Key_Up)
    assert caught.args == ["immune_cells"]


def test_rows_are_as_tall_as_their_words_and_never_lower_than_a_finger(steps: StepsList) -> None:
    steps.expandAll()
    heights = [steps.visualRect(index).height() for index in rows(steps) if not steps.visualRect(index).isEmpty()]
    assert min(heights) == look.TARGET_PX
    tall = steps.visualRect(row(steps, "In animals and in models of arthritis")).height()
    steps.resize(300, 700)
    QTest.qWait(0)
    assert steps.visualRect(row(steps, "In animals and in models of arthritis")).height() > tall


def test_a_strangers_pathway_is_told_from_its_graph(steps: StepsList) -> None:
    steps.hide()
    steps.show_pathway(stranger(40))
    steps.show()
    assert "Gene 7 · gene product" in outermost(steps)
    assert names_inside(steps, "Gene 7 ") == ["Linked from: Gene 6.", "Gene 7 inhibits Gene 8."]


def test_rows_are_made_only_when_somebody_looks(steps: StepsList, monkeypatch: pytest.MonkeyPatch) -> None:
    from reader.ui.pathway import steps_rows

    written: list[str] = []

    def sentence(each: Interaction, _: Pathway) -> str:
        written.append(each.id)
        return each.id

    monkeypatch.setattr(steps_rows, "sentence", sentence)
    steps.hide()
    steps.show_pathway(stranger(3000))
    steps.show()
    assert outermost(steps)[1:3] == ["Gene 0 to Gene 1087", "Gene 1088 to Gene 1177"]
    assert written == []
    QTest.keyClicks(steps, "gene 2050")
    QTest.keyClick(steps, Qt.Key.Key_Right)
    assert written == ["e2050"]


def test_parts_without_a_title_say_what_is_in_them(steps: StepsList) -> None:
    one, other = stranger(2), stranger(5)
    nodes = tuple(each._replace(id=f"x{each.id}", label=f"Other {each.label}") for each in other.nodes)
    links = tuple(each._replace(source=f"x{each.source}", target=f"x{each.target}") for each in other.interactions)
    steps.hide()
    steps.show_pathway(one._replace(nodes=one.nodes + nodes, interactions=one.interactions + links))
    steps.show()
    assert said(steps, "Part 1 of 2") == (
        "Part 1 of 2. Other Gene 0, Other Gene 1, Other Gene 2 and 2 more. 5 things. 1 of 2"
    )


def test_a_guide_without_pathway_has_an_empty_list(steps: StepsList) -> None:
    steps.show_pathway(None)
    assert steps.model() is None
    steps.light(frozenset({"cytokines"}))
    steps.set_current("cytokines")
    assert steps.rect_of("cytokines").isEmpty()


def test_another_theme_gives_other_colours(steps: StepsList) -> None:
    before = steps.grab().toImage()
    steps.set_theme(look.themes()["dark"])
    assert steps.grab().toImage() != before


def test_things_that_are_told_alike_stand_in_one_row_with_their_number(steps: StepsList) -> None:
    alone = [Node(f"il10-{number}", "IL10", "Protein") for number in range(3)]
    tied = [Node("a", "A", "Protein"), Node("b", "B", "Protein")]
    line = Interaction("e", "a", "b", "activates", "", "")
    steps.show_pathway(Pathway("P", "", (), (*tied, *alone), (line,)))
    steps.show()
    steps._fill()
    assert names_inside(steps, "Without a line to anything") == ["IL10 · protein"]
    assert said(steps, "IL10 · protein") == "IL10, protein. Drawn 3 times"
    assert names_inside(steps, "IL10 · protein") == [f"IL10 · protein, {number} of 3" for number in (1, 2, 3)]
    steps.set_current("il10-1")
    assert steps.currentIndex().data() == "IL10 · protein, 2 of 3"
    assert not steps.rect_of("il10-1").isEmpty(), "its row is opened"


def test_a_line_that_stands_out_is_heard_too_and_many_nodes_open_no_rows(steps: StepsList, pathway: Pathway) -> None:
    line = next(each for each in pathway.interactions if each.source == "immune_cells")
    steps.light(frozenset({"immune_cells", line.id}), "In this step")
    inside = row(steps, "Immune cells · ")
    heard = [each.data(Qt.ItemDataRole.AccessibleTextRole) for each in rows(steps, inside)]
    assert sum(each.endswith("In this step") for each in heard) == 1
    steps.light(frozenset(node.id for node in pathway.nodes), "At this distance")
    assert not any(steps.isExpanded(each) for each in rows(steps) if each.data().startswith("Microglia"))


def test_the_row_with_the_keyboard_is_always_in_view(steps: StepsList) -> None:
    steps.resize(360, 300)
    port = steps.viewport().rect().adjusted(0, 0, 0, 1)
    for key in [Qt.Key.Key_Home, *[Qt.Key.Key_Down] * 40, Qt.Key.Key_Home, Qt.Key.Key_End, *[Qt.Key.Key_Up] * 20]:
        QTest.keyClick(steps, key)
        here = steps.visualRect(steps.currentIndex())
        assert here.intersects(port), steps.currentIndex().data()
        assert here.top() >= 0
        assert port.contains(here) or here.height() > port.height() or here.top() == 0, steps.currentIndex().data()
