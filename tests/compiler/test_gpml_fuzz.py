"""Whatever stands in a GPML file: a sentence or a drawing, whose numbers can be painted and whose SVG can be read."""

from __future__ import annotations

import json
import math
import re
from collections.abc import Iterator
from pathlib import Path
from random import Random
from xml.etree import ElementTree
from xml.sax.saxutils import quoteattr

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.compiler.gpml import survey
from reader.compiler.gpml.reading.markup import NAMESPACE
from reader.core.drawing import Drawing, Shape, Text
from reader.core.svg import names_of, to_svg
from reader.errors import ReaderError

REAL = Path(__file__).parents[1] / "guides" / "gpml"
TAGS = (
    "DataNode", "State", "Interaction", "GraphicalLine", "Label", "Shape", "Group", "InfoBox", "Legend", "Graphics",
    "Point", "Anchor", "Attribute", "Comment", "BiopaxRef", "Xref", "Biopax",
)  # fmt: skip
WORDS = {
    "ShapeType": ("Rectangle", "RoundedRectangle", "Oval", "Arc", "Brace", "Mitochondria", "Golgi Apparatus", "None"),
    "ConnectorType": ("Straight", "Elbow", "Curved", "Segmented"),
    "ArrowHead": ("Arrow", "TBar", "mim-catalysis", "mim-conversion", "mim-binding", "mim-gap", "Line"),
    "LineStyle": ("Solid", "Broken", "Double"),
    "Style": ("None", "Group", "Complex", "Pathway"),
    "Rotation": ("Top", "Left", "1.57", "-40"),
    "Color": ("Transparent", "ff0000", "Red", "#12345g"),
    "FillColor": ("Transparent", "ffffff"),
    "FontName": ("Arial", "Symbol", "Times New Roman", "'\"><script>"),
    "FontWeight": ("Bold",), "FontStyle": ("Italic",), "FontDecoration": ("Underline",),
    "FontStrikethru": ("Strikethru",),
    "Align": ("Left", "Right", "Center"), "Valign": ("Top", "Middle", "Bottom"), "Shape": ("Circle", "None"),
    "Type": ("Protein", "Complex", "Pathway"), "CellularComponent": ("Nucleus",),
    "Key": ("org.pathvisio.DoubleLineProperty", "org.pathvisio.CellularComponentProperty", "org.pathwayreader.kind"),
    "Value": ("Double", "Golgi Apparatus", "cell", "stage"),
}  # fmt: skip
NUMBERS = (
    "CenterX", "CenterY", "Width", "Height", "X", "Y", "RelX", "RelY", "Position", "ZOrder", "FontSize",
    "LineThickness", "BoardWidth", "BoardHeight", "Rotation",
)  # fmt: skip
IDS = ("GraphId", "GraphRef", "GroupId", "GroupRef")
FIGURES = (
    "0", "-0.0", "1", "-1", "0.5", "20", "100", "333.25", "1e308", "-1e5", "1e-320", "1e5", "1_0", "٣", "nan",
    "-inf", "",
)  # fmt: skip
TEXTS = (
    "",
    "A",
    "IL-6",
    "A\nB",
    "\n",
    "&#1;",
    "&#xD800;&lt;",
    "  x  y",
    "é" * 3000,
    "漢\u202e",
    "]]>",
    "\U0001f9ec\ufffd",
)
VALUES: dict[str, tuple[str, ...]] = {
    **{name: (*words, *TEXTS) for name, words in WORDS.items()},
    **dict.fromkeys(NUMBERS, FIGURES),
    **dict.fromkeys(IDS, ("a", "b", "c", "d", "")),
    "TextLabel": TEXTS,
}
USUAL = ("GraphId", "GroupRef", "GraphRef", "TextLabel", "Type", "GroupId", "Style")
DRAWN = tuple(name for name in VALUES if name not in USUAL)
PLACED = ("Graphics", "Point", "Anchor")


def element(chance: Random, tag: str, depth: int = 2) -> str:
    """Return an element that may hold others, most of them where they belong."""
    names = chance.choices(DRAWN if tag in PLACED else USUAL, k=chance.randrange(8))
    names += {"Graphics": ["CenterX", "CenterY", "Width", "Height"]}.get(tag, list(IDS[:2]))
    names += ["X", "Y"] if tag == "Point" else []
    attributes = " ".join(f"{name}={quoteattr(chance.choice(VALUES[name]))}" for name in dict.fromkeys(names))
    inner: list[str] = []
    if tag == "Graphics":
        inner = [element(chance, chance.choice(("Point", "Point", "Anchor"))) for _ in range(chance.randrange(6))]
    elif depth and tag not in PLACED:
        inner = [element(chance, "Graphics")]
        inner += [element(chance, chance.choice(TAGS), depth - 1) for _ in range(chance.randrange(3))]
    return f"<{tag} {attributes}>{''.join(inner)}</{tag}>"


