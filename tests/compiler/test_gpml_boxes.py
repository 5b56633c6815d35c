"""Boxes of strangers' GPML files: where they stand, what they look like, and what is written on them."""

from __future__ import annotations

import itertools
import math

import pytest

from reader.compiler import gpml
from reader.compiler.gpml.look.outlines import outline
from reader.core.drawing import Drawing, Item, Shape, Text, bounds

NAMESPACE = "http://pathvisio.org/GPML/2013a"
BOARD = '<Graphics BoardWidth="400" BoardHeight="300"/>'
DOUBLE = '<Attribute Key="org.pathvisio.DoubleLineProperty" Value="Double"/>'
PLACE = 'CenterX="100" CenterY="100" Width="80" Height="40"'


def survey(body: str, board: str = BOARD, about: str = 'Name="A way"') -> gpml.Survey:
    return gpml.survey(f'<Pathway xmlns="{NAMESPACE}" {about}>\n{board}\n{body}</Pathway>'.encode(), "a.gpml")


def drawn(body: str) -> list[Item]:
    """Return what is drawn of a file, without its info box."""
    return [item for item in survey(body).drawing.items if item.role != "info"]


def shapes(body: str) -> list[Shape]:
    return [item for item in drawn(body) if isinstance(item, Shape)]


def texts(body: str) -> list[Text]:
    return [item for item in drawn(body) if isinstance(item, Text)]


def corners_of(shape: Shape) -> list[tuple[float, float]]:
    return [(float(command[-2]), float(command[-1])) for command in shape.path if len(command) > 2]


def element(tag: str, graphics: str = "", label: str = "", attributes: str = "", inside: str = "") -> str:
    """Return an element of 80 x 40 around (100, 100), so from (60, 80) to (140, 120)."""
    return f'<{tag} TextLabel="{label}" {attributes}>{inside}<Graphics {PLACE} {graphics}/></{tag}>\n'


def member(group: str, x: float, order: int = 32768, attributes: str = "") -> str:
    place = f'CenterX="{x}" CenterY="100" Width="80" Height="40" ZOrder="{order}"'
    return f'<DataNode TextLabel="{x}" GroupRef="{group}" {attributes}><Graphics {place}/></DataNode>\n'


# The board


def size(drawing: Drawing) -> tuple[float, float]:
    return (drawing.width, drawing.height)


def test_the_drawing_is_the_board_and_nothing_is_moved() -> None:
    outside = element("Shape").replace('CenterX="100"', 'CenterX="-500"')
    drawing = survey(element("Shape") + outside).drawing
    assert size(drawing) == (400, 300)
    assert sorted(bounds(item.path)[0] for item in drawing.items if isinstance(item, Shape)) == [-539.5, 60.5]


@pytest.mark.parametrize("width", ["0", "-5", "0.001", "nan", "wide", "1e300", ""])
def test_a_board_that_makes_no_sense_is_as_large_as_what_is_drawn(width: str) -> None:
    board = BOARD.replace('"400"', f'"{width}"')
    assert size(survey(element("Shape"), board).drawing) == (79 + 32, 39 + 32)


# The info box


@pytest.mark.parametrize(
    ("about", "lines"),
    [
        ("", None),
        ('Name="A &amp;amp; B" Organism="Homo sapiens"', ("Name: A & B", "Organism: Homo sapiens")),
        (
            'Name="A" Last-Modified="20250301225413" Organism="Mus musculus"',
            ("Name: A", "Last Modified: 20250301225413", "Organism: Mus musculus"),
        ),
        ('Name="A" Last-Modified="9/20/2013"', ("Name: A", "Last Modified: 9/20/2013")),
        ('Name="A" Last-Modified="20251101114344"', None),  # since spring 2025 the site writes none
        ('Name="A" Last-Modified="2025-11-01"', None),
    ],
)
def test_the_info_box_stands_at_the_corner_where_the_site_writes_one(about: str, lines: tuple[str, ...] | None) -> None:
    items = survey(element("Shape"), about=about).drawing.items
    boxes = [item for item in items if isinstance(item, Text) and item.role == "info"]
    assert [box.lines for box in boxes] == ([lines] if lines else [])
    assert all((box.x, box.align, box.bold, box.size) == (5, "start", True, 12) for box in boxes)


