"""British and American spelling."""

from __future__ import annotations

import pytest

from reader.core.spelling import variants

BOTH = (
    "oedema edema, lymphoedema lymphedema, angiooedema angioedema, anaemia anemia, leukaemia leukemia, "
    "hypoglycaemic hypoglycemic, haemorrhage hemorrhage, methaemoglobin methemoglobin, haem heme, "
    "leucocyte leukocyte, paediatric pediatric, orthopaedics orthopedics, gynaecology gynecology, caecum cecum, "
    "faecal fecal, aetiology etiology, anaesthetic anesthetic, paraesthesia paresthesia, oestrogen estrogen, "
    "oestradiol estradiol, oesophagus esophagus, gastrooesophageal gastroesophageal, foetus fetus, coeliac celiac, "
    "diarrhoea diarrhea, dyspnoea dyspnea, homoeopathy homeopathy, manoeuvre maneuver, "
    "tumour tumor, tumours tumors, behavioural behavioral, colour color, vapour vapor, "
    "fibre fiber, fibres fibers, centre center, epicentre epicenter, litre liter, centimetre centimeter, "
    "goitre goiter, immunisation immunization, sensitised sensitized, hospitalise hospitalize, "
    "analyse analyze, dialysed dialyzed, paralysing paralyzing, labelled labeled, counselling counseling, "
    "signalling signaling, programme program, programmes programs, ageing aging, sulphate sulfate, "
    "analogue analog, defence defense, disc disk, artefact artifact, mould mold"
)
STRANGERS = (
    "shoe she, does des, hour hor, four for, our or, prise prize, rigour rigor, metre meter, micrometre micrometer, "
    "hem haem, hem heme, grey gray, tyre tire, practise practice, cheque check, kerb curb, analyses analyzes, "
    "filling filing, smelling smeling, size sise, rise rize, noun nown, callus callous, mucus mucous, toed ted, "
    "poem pem, does de, vogue vog"
)


def pairs(table: str) -> list[tuple[str, ...]]:
    """Return the pairs of a table."""
    return [tuple(pair.split()) for pair in table.split(", ")]


@pytest.mark.parametrize(("british", "american"), pairs(BOTH))
def test_each_spelling_leads_to_the_other(british: str, american: str) -> None:
    assert american in variants(british)
    assert british in variants(american)


@pytest.mark.parametrize(("word", "other"), pairs(STRANGERS))
def test_two_words_are_never_tied(word: str, other: str) -> None:
    assert other not in variants(word)
    assert word not in variants(other)


def test_a_word_with_several_such_places_has_every_mixture() -> None:
    assert variants("anaesthetise") == {"anaesthetise", "anaesthetize", "anesthetise", "anesthetize"}


def test_a_hostile_word_has_few_spellings() -> None:
    assert len(variants("tumour" * 1000)) <= 16
