"""The pathway as a graph: nodes, interactions, and what leads to what."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any, NamedTuple

RELATIONS = ("activates", "inhibits", "releases", "binds", "contributes-to", "is-marker-of")


class Node(NamedTuple):
    """A thing in the diagram, tied to a section and to a glossary entry."""

    id: str
    label: str
    kind: str  # cell, molecule, receptor, process, factor, symptom; free in strangers' pathways
    stage: str = ""  # a Stage's id
    section: str = ""  # a section's id, or ""
    term: str = ""  # an entry's id, or ""
    xref: str = ""  # in a database, as "Ensembl:ENSG00000136244", or ""
    group: str = ""  # the id of the group it stands in, or ""


class Interaction(NamedTuple):
    """An edge of the diagram (GPML's word), said in one plain sentence."""

    id: str
    source: str  # a node's id
    target: str
    relation: str  # activates, inhibits, releases, binds, contributes-to, is-marker-of
    evidence: str  # a key of evidence.WORDS, or "" where nobody said
    sentence: str
    references: tuple[str, ...] = ()
    claims: tuple[str, ...] = ()


class Stage(NamedTuple):
    """A step of the way through the diagram, holding nodes."""

    id: str
    title: str


class Step(NamedTuple):
    """One step of a route: an interaction or a node, exactly one of the two, and what is said there."""

    interaction: str  # an interaction's id, or ""
    node: str  # a node's id, or ""
    caption: str


class Route(NamedTuple):
    """A guided walk through the diagram, step by step."""

    id: str
    title: str
    section: str  # the id of the section that tells it at length, or ""
    closing: str  # what is known and what is not, said after the last step
    steps: tuple[Step, ...]


class Pathway(NamedTuple):
    """A whole diagram as a graph."""

    title: str
    description: str
    stages: tuple[Stage, ...]
    nodes: tuple[Node, ...]
    interactions: tuple[Interaction, ...]
    routes: tuple[Route, ...] = ()
    organism: str = ""

    def node(self, identifier: str) -> Node | None:
        """Return the node with this id, or None."""
        return next((node for node in self.nodes if node.id == identifier), None)

    def interaction(self, identifier: str) -> Interaction | None:
        """Return the interaction with this id, or None."""
        return next((each for each in self.interactions if each.id == identifier), None)

    def nodes_of(self, step: Step) -> frozenset[str]:
        """Return the ids of the nodes that a step touches: its node, or both ends of its interaction."""
        interaction = self.interaction(step.interaction)
        return frozenset((interaction.source, interaction.target) if interaction else (step.node,))

    def parts_of(self, step: Step) -> frozenset[str]:
        """Return the ids of all that a step lights: its nodes, and its interaction where it is one."""
        return self.nodes_of(step) | {step.interaction} - {""}

    def in_sections(self, sections: Collection[str]) -> frozenset[str]:
        """Return the ids of the nodes that these sections explain."""
        return frozenset(node.id for node in self.nodes if node.section in sections)

    def of_term(self, entry: str) -> Node | None:
        """Return the first node that stands for a glossary entry, or None."""
        return next((node for node in self.nodes if node.term == entry), None)

    def touching(self, identifier: str) -> tuple[Interaction, ...]:
        """Return the interactions that start or end at a node."""
        return tuple(each for each in self.interactions if identifier in (each.source, each.target))

    def around(self, nodes: frozenset[str]) -> frozenset[str]:
        """Return the ids of the interactions that have an end among *nodes*."""
        return frozenset(each.id for each in self.interactions if each.source in nodes or each.target in nodes)

    def between(self, nodes: frozenset[str]) -> frozenset[str]:
        """Return the ids of the interactions that have both ends among *nodes*."""
        return frozenset(each.id for each in self.interactions if each.source in nodes and each.target in nodes)

    def neighbours(self, identifier: str) -> tuple[Node, ...]:
        """Return the nodes that an interaction ties to a node, each once, in the order of the interactions."""
        ends = (each.target if each.source == identifier else each.source for each in self.touching(identifier))
        return tuple(node for key in dict.fromkeys(ends) if (node := self.node(key)) is not None)

    def to_json(self) -> dict[str, Any]:
        """Return the graph as plain data."""
        return {
            "title": self.title,
            "description": self.description,
            "stages": [[stage.id, stage.title] for stage in self.stages],
            "nodes": [list(n) for n in self.nodes],
            "interactions": [
                [i.id, i.source, i.target, i.relation, i.evidence, i.sentence, i.references, i.claims]
                for i in self.interactions
            ],
            "routes": [
                [r.id, r.title, r.section, r.closing, [[s.interaction, s.node, s.caption] for s in r.steps]]
                for r in self.routes
            ],
            "organism": self.organism,
        }

    @classmethod
    def from_json(cls, data: dict[str, Any]) -> Pathway:
        """Return the graph that `to_json` wrote."""
        return cls(
            data["title"],
            data["description"],
            tuple(Stage(*stage) for stage in data["stages"]),
            tuple(Node(*node) for node in data["nodes"]),
            tuple(
                Interaction(identifier, source, target, relation, evidence, sentence, tuple(references), tuple(claims))
                for identifier, source, target, relation, evidence, sentence, references, claims in data["interactions"]
            ),
            tuple(
                Route(identifier, title, section, closing, tuple(Step(*step) for step in steps))
                for identifier, title, section, closing, steps in data["routes"]
            ),
            data["organism"],
        )
