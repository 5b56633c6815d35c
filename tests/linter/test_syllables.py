"""Syllables: words by their letters, figures and short forms as they are said, and what a glossary says of its own."""

from __future__ import annotations

import pytest

from reader.linter.words.syllables import Syllables, overrides_from, syllables_in_respelling

# Divided as a dictionary divides them; where it gives two ways to say a word, the shorter.
WORDS = {
    1: """
        a ache aches aged called cause caused cells change eye friend genes guess guide helped homes I joint league
        lie nerve queue real rule she shoe strengths style tea the tired tongue tries view year young aren't
        can't don't I'm they've weren't you're
        """,
    2: """
        about agree argued asthma being beyond breathing business causes changes client courtyard create creature diet
        doing equal every fatigue fatigued female fibre fibres fluid handled headache headaches hormone hundred language
        layer many maybe measured million muscles naive needed only patience patient people quiet region rescue
        rhythm science seeing sometimes spasms studied study syndrome table technique therefore tiredness tissue
        trial trying unique useful very whereas couldn’t didn't haven't isn't it'll nurse's people's
        protein's
        """,
    3: """
        allergy anywhere appetite area areas audience aureus awareness behaviour biopsy calcium cartilage clinician
        companion convenient cortisol dopamine easier element everyday everyone exercise familiar gradual happier
        heavier idea ideas impatient linear lymphocyte macrophage medicine museum nuclear nucleus opinion opioid
        oxygen period physician previous radio radius ratio receptor religious rheumatic scientist serious strategy
        studying tenderness usual various video visual vitamin
        """,
    4: """
        anaemia anxiety autoimmune bacteria biology constipation diabetes diagnosis diarrhoea dyslexia experience
        geometric immunity inflammation insomnia interleukin irritable magnesium mechanism medication microglia
        mitogenic neuropathic obesity peripheral pneumonia pregabalin psychiatrist society variety
        """,
    5: """
        amitriptyline automatically fibromyalgia inflammatory metabolism mitochondria neurological opportunity
        paracetamol
        """,
    6: """
        autoantibodies autoantibody autoimmunity cardiovascular immunoglobulin neuroinflammation physiotherapist
        responsibility
        """,
}
FIGURES = {
    "16": 2, "7": 2, "11": 3, "70": 3, "89": 3, "100": 3, "1,000": 3, "45,000": 5, "1,000,000": 3,
    "1918": 4, "2001": 4, "2026": 5, "1900": 4,  # as years
    "0.5": 4, "1.25": 4, "100%": 5, "£5": 2, "37°": 6, "2nd": 2, "20th": 3, "30th": 3, "10th": 1, "1990s": 4,
    "2–4": 3, "68/48": 6, "10-fold": 2, "007": 6, "9" * 30: 30,
}  # fmt: skip
SHORT_FORMS = {
    "FM": 2, "NHS": 3, "PBMCs": 4, "FM's": 2, "kD": 2, "kDa": 3, "IgG": 3, "mRNA": 4, "hsCRP": 5, "WHO": 5,
    "IL-6": 3, "IL-1β": 5, "TNF-α": 5, "5-HT": 3, "CD4": 3, "ME/CFS": 5, "PhD": 3, "DNA": 3, "vitamin-D": 4,
    "COVID-19": 4, "NICE": 1, "EULAR": 2, "NSAIDs": 2,  # said as words
    "NOT": 1, "IMPORTANT": 3,  # words that are stressed
    "mg": 3, "kg": 3, "Dr": 2, "e.g": 2, "etc": 4, "vs": 2,
}  # fmt: skip


@pytest.mark.parametrize("count", WORDS)
def test_words_are_counted_by_their_letters(count: int) -> None:
    syllables = Syllables({})
    assert {word: syllables.count(word) for word in WORDS[count].split()} == dict.fromkeys(WORDS[count].split(), count)


