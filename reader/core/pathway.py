"""The pathway as a graph: nodes, interactions, and what leads to what."""

from __future__ import annotations

import itertools
from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from reader.core.routes import Web

RELATIONS = ("activates", "inhibits", "releases", "binds", "contributes-to", "is-marker-of")
"""What authors of a guide may say. More is read from strangers' files: `relations.RELATIONS` has all with its verbs."""

DEEPEST = 20  # groups in groups; published pathways have two or three
_LARGEST = 100  # parts of a complex that act as one; a ribosome has eighty. A file without measure would take for ever.


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
    relation: str  # a key of relations.RELATIONS; free in strangers' pathways
    evidence: str  # a key of evidence.WORDS, or "" where nobody said
    sentence: str
    references: tuple[str, ...] = ()
    claims: tuple[str, ...] = ()
    acts_on: str = ""  # the id of the interaction that it speeds up or the like: its line ends at that one's middle
    both_ways: bool = False  # it holds from target to source, too
    is_guessed: bool = False  # a stranger's file does not say what it ties: these nodes lie where its line ends


class Stage(NamedTuple):
    """A step of the way through the diagram, holding nodes."""

    id: str
    title: str


class Step(NamedTuple):
    """One step of a route: an interaction or a node, exactly one of the two, and what is said there."""

    interaction: str  # an interaction's id, or ""
    node: str  # a node's id, or ""
    caption: str
    beside: str = ""  # in an answer, the id of a node that the caption ties to this one though no line does


class Route(NamedTuple):
    """A guided walk through the diagram, step by step."""

    id: str
    title: str
    section: str  # the id of the section that tells it at length, or ""
    closing: str  # what is known and what is not, said after the last step
    steps: tuple[Step, ...]


class _Fields(NamedTuple):
    title: str
    description: str
    stages: tuple[Stage, ...]
    nodes: tuple[Node, ...]
    interactions: tuple[Interaction, ...]
    routes: tuple[Route, ...] = ()
    organism: str = ""


