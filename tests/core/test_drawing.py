"""The display list, its colours, and the SVG made from it."""

from __future__ import annotations

import itertools
import json
import math
import re
from xml.etree import ElementTree

import pytest

from reader import paths
from reader.core.contrast import contrast
from reader.core.drawing import Drawing, Shape, Text, item_bounds
from reader.core.palette import KINDS, PAPER, look_of, palette_of, restyled, text_colour
from reader.core.svg import to_svg

BOX = (("M", 10, 20), ("L", 60, 20), ("L", 60, 50), ("L", 10, 50), ("Z",))
LINE = (("M", 60.0, 35.0), ("C", 70.0, 35.0, 80.0, 40.0, 90.0, 40.0))
NODE = Shape(BOX, "node", "cells", "cell")
NAME = Text(("Immune", "cells <&>"), 35, 35, 14, "node", "cells")
EDGE = Shape(LINE, "edge", "E1", "mixed", dash=(2.0, 1.0))
DRAWING = Drawing(200, 100, (EDGE, NODE, NAME))
SVG = "{http://www.w3.org/2000/svg}"
THEMES = json.loads((paths.bundled("resources") / "styles" / "themes.json").read_text(encoding="utf-8"))
COLOURS = palette_of("light", THEMES["light"])


def svg(lit: frozenset[str] | None = None, **more: object) -> ElementTree.Element:
    text = to_svg(DRAWING, COLOURS, title="A <way>", description="What & how", lit=lit, **more)  # type: ignore[arg-type]
    return ElementTree.fromstring(text)  # noqa: S314 (our own text)


