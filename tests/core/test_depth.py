"""How much of a section each depth shows."""

from __future__ import annotations

import pytest

from reader.core.depth import chosen, minutes_left_out, on_paper, shown
from reader.core.text import Block

HEADING = Block("s.1", "heading", "Nerves", level=1)
GIST = Block("s.2", "paragraph", "Nerves and cells talk.", callout="gist", box=1)
POINTS = tuple(Block(f"s.{n}", "item", f"Point {n}.", callout="key-points", box=2) for n in (3, 4))
TEXT = (
    Block("s.5", "paragraph", "word " * 400),
    Block("s.6", "paragraph", "A warning inside.", callout="warning", box=3),
)
WHOLE = (HEADING, GIST, *POINTS, *TEXT)


@pytest.mark.parametrize(
    ("depth", "expected"),
    [("gist", (HEADING, GIST)), ("key-points", (HEADING, GIST, *POINTS)), ("full", WHOLE), ("nonsense", WHOLE)],
)
def test_each_depth_shows_what_its_name_says(depth: str, expected: tuple[Block, ...]) -> None:
    assert shown(WHOLE, depth) == expected


@pytest.mark.parametrize("depth", ["gist", "key-points"])
def test_on_paper_each_depth_has_what_is_to_be_ticked_and_what_leads_to_it(depth: str) -> None:
    lead = Block("s.7", "paragraph", "About sleep:")
    ticks = tuple(Block(f"s.{n}", "item", f"☐ Question {n}?", marker=f"{n}.", level=1) for n in (8, 9))
    blocks = (*WHOLE, lead, *ticks, Block("s.10", "paragraph", "More room is overleaf."))
    assert on_paper(blocks, depth) == (*shown(WHOLE, depth), lead, *ticks)
    assert on_paper(blocks, "full") == blocks
    assert not set(ticks) & set(shown(blocks, depth))


def test_a_section_without_a_gist_shows_its_key_points() -> None:
    assert shown((HEADING, *POINTS, *TEXT), "gist") == (HEADING, *POINTS)


@pytest.mark.parametrize("depth", ["gist", "key-points"])
def test_a_section_that_has_neither_shows_all_of_itself(depth: str) -> None:
    assert shown((HEADING, *TEXT), depth) == (HEADING, *TEXT)


def test_a_section_without_key_points_shows_its_text_for_them() -> None:
    blocks = (HEADING, GIST, *TEXT)
    assert shown(blocks, "key-points") == blocks


def test_the_minutes_are_those_of_what_is_left_out() -> None:
    assert minutes_left_out(WHOLE, shown(WHOLE, "gist")) == 2
    assert minutes_left_out(WHOLE, WHOLE) == 0


def test_only_sections_that_differ_from_the_rest_are_remembered() -> None:
    assert chosen("gist", {"a": "full"}, "b", "key-points") == {"a": "full", "b": "key-points"}
    assert chosen("gist", {"a": "full", "b": "full"}, "b", "gist") == {"a": "full"}
    assert chosen("full", {"a": "nonsense", "c": "gist"}, "b", "full") == {"c": "gist"}
