"""The claims as rows: found in the text, sorted, filtered, and the sources by what they are found by."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.core import claim_table
from reader.core.claim_table import Row
from reader.core.mentions import Handle, citing, handles
from reader.core.records import Reference
from tests.guides.writing import compiled

ARTICLE = """# One {#one}

Naïve cells wait.[@Key]
{: claims="B" }

Cells talk.
{: claims="A" }

# Two {#two}

Cells talk again.[@Key]
{: claims="A" }
"""
CLAIM = '[[claim]]\nid = "{0}"\nsection = "{1}"\ntext = "{2}"\nlevel = "{3}"\nreason = "{4}"\n'
CLAIMS = "\n".join(
    (
        CLAIM.format("A", "one", "Cells talk.", "weak", "Few studies."),
        CLAIM.format("B", "one", "Naïve cells wait.", "contradicted", "Many studies."),
        CLAIM.format("C", "two", "Ask a doctor.", "advice", "It is safe."),
        CLAIM.format("D", "nowhere", "Bones rest.", "well supported", "All studies."),
    )
)


@pytest.fixture
def rows(tmp_path: Path) -> list[Row]:
    guide = compiled(tmp_path, article_md=ARTICLE, claims_toml=CLAIMS, references_json='[{"id": "Key", "title": "T"}]')
    assert [section.id for section in citing(guide, "Key")] == ["one", "two"]
    assert citing(guide, "Ke") == []
    return claim_table.rows(guide)


def ids(rows: list[Row]) -> str:
    return "".join(row.claim.id for row in rows)


def test_claims_stand_in_the_order_in_which_the_text_first_makes_them(rows: list[Row]) -> None:
    assert ids(rows) == "BACD"
    assert [row.place.block for row in rows] == ["one.2", "one.4", "", ""]
    assert [row.section for row in rows] == ["One", "One", "Two", ""]


def test_they_are_sorted_by_level_by_words_and_backwards(rows: list[Row]) -> None:
    assert ids(claim_table.ordered(rows, "level")) == "DABC"
    assert ids(claim_table.ordered(rows, "claim")) == "CDAB"
    assert ids(claim_table.ordered(rows, "place", backwards=True)) == "DCAB"


def test_they_are_filtered_by_level_and_by_the_beginnings_of_words(rows: list[Row]) -> None:
    every = {"weak", "contradicted", "advice", "well supported"}
    assert ids(claim_table.filtered(rows, every, "NAIVE wai")) == "B"
    assert ids(claim_table.filtered(rows, every, "studies")) == "BAD"
    assert ids(claim_table.filtered(rows, {"advice", "weak"}, "")) == "AC"
    assert claim_table.filtered(rows, every, "ells") == []


def test_levels_are_counted_best_first_and_advice_last(rows: list[Row]) -> None:
    assert list(claim_table.counts(rows)) == ["well supported", "weak", "contradicted", "advice"]


def test_a_source_is_found_by_its_doi_first() -> None:
    source = Reference("K", 1, "T.", doi="10.1/x", pmid="7", url="https://example.org/")
    assert handles(source) == (
        Handle("DOI", "10.1/x"),
        Handle("PubMed", "7"),
        Handle("address", "https://example.org/"),
    )
    assert handles(Reference("K", 1, "T.")) == ()
