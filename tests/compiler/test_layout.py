"""pathway.toml to pathway.gpml: what is checked, and that lines keep clear of boxes and of one another."""

from __future__ import annotations

import json
from collections.abc import Iterator
from itertools import combinations, pairwise
from typing import Any

import pytest

from reader import paths
from reader.compiler import gpml
from reader.compiler.gpml.reading.markup import child, children, local, parse
from reader.compiler.layout import lay_out
from reader.compiler.layout.source import read_source
from reader.core.drawing import Rect
from reader.errors import ReaderError

pytest.importorskip("pygraphviz", reason="laying out is for authors: pip install pygraphviz; `make test-all` does")

GUIDE = paths.bundled("content") / "fibromyalgia-and-the-immune-system"
SMALL = """\
title = "A way"
description = "From cells to pain."

[[stage]]
id = "one"
title = "First"

[[node]]
id = "cells"
label = "Immune cells"
kind = "cell"
stage = "one"
section = "cytokines"
term = "immune cell"

[[node]]
id = "pain"
label = "Pain & more"
kind = "symptom"
stage = "one"

[[interaction]]
id = "E1"
source = "cells"
target = "pain"
relation = "contributes-to"
evidence = "contradicted"
sentence = "This was once thought; studies do not support it."
references = ["Who2001"]
claims = ["C1", "C2"]

[[route]]
id = "cells"
title = "From cells to pain"
section = "cytokines"
closing = "Much is not known."

[[route.step]]
node = "cells"
caption = "It was once thought to begin with cells."

[[route.step]]
interaction = "E1"
caption = "Studies do not support “cells” & pain."
"""
WHO = {"title": "A study", "PMID": "123", "issued": {"date-parts": [[2001]]}, "author": [{"family": "Who"}]}


def laid_out(text: str = SMALL, references: dict[str, Any] | None = None) -> bytes:
    return lay_out(text, "pathway.toml", references or {})


@pytest.fixture(scope="module")
def bundled() -> bytes:
    references = json.loads((GUIDE / "references.json").read_text(encoding="utf-8"))
    text = (GUIDE / "pathway.toml").read_text(encoding="utf-8")
    return lay_out(text, "pathway.toml", {item["id"]: item for item in references})


def test_what_was_written_is_what_is_read_back() -> None:
    pathway, drawing, problems = gpml.survey(laid_out(), "pathway.gpml")[:3]
    source = read_source(SMALL, "pathway.toml")
    assert pathway == source._replace(organism="Homo sapiens")
    assert set(drawing.node_bounds()) == {"cells", "pain"}
    assert problems == []


def test_routes_change_nothing_in_the_drawing() -> None:
    without = SMALL.partition("[[route]]")[0]
    assert gpml.survey(laid_out(without), "x")[1] == gpml.survey(laid_out(), "x")[1]


def test_the_same_text_gives_the_same_bytes() -> None:
    assert laid_out() == laid_out()


def test_the_guides_gpml_says_what_its_source_says(bundled: bytes) -> None:
    in_guide = gpml.survey((GUIDE / "pathway.gpml").read_bytes(), "pathway.gpml")[:3]
    assert in_guide[0] == gpml.survey(bundled, "pathway.gpml")[0]


def test_elements_stand_in_the_order_of_the_schema(bundled: bytes) -> None:
    order = ["Comment", "Attribute", "Graphics", "DataNode", "Interaction", "Label", "Shape", "InfoBox", "Biopax"]
    for file in (bundled, laid_out()):
        found = [local(element) for element in parse(file, "x")]
        assert found == sorted(found, key=order.index)
    inside = ["BiopaxRef", "Attribute", "Graphics", "Xref"]
    for element in children(parse(bundled, "x"), "Interaction"):
        names = [local(each) for each in element]
        assert names == sorted(names, key=inside.index)


def test_a_reference_carries_its_title_and_id_and_nothing_made_up() -> None:
    known, unknown = laid_out(references={"Who2001": WHO}).decode(), laid_out().decode()
    assert ">A study<" in known
    assert ">123<" in known
    assert ">Who<" in known
    assert "AUTHORS" not in unknown


def test_what_studies_speak_against_says_so_in_words() -> None:
    root = parse(laid_out(), "x")
    assert [label.get("TextLabel") for label in children(root, "Label")] == ["not supported", "not supported"]


def boxes(data: bytes) -> dict[str, Rect]:
    return gpml.survey(data, "x")[1].node_bounds()


def routes(data: bytes) -> Iterator[tuple[str, list[tuple[float, float]]]]:
    for element in children(parse(data, "x"), "Interaction"):
        graphics = child(element, "Graphics")
        assert graphics is not None
        points = children(graphics, "Point")
        yield element.get("GraphId", ""), [(float(p.get("X", "")), float(p.get("Y", ""))) for p in points]


def test_no_line_crosses_a_box(bundled: bytes) -> None:
    for name, points in routes(bundled):
        for (ax, ay), (bx, by) in pairwise(points):
            for node, (x, y, w, h) in boxes(bundled).items():
                is_beside = max(ax, bx) <= x or min(ax, bx) >= x + w or max(ay, by) <= y or min(ay, by) >= y + h
                assert is_beside, f"{name} crosses {node}"


def test_no_line_lies_on_another(bundled: bytes) -> None:
    pieces = [(name, min(piece), max(piece)) for name, points in routes(bundled) for piece in pairwise(points)]
    for (one, a, b), (other, c, d) in combinations(pieces, 2):
        upright = a[0] == b[0] == c[0] == d[0] and max(a[1], c[1]) < min(b[1], d[1])
        level = a[1] == b[1] == c[1] == d[1] and max(a[0], c[0]) < min(b[0], d[0])
        assert one == other or not (upright or level), f"{one} lies on {other}"


