"""What lies upon what in a pathway: nodes that overlap, and lines through nodes that are not theirs."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from reader.core.source import find
from reader.linter.lint import MOST, lint
from reader.linter.pathway.geometry import is_inside
from tests.guides.writing import folder


def gpml(*things: str) -> str:
    """Return a pathway whose nth thing stands on line n + 1."""
    return '<Pathway xmlns="http://pathvisio.org/GPML/2013a" Name="A way">\n' + "\n".join(things) + "\n</Pathway>"


def node(key: str, x: float, y: float, size: tuple[float, float] = (80, 20), look: str = "", more: str = "") -> str:
    place = f'CenterX="{x}" CenterY="{y}" Width="{size[0]}" Height="{size[1]}"'
    return f'<DataNode TextLabel="{key}" GraphId="{key}" Type="Protein" {more}><Graphics {place} {look}/></DataNode>'


def line(start: str, end: str, *points: tuple[float, float], look: str = "", key: str = "L") -> str:
    """Return an interaction through points, tied at its first and last one."""
    ties = {0: f'GraphRef="{start}" RelX="1" RelY="0"', len(points) - 1: f'GraphRef="{end}" RelX="-1" RelY="0"'}
    inside = "".join(f'<Point X="{x}" Y="{y}" {ties.get(n, "")}/>' for n, (x, y) in enumerate(points))
    return f'<Interaction GraphId="{key}"><Graphics {look}>{inside}</Graphics></Interaction>'


def found(place: Path, *things: str, rule: str = "") -> list[tuple[int, str]]:
    """Return line and rule of what is found about places in a pathway of these things."""
    report = lint(find(folder(place / "guide", pathway_gpml=gpml(*things))))
    rules = (rule,) if rule else ("node-overlap", "edge-through-node")
    return [(each.line, each.rule) for each in report.findings if each.rule in rules]


def crossed(place: Path, *things: str) -> list[int]:
    return [number for number, _ in found(place, *things, rule="edge-through-node")]


A, B = node("a", 100, 100), node("b", 500, 100)
STRAIGHT = line("a", "b", (140, 100), (460, 100))


def test_nodes_that_stand_apart_or_touch_do_not_overlap(tmp_path: Path) -> None:
    assert found(tmp_path, A, node("beside", 178, 100), node("below", 100, 120)) == []


def test_nodes_that_overlap_are_found_once(tmp_path: Path) -> None:
    assert found(tmp_path, A, node("over", 160, 105)) == [(3, "node-overlap")]


def test_a_node_that_hides_another_whole_is_found(tmp_path: Path) -> None:
    assert found(tmp_path, A, node("great", 100, 100, (400, 400))) == [(3, "node-overlap")]


def test_a_group_lies_around_its_members_on_purpose(tmp_path: Path) -> None:
    group = '<Group GroupId="g" GraphId="group" Style="Complex"/>'
    member = node("member", 300, 300, more='GroupRef="g"')
    assert found(tmp_path, A, member, line("a", "group", (140, 100), (260, 300)), group) == []


def test_a_shape_lies_under_the_nodes_in_it_on_purpose(tmp_path: Path) -> None:
    place = 'CenterX="500" CenterY="100" Width="300" Height="300"'
    shape = f'<Shape TextLabel="Cell" GraphId="cell"><Graphics {place}/></Shape>'
    assert found(tmp_path, A, B, shape, line("a", "cell", (140, 100), (350, 100))) == []


def test_a_line_between_its_own_ends_runs_through_nothing(tmp_path: Path) -> None:
    assert crossed(tmp_path, A, B, STRAIGHT, node("above", 300, 60)) == []


def test_a_line_through_another_node_is_found_at_the_line(tmp_path: Path) -> None:
    assert crossed(tmp_path, A, B, node("between", 300, 100), STRAIGHT) == [5]


def test_a_line_that_grazes_a_node_is_let_pass(tmp_path: Path) -> None:
    for y, is_through in ((88, False), (92, False), (94, True)):  # the node reaches 10 pixels below its middle
        assert crossed(tmp_path, A, B, node("near", 300, y), STRAIGHT) == [5] * is_through, y


def test_a_bent_line_is_followed_around_its_corners(tmp_path: Path) -> None:
    points = ((140, 100), (200, 100), (200, 300), (400, 300), (400, 100), (460, 100))
    around = line("a", "b", *points, look='ConnectorType="Segmented"')
    assert crossed(tmp_path, A, B, node("between", 300, 100), around) == []
    assert crossed(tmp_path, A, B, node("below", 300, 300), around) == [5]


def test_a_curve_is_followed_along_its_bow(tmp_path: Path) -> None:
    curve = line("a", "b", (140, 100), (300, 200), (460, 200), look='ConnectorType="Curved"')
    far = node("b", 500, 200)
    assert crossed(tmp_path, A, far, node("bow", 300, 150, (20, 20)), curve) == [5]
    assert crossed(tmp_path, A, far, node("corner", 290, 195, (20, 10)), curve) == []  # cut by the straight way


def test_a_line_past_the_corner_of_an_oval_does_not_touch_it(tmp_path: Path) -> None:
    slanted = line("a", "b", (140, 100), (460, 420))
    ends = (A, node("b", 500, 420))
    place = ("n", 341.0, 220.0, (100.0, 100.0))
    assert crossed(tmp_path / "box", *ends, node(*place), slanted) == [5]
    assert crossed(tmp_path / "oval", *ends, node(*place, 'ShapeType="Oval"'), slanted) == []


def test_what_an_end_lies_in_is_not_run_through(tmp_path: Path) -> None:
    complex_ = node("complex", 500, 100, (200, 100), look='ZOrder="1"')
    assert crossed(tmp_path, A, B, complex_, STRAIGHT) == []


def test_an_untied_line_is_found_as_such_alone(tmp_path: Path) -> None:
    loose = (
        '<Interaction GraphId="L"><Graphics><Point X="140" Y="100"/><Point X="460" Y="100"/></Graphics></Interaction>'
    )
    things = (A, B, node("between", 300, 100), loose)
    assert crossed(tmp_path, *things) == []
    assert found(tmp_path, *things, rule="interaction-untied") == [(5, "interaction-untied")]


def test_places_that_are_no_numbers_do_no_harm(tmp_path: Path) -> None:
    strange = ("nan", "inf", "-inf", "1e308", "", "x")
    things = [node(f"n{n}", 100, 100 * n).replace('CenterX="100"', f'CenterX="{x}"') for n, x in enumerate(strange)]
    flat = node("flat", 900, 100, (0, 0))
    assert found(tmp_path, *things, flat, line("n0", "flat", (900, 100), (900, 100))) == []


def test_a_point_is_in_a_polygon_or_beside_it() -> None:
    star = [(0.0, 0.0), (10.0, 0.0), (10.0, 10.0), (5.0, 2.0), (0.0, 10.0)]
    assert is_inside((1, 5), star)
    assert not is_inside((5, 5), star)
    assert not is_inside((11, 5), star)
    assert not is_inside((0, 0), [])


def field(count: int) -> list[str]:
    """Return so many nodes in rows, each tied to the one at its right."""
    wide = 50
    nodes = [node(f"n{n}", n % wide * 120, n // wide * 60) for n in range(count)]
    ties = []
    for n in range(count - 1):
        x, y = n % wide * 120, n // wide * 60
        ties.append(line(f"n{n}", f"n{n + 1}", (x + 40, y), (x + 80, y), key=f"L{n}"))
    return nodes + ties


@pytest.mark.slow
def test_a_large_honest_drawing_is_compared_whole(tmp_path: Path) -> None:
    hit = line("n0", "n2", (40, 0), (200, 0), key="through")
    assert found(tmp_path, *field(3000), hit) == [(6001, "edge-through-node")]


@pytest.mark.slow
@pytest.mark.parametrize(
    "things",
    [
        [node(f"n{n}", 100, 100, (100, 100)) for n in range(3000)],
        [node(f"n{n}", 0, 0, (99_000 + n, 99_000)) for n in range(300)],
        [A, B, *(line("a", "b", (-99_000, -99_000), (99_000, 99_000), key=f"L{n}") for n in range(3000))],
    ],
    ids=["all in one place", "huge", "endless lines"],
)
def test_a_drawing_made_to_do_harm_is_given_up_and_said_so(tmp_path: Path, things: list[str]) -> None:
    place = folder(tmp_path / "guide", pathway_gpml=gpml(*things))
    started = time.perf_counter()
    report = lint(find(place))
    assert time.perf_counter() - started < 10  # seconds on a slow machine; comparing all with all takes minutes
    said = [each.message for each in report.findings if each.rule in ("node-overlap", "edge-through-node")]
    assert len(said) <= 2 * (MOST + 1)
    assert any("was not all compared" in message or "findings of this kind" in message for message in said)
