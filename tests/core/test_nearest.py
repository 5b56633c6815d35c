"""The nearest entries, for words that no entry is called."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.core.guide import Guide
from reader.core.nearest import nearest
from tests.guides.writing import compiled

TERMS = (
    "cytokine", "cytokine receptor", "fibromyalgia", "interleukin", "IL-6", "IL-10", "autoimmunity", "pain", "blood",
    "small-fibre neuropathy", "chronic fatigue syndrome", "syndrome", "Sjögren syndrome", "TNF-α", "CRP", "tissue",
    "immune system", "antibody",
)  # fmt: skip


@pytest.fixture(scope="module")
def guide(tmp_path_factory: pytest.TempPathFactory) -> Guide:
    """Return a guide with a glossary."""
    glossary = "\n".join(f"{term}\n: Said in a few words.\n" for term in TERMS)
    glossary += "\ncortisol\n: A hormone.\n: also: stress hormone, hormone of the glands\n\nrisk factor\n: A risk.\n"
    glossary += "\nevidence level\n: How sure.\n: also: strength of evidence\n\nlink\n: A tie.\n: also: goes with\n"
    glossary += "\ninformation technology\n: Computers.\n: short: IT\n: also: interleukin-99\n"
    return compiled(tmp_path_factory.mktemp("guide"), glossary_md=glossary)


@pytest.mark.parametrize(
    ("written", "first", "reason"),
    [
        ("cytokin", "cytokine", "a letter left out"),
        ("citokine", "cytokine", "a letter put for another"),
        ("cytokkine", "cytokine", "a letter too many"),
        ("cytoknie", "cytokine", "two letters changed about"),
        ("sytokine", "cytokine", "the first letter wrong"),
        ("Fybromyalgia", "fibromyalgia", "capitals and a letter"),
        ("fybromy", "fibromyalgia", "the beginning of a word, with a mistake"),
        ("fibro", "fibromyalgia", "the beginning of a word"),
        ("interlukin", "interleukin", "a letter left out of a long word"),
        ("interlukin 99", "information technology", "another name, with a number"),
        ("IL-16", "IL-10", "a symbol that has others like it"),
        ("auto imunity", "autoimmunity", "a space and a letter"),
        ("Sjorgen syndrome", "Sjögren syndrome", "no accent, and letters changed about"),
        ("pian", "pain", "letters of a short word changed about"),
        ("neuropaty", "small-fibre neuropathy", "a later word of a term"),
        ("cronic fatige syndrome", "chronic fatigue syndrome", "nearly the whole phrase comes before a word inside it"),
        ("raised cytokines in blood", "cytokine", "a word inside a phrase, inflected"),
        ("a chronic fatigue syndrome of children", "chronic fatigue syndrome", "the longest term inside a phrase"),
        ("severe fibromyalgya everywhere", "fibromyalgia", "a phrase of which one word is nearly a term"),
        ("neur", "small-fibre neuropathy", "the beginning of a later word"),
        ("crp levels", "CRP", "a symbol inside a phrase, in small letters"),
    ],
)
def test_the_nearest_entry_is_the_one_that_was_meant(guide: Guide, written: str, first: str, reason: str) -> None:
    found = [near.entry.term for near in nearest(guide, written)]
    assert found[:1] == [first], reason


@pytest.mark.parametrize(
    "written",
    [
        "zzz",
        "asdf",
        "qwertyuiop",
        "",
        "?",
        "x",
        "how it is",
        "the",
        "with",
        "of the",
        "that",
        "doctor",
        "rain",
        "bair",
        "x" * 10_000,
        "x y " * 5000,
        "0 1 2 3",
    ],
)
def test_nothing_is_near_to_what_is_no_word(guide: Guide, written: str) -> None:
    assert nearest(guide, written) == ()


def test_what_was_found_by_another_name_is_said_with_it(guide: Guide) -> None:
    assert [(near.entry.term, near.name) for near in nearest(guide, "stres")] == [("cortisol", "stress hormone")]
    assert [(near.entry.term, near.name) for near in nearest(guide, "the stress hormones here")] == [
        ("cortisol", "stress hormone")
    ]
    assert {near.name for near in nearest(guide, "fibro")} == {""}


def test_entries_inside_a_phrase_come_one_after_the_other_the_longest_first(guide: Guide) -> None:
    found = nearest(guide, "blood tests for chronic fatigue syndrome and pain")
    assert [near.entry.term for near in found] == ["chronic fatigue syndrome", "blood", "pain"]


def test_what_is_much_less_alike_than_the_nearest_is_left_out(guide: Guide) -> None:
    assert [near.entry.term for near in nearest(guide, "antibodi")] == ["antibody"]


def test_there_are_as_many_as_asked_for(guide: Guide) -> None:
    assert len(nearest(guide, "cytokin", count=1)) == 1
    assert len(nearest(guide, "cytokin")) == 2


def test_a_guide_without_a_glossary_has_nothing_near(tmp_path: Path) -> None:
    assert nearest(compiled(tmp_path), "cytokine") == ()
