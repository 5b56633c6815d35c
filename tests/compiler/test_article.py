"""Markdown -> the blocks of the text model."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reader.compiler import article, plain
from reader.compiler.blocks import Article
from reader.core.text import Block
from tests.guides.writing import blocks, compiled, said, spans

REFERENCES = '[{"id": "A1", "title": "One"}, {"id": "B2", "title": "Two"}]'


def only(place: Path, text: str) -> Block:
    """Return the one block that a text makes."""
    (block,) = blocks(compiled(place, article_md=text))
    return block


def test_emphasis_code_and_links_are_spans_over_plain_text(tmp_path: Path) -> None:
    block = only(tmp_path, "Some *soft* and **bold** `code` and a [link](https://example.org/).")
    assert block.text == "Some soft and bold code and a link."
    assert spans(block) == [
        ("soft", "em", ""),
        ("bold", "strong", ""),
        ("code", "code", ""),
        ("link", "link", "https://example.org/"),
    ]


def test_line_ends_of_the_source_are_spaces_and_hard_breaks_stay(tmp_path: Path) -> None:
    assert only(tmp_path, "one\ntwo  \nthree").text == "one two\u2028three"


def test_a_citation_is_the_number_of_its_reference_raised(tmp_path: Path) -> None:
    guide = compiled(tmp_path, article_md="Yes.[@B2; @A1] Again.[@A1]", references_json=REFERENCES)
    (block,) = blocks(guide)
    assert block.text == "Yes.1, 2 Again.2"
    assert spans(block, "cite") == [("1", "cite", "B2"), ("2", "cite", "A1"), ("2", "cite", "A1")]
    assert spans(block, "sup") == [("1, 2", "sup", ""), ("2", "sup", "")]
    assert [reference.key for reference in guide.references] == ["B2", "A1"]


def test_a_citation_that_names_nothing_stays_as_written_and_is_said(tmp_path: Path) -> None:
    guide = compiled(tmp_path, article_md="# A\n\nYes.[@A1; @Nobody]", references_json=REFERENCES)
    assert blocks(guide)[0].text == "Yes.1[@Nobody]"
    assert said(guide) == ["article.md, line 3: The citation [@Nobody] names no reference of references.json."]


def test_a_citation_in_code_is_code(tmp_path: Path) -> None:
    assert only(tmp_path, "Write `[@A1]` here.").text == "Write [@A1] here."


def test_nested_lists_keep_depth_and_marker(tmp_path: Path) -> None:
    found = blocks(compiled(tmp_path, article_md="3. three\n4. four\n    - deep\n\n        more\n"))
    assert [(block.kind, block.level, block.marker, block.text) for block in found] == [
        ("item", 1, "3.", "three"),
        ("item", 1, "4.", "four"),
        ("item", 2, "•", "deep"),
        ("paragraph", 2, "", "more"),
    ]


def test_an_item_outside_any_list_is_one_all_the_same(tmp_path: Path) -> None:
    found = blocks(compiled(tmp_path, article_md="<li>a</li>\n<ul><li>b</ul>\n"))
    assert [(block.kind, block.level, block.marker, block.text) for block in found] == [
        ("item", 1, "•", "a"),
        ("item", 1, "•", "b"),
    ]


def test_a_table_is_its_cells_row_by_row(tmp_path: Path) -> None:
    found = blocks(compiled(tmp_path, article_md="| a | b |\n|---|---|\n| c |   |\n"))
    assert [(block.kind, block.text, block.row, block.column, block.header) for block in found] == [
        ("cell", "a", 0, 0, True),
        ("cell", "b", 0, 1, True),
        ("cell", "c", 1, 0, False),
        ("cell", "", 1, 1, False),
    ]


def test_paragraphs_and_lists_inside_a_cell_are_lines_of_it(tmp_path: Path) -> None:
    text = "<table><tr><td><p>a</p><p>b</p><ul><li>c</li></ul><table><tr><td>d</td></tr></table></td></tr></table>"
    assert only(tmp_path, text).text == "a\u2028b\u2028c\u2028d"


def test_gist_and_key_points_are_callouts_with_titles(tmp_path: Path) -> None:
    text = '!!! gist\n    Short.\n\n!!! key-points\n    - One.\n\n!!! note "By the way"\n    Said.\n'
    found = blocks(compiled(tmp_path, article_md=text))
    assert [(block.callout, block.title, block.box, block.text) for block in found] == [
        ("gist", "In one sentence", 1, "Short."),
        ("key-points", "Key points", 2, "One."),
        ("note", "By the way", 3, "Said."),
    ]


def test_a_heading_inside_a_callout_is_no_section(tmp_path: Path) -> None:
    guide = compiled(tmp_path, article_md="# A\n\n!!! note\n    ## B\n\n    text\n")
    assert [section.title for section in guide.outline] == ["A"]
    assert spans(blocks(guide)[0]) == [("B", "strong", "")]


def test_footnotes_are_a_section_of_notes_and_links_lead_there(tmp_path: Path) -> None:
    guide = compiled(tmp_path, article_md="# A\n\nSo.[^1]\n\n# B\n\n[^1]: Because.\n")
    notes = guide.blocks("notes")
    assert [(block.kind, block.marker, block.text) for block in notes] == [
        ("heading", "", "Notes"),
        ("item", "1.", "Because."),
    ]
    link = spans(guide.blocks("a")[1], "link")
    assert link == [("note 1", "link", "#notes.2")]
    place = guide.place(link[0][2])
    assert place is not None
    assert (place.section, place.block) == ("notes", "notes.2")


def test_definition_lists_quotes_code_and_rules_have_kinds_of_their_own(tmp_path: Path) -> None:
    text = "word\n:   meaning\n\n> said\n\n    code  here\n      indented\n\n***\n"
    found = [(block.kind, block.text) for block in blocks(compiled(tmp_path, article_md=text))]
    assert found == [
        ("term", "word"),
        ("definition", "meaning"),
        ("quote", "said"),
        ("code", "code  here\n  indented"),
        ("rule", ""),
    ]


def test_control_characters_that_steer_a_terminal_are_left_out(tmp_path: Path) -> None:
    assert only(tmp_path, "a\x1b[31m b\x9b1m").text == "a[31m b1m"


@pytest.mark.parametrize(
    ("text", "made"),
    [
        ("<div>" * 300 + "x", [("paragraph", "x")]),
        ("<p>a<p>b</div></span>c", [("paragraph", "a"), ("paragraph", "bc")]),
        ("<table><td>a</table>b", [("cell", "a"), ("paragraph", "b")]),
        ("<b><h2>x</b>y", [("heading", "xy")]),
        ("<li>a", [("item", "a")]),
        ("[a](#b", [("paragraph", "[a](#b")]),
        ("&#xD800;&#0;", [("paragraph", "\ufffd\ufffd")]),
    ],
)
def test_broken_html_still_makes_blocks(text: str, made: list[tuple[str, str]]) -> None:
    read = article.read(text, lambda key: None)[0]
    assert [(block.kind, block.text) for block in read.blocks] == made
    assert_well_formed(read)


def test_plain_text_keeps_headings_lists_code_and_paragraphs() -> None:
    made = plain.read("# A {#a}\n\none\ntwo\n- x\n    2. y\n\n```\n# code\n```\n## B ##\n")
    assert [(block.kind, block.text, block.level, block.marker) for block in made.blocks] == [
        ("heading", "A", 1, ""),
        ("paragraph", "one two", 0, ""),
        ("item", "x", 1, "•"),
        ("item", "y", 2, "2."),
        ("code", "# code", 0, ""),
        ("heading", "B", 2, ""),
    ]
    assert made.blocks[0].id == "a"


def assert_well_formed(made: Article) -> None:
    """Assert that spans lie inside their text, in order, and exclusive ones beside one another."""
    for block in made.blocks:
        assert all(0 <= span.start < span.end <= len(block.text) for span in block.spans)
        assert [span.start for span in block.spans] == sorted(span.start for span in block.spans)
        exclusive = [span for span in block.spans if span.kind in ("link", "cite", "term")]
        assert all(one.end <= two.start for one, two in pairwise(exclusive))
        assert "\n" not in block.text or block.kind == "code"


# fmt: off
PIECES = st.sampled_from([
    "#", "-", "1.", ">", "`", "```", "*", "**", "_", "[", "]", "(", ")", "[@a]", "[@b;@a]", "[x](#y)", "<b>", "</b>",
    "<table>", "<td>", "<li>", "<p>", "</p>", "<a href=#q>", "</a>", "|", "|-", ":", "!!! n", "{: #i}", "{#j}", "[^1]",
    "[^1]:", "<br>", "<img alt=i>", "&amp;", "word", "α", "\u00ad", "[w]{term=x}",
])
# fmt: on


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.tuples(PIECES, st.sampled_from(["", " ", "\n", "\n\n", "\n    "])), max_size=40))
def test_any_text_makes_blocks_with_regular_spans(pieces: list[tuple[str, str]]) -> None:
    text = "".join(one + two for one, two in pieces) + "\n\nlast"
    for made in (article.read(text, {"a": 1}.get)[0], plain.read(text)):
        assert_well_formed(made)
        assert any("last" in block.text for block in made.blocks)
