"""The lines of GPML: the ways they take, their heads and their anchors."""

from __future__ import annotations

import math
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.compiler import gpml
from reader.compiler.gpml.look.heads import HEADS
from reader.compiler.gpml.look.own_lines import bent
from reader.compiler.gpml.ways.elbows import corners
from reader.compiler.gpml.ways.paths import beside, heading, length, milestones, place, shortened, smooth, straight
from reader.core.drawing import Shape, bounds

EAST, WEST, SOUTH, NORTH = (1, 0), (-1, 0), (0, 1), (0, -1)


def file(body: str) -> bytes:
    return f'<Pathway xmlns="http://pathvisio.org/GPML/2013a" Name="A way">\n{body}</Pathway>'.encode()


def board(body: str) -> bytes:
    return file(f'<Graphics BoardWidth="500" BoardHeight="500"/>\n{body}')


def node(key: str, x: float, y: float) -> str:
    return (
        f'<DataNode TextLabel="{key}" GraphId="{key}" Type="Protein">'
        f'<Graphics CenterX="{x}" CenterY="{y}" Width="80" Height="20"/></DataNode>\n'
    )


def line(*points: str, graphics: str = "", inside: str = "", key: str = "L", tag: str = "Interaction") -> str:
    """Return a line through points, each as "x y" and more attributes."""
    drawn = "".join('<Point X="{}" Y="{}" {}/>'.format(*(*point.split(" ", 2), "")[:3]) for point in points)
    return f'<{tag} GraphId="{key}"><Graphics {graphics}>{drawn}{inside}</Graphics></{tag}>\n'


def drawn(body: str, role: str = "edge", key: str = "L") -> list[Shape]:
    """Return the shapes of a line in that role, where the file has them."""
    drawing = gpml.survey(board(body), "a.gpml").drawing
    return [item for item in drawing.items if isinstance(item, Shape) and item.role == role and item.key == key]


def corners_of(shape: Shape) -> list[tuple[float, ...]]:
    return [tuple(round(float(n), 6) for n in command[-2:]) for command in shape.path if command != ("Z",)]


@pytest.mark.parametrize(
    ("leave", "end", "arrive", "inner"),
    [
        (EAST, (100, 50), WEST, [(20, 0), (20, 50)]),  # face to face: out by 20, and across
        (EAST, (100, 50), NORTH, [(100, 0)]),  # one corner does
        (EAST, (100, 50), SOUTH, [(20, 0), (20, 70), (100, 70)]),  # from below
        (EAST, (100, 50), EAST, [(120, 0), (120, 50)]),  # around the one that is farther out
        (EAST, (-100, 50), EAST, [(20, 0), (20, 50)]),
        (EAST, (-100, 50), WEST, [(20, 0), (20, 25), (-120, 25), (-120, 50)]),  # back to back
        (SOUTH, (50, 100), NORTH, [(0, 20), (50, 20)]),
    ],
)
def test_an_elbow_goes_20_pixels_out_of_the_sides_it_is_tied_to(
    leave: Any, end: Any, arrive: Any, inner: list[tuple[float, float]]
) -> None:
    assert corners((0, 0), leave, end, arrive, []) == [(0, 0), *inner, end]


def test_each_inner_point_of_an_elbow_places_one_inner_piece() -> None:
    assert corners((0, 0), EAST, (100, 50), WEST, [(70, 25)]) == [(0, 0), (70, 0), (70, 50), (100, 50)]


def test_an_elbow_with_too_many_or_too_few_points_is_routed_anew() -> None:
    anew = corners((0, 0), EAST, (100, 50), WEST, [])
    assert corners((0, 0), EAST, (100, 50), WEST, [(70, 25), (80, 30)]) == anew


Corner = st.tuples(st.integers(-300, 300), st.integers(-300, 300))
Side = st.sampled_from([EAST, WEST, SOUTH, NORTH])


