"""Finding words in an article."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from reader.core.search import Hit, find
from reader.core.text import Block


def hits(text: str, query: str) -> list[str]:
    return [text[hit.start : hit.end] for hit in find([("s", Block("s.1", "paragraph", text))], query)]


def test_case_makes_no_difference() -> None:
    assert hits("Cytokines and CYTOKINE", "cytokine") == ["Cytokine", "CYTOKINE"]


def test_accents_make_no_difference_in_text_or_query() -> None:
    assert hits("Üçeyler and Uceyler", "uceyler") == ["Üçeyler", "Uceyler"]
    assert hits("Uceyler", "Üçeyler") == ["Uceyler"]


def test_a_hit_behind_accents_and_ligatures_is_marked_where_it_stands() -> None:
    assert hits("naïve ﬁbres, straße, pain", "pain") == ["pain"]
    assert hits("ﬁbres", "fib") == ["ﬁb"]


def test_any_white_space_matches_any_other() -> None:
    assert hits("long\u00a0term pain", " long   term ") == ["long\u00a0term"]


def test_a_blank_query_finds_nothing() -> None:
    assert hits("anything", "  ") == []


def test_hits_do_not_overlap() -> None:
    assert hits("aaaa", "aa") == ["aa", "aa"]


def test_hits_come_in_reading_order_with_their_place() -> None:
    blocks = [("a", Block("a.1", "heading", "Pain")), ("b", Block("b.1", "paragraph", "No pain"))]
    assert find(blocks, "pain") == [Hit("a", "a.1", 0, 4), Hit("b", "b.1", 3, 7)]


@given(st.text(), st.text(max_size=4))
def test_every_hit_lies_inside_its_text(text: str, query: str) -> None:
    for hit in find([("s", Block("s.1", "paragraph", text))], query):
        assert 0 <= hit.start < hit.end <= len(text)


@given(st.text(min_size=1), st.data())
def test_what_was_copied_from_the_text_is_found_in_it(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    wanted = text[start:end]
    if wanted.strip() and wanted.isascii() and wanted.isalnum():
        assert hits(text, wanted)
