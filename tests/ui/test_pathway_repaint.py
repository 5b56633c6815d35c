"""Another light paints only where something changed; the screen then shows what a whole paint would."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import QEvent, QObject, QRect
from PySide6.QtGui import QImage, QPaintEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reader import paths
from reader.compiler import gpml
from reader.core.drawing import Drawing, Shape
from reader.core.pathway import Pathway
from reader.ui import theme as look
from reader.ui.pathway.scene import PathwayScene
from reader.ui.pathway.view import PathwayView
from reader.ui.theme import Theme

FILE = paths.bundled("content") / "fibromyalgia-and-the-immune-system" / "pathway.gpml"
ZOOMS = 0.3, 1.0, 1.8  # names over the drawing, nothing, words on lines


class Painted(QObject):
    """Counts the pixels that are painted."""

    pixels = 0

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QPaintEvent):
            self.pixels += sum(each.width() * each.height() for each in _rects(event))
        return False


def _rects(event: QPaintEvent) -> list[QRect]:
    region: Any = event.region()  # its stub does not know that it is iterable
    return list(region)


@pytest.fixture
def pathway() -> Pathway:
    return gpml.survey(FILE.read_bytes(), FILE.name).pathway


@pytest.fixture
def view(qtbot: QtBot, theme: Theme, pathway: Pathway) -> PathwayView:
    scene = PathwayScene(theme)
    scene.show_drawing(gpml.survey(FILE.read_bytes(), FILE.name).drawing, pathway)
    made = PathwayView(scene)
    qtbot.addWidget(made)
    made.resize(700, 500)
    with qtbot.waitExposed(made):
        made.show()
    made.setFocus()
    return made


def lit(pathway: Pathway, *numbers: int) -> frozenset[str]:
    nodes = frozenset(pathway.nodes[number].id for number in numbers)
    return nodes | pathway.between(nodes)


def on_screen(view: PathwayView) -> QImage:
    QApplication.processEvents()
    shown = view.screen().grabWindow(view.winId()).toImage()
    return shown.convertToFormat(QImage.Format.Format_RGB32)


def differing(view: PathwayView) -> int:
    """Return how many pixels on the screen are not those of a whole paint."""
    shown = on_screen(view)
    view.drawing.restyle(view.drawing.is_restyled)  # after which nothing is kept
    whole = view.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    assert shown.size() == whole.size()
    return sum(
        abs(shown.pixelColor(x, y).lightness() - whole.pixelColor(x, y).lightness()) > 8
        for x in range(0, shown.width(), 2) for y in range(0, shown.height(), 2)
    )  # fmt: skip


@pytest.mark.parametrize("zoom", ZOOMS)
def test_after_another_light_the_screen_shows_what_a_whole_paint_would(
    view: PathwayView, pathway: Pathway, zoom: float
) -> None:
    view.zoom_by(zoom / view.zoom)
    for first, then in (
        (lit(pathway, 0, 1, 2, 3), lit(pathway, 2, 3, 8, 9, 12)),
        (lit(pathway, 20), lit(pathway, 0, 30)),
    ):
        view.drawing.light(first)
        on_screen(view)
        view.drawing.light(then, first)
        assert differing(view) == 0


def test_after_other_colours_a_whole_new_picture_is_shown(view: PathwayView, pathway: Pathway) -> None:
    view.zoom_by(1 / view.zoom)
    view.drawing.light(lit(pathway, 0, 1))
    on_screen(view)
    view.drawing.set_theme(look.chosen("dark"))
    view.drawing.light(lit(pathway, 5, 6))
    assert differing(view) == 0
    view.drawing.show_lines(frozenset())
    view.drawing.light(lit(pathway, 0, 1))
    assert differing(view) == 0, "lines that are hidden are not brought back with the light"


@pytest.mark.slow
def test_a_line_with_a_thousand_corners_among_a_thousand_lines_is_lit_as_a_whole_paint_would(
    view: PathwayView, pathway: Pathway
) -> None:
    corners = tuple(("L", 20.0 + 37 * n % 300, 20.0 + 53 * n % 300) for n in range(1000))
    many = Shape((("M", 20.0, 20.0), *corners), "edge", "many", fill="none", width=2)
    straight = [
        Shape((("M", 10.0 + n % 400, 10.0), ("L", 10.0 + n % 400, 300.0)), "edge", f"one{n}", fill="none", width=1)
        for n in range(1000)
    ]
    view.drawing.show_drawing(Drawing(420, 320, (many, *straight)), pathway)
    view.fit_all()
    every = frozenset(shape.key for shape in straight)
    for lit in (frozenset({"many"}), frozenset({"one1"}), every, frozenset({"many", "one2"})):
        view.drawing.light(lit)
        assert differing(view) == 0


def test_another_light_paints_little(view: PathwayView, pathway: Pathway) -> None:
    view.fit_all()
    view.drawing.light(lit(pathway, 0))
    on_screen(view)
    painted = Painted()
    view.viewport().installEventFilter(painted)
    view.drawing.light(lit(pathway, 0, 1))
    view.drawing.show_lines(None)  # as before: nothing to do
    QApplication.processEvents()
    assert 0 < painted.pixels < 0.2 * view.width() * view.height()
