"""Evidence levels: one order, one sign and one wording for the whole program, on screen and on paper."""

from __future__ import annotations

from collections.abc import Iterable

WORDS = {
    "well supported": "Well supported",
    "mixed": "Mixed: studies disagree",
    "weak": "Weak: early studies",
    # Under a paragraph that ends in what holds instead, "not supported" alone would seem to speak of that.
    "contradicted": "Old idea: not supported",
}
CONTRADICTED = "contradicted"  # the level of what studies do not support
STRUCK_OUT = "not supported"  # on a line or a node of a pathway, where room is short
LEVELS = tuple(WORDS)
ADVICE = "advice"  # a claim's level, too, but one that carries no mark in the text
CLAIM_WORDS = {**WORDS, ADVICE: "Advice: not a finding"}


def in_words(levels: Iterable[str]) -> str:
    """Return the levels in words, best supported first, each once; levels that are unknown are left out."""
    given = set(levels)
    return " · ".join(words for level, words in WORDS.items() if level in given)
