"""Whether a sentence is in the passive voice."""

from __future__ import annotations

import re

_PASSIVE = re.compile(
    r"\b(?:am|is|are|was|were|be|been|being|get|gets|got|getting)\s+(?:(?:not|\w+ly)\s+){0,2}\w+(?:ed|en)\b", re.I
)


def is_passive(sentence: str) -> bool:
    """Return whether some verb of the sentence is in the passive."""
    return _PASSIVE.search(sentence) is not None