@given(Corner, Side, Corner, Side, st.lists(Corner, max_size=4))
def test_an_elbow_runs_level_and_upright_from_end_to_end(a: Any, out: Any, b: Any, back: Any, via: Any) -> None:
    points = corners(a, out, b, back, via)
    assert (points[0], points[-1]) == (a, b)
    assert all(x1 == x2 or y1 == y2 for (x1, y1), (x2, y2) in pairwise(points))
    assert points[0][0 if out[1] else 1] == points[1][0 if out[1] else 1]
    assert points[-1][0 if back[1] else 1] == points[-2][0 if back[1] else 1]
    assert bent(points, 8)[0] == ("M", *a)


@given(st.lists(Corner, min_size=2, max_size=6), st.booleans(), st.floats(0, 400), st.floats(0, 400))
def test_a_way_keeps_what_is_not_taken_off_its_ends(points: Any, is_smooth: bool, first: float, last: float) -> None:
    way = smooth(points) if is_smooth else straight(points)
    whole = sum(map(length, way))
    left = shortened(way, first, last)
    assert all(a[-1] == b[0] for a, b in pairwise(left))
    kept = whole - first - last if first + last < whole else whole
    assert sum(map(length, left)) == pytest.approx(kept, rel=0.02, abs=0.5)
    assert math.hypot(*heading(way)) == pytest.approx(1)
    assert all(math.isfinite(n) for piece in beside(way, 2) for point in piece for n in point)


def test_a_curve_bends_at_its_corners_and_arrives_as_its_elbow_does() -> None:
    way = smooth([(0, 0), (100, 0), (100, 100)])
    assert (way[0][0], way[-1][-1]) == ((0, 0), (100, 100))
    assert heading(way) == (0, 1)
    assert place(way, milestones(way), 0.5)[0] == pytest.approx((83.3, 16.7), abs=0.1)


TIED = 'GraphRef="a" RelX="1.0" RelY="0.0"', 'GraphRef="b" RelX="-1.0" RelY="0.0"'
PAIR = node("a", 60, 100) + node("b", 340, 200)


def test_two_points_of_an_elbow_are_enough() -> None:
    (edge,) = drawn(PAIR + line(f"100 100 {TIED[0]}", f"300 200 {TIED[1]}", graphics='ConnectorType="Elbow"'))
    assert corners_of(edge) == [(100, 100), (120, 100), (120, 200), (300, 200)]


def test_a_straight_line_runs_from_its_first_point_to_its_last() -> None:
    (edge,) = drawn(line("0 0", "50 90", "100 0"))
    assert corners_of(edge) == [(0, 0), (100, 0)]
    (edge,) = drawn(line("0 0", "50 90", "100 0", graphics='ConnectorType="Segmented"'))
    assert corners_of(edge) == [(0, 0), (50, 90), (100, 0)]


@pytest.mark.parametrize("name", sorted(HEADS))
def test_every_head_is_drawn_at_both_ends_and_the_line_stops_before_it(name: str) -> None:
    body = line(f'100 100 ArrowHead="{name}"', f'200 100 ArrowHead="{name}"')
    drawing = gpml.survey(board(body), "a.gpml").drawing
    heads = [item for item in drawing.items if isinstance(item, Shape) and item.role.endswith("head")]
    assert {head.head for head in heads} == ({name} if HEADS[name].parts else set())
    at_end = [head for head in heads if bounds(head.path)[0] > 150]
    assert len(at_end) * 2 == len(heads) == len(HEADS[name].parts) * 2
    for head in at_end:
        left, _, width, _ = bounds(head.path)
        assert 178 <= left <= left + width <= 210
    (edge,) = drawn(body)
    gap = HEADS[name].gap
    assert corners_of(edge) == [(100 + gap, 100), (200 - gap, 100)]


@pytest.mark.parametrize(
    ("name", "role"),
    [
        ("Arrow", "head"),
        ("mim-conversion", "head"),
        ("mim-stimulation", "open head"),
        ("mim-catalysis", "open head"),
        ("mim-inhibition", "bar head"),
        ("TBar", "bar head"),
    ],
)
def test_a_head_is_told_by_its_shape(name: str, role: str) -> None:
    """Filled: it becomes or goes there; open: it is furthered; a bar: it is stopped."""
    body = line("0 100", f'200 100 ArrowHead="{name}"')
    (head,), (edge,) = drawn(body, role), drawn(body)
    left, top, width, height = bounds(head.path)
    assert height >= 10
    assert top + height / 2 == pytest.approx(100), "as much of it on either side"
    end = corners_of(edge)[-1][0]
    assert left <= end <= (left if role == "bar head" else left + width - 1), "the line does not blunt the tip"


