"""Blocks cut into runs: no letter is lost, and citations go where their sources are not listed."""

from __future__ import annotations

import re

import pytest

from reader import paths
from reader.core.guide import Guide
from reader.core.handout.glyphs import Glyphs
from reader.core.handout.runs import BREAK, Cutter
from reader.core.notebook.uncited import UncitedText
from reader.core.text import Block, Span


@pytest.fixture(scope="module")
def glyphs() -> Glyphs:
    return Glyphs(paths.bundled("resources") / "print" / "glyphs.txt")


def words(cutter: Cutter, block: Block) -> str:
    """Return a block's words in print, on one line."""
    runs = cutter.runs(block)
    assert all(text for text, _ in runs), "no run is empty"
    return "".join(text for text, _ in runs).replace(BREAK, "").replace("\n", " ")


def in_any_order(text: str) -> str:
    """Return text in which the numbers of each group of citations rise, as they do in print."""
    return re.sub(r"\d+(?:, ?\d+)+", lambda group: ", ".join(sorted(re.split(", ?", group[0]), key=int)), text)


def test_the_runs_of_every_block_of_the_guide_are_its_text(bundled: Guide, glyphs: Glyphs) -> None:
    with_list, without = (Cutter(bundled, (), glyphs, is_cited=is_cited) for is_cited in (True, False))
    blocks = [block for section in bundled.outline for block in bundled.blocks(section.id) if block.text]
    for block in blocks:
        assert in_any_order(words(with_list, block)) == in_any_order(block.text.replace("\u2028", " "))
        assert words(without, block) == UncitedText("", [block]).text
    assert any(block.text != UncitedText("", [block]).text for block in blocks)
    assert with_list.cited
    assert not without.cited


def test_a_sentence_is_followed_by_the_references_it_rests_on_in_order(bundled: Guide, glyphs: Glyphs) -> None:
    keys = {reference.number: reference.key for reference in bundled.references}
    cutter = Cutter(bundled, (), glyphs)
    assert cutter.citing("So it is.", (keys[4], keys[2], "unknown")) == [
        ["So it is.", {}],
        ["2", {"cite": 2}],
        [", ", {"sup": True}],
        ["4", {"cite": 4}],
    ]
    assert cutter.cited == {2: keys[2], 4: keys[4]}


def test_many_links_in_one_paragraph_take_no_long_time(bundled: Guide, glyphs: Glyphs) -> None:
    count = 20_000
    spans = tuple(Span(5 * n, 5 * n + 4, "link", f"https://example.org/{n}") for n in range(count))
    runs = Cutter(bundled, (), glyphs).runs(Block("b", "paragraph", "link " * count, spans))
    assert [kinds["shown"] for _, kinds in runs if kinds][-1] == f"example.org/{count - 1}"
