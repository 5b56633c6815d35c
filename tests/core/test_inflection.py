"""The inflections of a word, and what only looks like one."""

from __future__ import annotations

import pytest

from reader.core.inflection import bases, is_verb, variants

NUMBERS = (
    "cell cells, biopsy biopsies, virus viruses, abscess abscesses, reflex reflexes, rash rashes, patch patches, "
    "stomach stomachs, assay assays, embryo embryos, potato potatoes, disease diseases, gut guts, toe toes, "
    # Latin and Greek, as medicine has them
    "diagnosis diagnoses, metastasis metastases, axis axes, pelvis pelves, stimulus stimuli, thrombus thrombi, "
    "bacterium bacteria, serum sera, ganglion ganglia, mitochondrion mitochondria, criterion criteria, "
    "phenomenon phenomena, vertebra vertebrae, fistula fistulas, stoma stomata, cortex cortices, appendix appendices, "
    "calyx calyces, larynx larynges, foramen foramina, arthritis arthritides, "
    # English without a rule
    "tooth teeth, mouse mice, child children, calf calves"
)
# Neither is the plural of the other, however much it looks so.
STRANGERS = (
    "new news, mean means, genetic genetics, genomic genomics, paediatric paediatrics, pharmacokinetic "
    "pharmacokinetics, medium media, basis bases, diagnose diagnoses, glass glasses, hive hives, lens len, gas ga, "
    "pus pi, as a, has ha, is i, colon cola, series serie, "
    # A stemmer would tie these.
    "immune immunity, immune immunes', organ organic, organ organism, general generally, university universe, "
    "inflammation inflammatory, nerve nervous, gene general, virus virulent, even evening, nurse nursing, need needle, "
    "nucleus nuclear, policy police, operate opera, station stationary, ion ions'"
)


def pairs(table: str) -> list[tuple[str, ...]]:
    """Return the pairs of a table."""
    return [tuple(pair.split()) for pair in table.split(", ")]


@pytest.mark.parametrize(("one", "many"), pairs(NUMBERS))
def test_a_word_leads_to_its_plural_and_back(one: str, many: str) -> None:
    assert many in variants(one)
    assert one in variants(many)


@pytest.mark.parametrize(("word", "other"), pairs(STRANGERS))
def test_words_that_only_look_alike_stay_apart(word: str, other: str) -> None:
    assert other not in variants(word)
    assert word not in variants(other)


@pytest.mark.parametrize(
    ("verb", "past", "present"),
    pairs(
        "inflame inflamed inflaming, swell swelled swelling, stop stopped stopping, carry carried carrying, "
        "die died dying, panic panicked panicking, agree agreed agreeing, dye dyed dyeing, regulate regulated "
        "regulating, play played playing, label labelled labelling, label labeled labeling, quit quitted quitting"
    ),
)
def test_a_verb_has_its_endings_only_where_it_is_one(verb: str, past: str, present: str) -> None:
    assert {past, present} <= variants(verb, verb=True)
    assert not {past, present} & variants(verb)
    assert verb in bases(past)
    assert verb in bases(present)


@pytest.mark.parametrize(("verb", "other"), pairs("scar scared, tap taped, plan planed, even evening, star staring"))
def test_the_endings_of_a_verb_make_no_other_word(verb: str, other: str) -> None:
    assert other not in variants(verb, verb=True)


@pytest.mark.parametrize(
    ("term", "definition"),
    [("to inflame", "What germs do."), ("inflame", "To make hot and red."), ("flare up", "To get worse suddenly.")],
)
def test_a_verb_is_named_or_explained_as_one(term: str, definition: str) -> None:
    assert is_verb(term, definition)


@pytest.mark.parametrize(
    "definition",
    ["To do with the heart.", "To a doctor, it is a sign.", "To doctors, it is a sign.", "To most people it is odd.",
     "Total.", "", "Too much of it.", "A way to inflame."],
)  # fmt: skip
def test_a_definition_that_only_begins_so_makes_no_verb(definition: str) -> None:
    assert not is_verb("heart", definition)


@pytest.mark.parametrize("word", ["", "6", "alpha1", "细胞", "клетка", "p", "ab"])
def test_what_is_no_english_word_stands_alone(word: str) -> None:
    assert variants(word) == {word}
