"""Text as it is compared."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.core.folding import fold


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Release of Cytokines", "release of cytokines"),
        ("naïve “nerves”", 'naive "nerves"'),
        ("it`s  a\ttest–case", "it's a test-case"),
        ("ﬁbro\u00admyalgia", "fibromyalgia"),
    ],
)
def test_case_accents_and_the_shape_of_signs_make_no_difference(text: str, folded: str) -> None:
    assert fold(text).text == folded


@given(st.text(st.characters(max_codepoint=127)))
def test_the_quick_way_for_plain_letters_is_the_same_as_the_other(text: str) -> None:
    assert fold(text).text == fold(f"{text}é").text[:-1]
