"""All claims of a guide as rows that can be sorted and filtered."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable
from typing import TYPE_CHECKING, Literal, NamedTuple

from reader.core.evidence import CLAIM_WORDS
from reader.core.letters import folded_words
from reader.core.mentions import claim_places

if TYPE_CHECKING:
    from reader.core.guide import Guide
    from reader.core.records import Claim
    from reader.core.text import Place

By = Literal["level", "claim", "place"]
_LEVELS = tuple(CLAIM_WORDS)


class Row(NamedTuple):
    """One claim, and where it is made."""

    claim: Claim
    number: int  # from 0, in the order of the text
    place: Place
    section: str  # the title of the section there; "" where the guide does not have it
    folded: str  # all words of the row, as `folded_words` writes them

    @property
    def level(self) -> str:
        """The claim's level in words."""
        return CLAIM_WORDS[self.claim.level]


def rows(guide: Guide) -> list[Row]:
    """Return a row for each claim, in the order of the text."""
    claims = {claim.id: claim for claim in guide.claims}
    titles = {section.id: section.title for section in guide.outline}
    made = []
    for number, (identifier, place) in enumerate(claim_places(guide).items()):
        claim, title = claims[identifier], titles.get(place.section, "")
        words = folded_words(" ".join((CLAIM_WORDS[claim.level], claim.text, claim.reason, title)))
        made.append(Row(claim, number, place, title, words))
    return made


def counts(every: Iterable[Row]) -> dict[str, int]:
    """Return how many rows each level has, the best supported first; levels without rows are left out."""
    found = Counter(row.claim.level for row in every)
    return {level: found[level] for level in _LEVELS if found[level]}


def filtered(every: Iterable[Row], levels: Collection[str], query: str) -> list[Row]:
    """Return the rows of these levels that hold every word of *query*, or its beginning; case and accents ignored."""
    wanted = [f" {word}" for word in folded_words(query).split()]
    return [row for row in every if row.claim.level in levels and all(word in f" {row.folded}" for word in wanted)]


def ordered(every: Iterable[Row], by: By, *, backwards: bool = False) -> list[Row]:
    """Return the rows by level (best supported first), by the claim's words, or by place in the text."""
    keys = {
        "level": lambda row: (_LEVELS.index(row.claim.level), row.number),
        "claim": lambda row: (folded_words(row.claim.text), row.number),
        "place": lambda row: row.number,
    }
    return sorted(every, key=keys[by], reverse=backwards)
