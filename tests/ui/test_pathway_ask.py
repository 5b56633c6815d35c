"""How one thing leads to another, and what lies before or after it: asked, lit and told, from the keyboard."""

from __future__ import annotations

from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLabel, QListWidget, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from reader.core.guide import Guide
from reader.core.pathway import Interaction, Node
from reader.ui import theme as look
from reader.ui.pathway import ask_form
from reader.ui.pathway.ask import Ask
from reader.ui.pathway.ask_form import NameBox
from reader.ui.pathway.ask_strip import AskStrip
from reader.ui.pathway.light import Light
from reader.ui.pathway.subject import Subject
from reader.ui.pathway.trace import Trace
from reader.ui.pathway.trace_strip import TraceStrip
from reader.ui.pathway.twin import Twin
from reader.ui.theme import Theme

# The platform without a screen opens lists, but says that it cannot grab keys for them.
pytestmark = pytest.mark.qt_log_ignore("grabbing the keyboard", extend=True)


T = TypeVar("T", bound=QWidget)


class Stage:
    """A drawing with its list above one mode's strip, as the panel has them."""

    def __init__(self, qtbot: QtBot, theme: Theme, guide: Guide) -> None:
        assert guide.pathway is not None
        assert guide.drawing is not None
        self.pathway, self.subject = guide.pathway, Subject(guide.pathway, guide.drawing, guide)
        self.lights: list[Light] = []
        self.widget = QWidget()
        self.twin = Twin(theme)
        self.twin.show_pathway(guide.pathway, guide.drawing)
        self.twin.light = self.lights.append  # type: ignore[method-assign, assignment]
        self.column = QVBoxLayout(self.widget)
        self.column.addWidget(self.twin, 1)
        self.widget.setStyleSheet(look.style_sheet(theme))
        self.widget.resize(388, 700)
        qtbot.addWidget(self.widget)

    def show(self, qtbot: QtBot, strip: QWidget) -> None:
        self.column.addWidget(strip)
        with qtbot.waitActive(self.widget):
            self.widget.show()
            self.widget.activateWindow()

    def text(self) -> str:
        """Return all words that can be seen, but those of buttons."""
        labels = self.widget.findChildren(QLabel)
        return " ".join(label.text() for label in labels if label.isVisible())

    def button(self, words: str) -> QPushButton:
        every = self.widget.findChildren(QPushButton)
        return next(each for each in every if each.isVisible() and each.text() == words)

    def boxes(self) -> list[NameBox]:
        return self.widget.findChildren(NameBox)

    def only(self, kind: type[T]) -> T:
        (found,) = self.widget.findChildren(kind)
        return found

    @property
    def lit(self) -> frozenset[str]:
        """What stands out now."""
        return self.lights[-1].lit or frozenset()


@pytest.fixture
def stage(qtbot: QtBot, theme: Theme, bundled: Guide) -> Stage:
    return Stage(qtbot, theme, bundled)


@pytest.fixture
def ask(qtbot: QtBot, stage: Stage, theme: Theme) -> Ask:
    mode = Ask(stage.twin, AskStrip(theme))
    stage.show(qtbot, mode.strip)
    mode.begin(stage.subject)
    return mode


@pytest.fixture
def trace(qtbot: QtBot, stage: Stage, theme: Theme) -> Trace:
    mode = Trace(stage.twin, TraceStrip(theme))
    stage.show(qtbot, mode.strip)
    return mode


def is_offering(box: NameBox) -> bool:
    """Return whether the list of names is open."""
    offered = box.completer().popup()
    return offered is not None and offered.isVisible()


def answer(stage: Stage, start: str, goal: str) -> None:
    """Type a question, as one does without a mouse."""
    first, second = stage.boxes()
    first.setFocus()
    first.selectAll()
    QTest.keyClicks(first, start)
    QTest.keyClick(first, Qt.Key.Key_Return)
    second.selectAll()
    QTest.keyClicks(second, goal)
    QTest.keyClick(second, Qt.Key.Key_Return)


def test_the_answer_is_told_step_by_step_and_lit(stage: Stage, ask: Ask) -> None:
    answer(stage, "cytokines", "fatigue")
    assert "Step 1 of 3. Cyto" in stage.text()
    assert "→ Nerve and immune system talk" in stage.text(), "where it leads is not cut"
    assert "Cytokines carry some of the messages between nerves and immune cells." in stage.text()
    assert stage.lit == frozenset({"cytokines", "crosstalk", "E8"})
    QTest.keyClick(stage.button("Next"), Qt.Key.Key_Return)
    assert stage.lit == frozenset({"crosstalk", "neuroinflam", "E16"})
    assert stage.lights[-1].walked == frozenset({"cytokines", "crosstalk", "E8"})
    assert "Mixed: studies disagree" in ask.strip.said()


