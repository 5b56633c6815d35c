"""Which words of a text are marked as terms."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from reader.compiler import term_trie
from reader.compiler.blocks import regular
from reader.compiler.terms import Terms
from reader.core.mentions import mentioning
from reader.core.records import Entry
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


def test_a_tie_wins_over_what_would_be_found(tmp_path: Path) -> None:
    guide = compiled(
        tmp_path,
        article_md="The [immune]{term=cytokine} cells, *the [lupus]{term=none} here*, [IL-6 → ?!]{term=cytokine}.\n\n"
        "# A [cytokine]{term=cytokine} {#a}\n\nText.",
        glossary_md="cytokine\n: A messenger.\n\nimmune cell\n: A cell.\n\nlupus\n: An illness.",
    )
    first, _ = blocks(guide)
    heading, _ = guide.blocks("a")
    assert spans(first, "term") == [("immune", "term", "cytokine"), ("IL-6 → ?!", "term", "cytokine")]
    assert spans(heading, "term") == []


def test_a_sign_that_ends_a_symbol_makes_another_entry(tmp_path: Path) -> None:
    guide = compiled(
        tmp_path,
        article_md='A CD8+ or CD8- cell, [this]{term=CD8-} and [that]{term="CD8⁺"}; a CD4- one, [or]{term=CD4-}.',
        glossary_md="CD8+\n: With it.\n: see: CD8-\n\nCD8-\n: Without it.\n: see: CD8\u207a\n\nCD4+\n: More.",
    )
    assert [problem.message for problem in guide.problems] == [
        "A word is tied to CD4-, which the glossary does not explain."
    ]
    (first,) = blocks(guide)
    assert [(said, value) for said, _, value in spans(first, "term")] == [
        ("CD8", "cd-8+"), ("CD8", "cd-8-"), ("this", "cd-8-"), ("that", "cd-8+")
    ]  # fmt: skip
    for one, other in (("cd-8+", "cd-8-"), ("cd-8-", "cd-8+")):
        entry = guide.entry(one)
        assert entry is not None
        assert entry.see_also == (other,)


GLOSSARY = """
pain
: It hurts.
: mark: once

lupus
: An illness.

gut
: The bowel.
: mark: asked

rash
: Spots.
: mark: never
"""


def test_an_everyday_word_is_marked_once_and_every_use_counts(tmp_path: Path) -> None:
    article = """
# Pain {#a}

Lupus brings pain and pain, a rash. My gut.

# Lupus {#b}

