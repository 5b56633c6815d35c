"""Sentences and words: where they begin and end in a text, whatever stops stand in it."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.linter.words.sentences import sentences

BREAK = "\u2028"


def split(text: str) -> list[str]:
    """Return the sentences of a text."""
    return [text[each.start : each.end] for each in sentences(text)]


def words(text: str) -> list[str]:
    """Return the words of a text."""
    return [word.text for each in sentences(text) for word in each.words]


# A stroke stands where one sentence ends and the next begins.
TEXTS = [
    "Pain is real. | It is not your fault.",
    "Why me? | Nobody knows! | Rest.",
    "The dose was 0.5 mg. | It rose to 2.5 mg by day 3. | Two people left.",
    "Ask Dr. Smith, Prof. Lee or Mrs. Jones. | They know.",
    "Some drugs, e.g. Aspirin, help. | Others, i.e. Opioids, do not.",
    "Rest vs. Exercise was compared in approx. 40 people. | See Fig. 2 and No. 5, p. 3. | No. | We did not.",
    "Wolfe et al. 2016 say so. | Others disagree, et al. | We do, too.",
    "It began on Jan. 5. | It ended in Jan. | Nobody knew.",
    "It is open from 9 a.m. to 5 p.m. on weekdays. | It closes at 5 p.m. | Come early.",
    "J. K. Rowling and Harry J. Smith wrote it. | By J. Smith. | It is long.",
    "She takes vitamin C. | Oranges have it. | So does hepatitis B. | The rest do not.",
    "Nerves release substance P. | It carries pain. | Substance P. | It is a messenger.",
    "The U.S. Army uses it. | So does the U.K. | We do, too.",
    "One messenger is IL-6. | IL-8 is another. | TNF-α is a third.",
    "Well… | That is all. | Or is it...? | Perhaps... | We wait.",
    "It hurts ... and then it stops. | It may … come back.",
    "“It hurts.” | She sat down. | (See below.) | [It is true!] | He said: “Go.”",
    "“Does it hurt?” she asked. | “Yes!” said he.",
    "Studies disagree (see Smith et al.). | More work is needed (0.5 per cent). | Wait.",
    "mTOR acts in cells. | mTOR was found late. | pH matters.",
    "1. Rest when you can. | 2. Move a little.",
    "Take 3. | Then wait.",
    "Sleep badly and wake up tired",
    "Pain: it comes and goes; nobody knows why.",
    f"Charity House {BREAK}| 12 Long Lane {BREAK}| Call us. {BREAK}| We help.",
    f"A line that goes{BREAK}on below. | Next.",
    "Wow!!! | Really?! | Yes.",
    "Is it “real”? | Yes (it is).",
    "It may be so.And it may not.",  # no white space, no end
]


@pytest.mark.parametrize("marked", TEXTS)
def test_a_text_is_cut_where_a_reader_would_pause(marked: str) -> None:
    text = marked.replace("| ", "")
    assert split(text) == [each.strip() for each in marked.split("|")]


def test_what_has_no_word_is_no_sentence() -> None:
    assert sentences("") == sentences(" … ?! — ") == []
    assert split("… Yes. !!! No.") == ["… Yes.", "!!! No."]


def test_compounds_contractions_numbers_and_short_forms_are_one_word_each() -> None:
    text = "Long-term pain isn’t “just” 1,000 units (5-HT, ME/CFS, 2–4, 0.5%, £5, 37°) of TNF-α."
    assert words(text) == [
        *("Long-term", "pain", "isn’t", "just", "1,000", "units"),
        *("5-HT", "ME/CFS", "2–4", "0.5%", "£5", "37°", "of", "TNF-α"),
    ]


def test_dashes_and_ellipses_part_words() -> None:
    assert words("pain—real pain – and…fear - of it") == ["pain", "real", "pain", "and", "fear", "of", "it"]


def test_letters_of_any_script_make_words() -> None:
    assert words("Schmerz über naïve Ödeme — боль") == ["Schmerz", "über", "naïve", "Ödeme", "боль"]


@given(st.text(alphabet="aZ1 .?!…()“”’-—\u2028\n", max_size=80))
def test_every_word_stands_once_in_its_place(text: str) -> None:
    found = sentences(text)
    ends = [0]
    for sentence in found:
        assert sentence.words
        for word in sentence.words:
            assert ends[-1] <= word.start < word.end
            assert text[word.start : word.end] == word.text
            ends.append(word.end)
        assert sentence.start <= sentence.words[0].start
        assert sentence.words[-1].end <= sentence.end
        assert text[sentence.start : sentence.end].strip() == text[sentence.start : sentence.end]
    letters = sum(letter.isalnum() for letter in text)
    assert sum(letter.isalnum() for sentence in found for word in sentence.words for letter in word.text) == letters


@pytest.mark.parametrize("unit", [".", "a.)", "A. ", "?! ", "(", "a", "a-", "1,", "”"])
def test_no_text_takes_longer_than_its_length(unit: str) -> None:
    text = unit * 50_000 + "x"
    begun = time.perf_counter()
    sentences(text)
    assert time.perf_counter() - begun < 10  # 0.5 s; with time that grows by the square, a minute
