"""The pathway on paper: pictures that fit pages, what their signs mean, and all of it in words."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader import paths
from reader.core.drawing import Drawing, Item, Shape, Text, bounds, text_bounds
from reader.core.guide import Guide
from reader.core.handout.building import build
from reader.core.handout.figure import MOST_ROUTES
from reader.core.handout.fitting import bands, closed_up
from reader.core.handout.glyphs import Glyphs
from reader.core.handout.going_on import parts, places_of
from reader.core.handout.handout import Handout
from reader.core.handout.on_paper import LEAST, MOST_ITEMS, MOST_PARTS, on_paper
from reader.core.handout.order import Order
from reader.core.handout.presets import PRESETS, Layout, Preset
from reader.core.handout.step_numbers import numbered
from reader.core.handout.telling import MOST_SENTENCES
from reader.core.library import Library
from reader.core.pathway import Pathway, Route, Step
from reader.errors import ReaderError
from tests.guides import sample
from tests.guides.graphs import graph


@pytest.fixture(scope="module")
def glyphs() -> Glyphs:
    return Glyphs(paths.bundled("resources") / "print" / "glyphs.txt")


def printed(guide: Guide, glyphs: Glyphs, *routes: str, ink: str = "full") -> Handout:
    preset = Preset("gist", frozenset({"pathway", "references"}), Layout(ink=ink))
    return build(guide, Order(preset=preset, routes=routes), glyphs)


def figure(handout: Handout) -> dict[str, Any]:
    (made,) = handout.figures
    return made


def letters(svg: str) -> list[str]:
    """Return the texts of an SVG."""
    return re.findall(r"<text[^>]*>([^<]*)</text>", svg)


def letters_on_a4(width: float, height: float, letters: float) -> float:
    """Return the points of letters of so many pixels where a picture fills a page, upright or turned."""
    return letters * max(min(510 / width, 660 / height), min(757 / width, 413 / height))


def told(made: dict[str, Any]) -> list[str]:
    return [sentence[0][0] for step in made["steps"] for sentence in step["sentences"]]


def with_pathway(folder: Path, pathway: Pathway, drawing: Drawing) -> Guide:
    return sample.guide(folder, pathway=(pathway, drawing))


def node(key: str, label: str, x: float, y: float) -> tuple[Shape, Text]:
    box = (("M", x, y), ("L", x + 60, y), ("L", x + 60, y + 30), ("L", x, y + 30), ("Z",))
    return Shape(box, "node", key), Text((label,), x + 30, y + 15, 13.0, "node", key)


def test_the_whole_pathway_is_cut_into_parts_that_a_page_has_room_for(bundled: Guide, glyphs: Glyphs) -> None:
    handout = printed(bundled, glyphs)
    made, pathway = figure(handout), bundled.pathway
    assert pathway is not None
    pictures = made["pictures"]
    assert [picture["label"] for picture in pictures] == [f"Part {n} of {len(pictures)}" for n in (1, 2, 3, 4)]
    assert all(letters_on_a4(picture["width"], picture["height"], 12) >= LEAST for picture in pictures)
    drawn = [text for picture in pictures for text in letters(handout.drawn[picture["picture"]])]
    for stage in pathway.stages:
        assert stage.title in drawn
    assert {word for each in pathway.nodes for word in each.label.split()} <= set(" ".join(drawn).split())


@pytest.mark.parametrize("preset", PRESETS)
def test_the_title_of_a_stage_stands_with_its_things(bundled: Guide, preset: str) -> None:
    drawing, pathway = bundled.drawing, bundled.pathway
    assert drawing is not None
    assert pathway is not None
    found = on_paper(drawing, pathway, Order("pathway", preset=PRESETS[preset]), is_ours=True)
    assert found.parts
    for part in (each.drawing for each in found.parts):
        titles = [item.y for item in part.items if isinstance(item, Text) and item.role == "title"]
        lowest = max(top for _, top, _, _ in part.node_bounds().values())
        assert all(title < lowest for title in titles)


def test_a_long_description_is_told_whole_beside_the_caption(tmp_path: Path, glyphs: Glyphs) -> None:
    drawing = Drawing(60, 30, node("a", "A", 0, 0))
    words = ["Short.", "Long. " * 100 + "\n" + "Last words."]
    made = []
    for number, description in enumerate(words):
        folder = tmp_path / str(number)
        folder.mkdir()
        pathway = graph("a b")._replace(description=description)
        made.append(figure(printed(with_pathway(folder, pathway, drawing), glyphs)))
    counted = "It shows 2 things and 1 link between them."
    assert [each["caption"] for each in made] == [f"Short. {counted}", counted]
    assert [each["about"] for each in made] == [[], [" ".join(["Long."] * 100), "Last words."]]


def test_every_link_is_told_with_how_sure_it_is_and_its_references(bundled: Guide, glyphs: Glyphs) -> None:
    handout = printed(bundled, glyphs)
    pathway = bundled.pathway
    assert pathway is not None
    sentences = told(figure(handout))
    assert len(sentences) == len(pathway.interactions)
    assert "Immune cells release cytokines, small proteins that carry messages. (Well supported)" in sentences
    used = {key for each in pathway.interactions for key in each.references}
    listed = {reference["number"] for reference in handout.references}
    assert {reference.number for key in used if (reference := bundled.reference(key))} <= listed


def test_a_route_has_the_numbers_of_its_sentences_at_its_lines(bundled: Guide, glyphs: Glyphs) -> None:
    handout = printed(bundled, glyphs, "mitogenic-activators")
    made, pathway = figure(handout), bundled.pathway
    assert pathway is not None
    route = next(each for each in pathway.routes if each.id == "mitogenic-activators")
    assert (made["title"], made["closing"]) == (route.title, route.closing)
    assert [each.split(" (")[0] for each in told(made)] == [step.caption for step in route.steps]
    (picture,) = made["pictures"]
    drawn = letters(handout.drawn[picture["picture"]])
    assert [text for text in drawn if text.isdigit()] == ["1", "2", "3", "4", "5"]
    assert "Microglia" not in drawn
    assert picture["height"] < 0.6 * 1771, "the empty stretch between its first and its last nodes is closed"


def test_the_legend_has_what_is_used_and_nothing_else(bundled: Guide, glyphs: Glyphs) -> None:
    whole, route = (figure(printed(bundled, glyphs, *names)) for names in ((), ("nerves",)))
    words = [{sign["words"] for sign in made["legend"]} for made in (whole, route)]
    assert "Old idea: not supported" in words[0]
    assert "Old idea: not supported" not in words[1]
    assert words[1] < words[0]


def test_what_a_figure_shows_is_explained(bundled: Guide, glyphs: Glyphs) -> None:
    parts = [frozenset({"glossary"}), frozenset({"glossary", "pathway"})]
    orders = [Order("sections", ("about",), preset=Preset("gist", each), routes=("nerves",)) for each in parts]
    without, with_it = ({entry["term"] for entry in build(bundled, order, glyphs).entries} for order in orders)
    assert "central sensitization" in with_it - without
    assert without < with_it


def test_a_drawing_without_end_is_told_in_words_alone(tmp_path: Path, glyphs: Glyphs) -> None:
    boxes = [item for number in range(300) for item in node(str(number), "A", 0, 1000 * number)]
    made = figure(printed(with_pathway(tmp_path, graph("0 1"), Drawing(60, 300_000, tuple(boxes))), glyphs))
    assert (made["pictures"], told(made)) == ([], ["0 activates 1."])


def test_a_lone_pathway_begins_with_its_drawing_and_is_told_once(glyphs: Glyphs, cache: Path) -> None:
    file = Path(__file__).parents[2] / "guides" / "gpml" / "WP530.gpml"
    guide = Library(paths.bundled("content"), cache).open(str(file))
    handout = build(guide, Order(), glyphs)
    assert handout.figure_is_first
    assert figure(handout)["about"] == []
    assert all(re.search(r" \(part \d to part \d\)\.", each) for each in told(figure(handout))), "only what is cut"
    assert 0 < len(told(figure(handout))) < len(guide.pathway.interactions if guide.pathway else ())
    assert len(figure(handout)["legend"]) > 2
    section = build(guide, Order("sections", ("links",)), glyphs)
    assert (section.figures, section.figure_is_first) == ((), False)


def test_what_is_drawn_twice_is_told_once_with_all_its_references(tmp_path: Path, glyphs: Glyphs) -> None:
    pathway = graph("a b", "a b", "a c")
    first, second, third = pathway.interactions
    cited = (first._replace(references=("Lacking2020",)), second._replace(references=("Clauw2014",)), third)
    drawing = Drawing(60, 30, node("a", "A", 0, 0))
    made = figure(printed(with_pathway(tmp_path, pathway._replace(interactions=cited), drawing), glyphs))
    ((first_said, _),) = [step["sentences"] for step in made["steps"]]
    assert told(made) == ["A activates B.", "A activates C."]
    assert [kinds["cite"] for _, kinds in first_said if "cite" in kinds] == [1, 2]


def test_a_section_has_the_route_that_tells_it(bundled: Guide) -> None:
    assert bundled.pathway is not None
    told = [bundled.pathway.routes_in(each) for each in (["nerves", "symptoms", "cytokines"], ["symptoms"])]
    assert told == [("nerves", "cytokines"), ()]


def test_an_unknown_route_is_refused_with_the_nearest(bundled: Guide, glyphs: Glyphs) -> None:
    with pytest.raises(ReaderError, match=r"no route “nervs”.*Nearest: nerves"):
        printed(bundled, glyphs, "nervs")


def test_empty_bands_are_closed_and_what_stands_in_others_keeps_its_shape() -> None:
    line = Shape((("M", 30, 30), ("L", 30, 800), ("C", 30, 810, 40, 810, 50, 810), ("L", 90, 810)), "edge", "e")
    drawing = Drawing(100, 900, (*node("a", "A", 0, 0), *node("b", "B", 30, 820), line))
    closed = closed_up(drawing)
    first, _, last, _, lowered = closed.items
    assert closed.height == 900 - (754 - 36)
    assert first == drawing.items[0]
    assert isinstance(last, Shape)
    assert isinstance(lowered, Shape)
    heights = [command[-1] for command in lowered.path]
    assert heights == [30, 82, 92, 92], "the bend is as large as it was"
    assert last.path[0] == ("M", 30.0, 102.0)


def test_a_line_that_is_cut_says_at_both_ends_where_it_goes_on_and_is_left_out_between() -> None:
    line = Shape((("M", 30, 30), ("L", 30, 400)), "edge", "e")
    boxes = (*node("a", "A", 0, 0), *node("b", "B", 50, 200), *node("c", "C", 0, 400))
    drawing = Drawing(120, 430, (*boxes, line))
    found = bands(drawing, 150)
    pathway = graph("a c")
    pathway = pathway._replace(interactions=(pathway.interactions[0]._replace(id="e"),))
    made = parts(drawing, pathway, found, 10)
    assert [part.ends for part in made] == [("to C, part 3",), (), ("from A, part 1",)]
    words = [[item.lines[0] for item in part.drawing.items if isinstance(item, Text)] for part in made]
    assert words == [["A", "to C, part\u00a03"], ["B"], ["C", "from A, part\u00a01"]]
    assert sum(height for _, _, _, height in found) == 430


def test_a_line_that_ties_nothing_says_the_part_that_it_goes_on_in() -> None:
    line = Shape((("M", 30, 30), ("L", 30, 150)), "edge", "e")
    drawing = Drawing(120, 230, (*node("a", "A", 0, 0), *node("b", "B", 50, 200), line))
    made = parts(drawing, graph("a b"), [(0, 0, 120, 100), (0, 100, 120, 130)], 10)
    assert [part.ends for part in made] == [("goes on in part 2",), ("goes on in part 1",)]


def test_a_line_that_ends_short_of_an_edge_is_marked_too() -> None:
    line = Shape((("M", 30, 110), ("L", 30, 150)), "edge", "e")  # it begins below the cut, yet comes from above it
    drawing = Drawing(120, 230, (*node("a", "A", 0, 60), *node("b", "B", 0, 150), line))
    pathway = graph("a b")
    pathway = pathway._replace(interactions=(pathway.interactions[0]._replace(id="e"),))
    made = parts(drawing, pathway, [(0, 0, 120, 100), (0, 100, 120, 130)], 10)
    assert [part.ends for part in made] == [(), ("from A, part 1",)]


def test_words_at_an_edge_lie_over_no_other_words_and_no_other_line() -> None:
    ends = [10, 20, 30, 60, 300, 310, 320]
    lines = [Shape((("M", x, 30), ("L", x, 400)), "edge", f"e{x}") for x in ends]
    things = [item for x in ends for y in (0, 400) for item in node(f"{x} {y}", f"{x}", x, y)]
    pathway = graph(*(f"a{x} b{x}" for x in ends))
    nodes = tuple(each._replace(id=f"{each.id[1:]} {0 if each.id[0] == 'a' else 400}") for each in pathway.nodes)
    links = tuple(
        each._replace(id=f"e{x}", source=f"{x} 0", target=f"{x} 400")
        for x, each in zip(ends, pathway.interactions, strict=True)
    )
    boxes = [(0.0, 0.0, 400.0, 200.0), (0.0, 200.0, 400.0, 230.0)]
    made = parts(Drawing(400, 430, (*things, *lines)), pathway._replace(nodes=nodes, interactions=links), boxes, 10)
    for part in made:
        marks = [item for item in part.drawing.items if isinstance(item, Text) and item.italic]
        frame = max(number for number, item in enumerate(part.drawing.items) if getattr(item, "fill", "") == "#FFFFFF")
        ways = [bounds(item.path) for item in part.drawing.items[frame + 1 :] if isinstance(item, Shape)]
        rooms = [text_bounds(mark) for mark in marks]
        assert len(marks) == len(ends)
        for number, (left, top, width, height) in enumerate(rooms):
            assert 0 <= left < left + width <= part.drawing.width
            assert 0 <= top < top + height <= part.drawing.height
            for x, y, wide, high in [*rooms[:number], *ways]:
                assert x >= left + width or x + wide <= left or y >= top + height or y + high <= top


def test_a_drawing_without_an_empty_band_stays_whole() -> None:
    slanted = Shape((("M", 0, 0), ("L", 100, 900)), "edge", "e")
    drawing = Drawing(100, 900, (*node("a", "A", 0, 0), slanted, *node("b", "B", 0, 870)))
    assert len(bands(drawing, 120)) == 1
    assert closed_up(drawing).height == 900


@st.composite
def drawings(draw: st.DrawFn) -> Drawing:
    """Return things at any heights, each with a line that goes down, across and down to the next."""
    heights = sorted(draw(st.lists(st.integers(0, 3000), min_size=2, max_size=8, unique=True)))
    items: list[Item] = []
    for number, y in enumerate(heights):
        items += node(str(number), str(number), 70 * (number % 3), y)
    for number, (y, below) in enumerate(pairwise(heights)):
        start, end = (30 + 70 * (each % 3) for each in (number, number + 1))
        bend = draw(st.integers(y, below))
        path = (("M", start, y + 30), ("L", start, bend), ("L", end, bend), ("L", end, below))
        items.append(Shape(path, "edge", f"e{number}"))
    return Drawing(220, heights[-1] + 40, tuple(items))


@given(drawings(), st.integers(50, 800))
def test_each_thing_is_whole_in_one_part_and_each_line_that_is_cut_is_marked_in_two(
    drawing: Drawing, highest: int
) -> None:
    count = len(drawing.node_bounds())
    pathway = graph(*(f"{number} {number + 1}" for number in range(count - 1)))
    links = tuple(each._replace(id=f"e{number}") for number, each in enumerate(pathway.interactions))
    pathway = pathway._replace(interactions=links)
    boxes = bands(closed := closed_up(drawing), highest)
    made = parts(closed, pathway, boxes, 10)
    places = places_of(closed, pathway, boxes)
    inside = [set(part.drawing.node_bounds()) for part in made]
    assert sorted(key for each in inside for key in each) == sorted(drawing.node_bounds())
    assert sum(height for _, _, _, height in boxes) == pytest.approx(closed.height)
    for part in made:
        for left, top, width, height in part.drawing.node_bounds().values():
            assert (width, height) == pytest.approx((60, 30))
            assert 0 <= left < left + width <= part.drawing.width
            assert -1e-6 <= top < top + height <= part.drawing.height + 1e-6
    for each in links:
        start, end = places[each.source], places[each.target]
        names = [pathway.node(key) for key in (each.source, each.target)]
        if start != end and len(made) > 1:
            assert any(f"to {getattr(names[1], 'label', '')}, part {end + 1}" in said for said in made[start].ends)
            assert any(f"from {getattr(names[0], 'label', '')}, part {start + 1}" in said for said in made[end].ends)


def places(drawing: Drawing, *keys: str) -> list[tuple[float, float]]:
    """Return where the numbers of these lines stand."""
    marks = numbered(drawing, {key: number for number, key in enumerate(keys, 1)}).items[len(drawing.items) :]
    return [(round(mark.x), round(mark.y)) for mark in marks if isinstance(mark, Text)]


def test_a_number_stands_on_a_long_line_and_beside_a_short_one() -> None:
    long, short = (Shape((("M", 50, 0), ("L", 50, end)), "edge", "e") for end in (200, 30))
    assert places(Drawing(100, 200, (long,)), "e") == [(50, 100)]
    assert places(Drawing(100, 200, (short,)), "e") == [(36, 15)]


def test_a_number_covers_no_cross_no_thing_and_no_other_number() -> None:
    line = Shape((("M", 50, 0), ("L", 50, 200)), "edge", "e")
    cross = Shape((("M", 45, 95), ("L", 55, 105)), "cross", "e")
    assert places(Drawing(100, 200, (line, cross)), "e") == [(50, 70)]
    other = line._replace(path=(("M", 58, 0), ("L", 58, 200)), key="f")
    assert places(Drawing(100, 200, (line, other)), "e", "f") == [(36, 100), (72, 100)]
    box = node("a", "", 10, 80)
    assert places(Drawing(100, 200, (line, *box)), "e") == [(50, 70)]


def test_a_number_beside_a_line_is_not_on_another() -> None:
    line = Shape((("M", 50, 0), ("L", 50, 30)), "edge", "e")
    other = Shape((("M", 38, 0), ("L", 38, 30)), "edge", "f")
    assert places(Drawing(100, 30, (line, other)), "e") == [(64, 15)]
    three = [Shape((("M", x, 0), ("L", x, 200)), "edge", f"{x}") for x in (42, 50, 58)]
    assert places(Drawing(100, 200, tuple(three)), "50") == [(50, 100)], "on its own, though it covers both others"


def test_a_number_covers_no_other_where_lines_are_short() -> None:
    lines = [Shape((("M", x, 0), ("L", x, 30)), "edge", f"{x}") for x in (50, 22)]
    drawing = Drawing(100, 30, (*lines, *node("a", "", -44, 0)))
    assert places(drawing, "50") == [(36, 15)]
    assert places(drawing, "22") == [(36, 15)]
    assert places(drawing, "50", "22") == [(36, 15), (8, 15)]


def test_a_strangers_colours_stay_but_where_ink_is_saved(tmp_path: Path, glyphs: Glyphs) -> None:
    shape, label = node("a", "A", 0, 0)
    drawing = Drawing(60, 30, (shape._replace(stroke="#aa0000", fill="#ffeedd"), label), "#ffffff")
    guide = with_pathway(tmp_path, graph("a b"), drawing)
    full, low = (printed(guide, glyphs, ink=ink).drawn["figure:1:1"] for ink in ("full", "low"))
    assert "#ffeedd" in full
    assert "#ffeedd" not in low
    assert "#aa0000" not in low


def test_letters_that_no_face_has_are_replaced_in_the_picture_and_counted(tmp_path: Path, glyphs: Glyphs) -> None:
    guide = with_pathway(tmp_path, graph("a b"), Drawing(60, 30, node("a", "痛 <b>", 0, 0)))
    handout = printed(guide, glyphs)
    assert letters(handout.drawn["figure:1:1"]) == ["□ &lt;b&gt;"]
    assert any("痛" in note for note in handout.notes)


def test_names_at_a_cut_have_only_letters_that_a_face_has(tmp_path: Path, glyphs: Glyphs) -> None:
    line = Shape((("M", 30, 30), ("L", 30, 2400)), "edge", "e")
    boxes = [item for number in range(4) for item in node(f"n{number}", "痛", 0, 800 * number)]
    pathway = graph("n0 n3")
    nodes = tuple(each._replace(label="痛") for each in pathway.nodes)
    pathway = pathway._replace(nodes=nodes, interactions=(pathway.interactions[0]._replace(id="e"),))
    handout = printed(with_pathway(tmp_path, pathway, Drawing(60, 2430, (*boxes, line))), glyphs)
    drawn = "".join(handout.drawn[picture["picture"]] for picture in figure(handout)["pictures"])
    assert "to □, part" in drawn
    assert "痛" not in drawn


def test_the_picture_of_a_pathway_too_large_for_paper_is_left_out_and_said(tmp_path: Path, glyphs: Glyphs) -> None:
    boxes = [item for number in range(MOST_ITEMS) for item in node(str(number), "A", 0, number)]
    handout = printed(with_pathway(tmp_path, graph("a b"), Drawing(60, 90, tuple(boxes))), glyphs)
    said = "The picture of this pathway is left out: it has too many parts for paper (12,000)."
    assert (figure(handout)["about"][0], handout.notes) == (said, (said,))
    assert (figure(handout)["pictures"], told(figure(handout))) == ([], ["A activates B."])


def test_a_large_pathway_of_others_is_told_in_words_and_sentences_left_out_are_said(
    tmp_path: Path, glyphs: Glyphs
) -> None:
    lines = [f"a{number} {'bc'[number % 2]}" for number in range(MOST_SENTENCES + 5)]  # in two parts
    drawing = Drawing(9000, 5000, node("b", "B", 0, 0), "#ffffff")
    handout = printed(with_pathway(tmp_path, graph(*lines), drawing), glyphs)
    assert len(told(figure(handout))) == MOST_SENTENCES
    assert handout.notes == (
        "The pathway is told in its first 300 sentences; 5 more were left out.",
        "The picture of this pathway is left out: with letters that can be read it would take about 78 sheets of "
        "paper. What it shows is told in words.",
    )


@pytest.mark.parametrize("preset", PRESETS)
@pytest.mark.parametrize("letters", [8.0, 12.0, 24.0])
def test_no_letter_of_a_drawing_of_others_is_too_small_to_read(preset: str, letters: float) -> None:
    things = [
        item._replace(size=letters) if isinstance(item, Text) else item
        for number in range(80)
        for item in node(str(number), "A", 100 * (number % 12), 100 * (number // 12))
    ]
    drawing = Drawing(1200, 700, tuple(things), "#ffffff")
    found = on_paper(drawing, graph("0 40", "3 70"), Order(preset=PRESETS[preset]), is_ours=False)
    assert 1 <= len(found.parts) <= MOST_PARTS
    for part in found.parts:
        assert letters_on_a4(part.drawing.width, part.drawing.height, letters) >= LEAST
    assert sum(len(part.drawing.node_bounds()) for part in found.parts) == 80


def test_the_parts_that_a_line_goes_between_are_told_in_words_and_to_those_who_hear(
    bundled: Guide, glyphs: Glyphs
) -> None:
    made = figure(printed(bundled, glyphs))
    said = (
        "Some early studies hint that IL-6, IL-8 and TNF-α add to pain, but blood levels do not follow symptoms well "
    )
    assert any(each.startswith(f"{said}(part 1 to part 4).") for each in told(made))
    assert "to Widespread pain, part 4" in made["pictures"][0]["description"]
    assert "from Autoimmunity, part 2" in made["pictures"][2]["description"]


def test_each_route_that_is_wanted_is_a_figure_of_its_own(bundled: Guide, glyphs: Glyphs) -> None:
    handout = printed(bundled, glyphs, "nerves", "cytokines")
    assert [(made["number"], made["title"]) for made in handout.figures] == [
        (1, "How nerves boost pain"),
        (2, "Messengers (cytokines)"),
    ]
    pictures = [picture["picture"] for made in handout.figures for picture in (*made["pictures"], *made["legend"])]
    assert len(pictures) == len(set(pictures))
    assert handout.drawn.keys() == set(pictures)


def test_sections_have_the_routes_that_tell_them_unless_the_whole_pathway_is_named(
    bundled: Guide, glyphs: Glyphs
) -> None:
    preset = Preset("gist", frozenset({"pathway"}))
    told_by = Order("sections", ("nerves", "introduction", "cytokines"), preset=preset)
    orders = [told_by, replace(told_by, routes=()), replace(told_by, sections=("introduction",))]
    assert [[made["title"] for made in build(bundled, order, glyphs).figures] for order in orders] == [
        ["How nerves boost pain", "Messengers (cytokines)"],
        ["Fibromyalgia, the immune system and the nerves"],
        ["Fibromyalgia, the immune system and the nerves"],
    ]


def test_routes_without_end_are_shortened_and_that_is_said(tmp_path: Path, glyphs: Glyphs) -> None:
    pathway = graph("a b")
    steps = (Step(pathway.interactions[0].id, "", "It begins."),)
    routes = tuple(Route(f"r{number}", "Way", "nerves", "", steps) for number in range(MOST_ROUTES + 8))
    guide = with_pathway(tmp_path, pathway._replace(routes=routes), Drawing(60, 30, node("a", "A", 0, 0)))
    preset = Preset("gist", frozenset({"pathway"}))
    handout = build(guide, Order("sections", ("nerves",), preset=preset), glyphs)
    assert len(handout.figures) == MOST_ROUTES
    assert handout.notes == ("The first 12 of 20 ways through the pathway are printed.",)


def test_a_sheet_for_the_doctor_has_no_figure(bundled: Guide, glyphs: Glyphs) -> None:
    preset = Preset("gist", frozenset({"pathway"}))
    sheet = replace(preset, layout=Layout(kind="doctor"))
    assert build(bundled, Order(preset=sheet), glyphs).figures == ()


def test_the_pathway_alone_has_its_title_its_references_and_no_text(bundled: Guide, glyphs: Glyphs) -> None:
    made, pathway = build(bundled, Order("pathway"), glyphs), bundled.pathway
    assert pathway is not None
    assert (made.title, made.subtitle, made.blocks) == (pathway.title, bundled.about.title, ())
    assert (made.entries, bool(made.references)) == ((), True)
    assert build(bundled, Order("pathway", routes=("nerves",)), glyphs).title == "How nerves boost pain"


def test_a_pathway_that_is_not_there_is_said_where_nothing_else_is_wanted(tmp_path: Path, glyphs: Glyphs) -> None:
    with pytest.raises(ReaderError, match="no pathway"):
        build(sample.guide(tmp_path), Order("pathway"), glyphs)