def test_the_two_branches_go_to_either_side() -> None:
    sides = [
        bounds(drawn(line("0 100", f'200 100 ArrowHead="mim-branching-{side}"'), "bar head")[0].path)[1::2]
        for side in ("left", "right")
    ]
    assert sorted(sides) == [(92, 8), (100, 8)], "above the line and below"


def test_heads_turn_with_the_last_piece_of_their_line() -> None:
    body = PAIR + line(
        f"100 100 {TIED[0]}",
        '340 190 GraphRef="b" RelX="0.0" RelY="-1.0" ArrowHead="Arrow"',
        graphics='ConnectorType="Elbow"',
    )
    (head,) = drawn(body, "head")
    assert corners_of(head) == [(340, 190), (335, 178), (345, 178)]


def test_a_head_that_nobody_knows_is_an_arrow_and_keeps_its_name() -> None:
    (head,) = drawn(line("0 0", '100 0 ArrowHead="mim-odd"'), "head")
    assert (head.head, bounds(head.path)[2]) == ("mim-odd", 12)


def test_heads_do_not_grow_with_the_line() -> None:
    thin, thick = (
        drawn(line("0 0", '99 0 ArrowHead="Arrow"', graphics=f'LineThickness="{n}"'), "head") for n in (1, 5)
    )
    assert thin[0].path == thick[0].path


def test_a_broken_line_ends_with_a_whole_dash() -> None:
    (edge,) = drawn(line("0 0", "100 0", graphics='LineStyle="Broken"'))
    on, off = edge.dash
    assert (100 - on) / (on + off) == pytest.approx(round((100 - on) / (on + off)))
    assert 5 <= on <= 6


def test_a_double_line_is_two_lines_apart_by_their_thickness() -> None:
    double = '<Attribute Key="org.pathvisio.DoubleLineProperty" Value="Double"/>'
    body = line("0 50", "100 50", graphics='LineThickness="3"').replace("<Graphics", f"{double}<Graphics", 1)
    assert [corners_of(edge) for edge in drawn(body)] == [[(0, 47), (100, 47)], [(0, 53), (100, 53)]]


def test_a_broad_double_line_ends_where_its_head_begins() -> None:
    double = '<Attribute Key="org.pathvisio.DoubleLineProperty" Value="Double"/>'
    body = line("0 50", '100 50 ArrowHead="Arrow"', graphics='LineThickness="3"')
    edges = drawn(body.replace("<Graphics", f"{double}<Graphics", 1))
    assert [corners_of(edge)[-1][0] for edge in edges] == [88.5, 88.5]


@pytest.mark.parametrize(("name", "side"), [("mim-branching-left", 8), ("mim-branching-right", -8)])
def test_a_branching_turns_off_as_in_pathvisio(name: str, side: float) -> None:
    (head,) = drawn(line("0 50", f'100 50 ArrowHead="{name}"'), "bar head")
    assert corners_of(head) == [(92, 50), (100, 50 + side)]


@pytest.mark.parametrize(
    ("connector", "middle"),
    [("Straight", (100, 50)), ("Elbow", (150, 0)), ("Segmented", (150, 0)), ("Curved", (138, 13))],
)
def test_an_anchor_lies_at_a_share_of_any_line(connector: str, middle: tuple[float, float]) -> None:
    points = ["0 0", "200 0", "200 100"] if connector == "Segmented" else ["0 0", "200 100"]
    tied = "" if connector == "Segmented" else 'GraphRef="top" RelX="0.0" RelY="-1.0"'
    ends = ['0 0 GraphRef="left" RelX="1.0"', *points[1:-1], f"{points[-1]} {tied}"]
    anchor = '<Anchor Position="0.5" Shape="Circle" GraphId="x"/>'
    body = node("left", -40, 0) + node("top", 200, 110)
    body += line(*ends, graphics=f'ConnectorType="{connector}"', inside=anchor)
    (circle,) = drawn(body, "head")
    x, y, width, height = bounds(circle.path)
    assert (width, height) == (8, 8)
    assert (x + 4, y + 4) == pytest.approx(middle, abs=16 if connector == "Curved" else 1)


