"""A part of a pathway on its own: its nodes and lines and no others, in their box, and words that say what it is."""

from __future__ import annotations

from reader.core.cutting import MARGIN, cut, told
from reader.core.drawing import Drawing, Shape, Text
from reader.core.guide import Guide
from reader.core.pathway import Interaction, Node, Pathway
from reader.core.svg import names_of, to_svg


def keys_of(drawing: Drawing) -> set[str]:
    return {item.key for item in drawing.items}


def test_a_part_holds_what_was_asked_for_and_nothing_else(bundled: Guide) -> None:
    pathway, drawing = bundled.pathway, bundled.drawing
    assert pathway is not None
    assert drawing is not None
    nodes = pathway.in_sections(["shared-messengers"])
    keys = nodes | pathway.between(nodes)
    part = cut(drawing, pathway, keys)
    assert keys_of(part) - {""} == keys
    assert {item.role for item in part.items}.isdisjoint({"stage", "title"})
    assert part.width < drawing.width
    assert part.height < drawing.height / 3
    left = min(rect[0] for rect in part.node_bounds().values())
    assert left == MARGIN
    svg = to_svg(part, title="Shared messengers", description=told(pathway, keys), names=names_of(pathway))
    assert '<title id="title">Shared messengers</title>' in svg
    assert "Immune cells" in svg
    assert "Central sensitization" not in svg


def test_its_words_say_what_it_is_a_part_of_and_what_is_known(bundled: Guide) -> None:
    pathway = bundled.pathway
    assert pathway is not None
    line = next(each for each in pathway.interactions if (each.source, each.target) == ("immune_cells", "cytokines"))
    said = told(pathway, {"immune_cells", "cytokines", line.id})
    assert said.startswith("Only a part of “Fibromyalgia, the immune system and the nerves”.")
    assert "It shows 2 things and 1 link between them." in said
    assert said.endswith(f"{line.sentence} (Well supported)")


def test_a_group_keeps_what_stands_in_it_and_no_picture_is_too_narrow_for_its_line() -> None:
    nodes = (Node("g", "", "Group"), Node("a", "A", "Protein", group="g"), Node("b", "B", "Protein"))
    pathway = Pathway("A long title that says much", "", (), nodes, (Interaction("e", "g", "b", "x", "", ""),))
    box = (("M", 0.0, 0.0), ("L", 10.0, 10.0))
    shapes = tuple(Shape(box, "node", key) for key in ("g", "a", "b"))
    part = cut(Drawing(500, 500, shapes), pathway, {"g"})
    assert keys_of(part) - {""} == {"g", "a"}
    line = part.items[-1]
    assert isinstance(line, Text)
    assert " ".join(line.lines) == "Only a part of “A long title that says much”"
    assert part.width > max(map(len, line.lines)) * 6
    assert line.y < part.height