class Pathway(_Fields):
    """A whole diagram as a graph. It never changes; what it looks things up by is made when it is first asked for."""

    @cached_property
    def _nodes(self) -> dict[str, Node]:
        return {node.id: node for node in reversed(self.nodes)}  # of ids that stand twice, the first counts

    @cached_property
    def _interactions(self) -> dict[str, Interaction]:
        return {each.id: each for each in reversed(self.interactions)}

    @cached_property
    def _touching(self) -> dict[str, tuple[Interaction, ...]]:
        found = defaultdict(list)
        for each in self.interactions:
            for end in dict.fromkeys((each.source, each.target)):
                found[end].append(each)
        return {node: tuple(every) for node, every in found.items()}

    @cached_property
    def _members(self) -> dict[str, tuple[Node, ...]]:
        found = defaultdict(list)
        for node in self.nodes:
            if node.group and node.group != node.id:
                found[node.group].append(node)
        return {group: tuple(every) for group, every in found.items()}

    @cached_property
    def names(self) -> dict[Node, str]:
        """What `sentences.called` calls its nodes, kept here: a group's name is made of all that stands in it."""
        return {}

    @cached_property
    def webs(self) -> dict[tuple[bool, bool], Web]:
        """What `routes.web` makes of it, kept here so that each is made once."""
        return {}

    def node(self, identifier: str) -> Node | None:
        """Return the node with this id, or None."""
        return self._nodes.get(identifier)

    def interaction(self, identifier: str) -> Interaction | None:
        """Return the interaction with this id, or None."""
        return self._interactions.get(identifier)

    @cached_property
    def _near(self) -> dict[str, tuple[str, ...]]:
        near: defaultdict[str, dict[str, None]] = defaultdict(dict)
        for node in self.nodes:
            for group in self.groups(node.id):
                near[node.id][group] = None
                near[group][node.id] = None
        for one, other in self._in_one_complex():
            near[one][other] = None
        return {node: (node, *others) for node, others in near.items()}

    def _in_one_complex(self) -> Iterator[tuple[str, str]]:
        """Yield the ids of each two nodes that act as one, both ways: they stand in one complex, neither in the other.

        Those of a family in a complex stay apart, and so do two that a line ties: it says what is known of them.
        """
        parts: defaultdict[str, list[tuple[str, str]]] = defaultdict(list)  # by complex: node, part of it
        for node in self.nodes:
            for below, group in itertools.pairwise((node.id, *self.groups(node.id))):
                if (around := self.node(group)) is not None and around.kind.casefold() == "complex":
                    parts[group].append((node.id, below))
        for every in parts.values():
            if len(every) <= _LARGEST:
                for one, inside in every:
                    tied = {end for each in self.touching(one) for end in (each.source, each.target)}
                    yield from (
                        (one, other)
                        for other, elsewhere in every
                        if inside != elsewhere and other != one and other not in tied
                    )

    def members(self, group: str) -> tuple[Node, ...]:
        """Return the nodes that stand in a group, themselves groups maybe; () for a node that is no group."""
        return self._members.get(group, ())

    def groups(self, identifier: str) -> tuple[str, ...]:
        """Return the ids of the groups that a node stands in, the innermost first."""
        found: dict[str, None] = {}
        node = self.node(identifier)
        while node is not None and node.group not in ("", identifier, *found) and len(found) < DEEPEST:
            found[node.group] = None
            node = self.node(node.group)
        return tuple(found)

    def near(self, identifier: str) -> tuple[str, ...]:
        """Return the ids of a node, of the groups it stands in, of all that stands in it, and of what stands in one
        complex with it: what is tied to one of them is tied to the others.

        Members of a complex are one thing in a cell. Those of any other group are a family: each acts for itself.
        """
        return self._near.get(identifier, (identifier,))

    def nodes_of(self, step: Step) -> frozenset[str]:
        """Return the ids of the nodes that a step touches: those at the ends of its interaction, or its own."""
        interaction = self.interaction(step.interaction)
        return frozenset((interaction.source, interaction.target) if interaction else {step.node, step.beside} - {""})

    def parts_of(self, step: Step) -> frozenset[str]:
        """Return the ids of all that a step lights: its nodes, and its interaction where it is one."""
        return self.nodes_of(step) | {step.interaction} - {""}

    def in_sections(self, sections: Collection[str]) -> frozenset[str]:
        """Return the ids of the nodes that these sections explain."""
        return frozenset(node.id for node in self.nodes if node.section in sections)

    def routes_in(self, sections: Sequence[str]) -> tuple[str, ...]:
        """Return the ids of the routes that these sections tell at length, in the order of the sections."""
        place = {section: number for number, section in enumerate(sections)}
        told = [route for route in self.routes if route.section in place]
        return tuple(route.id for route in sorted(told, key=lambda route: place[route.section]))

    def of_term(self, entry: str) -> Node | None:
        """Return the first node that stands for a glossary entry, or None."""
        return next((node for node in self.nodes if node.term == entry), None)

    def touching(self, identifier: str) -> tuple[Interaction, ...]:
        """Return the interactions that start or end at a node."""
        return self._touching.get(identifier, ())

    def around(self, nodes: frozenset[str]) -> frozenset[str]:
        """Return the ids of the interactions that have an end among *nodes*."""
        return frozenset(each.id for node in nodes for each in self.touching(node))

    def between(self, nodes: frozenset[str]) -> frozenset[str]:
        """Return the ids of the interactions that have both ends among *nodes*."""
        touching = (each for node in nodes for each in self.touching(node))
        return frozenset(each.id for each in touching if each.source in nodes and each.target in nodes)

    def neighbours(self, identifier: str) -> tuple[Node, ...]:
        """Return the nodes that an interaction ties to a node, each once, in the order of the interactions."""
        ends = (each.target if each.source == identifier else each.source for each in self.touching(identifier))
        return tuple(node for key in dict.fromkeys(ends) if (node := self.node(key)) is not None)

    def without(self, interactions: Collection[str]) -> Pathway:
        """Return the pathway as it is when the interactions with these ids are left out; itself for none."""
        if not interactions:
            return self
        return self._replace(interactions=tuple(each for each in self.interactions if each.id not in interactions))

    def to_json(self) -> dict[str, Any]:
        """Return the graph as plain data."""
        return {
            "title": self.title,
            "description": self.description,
            "stages": [[stage.id, stage.title] for stage in self.stages],
            "nodes": [list(n) for n in self.nodes],
            "interactions": [list(each) for each in self.interactions],
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
                each._replace(references=tuple(each.references), claims=tuple(each.claims))
                for each in itertools.starmap(Interaction, data["interactions"])
            ),
            tuple(
                Route(identifier, title, section, closing, tuple(Step(*step) for step in steps))
                for identifier, title, section, closing, steps in data["routes"]
            ),
            data["organism"],
        )
