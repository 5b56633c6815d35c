"""Small graphs for tests, written as lines of text."""

from __future__ import annotations

from collections.abc import Collection

from reader.core.pathway import Interaction, Node, Pathway

WELL, MIXED, WEAK, REFUTED = "well supported", "mixed", "weak", "contradicted"


def graph(*lines: str, groups: dict[str, str] | None = None, complexes: Collection[str] = ()) -> Pathway:
    """Return a pathway of lines like ``a b weak`` or ``a b "" is-marker-of``; *groups* says what stands in what, and
    *complexes* which of the groups are one thing in a cell.
    """
    interactions = []
    for number, line in enumerate(lines):
        source, target, *more = line.split(" ", 3)
        level = {"well": WELL, "old": REFUTED}.get(more[0], more[0]) if more else ""
        relation = more[1] if len(more) > 1 else "activates"
        interactions.append(Interaction(f"{number}{source}{target}", source, target, relation, level, ""))
    inside = groups or {}
    names = dict.fromkeys(end for each in interactions for end in (each.source, each.target))
    names.update(dict.fromkeys(filter(None, (*inside, *inside.values()))))
    nodes = tuple(
        Node(name, name.upper(), "Complex" if name in complexes else "Protein", group=inside.get(name, ""))
        for name in names
    )
    return Pathway("", "", (), nodes, tuple(interactions))
