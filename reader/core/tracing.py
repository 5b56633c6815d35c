"""Everything upstream or downstream of a node, by depth: what one step leads to, what two do, and so on."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING, Literal, NamedTuple

from reader.core.evidence import CONTRADICTED
from reader.core.relations import relation
from reader.core.routes import Web, web

if TYPE_CHECKING:
    from reader.core.pathway import Interaction, Node, Pathway

Direction = Literal["upstream", "downstream"]


class Layer(NamedTuple):
    """What is so many steps away: nodes that no shorter way leads to, and the interactions of that step.

    Some of these may lead to nodes of other layers, or back: each stands in the layer of its step, and only there.
    """

    nodes: tuple[Node, ...]
    interactions: tuple[Interaction, ...]


class Trace(NamedTuple):
    """What lies upstream or downstream of a node; `layers[0]` is one step away."""

    layers: tuple[Layer, ...]
    refuted: tuple[Interaction, ...]  # that studies contradict, at these nodes: nothing is followed along them
    undirected: tuple[Interaction, ...]  # at the start: markers, and lines that say no direction
    hidden: int = 0  # how many interactions there are besides, were none hidden


def trace(
    pathway: Pathway, starts: Collection[str], direction: Direction, hidden: Collection[str] = frozenset()
) -> Trace:
    """Return all that leads to the nodes with these ids (upstream), or that they lead to (downstream).

    Groups and members count as one: what leads to a group leads to its members. Cycles end where they began. Nothing
    is followed along interactions whose ids are in *hidden*; how many more there would be is said.
    """
    whole = _trace(pathway, web(pathway), starts, direction)
    if not hidden:
        return whole
    seen = _trace(pathway, web(pathway.without(hidden)), starts, direction)
    return seen._replace(hidden=_told(whole) - _told(seen))


def _trace(pathway: Pathway, known: Web, starts: Collection[str], direction: Direction) -> Trace:
    seen = {near for start in starts for near in pathway.near(start)}
    told: set[str] = set()
    layers: list[Layer] = []
    edge: list[str] = list(starts)
    reached = dict.fromkeys(starts)
    while edge:
        steps, nodes = [], []
        for node in edge:
            for each in known.after(node) if direction == "downstream" else known.before(node):
                if each.id in told:
                    continue
                told.add(each.id)
                steps.append(each)
                end = each.target if direction == "downstream" else each.source
                if end not in seen and (found := pathway.node(end)) is not None:
                    seen |= {end, *(member for member in pathway.near(end) if end in pathway.groups(member))}
                    nodes.append(found)
        edge = [node.id for node in nodes]
        reached.update(dict.fromkeys(edge))
        if steps:
            layers.append(Layer(tuple(nodes), tuple(steps)))
    out = "source" if direction == "downstream" else "target"
    refuted = [
        each
        for node in reached
        for each in pathway.touching(node)
        if each.evidence == CONTRADICTED and getattr(each, out) == node
    ]
    return Trace(tuple(layers), tuple(refuted), _undirected(pathway, starts))


def _told(found: Trace) -> int:
    return sum(len(layer.interactions) for layer in found.layers)


def _undirected(pathway: Pathway, starts: Collection[str]) -> tuple[Interaction, ...]:
    near = dict.fromkeys(near for start in starts for near in pathway.near(start))
    every = {each.id: each for node in near for each in pathway.touching(node)}
    return tuple(each for each in every.values() if not relation(each.relation).leads)
