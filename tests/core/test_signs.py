"""What the signs in a drawing mean: those that it uses, with their words."""

from __future__ import annotations

from reader.core.drawing import Drawing, Shape
from reader.core.pathway import Interaction, Node, Pathway
from reader.core.signs import signs_of


def test_a_sign_has_the_head_of_a_line_that_has_one() -> None:
    nodes = tuple(Node(name, name, "") for name in "ab")
    lines = tuple(Interaction(key, "a", "b", "leads to", "", "") for key in ("plain", "headed"))
    edges = [Shape((("M", 0, y), ("L", 50, y)), "edge", key) for key, y in (("plain", 0), ("headed", 20))]
    head = Shape((("M", 40, 15), ("L", 50, 20), ("L", 40, 25), ("Z",)), "head", "headed", head="Arrow")
    drawing = Drawing(50, 30, (*edges, head), paper="#ffffff")
    signs = signs_of(drawing, Pathway("", "", (), nodes, lines))
    assert [(each.words, len(each.shapes)) for each in signs] == [("Leads to", 1)]
