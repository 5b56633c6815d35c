"""The folding of words: what does not tell them apart is taken away, and what does stays."""

from __future__ import annotations

import pytest

from reader.core.letters import folded_words, level, name_key


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("œdema, Æther", "oedema aether"),
        ("vitamin B₁₂", "vitamin b 12"),
        ("γδ T cell", "gamma delta t cell"),
        ("cyto\u200bkine", "cytokine"),
        ("cyto\u2060kine\u200e", "cytokine"),
        ("Crohn\u02bcs disease", "crohn disease"),
        ("\uff29\uff2c\uff0d\uff16", "il 6"),
        ("Sjo\u0308gren", "sjogren"),
        ("\u05e9\u05b8\u05c1\u05dc\u05d5\u05b9\u05dd", "\u05e9\u05dc\u05d5\u05dd"),
        ("\u0645\u064e\u0646\u0627\u0639\u0629", "\u0645\u0646\u0627\u0639\u0629"),
    ],
    ids=[
        "ligatures",
        "lowered",
        "Greek pair",
        "zero width",
        "joiner",
        "apostrophe",
        "wide",
        "apart",
        "Hebrew",
        "Arabic",
    ],
)
def test_what_does_not_tell_words_apart_goes(text: str, folded: str) -> None:
    assert folded_words(text) == folded


def test_marks_that_make_another_word_stay() -> None:
    assert folded_words("\u304c\u3093") != folded_words("\u304b\u3093")  # Japanese: cancer, and sense
    assert " " not in folded_words("\u0939\u093f\u0928\u094d\u0926\u0940")  # Hindi: vowels are marks, not gaps


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("IL-6", "il 6"),
        ("IL6", "il 6"),
        ("CD4+", "cd 4+"),
        (" “CD4⁺”, ", "cd 4+"),
        ("CD4-", "cd 4-"),
        ("CD4\u2212", "cd 4-"),
        ("CD4-T", "cd 4 t"),
        ("CD4 - a cell", "cd 4 a cell"),
        ("+", ""),
    ],
)
def test_a_sign_that_ends_a_name_belongs_to_it(name: str, key: str) -> None:
    assert name_key(name) == key


def test_levelling_keeps_every_character_in_its_place() -> None:
    assert level("10⁹ CO₂ x") == "109 CO2 x"