def test_an_elbow_leaves_the_line_it_is_tied_to_at_a_right_angle() -> None:
    owner = line("0 100", "200 100", inside='<Anchor Position="0.5" GraphId="x"/>', key="M")
    body = (
        PAIR + owner + line('100 100 GraphRef="x"', "300 20 GraphRef='b' RelX='-1.0'", graphics='ConnectorType="Elbow"')
    )
    (edge,) = drawn(body)
    assert corners_of(edge)[:2] == [(100, 100), (100, 20)]


def test_a_ring_of_lines_on_each_others_anchors_does_no_harm() -> None:
    elbow = 'ConnectorType="Elbow"'
    body = line('0 0 GraphRef="y"', "90 90", graphics=elbow, inside='<Anchor Position="0.5" GraphId="x"/>', key="L")
    body += line('9 0 GraphRef="x"', "90 50", graphics=elbow, inside='<Anchor Position="0.5" GraphId="y"/>', key="M")
    assert len(drawn(body)) == len(drawn(body, key="M")) == 1


def test_a_long_chain_of_anchors_does_no_harm() -> None:
    body = "".join(
        line(f'0 {n} GraphRef="x{n - 1}"', f"90 {n}", inside=f'<Anchor Position="0.5" GraphId="x{n}"/>', key=f"L{n}")
        for n in range(3000)
    )
    assert len(drawn(body, key="L2999")) == 1


@pytest.mark.parametrize("connector", ["Straight", "Elbow", "Curved", "Segmented", "Odd"])
@pytest.mark.parametrize("end", ["0 0", "1e99 nan", "inf 5"])
def test_lines_that_lead_nowhere_are_drawn_and_do_no_harm(connector: str, end: str) -> None:
    double = '<Attribute Key="org.pathvisio.DoubleLineProperty" Value="Double"/>'
    style = f'ConnectorType="{connector}" LineStyle="Broken" LineThickness="nan"'
    inside = '<Anchor Position="nan" Shape="Circle"/>'
    body = line("0 0", f'{end} ArrowHead="mim-catalysis"', graphics=style, inside=inside)
    shapes = gpml.survey(board(body.replace("<Graphics", f"{double}<Graphics", 1)), "a.gpml").drawing.items
    numbers = [n for shape in shapes if isinstance(shape, Shape) for command in shape.path for n in command[1:]]
    assert numbers
    assert all(math.isfinite(float(n)) for n in numbers)


@pytest.mark.slow  # of many points at one line's end and of chains of anchors the others tell
def test_a_line_through_100_000_points_with_thousands_of_anchors_is_drawn() -> None:
    points = "".join(f'<Point X="{n % 500}" Y="{n % 300}"/>' for n in range(100_000))
    anchors = "".join(f'<Anchor Position="{n / 5000}" Shape="Circle" GraphId="x{n}"/>' for n in range(5000))
    body = f'<Interaction GraphId="L"><Graphics ConnectorType="Segmented">{points}{anchors}</Graphics></Interaction>'
    body += "".join(
        line(f'0 0 GraphRef="x{n}"', "9 9", graphics='ConnectorType="Elbow"', key=f"E{n}") for n in range(5)
    )
    (edge,) = drawn(body)
    assert len(edge.path) == 100_000
    assert len(drawn(body, "head")) == 5000


@pytest.mark.parametrize("thick", ["0", "-0.0", "1e-300"])
def test_a_line_of_no_thickness_is_the_finest_that_can_be_seen(thick: str) -> None:
    (edge,) = drawn(line("0 0", "90 0", graphics=f'LineStyle="Broken" LineThickness="{thick}"'))
    assert edge.width == 0.25
    assert edge.dash