@pytest.mark.parametrize("said", [FIGURES, SHORT_FORMS], ids=["figures", "short forms"])
def test_what_is_no_word_counts_as_it_is_read_aloud(said: dict[str, int]) -> None:
    syllables = Syllables({})
    assert {written: syllables.count(written) for written in said} == said


def test_a_compound_has_the_syllables_of_its_parts() -> None:
    syllables = Syllables({"cytokine": 3})
    assert syllables.count("long-lasting") == 3
    assert syllables.count("anti-cytokine") == 2 + 3


def test_capitals_hyphens_and_apostrophes_may_be_of_any_kind() -> None:
    syllables = Syllables({"hyperalgesia": 6, "il-6": 1})
    assert [syllables.count(word) for word in ("Hyperalgesia", "HYPERALGESIA", "hyperalgesia’s")] == [6, 6, 6]
    assert syllables.count("IL\u20116") == 1
    assert syllables.count("hyper\u00adalgesia") == 6
    assert syllables.count("café") == syllables.count("cafe")


def test_only_signs_have_no_syllable() -> None:
    syllables = Syllables({})
    assert [syllables.count(word) for word in ("", "—", "'", "hm", "я")] == [0, 0, 0, 2, 1]


def test_a_word_of_any_length_is_counted() -> None:
    assert Syllables({}).count("a" * 100_000) > 1


def test_a_glossary_tells_how_its_words_are_said() -> None:
    letters, said = Syllables({}), Syllables(overrides_from([("hyperalgesia", "HY-per-al-JEE-zee-uh")]))
    assert (letters.count("hyperalgesia"), said.count("hyperalgesia")) == (5, 6)


@pytest.mark.parametrize(
    ("say", "count"),
    [
        ("FY-broh-my-AL-juh", 5),
        ("AN-tee for-tee-FYV kay-DEE", 7),
        ("payn", 1),
        ("IG (said i-g)", 4),
        ("", 0),
        ("- -", 0),
    ],
)
def test_each_part_of_a_pronunciation_is_a_syllable(say: str, count: int) -> None:
    assert syllables_in_respelling(say) == count


def test_each_word_of_a_form_has_its_part_of_the_pronunciation() -> None:
    assert overrides_from([("B cell", "BEE sel")]) == {"b": 1, "bs": 1, "cell": 1, "cells": 1}
    anti = overrides_from([("anti-45 kD", "AN-tee for-tee-FYV kay-DEE")])
    assert {word: anti[word] for word in ("anti", "45", "kd")} == {"anti": 2, "45": 3, "kd": 2}


def test_one_word_may_be_said_as_several() -> None:
    assert overrides_from([("TNF-α", "tee-en-EFF AL-fuh")])["tnf-α"] == 5


def test_only_the_glossary_knows_how_a_short_form_is_said() -> None:
    said = Syllables(overrides_from([("PET scan", "PET skan"), ("MIP-1", "mip WUN")]))
    assert (said.count("PET"), said.count("MIP-1")) == (1, 2)


def test_a_plural_is_longer_where_it_is_said_so() -> None:
    overrides = overrides_from([("antibody", "AN-tih-bod-ee"), ("response", "rih-SPONSS"), ("axis", "AK-sis")])
    assert {word: overrides[word] for word in ("antibodies", "responses", "axes")} == {
        "antibodies": 4,
        "responses": 3,
        "axes": 2,
    }


@pytest.mark.parametrize(
    ("written", "say"),
    [
        ("neuro-immune communication", "NYOOR-oh ih-MYOON"),  # "communication" is left out
        ("placebo-controlled trial", "pluh-SEE-boh kun-TROHLD"),
        ("chemokine", "keemokyn"),  # no hyphens
        ("immune cell", "ih-MYOON"),
        ("fibromyalgia", "?"),
    ],
)
def test_a_pronunciation_that_does_not_fit_is_passed_over(written: str, say: str) -> None:
    assert overrides_from([(written, say)]) == {}
