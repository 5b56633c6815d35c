"""The search box of the glossary."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.core.glossary_search import Matches, find
from reader.core.guide import Guide
from tests.guides.writing import compiled

GLOSSARY = """
pain
: What hurts.

painkiller
: A drug against it.

nociceptor
: A nerve that tells of harm.
: also: pain-sensing nerve

chronic pain
: What hurts for months.

IL-6
: A messenger of inflammation.
: short: IL6
: also: interleukin-6

allodynia
: Feeling pain from a light touch, as some people do.

small-fibre neuropathy
: Damage of thin nerves.

TNF-α
: A messenger.
"""


@pytest.fixture(scope="module")
def guide(tmp_path_factory: pytest.TempPathFactory) -> Guide:
    """Return a guide with a glossary."""
    return compiled(tmp_path_factory.mktemp("guide"), glossary_md=GLOSSARY)


def told(matches: Matches) -> list[tuple[str, str]]:
    """Return the terms and how they were found."""
    return [(each.term, each.how) for each in matches.found]


def test_terms_that_begin_so_come_before_other_names_and_explanations(guide: Guide) -> None:
    assert told(find(guide, "pai")) == [
        ("pain", "term"),
        ("painkiller", "term"),
        ("nociceptor", "name"),
        ("chronic pain", "name"),
        ("allodynia", "definition"),
    ]


@pytest.mark.parametrize(
    ("typed", "term", "how", "reason"),
    [
        ("A", "allodynia", "term", "one letter, a capital"),
        ("il 6", "IL-6", "term", "a space for the hyphen"),
        ("smallfib", "small-fibre neuropathy", "term", "no hyphen"),
        ("tnf al", "TNF-α", "term", "the name of a Greek letter, half typed"),
        ("interl", "IL-6", "name", "another name"),
        ("sensing", "nociceptor", "name", "a later word of another name"),
        ("neurop", "small-fibre neuropathy", "name", "a later word of the term"),
        ("neuropathy small", "small-fibre neuropathy", "name", "the words of the term in another order"),
        ("touch", "allodynia", "definition", "a word of the explanation"),
        ("touches", "allodynia", "definition", "another form of a word of the explanation"),
        ("messengers of infl", "IL-6", "definition", "several words of the explanation, the last half typed"),
        ("noiceptor", "nociceptor", "alike", "letters changed about"),
        ("alod", "allodynia", "alike", "a letter left out while one types"),
        ("nueropathy", "small-fibre neuropathy", "alike", "a mistake in a later word"),
    ],
)
def test_an_entry_is_found_and_why_is_told(guide: Guide, typed: str, term: str, how: str, reason: str) -> None:
    assert told(find(guide, typed))[:1] == [(term, how)], reason


@pytest.mark.parametrize("typed", ["", " ", "zzz", "—", '"', "*", "qwertyuiop", "NOT", "x" * 10_000, "a b " * 10_000])
def test_what_fits_nothing_finds_nothing(guide: Guide, typed: str) -> None:
    assert find(guide, typed) == Matches((), 0)


def test_the_other_name_and_the_words_of_the_explanation_are_shown_with_marks(guide: Guide) -> None:
    name = find(guide, "interl").found[0].said
    assert (name.text, name.marks) == ("interleukin-6", ((0, 11),))
    said = find(guide, "touch").found[0].said
    assert [said.text[start:end] for start, end in said.marks] == ["touch"]
    assert find(guide, "neurop").found[0].said.text == ""  # it is the term itself


def test_what_is_alike_is_not_told_beside_what_begins_so(guide: Guide) -> None:
    assert told(find(guide, "painki")) == [("painkiller", "term")]


def test_no_more_are_told_of_than_asked_for_but_all_are_counted(guide: Guide) -> None:
    few = find(guide, "pai", limit=2)
    assert [each.term for each in few.found] == ["pain", "painkiller"]
    assert few.total == 5


def test_text_of_the_article_is_not_among_the_entries(tmp_path: Path) -> None:
    guide = compiled(tmp_path, article_md="# Pain\n\npain\n", glossary_md="word\n: Said.\n")
    assert find(guide, "pain") == Matches((), 0)
    assert find(compiled(tmp_path / "none"), "pain") == Matches((), 0)
    assert find(compiled(tmp_path / "nothing"), "") == Matches((), 0)