def test_after_the_last_step_stands_what_to_keep_in_mind(stage: Stage, ask: Ask) -> None:
    answer(stage, "cytokines", "fatigue")
    ask.go_to_end(1)
    assert "This does not show that the whole way happens in anybody." in stage.text()
    assert not stage.button("Next").isEnabled()
    ask.go_to_end(-1)
    assert "Step 1 of 3" in stage.text()


def test_one_chooses_between_the_shortest_and_the_best_supported(stage: Stage, ask: Ask) -> None:
    answer(stage, "cytokines", "fatigue")
    ways = stage.only(QComboBox)
    assert [ways.itemText(number) for number in range(3)] == [
        "Shortest: 3 steps, least sure: weak",
        "Best supported: 7 steps, least sure: mixed",
        "Another: 4 steps, least sure: mixed",
    ]
    ways.setFocus()
    QTest.keyClick(ways, Qt.Key.Key_Down)
    assert "Step 1 of 7" in stage.text()
    assert stage.lit == frozenset({"cytokines", "receptors", "E4"})


def test_a_reference_of_a_step_can_be_opened(qtbot: QtBot, stage: Stage, ask: Ask) -> None:
    answer(stage, "cytokines", "fatigue")
    button = stage.button("Reference 27")
    assert "Cytokine and immune system abnormalities" in button.accessibleName()
    with qtbot.waitSignal(ask.reference_chosen) as chosen:
        QTest.keyClick(button, Qt.Key.Key_Space)
    assert chosen.args == ["Staud2015"]


def test_that_no_route_is_known_is_said_and_what_is_near_can_be_chosen(stage: Stage, ask: Ask) -> None:
    answer(stage, "fatigue", "cytokines")
    assert "No route is known in this pathway from Fatigue to Cytokines." in stage.text()
    assert stage.lit == frozenset({"fatigue", "cytokines"})
    ways = stage.only(QComboBox)
    ways.setFocus()
    QTest.keyClick(ways, Qt.Key.Key_Down)
    assert ways.currentText() == "The other way: 3 steps, least sure: weak"
    assert "Step 1 of 3" in stage.text()


def test_a_name_that_is_not_known_is_said_where_it_can_be_mended(stage: Stage, ask: Ask) -> None:
    answer(stage, "cytokines", "fatige")
    assert "Nothing in this pathway is called “fatige”. Nearest: Fatigue." in stage.text()
    assert stage.boxes()[1].hasFocus()
    assert stage.boxes()[1].selectedText() == "fatige"


def test_names_are_offered_while_one_types_and_the_box_keeps_the_keyboard(stage: Stage, ask: Ask) -> None:
    box = stage.boxes()[0]
    box.setFocus()
    QTest.keyClicks(box, "inter")
    offered = box.completer().popup()
    assert offered is not None
    assert offered.isVisible()
    assert offered.model().index(0, 0).data() == "IL-10 (calms inflammation)"
    assert offered.sizeHintForRow(0) >= look.TARGET_PX
    assert box.hasFocus()
    offered.hide()


def test_enter_takes_the_only_label_that_is_offered(stage: Stage, ask: Ask) -> None:
    answer(stage, "cytok", "fatig")
    assert [box.text() for box in stage.boxes()] == ["Cytokines", "Fatigue"]
    assert "Step 1 of 3" in stage.text()


def test_who_does_not_see_the_list_hears_what_fits(stage: Stage, ask: Ask, monkeypatch: pytest.MonkeyPatch) -> None:
    heard: list[str] = []
    monkeypatch.setattr(ask_form, "announce", lambda _who, said: heard.append(said))
    box = stage.boxes()[0]
    box.setFocus()
    QTest.keyClicks(box, "cytok")
    assert heard[-1] == "Cytokines and 1 more fit; Down goes to them."
    QTest.keyClick(box, Qt.Key.Key_Return)
    assert heard[-1] == "Cytokines"
    QTest.keyClicks(stage.boxes()[1], "xyz")
    assert heard[-1] == "Nothing fits."


def test_what_is_said_of_a_name_is_not_hidden_by_other_names(stage: Stage, ask: Ask) -> None:
    answer(stage, "shared", "fatigue")
    assert "Nothing in this pathway is called “shared”. Nearest: Shared" in stage.text()
    assert stage.boxes()[0].hasFocus()
    assert not any(map(is_offering, stage.boxes()))


def test_asking_again_closes_the_list_of_names(stage: Stage, ask: Ask) -> None:
    first, second = stage.boxes()
    second.setFocus()
    QTest.keyClicks(second, "fati")
    assert is_offering(second)
    ask.begin(stage.subject)
    assert not is_offering(second)
    assert first.hasFocus()


