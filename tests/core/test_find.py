"""Finding words in an article."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from reader.core.excerpt import raised
from reader.core.find import FoldedText, Hit
from reader.core.text import Block, Place, Span


def folded(*texts: str) -> FoldedText:
    """Return a section "s" of these blocks, ready to be searched."""
    text = FoldedText()
    text.add("s", ((f"s.{number}", each) for number, each in enumerate(texts, 1)))
    return text


def hits(text: str, query: str, *, whole_words: bool = False) -> list[str]:
    return [text[hit.start : hit.end] for hit in folded(text).find(query, whole_words=whole_words)]


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


def test_quotes_and_dashes_match_however_they_are_typed() -> None:
    assert hits("It doesn’t", "doesn't") == ["doesn’t"]
    assert hits("“so-called” pain – and", '"so\u2011called" pain -') == ["“so-called” pain –"]


def test_what_nobody_sees_is_no_hindrance() -> None:
    assert hits("cyto\u00adkines", "cytokines") == ["cyto\u00adkines"]
    assert hits("a cafe\u0301, the end", "cafe") == ["cafe\u0301"]


def test_a_run_of_white_space_matches_one() -> None:
    assert hits("if  (pain)\n    rest", "(pain) rest") == ["(pain)\n    rest"]


def test_whole_words_only_when_asked() -> None:
    assert hits("pain, painful, spain, PAIN", "pain") == ["pain", "pain", "pain", "PAIN"]
    assert hits("pain, painful, spain, PAIN", "pain", whole_words=True) == ["pain", "PAIN"]


def test_whole_words_of_signs_need_nothing_beside_them() -> None:
    assert hits("a (b) c(d)", "(b)", whole_words=True) == ["(b)"]
    assert hits("IL-6, IL-60", "il-6", whole_words=True) == ["IL-6"]
    assert hits("sleep.¹² Sleep3, sleeps", "sleep", whole_words=True) == ["sleep", "Sleep"]


def test_hits_come_in_reading_order_with_their_place() -> None:
    text = FoldedText()
    text.add("a", [("a.1", "Pain")])
    text.add("b", [("b.1", "No pain")])
    assert list(text.find("pain")) == [Hit("a", "a.1", 0, 4), Hit("b", "b.1", 3, 7)]


def test_no_hit_goes_on_into_the_next_block() -> None:
    assert list(folded("no", "pain").find("no pain")) == []


def test_the_first_hit_from_where_one_is() -> None:
    found = folded("pain, pain", "ﬁne, no pain", "pain").find("pain")
    assert [found.first_from(Place("s", "s.1", at)) for at in (0, 1, 6)] == [0, 1, 1]
    assert found.first_from(Place("s", "s.2", 8)) == 2
    assert found.first_from(Place("s", "s.3", 1)) == len(found) == 4
    assert found.first_from(Place("s", "gone")) == 0


def test_a_hit_is_listed_among_its_words() -> None:
    text = "word " * 30 + "then\tpain came " + "word " * 30
    shown, marks = folded(text).find("pain").around(0)
    assert [shown[start:end] for start, end in marks] == ["pain"]
    assert "then pain came" in shown
    assert shown.startswith("… word") and shown.endswith("word …")
    assert len(shown) < 170


def test_the_numbers_of_citations_are_raised_where_they_stand() -> None:
    block = Block("s.1", "paragraph", "Pain 1.12, 3 Rest 2.", (Span(7, 9, "cite", "a"), Span(11, 12, "cite", "b")))
    assert raised(block) == "Pain 1.¹², ³ Rest 2."
    assert hits(raised(block), "12, 3 rest") == ["¹², ³ Rest"]


@given(st.lists(st.text()), st.text(max_size=4), st.booleans())
def test_every_hit_lies_inside_its_text(texts: list[str], query: str, whole_words: bool) -> None:
    for hit in folded(*texts).find(query, whole_words=whole_words):
        assert 0 <= hit.start < hit.end <= len(texts[int(hit.block[2:]) - 1])


@given(st.text(min_size=1), st.data())
def test_what_was_copied_from_the_text_is_found_in_it(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    wanted = text[start:end]
    if wanted.strip() and wanted.isascii() and wanted.isalnum():
        assert hits(text, wanted)
