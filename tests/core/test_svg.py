"""An SVG says what it shows, and sets its letters as the file asks for."""

from __future__ import annotations

import io
import math
import tempfile
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

import pytest
from PIL import Image, ImageChops

from reader import paths
from reader.compiler.gpml.look.outlines import polygon
from reader.core.drawing import Drawing, Item, Shape, Text
from reader.core.faces import MONO, OURS, SANS, SERIF, face_of
from reader.core.pathway import Interaction, Node, Pathway
from reader.core.picture import Caption, Plate
from reader.core.svg import names_of, to_svg
from reader.errors import ReaderError

SVG = "{http://www.w3.org/2000/svg}"
BOX = (("M", 0.0, 0.0), ("L", 9.0, 0.0), ("L", 9.0, 9.0), ("Z",))
WAY = (("M", 0.0, 0.0), ("L", 90.0, 0.0))
PATHWAY = Pathway(
    "t", "", (),
    (Node("a", "IL-6", "GeneProduct"), Node("b", "Fatigue", "symptom")),
    (Interaction("e", "a", "b", "leads to", "weak", "IL-6 may add to fatigue."),),
)  # fmt: skip
CAPTION = Caption(title="t", description="")


def drawn(*items: Item, **more: object) -> ElementTree.Element:
    return ElementTree.fromstring(svg(*items, **more))  # noqa: S314 (our own text)


def svg(*items: Item, **more: object) -> str:
    drawing = Drawing(200, 100, items, "#FFFFFF")
    return to_svg(drawing, title="t", description="d", **more)  # type: ignore[arg-type]


def test_nodes_are_objects_and_interactions_symbols_that_say_their_sentence() -> None:
    items = (
        Shape(WAY, "edge", "e"),
        Shape(BOX, "head", "e"),
        Shape(BOX, "node", "a"),
        Text(("IL-6",), 4, 4, 9, key="a"),
    )
    groups = [each for each in drawn(*items, names=names_of(PATHWAY)).iter(f"{SVG}g") if each.get("role")]
    assert [(each.get("role"), each.findtext(f"{SVG}title")) for each in groups] == [
        ("graphics-symbol", "IL-6 may add to fatigue. (Weak: early studies)"),
        ("graphics-object", "IL-6, gene product"),
    ]


def test_a_node_that_is_painted_in_two_places_is_named_once() -> None:
    items = (Shape(BOX, "node", "a"), Shape(BOX), Text(("IL-6",), 4, 4, 9, key="a"))
    assert [title.text for title in drawn(*items, names={"a": "IL-6"}).iter(f"{SVG}title")] == ["t", "IL-6"]


def test_lines_of_a_label_are_read_apart() -> None:
    label = Text(("Immune", "cells"), 50, 50, 10, leading=1.2)
    first, second = drawn(label).iter(f"{SVG}text")
    assert " ".join("".join(drawn(label).itertext()).split()) == "t d Immune cells"
    assert float(second.get("y", 0)) - float(first.get("y", 0)) == pytest.approx(12)


def test_letters_stand_around_the_middle_of_their_line() -> None:
    """Arial and Liberation Sans reach 0.905 of their size above the base line and 0.212 below it."""
    (line,) = drawn(Text(("A",), 50, 50, 100, face="Arial")).iter(f"{SVG}text")
    base = float(line.get("y", 0))
    assert (base - 90.5 + base + 21.2) / 2 == pytest.approx(50, abs=0.01)


def test_text_is_turned_underlined_and_struck_through() -> None:
    (line,) = drawn(Text(("A",), 5, 7, 10, turn=math.pi / 2, underline=True, strike=True, bold=True)).iter(f"{SVG}text")
    assert line.get("transform") == "rotate(90 5 7)"
    assert line.get("text-decoration") == "underline line-through"
    assert line.get("font-weight") == "bold"


def test_spaces_in_a_row_are_kept() -> None:
    (line,) = drawn(Text(("a  b",), 5, 7, 10)).iter(f"{SVG}text")
    assert (line.text, line.get("{http://www.w3.org/XML/1998/namespace}space")) == ("a  b", "preserve")


@pytest.mark.parametrize(
    ("name", "face"),
    [
        ("Arial", SANS), ("SansSerif", SANS), ("Dialog", SANS), ("helvetica", SANS), ("Symbol", SANS), ("", OURS),
        ("Times New Roman", SERIF), ("Serif", SERIF), ("Courier New", MONO), ("Monospaced", MONO),
        ("DialogInput", MONO),
        ("'><script>", SANS),
    ],
)  # fmt: skip
def test_a_face_has_a_stand_in_of_its_kind(name: str, face: object) -> None:
    assert face_of(name) == face