# Labels


@pytest.mark.parametrize(
    ("written", "lines"),
    [
        ("TNF-&amp;alpha;", ("TNF-α",)),
        ("one&#10;two", ("one", "two")),
        ("one&lt;br&gt;two", ("one", "two")),
        ("one&#10;&#10;", ("one",)),
        ("&#10;two", ("", "two")),  # the empty line that begins a label moves the others down, as in PathVisio
        ("  too   wide  ", ("too wide",)),
    ],
)
def test_labels_are_read_as_lines(written: str, lines: tuple[str, ...]) -> None:
    assert [text.lines for text in texts(element("Label", label=written))] == [lines]


def test_the_letters_of_the_face_symbol_are_greek() -> None:
    body = element("DataNode", 'FontName="Symbol"', "ab", 'GraphId="n"')
    assert texts(body)[0].lines == ("αβ",)
    assert survey(body).pathway.nodes[0].label == "αβ"


@pytest.mark.parametrize(
    ("graphics", "x", "y", "align"),
    [
        ('Valign="Middle"', 100, 100, "middle"),
        ('Valign="Middle" Align="Left"', 68, 100, "start"),
        ('Valign="Middle" Align="Right"', 132, 100, "end"),
        ("", 100, 80 + 8 + 6.6, "middle"),
        ('Valign="Bottom"', 100, 120 - 8 - 6.6, "middle"),
    ],
)
def test_a_label_stands_where_its_alignment_says(graphics: str, x: float, y: float, align: str) -> None:
    (text,) = texts(element("Label", graphics, "one"))
    assert (text.x, text.align, text.size) == (x, align, 12)
    assert text.y == pytest.approx(y, abs=0.5)


def test_a_label_is_set_as_the_file_asks() -> None:
    graphics = (
        'FontName="Times New Roman" FontSize="20" FontWeight="Bold" FontStyle="Italic" FontDecoration="Underline" '
        'FontStrikethru="Strikethru" Color="0000ff"'
    )
    (text,) = texts(element("Label", graphics, "one&#10;two"))
    assert (text.face, text.size, text.bold, text.italic) == ("Times New Roman", 20, True, True)
    assert (text.underline, text.strike, text.colour) == (True, True, "#0000ff")
    assert text.line_height == pytest.approx(22)


def test_texts_stay_level_on_rotated_boxes() -> None:
    (shape,) = shapes(element("Shape", 'Rotation="1.5707963267948966"', "one"))
    assert bounds(shape.path) == pytest.approx((80.5, 60.5, 39, 79))
    assert texts(element("Shape", 'Rotation="1.57"', "one"))[0].turn == 0


def test_a_label_without_end_is_cut_and_said() -> None:
    found = survey(element("Label", label="x" * 100_000))
    assert "label of this Label is longer" in found.problems[0].message
    assert max(len(line) for item in found.drawing.items if isinstance(item, Text) for line in item.lines) == 2000


# Outlines and colours


def test_a_border_lies_inside_its_box() -> None:
    (shape,) = shapes(element("Shape", 'LineThickness="4"'))
    assert bounds(shape.path) == (62, 82, 76, 36)


def test_a_double_border_is_two_lines_with_as_much_room_between() -> None:
    outer, inner = shapes(element("Shape", 'ShapeType="Oval" LineThickness="2"', inside=DOUBLE))
    assert bounds(outer.path) == pytest.approx((61, 81, 78, 38), abs=1)
    assert bounds(inner.path) == pytest.approx((65, 85, 70, 30), abs=3)  # closer, as the box is small


