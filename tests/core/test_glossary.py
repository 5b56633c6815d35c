"""Look-up in the glossary."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.core.glossary import look_up
from reader.core.guide import Guide
from reader.core.letters import fold
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

PET
: A scan.

pet
: An animal.

Sjögren syndrome
: An illness.

small-fibre neuropathy
: An illness of nerves.
"""


@pytest.fixture
def guide(tmp_path: Path) -> Guide:
    """Return a guide with a glossary."""
    return compiled(tmp_path, glossary_md=GLOSSARY)


@pytest.mark.parametrize(
    ("written", "entry"),
    [
        ("cytokine", "cytokine"),
        ("CYTOKINES", "cytokine"),
        ("cytokine’s", "cytokine"),
        ("cytokines'", "cytokine"),
        (" “cytokine” ", "cytokine"),
        ("cyto\u00adkine", "cytokine"),
        ("il6", "il-6"),
        ("IL 6", "il-6"),
        ("IL–6", "il-6"),
        ("Interleukin 6", "il-6"),
        ("tnf alpha", "tnf-alpha"),
        ("TNFα", "tnf-alpha"),
        ("TNFalpha", "tnf-alpha"),
        ("auto-antibodies", "autoantibody"),
        ("sjogren syndrome", "sjogren-syndrome"),
        ("small fibre neuropathies", "small-fibre-neuropathy"),
        ("smallfibre neuropathy", "small-fibre-neuropathy"),
    ],
)
def test_a_word_is_found_however_it_is_written(guide: Guide, written: str, entry: str) -> None:
    found = look_up(guide, written)
    assert found is not None
    assert found.id == entry


@pytest.mark.parametrize("written", ["", "?", "cytokin", "IL-66", "x" * 10_000])
def test_a_word_that_is_not_there_is_nothing(guide: Guide, written: str) -> None:
    assert look_up(guide, written) is None


def test_the_nearest_entries_are_those_written_most_alike(guide: Guide) -> None:
    assert [each.term for each in nearest(guide, "cytokin")] == ["cytokine"]
    assert nearest(guide, "zzz") == ()


@pytest.mark.parametrize(
    ("text", "folded"),
    [("TNF-α’s", "tnf alpha"), ("IL-1β", "il 1 beta"), ("Üçeyler", "uceyler"), ("ﬁbro", "fibro"),
     ("µ-opioid", "mu opioid"), ("straße", "strasse"), ("—", "")],
)  # fmt: skip
def test_folding_takes_away_what_does_not_tell_words_apart(text: str, folded: str) -> None:
    assert fold(text) == folded


@pytest.mark.parametrize("text", ["TNF-α’s", "IL-1β", "ΑΒΓ", "é́", "ﬁ-ﬂ"])
def test_folding_twice_is_folding_once(text: str) -> None:
    assert fold(fold(text)) == fold(text)
