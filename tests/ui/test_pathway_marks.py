"""What a frame is painted from looks as the display list says, however few calls it takes."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QColor, QImage, QPainter, QRegion

from reader.core.drawing import Item, Shape, Text
from reader.ui.pathway.marks import marks, paint
from reader.ui.pathway.mood import Mood
from reader.ui.pathway.parts import Part
from reader.ui.theme import Theme

PAPER = "#FFFFFF"


def line(key: str, *points: tuple[float, float], colour: str = "#FF0000", dash: tuple[float, ...] = ()) -> Shape:
    first, *rest = points
    path = (("M", *first), *(("L", *each) for each in rest))
    return Shape(path, "edge", key, "", colour, width=4, dash=dash)


def box(key: str, left: float, top: float, right: float, bottom: float) -> Shape:
    path = (("M", left, top), ("L", right, top), ("L", right, bottom), ("L", left, bottom), ("Z",))
    return Shape(path, "node", key, "", "#000000", "#0000FF")


@pytest.fixture
def mood(theme: Theme) -> Mood:
    made = Mood(theme)
    made.paper = PAPER
    return made


def painted(mood: Mood, *items: Item, zoom: float = 1.0) -> QImage:
    paper = QImage(200, 200, QImage.Format.Format_RGB32)
    paper.fill(QColor(PAPER))
    painter = QPainter(paper)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(zoom, zoom)
    made = list(marks(Part(item.key, [item], mood) for item in items))
    paint(painter, made, QRegion(0, 0, round(200 / zoom) + 1, round(200 / zoom) + 1), PAPER)
    painter.end()
    return paper


def colours(paper: QImage, *points: tuple[int, int]) -> list[str]:
    return [paper.pixelColor(*point).name() for point in points]


def test_lines_painted_at_once_stay_below_what_comes_between_them(mood: Mood) -> None:
    paper = painted(
        mood, line("a", (10, 50), (190, 50)), line("b", (10, 80), (190, 80)), box("n", 40, 20, 80, 100),
        line("c", (10, 60), (190, 60)), line("d", (10, 70), (190, 70), colour="#00FF00"),
    )  # fmt: skip
    red, blue = "#ff0000", "#0000ff"
    assert colours(paper, (20, 50), (60, 50), (20, 80), (60, 80), (60, 60)) == [red, blue, red, blue, red]
    assert colours(paper, (60, 70)) == ["#00ff00"], "each in its own colour"


def test_only_what_is_lit_keeps_its_weight_among_lines_painted_at_once(mood: Mood) -> None:
    lines = [line(key, (10, y), (190, y)) for key, y in (("a", 50), ("b", 80))]
    mood.lit = frozenset({"b"})
    assert colours(painted(mood, *lines), (60, 51), (60, 81)) == ["#ffffff", "#ff0000"]


@pytest.mark.parametrize("zoom", [0.4, 1.0, 3.0])
def test_dashes_go_on_around_a_corner_and_fill_it(mood: Mood, zoom: float) -> None:
    corner, end = 95 / zoom, 190 / zoom
    points = (10 / zoom, 10 / zoom), (corner, 10 / zoom), (corner, end)
    dash = (20 / zoom, 10 / zoom)
    paper = painted(mood, line("a", *points, dash=dash)._replace(width=6 / zoom), zoom=zoom)
    red, ground = "#ff0000", PAPER.lower()
    assert colours(paper, (15, 10), (35, 10), (50, 10), (65, 10)) == [red, ground, red, ground]
    assert colours(paper, (80, 10), (96, 8)) == [red, ground], "a dash ends at 90, a gap goes around the corner"
    assert colours(paper, (95, 25), (95, 40), (95, 55)) == [red, ground, red], "as if the line were straight"
    filled = painted(mood, line("a", (10, 10), (95, 10), (95, 190), dash=(200, 10))._replace(width=6))
    assert colours(filled, (97, 8)) == [red], "the outer edge of a corner in the middle of a dash"


def test_a_turned_text_is_painted_upright_and_one_that_is_struck_through_has_its_line(mood: Mood) -> None:
    turned = Text(("MMMMMMMM",), 100, 100, 12, "node", "a", turn=1.5708, colour="#000000")
    inked = painted(mood, turned)
    dark = [(x, y) for x in range(200) for y in range(200) if inked.pixelColor(x, y).lightness() < 128]
    across, along = {x for x, _ in dark}, {y for _, y in dark}
    assert len(along) > 50 > 16 > max(across) - min(across)
    struck = painted(mood, Text(("M M",), 100, 100, 40, "node", "a", strike=True, colour="#000000"))
    assert any(all(struck.pixelColor(x, y).lightness() < 128 for x in range(70, 130)) for y in range(80, 120)), (
        "through the gap between the words, too"
    )


def test_words_are_in_one_place_at_every_zoom(mood: Mood) -> None:
    text = Text(("Cytokine",), 100, 100, 14, "node", "a", colour="#000000")
    for zoom in (0.7, 1.0, 1.9):
        shown = painted(mood, text._replace(x=100 / zoom, y=100 / zoom), zoom=zoom)
        dark = [x for x in range(200) for y in range(200) if shown.pixelColor(x, y).lightness() < 160]
        assert abs((min(dark) + max(dark)) / 2 - 100) < 2


def test_a_line_begins_its_dashes_at_its_first_point_when_it_is_thin(mood: Mood) -> None:
    paper = painted(mood, line("a", (10, 50), (190, 50), dash=(20, 20))._replace(width=1), zoom=0.9)
    row = [paper.pixelColor(x, 45).red() - paper.pixelColor(x, 45).green() for x in range(9, 160)]
    assert sum(each > 60 for each in row) == pytest.approx(75, abs=16), "half of it"
