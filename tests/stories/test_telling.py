"""The pathway leads the text to the paragraph that tells what one has come to, unless that is in view."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from reader.app import App
from reader.core.text import Place
from reader.ui.pathway.steps import StepsList
from reader.ui.pathway.view import PathwayView
from tests.stories.hands import focus
from tests.ui.drawn import drawn_keys

Opened = Callable[[Path | str], App]
BUNDLED = "fibromyalgia-and-the-immune-system"
ACCESSIBLE = int(Qt.ItemDataRole.AccessibleTextRole)
CTRL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def whole(qtbot: QtBot, opened: Opened) -> App:
    """The reader at the section about shared messengers."""
    app = opened(BUNDLED)
    app.window.resize(1280, 900)
    with qtbot.waitSignal(app.window.article.reading_at):
        app.navigator.open(Place("shared-messengers"))
    return app


def pointed(app: App) -> str:
    """Return how the paragraph begins that is shown to be the one."""
    article = app.window.article
    assert article.destination.paragraph is not None
    span = article.places.span(article.destination.paragraph)
    assert span is not None
    return article.document().toPlainText()[span[0] : span[1]][:40]


def top_of_pointed(app: App) -> int:
    article = app.window.article
    assert article.destination.paragraph is not None
    span = article.places.span(article.destination.paragraph)
    assert span is not None
    return article.y_of(span[0])


def notice(app: App) -> str:
    return app.window.notice.said()


def test_each_step_leads_to_the_paragraph_that_tells_it(whole: App) -> None:
    modes, article = whole.window.companion.pathway.modes, whole.window.article
    modes.walk("cytokines")
    assert pointed(whole).startswith("Cytokines are one group of these shared")
    modes.walk("cytokines", 3)  # in a section further on
    assert pointed(whole).startswith("It was once thought that cytokines set")
    assert abs(top_of_pointed(whole) - article.reading_line()) <= 1
    here = article.here()
    assert here is not None
    assert here.section == "inflammation-idea"


def test_what_is_in_view_does_not_move(whole: App) -> None:
    modes, bar = whole.window.companion.pathway.modes, whole.window.article.verticalScrollBar()
    modes.walk("cytokines", 3)
    before = bar.value()
    modes.walk("cytokines", 4)  # some paragraphs below
    assert pointed(whole).startswith("It was once thought that long-running")
    assert bar.value() == before


def test_back_leads_to_where_one_was_before_the_route(qtbot: QtBot, whole: App) -> None:
    modes = whole.window.companion.pathway.modes
    for at in (2, 3, 5, 7):
        modes.walk("cytokines", at)
    whole.window.actions_by_id["back"].trigger()
    here = whole.window.article.here()
    assert here == Place("shared-messengers")


def test_a_route_opens_nothing_that_a_depth_hides(whole: App) -> None:
    whole.window.actions_by_id["depth_gist"].trigger()
    whole.window.companion.pathway.modes.walk("cytokines", 3)
    article = whole.window.article
    assert article.destination.paragraph is not None
    assert (article.destination.paragraph.section, article.destination.paragraph.ordinal) == ("inflammation-idea", 0), (
        "its heading"
    )
    assert not article.contents.shows(Place("inflammation-idea", "inflammation-idea.7"))


def test_one_step_at_a_time_goes_along_and_opens_nothing_either(whole: App) -> None:
    whole.window.actions_by_id["steps"].trigger()
    whole.window.companion.pathway.modes.walk("cytokines", 3)
    lit = whole.window.article.guiding.lit
    assert lit is not None
    assert lit.section == "inflammation-idea"
    assert lit.ordinal > 0
    whole.window.actions_by_id["depth_gist"].trigger()
    whole.window.companion.pathway.modes.walk("cytokines", 5)
    lit = whole.window.article.guiding.lit
    assert lit is not None
    assert (lit.section, lit.ordinal) == ("cytokine-levels", 0)
    assert not whole.window.article.contents.shows(Place("cytokine-levels", "cytokine-levels.34"))


def test_one_key_goes_from_place_to_place_of_a_node_and_round(qtbot: QtBot, whole: App) -> None:
    panel = whole.window.companion.pathway
    panel.show_node("mitogens")
    seen = []
    for _ in range(20):
        QTest.keyClick(focus(), Qt.Key.Key_M, CTRL_SHIFT)
        seen.append(notice(whole))
        if len(seen) > 1 and seen[-1] == seen[0]:
            break
    count = len(seen) - 1
    assert count > 2
    assert seen[0] == f"“Mitogenic activators” in the text: place 1 of {count}."
    assert sorted(set(seen)) == sorted(
        f"“Mitogenic activators” in the text: place {n} of {count}." for n in range(1, count + 1)
    )
    assert panel.isAncestorOf(focus()), "the next press goes on"
    whole.window.actions_by_id["back"].trigger()
    assert whole.window.article.here() == Place("shared-messengers")


def test_the_first_place_is_the_next_from_where_one_reads(qtbot: QtBot, whole: App) -> None:
    with qtbot.waitSignal(whole.window.article.reading_at):
        whole.navigator.open(Place("about"))  # after all of them
    whole.window.companion.pathway.show_node("mitogens")
    whole.window.actions_by_id["next_mention"].trigger()
    assert "place 1 of" in notice(whole)
    with qtbot.waitSignal(whole.window.article.reading_at):
        whole.navigator.open(Place("mitogenic-activators"))
    whole.window.companion.pathway.show_node("cytokines")
    whole.window.actions_by_id["next_mention"].trigger()
    assert "place 1 of" not in notice(whole)


def test_the_card_of_a_node_leads_there_and_opens_what_is_hidden(qtbot: QtBot, whole: App) -> None:
    whole.window.actions_by_id["depth_gist"].trigger()
    panel = whole.window.companion.pathway
    panel.show_node("ab6848")
    button = next(each for each in panel.findChildren(QPushButton) if "in the text" in each.text())
    button.click()
    assert "place 1 of" in notice(whole)
    assert whole.window.article.destination.paragraph is not None


def test_without_a_node_or_a_place_it_is_said(whole: App) -> None:
    whole.window.actions_by_id["next_mention"].trigger()
    assert notice(whole) == "Choose a node of the pathway first."
    whole.window.companion.pathway.show_node("sfn")
    whole.window.actions_by_id["next_mention"].trigger()
    assert notice(whole) == "The text does not name “Changes in small nerve fibres”."


def test_a_node_of_a_strangers_pathway_has_its_places_too(opened: Opened) -> None:
    app = opened(Path(__file__).parents[1] / "guides" / "gpml" / "WP530.gpml")
    panel = app.window.companion.pathway
    assert app.navigator.guide is not None
    assert app.navigator.guide.pathway is not None
    node = next(each for each in app.navigator.guide.pathway.nodes if not each.term)
    panel.show_node(node.id)
    app.window.actions_by_id["next_mention"].trigger()
    assert notice(app).startswith(f"“{node.label}” in the text: place ")


def test_the_list_says_what_stands_out_in_whatever_one_does(whole: App) -> None:
    panel = whole.window.companion.pathway
    whole.window.actions_by_id["go_steps"].trigger()
    steps = panel.findChild(StepsList)
    assert isinstance(steps, StepsList)

    def heard() -> set[str]:
        """Return what is said last of each row that stands out."""
        assert steps._rows is not None
        lit = [each for each in steps._rows.nodes() if each.key in steps._rows.lit]
        said = {steps._rows.data(steps._rows.index_of(each), ACCESSIBLE).rpartition(". ")[2] for each in lit}
        return {*said, *(each.key for each in lit)}

    assert {"In the section that you read", "cytokines", "immune_cells"} <= heard()
    panel.modes.walk("cytokines")
    assert heard() == {"In this step", "immune_cells", "cytokines"}
    panel.modes.trace("fatigue", "downstream")
    assert {"At this distance", "fatigue", "daily"} <= heard()
    focus().clearFocus()
    panel.modes.now.end()
    assert "In the section that you read" in heard()


def test_the_card_of_a_line_leads_to_the_paragraph_of_its_claim(qtbot: QtBot, whole: App) -> None:
    panel = whole.window.companion.pathway
    panel.show_node("cytokines")
    panel.modes.tell_interaction(_line(whole, "cytokines", "mj_inflam"))
    button = next(each for each in panel.findChildren(QPushButton) if each.accessibleName().startswith("Read about"))
    button.click()
    assert pointed(whole).startswith("It was once thought that cytokines set")


def _line(app: App, source: str, target: str) -> str:
    assert app.navigator.guide is not None
    assert app.navigator.guide.pathway is not None
    every = app.navigator.guide.pathway.interactions
    return next(each.id for each in every if (each.source, each.target) == (source, target))


def test_a_word_leads_to_its_node_though_a_route_leaves_it_out(whole: App) -> None:
    panel = whole.window.companion.pathway
    panel.modes.walk("nerves")
    view = panel.findChild(PathwayView)
    assert view is not None
    drawn = partial(drawn_keys, view.drawing)
    assert "immune_cells" not in drawn("node")
    whole.pointing.go_to_node_of("immune-cell")
    assert panel.current == "immune_cells"
    assert "immune_cells" in drawn("node")
    whole.window.actions_by_id["next_step"].trigger()
    assert "immune_cells" not in drawn("node"), "the route goes on with its own"