def soup(seed: int) -> bytes:
    """Return a GPML file of elements by chance."""
    chance = Random(seed)  # noqa: S311
    board = "".join(f' {side}="{chance.choice(FIGURES)}"' for side in ("BoardWidth", "BoardHeight"))
    parts = [element(chance, chance.choice(TAGS)) for _ in range(chance.randrange(12))]
    return f'<Pathway xmlns="{NAMESPACE}" Name="x"><Graphics{board}/>{"".join(parts)}</Pathway>'.encode()


def mutant(seed: int) -> bytes:
    """Return a published file, one that is not large, in which some values are others and some lines are gone."""
    chance = Random(seed)  # noqa: S311
    text = (REAL / chance.choice(("WP448.gpml", "WP4284.gpml", "WP4495.gpml"))).read_text("utf-8")
    some = [name for name in VALUES if chance.random() < 0.2]

    def other(match: re.Match[str]) -> str:
        name = match[1]
        changes = name in some and chance.random() < 0.1
        return f" {name}={quoteattr(chance.choice(VALUES[name]))}" if changes else match[0]

    text = re.sub(r' (\w+)="[^"]*"', other, text)
    return "\n".join(line for line in text.split("\n") if chance.random() < 0.999).encode()


def numbers_of(drawing: Drawing) -> Iterator[float]:
    yield from (drawing.width, drawing.height)
    for item in drawing.items:
        if isinstance(item, Shape):
            yield item.width
            yield from item.dash
            yield from (float(number) for command in item.path for number in command[1:])
        else:
            yield from (item.x, item.y, item.size, item.turn)


def faults_of(data: bytes) -> list[str]:
    """Return what is wrong with the drawing that is made of a file; nothing of a file that is refused in a sentence."""
    try:
        found = survey(data, "x.gpml")
    except ReaderError as refusal:
        return [] if str(refusal) else ["it is refused without a word"]
    drawing = found.drawing
    svg = to_svg(drawing, title=found.pathway.title, description="", names=names_of(found.pathway))
    root = ElementTree.fromstring(svg)  # noqa: S314 (our own text)
    again = Drawing.from_json(json.loads(json.dumps(drawing.to_json())))
    checks = {
        "a number is not finite": all(map(math.isfinite, numbers_of(drawing))),
        "the board has no size": min(drawing.width, drawing.height) > 0,
        "the picture holds a script": not list(root.iter("{http://www.w3.org/2000/svg}script")),
        "not all of it is kept": len(again.items) == len(drawing.items),
    }
    return [fault for fault, is_right in checks.items() if not is_right]


@pytest.mark.slow
@settings(max_examples=200, deadline=None)
@given(st.integers(0, 2**32).map(soup))
def test_a_soup_of_elements_is_drawn_or_refused(data: bytes) -> None:
    assert faults_of(data) == []


@pytest.mark.slow
@settings(max_examples=40, deadline=None)
@given(st.integers(0, 2**32).map(mutant))
def test_a_published_file_with_faults_is_drawn_or_refused(data: bytes) -> None:
    assert faults_of(data) == []


@pytest.mark.slow
@settings(max_examples=600, deadline=None)
@given(st.integers(0, 2**32).map(mutant))
def test_any_published_file_with_faults_is_drawn_or_refused(data: bytes) -> None:
    assert faults_of(data) == []


@pytest.mark.slow
@settings(max_examples=4000, deadline=None)
@given(st.integers(0, 2**32).map(soup))
def test_any_soup_of_elements_is_drawn_or_refused(data: bytes) -> None:
    assert faults_of(data) == []


@settings(max_examples=200, deadline=None)
@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=40))
def test_a_picture_is_xml_whatever_its_words_are(words: str) -> None:
    """XML 1.0, 2.2: some characters may not stand in it, not even escaped."""
    drawing = Drawing(
        10, 10, (Text((words,), 1, 1, 12, key="a", face=words), Shape((("M", 0, 0),), "node", "a")), "#FFFFFF"
    )
    root = ElementTree.fromstring(to_svg(drawing, title=words, description=words, names={"a": words}))  # noqa: S314
    assert root.tag == "{http://www.w3.org/2000/svg}svg"
