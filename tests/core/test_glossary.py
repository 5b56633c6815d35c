"""Look-up in the glossary: generous, for somebody asked for just these words."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.core.glossary import explaining, look_up
from reader.core.guide import Guide
from reader.core.letters import folded_words
from reader.core.nearest import nearest
from tests.guides.writing import compiled

GLOSSARY = """
cytokine
: A messenger.

IL-6
: A cytokine.
: also: interleukin-6

TNF-α
: Another.

autoantibody
: An antibody against oneself.
: also: autoantibodies

positron emission tomography
: A scan.
: short: PET

pet
: An animal.

AIDS
: An illness.

Sjögren syndrome
: An illness.

small-fibre neuropathy
: An illness of nerves.

diagnosis
: The name of an illness.

anaemia
: Too little iron.

to inflame
: To become red, hot and sore.

swelling
: Becoming thicker.

nerve cell
: A cell that carries messages.

vitamin B12
: A vitamin.

γδ T cell
: A cell.

foot
: What one stands on.
"""


@pytest.fixture(scope="module")
def guide(tmp_path_factory: pytest.TempPathFactory) -> Guide:
    """Return a guide with a glossary."""
    return compiled(tmp_path_factory.mktemp("guide"), glossary_md=GLOSSARY)


@pytest.mark.parametrize(
    ("written", "entry", "reason"),
    [
        ("cytokine", "cytokine", "as it stands there"),
        ("CYTOKINES", "cytokine", "capitals and the plural"),
        ("cytokine’s", "cytokine", "possessive"),
        ("cytokines'", "cytokine", "possessive of the plural"),
        (" “cytokines,” ", "cytokine", "quotes, a comma and spaces, as a selection has them"),
        ("(cytokines).", "cytokine", "brackets and the end of the sentence"),
        ("the cytokine", "cytokine", "an article before it"),
        ("cyto\u00adkine", "cytokine", "a soft hyphen"),
        ("cyto\u200bkine", "cytokine", "a place where the line may break"),
        ("il6", "il-6", "no hyphen, small letters"),
        ("IL 6", "il-6", "a space for the hyphen"),
        ("IL\u00a06", "il-6", "a space that does not break"),
        ("IL–6", "il-6", "a dash for the hyphen"),
        ("Interleukin 6", "il-6", "another name"),
        ("tnf alpha", "tnf-alpha", "the name of a Greek letter"),
        ("TNFα", "tnf-alpha", "no hyphen before a Greek letter"),
        ("TNFalpha", "tnf-alpha", "its name, and no hyphen"),
        ("auto-antibodies", "autoantibody", "a hyphen where the entry has none"),
        ("auto antibody", "autoantibody", "a space where the entry has none"),
        ("sjogren syndrome", "sjogren-syndrome", "no accent"),
        ("Sjögren’s syndrome", "sjogren-syndrome", "a possessive inside"),
        ("Sjögren syndromes", "sjogren-syndrome", "the plural of a phrase"),
        ("small fibre neuropathies", "small-fibre-neuropathy", "a plural in -ies"),
        ("smallfibre neuropathy", "small-fibre-neuropathy", "a hyphen left out"),
        ("small-fiber neuropathy", "small-fibre-neuropathy", "American spelling"),
        ("small fibers neuropathies", "small-fibre-neuropathy", "two words inflected, one of them American"),
        ("diagnoses", "diagnosis", "a Greek plural"),
        ("anemia", "anaemia", "American spelling of a word that is alone"),
        ("anaemias", "anaemia", "a plural that nobody listed"),
        ("inflamed", "to-inflame", "a verb in -ed whose entry is written with to"),
        ("inflaming", "to-inflame", "a verb in -ing"),
        ("swell", "swelling", "the verb of what the entry calls swelling"),
        ("nerves' cells", "nerve-cell", "both words in the plural"),
        ("vitamin B₁₂", "vitamin-b-12", "a lowered number"),
        ("gamma delta T cells", "gamma-delta-t-cell", "two Greek letters by name"),
        ("feet", "foot", "an irregular plural"),
    ],
)  # fmt: skip
def test_a_word_is_found_however_it_is_written(guide: Guide, written: str, entry: str, reason: str) -> None:
    found = look_up(guide, written)
    assert found is not None, reason
    assert found.id == entry, reason


@pytest.mark.parametrize(
    ("written", "reason"),
    [
        ("", "nothing"),
        ("?", "a mark"),
        ("cytokin", "a letter too few is for the nearest entries"),
        ("IL-66", "another number"),
        ("raised cytokines", "a phrase that only holds a term"),
        ("nerve", "a part of a term"),
        ("x" * 10_000, "no word"),
        ("x " * 10_000, "no phrase"),
    ],
)
def test_a_word_that_is_not_there_is_nothing(guide: Guide, written: str, reason: str) -> None:
    assert look_up(guide, written) is None, reason


@pytest.mark.parametrize(
    ("written", "term"), [("PET", "positron emission tomography"), ("pet", "pet"), ("pets", "pet")]
)
def test_of_two_entries_the_one_whose_capitals_agree_comes_first(guide: Guide, written: str, term: str) -> None:
    found = look_up(guide, written)
    assert found is not None
    assert found.term == term


SIGNED = "CD8+\n: With it.\n\nCD8-\n: Without it.\n\nCD4+\n: With it.\n\nK\n: A letter.\n\ncell\n: Small.\n"


@pytest.mark.parametrize(
    ("written", "term", "reason"),
    [
        ("CD8+", "CD8+", "the sign it has"),
        ("cd8⁺", "CD8+", "raised, and in small letters"),
        ("CD8-", "CD8-", "the other sign"),
        ("CD8\u2212", "CD8-", "a minus"),
        ("(CD8-),", "CD8-", "brackets and a comma after it"),
        ("CD8", "CD8+", "no sign: the first that may be meant"),
        ("CD4-", None, "the opposite is another thing"),
        ("CD4", "CD4+", "no sign where there is one name"),
        ("K+", "K", "a sign that no name has"),
        ("cells-", "cell", "a hyphen that was selected with the word"),
    ],
)
def test_a_sign_that_ends_a_symbol_belongs_to_the_name(
    tmp_path: Path, written: str, term: str | None, reason: str
) -> None:
    guide = compiled(tmp_path, glossary_md=SIGNED)
    assert guide.problems == ()
    found = look_up(guide, written)
    assert (found and found.term) == term, reason


def test_near_to_a_symbol_is_the_one_with_the_other_sign(tmp_path: Path) -> None:
    guide = compiled(tmp_path, glossary_md=SIGNED)
    assert [near.entry.term for near in nearest(guide, "CD4-")][:1] == ["CD4+"]
    assert [near.entry.term for near in nearest(guide, "the CD8- count is low")] == ["CD8-"]
    assert [near.entry.term for near in nearest(guide, "the CD8+ count is low")] == ["CD8+"]


def test_names_that_differ_in_capitals_alone_explain_one_another(guide: Guide) -> None:
    assert {entry.term for entry in explaining(guide, "pet")} == {"positron emission tomography", "pet"}


def test_the_nearer_wording_comes_first(tmp_path: Path) -> None:
    guide = compiled(tmp_path, glossary_md="swell\n: To grow.\n\nswelling\n: Grown.\n\nswellings\n: Several.\n")
    for written in ("swell", "swelling", "swellings"):
        assert explaining(guide, written)[0].term == written


def test_a_term_comes_before_what_another_entry_is_also_called(tmp_path: Path) -> None:
    nerve, cable, wire = "nerve\n: A.\n: also: wire, line\n", "cable\n: B.\n: also: line\n", "wire\n: C.\n"
    guide = compiled(tmp_path, glossary_md="\n".join((nerve, cable, wire)))
    assert [entry.term for entry in explaining(guide, "wire")] == ["wire", "nerve"]
    assert [entry.term for entry in explaining(guide, "line")] == ["nerve", "cable"]
    assert [near.entry.term for near in nearest(guide, "a long wire here")][:1] == ["wire"]


def test_what_differs_in_number_alone_comes_before_an_inflected_verb(tmp_path: Path) -> None:
    guide = compiled(tmp_path, glossary_md="nerves swell\n: A.\n\nnerve swelling\n: B.\n")
    assert [entry.term for entry in explaining(guide, "nerves swelling")] == ["nerve swelling", "nerves swell"]


@pytest.mark.slow
@given(st.data())
def test_every_written_form_finds_an_entry_that_has_it(guide: Guide, data: st.DataObject) -> None:
    identifier, _ = data.draw(st.sampled_from(guide.terms))
    entry = guide.entry(identifier)
    assert entry is not None
    form = data.draw(st.sampled_from((entry.term, *entry.short_forms, *entry.other_names)))
    cased = "".join(data.draw(st.sampled_from((letter, letter.upper(), letter.lower()))) for letter in form)
    around = data.draw(st.sampled_from(("{}", " {} ", "“{},”", "({})", "{}.", "‘{}’")))
    found = look_up(guide, around.format(cased))
    assert found is not None
    assert folded_words(form) in {folded_words(name) for name in (found.term, *found.short_forms, *found.other_names)}


@pytest.mark.parametrize(
    ("text", "folded"),
    [("TNF-α’s", "tnf alpha"), ("IL-1β", "il 1 beta"), ("Üçeyler", "uceyler"), ("ﬁbro", "fibro"),
     ("µ-opioid", "mu opioid"), ("straße", "strasse"), ("—", "")],
)  # fmt: skip
def test_folding_takes_away_what_does_not_tell_words_apart(text: str, folded: str) -> None:
    assert folded_words(text) == folded


@pytest.mark.parametrize("text", ["TNF-α’s", "IL-1β", "ΑΒΓ", "é́", "ﬁ-ﬂ"])
def test_folding_twice_is_folding_once(text: str) -> None:
    assert folded_words(folded_words(text)) == folded_words(text)