def test_the_two_lines_of_a_small_box_leave_room_inside() -> None:
    small = element("Shape", 'ShapeType="Oval" LineThickness="3"', inside=DOUBLE).replace('"40"', '"18"')
    assert bounds(shapes(small)[1].path)[3] - 3 > 4


@pytest.mark.parametrize("name", ["Triangle", "Pentagon", "Hexagon", "Octagon"])
def test_the_two_lines_around_a_polygon_run_side_by_side(name: str) -> None:
    outer, inner = shapes(element("Shape", f'ShapeType="{name}" LineThickness="3"', inside=DOUBLE))
    far, near = corners_of(outer), corners_of(inner)
    for a, b, c, d in zip(far, far[1:], near, near[1:], strict=False):
        middle = ((c[0] + d[0]) / 2, (c[1] + d[1]) / 2)
        away = (b[0] - a[0]) * (middle[1] - a[1]) - (b[1] - a[1]) * (middle[0] - a[0])
        assert away / math.dist(a, b) == pytest.approx(6)  # from the middle of one line to that of the other


@pytest.mark.parametrize("name", ["Arc", "Brace", "Mitochondria", "Golgi Apparatus", "mim-degradation"])
def test_any_shape_has_two_lines_where_they_are_asked_for(name: str) -> None:
    outer, inner = shapes(element("Shape", f'ShapeType="{name}" LineThickness="3"', inside=DOUBLE))
    (_, _, wide, high), (_, _, narrow, low) = bounds(outer.path), bounds(inner.path)
    assert (wide + high) - (narrow + low) > 2


@pytest.mark.parametrize(
    ("graphics", "stroke", "fill"),
    [
        ("", "#000000", "#FFFFFF"),
        ('FillColor="Transparent"', "#000000", "none"),
        ('FillColor="transparent" Color="RED"', "#FF0000", "none"),
        ('FillColor="ffcc00" Color="00ff00"', "#00ff00", "#ffcc00"),
        ('FillColor="no colour" Color="12345"', "#000000", "#FFFFFF"),
        ('LineThickness="0.0"', "none", "#FFFFFF"),
    ],
)
def test_colours_are_the_files(graphics: str, stroke: str, fill: str) -> None:
    (shape,) = shapes(element("DataNode", graphics))
    assert (shape.stroke, shape.fill) == (stroke, fill)


@pytest.mark.parametrize("tag", ["Label", "Shape"])
def test_labels_and_shapes_without_a_fill_let_through_what_lies_behind(tag: str) -> None:
    (shape,) = shapes(element(tag, 'ShapeType="Rectangle"'))
    assert shape.fill == "none"


def test_a_label_has_no_border_unless_it_asks_for_one() -> None:
    assert shapes(element("Label", label="one")) == []


NAMES = [
    "Rectangle", "RoundedRectangle", "Oval", "Circle", "Pentagon", "Hexagon", "Octagon", "Arc", "Brace", "Line",
    "Mitochondria", "Cell", "Membrane", "Nucleus", "Organelle", "Vesicle", "Ribosome", "CellA", "OrganA", "OrganB",
    "OrganC", "ProteinComplex", "mim-degradation", "mim-interaction", "mim-phosphorylated",
]  # fmt: skip
PARTS = ["Endoplasmic Reticulum", "Golgi Apparatus", "Sarcoplasmic Reticulum"]


@pytest.mark.parametrize("name", [*NAMES, *PARTS, "no such shape"])
def test_every_shape_fills_about_its_box_and_stays_in_it(name: str) -> None:
    left, top, width, height = bounds(outline(name, (100, 200, 60, 30)))
    assert 97 <= left <= left + width <= 163
    assert 198.5 <= top <= top + height <= 231.5
    assert width > 30
    assert height >= 15 - 0.01  # an arc is the half of its oval


