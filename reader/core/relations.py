"""What an interaction says, as a verb: one table for the sentences on screen, aloud, on paper and in the terminal."""

from __future__ import annotations

from typing import NamedTuple


class Relation(NamedTuple):
    """How an interaction is said: "A" and the verb and "B"."""

    one: str  # after one thing: activates
    many: str  # after several: activate
    # Whether what it begins at leads to what it ends at. A marker only tells of a thing, and a line without a head says
    # no direction: neither is a step of a route, nor upstream or downstream of anything.
    leads: bool = True


RELATIONS = {
    "activates": Relation("activates", "activate"),
    "inhibits": Relation("inhibits", "inhibit"),
    "releases": Relation("releases", "release"),
    "binds": Relation("binds to", "bind to"),
    "contributes-to": Relation("contributes to", "contribute to"),
    "is-marker-of": Relation("is a marker of", "are markers of", leads=False),
    "turns into": Relation("turns into", "turn into"),
    "speeds up": Relation("speeds up", "speed up"),
    "changes": Relation("changes", "change"),
    "cuts": Relation("cuts", "cut"),
    "makes": Relation("leads to the making of", "lead to the making of"),  # a gene and its product
    "leads to": Relation("leads to", "lead to"),
    "is linked with": Relation("is linked with", "are linked with", leads=False),
}
"""By what `pathway.Interaction.relation` holds. The first six are for authors, the others read from lines' heads."""


def relation(name: str) -> Relation:
    """Return how a relation is said; one that is not in the table, as it stands in a stranger's file."""
    plain = " ".join(name.replace("-", " ").split())
    return RELATIONS.get(name) or Relation(plain, plain) if plain else RELATIONS["is linked with"]
