"""Fuzzy comparison of words."""

from __future__ import annotations

import pytest

from reader.core.fuzzy import alike


@pytest.mark.parametrize(
    ("written", "word", "is_alike", "reason"),
    [
        ("gut", "gat", True, "one mistake in three letters"),
        ("gut", "guts", True, "one more"),
        ("gut", "but", False, "in three letters the first is right"),
        ("gut", "gat s", False, "two mistakes in three letters"),
        ("gu", "gut", False, "two letters are like too much"),
        ("pain", "gain", True, "in four letters any may be wrong"),
        ("cell", "fill", False, "but two may not"),
        ("muscle", "mossle", True, "two in six"),
        ("fibromyalgia", "fobrumielgia", True, "four in twelve"),
        ("fibromyalgia-fibro", "fobrumielgio-fibro", False, "and never more than four"),
    ],
)
def test_a_mistake_in_three_letters_is_let_pass(written: str, word: str, is_alike: bool, reason: str) -> None:
    assert alike(written, [word]) == [word] * is_alike, reason


def test_a_beginning_is_alike_only_where_asked_for() -> None:
    assert alike("fibro", ["fibromyalgia"], may_go_on=True) == ["fibromyalgia"]
    assert alike("fibro", ["fibromyalgia"]) == []
    assert alike("fubr", ["fibromyalgia"], may_go_on=True) == []
    assert alike("fubro", ["fibromyalgia"], may_go_on=True) == ["fibromyalgia"]
