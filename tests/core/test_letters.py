"""The folding of words: what does not tell them apart is taken away, and what does stays."""

from __future__ import annotations

import pytest

from reader.core.letters import fold, level


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
    assert fold(text) == folded


def test_marks_that_make_another_word_stay() -> None:
    assert fold("\u304c\u3093") != fold("\u304b\u3093")  # Japanese: cancer, and sense
    assert " " not in fold("\u0939\u093f\u0928\u094d\u0926\u0940")  # Hindi: vowels are marks, one word all the same


def test_levelling_keeps_every_character_in_its_place() -> None:
    assert level("10⁹ CO₂ x") == "109 CO2 x"