@pytest.mark.parametrize("name", [*PARTS, "Mitochondria"])
def test_parts_of_cells_are_drawn_without_corners(name: str) -> None:
    path = outline(name, (0, 0, 100, 100))
    curves = [[float(n) for n in command[1:]] for command in path if command[0] == "C"]
    for here, then in itertools.pairwise(curves):
        arriving = math.atan2(here[5] - here[3], here[4] - here[2])
        leaving = math.atan2(then[1] - here[5], then[0] - here[4])
        is_next_line = math.dist(here[4:], then[:2]) > 20
        assert is_next_line or math.cos(arriving - leaving) > 0.999


def test_the_folds_of_a_mitochondrion_stay_inside_it() -> None:
    folds = outline("Mitochondria", (0, 0, 2, 2))[len(outline("Oval", (0, 0, 2, 2))) :]
    ends = [(float(command[-2]), float(command[-1])) for command in folds if len(command) > 2]
    assert len(ends) > 20
    assert all(math.dist(end, (1, 1)) < 1 for end in ends)


def test_a_triangle_points_beyond_its_box_as_in_pathvisio() -> None:
    left, top, width, height = bounds(outline("Triangle", (100, 200, 64, 30)))
    assert (left, left + width) == (118, 178)
    assert (top, height) == pytest.approx((202.01, 25.98))


def test_what_has_no_size_is_drawn_as_nothing_and_does_no_harm() -> None:
    body = "".join(
        f'<Shape><Graphics CenterX="9" CenterY="9" Width="0" Height="0" LineThickness="9" ShapeType="{name}"/></Shape>'
        for name in [*NAMES, *PARTS]
    )
    for shape in shapes(body):
        assert all(math.isclose(float(n), 9) for command in shape.path for n in command[1:])


# States


def test_a_state_stands_where_its_node_says() -> None:
    node = element("DataNode", label="n", attributes='GraphId="n"')
    state = '<State GraphRef="n" TextLabel="P"><Graphics RelX="1.0" RelY="-1.0" Width="10" Height="10"/></State>'
    mark = shapes(node + state)[-1]
    assert bounds(mark.path) == (135.5, 75.5, 9, 9)
    assert mark.fill == "#FFFFFF"
    assert texts(node + state)[-1].size == 10


def test_no_other_node_covers_a_state() -> None:
    node, other = element("DataNode", label="node", attributes='GraphId="n"'), element("DataNode", label="other")
    state = '<State GraphRef="n" TextLabel="state"><Graphics RelX="1" RelY="1"/></State>'
    assert order_of(node + other + state) == ["node", "other", "state"]


def test_a_state_is_raised_with_its_node() -> None:
    low, high = element("DataNode", label="low"), element("DataNode", 'ZOrder="99999"', "high", 'GraphId="n"')
    state = '<State GraphRef="n" TextLabel="state"><Graphics RelX="1" RelY="1"/></State>'
    assert order_of(high + low + state) == ["low", "high", "state"]


def test_a_state_without_a_node_is_a_problem() -> None:
    found = survey('<State GraphRef="gone"><Graphics RelX="1.0" RelY="-1.0" Width="10" Height="10"/></State>')
    assert "belongs to nothing" in found.problems[0].message


def test_a_problem_names_what_has_it_and_not_only_its_line() -> None:
    nan = element("DataNode", label="A\u202e&#10;B", attributes='GraphId="n1"').replace(
        'CenterX="100"', 'CenterX="NaN"'
    )
    tied = '<Interaction GraphId="e"><Graphics><Point X="1" Y="1" GraphRef="gone"/><Point X="9" Y="9"/></Graphics>'
    first, second = survey(nan + tied + "</Interaction>").problems
    assert first.message.startswith("DataNode “A B” (n1): CenterX is 'NaN'")
    assert second.message.startswith("Interaction (e): This line is tied to 'gone'")


# Groups

LINE = '<Interaction GroupRef="g"><Graphics><Point X="100" Y="20"/><Point X="100" Y="80"/></Graphics></Interaction>'


