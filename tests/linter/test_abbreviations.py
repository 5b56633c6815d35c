"""Short forms: which a text uses before it says what they stand for, and where."""

from __future__ import annotations

import pytest

from reader.linter.words.abbreviations import undefined_abbreviations


def undefined(*texts: str, known: set[str] | None = None) -> list[str]:
    """Return the short forms that texts do not explain."""
    return [each.short for each in undefined_abbreviations(texts, known or set())]


def test_a_short_form_is_told_once_where_it_is_first_used() -> None:
    texts = ["Pain is real.", "Many have FM. FM hurts.", "FM again."]
    [found] = undefined_abbreviations(texts)
    assert (found.text, found.short) == (1, "FM")
    assert texts[1][found.start : found.end] == "FM"
    assert found.start == len("Many have ")


@pytest.mark.parametrize(
    "text",
    [
        "Fibromyalgia (FM) hurts. FM is real.",
        "FM (fibromyalgia) hurts.",
        "Scans with magnets (MRI) show it.",
        "One is interleukin 6 (IL-6). IL-6 rises.",
        "See PBMCs (peripheral blood mononuclear cells). A PBMC is one of them.",
        "Pain pills (also called NSAIDs) help. An NSAID helps.",
        "PET (short for positron emission tomography) shows it.",
    ],
)
def test_brackets_explain_a_short_form(text: str) -> None:
    assert undefined(text) == []


def test_an_explanation_counts_from_its_sentence_on() -> None:
    assert undefined("We tested PBMCs. These blood cells (PBMCs) react.") == ["PBMCs"]
    assert undefined("Blood cells (PBMCs) react.", "Each PBMC is one.") == []


def test_brackets_that_do_not_spell_it_explain_nothing() -> None:
    assert undefined("IL-6 (high in blood) rose.") == ["IL-6"]
    assert undefined("PET ( ) shows it, and so does MRI (the best).") == ["PET", "MRI"]
    assert undefined("Some messengers (IL-6, TNF-α) rose.") == ["IL-6", "TNF-α"]


def test_what_the_glossary_knows_needs_no_explanation() -> None:
    known = {"FM", "IL", "PBMC", "ME/CFS", "5-HT"}
    assert undefined("FM, FM-related pain, IL-6, IL-1β, PBMCs, ME/CFS and 5-HT.", known=known) == []
    assert undefined("ME alone.", known=known) == ["ME"]


@pytest.mark.parametrize("short", ["FM", "NSAIDs", "PBMC", "IL-6", "TNF-α", "IgG", "mRNA", "5-HT", "hsCRP", "COVID-19"])
def test_these_are_short_forms(short: str) -> None:
    assert undefined(f"We measured {short} twice.") == [short]


@pytest.mark.parametrize(
    "word",
    [
        "It",
        "I",
        "NOT",
        "McLaughlin",
        "PubMed",
        "YouTube",
        "IV",
        "VIII",
        "B12",
        "kD",
        "IMPORTANT",
        "U.S.",
        "O’Brien",
        "OK",
        "TVs",
        "UK",
    ],
)
def test_these_are_none(word: str) -> None:
    assert undefined(f"We saw {word} twice.") == []


def test_a_line_in_capitals_is_none() -> None:
    assert undefined("WHEN TO SEE A DOCTOR") == []
