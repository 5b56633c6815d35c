"""Readability: the formulas against examples from print, and the counts that they are made from."""

from __future__ import annotations

import time

import pytest

from reader.linter.words.readability import Score, Scores, score
from reader.linter.words.sentences import sentences
from reader.linter.words.syllables import Syllables


def scores(text: str, *terms: str) -> Scores:
    """Return the scores of a text in which these words are glossary terms."""
    places = sorted((text.index(term), text.index(term) + len(term)) for term in terms)
    return score(sentences(text), Syllables({}), places)


def test_the_grade_and_ease_of_a_sentence_from_print() -> None:
    """The example of the encyclopedia article on these tests: 13 words, 24 syllables, grade 11.3.

    Source: Wikipedia, "Flesch-Kincaid readability tests". The ease was computed by hand from the printed formula.
    """
    platypus = scores("The Australian platypus is seemingly a hybrid of a mammal and reptilian creature.").whole
    assert platypus[:3] == (1, 13, 24)
    assert platypus.grade == pytest.approx(11.3, abs=0.05)
    assert platypus.ease == pytest.approx(206.835 - 1.015 * 13 - 84.6 * 24 / 13)


@pytest.mark.parametrize(
    ("counts", "grade", "ease"),
    [
        (Score(1, 1, 1), -3.40, 121.22),  # the lowest grade and highest ease there are
        (Score(1000, 5700, 5814), -1.3, None),  # "Green Eggs and Ham": 5.7 words a sentence, 1.02 syllables a word
        (Score(5, 100, 150), 9.91, 59.635),  # by hand, from the formulas in Code of Maryland Regulations 31.10.02.03
    ],
)
def test_grades_and_eases_from_counts(counts: Score, grade: float, ease: float | None) -> None:
    """The first two are from Wikipedia, as above, which says where it has them from."""
    assert counts.grade == pytest.approx(grade, abs=0.05)
    if ease is not None:
        assert counts.ease == pytest.approx(ease, abs=0.005)


def test_the_smog_grade_of_the_papers_example() -> None:
    """95 polysyllables in 30 sentences: the nearest perfect square is 100, so grade 10 + 3 (McLaughlin 1969, 639)."""
    grade = Score(30, 600, 900, 95).smog
    assert grade is not None
    assert round(grade) == 13


@pytest.mark.parametrize(
    ("fewest", "most", "grade"),
    [(7, 12, 6), (13, 20, 7), (21, 30, 8), (31, 42, 9), (43, 56, 10), (57, 72, 11), (73, 90, 12), (111, 132, 14)],
)
def test_smog_grades_agree_with_the_table_for_counting_by_hand(fewest: int, most: int, grade: int) -> None:
    """The conversion table, as Hunter College, New York, prints it; it rounds, so that a grade covers a span of one."""
    middle = Score(30, 600, 900, (fewest + most) // 2).smog
    assert middle is not None
    assert abs(middle - grade) < 0.9


def test_smog_is_the_same_for_any_number_of_sentences_like_these() -> None:
    assert Score(10, 200, 300, 20).smog == Score(30, 600, 900, 60).smog == pytest.approx(1.0430 * 60**0.5 + 3.1291)


def test_a_text_without_words_has_no_grade() -> None:
    for text in ("", "… — !"):
        empty = scores(text).whole
        assert empty == Score(0, 0, 0, 0)
        assert (empty.grade, empty.ease, empty.smog, empty.mean_sentence) == (None, None, None, None)


def test_counts_of_sections_add_up_to_those_of_the_whole() -> None:
    first, second = "Pain is real. It is not your fault.", "Fibromyalgia is chronic."
    parts = [scores(first), scores(second)]
    assert sum(parts, Scores()) == scores(f"{first} {second}")
    assert parts[0].whole + parts[1].whole == Score(3, 11, 16, 1)
    assert scores(first).whole.mean_sentence == 4


def test_each_term_counts_as_one_word_of_two_syllables_in_the_second_score() -> None:
    text = "Fibromyalgia may raise the signalling molecules in anti-cytokine cells. It is real."
    with_terms, without = scores(text, "Fibromyalgia", "signalling molecules", "cytokine")
    assert with_terms == Score(2, 12, 24, 4)
    assert without == Score(2, 11, 14, 0)
    assert scores(text).whole == scores(text).without_terms == with_terms


def test_a_term_that_runs_on_into_the_next_sentence_counts_in_both() -> None:
    text = "It is type 1. Type 2 is rare."
    assert scores(text, "type 1. Type 2").without_terms == Score(2, 6, 8, 0)


def test_a_hundred_thousand_words_take_no_time_to_speak_of() -> None:
    text = "The immune system may respond more weakly in fibromyalgia, but no one has shown why it does so. " * 100
    counted = sentences(text)
    places = [(place, place + 12) for place in range(0, len(text), 100)]
    syllables = Syllables({})
    begun = time.perf_counter()
    whole = sum((score(counted, syllables, places) for _ in range(56)), Scores()).whole
    assert whole.words > 100_000
    assert time.perf_counter() - begun < 5  # 0.2 s on an idle machine
