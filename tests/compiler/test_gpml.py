"""GPML: what is read, how it is drawn, and what is refused."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.compiler import gpml
from reader.core.drawing import Shape, Text, bounds
from reader.core.pathway import Route, Step
from reader.core.records import Problem
from reader.errors import ReaderError

NAMESPACE = "http://pathvisio.org/GPML/2013a"


def file(body: str, namespace: str = NAMESPACE) -> bytes:
    """Return a pathway around *body*, which begins on line 2."""
    return f'<Pathway xmlns="{namespace}" Name="A way">\n{body}\n<InfoBox CenterX="0" CenterY="0"/></Pathway>'.encode()


def node(key: str, x: float = 100, y: float = 100, graphics: str = "", more: str = "", label: str = "") -> str:
    return (
        f'<DataNode TextLabel="{label or key}" GraphId="{key}" Type="Protein" {more}>'
        f'<Graphics CenterX="{x}" CenterY="{y}" Width="80" Height="20" Valign="Middle" {graphics}/></DataNode>\n'
    )


def line(start: str, end: str, head: str = "Arrow", graphics: str = "", inside: str = "") -> str:
    return (
        f'<Interaction GraphId="L"><Graphics {graphics}>'
        f'<Point X="140" Y="100" GraphRef="{start}" RelX="1" RelY="0"/>'
        f'<Point X="260" Y="200" GraphRef="{end}" RelX="-1" RelY="0" ArrowHead="{head}"/>{inside}'
        "</Graphics></Interaction>\n"
    )


def shapes(body: str, role: str) -> list[Shape]:
    _, drawing, _ = gpml.survey(file(body), "a.gpml")[:3]
    return [item for item in drawing.items if isinstance(item, Shape) and item.role == role]


TWO = node("a") + node("b", 300, 200)


def test_nodes_and_the_line_between_them_become_a_graph() -> None:
    pathway, _, problems = gpml.survey(file(TWO + line("a", "b", "mim-inhibition")), "a.gpml")[:3]
    (only,) = pathway.interactions
    assert (only.source, only.target, only.relation) == ("a", "b", "inhibits")
    assert [each.label for each in pathway.nodes] == ["a", "b"]
    assert problems == []


def test_our_attributes_say_more_than_arrowheads() -> None:
    bound = "".join(
        f'<Attribute Key="org.pathwayreader.{key}" Value="{value}"/>'
        for key, value in {
            "relation": "releases",
            "evidence": "mixed",
            "sentence": "It may.",
            "claims": "C1 C2",
        }.items()
    )
    ours = line("a", "b").replace("<Graphics", f"<BiopaxRef>Who2001</BiopaxRef>{bound}<Graphics", 1)
    pathway, _, _ = gpml.survey(file(TWO + ours), "a.gpml")[:3]
    (only,) = pathway.interactions
    assert (only.relation, only.evidence, only.sentence) == ("releases", "mixed", "It may.")
    assert (only.references, only.claims) == (("Who2001",), ("C1", "C2"))


def test_a_line_has_no_more_references_than_can_be_shown() -> None:
    bound = '<Attribute Key="org.pathwayreader.evidence" Value="mixed"/>'
    named = "".join(f"<BiopaxRef>Who{n}</BiopaxRef>" for n in range(4000))
    ours = line("a", "b").replace("<Graphics", f"{named}{bound}<Graphics", 1)
    found = gpml.survey(file(TWO + ours), "a.gpml")
    (only,) = found.pathway.interactions
    assert only.references == tuple(f"Who{n}" for n in range(50))
    (problem,) = found.problems
    assert "4,000 references; the first 50" in problem.message


@pytest.mark.parametrize(
    ("points", "x", "y", "words"),
    [
        (
            [(100, 100), (100, 400), (300, 400), (300, 420)],
            200,
            400,
            ["not supported"],
        ),  # the level piece, near its end
        ([(100, 100), (100, 400), (120, 400)], 100, 250, ["not supported"]),
        ([(100, 100), (100, 130)], 100, 115, []),  # no room for words beside so short a line
    ],
)
def test_a_contradicted_line_is_struck_through_near_its_end_and_says_so(
    points: list[tuple[int, int]], x: int, y: int, words: list[str]
) -> None:
    drawn = "".join(f'<Point X="{px}" Y="{py}"/>' for px, py in points)
    bound = '<Attribute Key="org.pathwayreader.evidence" Value="contradicted"/>'
    body = f'<Interaction GraphId="L">{bound}<Graphics ConnectorType="Segmented">{drawn}</Graphics></Interaction>'
    _, drawing, _ = gpml.survey(file(body), "a.gpml")[:3]
    cross, edge = (
        next(item for item in drawing.items if isinstance(item, Shape) and item.role == role)
        for role in ("cross", "edge")
    )
    left, top, width, height = bounds(cross.path)
    begins_x, begins_y = bounds(edge.path)[:2]  # at 100, 100 in the file; the drawing is moved to its corner
    assert (left + width / 2 - begins_x, top + height / 2 - begins_y) == pytest.approx((x - 100, y - 100), abs=1)
    notes = [item for item in drawing.items if isinstance(item, Text) and item.role == "note"]
    assert [" ".join(note.lines) for note in notes] == words
    assert {note.key for note in notes} <= {"L"}


def test_evidence_that_no_one_knows_is_a_problem_and_left_out() -> None:
    odd = line("a", "b").replace("<Graphics", '<Attribute Key="org.pathwayreader.evidence" Value="sure"/><Graphics', 1)
    pathway, _, problems = gpml.survey(file(TWO + odd), "a.gpml")[:3]
    assert pathway.interactions[0].evidence == ""
    assert "'sure'" in problems[0].message


def said(values: Mapping[str, str]) -> str:
    """Return Attributes of the Pathway, one a line."""
    return "".join(f'<Attribute Key="org.pathwayreader.{key}" Value="{value}"/>\n' for key, value in values.items())


ROUTE = {"route.1": "walk", "route.1.title": "A walk", "route.1.closing": "Much is unknown."}
STEPS = {
    "route.1.step.2": "L",
    "route.1.step.2.caption": "On it goes.",
    "route.1.step.1": "a",
    "route.1.step.1.caption": "It begins.",
}


def routed(values: Mapping[str, str], more: str = "") -> tuple[tuple[Route, ...], list[Problem]]:
    """Return the routes through two nodes and the line between them, and what is wrong."""
    pathway, _, problems = gpml.survey(file(said(values) + TWO + line("a", "b") + more), "a.gpml")[:3]
    return pathway.routes, problems


def test_routes_are_read_in_the_order_of_their_numbers() -> None:
    steps = (Step("", "a", "It begins."), Step("L", "", "On it goes."))
    assert routed(STEPS | ROUTE) == ((Route("walk", "A walk", "", "Much is unknown.", steps),), [])


@pytest.mark.parametrize(("gone", "rule"), [("nowhere", "node-unknown"), ("M", "node-unknown"), ("", "malformed")])
def test_a_step_that_names_nothing_is_left_out_and_said_with_its_line(gone: str, rule: str) -> None:
    loose = line("a", "").replace('GraphId="L"', 'GraphId="M"')  # drawn, but no edge of the graph
    (route,), problems = routed(ROUTE | STEPS | {"route.1.step.2": gone}, loose)
    assert [step.node for step in route.steps] == ["a"]
    assert [(problem.line, problem.rule) for problem in problems] == [(5, rule)]


@pytest.mark.parametrize(
    ("values", "words"),
    [
        (STEPS, "no id or no title"),
        (ROUTE, "has no step that can be shown"),
        (ROUTE | {"route.1.step.1": "a"}, "no caption"),
        (ROUTE | {"route.1.step.1.caption": "Here."}, "no interaction and no node"),
    ],
)
def test_a_route_that_cannot_be_shown_is_left_out_and_said(values: dict[str, str], words: str) -> None:
    routes, problems = routed(values)
    assert routes == ()
    assert any(words in problem.message and problem.line > 1 for problem in problems)


def test_a_route_without_end_is_cut_and_said() -> None:
    steps = {f"route.1.step.{n}{what}": "a" for n in range(1, 999) for what in ("", ".caption")}
    (route,), problems = routed(ROUTE | steps | {"route.1.closing": "x" * 1_000_000})
    assert (len(route.steps), len(route.closing)) == (60, 400)
    assert "998 steps" in problems[0].message
    assert "longer than 400 letters" in problems[1].message


def test_routes_without_end_are_cut_and_said() -> None:
    every = {key.replace("1", str(n), 1): value for n in range(1, 99) for key, value in (ROUTE | STEPS).items()}
    routes, problems = routed(every | {f"route.{n}": f"walk-{n}" for n in range(1, 99)})
    assert len(routes) == 24
    assert "98 routes" in problems[0].message


def test_a_route_that_is_there_twice_is_shown_once() -> None:
    again = {key.replace("1", "2", 1): value for key, value in (ROUTE | STEPS).items()}
    routes, problems = routed(ROUTE | STEPS | again)
    assert len(routes) == 1
    assert problems[0].rule == "id-repeated"


@pytest.mark.slow
@given(st.dictionaries(st.text("route.step.123 caption", max_size=24), st.sampled_from(["", "a", "L", "gone"])))
def test_whatever_is_said_of_a_route_does_no_harm(values: dict[str, str]) -> None:
    for route in routed(ROUTE | STEPS | {f"route.{key}": value for key, value in values.items()})[0]:
        assert route.steps
        assert all(bool(step.node) != bool(step.interaction) and step.caption for step in route.steps)


def test_lines_tied_at_fewer_than_two_ends_are_known_to_who_asks_and_no_problem_to_a_reader() -> None:
    loose = line("a", "").replace('GraphId="L"', 'GraphId="M"')
    body = file(TWO + line("a", "b") + loose)
    assert gpml.survey(body, "a.gpml").untied == [("M", 5)]
    assert gpml.survey(body, "a.gpml")[2] == []


def test_a_survey_knows_the_line_of_all_that_is_drawn_and_of_every_step() -> None:
    found = gpml.survey(file(node("a") + node("b", 300, 200) + line("a", "b") + said(STEPS | ROUTE)), "a.gpml")
    drawn = {(item.key, line) for item, line in zip(found.drawing.items, found.item_lines, strict=True)}
    assert drawn == {("a", 2), ("b", 3), ("L", 4), ("", 1)}  # the last is the info box
    assert [found.lines[key] for key in (("node", "b"), ("interaction", "L"), ("route", "walk"))] == [3, 4, 9]
    assert found.step_lines == {"walk": [7, 5]}


def test_a_line_that_points_back_is_turned_around() -> None:
    back = line("a", "b", "Line").replace('RelX="1" RelY="0"', 'RelX="1" RelY="0" ArrowHead="Arrow"', 1)
    (only,) = gpml.survey(file(TWO + back), "a.gpml")[0].interactions
    assert (only.source, only.target) == ("b", "a")


def test_an_anchor_stands_for_what_its_line_ends_at() -> None:
    first = line("a", "b", inside='<Anchor Position="0.5" GraphId="anchor"/>')
    second = line("c", "anchor", "mim-catalysis").replace('GraphId="L"', 'GraphId="M"')
    pathway, _, problems = gpml.survey(file(TWO + node("c", 300, 50) + first + second), "a.gpml")[:3]
    assert [(each.source, each.target) for each in pathway.interactions] == [("a", "b"), ("c", "b")]
    assert problems == []


def test_a_group_is_around_its_members_and_named_after_them() -> None:
    members = node("a", more='GroupRef="g"') + node("b", 100, 140, more='GroupRef="g"') + node("c", 300, 200)
    group = '<Group GroupId="g" GraphId="G" Style="Complex"/>'
    pathway, drawing, _ = gpml.survey(file(members + line("G", "c") + group), "a.gpml")[:3]
    found = pathway.node("G")
    assert found is not None
    assert found.label == "a, b"
    left, top, width, height = drawing.node_bounds()["G"]
    a_left, a_top, _, _ = drawing.node_bounds()["a"]
    assert (a_left - left, a_top - top, width, height) == (12, 12, 103, 83)  # the border's middle


def test_groups_in_a_ring_do_no_harm() -> None:
    ring = '<Group GroupId="g" GroupRef="h"/><Group GroupId="h" GroupRef="g"/>'
    pathway, _, _ = gpml.survey(file(node("a", more='GroupRef="g"') + ring), "a.gpml")[:3]
    assert [each.id for each in pathway.nodes] == ["a"]


@pytest.mark.parametrize("value", ["nan", "inf", "-inf", "1e300", "wide", ""])
def test_a_coordinate_that_is_no_place_is_a_problem_with_its_line(value: str) -> None:
    _, drawing, problems = gpml.survey(
        file(node("a") + node("b").replace('CenterX="100"', f'CenterX="{value}"')), "a.gpml"
    )[:3]
    assert [problem.line for problem in problems] == [3]
    assert set(drawing.node_bounds()) == {"a", "b"}
    assert drawing.width < 1000


def test_a_line_tied_to_nothing_is_drawn_and_is_a_problem() -> None:
    pathway, drawing, problems = gpml.survey(file(TWO + line("a", "gone")), "a.gpml")[:3]
    assert pathway.interactions == ()
    assert any(isinstance(item, Shape) and item.role == "edge" for item in drawing.items)
    assert "'gone'" in problems[0].message


def test_an_id_used_twice_is_a_problem_and_both_are_drawn() -> None:
    pathway, _, problems = gpml.survey(file(node("a") + node("a", 300)), "a.gpml")[:3]
    assert len({each.id for each in pathway.nodes}) == 2
    assert (problems[0].line, "'a'" in problems[0].message) == (3, True)


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "not well-formed"),
        (b"\x00\x01", "not well-formed"),
        (b"<Pathway>", "not well-formed"),
        (b"<html/>", "no GPML"),
        (file("", "http://pathvisio.org/GPML/2021"), "GPML 2021"),
        (file("", "http://genmapp.org/GPML/2010a"), "GPML 2010a"),
        (b'<?xml version="1.0" encoding="martian"?><Pathway/>', "encoding cannot be read. Save it as UTF-8."),
        (b'<?xml version="1.0" encoding="idna"?><Pathway/>', "encoding cannot be read. Save it as UTF-8."),
        (b'<!DOCTYPE p [<!ENTITY a "b">]>\n<Pathway/>', "entities"),
        (b'<!DOCTYPE p SYSTEM "file:///etc/passwd">\n<Pathway/>', "document type"),
    ],
)
def test_what_is_not_gpml_2013a_is_refused_in_one_sentence(data: bytes, words: str) -> None:
    with pytest.raises(ReaderError, match=words) as caught:
        gpml.survey(data, "a.gpml")[:3]
    assert str(caught.value).startswith("a.gpml")
    assert "\n" not in str(caught.value)


def test_a_refusal_names_the_line() -> None:
    with pytest.raises(ReaderError, match="line 2"):
        gpml.survey(b"<?xml version='1.0'?>\n<!DOCTYPE p [\n<!ENTITY a 'b'>]><Pathway/>", "a.gpml")[:3]


def test_deep_nesting_does_no_harm() -> None:
    deep = "<x>" * 20_000 + "</x>" * 20_000
    pathway, _, _ = gpml.survey(file(node("a") + deep), "a.gpml")[:3]
    assert len(pathway.nodes) == 1


def test_labels_keep_their_lines_and_lose_their_entities() -> None:
    pathway, drawing, _ = gpml.survey(file(node("a", label="TNF-&amp;alpha;&#10;receptor")), "a.gpml")[:3]
    (text,) = (item for item in drawing.items if isinstance(item, Text) and item.key)
    assert text.lines == ("TNF-α", "receptor")
    assert pathway.nodes[0].label == "TNF-α receptor"


def test_what_lies_higher_is_painted_later() -> None:
    low, high = node("low", graphics='ZOrder="1"'), node("high", graphics='ZOrder="9"')
    assert [shape.key for shape in shapes(high + low, "node")] == ["low", "high"]


def test_colours_and_dashes_of_a_stranger_are_kept() -> None:
    body = node("a", graphics='Color="ff0000" FillColor="Aqua" LineStyle="Broken" LineThickness="2"')
    (shape,) = shapes(body, "node")
    assert (shape.stroke, shape.fill, shape.width, len(shape.dash)) == ("#ff0000", "#00FFFF", 2, 2)


def test_what_begins_left_of_zero_is_moved_into_sight() -> None:
    _, drawing, _ = gpml.survey(file(node("a", -500, -500)), "a.gpml")[:3]
    assert drawing.node_bounds()["a"] == (16, 16, 79, 19)


def test_a_t_bar_stops_before_its_target() -> None:
    straight = TWO + line("a", "b", "TBar")
    (edge,) = shapes(straight, "edge")
    assert edge.path[-1][1:] != (260, 200)
    assert len(shapes(straight, "bar head")) == 1


@given(st.binary(max_size=200))
def test_no_bytes_bring_the_reader_down(data: bytes) -> None:
    with pytest.raises(ReaderError):
        gpml.survey(data, "a.gpml")[:3]
