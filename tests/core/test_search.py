"""Searching a whole guide."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from reader.core.excerpt import Excerpt
from reader.core.guide import Guide
from reader.core.search import Found, search, similar
from reader.core.text import Place
from reader.core.tokens import joined, tokens, words
from tests.guides.writing import compiled

ARTICLE = """# About pain {#about}

Nerves carry painful signals. Inflammation is one cause.

The blood may hold more IL-6, TNF-α and naïve cells. Parkinson’s disease is not meant here.

# Sleep {#sleep}

Sleep and pain: an anti-inflammatory diet helps nobody with them.

Rest. The pain of sleep is not real.
"""
GLOSSARY = """interleukin-6
: A messenger between cells.
: short: IL-6
: also: interleukin six

nociception
: How nerves carry pain.
"""
REFERENCES = """[{"id": "A1", "title": "Üçeyler on pain", "DOI": "10.1186/x-12",
"issued": {"date-parts": [[2011]]}, "author": [{"family": "Häuser"}]}]"""


@pytest.fixture(scope="module")
def guide(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Guide]:
    made = compiled(
        tmp_path_factory.mktemp("guide"), article_md=ARTICLE, glossary_md=GLOSSARY, references_json=REFERENCES
    )
    yield made
    made.close()


def marked(line: Excerpt) -> list[str]:
    return [line.text[start:end] for start, end in line.marks]


def found(guide: Guide, query: str) -> list[tuple[str, str]]:
    return [(hit.kind, hit.target) for hit in search(guide, query).hits]


def has_a_mark(hit: Found) -> bool:
    return bool(hit.title.marks or hit.excerpt.marks)


def test_terms_and_headings_come_before_running_text(guide: Guide) -> None:
    assert search(guide, "pain").hits[0].title == Excerpt("About pain", ((6, 10),))
    assert found(guide, "sleep")[0] == ("text", "sleep")
    called_so = [bool(hit.title.marks) and not hit.excerpt.marks for hit in search(guide, "pain").hits]
    assert called_so == sorted(called_so, reverse=True)
    assert found(guide, "nociception")[0] == ("glossary", "nociception")


def test_a_hit_in_the_text_says_where_its_first_word_stands(guide: Guide) -> None:
    hit = search(guide, "inflammation").hits[0]
    assert hit.place == Place("about", "about.2", 30)
    assert marked(hit.excerpt) == ["Inflammation"]
    assert hit.title.text == "About pain"


def test_other_forms_of_a_word_are_found_and_marked(guide: Guide) -> None:
    assert "painful" in [word for hit in search(guide, "pains").hits for word in marked(hit.excerpt)]
    assert marked(search(guide, "carrying signal").hits[0].excerpt) == ["carry", "signals"]


@pytest.mark.parametrize("written", ["IL6", "il-6", "IL 6", "interleukin 6", "Interleukin‑6", "interleukin six"])
def test_a_term_is_found_first_however_it_is_written(guide: Guide, written: str) -> None:
    assert found(guide, written)[0] == ("glossary", "interleukin-6")


@pytest.mark.parametrize("written", ["TNF-α", "TNFα", "tnf alpha", "TNF-alpha", "tnfalpha", "tnf-α", "α"])
def test_greek_letters_are_found_by_name_and_sign(guide: Guide, written: str) -> None:
    hit = search(guide, written).hits[0]
    assert hit.place == Place("about", "about.3", hit.excerpt.text.index("α" if written == "α" else "TNF"))


@pytest.mark.parametrize("written", ["anti-inflammatory", "antiinflammatory", "ANTI inflammatory", "antiinfl"])
def test_a_hyphen_makes_no_difference(guide: Guide, written: str) -> None:
    assert search(guide, written).hits[0].excerpt.text.startswith("Sleep and pain")


def test_accents_make_no_difference(guide: Guide) -> None:
    assert found(guide, "naive") == found(guide, "NAÏVE") != []
    assert found(guide, "uceyler hauser") == [("reference", "A1")]


def test_a_reference_is_found_by_its_doi(guide: Guide) -> None:
    assert found(guide, "10.1186/x-12") == [("reference", "A1")]


def test_the_phrase_comes_before_its_words_apart(guide: Guide) -> None:
    hits = search(guide, "pain of sleep").hits
    assert marked(hits[0].excerpt) == ["pain", "of", "sleep"]


def test_the_entry_of_that_very_name_is_first(tmp_path: Path) -> None:
    names = "\n".join(f": also: name{n} of the same thing" for n in range(20))
    glossary = f"pain map\n: A map.\n\npain\n: It hurts.\n{names}\n"
    guide = compiled(tmp_path, article_md="# Pain {#p}\n\nPain.\n", glossary_md=glossary)
    assert found(guide, "pain")[:3] == [("glossary", "pain"), ("glossary", "pain-map"), ("text", "p")]
    guide.close()


def test_the_phrase_beats_a_shorter_text_with_the_words_in_another_order(tmp_path: Path) -> None:
    long = "We say much more than that here, and all of it at great length: it is deep sleep that helps most people."
    guide = compiled(tmp_path, article_md=f"# A\n\nSleep, sleep, deep.\n\nSleep: deep.\n\n{long}\n")
    first, *_ = search(guide, "deep sleep").hits
    assert "deep sleep that" in first.excerpt.text
    guide.close()


def test_where_nothing_has_all_words_some_are_enough_and_that_is_said(guide: Guide) -> None:
    results = search(guide, "nerves parkinson")
    assert not results.has_all_words
    assert {word for hit in results.hits for word in marked(hit.excerpt)} >= {"Nerves", "Parkinson"}
    assert search(guide, "nerves signals").has_all_words


@given(st.text(alphabet="aB1- '’sé²\n") | st.text())
def test_the_index_and_the_marks_see_the_same_words(text: str) -> None:
    found = list(tokens(text))
    assert words(text) == ([token.word for token in found], [token.word for token in joined(text, found)])
    assert all(text[token.start : token.end].strip() for token in found)


def test_words_of_the_guide_are_offered_for_one_that_it_has_not(guide: Guide) -> None:
    assert search(guide, "inflamation").total == 0
    assert similar(guide, "inflamation") == ["inflammation"]


def test_no_more_hits_than_asked_for_but_all_are_counted(guide: Guide) -> None:
    results = search(guide, "pain", limit=2)
    assert (len(results.hits), results.total) == (2, 6)


def test_a_word_deep_in_a_long_paragraph_is_found_where_it_stands(tmp_path: Path) -> None:
    text = "filler " * 2000
    guide = compiled(tmp_path, article_md=f"# A {{#a}}\n\n{text}needle {text}")
    hit = search(guide, "needle").hits[0]
    assert hit.place == Place("a", "a.2", len(text))
    assert marked(hit.excerpt) == ["needle"]
    guide.close()


def test_a_guide_in_another_language_has_no_english_stems(tmp_path: Path) -> None:
    guide = compiled(tmp_path, article_md="# A\n\ndie Tanten, das Wandern", guide_toml='language = "de"')
    assert search(guide, "wandering").total == 0
    assert search(guide, "wander").total == 1
    guide.close()


@pytest.mark.slow
def test_every_beginning_of_every_word_of_the_bundled_guide_finds_it(bundled: Guide) -> None:
    bodies = [bundled.blocks(section.id) for section in bundled.outline]
    written = sorted({word for blocks in bodies for block in blocks for word in re.findall(r"\w[\w'’-]*", block.text)})
    asked = 0
    for word in written[::7]:  # each seventh: the whole guide takes half a minute
        for end in range(1, len(word) + 1):
            asked += 1
            assert any(has_a_mark(hit) for hit in search(bundled, word[:end], limit=1).hits), word[:end]
    assert asked > 800


@pytest.mark.slow
@given(
    st.text()
    | st.lists(st.sampled_from(["pain", "sle", '"', "NEAR(", "*", "-", ":", "^", "\0", "AND", "IL-6", "α", "🙂"])).map(
        " ".join
    )
)
@example("pain AND NOT sleep")
@example('head : "pain"')
@example("NEAR(pain sleep, 2)")
@example("^pain*")
@example("'; DROP TABLE passage; --")
@example("\ud800 pain\0")
@example("pain " * 20_000)
@example("p" * 100_000)
@example("-" * 100_000)
@example("a-" * 50_000)
def test_whatever_is_typed_every_hit_has_a_match(guide: Guide, query: str) -> None:
    results = search(guide, query)
    assert all(has_a_mark(hit) for hit in results.hits)
    assert results.total >= len(results.hits)
    similar(guide, query[:50])