def test_an_unknown_face_is_asked_for_before_its_stand_in() -> None:
    assert "font-family=\"Papyrus, Arial, 'Liberation Sans'" in svg(Text(("A",), 5, 7, 10, face="Papyrus"))


def test_a_strangers_letters_are_arial_and_ours_are_ours() -> None:
    assert drawn(Text(("A",), 5, 7, 10)).get("font-family", "").startswith("Arial, 'Liberation Sans'")
    ours = to_svg(Drawing(9, 9, (Text(("A",), 5, 7, 10),)), title="t", description="d")
    assert "Arial" not in ours
    assert "'Source Sans Pro'" in ours


def test_what_xml_may_not_hold_is_left_out() -> None:
    """XML 1.0, 2.2."""
    (line,) = drawn(Text(("a\x01b\ufffe\x0bc",), 5, 7, 10)).iter(f"{SVG}text")
    assert line.text == "abc"


@pytest.fixture(scope="module")
def plate() -> Iterator[Plate]:
    with tempfile.TemporaryDirectory() as folder:
        yield Plate(Path(folder), paths.drawing_faces())


def test_the_faces_of_every_kind_paint_something(plate: Plate) -> None:
    """Typst paints no letter of a text for which it has none of the families."""
    empty = plate.png(svg(), (200, 100), 200, CAPTION)
    for face in ("Arial", "Times", "Courier", "Papyrus"):
        assert plate.png(svg(Text(("AB",), 50, 50, 30, face=face)), (200, 100), 200, CAPTION) != empty, face


def test_letters_that_no_face_has_are_told(plate: Plate) -> None:
    said = Text(("Ca²⁺ αβ → ±",), 5, 7, 10)
    assert plate.without_face(svg(said)) == ""
    assert plate.without_face(svg(Text(("\U0010fffd",), 5, 7, 10))) == "\U0010fffd"
    assert plate.pdf(svg(Text(("\U0010fffd",), 5, 7, 10)), (200, 100), CAPTION).startswith(b"%PDF")


def test_a_raised_letter_changes_the_face_of_no_other(plate: Plate) -> None:
    pictures = [
        Image.open(
            io.BytesIO(
                plate.png(svg(Text((f"Ca{letter}",), 40, 50, 40, "other", align="start")), (200, 100), 200, CAPTION)
            )
        )
        for letter in "²⁺"
    ]
    first, second = (picture.crop((40, 0, 85, 100)) for picture in pictures)  # the C and the a
    assert ImageChops.difference(first, second).getbbox() is None


@pytest.mark.parametrize("size", [(1, 100_000), (0.001, 5)])
def test_a_shape_that_no_picture_can_have_is_a_sentence(size: tuple[float, float], plate: Plate) -> None:
    with pytest.raises(ReaderError, match="too large"):
        plate.png(svg(), size, 20_000, CAPTION)


@pytest.mark.slow
@pytest.mark.parametrize(
    ("size", "wide"), [((821.18, 606.25), 480), ((1573.23, 1240.82), 960), ((764.72, 1374.43), 1400)]
)
def test_a_png_has_every_column_and_every_row(wide: int, size: tuple[float, float], plate: Plate) -> None:
    """Typst would paint some shapes in a pixel more than the page has, and leave out those in the middle."""
    high = round(wide * size[1] / size[0])
    across, down = size[0] / wide, size[1] / high
    columns = [_bar(i * across, 0, across, size[1]) for i in range(0, wide, 2)]
    rows = [_bar(0, i * down, size[0], down) for i in range(0, high, 2)]
    for bars, way in ((columns, (wide, 1)), (rows, (1, high))):
        made = plate.png(to_svg(Drawing(*size, tuple(bars), "#FFFFFF"), **CAPTION), size, wide, CAPTION)
        greys = list(Image.open(io.BytesIO(made)).convert("L").crop((0, 0, *way)).tobytes())
        assert max(greys[0::2]) < 10, "the bars are black"
        assert min(greys[1::2]) > 245, "and white between them"


def _bar(x: float, y: float, w: float, h: float) -> Shape:
    return Shape(polygon([(x, y), (x + w, y), (x + w, y + h), (x, y + h)]), stroke="none", fill="#000000")