def lab(colour: str) -> tuple[float, float, float]:
    """Return a colour in CIE L*a*b*, whose distances are those one sees."""
    parts = (int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    x = (0.4124 * red + 0.3576 * green + 0.1805 * blue) / 0.9505
    y = 0.2126 * red + 0.7152 * green + 0.0722 * blue
    z = (0.0193 * red + 0.1192 * green + 0.9505 * blue) / 1.089
    x, y, z = (c ** (1 / 3) if c > 0.008856 else 7.787 * c + 16 / 116 for c in (x, y, z))
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def test_a_drawing_comes_back_from_json_as_it_was() -> None:
    assert Drawing.from_json(json.loads(json.dumps(DRAWING.to_json()))) == DRAWING


def test_a_node_stands_where_its_outline_is() -> None:
    assert DRAWING.node_bounds() == {"cells": (10, 20, 50, 30)}


def test_a_part_holds_only_what_was_asked_for_and_begins_at_its_margin() -> None:
    part = DRAWING.part(frozenset({"cells"}), margin=5)
    assert {item.key for item in part.items} == {"cells"}
    left, top, width, height = item_bounds(part.items)
    assert (left, top, part.width, part.height) == (5, 5, width + 10, height + 10)


def test_a_part_of_nothing_is_empty() -> None:
    assert DRAWING.part(frozenset()).items == ()


def test_the_picture_says_what_it_shows() -> None:
    root = svg(names={"cells": "Immune cells"})
    assert root.get("role") == "graphics-document"
    assert [root.findtext(f"{SVG}title"), root.findtext(f"{SVG}desc")] == ["A <way>", "What & how"]
    assert [g.findtext(f"{SVG}title") for g in root.iter(f"{SVG}g") if g.get("role")] == ["Immune cells"]


def test_labels_from_a_file_cannot_become_markup() -> None:
    assert [line.text for line in svg().iter(f"{SVG}text")][:2] == ["Immune", "cells <&>"]


def test_what_is_not_lit_keeps_its_dashes_and_loses_its_fill() -> None:
    lit, quiet = look_of(NODE, COLOURS, True), look_of(NODE, COLOURS, False)
    assert (lit.fill, lit.stroke) == (COLOURS.fill("cell"), COLOURS.border("cell"))
    assert (quiet.fill, quiet.stroke) == (COLOURS.stage, COLOURS.rule)
    assert look_of(EDGE, COLOURS, True).dash == look_of(EDGE, COLOURS, False).dash != ()


def test_a_strangers_colours_stay_as_they_are_where_all_is_lit() -> None:
    own = Shape(BOX, "node", "x", "Protein", "#FF0000", "#00FF00", 3)
    assert look_of(own, COLOURS, True)[:3] == ("#FF0000", "#00FF00", 3)
    quiet = look_of(own, COLOURS, False)
    assert contrast(quiet.stroke, quiet.fill) >= 3
    assert quiet.width < 3


@pytest.mark.parametrize("name", THEMES)
def test_a_strangers_drawing_can_be_read_in_our_colours(name: str) -> None:
    colours = palette_of(name, THEMES[name])
    for kind in ("GeneProduct", "Protein", "Metabolite", "Rna", "RNA", "Complex", "Pathway", "Event", "whatever"):
        box = restyled(Shape(BOX, "node", "x", kind, "#FF0000", "#00FF00"))
        text = restyled(Text(("x",), 0, 0, 12, "node", "x", colour="#FF0000"))
        for is_lit in (True, False):
            look = look_of(box, colours, is_lit)
            assert contrast(text_colour(text, colours, is_lit), look.fill) >= 7, kind
            assert min(contrast(look.stroke, ground) for ground in (look.fill, colours.ground)) >= 3, kind
    ground = restyled(Shape(BOX, "node", "x", "Complex", "#FF0000", "#00FF00", opacity=0.1))
    assert ground.opacity == 0.1  # what lies behind a complex is seen
    dashed = restyled(Shape(BOX, "node", "x", "Group", "#808080", "none", dash=(5, 3)))
    assert look_of(dashed, colours, True).dash == (5, 3)
    for role in ("edge", "head", "open head", "bar head", "group", "other"):
        look = look_of(restyled(Shape(LINE, role, "", "", "#FF0000")), colours, True)
        assert contrast(look.stroke, colours.ground) >= 3, role
    see_through = look_of(restyled(Shape(BOX, "node", "x", "Label", "none", "none")), colours, True)
    assert (see_through.stroke, see_through.fill) == ("none", "none")


def test_the_legend_names_only_the_evidence_that_occurs() -> None:
    assert DRAWING.evidence() == ["mixed"]
    assert "Mixed: studies disagree" in [line.text for line in svg().iter(f"{SVG}text")]
    assert "Mixed: studies disagree" not in [line.text for line in svg(has_legend=False).iter(f"{SVG}text")]


def test_paper_needs_no_colour() -> None:
    text = to_svg(DRAWING, PAPER, title="t", description="d")
    assert all(c[1:3] == c[3:5] == c[5:7] for c in re.findall(r"#[0-9A-Fa-f]{6}", text))


def test_every_evidence_level_has_a_line_of_its_own() -> None:
    levels = ("well supported", "mixed", "weak", "contradicted")
    assert len({look_of(Shape(LINE, "edge", "", level), PAPER, True).dash for level in levels}) == 4


@pytest.mark.parametrize("name", THEMES)
def test_text_and_lines_reach_their_contrast_in_every_theme(name: str) -> None:
    t = THEMES[name]
    colours = palette_of(name, t)
    for kind in KINDS:
        assert contrast(colours.ink, colours.fill(kind)) >= 7, kind
        assert min(contrast(colours.border(kind), t[ground]) for ground in ("paper", "panel")) >= 3, kind
        assert contrast(colours.border(kind), colours.fill(kind)) >= 3, kind
    assert contrast(colours.quiet, t["paper"]) >= 7
    assert contrast(colours.rule, t["paper"]) >= 3


@pytest.mark.parametrize("name", THEMES)
def test_kinds_can_be_told_apart_in_every_theme(name: str) -> None:
    colours = palette_of(name, THEMES[name])
    borders = [lab(colours.border(kind)) for kind in KINDS]
    # 2.3 is just noticed; cells and receptors, whose shapes differ, lie nearest
    assert min(math.dist(one, other) for one, other in itertools.combinations(borders, 2)) >= 9


@pytest.mark.parametrize("name", THEMES)
def test_a_stage_can_be_told_from_what_is_around_it(name: str) -> None:
    colours = palette_of(name, THEMES[name])
    stage = look_of(Shape(BOX, "stage"), colours, True)
    assert stage.fill != colours.ground or contrast(stage.stroke, colours.ground) >= 3