More pain, a [gut]{term=gut}, a rash, lupus, lupus. [Pain]{term=pain} is real.
"""
    guide = compiled(tmp_path, article_md=article, glossary_md=GLOSSARY)
    _, first = guide.blocks("a")
    _, second = guide.blocks("b")
    assert [word for word, *_ in spans(first, "term")] == ["Lupus", "pain"]
    assert [word for word, *_ in spans(second, "term")] == ["gut", "lupus", "lupus", "Pain"]
    used = {entry: [(each.section.id, each.times) for each in mentioning(guide, entry)] for entry, _ in guide.terms}
    assert used == {
        "gut": [("a", 1), ("b", 1)],
        "lupus": [("a", 1), ("b", 2)],
        "pain": [("a", 2), ("b", 2)],
        "rash": [("a", 1), ("b", 1)],
    }
    (place,) = [each.first for each in mentioning(guide, "gut") if each.section.id == "a"]
    assert (place.block, first.text[place.offset :]) == (first.id, "gut.")


def test_a_word_that_its_author_tied_first_is_not_marked_once_more(tmp_path: Path) -> None:
    text = "It [hurts]{term=pain}, so pain is real."
    (block,) = blocks(compiled(tmp_path, article_md=text, glossary_md=GLOSSARY))
    assert spans(block, "term") == [("hurts", "term", "pain")]


def test_a_definition_leads_to_other_entries_once_each_and_not_to_parts_of_their_terms() -> None:
    definition = "Secondary fibromyalgia, and the gut; a cytokine or cytokines, guts, with pain."
    entry = Entry("cytokine", "cytokine", definition)
    found = [(definition[start:end], entry) for start, end, entry in TERMS.within(entry)]
    assert found == [("Secondary fibromyalgia", "secondary-fibromyalgia"), ("gut", "gut")]


def test_of_two_entries_with_the_same_form_the_first_counts() -> None:
    entries = [Entry("a", "shared name", "A."), Entry("b", "other", "B.", other_names=("shared-names",))]
    block = Block("a.1", "paragraph", "a shared name, shared names")
    for order, winners in ((entries, ["a", "b"]), (entries[::-1], ["a", "b"])):  # what is written so comes before
        assert [span.value for span in Terms(order).mark(block).spans] == winners


def test_a_term_comes_before_another_entrys_other_name_in_any_order() -> None:
    nerve = Entry("nerve", "nerve", "A.", other_names=("wire",))
    wire = Entry("wire", "wire", "B.", short_forms=("W2",))
    cable = Entry("cable", "cable", "C.", other_names=("W2",))
    for order, short in (((nerve, wire, cable), "wire"), ((cable, wire, nerve), "cable")):
        terms = Terms(order)
        assert [span.value for span in terms.mark(Block("a.1", "paragraph", "wire, W2")).spans] == ["wire", short]
        assert (terms.named("wires"), terms.named("W2")) == ("wire", short)


def test_an_added_term_comes_after_what_the_guides_own_entries_are_also_called() -> None:
    terms = Terms([Entry("nerve", "nerve", "A.", other_names=("wire",)), Entry("wire", "wire", "B.", glossary="More")])
    assert [span.value for span in terms.mark(Block("a.1", "paragraph", "wire")).spans] == ["nerve"]


def test_a_longer_term_that_is_never_marked_keeps_the_shorter_in_it_unmarked() -> None:
    terms = Terms([Entry("pain", "pain", "A."), Entry("pain-au-lait", "pain au lait", "B.", mark="never")])
    assert terms.mark(Block("a.1", "paragraph", "pain au lait")).spans == ()


def test_a_word_may_end_where_a_citation_begins_and_not_where_a_link_does() -> None:
    assert found("a cytokine12", Span(10, 12, "cite", "x")) == [("cytokine", "cytokine")]
    assert found("a cytokines", Span(10, 11, "link", "#x")) == []


@pytest.mark.slow
@pytest.mark.parametrize(
    "terms",
    [
        [f"acute {number} pain" for number in range(20_000)],
        [" ".join("ab"[number >> place & 1] * 3 for place in range(12)) for number in range(4096)],
        ["a " * 30 + "b", "aaa " * 15 + "b", "axes " * 12 + "b", "x" * 200, "-".join(["aaa"] * 16)],
        [" ".join(("axis", "axe")[number >> place & 1] for place in range(10)) for number in range(1024)],
    ],
    ids=["one beginning", "all of two words", "long", "all of two readings"],
)
def test_a_hostile_glossary_costs_no_more_than_its_size(terms: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    ready = Terms(Entry(str(number), term, "A.") for number, term in enumerate(terms))
    steps = 0
    step = term_trie._further

    def counted(*args: Any) -> Any:
        nonlocal steps
        steps += 1
        return step(*args)

    monkeypatch.setattr(term_trie, "_further", counted)
    for text in ("acute " * 2000, "aaa " * 2000, "axes " * 2000, "a-" * 2000, "x" * 2000, "'" * 2000):
        steps = 0
        ready.mark(Block("a.1", "paragraph", text))
        assert steps <= 2000 * (1 + term_trie.LONGEST * 8)


FRAGMENTS = st.sampled_from(
    ["IL", "6", " ", "-", "α", "’s", "\u00ad", "'", "cytokine", "s", ".", "TNF", "immune", "cells", "\u200b", "anti",
     "\u2028", "inflammatory", "gut", "secondary", "fibromyalgia", "ANA", "\u0301", "_", "\u05d0", "\u7d30"]
)  # fmt: skip
TEXTS = st.lists(FRAGMENTS, max_size=25).map("".join)
KINDS = st.sampled_from(["link", "code", "cite", "em"])


@pytest.mark.slow
@settings(max_examples=200, deadline=None)
@given(TEXTS, st.integers(0, 60), st.integers(0, 60), KINDS)
@example("IL'\u00adIL", 0, 0, "link")
def test_marking_changes_no_text_and_nests_no_terms(text: str, start: int, end: int, kind: Any) -> None:
    taken = regular([Span(min(start, end), max(start, end), kind, "#a")], len(text))
    block = TERMS.mark(Block("a.1", "paragraph", text, taken))
    assert block.text == text
    assert block.spans == regular(list(block.spans), len(text))
    assert set(taken) <= set(block.spans)
    apart = [span for span in block.spans if span.kind != "em"]
    assert all(before.end <= after.start for before, after in pairwise(apart))
    assert TERMS.mark(block) == block


@settings(max_examples=50, deadline=None)
@given(TEXTS, st.permutations(ENTRIES))
def test_the_order_of_entries_that_share_no_name_does_not_matter(text: str, entries: list[Entry]) -> None:
    block = Block("a.1", "paragraph", text)
    assert Terms(entries).mark(block) == TERMS.mark(block)
