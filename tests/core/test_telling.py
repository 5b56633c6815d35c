"""Where the text tells what a pathway shows: paragraphs that name a node, and the one that says a step."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.core.guide import Guide
from reader.core.library import Library
from reader.core.pathway import Interaction, Node, Pathway, Step
from reader.core.telling import claimed, naming, telling
from reader.core.text import Place
from tests.guides.writing import compiled

SMALL = Path(__file__).parents[1] / "guides" / "small"


@pytest.fixture
def small(cache: Path) -> Guide:
    return Library(cache, cache).open(str(SMALL))


def words_at(guide: Guide, place: Place | None) -> str:
    assert place is not None
    return next(block.text for block in guide.blocks(place.section) if block.id == place.block)


def step_of(pathway: Pathway, number: int) -> Step:
    return pathway.routes[0].steps[number]


def test_a_node_is_named_once_in_each_paragraph_in_reading_order(small: Guide) -> None:
    assert small.pathway is not None
    node = small.pathway.node("cytokines")
    assert node is not None
    places = naming(small, node)
    assert [place.section for place in places] == ["first", "first", "first", "receptors"]
    assert len({place.block for place in places}) == len(places)
    for place in places:
        assert words_at(small, place)[place.offset :].casefold().startswith("cytokine")


def test_a_node_without_an_entry_is_looked_for_by_its_label(small: Guide) -> None:
    words = naming(small, Node("n", "Naïve  CELLS", "cell"))
    assert [words_at(small, place)[:11] for place in words] == ["Naïve cells"]
    assert naming(small, Node("n", "cell", "cell")) == (), "cells is another word"
    assert naming(small, Node("n", "", "cell")) == ()


def test_a_step_is_told_by_the_paragraph_that_says_the_same(small: Guide) -> None:
    assert small.pathway is not None
    told = telling(small, small.pathway, step_of(small.pathway, 1))
    assert words_at(small, told).startswith("Immune cells send cytokines")
    told = telling(small, small.pathway, step_of(small.pathway, 2))
    assert words_at(small, told).startswith("A receptor is where a message fits.")


ARTICLE = """# One {#one}

Sleep and pain are two words here.

# Two {#two}

Poor sleep makes pain worse.
{: claims="A" }

Poor sleep makes pain much worse, and this is no claim.
"""
CLAIM = '[[claim]]\nid = "A"\nsection = "two"\ntext = "It does."\nlevel = "weak"\nreason = "Few."\n'


def a_pathway(*claims: str) -> Pathway:
    nodes = (Node("sleep", "Sleep", "process", section="one"), Node("pain", "Pain", "symptom", section="one"))
    line = Interaction("e", "sleep", "pain", "activates", "weak", "Sleep.", claims=claims)
    return Pathway("P", "", (), nodes, (line,))


def test_the_paragraph_that_makes_the_claim_goes_before_others(tmp_path: Path) -> None:
    guide = compiled(tmp_path, article_md=ARTICLE, claims_toml=CLAIM)
    step = Step("e", "", "Poor sleep makes pain much worse.")
    assert words_at(guide, telling(guide, a_pathway("A"), step)) == "Poor sleep makes pain worse."
    assert words_at(guide, telling(guide, a_pathway(), step)).startswith("Sleep and pain"), "the nodes' own section"
    assert words_at(guide, claimed(guide, guide.claims[0])) == "Poor sleep makes pain worse."


def test_where_no_paragraph_says_it_a_step_is_told_by_the_section_of_its_node(tmp_path: Path) -> None:
    guide = compiled(tmp_path, article_md=ARTICLE, claims_toml=CLAIM)
    assert telling(guide, a_pathway(), Step("e", "", "Xylophones.")) == Place("one")
    nowhere = Pathway("P", "", (), (Node("n", "N", "cell"),), ())
    assert telling(guide, nowhere, Step("", "n", "Sleep.")) is None