def test_a_node_that_one_is_at_is_filled_in(stage: Stage, ask: Ask) -> None:
    ask.begin(stage.subject, start="pain")
    assert stage.boxes()[0].text() == "Widespread pain"
    ask.strip.take_keyboard()
    assert stage.boxes()[1].hasFocus()


def test_asking_again_keeps_what_was_typed(stage: Stage, ask: Ask) -> None:
    answer(stage, "pain", "sleep")
    QTest.keyClick(stage.button("Ask again"), Qt.Key.Key_Return)
    assert [box.text() for box in stage.boxes()] == ["pain", "sleep"]
    assert stage.boxes()[0].hasFocus()


def test_a_step_that_was_clicked_in_the_drawing_is_told(stage: Stage, ask: Ask) -> None:
    answer(stage, "cytokines", "fatigue")
    ask.tell_interaction("E20")
    assert "Step 3 of 3" in stage.text()


def test_a_step_that_acts_on_a_line_shows_that_line_and_its_ends_too(stage: Stage, ask: Ask) -> None:
    speeds = Interaction("speeds", "daily", "crosstalk", "activates", "", "", acts_on="E8")
    every = (*stage.pathway.interactions, speeds)
    ask.begin(Subject(stage.pathway._replace(interactions=every), stage.subject.drawing, None), "daily", "crosstalk")
    QTest.keyClick(stage.boxes()[1], Qt.Key.Key_Return)
    light = stage.lights[-1]
    line_and_end = frozenset({"E8", "cytokines"})
    assert light.lit == frozenset({"daily", "crosstalk", "speeds"}), "quietly: it is no step"
    assert light.lines is not None
    assert light.nodes is not None
    assert line_and_end <= light.lines & light.nodes


def test_closing_gives_the_drawing_back_to_reading(qtbot: QtBot, stage: Stage, ask: Ask) -> None:
    answer(stage, "cytokines", "fatigue")
    with qtbot.waitSignal(ask.ended):
        stage.button("Close").click()


# Upstream and downstream


def test_what_a_node_leads_to_is_lit_and_told_a_step_further_at_a_time(stage: Stage, trace: Trace) -> None:
    trace.begin(stage.subject, "cytokines", "downstream")
    assert "What Cytokines lead to" in stage.text()
    assert "Step 1 of 6: 2 new here, 15 in all. 1 old idea is left out." in stage.text()
    assert stage.lit == frozenset({"cytokines", "receptors", "crosstalk", "E4", "E8"})
    QTest.keyClick(stage.button("Further"), Qt.Key.Key_Return)
    assert "Step 2 of 6" in stage.text()
    assert {"nociceptor", "neuroinflam"} <= stage.lit
    assert {"receptors", "crosstalk", "E4"} <= stage.lights[-1].walked
    trace.go_to_end(1)
    assert "Step 6 of 6" in stage.text()
    assert not stage.button("Further").isEnabled()


def test_each_step_is_listed_in_sentences_with_their_evidence(stage: Stage, trace: Trace) -> None:
    trace.begin(stage.subject, "sleep", "upstream")
    rows = stage.only(QListWidget)
    assert [rows.item(row).text() for row in range(rows.count())] == [
        "Widespread pain can make it hard to sleep well. (Well supported)"
    ]
    rows.setFocus()
    rows.setCurrentRow(0)
    QTest.keyClick(rows, Qt.Key.Key_Return)
    assert stage.twin.current == "pain"


def test_one_turns_from_what_comes_before_to_what_comes_after(stage: Stage, trace: Trace) -> None:
    trace.begin(stage.subject, "pain", "upstream")
    assert "What leads to Widespread pain" in stage.text()
    stage.button("What it leads to").click()
    assert "What Widespread pain leads to" in stage.text()


def test_where_nothing_leads_on_that_is_said(stage: Stage, trace: Trace) -> None:
    trace.begin(stage.subject, "daily", "downstream")
    assert "This pathway shows nothing of the kind." in stage.text()
    assert stage.lit == frozenset({"daily"})
    trace.step(1)
    trace.step(-1)
    assert not stage.button("Further").isEnabled()


def test_a_stranger_s_label_is_no_markup_and_no_key(qtbot: QtBot, stage: Stage, ask: Ask) -> None:
    evil = Node("x", "<b>R&D</b>", "Protein")
    pathway = stage.pathway._replace(
        nodes=(*stage.pathway.nodes, evil),
        interactions=(Interaction("ex", "x", "pain", "activates", "", ""),),
    )
    ask.begin(Subject(pathway, stage.subject.drawing, None))
    answer(stage, "<b>R&D</b>", "pain")
    assert "<b>R&D</b> activates Widespread pain." in stage.text()
    labels = [label for label in stage.widget.findChildren(QLabel) if "R&D" in label.text()]
    assert labels
    assert all(label.textFormat() == Qt.TextFormat.PlainText for label in labels)