@pytest.mark.parametrize(
    ("style", "margin", "dashed", "fill"),
    [
        ("", 9, True, "#B4B464"),
        ('Style="None"', 9, True, "#B4B464"),
        ('Style="Complex"', 12, False, "#B4B464"),
        ('Style="Pathway"', 9, True, "#00FF00"),
    ],
)
def test_groups_look_as_on_the_site(style: str, margin: float, dashed: bool, fill: str) -> None:
    ground = shapes(member("g", 100) + f'<Group GroupId="g" {style}/>')[0]
    left = bounds(ground.path)[0]
    assert left - ground.width / 2 == pytest.approx(60 - margin)
    assert (bool(ground.dash), ground.fill, ground.stroke) == (dashed, fill, "#808080")
    assert ground.opacity == pytest.approx(0.1)


def test_a_plain_group_is_not_seen() -> None:
    assert len(shapes(member("g", 100) + '<Group GroupId="g" Style="Group" TextLabel="unseen"/>')) == 1
    assert len(texts(member("g", 100) + '<Group GroupId="g" Style="Group" TextLabel="unseen"/>')) == 1


def test_a_group_lies_around_its_lines_too() -> None:
    ground = next(each for each in shapes(member("g", 100) + LINE + '<Group GroupId="g"/>') if each.opacity < 1)
    assert bounds(ground.path)[1] == pytest.approx(20 - 9 + 0.5)


def test_a_group_in_a_group_lies_inside_it() -> None:
    outer, inner = shapes(member("g", 100) + '<Group GroupId="g" GroupRef="h"/><Group GroupId="h"/>')[:2]
    assert bounds(outer.path)[2] == pytest.approx(bounds(inner.path)[2] + 18)


@pytest.mark.parametrize(
    ("groups", "words"),
    [
        ('<Group GroupId="g" GroupRef="g"/>', "lies in itself"),
        ('<Group GroupId="g" GroupRef="h"/><Group GroupId="h" GroupRef="g"/>', "lies in itself"),
        ('<Group GroupId="g"/><Group GroupId="g"/>', "GroupId 'g' is used twice"),
        ("", "group 'g', which is not in the file"),
    ],
)
def test_a_group_that_makes_no_sense_is_a_problem_and_its_members_are_drawn(groups: str, words: str) -> None:
    found = survey(member("g", 100, attributes='GraphId="n"') + groups)
    assert any(words in problem.message for problem in found.problems)
    assert "n" in found.drawing.node_bounds()


# What lies before what


def order_of(body: str) -> list[str]:
    return [text.lines[0] for text in texts(body)]


def test_a_complex_is_drawn_as_the_node_that_it_is() -> None:
    (ground, _) = shapes(member("g", 100) + '<Group GroupId="g" Style="Complex"/>')
    assert (ground.role, ground.kind) == ("node", "Complex")


def test_a_group_lies_right_below_the_lowest_of_its_members() -> None:
    below, between = member("", 300, 9), member("", 400, 20)
    body = member("g", 100, 30) + between + member("g", 200, 10) + below + '<Group GroupId="g" GroupRef="h"/>'
    body += '<Group GroupId="h" Style="Complex"/>'
    assert order_of(body) == ["300", "200", "400", "100"]
    grounds = [shape.stroke == "#808080" for shape in shapes(body)]
    assert grounds == [False, True, True, False, False, False]
    assert [len(shape.path) for shape in shapes(body)[1:3]] == [9, 5]  # the complex around the group, and so before it


def test_without_orders_shapes_lie_below_labels_and_those_below_nodes_and_states_on_their_nodes() -> None:
    node = element("DataNode", label="node", attributes='GraphId="n"')
    state = '<State GraphRef="n" TextLabel="state"><Graphics RelX="1" RelY="1"/></State>'
    high = element("DataNode", 'ZOrder="99999"', "high")
    body = high + node + state + element("Label", label="label") + element("Shape", label="shape")
    assert order_of(body) == ["shape", "label", "node", "state", "high"]
