"""Which words of a text are marked as terms."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.compiler.blocks import regular
from reader.compiler.terms import Terms
from reader.core.guide import Entry
from reader.core.text import Block, Span
from tests.guides.writing import blocks, compiled, said, spans

ENTRIES = (
    Entry("cytokine", "cytokine", "A messenger."),
    Entry("il-6", "IL-6", "One of them.", other_names=("interleukin-6",)),
    Entry("interleukin", "interleukin", "Some of them.", short_forms=("IL",)),
    Entry("tnf-alpha", "TNF-α", "Another one."),
    Entry("pet", "positron emission tomography", "A scan.", short_forms=("PET",)),
    Entry("ana", "antinuclear antibody", "An antibody.", short_forms=("ANA",), other_names=("antinuclear antibodies",)),
    Entry("fibromyalgia", "fibromyalgia", "Pain.", short_forms=("FM",)),
    Entry("secondary-fibromyalgia", "secondary fibromyalgia", "Pain with another illness."),
    Entry("immune-cell", "immune cell", "A cell of defence."),
    Entry("anti-inflammatory", "anti-inflammatory", "Calming."),
    Entry("gut", "gut", "The bowel."),
    Entry("biopsy", "biopsy", "A sample."),
    Entry("diagnosis", "diagnosis", "Finding out."),
    Entry("pain", "pain", "It hurts.", mark="asked"),
)
TERMS = Terms(ENTRIES)


def found(text: str, *taken: Span) -> list[tuple[str, str]]:
    """Return the words that are marked in a paragraph, and their entries."""
    block = TERMS.mark(Block("a.1", "paragraph", text, taken))
    return [(text[span.start : span.end], span.value) for span in block.spans if span.kind == "term"]


@pytest.mark.parametrize(
    ("text", "words", "entry"),
    [
        ("the cytokine here", "cytokine", "cytokine"),
        ("Cytokines are", "Cytokines", "cytokine"),
        ("a cytokine's way", "cytokine", "cytokine"),
        ("these cytokines’ ways", "cytokines", "cytokine"),
        ("IL-6 is", "IL-6", "il-6"),
        ("IL6 is", "IL6", "il-6"),
        ("IL 6 is", "IL 6", "il-6"),
        ("IL\u20116 is", "IL\u20116", "il-6"),
        ("IL\u00a06 is", "IL\u00a06", "il-6"),
        ("(IL-6)", "IL-6", "il-6"),
        ("anti-IL-6 drugs", "IL-6", "il-6"),
        ("Interleukin-6, too", "Interleukin-6", "il-6"),
        ("TNF-α and", "TNF-α", "tnf-alpha"),
        ("TNFα and", "TNFα", "tnf-alpha"),
        ("TNF alpha and", "TNF alpha", "tnf-alpha"),
        ("TNF–α and", "TNF–α", "tnf-alpha"),
        ("a PET scan", "PET", "pet"),
        ("two ANAs", "ANAs", "ana"),
        ("Secondary fibromyalgia is", "Secondary fibromyalgia", "secondary-fibromyalgia"),
        ("fi\u00adbro\u00admyalgia", "fi\u00adbro\u00admyalgia", "fibromyalgia"),
        ("immune\u2028cells", "immune\u2028cells", "immune-cell"),
        ("antiinflammatory", "antiinflammatory", "anti-inflammatory"),
        ("Gut feelings", "Gut", "gut"),
        ("three biopsies", "biopsies", "biopsy"),
        ("two diagnoses", "diagnoses", "diagnosis"),
        ("an antinuclear antibody", "antinuclear antibody", "ana"),
    ],
)
def test_a_term_is_found_in_every_regular_form(text: str, words: str, entry: str) -> None:
    assert found(text) == [(words, entry)]


@pytest.mark.parametrize(
    "text",
    ["my pet", "two pets", "il faut", "fm radio", "a painful pain", "cytokinesis", "xcytokine", "cytokine_x", "ILs6a",
     "immune. Cells", "immune, cell", "TNF", "guts2", "GUT", "don’t"],
)  # fmt: skip
def test_what_only_looks_like_a_term_is_not_marked(text: str) -> None:
    assert found(text) == []


def test_the_longest_term_wins() -> None:
    assert found("interleukin-6 and interleukin and IL-6") == [
        ("interleukin-6", "il-6"),
        ("interleukin", "interleukin"),
        ("IL-6", "il-6"),
    ]


@pytest.mark.parametrize("kind", ["link", "cite", "code"])
def test_no_term_inside_links_citations_and_code(kind: str) -> None:
    text = "a cytokine here, a cytokine there"
    assert found(text, Span(2, 10, kind, "x")) == [("cytokine", "cytokine")]  # type: ignore[arg-type]


def test_a_term_may_lie_across_emphasis_but_not_across_the_edge_of_a_link() -> None:
    assert found("immune cells", Span(0, 6, "em")) == [("immune cells", "immune-cell")]
    assert found("immune cells", Span(0, 6, "link", "#x")) == []


def test_headings_code_and_marks_of_evidence_have_no_terms() -> None:
    for kind in ("heading", "code", "evidence", "image"):
        assert TERMS.mark(Block("a.1", kind, "cytokine")).spans == ()


def test_an_author_may_tie_a_word_to_an_entry_or_to_none(tmp_path: Path) -> None:
    guide = compiled(
        tmp_path,
        article_md='[Hurting]{term=pain}, [cells]{term="immune  Cells"}, [cytokine]{term=none} and [x]{term="what"}.',
        glossary_md="pain\n: It hurts.\n: mark: asked\n\nimmune cell\n: Defence.\n\ncytokine\n: A.",
    )
    (block,) = blocks(guide)
    assert block.text == "Hurting, cells, cytokine and x."
    assert spans(block) == [("Hurting", "term", "pain"), ("cells", "term", "immune-cell")]
    assert said(guide) == ["article.md, line 1: A word is tied to what, which the glossary does not explain."]


def test_terms_of_gist_and_key_points_are_marked(tmp_path: Path) -> None:
    text = "!!! gist\n    A cytokine.\n\n!!! key-points\n    - Cytokines.\n"
    found = blocks(compiled(tmp_path, article_md=text, glossary_md="cytokine\n: A messenger."))
    assert [spans(block, "term") for block in found] == [
        [("cytokine", "term", "cytokine")],
        [("Cytokines", "term", "cytokine")],
    ]


@settings(max_examples=100, deadline=None)
@given(st.text(alphabet="IL6 -α’s\u00ad'cytokine.TNF", max_size=40), st.integers(0, 40), st.integers(0, 40))
def test_marking_changes_no_text_and_nests_no_terms(text: str, start: int, end: int) -> None:
    taken = regular([Span(min(start, end), max(start, end), "link", "#a")], len(text))
    block = TERMS.mark(Block("a.1", "paragraph", text, taken))
    assert block.text == text
    assert block.spans == regular(list(block.spans), len(text))
    assert set(taken) <= set(block.spans)
