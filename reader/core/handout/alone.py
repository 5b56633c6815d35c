"""What is printed without any text of the guide: glossary, pathway, words, notes; what each is made of and called."""

from __future__ import annotations

from typing import NamedTuple


class Alone(NamedTuple):
    """Something that has no text of the guide beside it."""

    parts: frozenset[str]  # of presets.PARTS: what it is made of
    beside: frozenset[str]  # of presets.PARTS: what may go with it
    title: str  # with {} for the guide's; "" for its own
    none: str  # what is said where there is none


_BESIDE = frozenset({"references", "lines"})

ALONE = {
    "glossary": Alone(frozenset(), frozenset(), "Glossary of “{}”", "This guide has no glossary."),
    "words": Alone(frozenset(), frozenset(), "My words", "You have not kept any words of this guide yet."),
    "pathway": Alone(frozenset({"pathway"}), _BESIDE, "", "This guide has no pathway."),
    "notes": Alone(
        frozenset({"highlights", "questions", "words"}),
        _BESIDE,
        "My notes",
        "You have not written or marked anything in this guide yet.",
    ),
}