def test_no_two_boxes_overlap(bundled: bytes) -> None:
    for (one, a), (other, b) in combinations(boxes(bundled).items(), 2):
        is_apart = a[0] + a[2] < b[0] or b[0] + b[2] < a[0] or a[1] + a[3] < b[1] or b[1] + b[3] < a[1]
        assert is_apart, f"{one} and {other}"


def test_the_guide_keeps_every_node_and_interaction(bundled: bytes) -> None:
    pathway, _, problems = gpml.survey(bundled, "pathway.gpml")[:3]
    assert (len(pathway.nodes), len(pathway.interactions), len(pathway.stages)) == (36, 57, 6)
    assert problems == []


def test_the_autoantibodies_mark_the_right_kinds_of_fibromyalgia(bundled: bytes) -> None:
    pathway, _, _ = gpml.survey(bundled, "pathway.gpml")[:3]
    pairs = {(each.source, each.target) for each in pathway.interactions if each.relation == "is-marker-of"}
    assert {("ab6848", "primary_fm"), ("ab45", "secondary_fm")} <= pairs
    assert not {("ab45", "primary_fm"), ("ab6848", "secondary_fm")} & pairs


CERTAINTY = {"mixed": ("may",), "weak": ("early", "hint"), "contradicted": ("once thought", "studies do not support")}


def test_each_sentence_is_short_and_as_sure_as_its_evidence(bundled: bytes) -> None:
    for each in gpml.survey(bundled, "pathway.gpml")[0].interactions:
        assert len(each.sentence.split()) <= 20, each.id
        for words in CERTAINTY.get(each.evidence, ()):
            assert words in each.sentence, each.id


@pytest.mark.parametrize(
    ("old", "new", "line", "words"),
    [
        ('title = "A way"', "title = A way", 1, "not TOML"),
        ('title = "A way"\n', "", 1, "title"),
        ('title = "A way"', 'name = "A way"', 1, "'name'"),
        ('kind = "cell"', 'kind = "animal"', 11, "'animal'"),
        ('stage = "one"\nsection', 'stage = "two"\nsection', 12, "'two'"),
        ('label = "Immune cells"', f'label = "{"x" * 60}"', 10, "longer"),
        ('label = "Immune cells"\n', "", 8, "no label"),
        ('label = "Immune cells"', "label = 3", 10, "must be text"),
        ('id = "pain"', 'id = "cells"', 17, "twice"),
        ('id = "pain"', 'id = "1 pain"', 17, "may hold only"),
        ('source = "cells"', 'source = "gone"', 24, "'gone'"),
        ('target = "pain"', 'target = "cells"', 25, "lead back"),
        ('evidence = "contradicted"', 'evidence = "sure"', 27, "'sure'"),
        ('claims = ["C1", "C2"]', 'claims = "C1"', 30, "list"),
        ("[[stage]]", "[stage]", 4, "its own"),
        ('closing = "Much is not known."\n', "", 32, "no closing"),
        ('closing = "Much', f'closing = "{"x" * 400}', 36, "longer than 400"),
        ('title = "From', 'name = "From', 34, "'name' is not a word of a route"),
        ("sentence = ", "sentance = ", 28, "'sentance' is not a word of an interaction"),
        ('node = "cells"', 'node = "E1"', 39, "'E1'"),
        ('interaction = "E1"', 'interaction = "cells"', 43, "'cells'"),
        ('node = "cells"\n', "", 38, "no interaction and no node"),
        ('interaction = "E1"', 'interaction = "E1"\nnode = "pain"', 42, "both"),
        ('caption = "Studies', 'caption = ""\nnote = "Studies', 45, "'note'"),
        ('caption = "Studies do not support “cells” & pain."', "", 42, "no caption"),
        ('caption = "Studies', f'caption = "{"x" * 240}', 44, "longer than 240"),
        ("[[route]]", "[[step]]", 32, "'step' is not a word"),
        ("[[stage]]", '[[stage]]\nid = "no-one"\ntitle = "Empty"\n\n[[stage]]', 4, "'no-one'"),
    ],
)
def test_what_is_wrong_is_said_with_its_line(old: str, new: str, line: int, words: str) -> None:
    assert old in SMALL
    with pytest.raises(ReaderError, match=words) as caught:
        laid_out(SMALL.replace(old, new, 1))
    assert str(caught.value).startswith(f"pathway.toml, line {line}:")


@pytest.mark.parametrize(
    ("steps", "words"),
    [
        ("", "no .*step"),
        ("step = []", "no .*step"),
        ('step = ["cells"]', "its own"),
        ('step = [{node = "cells", caption = "Here."}]', "its own"),
        ('[route.step]\nnode = "cells"\ncaption = "Here."', "its own"),
    ],
)
def test_steps_are_tables_of_their_own(steps: str, words: str) -> None:
    with pytest.raises(ReaderError, match=f"^pathway.toml, line 32: .*{words}"):
        laid_out(SMALL.partition("[[route.step]]")[0] + steps)


def test_a_head_inside_a_text_is_no_table() -> None:
    with pytest.raises(ReaderError, match="each node is written as its own"):
        laid_out('title = """\n[[node]]\n"""\ndescription = "x"\nnode = [5]\n')


def test_a_route_may_be_called_as_a_node_is_but_not_as_another_route() -> None:
    again = SMALL[SMALL.index("[[route]]") :]
    with pytest.raises(ReaderError, match="line 47: the id 'cells' is used twice"):
        laid_out(f"{SMALL}\n{again}")
